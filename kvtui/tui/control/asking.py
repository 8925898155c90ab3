"""What is typed in the line at the bottom, and to whom it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.prompt import Prompt

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen

_LONGEST = 9  # digits of a question number: far more than any has, and a number to Python


def _number_of(text: str) -> int | None:
    """The question number that was typed; None where it cannot be one."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else None


class Asking:
    """Hands typed words to the finder, the list, or the navigator."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Nothing is asked."""
        self._screen = screen

    def ask(self, purpose: str, label: str, text: str) -> None:
        """Put the line in the place of the row of keys."""
        self._screen.key_bar.display = False
        self._screen.prompt.ask(purpose, label, text)

    def take_digit(self, character: str | None) -> bool:
        """Begin asking for a question number with its first digit."""
        if character is None or not character.isdecimal() or self._screen.navigator.opened is None:
            return False
        self.ask("number", "Go to question", character)
        self._hint_number(character)
        return True

    def changed(self, message: Prompt.Changed) -> None:
        """Something is being typed."""
        if message.purpose == "find":
            self._screen.finder.typed(message.text)
        elif message.purpose == "filter":
            self._screen.librarian.filter(message.text)
            self.hint_filtered()
        elif message.purpose == "number":
            self._hint_number(message.text)

    def hint_filtered(self) -> None:
        """Say how many documents the filter lets through, if it is being typed."""
        if self._screen.prompt.purpose == "filter":
            documents = self._screen.documents
            self._screen.prompt.hint(f"{documents.count} of {documents.total}")

    def _hint_number(self, text: str) -> None:
        opened = self._screen.navigator.opened
        count = len(opened.document.questions) if opened else 0
        known = opened is not None and _number_of(text) in opened.indexed.questions
        self._screen.prompt.hint(f"⏎ of {count}" if known else f"there are {count}")

    def submitted(self, message: Prompt.Submitted) -> None:
        """Enter."""
        self._close()
        if message.purpose == "find":
            self._screen.finder.confirm()
        elif message.purpose == "number":
            self._go_to(message.text)
        self._screen.windows.tell_captions()
        self._screen.windows.tell_keys()

    def _go_to(self, typed: str) -> None:
        """Go to a question, or keep its number until the rest of a large document is read."""
        navigator, number = self._screen.navigator, _number_of(typed)
        if number is not None and navigator.jump(number):
            return
        if number is not None and navigator.opened is not None and not navigator.opened.is_whole:
            navigator.wanted = number
            self._screen.windows.say(f"Question {number}: when the rest has been read.")
            return
        self._screen.windows.say(f"There is no question {cut(typed, _LONGEST)} here.", severity="warning")

    def cancelled(self, message: Prompt.Cancelled) -> None:
        """Escape."""
        self._close()
        if message.purpose == "find":
            self._screen.finder.give_up()
        elif message.purpose == "filter":
            self._screen.librarian.filter("")

    def _close(self) -> None:
        self._screen.prompt.close()
        self._screen.key_bar.display = True
        self._screen.windows.bring(self._screen.windows.front_name)

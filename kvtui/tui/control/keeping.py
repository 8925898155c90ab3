"""What is kept or taken along: bookmarks, and text on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.export.shapes import running
from kvtui.library.printable import printable
from kvtui.model import TextPart
from kvtui.tui.opening import Opened
from kvtui.tui.places import number_at, place_at, place_of_document, spot_at
from kvtui.tui.text.blocks import Anchor, Spot
from kvtui.tui.text.wording import PART_WORDS, number_words
from kvtui.userdata.places import Place

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen
    from kvtui.userdata.bookmarks import Bookmark


class Keeper:
    """Bookmarks and copies of what the panes show."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Nothing is known yet: the database is opened when first needed."""
        self._screen = screen

    # Bookmarks

    def _here(self, opened: Opened) -> tuple[Place, str, str]:
        """What a bookmark would be on now: its place, its name in words, its first words."""
        front, number = self._screen.windows.front_name, self._screen.navigator.number
        document, path = opened.document, opened.path
        if front == "documents" or number is None:
            return place_of_document(document, path), "the document", document.subject or printable(path.name)
        answer = opened.indexed.answers.get(number)
        if front == "answer" and answer is not None:
            anchor = Anchor(TextPart.ANSWER, answer.numbers[0])
            name = f"answer {number_words(answer.numbers)}"
        else:
            anchor = Anchor(TextPart.QUESTION, number)
            name = f"question {number}"
        return place_at(document, path, Spot(anchor)), name, opened.indexed.paragraph(anchor)[:200]

    def toggle(self) -> None:
        """Put a bookmark on the document, question or answer in front, or take it away."""
        opened = self._screen.navigator.opened
        if opened is None:
            return
        desk, windows = self._screen.desk, self._screen.windows
        place, name, excerpt = self._here(opened)
        there = desk.bookmark_at(place)
        if there is not None:
            desk.remove_bookmark(there)
            windows.say(f"Bookmark on {name} removed.")
        else:
            desk.add_bookmark(place, opened.document.subject or printable(opened.path.name), excerpt)
            windows.say(f"Bookmark on {name}; B lists them, e writes a note there.")
        self.show_stars()

    def show_stars(self) -> None:
        """Show where there are bookmarks, once the database is open."""
        opened = self._screen.navigator.opened
        if not self._screen.desk.is_open:
            return
        marks = self._screen.desk.bookmarks()
        if opened is not None:
            from kvtui.userdata.places import same_document

            here = place_of_document(opened.document, opened.path)
            numbers: set[int] = set()
            for mark in marks:
                number = number_at(mark.place)
                if number is not None and same_document(mark.place, here):
                    answer = opened.indexed.answers.get(number)
                    part = mark.place.part
                    numbers.update(answer.numbers if answer and part is TextPart.ANSWER else (number,))
            self._screen.questions.star(frozenset(numbers))
        names = frozenset(mark.place.identifier or mark.place.path or "" for mark in marks)
        self._screen.documents.star(names)

    def open_list(self) -> None:
        """Show all bookmarks."""
        from kvtui.tui.screens.bookmarks import BookmarksScreen

        screen = BookmarksScreen(self._screen.desk, self._screen.keymap)
        self._screen.app.push_screen(screen, self._listed)

    def _listed(self, chosen: Bookmark | None) -> None:
        self.show_stars()
        if chosen is not None:
            self._go_to(chosen)

    def _go_to(self, bookmark: Bookmark) -> None:
        """Open the document of a bookmark, wherever its file is now, at the place."""
        place, screen = bookmark.place, self._screen
        entry = screen.librarian.ask(lambda catalogue: catalogue.locate(place.identifier, place.path))
        if entry is None and place.path is None:
            screen.windows.say("That document is not among your files.", severity="warning")
            return
        from pathlib import Path

        path = entry.path if entry is not None else Path(str(place.path))

        def show(opened: Opened) -> None:
            screen.navigator.leave()
            screen.navigator.turn_to(opened)
            spot = spot_at(place)
            number = number_at(place)
            if number in opened.indexed.questions:
                screen.navigator.choose_question(number)
                screen.navigator.go_to(spot)
            answer = place.part in (TextPart.ANSWER, TextPart.NOTE, TextPart.NOTICE)
            screen.windows.bring("answer" if answer else "questions")

        screen.opener.open(path, show)

    # Copies

    def copy_reference(self) -> None:
        """Copy how the place where one is is cited."""
        from kvtui.export.citation import cite

        opened = self._screen.navigator.opened
        if opened is None:
            return
        front, number = self._screen.windows.front_name, self._screen.navigator.number
        answer = opened.indexed.answers.get(number) if number is not None else None
        if front == "documents" or number is None:
            words = cite(opened.document)
        elif front == "answer" and answer is not None:
            words = cite(opened.document, TextPart.ANSWER, answer.numbers)
        else:
            words = cite(opened.document, TextPart.QUESTION, (number,))
        self._copy(words, f"Copied: {words}")

    def copy_answer(self) -> None:
        """Copy the text of the answer that shows."""
        opened, number = self._screen.navigator.opened, self._screen.navigator.number
        if opened is None:
            return
        answer = opened.indexed.answers.get(number) if number is not None else None
        notice = opened.document.notice
        if answer is not None:
            name, paragraphs = f"answer {number_words(answer.numbers)}", answer.paragraphs
        elif notice is not None:
            name, paragraphs = PART_WORDS[TextPart.NOTICE], notice.paragraphs
        else:
            self._screen.windows.say("There is no answer to copy.")
            return
        text = running(paragraphs)
        self._copy(text, f"Copied {name}: {len(text)} characters.")

    def copy_selection(self, *, quietly: bool = False) -> None:
        """Copy the text that was selected with the mouse."""
        text = self._screen.get_selected_text()
        if text and text.strip():
            self._copy(text, f"Copied the selection: {len(text)} characters.")
        elif not quietly:
            self._screen.windows.say("Nothing is selected; q quits.")

    def _copy(self, text: str, words: str) -> None:
        self._screen.app.copy_to_clipboard(text)
        self._screen.windows.say(words)

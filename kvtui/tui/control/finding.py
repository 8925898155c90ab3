"""Finding words in the open document: as one types, then from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.model import TextPart
from kvtui.tui.history import View
from kvtui.tui.text.blocks import Anchor, Spot
from kvtui.tui.text.finding import MOST, Found, Ranges, Searcher, found_by

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen


class Finder:
    """What is looked for, the places found, and which of them is the current one."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Nothing is looked for."""
        self._screen = screen
        self._searcher: Searcher | None = None
        self._words = ""
        self._ranges: Ranges | None = None
        """What was searched in the whole library, while that is marked."""
        self._found: tuple[Found, ...] = ()
        self._index = 0
        self._origin: View | None = None

    @property
    def is_on(self) -> bool:
        """Whether places are highlighted."""
        return bool(self._words) or self._ranges is not None

    @property
    def status(self) -> str:
        """How many were found, and which is the current one."""
        if not self.is_on:
            return ""
        if not self._found:
            return "not found"
        total = f"{MOST}+" if len(self._found) == MOST else str(len(self._found))
        return f"{self._index + 1} of {total} found"

    def ask(self) -> None:
        """Ask for the words: for the list's filter if the list is in front."""
        ask = self._screen.asking.ask
        if self._screen.windows.front_name == "documents":
            ask("filter", "Filter", self._screen.documents.words)
        elif self._screen.navigator.opened is not None:
            self._origin = self._screen.navigator.view()
            ask("find", "Find", "")

    def typed(self, words: str) -> None:
        """Look for the words as far as they are typed, from where one was."""
        opened = self._screen.navigator.opened
        if opened is None:
            return
        if self._searcher is None:
            self._searcher = Searcher(opened.indexed)
        self._words, self._ranges = words, None
        self._found = self._searcher.find(words)
        self._index = self._first_here()
        self._show()
        self._screen.prompt.hint(self.status)

    def _first_here(self) -> int:
        """The first place at or behind the current question."""
        number = self._origin.number if self._origin else None
        for index, found in enumerate(self._found):
            if number is None or found.anchor.number == number:
                return index
        later = (
            index
            for index, found in enumerate(self._found)
            if found.anchor.number is not None and number is not None and found.anchor.number > number
        )
        return next(later, 0)

    def mark_searched(self, ranges: Ranges, part: TextPart, number: int | None) -> None:
        """Mark what a search in the library found here; the current place is the first in that part."""
        opened = self._screen.navigator.opened
        if opened is None:
            return
        self._words, self._ranges = "", ranges
        self._found = found_by(ranges, opened.indexed)
        here = (
            index
            for index, found in enumerate(self._found)
            if found.anchor.part is part and (number is None or found.anchor.number in (None, number))
        )
        self._index = next(here, 0)
        if self._found:
            self._show()
            self._bring()
        self._screen.windows.tell_keys()

    def confirm(self) -> None:
        """Enter: go on from place to place; back to where one was if there is none."""
        if not self._found:
            self.give_up()
            return
        if self._origin is not None:
            self._screen.navigator.history.leave(self._origin)
        self._bring()

    def give_up(self) -> None:
        """Escape while typing: back to where one was."""
        origin = self._origin
        self.end()
        if origin is not None:
            self._screen.navigator.restore(origin)

    def step(self, step: int) -> None:
        """To the next or previous place, around."""
        if self._found:
            self._index = (self._index + step) % len(self._found)
            self._show()
            self._bring()

    def end(self) -> None:
        """Stop highlighting."""
        self._words, self._ranges, self._found, self._index = "", None, (), 0
        self.mark()
        self._screen.windows.tell_captions()
        self._screen.windows.tell_keys()

    def document_changed(self) -> None:
        """Another document: look for the same words there, if any."""
        self._searcher = None
        opened = self._screen.navigator.opened
        if opened is None or not self.is_on:
            return
        if self._ranges is not None:
            self._found = found_by(self._ranges, opened.indexed)
        else:
            self._searcher = Searcher(opened.indexed)
            self._found = self._searcher.find(self._words)
        self._index = 0
        self.mark()

    def _show(self) -> None:
        if self._found:
            found = self._found[self._index]
            self._screen.navigator.go_to(Spot(found.anchor, found.start))
        self.mark()
        self._screen.windows.tell_captions()

    def _bring(self) -> None:
        """The pane with the place comes to the front: on a small screen the other one hides it."""
        pane = self._screen.navigator.pane_of(self._found[self._index].anchor)
        self._screen.windows.bring(str(pane.id))

    def mark(self) -> None:
        """Highlight what was found in both panes."""
        places: dict[Anchor, list[tuple[int, int]]] = {}
        for found in self._found:
            places.setdefault(found.anchor, []).append((found.start, found.end))
        here = self._found[self._index] if self._found else None
        current = (here.anchor, here.start) if here else None
        for pane in (self._screen.questions, self._screen.answer):
            pane.mark_matches(places, current)

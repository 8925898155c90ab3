"""The words on the search screen: how the query was read, how much was found, keys, what can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.library.query.wording import query_words
from kvtui.tui.commands import Context
from kvtui.tui.panes.frame import Caption
from kvtui.tui.screens.commanded import Keymap, sign_of
from kvtui.tui.search_state import Front
from kvtui.tui.text.blocks import Ink, PaneText
from kvtui.tui.text.search_words import (
    found_words,
    help_text,
    nothing_text,
    problem_text,
    progress_words,
    suggestion_words,
)

if TYPE_CHECKING:
    from kvtui.tui.screens.search import SearchScreen

CONTEXTS = {Front.QUERY: Context.QUERY, Front.RESULTS: Context.RESULTS, Front.FACETS: Context.FACETS}


class SearchTeller:
    """Brings the words up to date."""

    def __init__(self, screen: SearchScreen, keymap: Keymap) -> None:
        """For a screen, with the reader's own keys."""
        self._screen = screen
        self._keymap = keymap

    def tell(self) -> None:
        """All words."""
        self.tell_captions()
        self.tell_progress()
        screen, results = self._screen, self._screen.search.results
        screen.key_bar.tell(screen.commands.hints(self._keymap, CONTEXTS[screen.front], Context.SEARCH))
        screen.facets.empty = "Counts come with the results." if results is None else ""
        if results is None:
            screen.told.tell("")
            problem = screen.search.problem
            self._say(problem_text(problem) if problem else help_text(screen.size.width))
            return
        sign = sign_of("search_spelling", self._keymap)
        if results.suggestions and results.total:
            words, ink = suggestion_words(results.suggestions, sign), Ink.WARNING
        else:
            words, ink = query_words(results.query), Ink.MUTED
        screen.told.tell(words, found_words(results, screen.size.width), ink)
        if not screen.results.count:
            self._say(nothing_text(results, sign))

    def _say(self, text: PaneText) -> None:
        if self._screen.words.text != text:
            self._screen.words.show(text)

    def tell_progress(self) -> None:
        """How far the library has been read, while it is."""
        read, total = self._screen.progress()
        width = self._screen.size.width
        self._screen.line.hint(progress_words(read, total, width) if read < total else "")

    def tell_captions(self) -> None:
        """The words in the frame."""
        screen, results = self._screen, self._screen.search.results
        order = "newest first" if screen.search.is_newest_first else "by relevance"
        if results is not None and results.has_compounds:
            order = f"whole words first, {order}"
        count = screen.results.count
        position = f"{screen.results.cursor + 1:,} of {count:,}" if count else ""
        screen.frame.caption("results", Caption("Results", order, position))
        screen.frame.caption("words", Caption("Search"))
        screen.frame.caption("facets", Caption("Narrow"))

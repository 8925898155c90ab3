"""The words on the search screen: how the query was read, how much was found, what can be typed."""

from __future__ import annotations

from kvtui.library.query.wording import query_words
from kvtui.tui.control.searching import Search
from kvtui.tui.panes.frame import Caption
from kvtui.tui.panes.search_panes import SearchPanes
from kvtui.tui.text.blocks import Ink, PaneText
from kvtui.tui.text.search_words import (
    asks_nothing,
    found_words,
    help_text,
    nothing_text,
    position_words,
    problem_text,
    progress_words,
    suggestion_words,
)


class SearchTeller:
    """Brings the words up to date."""

    def __init__(self, panes: SearchPanes, search: Search, sign: str) -> None:
        """For a search; `sign` is the key that takes a proposed spelling."""
        self._panes = panes
        self._search = search
        self._sign = sign

    def tell(self, width: int) -> None:
        """All words, on a screen of that width."""
        self.tell_captions()
        panes, results = self._panes, self._search.results
        panes.facets.empty = "Counts come with the results." if results is None else ""
        if results is None:
            panes.told.tell("")
            problem = self._search.problem
            self._say(problem_text(problem) if problem else help_text(width))
            return
        if results.suggestions and results.total:
            words, ink = suggestion_words(results.suggestions, self._sign), Ink.WARNING
        else:
            words, ink = query_words(results.query), Ink.MUTED
        panes.told.tell(words, found_words(results, width), ink)
        if not panes.results.count:
            self._say(help_text(width) if asks_nothing(results) else nothing_text(results, self._sign))

    def _say(self, text: PaneText) -> None:
        if self._panes.words.text != text:
            self._panes.words.show(text)

    def tell_progress(self, read: int, total: int, width: int) -> None:
        """How far the library has been read, while it is."""
        self._panes.line.hint(progress_words(read, total, width) if read < total else "")

    def tell_captions(self) -> None:
        """The words in the frame."""
        panes, results = self._panes, self._search.results
        order = "newest first" if self._search.is_newest_first else "by relevance"
        if results is not None and results.has_compounds:
            order = f"whole words first, {order}"
        position = position_words(panes.results.cursor, panes.results.count, results)
        panes.frame.caption("results", Caption("Results", order, position))
        panes.frame.caption("words", Caption("Search"))
        panes.frame.caption("facets", Caption("Narrow"))

"""The search that a screen stands for: what was asked, what was found, and what is still awaited.

What was found stays until something else is there: nothing flickers while one types. It fills the lists;
where the keys go and what is said are for the screen, which looks here after each change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kvtui.library.query.compose import with_filter
from kvtui.tui.control.seeking import Request, Seeker
from kvtui.tui.panes.result_list import PAGE
from kvtui.tui.panes.search_panes import SearchPanes
from kvtui.tui.search_state import Facets, Front, SearchState
from kvtui.tui.text.facet_rows import FacetRow, facet_rows
from kvtui.tui.text.search_words import corrected

if TYPE_CHECKING:
    from kvtui.library.search.results import Counts, Results


class Search:
    """Keeps the results on the screen in step with the query."""

    def __init__(self, panes: SearchPanes, seeker: Seeker, state: SearchState) -> None:
        """A search as it was left."""
        self._panes = panes
        self._seeker = seeker
        self.front = Front.QUERY
        """What takes the keys; without results the query."""
        self.is_newest_first = state.is_newest_first
        self.results: Results | None = state.results
        self.facets: Facets = state.facets
        self.problem = ""
        """Why one cannot search."""
        self.is_mended = False
        """Whether what is damaged was asked to be made anew: the query is asked again until it is."""
        self._shown = None if state.results is None else Request(state.text, state.is_newest_first, 0, PAGE)
        self._counted = self._sought if state.facets else ""
        """The query of which the facets show."""
        self._facet_rows: tuple[FacetRow, ...] = ()
        self._is_wished = False
        """Whether to go to the results as soon as they are there; keys that are pressed before that wait."""

    @property
    def _text(self) -> str:
        return self._panes.line.text

    @property
    def is_current(self) -> bool:
        """Whether what shows is what there is for what is typed."""
        return self._shown == self._request()

    @property
    def current_facets(self) -> Facets:
        """The facets of what shows; nothing while they are still being counted."""
        return self.facets if self._counted == self._sought else {}

    def _request(self, page: int = 0) -> Request:
        return Request(self._text, self.is_newest_first, page, PAGE)

    @property
    def _sought(self) -> str:
        """The query that found what shows."""
        return self.results.query.text if self.results is not None else ""

    # Asking

    def begin(self, state: SearchState) -> None:
        """Show what the state holds, or look for its query."""
        self._seeker.prepare()
        if state.results is not None:
            self.front = state.front
            self._panes.results.show(state.results.numbered, state.results.total, state.pages)
            self._panes.results.stand(state.cursor, state.top)
            self._show_facets()
            self._panes.facets.stand(state.facet, state.facet_top)
        elif state.text.strip():
            if state.front is Front.RESULTS:
                self.wish()
            self.ask()

    def changed(self) -> None:
        """The query is another one."""
        self._end_wish()
        if self._text.strip():
            self.ask()
        else:
            self._clear()

    def ask(self) -> None:
        """Search for what is typed."""
        self._seeker.search(self._request())

    def turn_order(self) -> None:
        """Newest first, or the most relevant."""
        self.is_newest_first = not self.is_newest_first
        self.ask()

    def fetch_missing(self) -> None:
        """Fetch the hits that show and are not there."""
        page = self._panes.results.missing()
        if page is not None and self.is_current:
            self._seeker.fetch(replace(self._request(page), sought=self._sought))

    def ask_counts(self) -> None:
        """Count what was found, where that was not done; and the facets, where they show another query."""
        if self._shown is None or self.results is None:
            return
        if self.results.documents is None:
            self._seeker.count_all(replace(self._shown, sought=self._sought))
        if self._panes.facets.display and self._counted != self._sought:
            self._seeker.count(replace(self._shown, sought=self._sought))

    def wish(self) -> None:
        """Enter: to the results, or as soon as they are there."""
        if self.is_current:
            self.front = Front.RESULTS
        else:
            self._is_wished = True
            self._panes.line.hold()

    def _end_wish(self) -> None:
        self._is_wished = False
        self._panes.line.release()

    def take_spelling(self) -> None:
        """Search for the words as they are proposed."""
        if self.results is not None:
            self._panes.line.put(corrected(self._text, self.results.suggestions))

    def take_facet(self) -> None:
        """Put the current facet into the query as a filter, or take it out."""
        facets = self._panes.facets
        taken = self._facet_rows[facets.cursor].filter if facets.current is not None else None
        if taken is not None:
            narrowed = self._sought if self.is_current else self._text
            self._panes.line.put(with_filter(narrowed, *taken))

    # Answers

    def take_found(self, request: Request, results: Results, *, is_damaged: bool) -> None:
        """Show what was found."""
        if not self._text.strip():
            return
        self.problem, self.is_mended = "", self.is_mended and is_damaged
        shown = self._panes.results
        if request.page:
            if self.is_current and request.sought == self._sought:
                shown.add(request.page, results.hits)
            return
        again = self._shown == request
        self._shown, self.results = request, results
        shown.show(results.numbered, results.total, {0: results.hits})
        if again:
            self._counted = ""
        else:
            shown.stand(0, 0)
        if self._is_wished and self.is_current:
            self.front = Front.RESULTS
            self._end_wish()

    def take_counted(self, request: Request, facets: Facets) -> None:
        """Show the counts."""
        if self._shown is not None and request.sought == self._sought:
            self.facets, self._counted = facets, request.sought
            self._show_facets()

    def take_totalled(self, request: Request, counts: Counts) -> None:
        """Know how much was found."""
        if self.results is not None and request.sought == self._sought:
            total, documents = counts.hits, counts.documents
            self.results = replace(self.results, total=total, documents=documents, is_counted=True)
            self._panes.results.grow(total)

    def take_failed(self, problem: str) -> None:
        """There is nothing to search in."""
        self._end_wish()
        self.problem = problem
        self._clear()

    def take_damaged(self) -> bool:
        """What is searched is damaged; gives whether it is still to be asked to be made anew."""
        self.take_failed("The index is damaged; it is made anew.")
        return self.take_text_damaged()

    def take_text_damaged(self) -> bool:
        """The text of a hit is damaged, what else was found is not; gives the same."""
        is_news, self.is_mended = not self.is_mended, True
        return is_news

    def _clear(self) -> None:
        self.results, self._shown = None, None
        self.facets, self._counted = {}, ""
        self._panes.results.show((), 0, {})
        self._show_facets()
        self.front = Front.QUERY

    def _show_facets(self) -> None:
        """Show the facets in their new order; the cursor stays on the value that is being chosen."""
        facets = self._panes.facets
        before = self._facet_rows[facets.cursor].filter if facets.cursor < len(self._facet_rows) else None
        self._facet_rows = tuple(facet_rows(self.facets, self.results.query if self.results else None))
        facets.show([facet.row for facet in self._facet_rows])
        if before is not None and self.front is Front.FACETS:
            here = (n for n, row in enumerate(self._facet_rows) if row.filter == before)
            facets.choose(next(here, facets.cursor))

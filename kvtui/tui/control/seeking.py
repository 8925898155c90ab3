"""Asking the searcher outside the screen's loop: of what waits only the latest.

So a key never waits for a search, and fast typing makes no queue of them. Hits and counts are asked for
in a thread each: the hits of the next key do not wait for the counts of this one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from kvtui.library.query.tree import Query
    from kvtui.library.search.results import Counts, Order, Results
    from kvtui.tui.search_state import Facets

_HITS = ("search", "page")
_COUNTS = ("total", "facets")
"""What can wait for each thread, the most urgent first."""
_SHOWN_FIRST = 9
"""Hits for which a screen of 40 rows has room."""


class Searching(Protocol):
    """What is asked of a `kvtui.library.search` searcher."""

    def search(self, query: Query, order: Order, offset: int = 0, limit: int = 50) -> Results:
        """The hits from `offset` on."""

    def count(self, query: Query) -> Counts:
        """How much was found."""

    def knows(self, word: str) -> bool:
        """Whether a word occurs, as far as is known."""

    def facets(self, query: Query) -> Facets:
        """Counts of what was found."""


class NoLibraryError(Exception):
    """There is nothing to search in; the message says why, for the reader."""


OpenSearcher = Callable[[], Searching]
"""Called in a thread, when the screen opens or at a search.

May raise `NoLibraryError`, `SearchError`, `CatalogueError`.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """Something to ask of the searcher."""

    text: str
    """The query as typed."""
    is_newest_first: bool
    page: int = 0
    limit: int = 50
    sought: str = ""
    """For more of what was found: the query that found it."""


class Seeker:
    """Asks in a thread, and posts what was found to the screen."""

    class Found(Message):
        """The hits of a page."""

        def __init__(self, request: Request, results: Results, *, is_damaged: bool) -> None:
            """What was asked, and what was found; and whether texts that show first cannot be read."""
            super().__init__()
            self.request = request
            self.results = results
            self.is_damaged = is_damaged

    class Counted(Message):
        """The facets."""

        def __init__(self, request: Request, facets: Facets) -> None:
            """What was asked, and the counts."""
            super().__init__()
            self.request = request
            self.facets = facets

    class Totalled(Message):
        """How much was found."""

        def __init__(self, request: Request, counts: Counts) -> None:
            """What was asked, and how much there is."""
            super().__init__()
            self.request = request
            self.counts = counts

    class Failed(Message):
        """There is nothing to search in."""

        def __init__(self, problem: str, *, is_damage: bool = False) -> None:
            """Why, in a sentence; and whether making it anew would help."""
            super().__init__()
            self.problem = problem
            self.is_damage = is_damage

    def __init__(self, screen: Widget, open_searcher: OpenSearcher) -> None:
        """For a screen; the searcher is opened when first needed."""
        self._screen = screen
        self._open = open_searcher
        self._searcher: Searching | None = None
        self._opening = threading.Lock()
        self._lock = threading.Lock()
        self._waiting: dict[str, Request] = {}
        self._running: set[tuple[str, ...]] = set()

    @property
    def is_busy(self) -> bool:
        """Whether something is asked that was not answered yet."""
        return bool(self._running)

    def prepare(self) -> None:
        """Open what is searched, so that the first key need not wait for it; what is wrong a search tells."""
        self._screen.run_worker(self._open_early, thread=True, group="search")

    def _open_early(self) -> None:
        from kvtui.library.catalogue import CatalogueError
        from kvtui.library.search.results import SearchError

        with suppress(NoLibraryError, SearchError, CatalogueError):
            self._opened.knows("a")  # any word: the files are opened for the first

    def search(self, request: Request) -> None:
        """Ask for the first hits; what waited for another query is not asked any more."""
        with self._lock:
            self._waiting.clear()
        self._ask("search", request)

    def fetch(self, request: Request) -> None:
        """Ask for another page of hits."""
        self._ask("page", request)

    def count_all(self, request: Request) -> None:
        """Ask how much was found, when the hits are there."""
        self._ask("total", request)

    def count(self, request: Request) -> None:
        """Ask for the facets, when the hits are there."""
        self._ask("facets", request)

    def _ask(self, kind: str, request: Request) -> None:
        kinds = _HITS if kind in _HITS else _COUNTS
        with self._lock:
            self._waiting[kind] = request
            if kinds in self._running:
                return
            self._running.add(kinds)
        self._screen.run_worker(partial(self._answer_all, kinds), thread=True, group="search")

    def _answer_all(self, kinds: tuple[str, ...]) -> None:
        """In a thread: answer until nothing of these kinds waits."""
        from kvtui.library.catalogue import CatalogueError
        from kvtui.library.search.results import DamagedError, SearchError

        worker = get_current_worker()
        while not worker.is_cancelled:
            with self._lock:
                waiting = next((kind for kind in kinds if kind in self._waiting), None)
                if waiting is None:
                    self._running.discard(kinds)
                    return
                request = self._waiting.pop(waiting)
            try:
                self._screen.post_message(self._answer(waiting, request))
            except (DamagedError, CatalogueError) as error:
                self._searcher = None  # it holds on to what is damaged
                self._screen.post_message(self.Failed(str(error), is_damage=True))
            except (NoLibraryError, SearchError) as error:
                self._screen.post_message(self.Failed(str(error)))
        with self._lock:
            self._running.discard(kinds)

    def _answer(self, kind: str, request: Request) -> Message:
        from kvtui.library.query.reading import read_query

        if kind in _HITS:
            return self._found(request)
        query = read_query(request.sought or request.text)
        if kind == "total":
            return self.Totalled(request, self._opened.count(query))
        return self.Counted(request, self._opened.facets(query))

    @property
    def _opened(self) -> Searching:
        with self._opening:
            if self._searcher is None:
                self._searcher = self._open()
            return self._searcher

    def _found(self, request: Request) -> Message:
        results = self._results(request)
        return self.Found(request, results, is_damaged=not _can_be_read(results))

    def _results(self, request: Request) -> Results:
        """Hits of what is typed, or of its last word as the beginning of others: that first if it is none."""
        from kvtui.library.query.reading import read_query
        from kvtui.library.query.unfinished import unfinished

        typed = read_query(request.sought or request.text)
        begun = None if request.sought else unfinished(typed)
        if begun is None:
            return self._search(typed, request)
        if not self._opened.knows(begun.word):
            if begun.without is not None:
                return self._search(begun.without, request)
            results = self._search(begun.begun, request)
            return results if results.total else self._search(typed, request)
        results = self._search(typed, request)
        if results.total or results.numbered:
            return results
        more = self._search(begun.begun, request)
        return more if more.total else results

    def _search(self, query: Query, request: Request) -> Results:
        from kvtui.library.search.results import Order

        order = Order.NEWEST if request.is_newest_first else Order.RELEVANCE
        return self._opened.search(query, order, request.page * request.limit, request.limit)


def _can_be_read(results: Results) -> bool:
    """Whether the texts of the first hits can be read: here, so that drawing them need not."""
    from kvtui.library.search.results import SearchError

    try:
        results.fetch_shown(_SHOWN_FIRST)
    except SearchError:
        return False
    return True

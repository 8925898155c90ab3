"""Looking through the whole library: opens search, browse and wanted, and goes to what was chosen there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kvtui.model import TextPart
from kvtui.tui.handing_over import hand_over
from kvtui.tui.history import View
from kvtui.tui.opening import Opened
from kvtui.tui.text.finding import Ranges

if TYPE_CHECKING:
    from textual.screen import Screen

    from kvtui.library.catalogue import Catalogue
    from kvtui.library.query.tree import Query
    from kvtui.library.search.searching import Searcher
    from kvtui.tui.screens.browse import BrowseState
    from kvtui.tui.screens.reader import ReaderScreen
    from kvtui.tui.screens.wanted import WantedState
    from kvtui.tui.search_state import Chosen, Searched, SearchState

_IN_ANSWER_PANE = (TextPart.ANSWER, TextPart.NOTICE, TextPart.NOTE)


class Explorer:
    """Keeps the search as it was left, for coming back to it."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Nothing was searched yet."""
        self._screen = screen
        self._left: SearchState | None = None
        self._begun_in: Callable[[], None] | None = None
        """Shows the screen in which the search was begun as it was left; None where it was begun in none."""
        self._opened_from: View | None = None
        """Where one was when a place was chosen in the search; going back there goes back to the search."""

    def open_search(self) -> None:
        """Search: as it was left, the query ready to be replaced."""
        from kvtui.tui.search_state import SearchState, taken_up

        self._begun_in = None
        self._search(taken_up(self._left) if self._left is not None else SearchState())

    def _search(self, state: SearchState) -> None:
        from kvtui.tui.screens.search import SearchScreen

        librarian = self._screen.librarian

        def progress() -> tuple[int, int]:
            told = librarian.progress
            return (told.done, told.total) if told is not None and librarian.is_reading else (0, 0)

        def mend() -> None:
            self._screen.call_later(librarian.begin)

        screen = SearchScreen(self._open_searcher, progress, state, self._screen.keymap, mend)
        self._screen.app.push_screen(screen, self._searched)

    def _open_searcher(self) -> Searcher:
        """In a thread: what searches this library. Raises `NoLibraryError`."""
        from kvtui.library.search.searching import open_searcher
        from kvtui.tui.control.seeking import NoLibraryError

        librarian = self._screen.librarian
        if librarian.catalogue is None or librarian.collection is None:
            raise NoLibraryError("The documents are still being looked for; try again in a moment.")
        return open_searcher(librarian.collection.folder, librarian.catalogue)

    def _searched(self, searched: Searched | None) -> None:
        if searched is None:
            return
        self._left = searched.state
        if searched.chosen is not None:
            self._go_to(searched.chosen)
        elif self._begun_in is not None:
            self._begun_in()

    def _go_to(self, chosen: Chosen) -> None:
        """Open what was found at its very place, and mark there what was searched."""
        screen = self._screen
        if chosen.entry.problem is not None:
            screen.windows.say(chosen.entry.problem, severity="warning")
            return

        def show(opened: Opened) -> None:
            screen.navigator.leave()
            self._opened_from = screen.navigator.view()
            screen.navigator.turn_to(opened)
            if chosen.number is not None:
                screen.navigator.choose_question(chosen.number)
            screen.windows.bring("answer" if chosen.part in _IN_ANSWER_PANE else "questions")
            screen.run_worker(lambda: self._mark(chosen), thread=True, exclusive=True, group="marking")

        screen.opener.open(chosen.entry.path, show)

    def came_back_to(self, view: View) -> None:
        """Show the search as it was left, where the way back leads through it."""
        if view == self._opened_from and self._left is not None:
            self._opened_from = None
            self._search(self._left)

    def _mark(self, chosen: Chosen) -> None:
        """In a thread: find out which words of the document the query found."""
        ranges = self._ranges(chosen.query)
        if ranges is not None:
            mark = self._screen.finder.mark_searched
            hand_over(self._screen, mark, ranges, chosen.part, chosen.number)

    def _ranges(self, query: Query) -> Ranges | None:
        from kvtui.library.search.results import SearchError
        from kvtui.tui.control.seeking import NoLibraryError

        try:
            marker = self._open_searcher().marker(query)
        except (SearchError, NoLibraryError):
            return None
        return marker.ranges if marker.wishes else None

    def open_browse(self, state: BrowseState | None = None) -> None:
        """Browse by year, member, party and ministry; where one was before, with a state."""
        from kvtui.tui.screens.browse import BrowseScreen

        if catalogue := self._catalogue():
            screen = BrowseScreen(catalogue, self._screen.keymap, state)
            self._choose_in(screen, lambda: partial(self.open_browse, screen.state()))

    def open_wanted(self, state: WantedState | None = None) -> None:
        """Show what is cited and not in the library; where one was before, with a state."""
        from kvtui.tui.screens.wanted import WantedScreen

        if catalogue := self._catalogue():
            screen = WantedScreen(catalogue, self._screen.keymap, state)
            self._choose_in(screen, lambda: partial(self.open_wanted, screen.state()))

    def _catalogue(self) -> Catalogue | None:
        """The catalogue; says that it is not there yet."""
        catalogue = self._screen.librarian.catalogue
        if catalogue is None:
            self._screen.windows.say("The documents are still being looked for.")
        return catalogue

    def _choose_in(self, screen: Screen[str], left: Callable[[], Callable[[], None]]) -> None:
        """Show a screen in which a query is chosen; `left` gives what shows it again as it is left."""
        self._begun_in = None

        def chosen(text: str | None) -> None:
            if text:
                self._search_from(text, left())

        self._screen.app.push_screen(screen, chosen)

    def _search_from(self, text: str, begun_in: Callable[[], None]) -> None:
        """Search for what was chosen in a screen; leaving the search shows that screen again."""
        from kvtui.tui.search_state import SearchState, begun

        self._begun_in = begun_in
        self._search(begun(text, self._left or SearchState()))

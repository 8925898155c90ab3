"""The search, over the reader: a query, what is found as one types, and facets to narrow it.

Left as a `SearchState`, with which it can be opened again exactly as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from kvtui.model import TextPart
from kvtui.tui.bindings import bindings_for, bindings_of
from kvtui.tui.commands import BY_NAME, MOVES, Context
from kvtui.tui.control.search_telling import CONTEXTS, SearchTeller
from kvtui.tui.control.searching import Search
from kvtui.tui.control.seeking import OpenSearcher, Seeker
from kvtui.tui.panes.count_list import CountList
from kvtui.tui.panes.frame import Frame
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.query_line import QueryLine
from kvtui.tui.panes.result_list import ResultList, entry_of, shown_of
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.panes.told_line import ToldLine
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap
from kvtui.tui.search_state import Chosen, Front, Searched, SearchState

FACETS_FROM = 100
"""Columns from which the facets stand beside the results."""
_FACETS_WIDTH = 32
_LOOK_EVERY = 1.0  # seconds between two looks at how far the library has been read
_NOT_TYPING = ("search_query", "search_facets", "search_order")

Progress = tuple[int, int]
"""How many documents have been read, and how many there are; (0, 0) while none are being read."""


class SearchScreen(Commanded, Screen[Searched], inherit_bindings=False):
    """The whole screen for one search; gives what was chosen, and the search as it was left."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Context.QUERY, Context.RESULTS, Context.FACETS, Context.SEARCH),
        *bindings_of(*MOVES),
    ]
    DEFAULT_CSS: ClassVar[str] = "SearchScreen { overflow: hidden; }"

    def __init__(
        self,
        open_searcher: OpenSearcher,
        progress: Callable[[], Progress],
        state: SearchState,
        keymap: Keymap,
        mend: Callable[[], None],
    ) -> None:
        """A search as `state` has it; `progress` is asked now and then and must be quick.

        `mend` is called when the index turns out to be damaged, to have it made anew.
        """
        super().__init__()
        self._state = state
        self._keymap = keymap
        self.progress = progress
        self.mend = mend
        self._read = 0
        self.front = Front.QUERY
        self.line = QueryLine(state.text, state.history, id="query")
        self.told = ToldLine(id="told")
        self.results = ResultList(id="results")
        self.words = TextPane(id="words")
        self.facets = CountList(id="facets")
        self.frame = Frame(self.results, self.words, self.facets, id="search-frame")
        self.key_bar = KeyBar(id="search-keys")
        self.search = Search(self, open_searcher, state)
        self.teller = SearchTeller(self, keymap)
        self.commands = CommandSet(self._handlers(), self._is_available, self._is_off)

    def compose(self) -> ComposeResult:
        """The query, how it was read, the results with the facets, and the keys."""
        yield self.line
        yield self.told
        yield self.frame
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin where the state says."""
        for pane in (self.results, self.words, self.facets):
            self.watch(pane, "moves", self._moved, init=False)
        self.search.begin(self._state)
        self.bring(self._state.front if self._state.results is not None else Front.QUERY)
        if self._state.is_replaced:
            self.line.replace_next()
        self._read = self.progress()[0]
        self.set_interval(_LOOK_EVERY, self._look)

    def state(self) -> SearchState:
        """The search as it stands."""
        return SearchState(
            text=self.line.text,
            is_newest_first=self.search.is_newest_first,
            front=self.front,
            results=self.search.results,
            pages=dict(self.results.pages),
            facets=self.search.facets,
            cursor=self.results.cursor,
            top=self.results.top,
            facet=self.facets.cursor,
            facet_top=self.facets.top,
            history=self.line.history,
        )

    # Arranging

    def on_resize(self, event: events.Resize) -> None:
        """More or less room."""
        self.bring(self.front)

    def bring(self, front: Front) -> None:
        """Bring the query, the results or the facets to the front; without results the query."""
        if not self.results.count:
            front = Front.QUERY
        self.front = front
        beside = self.size.width >= FACETS_FROM
        left = beside or front is not Front.FACETS
        self.facets.display = beside or front is Front.FACETS
        self.facets.styles.width = _FACETS_WIDTH if beside else "1fr"
        self.results.display = left and bool(self.results.count)
        self.words.display = left and not self.results.count
        widgets = {Front.QUERY: self.line, Front.RESULTS: self.results, Front.FACETS: self.facets}
        self.set_focus(widgets[front], scroll_visible=False)
        self.search.ask_counts()
        self.teller.tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Something got the focus, perhaps by a click."""
        ids = {"query": Front.QUERY, "results": Front.RESULTS, "facets": Front.FACETS}
        front = ids.get(event.widget.id or "")
        if front is not None and front is not self.front:
            self.bring(front)
        for pane in (self.results, self.facets, self.frame):
            pane.refresh()

    def on_key(self, event: events.Key) -> None:
        """Keys that were pressed before the query had the focus belong to it."""
        if self.front is Front.QUERY and self.focused is not self.line and self.line.take_key(event):
            event.stop()
            event.prevent_default()

    def _moved(self) -> None:
        """Other rows show."""
        self.search.fetch_missing()
        self.teller.tell_captions()

    def _look(self) -> None:
        """Where more of the library has been read, search in that too, unless one went down the results."""
        self.teller.tell_progress()
        read = self.progress()[0]
        if read != self._read or self.search.is_mended:
            self._read = read
            if (self.search.is_current or self.search.problem) and not self.results.cursor:
                self.search.changed()
            self.teller.tell()

    # Commands

    def _handlers(self) -> Mapping[str, Callable[[], None]]:
        return {
            "up": lambda: self._pane.move_line(-1),
            "down": lambda: self._pane.move_line(1),
            "page_up": lambda: self._pane.move_page(-1),
            "page_down": lambda: self._pane.move_page(1),
            "home": lambda: self._pane.move_home(),  # noqa: PLW0108 - the pane in front changes
            "end": lambda: self._pane.move_end(),  # noqa: PLW0108
            "query_results": self._to_results,
            "query_earlier": self.line.take_earlier,
            "result_open": self.open_result,
            "facet_take": self.search.take_facet,
            "search_query": lambda: self.bring(Front.QUERY),
            "search_facets": lambda: self.bring(Front.FACETS),
            "search_order": self.search.turn_order,
            "search_spelling": self.search.take_spelling,
            "search_next_pane": lambda: self._turn(1),
            "search_previous_pane": lambda: self._turn(-1),
            "search_help": self._open_help,
            "search_close": self._close,
        }

    @property
    def _pane(self) -> RowList | TextPane:
        """What up and down move; while the query is typed the results, or the words in their place."""
        if self.front is Front.FACETS:
            return self.facets
        return self.results if self.results.count else self.words

    def _is_available(self, name: str) -> bool:
        context = BY_NAME[name].context
        if context in CONTEXTS.values():
            return context is CONTEXTS[self.front]
        if name == "search_spelling":
            return self.search.results is not None and bool(self.search.results.suggestions)
        return not (name in _NOT_TYPING and self.front is Front.QUERY)

    def _is_off(self, name: str) -> bool:
        if name == "query_earlier":
            return not self.line.history
        if name == "query_results":
            return not self.results.count
        return name == "facet_take" and self.facets.current is None

    def on_query_line_changed(self, message: QueryLine.Changed) -> None:
        """Search as one types."""
        self.search.changed()

    def on_seeker_found(self, message: Seeker.Found) -> None:
        """Hits."""
        self.search.take_found(message.request, message.results)

    def on_seeker_counted(self, message: Seeker.Counted) -> None:
        """Facets."""
        self.search.take_counted(message.request, message.facets)

    def on_seeker_totalled(self, message: Seeker.Totalled) -> None:
        """How many documents were found."""
        self.search.take_totalled(message.request, message.documents)

    def on_seeker_failed(self, message: Seeker.Failed) -> None:
        """There is nothing to search in."""
        if message.is_damage:
            self.search.take_damaged()
        else:
            self.search.take_failed(message.problem)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A result or a facet was clicked."""
        if self.front is Front.FACETS:
            self.search.take_facet()
        else:
            self.open_result()

    def _to_results(self) -> None:
        self.line.remember()
        self.search.wish()

    def _turn(self, step: int) -> None:
        """To the next or previous of query, results and facets, around."""
        order = list(Front)
        self.bring(order[(order.index(self.front) + step) % len(order)])

    def open_result(self) -> None:
        """Open the current result, if it is there."""
        item, results = self.results.current, self.search.results
        if item is None or results is None:
            return
        self.line.remember()
        shown, _ = shown_of(item)
        if shown is None:
            chosen = Chosen(entry_of(item), TextPart.HEADER, None, results.query)
        else:
            chosen = Chosen(entry_of(item), shown.part, shown.number, results.query)
        self.dismiss(Searched(self.state(), chosen))

    def _open_help(self) -> None:
        from kvtui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keymap, "Search"))

    def _close(self) -> None:
        """Back to the reader; from facets that have the screen alone to the results first."""
        if self.front is Front.FACETS and not self.results.display:
            self.bring(Front.RESULTS)
            return
        self.line.remember()
        self.dismiss(Searched(self.state()))

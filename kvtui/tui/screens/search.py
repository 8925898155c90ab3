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
from kvtui.tui.control.search_telling import SearchTeller
from kvtui.tui.control.searching import Search
from kvtui.tui.control.seeking import OpenSearcher, Seeker
from kvtui.tui.panes.query_line import QueryLine
from kvtui.tui.panes.result_list import ResultList, entry_of, shown_of
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.search_panes import search_panes
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap, sign_of
from kvtui.tui.search_state import Chosen, Front, Searched, SearchState

FACETS_FROM = 100
"""Columns from which the facets stand beside the results."""
_FACETS_WIDTH = 32
_LOOK_EVERY = 1.0  # seconds between two looks at how far the library has been read
_NOT_TYPING = ("search_query", "search_facets", "search_order", "search_back")
_CONTEXTS = {Front.QUERY: Context.QUERY, Front.RESULTS: Context.RESULTS, Front.FACETS: Context.FACETS}

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
        self._progress = progress
        self._mend = mend
        self._read = 0
        self.panes = search_panes(state.text, state.history)
        self.search = Search(self.panes, Seeker(self, open_searcher), state)
        self._teller = SearchTeller(self.panes, self.search, sign_of("search_spelling", keymap))
        self.commands = CommandSet(self._handlers(), self._is_available, self._is_off)

    def compose(self) -> ComposeResult:
        """The query, how it was read, the results with the facets, and the keys."""
        yield self.panes.line
        yield self.panes.told
        yield self.panes.frame
        yield self.panes.key_bar

    def on_mount(self) -> None:
        """Begin where the state says."""
        for pane in (self.panes.results, self.panes.words, self.panes.facets):
            self.watch(pane, "moves", self._moved, init=False)
        self.search.begin(self._state)
        self._arrange()
        if self._state.is_replaced:
            self.panes.line.replace_next()
        self._read = self._progress()[0]
        self.set_interval(_LOOK_EVERY, self._look)

    def state(self) -> SearchState:
        """The search as it stands; what was found before the query was changed is no part of it."""
        panes, search = self.panes, self.search
        return SearchState(
            text=panes.line.text,
            is_newest_first=search.is_newest_first,
            front=search.front,
            results=search.results if search.is_current else None,
            pages=dict(panes.results.pages),
            facets=search.current_facets,
            cursor=panes.results.cursor,
            top=panes.results.top,
            facet=panes.facets.cursor,
            facet_top=panes.facets.top,
            history=panes.line.history,
        )

    # Arranging

    def on_resize(self, event: events.Resize) -> None:
        """More or less room."""
        self._arrange()

    def _bring(self, front: Front) -> None:
        """Bring the query, the results or the facets to the front."""
        self.search.front = front
        self._arrange()

    def _arrange(self) -> None:
        """Show what is in front, without results the query; then count what was not counted."""
        panes = self.panes
        if not panes.results.count:
            self.search.front = Front.QUERY
        front = self.search.front
        beside = self.size.width >= FACETS_FROM
        found = panes.results if panes.results.count else panes.words
        shown = (found, panes.facets) if beside else (panes.facets,) if front is Front.FACETS else (found,)
        panes.frame.show_only(*shown)
        panes.facets.styles.width = _FACETS_WIDTH if beside else "1fr"
        widgets = {Front.QUERY: panes.line, Front.RESULTS: panes.results, Front.FACETS: panes.facets}
        self.set_focus(widgets[front], scroll_visible=False)
        self._tell()
        panes.results.call_after_refresh(self.search.ask_counts)  # counting would hold up the drawing

    def _tell(self) -> None:
        """Bring all words up to date."""
        self._teller.tell(self.size.width)
        self._tell_progress()
        hints = self.commands.hints(self._keymap, _CONTEXTS[self.search.front], Context.SEARCH)
        self.panes.key_bar.tell(hints)

    def _tell_progress(self) -> None:
        self._teller.tell_progress(*self._progress(), self.size.width)

    def on_idle(self) -> None:
        """Draw what has changed, where Textual lets one: its next frame can be 33 ms away."""
        draw = getattr(self, "_on_timer_update", None)  # its own: without it the frame draws as ever
        if draw is not None:
            draw()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Something got the focus, perhaps by a click."""
        ids = {"query": Front.QUERY, "results": Front.RESULTS, "facets": Front.FACETS}
        front = ids.get(event.widget.id or "")
        if front is not None and front is not self.search.front:
            self._bring(front)
        for pane in (self.panes.results, self.panes.facets, self.panes.frame):
            pane.refresh()

    def on_key(self, event: events.Key) -> None:
        """Keys that were pressed before the query had the focus belong to it."""
        line = self.panes.line
        if self.search.front is Front.QUERY and self.focused is not line and line.take_key(event):
            event.stop()
            event.prevent_default()

    def _moved(self) -> None:
        """Other rows show."""
        self.search.fetch_missing()
        self._teller.tell_captions()

    def _look(self) -> None:
        """Where more of the library has been read, search in that too, unless one went down the results."""
        self._tell_progress()
        read = self._progress()[0]
        if read != self._read or self.search.is_mended:
            self._read = read
            if (self.search.is_current or self.search.problem) and not self.panes.results.cursor:
                self.search.changed()
            self._tell()

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
            "query_earlier": self.panes.line.take_earlier,
            "result_open": self._open_result,
            "facet_take": self.search.take_facet,
            "search_query": lambda: self._bring(Front.QUERY),
            "search_facets": lambda: self._bring(Front.FACETS),
            "search_order": self.search.turn_order,
            "search_spelling": self.search.take_spelling,
            "search_next_pane": lambda: self._turn(1),
            "search_previous_pane": lambda: self._turn(-1),
            "search_help": self._open_help,
            "search_back": self._close,
            "search_close": self._close,
        }

    @property
    def _pane(self) -> RowList | TextPane:
        """What up and down move; while the query is typed the results, or the words in their place."""
        panes = self.panes
        if self.search.front is Front.FACETS:
            return panes.facets
        return panes.results if panes.results.count else panes.words

    def _is_available(self, name: str) -> bool:
        context, results = BY_NAME[name].context, self.search.results
        if context in _CONTEXTS.values():
            return context is _CONTEXTS[self.search.front]
        if name == "search_spelling":
            return results is not None and bool(results.suggestions)
        return not (name in _NOT_TYPING and self.search.front is Front.QUERY)

    def _is_off(self, name: str) -> bool:
        if name == "query_earlier":
            return not self.panes.line.history
        if name == "query_results":
            return not self.panes.results.count
        return name == "facet_take" and self.panes.facets.current is None

    # What happened

    def on_query_line_changed(self, message: QueryLine.Changed) -> None:
        """Search as one types."""
        self.search.changed()
        if not message.text.strip():
            self._arrange()

    def on_seeker_found(self, message: Seeker.Found) -> None:
        """Hits."""
        self.search.take_found(message.request, message.results, is_damaged=message.is_damaged)
        self._arrange()

    def on_seeker_counted(self, message: Seeker.Counted) -> None:
        """Facets."""
        self.search.take_counted(message.request, message.facets)
        self._tell()

    def on_seeker_totalled(self, message: Seeker.Totalled) -> None:
        """How much was found."""
        self.search.take_totalled(message.request, message.counts)
        self._tell()

    def on_seeker_failed(self, message: Seeker.Failed) -> None:
        """There is nothing to search in."""
        if not message.is_damage:
            self.search.take_failed(message.problem)
        elif self.search.take_damaged():
            self._mend()
        self._arrange()

    def on_result_list_damaged(self, message: ResultList.Damaged) -> None:
        """The text of a hit that shows is damaged."""
        if self.search.take_text_damaged():
            self._mend()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A result or a facet was clicked."""
        if self.search.front is Front.FACETS:
            self.search.take_facet()
        else:
            self._open_result()

    def _to_results(self) -> None:
        self.panes.line.remember()
        self.search.wish()
        self._arrange()

    def _turn(self, step: int) -> None:
        """To the next or previous of query, results and facets, around."""
        order = list(Front)
        self._bring(order[(order.index(self.search.front) + step) % len(order)])

    def _open_result(self) -> None:
        """Open the current result, if it is there."""
        item, results = self.panes.results.current, self.search.results
        if item is None or results is None:
            return
        self.panes.line.remember()
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
        if self.search.front is Front.FACETS and not self.panes.results.display:
            self._bring(Front.RESULTS)
            return
        self.panes.line.remember()
        self.dismiss(Searched(self.state()))

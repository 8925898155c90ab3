"""Browsing the library: what there is by session year, member, party, ministry and kind, with counts.

Gives the query for the value that was chosen, for the search to open with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from kvtui.library.catalogue import CatalogueError, Dimension
from kvtui.tui.bindings import bindings_for, bindings_of
from kvtui.tui.commands import MOVES, Context
from kvtui.tui.panes.count_list import CountList, CountRow
from kvtui.tui.panes.frame import Caption, Frame
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.prompt import Prompt
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap
from kvtui.tui.screens.filtering import Filtering
from kvtui.tui.text.browse_rows import DIMENSIONS, BrowseValue, browse_values, filtered, query_of

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

_BESIDE_FROM = 60
"""Columns from which the values stand beside the dimensions."""
_LEFT_WIDTH = 18

Counts = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class BrowseState:
    """Where one was in it: all that is needed to be there again."""

    dimension: int = 0
    words: str = ""
    """The filter of the values."""
    value: int = 0
    top: int = 0
    """The first of the values that shows."""
    is_in_values: bool = False


class BrowseScreen(Filtering, Commanded, Screen[str], inherit_bindings=False):
    """Dimensions at the left, the values of the current one at the right."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Context.BROWSE), *bindings_of(*MOVES)]
    DEFAULT_CSS: ClassVar[str] = "BrowseScreen { overflow: hidden; }"

    class Counted(Message):
        """The values of a dimension, or why there are none."""

        def __init__(
            self, dimension: Dimension, counts: Sequence[tuple[str, int]], problem: str = ""
        ) -> None:
            """What was counted."""
            super().__init__()
            self.dimension = dimension
            self.counts = counts
            self.problem = problem

    def __init__(self, catalogue: Catalogue, keymap: Keymap, state: BrowseState | None = None) -> None:
        """The documents of a catalogue; as it was left where there is a state."""
        super().__init__()
        self._begun = state or BrowseState()
        self._place: tuple[int, int] | None = (self._begun.value, self._begun.top)
        self._catalogue = catalogue
        self._keymap = keymap
        self._counted: dict[Dimension, Sequence[BrowseValue]] = {}
        self._asked: set[Dimension] = set()
        self._values: Sequence[BrowseValue] = ()
        self.dimensions = CountList(id="dimensions")
        self.values = CountList(id="values")
        self.front: CountList = self.dimensions
        self.frame = Frame(self.dimensions, self.values, id="browse-frame")
        self.prompt = Prompt(id="browse-prompt")
        self.key_bar = KeyBar(id="browse-keys")
        self.commands = CommandSet(self._handlers(), is_off=self._is_off)

    def compose(self) -> ComposeResult:
        """The two lists, and the keys or the filter."""
        yield self.frame
        yield self.prompt
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin with the first dimension, or where one was."""
        self.dimensions.show([CountRow(words) for words in DIMENSIONS.values()])
        self.dimensions.stand(self._begun.dimension, 0)
        self.values.filter_words = self._begun.words
        self.watch(self.dimensions, "moves", self._show_values, init=False)
        self.watch(self.values, "moves", self._tell, init=False)
        self._bring(self.values if self._begun.is_in_values else self.dimensions)
        self._show_values()

    def state(self) -> BrowseState:
        """Where one is."""
        values, is_in_values = self.values, self.front is self.values
        words = values.filter_words or ""
        return BrowseState(self.dimensions.cursor, words, values.cursor, values.top, is_in_values)

    # Values

    @property
    def dimension(self) -> Dimension:
        """The one whose values show."""
        return list(DIMENSIONS)[self.dimensions.cursor]

    def _show_values(self) -> None:
        """Show the values of the current dimension, counted when they are first asked for."""
        dimension = self.dimension
        known = self._counted.get(dimension)
        if known is None and dimension not in self._asked:
            self._asked.add(dimension)
            self.run_worker(lambda: self._count(dimension), thread=True, group="browse")
        self._values = filtered(known or (), self.values.filter_words or "")
        self.values.empty = (
            "Counting…" if known is None else "Nothing has these words." if known else "Nothing yet."
        )
        self.values.show([value.row for value in self._values])
        self._tell()

    def _count(self, dimension: Dimension) -> None:
        """In a thread: count."""
        try:
            self.post_message(self.Counted(dimension, self._catalogue.values(dimension)))
        except CatalogueError as error:
            self.post_message(self.Counted(dimension, (), str(error)))

    def on_browse_screen_counted(self, message: Counted) -> None:
        """Show what was counted."""
        if message.problem:
            self.app.notify(message.problem, severity="warning", markup=False)
        self._counted[message.dimension] = browse_values(message.dimension, message.counts)
        if message.dimension is self.dimension:
            self._show_values()
            if self._place is not None:
                self.values.stand(*self._place)
                self._place = None
                self._tell()

    def filter_by(self, words: str) -> None:
        """Show the values with these words."""
        self.values.filter_words = words
        self.values.stand(0, 0)
        self._show_values()

    # Arranging

    def on_resize(self, event: events.Resize) -> None:
        """More or less room."""
        self._bring(self.front, focus=not self.prompt.is_open)

    def _bring(self, pane: CountList, *, focus: bool = True) -> None:
        """Bring a list to the front."""
        self.front = pane
        beside = self.size.width >= _BESIDE_FROM
        for each in (self.dimensions, self.values):
            each.display = beside or each is pane
        self.dimensions.styles.width = _LEFT_WIDTH if beside else "1fr"
        if focus:
            self.set_focus(pane, scroll_visible=False)
        self._tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A list got the focus, perhaps by a click."""
        if isinstance(event.widget, CountList) and event.widget is not self.front:
            self._bring(event.widget)
        for pane in (self.dimensions, self.values, self.frame):
            pane.refresh()

    def _tell(self) -> None:
        """Bring the words up to date."""
        values = self.values
        position = f"{values.cursor + 1:,} of {values.count:,}" if values.count else ""
        self.frame.caption("dimensions", Caption("Browse by"))
        self.frame.caption("values", Caption(DIMENSIONS[self.dimension], "", position))
        self.key_bar.tell(self.commands.hints(self._keymap, Context.BROWSE))

    # Commands

    def _handlers(self) -> Mapping[str, Callable[[], None]]:
        return {
            "up": lambda: self.front.move_line(-1),
            "down": lambda: self.front.move_line(1),
            "page_up": lambda: self.front.move_page(-1),
            "page_down": lambda: self.front.move_page(1),
            "home": lambda: self.front.move_home(),  # noqa: PLW0108 - the list in front changes
            "end": lambda: self.front.move_end(),  # noqa: PLW0108
            "browse_take": self._take,
            "browse_filter": self._ask_filter,
            "browse_next_pane": lambda: self._bring(self.values),
            "browse_previous_pane": lambda: self._bring(self.dimensions),
            "browse_help": self._open_help,
            "browse_close": lambda: self._close(),  # noqa: PLW0108 - dismissing needs the message pump
        }

    def _is_off(self, name: str) -> bool:
        return name == "browse_take" and self.front is self.values and not self.values.count

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A row was clicked."""
        self._take()

    def _take(self) -> None:
        """From the dimensions to the values; a value is searched for."""
        if self.front is self.dimensions:
            self._bring(self.values)
        elif self.values.current is not None:
            self.dismiss(query_of(self.dimension, self._values[self.values.cursor].value))

    def _ask_filter(self) -> None:
        self._bring(self.values)
        self.ask_filter(self.values.filter_words or "")

    def filter_typed(self) -> None:
        """Back to the values."""
        self._bring(self.values)

    def _open_help(self) -> None:
        from kvtui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keymap, "Browse"))

    def _close(self) -> None:
        self.dismiss(None)

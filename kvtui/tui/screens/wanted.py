"""What is cited and not in the library: who cites it, its official page, its name for the clipboard.

Gives the query for who cites it, for the search to open with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from kvtui.library.catalogue import CatalogueError
from kvtui.library.links.wanted import Wanted, kind_words, wanted
from kvtui.library.query.compose import with_filter
from kvtui.library.query.tree import FilterField
from kvtui.tui.bindings import bindings_for
from kvtui.tui.browsing import open_page
from kvtui.tui.commands import Context
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.wanted_list import WantedList
from kvtui.tui.screens.commanded import Keymap
from kvtui.tui.screens.dialog import Dialog
from kvtui.tui.screens.filtering import Filtering

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

_FIRST = 200  # shown before the rest is there


@dataclass(frozen=True, slots=True)
class WantedState:
    """Where one was in it: all that is needed to be there again."""

    found: Sequence[Wanted]
    words: str
    """The filter."""
    cursor: int
    top: int
    """The first row that shows."""


class WantedScreen(Filtering, Dialog[str]):
    """The list; gives the query for what cites the chosen one."""

    CONTEXT = Context.WANTED
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Context.WANTED)

    class Listed(Message):
        """What is wanted, as far as is known."""

        def __init__(self, found: Sequence[Wanted], words: str) -> None:
            """`words` are for where there is nothing."""
            super().__init__()
            self.found = found
            self.words = words

    def __init__(self, catalogue: Catalogue, keymap: Keymap, state: WantedState | None = None) -> None:
        """Of the documents of a catalogue; as it was left where there is a state."""
        self._catalogue = catalogue
        self._begun = state
        self._list = WantedList()
        self._found: Sequence[Wanted] = ()
        self._empty = ""
        self._words = ""
        """What they are filtered by."""
        super().__init__("Wanted: cited and not in the library", self._list, keymap, 84)
        self.commands.is_off = self._is_off

    def on_mount(self) -> None:
        """Begin to look."""
        super().on_mount()
        self.watch(self._list, "moves", self._tell, init=False)
        if self._begun is not None:
            self._take_up(self._begun)
        self.run_worker(self._look, thread=True, group="wanted")

    def _take_up(self, state: WantedState) -> None:
        """Be where one was, with what was known then."""
        self._found, self._words = state.found, state.words
        self._show()
        self.fit(self.app.size.width, self.app.size.height)
        self._list.stand(state.cursor, state.top)
        self._tell()

    def state(self) -> WantedState:
        """Where one is."""
        return WantedState(self._found, self._words, self._list.cursor, self._list.top)

    def _look(self) -> None:
        """In a thread: list them."""
        worker = get_current_worker()
        found: list[Wanted] = []
        try:
            for item in wanted(self._catalogue):
                found.append(item)
                if len(found) == _FIRST and self._begun is None:
                    self.post_message(self.Listed(tuple(found), ""))
                if worker.is_cancelled:
                    return
        except CatalogueError as error:
            self.post_message(self.Listed((), str(error)))
            return
        self.post_message(self.Listed(found, "Everything that is cited is in the library."))

    def on_wanted_screen_listed(self, message: Listed) -> None:
        """Show them."""
        self._found, self._empty = message.found, message.words
        self._show()
        self.fit(self.app.size.width, self.app.size.height)

    def _show(self) -> None:
        """Show those that have all words of the filter in their name or kind."""
        words = self._words.lower().split()
        shown = [
            each
            for each in self._found
            if all(word in f"{each.identifier} {kind_words(each)}".lower() for word in words)
        ]
        self._list.show(shown, "Nothing has these words." if self._found else self._empty)
        self._tell()

    def _tell(self) -> None:
        self.tell_keys()
        count = self._list.count
        position = f"{self._list.cursor + 1:,} of {count:,}" if count else ""
        self.tell_position(f"/ {self._words} · {position}" if self._words else position)

    def rows_wanted(self, width: int) -> int:
        """A row each."""
        return max(3, len(self._found))

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the keys do."""
        return {
            "wanted_citing": self._search,
            "wanted_filter": lambda: self.ask_filter(self._words),
            "wanted_open": self._open,
            "wanted_copy": self._copy,
            "wanted_help": self._open_help,
            "wanted_close": self.close,
        }

    def _is_off(self, name: str) -> bool:
        current = self._list.current
        if name == "wanted_open":
            return current is None or current.url is None
        if name == "wanted_filter":
            return not self._found
        return name not in ("wanted_close", "wanted_help") and current is None

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """One was clicked."""
        self._search()

    def _search(self) -> None:
        if self._list.current is not None:
            self.dismiss(with_filter("", FilterField.CITES, self._list.current.identifier))

    def filter_by(self, words: str) -> None:
        """Show those with these words."""
        self._words = words
        self._list.stand(0, 0)
        self._show()

    def filter_typed(self) -> None:
        """Back to the list."""
        self.set_focus(self._list)
        self._tell()

    def _open(self) -> None:
        current = self._list.current
        if current is not None and current.url is not None:
            open_page(self.app, current.url)

    def _copy(self) -> None:
        if self._list.current is not None:
            self.app.copy_to_clipboard(self._list.current.identifier)
            self.app.notify(f"Copied: {self._list.current.identifier}", markup=False)

    def _open_help(self) -> None:
        from kvtui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keymap, "Wanted"))

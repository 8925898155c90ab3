"""The list of themes; each shows itself as one moves over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.segment import Segment
from textual.strip import Strip

from kvtui.tui import themes
from kvtui.tui.desk import Desk
from kvtui.tui.palette import palette_of
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.screens.commanded import Keymap
from kvtui.tui.screens.dialog import Dialog


class ThemeList(RowList):
    """Names of themes."""

    def __init__(self, names: list[str], current: str) -> None:
        """With the present theme as the current row."""
        super().__init__()
        self.names = names
        self.cursor = names.index(current) if current in names else 0

    @property
    def count(self) -> int:
        """How many themes there are."""
        return len(self.names)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The name."""
        palette = palette_of(self.app)
        here = index == self.cursor
        row = [Segment(" ▸ " if here else "   ", palette.key), Segment(self.names[index], palette.base)]
        strip = Strip(row).adjust_cell_length(width, palette.base)
        return lay_under(strip, palette.current, palette.base) if here else strip


class ThemeScreen(Dialog[None]):
    """Choose a theme, kvtui's own first."""

    def __init__(self, desk: Desk, keymap: Keymap, available: list[str], current: str) -> None:
        """The themes there are, and the present one."""
        own = [themes.DARK.name, themes.LIGHT.name]
        self._desk = desk
        self._before = current
        self._list = ThemeList(own + sorted(set(available) - set(own)), current)
        super().__init__("Theme", self._list, keymap, 40)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Keep the theme that shows, or go back to the one before."""
        return {"dialog_choose": self._keep, "dialog_close": self._go_back}

    def rows_wanted(self, width: int) -> int:
        """A row for each theme."""
        return self._list.count

    def on_mount(self) -> None:
        """Show each theme as the cursor comes to it."""
        super().on_mount()
        self.watch(self._list, "moves", self._try, init=False)

    def _try(self) -> None:
        self.app.theme = self._list.names[self._list.cursor]

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A theme was clicked."""
        self._keep()

    def _keep(self) -> None:
        self._desk.save_choice("theme", self._list.names[self._list.cursor])
        self.close()

    def _go_back(self) -> None:
        self.app.theme = self._before
        self.close()

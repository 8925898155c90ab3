"""One muted row of words: some at the left, some at the right, cut where there is no room for both."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.text.blocks import Ink


class ToldLine(Widget):
    """Says something; takes no keys."""

    DEFAULT_CSS: ClassVar[str] = "ToldLine { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        """An empty row."""
        super().__init__(id=id)
        self._told: tuple[str, str, Ink] = ("", "", Ink.MUTED)

    def tell(self, left: str, right: str = "", ink: Ink = Ink.MUTED) -> None:
        """Say this; `ink` is that of the words at the left."""
        if self._told != (left, right, ink):
            self._told = (left, right, ink)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The words; those at the right are whole."""
        palette = palette_of(self.app)
        left, right, ink = self._told
        width = self.size.width
        room = width - 2 - cell_len(right) - (2 if right else 0)
        words = cut(left, room) if room > 4 else ""
        between = max(0, width - 2 - cell_len(words) - cell_len(right))
        row = [
            Segment(" ", palette.base),
            Segment(words, palette.inks[ink]),
            Segment(" " * between, palette.base),
            Segment(right, palette.inks[Ink.MUTED]),
        ]
        return Strip(row).adjust_cell_length(width, palette.base)

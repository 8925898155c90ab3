"""The list of what is cited and not in the library: one row each, with how often."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from kvtui.library.links.wanted import Wanted, kind_words
from kvtui.library.links.wording import count_words
from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.text.blocks import Ink

_KIND_WIDTH = 13
"""Columns for the longest name of a kind."""


class WantedList(RowList):
    """Publications, the most cited first."""

    def __init__(self) -> None:
        """An empty list, until `show`."""
        super().__init__()
        self.wanted: Sequence[Wanted] = ()
        self._empty = "Looking…"

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.wanted)

    @property
    def current(self) -> Wanted | None:
        """The current one."""
        return self.wanted[self.cursor] if self.cursor < self.count else None

    def show(self, wanted: Sequence[Wanted], empty: str) -> None:
        """Show these; `empty` is said where there are none."""
        self.wanted, self._empty = wanted, empty
        self.items_changed()

    @property
    def headroom(self) -> int:
        """A row to say that there is nothing."""
        return 0 if self.wanted else 1

    def draw_head(self, line: int, width: int) -> Strip:
        """Say that there is nothing."""
        palette = palette_of(self.app)
        row = [Segment(" " + cut(self._empty, width - 1), palette.inks[Ink.MUTED])]
        return Strip(row).adjust_cell_length(width, palette.base)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """How often, what, and in how many documents, as far as there is room."""
        palette = palette_of(self.app)
        item, here = self.wanted[index], index == self.cursor
        times = f"{item.times:,}×"
        documents = f"in {count_words(item.documents, 'document')}"
        room = width - 11
        kind = f"{kind_words(item):{_KIND_WIDTH}}  " if room > 2 * _KIND_WIDTH else ""
        room -= len(kind)
        name = cut(item.identifier, room)
        room -= cell_len(name)
        tail = documents if room > cell_len(documents) + 1 else ""
        row = [
            Segment(" ▸" if here else "  ", palette.key),
            Segment(f"{times:>7}  ", palette.inks[Ink.MUTED]),
            Segment(kind, palette.inks[Ink.MUTED]),
            Segment(name, palette.inks[Ink.STRONG]),
            Segment(" " * (room - cell_len(tail) - 1) + tail, palette.inks[Ink.MUTED]),
        ]
        strip = Strip(row).adjust_cell_length(width, palette.base)
        return lay_under(strip, palette.current, palette.base) if here else strip

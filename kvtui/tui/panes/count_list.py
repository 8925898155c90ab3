"""A list of names with counts, under headings where there are any: facets, dimensions, their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.text.blocks import Ink


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row."""

    words: str
    count: int | None = None
    is_heading: bool = False
    """A heading cannot be chosen."""
    is_taken: bool = False
    """Already chosen: drawn with a tick."""


class CountList(RowList):
    """Rows in one line each; the cursor passes over headings."""

    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.rows: Sequence[CountRow] = ()
        self.empty = ""
        self.filter_words: str | None = None
        """What the list is filtered by, told in its first row; None for a list that is not filtered."""

    @property
    def count(self) -> int:
        """How many rows there are, headings included."""
        return len(self.rows)

    @property
    def current(self) -> CountRow | None:
        """The row on which one is."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if row is not None and not row.is_heading else None

    def show(self, rows: Sequence[CountRow]) -> None:
        """Show other rows; the cursor stays on its row as far as it can."""
        self.rows = rows
        self.cursor = self._choosable(min(self.cursor, max(0, len(rows) - 1)), 1)
        self.items_changed()

    def choose(self, index: int) -> None:
        """Make a row current, or the next one in the same direction where it is a heading."""
        index = max(0, min(index, self.count - 1))
        super().choose(self._choosable(index, -1 if index < self.cursor else 1))

    def _choosable(self, index: int, step: int) -> int:
        for direction in (step, -step):
            found = index
            while 0 <= found < len(self.rows):
                if not self.rows[found].is_heading:
                    return found
                found += direction
        return index

    def reveal(self) -> None:
        """Show the current row, with the heading above the first of a group."""
        if self.cursor and self.cursor < self.count and self.rows[self.cursor - 1].is_heading:
            top = self.cursor - 1
            if top < self.scroll_offset.y:
                self.scroll_to(y=top, animate=False, force=True)
        super().reveal()

    @property
    def headroom(self) -> int:
        """A row for the filter, and one to say that there is nothing."""
        return int(self.filter_words is not None) + int(not self.rows and bool(self.empty))

    def draw_head(self, line: int, width: int) -> Strip:
        """The filter; or that there is nothing."""
        palette = palette_of(self.app)
        if self.filter_words is None or line:
            words = [Segment(" " + cut(self.empty, width - 1), palette.inks[Ink.MUTED])]
        elif not self.filter_words:
            words = [Segment(" / filter…", palette.key_off)]
        else:
            words = [Segment(" / ", palette.key), Segment(cut(self.filter_words, width - 4), palette.base)]
        return Strip(words).adjust_cell_length(width, palette.base)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """A heading; or a name with its count at the right."""
        palette = palette_of(self.app)
        row, here = self.rows[index], index == self.cursor
        if row.is_heading:
            strip = Strip([Segment(" " + cut(row.words, width - 1), palette.inks[Ink.LABEL])])
            return strip.adjust_cell_length(width, palette.base)
        count = "" if row.count is None else f"{row.count:,}"
        room = width - 3 - cell_len(count) - (2 if count else 0)
        words = cut(row.words, room)
        sign = "✓ " if row.is_taken else "▸ " if here else "  "
        strip = Strip(
            [
                Segment(sign, palette.inks[Ink.GOOD] if row.is_taken else palette.key),
                Segment(words, palette.inks[Ink.STRONG] if row.is_taken else palette.base),
                Segment(" " * (width - 3 - cell_len(words) - cell_len(count)), palette.base),
                Segment(count, palette.inks[Ink.MUTED]),
            ]
        ).adjust_cell_length(width, palette.base)
        under = Style.null() if not here else palette.current if self.has_focus else palette.resting
        return lay_under(strip, under, palette.base) if here else strip

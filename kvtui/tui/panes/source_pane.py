"""The pane of the source: rows of text with line numbers and what each line became left of them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from kvtui.export.source import SourceRow, Tone, label_of, short_label_of
from kvtui.tui.palette import Palette
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.text.blocks import Block, Ink, Spot
from kvtui.tui.text.source_text import PlacedRepair, anchor_of_row, source_blocks

_MEASURE = 104
"""The widest row of text in cells: printed lines have up to about a hundred characters."""
_NARROW = 60  # cells below which labels are short


class SourcePane(TextPane):
    """A text pane that knows the rows of a source."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty pane."""
        super().__init__(id=id)
        self.source: Sequence[SourceRow] = ()
        self._digits = 1
        self._labelled: Sequence[bool] = ()

    def show_source(self, source: Sequence[SourceRow], first: int) -> None:
        """Show a source with one of its rows at the top."""
        self.source = source
        self._digits = len(str(source[-1].line)) if source else 1
        self.show(source_blocks(source), Spot(anchor_of_row(first)))

    @property
    def _gutter(self) -> int:
        """Cells for line numbers and labels, with what is blank between; none where no source shows."""
        if not self.source:
            return 0
        return self._digits + (10 if self.size.width < _NARROW else 16)

    @property
    def measure(self) -> int:
        """Cells that a row of text has, without the gutter."""
        return max(1, min(self.size.width - 2 - self._gutter, _MEASURE))

    @property
    def margin(self) -> int:
        """Blank cells left of the gutter."""
        return max(1, (self.size.width - self.measure - self._gutter) // 2)

    def draw_label(self, block: Block, first: bool, last: bool, palette: Palette) -> list[Segment]:
        """The number of a line in its first row, and what it became where that changes."""
        if block.anchor is None or not first:
            return [Segment(" " * self._gutter, palette.base)]
        index = block.anchor.paragraph
        row = self.source[index]
        quiet = palette.inks[Ink.MUTED]
        number = str(row.line) if row.begins else ""
        label = short_label_of if self.size.width < _NARROW else label_of
        words = label(row) if self._changes(index) else ""
        ink = palette.inks[Ink.LABEL] if row.tone is Tone.TEXT else quiet
        return [
            Segment(f"{number:>{self._digits}}  ", quiet),
            Segment(f"{words:{self._gutter - self._digits - 4}}  ", ink),
        ]

    def _changes(self, index: int) -> bool:
        """Whether a row is of another part than the one above, blank lines aside."""
        row, above = self.source[index], index - 1
        while above >= 0 and self.source[above].fate is None:
            above -= 1
        if above < 0:
            return True
        over = self.source[above]
        return (over.fate, over.numbers, over.page) != (row.fate, row.numbers, row.page)

    @property
    def top_row(self) -> int:
        """The row of the source at the top of the window."""
        return self._row_at(self.scroll_offset.y)

    @property
    def bottom_row(self) -> int:
        """The row of the source at the bottom of the window."""
        return self._row_at(min(self.scroll_offset.y + self.size.height, len(self.rows)) - 1)

    def _row_at(self, y: int) -> int:
        anchor = self.spot_at(y).anchor
        return anchor.paragraph if anchor is not None else 0

    def bring_to_top(self, index: int) -> None:
        """Scroll so that a row of the source is the first in the window."""
        spot = Spot(anchor_of_row(index))
        y = super().row_of(spot)
        if y is None:
            self.wrap_all()
            y = super().row_of(spot)
        self.scroll_to(y=y or 0, animate=False, force=True)

    def point_at(self, placed: PlacedRepair) -> None:
        """Bring a repair into view and mark it."""
        anchor = anchor_of_row(placed.row)
        shown = placed.shown
        self.go_to(Spot(anchor, shown.start), context=3)
        self.mark_matches({anchor: [(shown.start, shown.end)]}, (anchor, shown.start))
        self.moves += 1

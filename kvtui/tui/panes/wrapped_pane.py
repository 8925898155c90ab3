"""Blocks wrapped to the width of a pane, and the place in them that shows: the lower half of `TextPane`.

Rows are wrapped in batches between key presses, and the place survives every new width.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView

from kvtui.tui.text.blocks import Anchor, PaneText, Spot
from kvtui.tui.text.rows import Rows

MEASURE = 84
"""The widest row of text in cells; more is tiring to read."""
_BATCH = 2_000  # rows wrapped between two looks at the keyboard: about 3 ms


class WrappedPane(ScrollView, can_focus=True, inherit_bindings=False):
    """A text in rows, scrolled without animation."""

    DEFAULT_CSS: ClassVar[str] = """
    WrappedPane { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }
    """

    moves: var[int] = var(0, init=False)
    """Counts up whenever other rows show, more are known of, or another link is current; to be watched."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty pane."""
        super().__init__(id=id)
        self.text = PaneText()
        self.rows = Rows((), 1)
        self._blocks_at: dict[Anchor, int] = {}
        self._pending: Spot | None = None
        self._top = Spot(None)
        self._wrapped_for = 0

    def show(self, text: PaneText, top: Spot | None = None) -> None:
        """Show a text, with `top` in the first row as soon as the pane has a width."""
        self.text = text
        self._blocks_at = {
            block.anchor: index for index, block in enumerate(text.blocks) if block.anchor is not None
        }
        self._pending = top or Spot(None)
        self._wrap()

    def repaint(self) -> None:
        """Draw all rows anew."""
        self.refresh()

    @property
    def measure(self) -> int:
        """Cells that a row of text has, labels included."""
        return max(1, min(self.size.width - 2, MEASURE))

    @property
    def margin(self) -> int:
        """Blank cells left of the text: one, or what brings a narrow column to the middle."""
        return max(1, (self.size.width - self.measure) // 2)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width and go back to the place that was in the first row."""
        self.fit()
        self.repaint()

    def fit(self) -> None:
        """Wrap to the width that the pane has now, if the rows have another."""
        if self.size.width and self._wrapped_for != self.measure:
            self._pending = self._pending or self._top
            self._wrap()

    def _wrap(self) -> None:
        if not self.size.width:
            self._wrapped_for = 0
            return  # not laid out yet, or folded away: on_resize comes
        self._wrapped_for = self.measure
        self.rows = Rows(self.text.blocks, self.measure)
        self.rows.extend(3 * max(self.size.height, 20))
        self._settle(self.rows)
        self.repaint()

    def _settle(self, rows: Rows) -> None:
        """Take note of the rows that are there, jump to the place that waits for them, and wrap on."""
        if rows is not self.rows:
            return  # another text or width since
        self._take_height()
        if self._pending is not None:
            row = self.row_of(self._pending)
            if row is not None and (rows.complete or row + self.size.height <= len(rows)):
                top, self._pending = self._pending, None
                self.scroll_to(y=row, animate=False, force=True)
                self._top = top if self.scroll_offset.y == row else self.spot_at(self.scroll_offset.y)
        if not rows.complete:
            self.set_timer(0.001, lambda: self._wrap_on(rows))
        self.moves += 1

    def _take_height(self) -> None:
        """Scroll over all rows that are known; a new layout, which the reactive asks for, is not needed."""
        self.set_reactive(WrappedPane.virtual_size, Size(self.size.width, len(self.rows)))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _wrap_on(self, rows: Rows) -> None:
        if rows is self.rows:
            rows.extend(_BATCH)
            self._settle(rows)

    def wrap_all(self) -> None:
        """Wrap what is not wrapped yet, now."""
        while not self.rows.complete:
            self.rows.extend(_BATCH)
        self._take_height()

    # Places

    def block_of(self, anchor: Anchor) -> int | None:
        """The block that shows a paragraph."""
        return self._blocks_at.get(anchor)

    def row_of(self, spot: Spot) -> int | None:
        """The row of a place; None while it is not wrapped yet. See `spot_at` for rows of no paragraph."""
        if spot.anchor is None:
            return spot.offset if spot.offset < len(self.rows) or self.rows.complete else None
        index = self._blocks_at.get(spot.anchor)
        if index is None:
            return 0
        block = self.text.blocks[index]
        shown = block.shown(spot.offset)
        row = self.rows.find(index, min(shown, len(block.text)))
        return None if row is None else row + max(0, shown - len(block.text))

    def spot_at(self, row: int) -> Spot:
        """The place in the document at the start of a row.

        A row of no paragraph is told by how many rows it stands below the last character of the
        paragraph above it, or below the top of the pane where there is none.
        """
        if not 0 <= row < len(self.rows):
            return Spot(None, max(0, row))
        index, start, _ = self.rows.row(row)
        block = self.text.blocks[index]
        if block.anchor is not None:
            return Spot(block.anchor, block.original(start))
        for above in range(index - 1, -1, -1):
            block = self.text.blocks[above]
            if block.anchor is not None:
                last = self.rows.rows_of(above).stop - 1
                return Spot(block.anchor, block.original(len(block.text)) + row - last)
        return Spot(None, row)

    @property
    def top(self) -> Spot:
        """The place in the first row that shows."""
        return self._pending or self._top

    def go_to(self, spot: Spot, context: int = 2) -> None:
        """Bring a place into view, `context` rows from the edge; what shows already doesn't move."""
        row = self.row_of(spot)
        if row is None:
            self.wrap_all()
            row = self.row_of(spot)
        if row is None or not self.size.height:
            self._pending = spot
        else:
            self.show_rows(row, row, context)

    def show_rows(self, first: int, last: int, context: int = 0) -> None:
        """Scroll as little as is needed to show some rows, the first of them in any case."""
        top, height = self.scroll_offset.y, self.size.height
        context = min(context, max(0, (height - 1) // 3))
        if last + context >= top + height:
            top = last + context - height + 1
        top = min(top, first - context)
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place in the first row, for resizing and for going back."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._top = self.spot_at(round(new_value))
            self.moves += 1

    # Moving

    def move_line(self, step: int) -> None:
        """Scroll by rows."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)

    def move_page(self, step: int) -> None:
        """Scroll by pages that overlap by one row."""
        # not by move_line: in the questions a line is a question
        beyond = self.scroll_offset.y + step * max(1, self.size.height - 1)
        if beyond + self.size.height > len(self.rows) and not self.rows.complete:
            self.rows.extend(_BATCH)
            self._take_height()
        self.scroll_to(y=beyond, animate=False)

    def move_home(self) -> None:
        """Scroll to the top."""
        self.scroll_to(y=0, animate=False)

    def move_end(self) -> None:
        """Scroll to the end."""
        self.wrap_all()
        self.scroll_to(y=len(self.rows), animate=False)

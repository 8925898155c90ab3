"""The rows of blocks at one width, wrapped a batch at a time: a book of 5 MB shows its first page at once.

Rows are kept as three arrays of integers; the text itself is never copied.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kvtui.export.columns import Columns, Grid, fit
from kvtui.tui.text.blocks import Block, Ink
from kvtui.tui.text.table_rows import Piece, TableLine, table_lines
from kvtui.tui.text.wrapping import break_rows


class Rows:
    """The rows of some blocks at one width, as far as they have been wrapped."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        """Begin without any row; `extend` wraps."""
        self.blocks = blocks
        self.width = width
        self._block = array("I")
        self._start = array("I")
        self._end = array("I")
        self._first: list[int] = []  # first row of each block that is begun
        self._pending: Iterator[tuple[int, int]] | None = None
        self._next = 0
        self._grids: dict[tuple[Columns, int], Grid | None] = {}
        self._laid: tuple[int, list[TableLine]] = (-1, [])  # the row of a table that was asked for last

    def __len__(self) -> int:
        """Rows wrapped so far."""
        return len(self._block)

    @property
    def complete(self) -> bool:
        """True when every block is wrapped."""
        return self._next >= len(self.blocks) and self._pending is None

    def extend(self, rows: int) -> None:
        """Wrap on until that many rows more are there, or all."""
        goal = len(self) + rows
        while len(self) < goal and not self.complete:
            if self._pending is None:
                self._first.append(len(self))
                self._next += 1
                self._pending = self._break(self._next - 1)
            index = self._next - 1
            for start, end in self._pending:
                self._block.append(index)
                self._start.append(start)
                self._end.append(end)
                if len(self) >= goal:
                    break
            else:
                self._pending = None

    def _break(self, index: int) -> Iterator[tuple[int, int]]:
        block = self.blocks[index]
        if block.row is None:
            return break_rows(block.text, self.width - block.hang, block.indent)
        return ((line.start, line.end) for line in self._lines(index, block))

    def _lines(self, index: int, block: Block) -> list[TableLine]:
        """The lines of a row of a table; the columns of a table are measured once."""
        if self._laid[0] != index and block.row is not None:
            width = self.width - block.hang
            key = (block.row.columns, width)
            if key not in self._grids:
                self._grids[key] = fit(block.row.columns, width)
            self._laid = (index, table_lines(block, block.row, self._grids[key], width))
        return self._laid[1]

    def row(self, index: int) -> tuple[int, int, int]:
        """(block, start, end) of a row; for one of a table its first place, see `pieces`."""
        return self._block[index], self._start[index], self._end[index]

    def pieces(self, index: int) -> Sequence[Piece]:
        """What stands in a row behind the label, from left to right."""
        number, start, end = self.row(index)
        block = self.blocks[number]
        if block.row is not None:
            return self._lines(number, block)[index - self._first[number]].pieces
        text = Piece(start, end)
        return (Piece(words=" " * block.indent, ink=Ink.TEXT), text) if start and block.indent else (text,)

    def first_row(self, block: int) -> int | None:
        """The first row of a block; None while it is not wrapped yet."""
        return self._first[block] if block < len(self._first) else None

    def rows_of(self, block: int) -> range:
        """The rows of a block, as far as they are wrapped."""
        first = self.first_row(block)
        if first is None:
            return range(0)
        last = self.first_row(block + 1)
        return range(first, len(self) if last is None else last)

    def find(self, block: int, offset: int) -> int | None:
        """The row in which a character of a block stands; None while it is not wrapped yet."""
        rows = self.rows_of(block)
        if not rows:
            return None
        if self.blocks[block].row is not None:
            return self._find_in_table(block, rows, offset)
        found = bisect_right(self._start, offset, rows.start, rows.stop) - 1
        finished = self.complete or rows.stop < len(self) or self._end[rows.stop - 1] > offset
        if not finished and found == rows.stop - 1 and block == len(self._first) - 1 and self._pending:
            return None
        return max(found, rows.start)

    def _find_in_table(self, index: int, rows: range, offset: int) -> int | None:
        """The same for a row of a table, where every line holds pieces of several cells."""
        block = self.blocks[index]
        lines = self._lines(index, block)
        found, last = 0, 0
        for line_number, line in enumerate(lines):
            for start in line.starts:
                if last <= start <= offset:
                    found, last = line_number, start
        if offset >= len(block.text):
            found = len(lines) - 1
        return rows.start + found if found < len(rows) else None

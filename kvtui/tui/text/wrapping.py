"""Breaking blocks into rows of a width, a batch at a time: a book of 5 MB shows its first page at once.

Rows are kept as three arrays of integers; the text itself is never copied.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from kvtui.tui.text.blocks import Block

_SOFT_BREAK = re.compile(r"[/\-–—?&=_]")


def break_rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of each row of `text` in `width` cells; the spaces at a break belong to no row.

    Breaks at spaces; within a word only where it is wider than a whole row.
    """
    width = max(1, width)
    start, length = 0, len(text)
    if not length:
        yield 0, 0
    while start < length:
        limit = _reach(text, start, width)
        newline = text.find("\n", start, limit + 1)
        if newline >= 0:
            yield start, newline
            start = newline + 1
            continue
        if limit >= length:
            yield start, length
            return
        end = text.rfind(" ", start + 1, limit + 1)
        if end < 0:
            end = _inside_word(text, start, limit)
        yield start, end
        start = end
        while start < length and text[start] == " ":
            start += 1


def _reach(text: str, start: int, width: int) -> int:
    """How far a row from `start` can reach: the offset behind its last character that fits."""
    limit = start + width
    piece = text[start:limit]
    if piece.isascii() or (cell_len(piece) <= width and len(piece) == cell_len(piece)):
        return min(limit, len(text))
    used = 0
    for offset in range(start, min(len(text), start + 4 * width)):
        used += cell_len(text[offset])
        if used > width:
            return max(offset, start + 1)
    return min(len(text), start + 4 * width)


def _inside_word(text: str, start: int, limit: int) -> int:
    """Where to break a word that is wider than a row: behind a mark such as / or -, else anywhere."""
    found = start
    for match in _SOFT_BREAK.finditer(text, start + 1, limit):
        found = match.end()
    return found if found - start > (limit - start) // 3 else limit


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
                block = self.blocks[self._next]
                self._first.append(len(self))
                self._next += 1
                self._pending = break_rows(block.text, self.width - block.hang)
            index = self._next - 1
            for start, end in self._pending:
                self._block.append(index)
                self._start.append(start)
                self._end.append(end)
                if len(self) >= goal:
                    break
            else:
                self._pending = None

    def row(self, index: int) -> tuple[int, int, int]:
        """(block, start, end) of a row."""
        return self._block[index], self._start[index], self._end[index]

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
        found = bisect_right(self._start, offset, rows.start, rows.stop) - 1
        finished = self.complete or rows.stop < len(self) or self._end[rows.stop - 1] > offset
        if not finished and found == rows.stop - 1 and block == len(self._first) - 1 and self._pending:
            return None
        return max(found, rows.start)

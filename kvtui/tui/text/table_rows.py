"""A row of a table laid out in a width: in columns, or its cells under each other where columns don't fit.

Nothing is cut: cells fold within their column. Offsets stay those of the block's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from kvtui.export.columns import Grid
from kvtui.tui.text.blocks import Block, Ink, TableRow
from kvtui.tui.text.wrapping import break_rows

_BESIDE = " · "
_STEP = 2  # columns by which the cells under the first stand in
_LEAST = 12  # columns that a cell has beside its name


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a block's text, from `start` up to `end`, or words that are not in it."""

    start: int = 0
    end: int = 0
    words: str = ""
    ink: Ink | None = None
    """That of `words`; None for a piece of the text."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a row; a rule or a blank has no piece of the text."""

    start: int
    """The place in the block's text that stands for the line; rising from line to line."""
    end: int
    pieces: tuple[Piece, ...]

    @property
    def starts(self) -> Sequence[int]:
        """The places that are found in this line: where its pieces of the text begin, or the line's own."""
        return [piece.start for piece in self.pieces if piece.ink is None] or (self.start,)


def table_lines(block: Block, row: TableRow, grid: Grid | None, width: int) -> list[TableLine]:
    """The lines of a block that is a row, in the columns of a grid, or in `width` where there is none."""
    if grid is None:
        lines = _flowing(block, row, width) if row.is_head else _stacked(block, row, width)
    else:
        lines = _in_columns(block, row, grid)
    behind = len(block.text) - 1
    if grid is None and not row.is_last:
        lines.append(TableLine(behind, behind, ()))
    elif grid is not None and (row.is_head or (grid.folds and not row.is_last)):
        rule = grid.crossing.join("─" * size for size in grid.sizes)
        lines.append(TableLine(behind, behind, (Piece(words=rule, ink=Ink.LINE),)))
    first = lines[0] if lines else TableLine(0, 0, ())
    return [replace(first, start=0), *lines[1:]]


def _in_columns(block: Block, row: TableRow, grid: Grid) -> list[TableLine]:
    cells = [_broken(block, cell, size) for cell, size in zip(row.cells, grid.sizes, strict=False)]
    tallest: list[tuple[int, int]] = max(cells, key=len)
    lines = []
    for number, (start, end) in enumerate(tallest):
        pieces: list[Piece] = []
        for index, (cell, size) in enumerate(zip(cells, grid.sizes, strict=False)):
            if index:
                pieces.append(Piece(words=grid.between, ink=Ink.LINE))
            text = Piece(*cell[number]) if number < len(cell) else Piece(ink=block.ink)
            blank = Piece(words=" " * (size - _shown_width(block, text)), ink=block.ink)
            pieces += (blank, text) if row.columns.numeric[index] else (text, blank)
        lines.append(TableLine(start, end, tuple(pieces)))
    return lines


def _flowing(block: Block, row: TableRow, width: int) -> list[TableLine]:
    """The names of columns one behind the other: each of them stands before its cells too."""
    lines: list[list[Piece]] = []
    used = width
    for cell in row.cells:
        for start, end in _broken(block, cell, width) if cell[0] < cell[1] else ():
            size = cell_len(block.text[start:end])
            if lines and used + len(_BESIDE) + size <= width:
                lines[-1] += (Piece(words=_BESIDE, ink=Ink.LINE), Piece(start, end))
                used += len(_BESIDE) + size
            else:
                lines.append([Piece(start, end)])
                used = size
    return [TableLine(line[0].start, line[-1].end, tuple(line)) for line in lines]


def _stacked(block: Block, row: TableRow, width: int) -> list[TableLine]:
    """Each cell under the one before, behind the name of its column."""
    lines: list[TableLine] = []
    for index, cell in enumerate(row.cells):
        if cell[0] < cell[1]:
            names = row.columns.names[index : index + 1]
            name = f"{names[0]}: " if names and names[0] else ""
            lines += _named(block, cell, name, width, _STEP if lines else 0)
    return lines


def _named(block: Block, cell: tuple[int, int], name: str, width: int, indent: int) -> list[TableLine]:
    """A cell behind its name, or under it where the name leaves too little room; later rows stand in."""
    blank = Piece(words=" " * indent, ink=block.ink)
    further = Piece(words=" " * (indent + _STEP), ink=block.ink)
    lines = []
    before: tuple[Piece, ...] = (blank, Piece(words=name, ink=Ink.MUTED))
    room, later = width - indent - cell_len(name), width - indent - _STEP
    if name and room < min(_LEAST, cell_len(block.text[cell[0] : cell[1]])):
        for start, end in break_rows(name.rstrip(), width - indent):
            words = Piece(words=name[start:end], ink=Ink.MUTED)
            lines.append(TableLine(cell[0], cell[0], (blank, words)))
        before, room = (further,), later
    for start, end in _broken(block, cell, room, room - later):
        lines.append(TableLine(start, end, (*before, Piece(start, end))))
        before = (further,)
    return lines


def _broken(block: Block, cell: tuple[int, int], width: int, indent: int = 0) -> list[tuple[int, int]]:
    begin, stop = cell
    rows = break_rows(block.text[begin:stop], width, indent)
    return [(begin + start, begin + end) for start, end in rows]


def _shown_width(block: Block, piece: Piece) -> int:
    return cell_len(block.text[piece.start : piece.end])

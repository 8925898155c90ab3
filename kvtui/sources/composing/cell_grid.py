"""Merged cells of XML and HTML tables laid out: their text once, the cells that they cover empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kvtui.sources.lines import Line

_WIDEST = 200
"""Columns: more than any table on paper has; a span beyond it is an error or an attack."""
_MOST_COVERED = 50_000
"""Cells that merged cells may cover in one table."""


@dataclass(frozen=True, slots=True)
class SpanningCell:
    """A cell of a table: its lines, its first column where that is told, how far it spans."""

    lines: tuple[Line, ...]
    column: int | None = None
    across: int = 1
    down: int = 1


def laid_out(rows: Iterable[Sequence[SpanningCell]]) -> list[list[tuple[Line, ...]]]:
    """The cells of each row by column, an empty one where a cell of the row or of a row above covers it."""
    grid: list[list[tuple[Line, ...]]] = []
    covered: dict[int, int] = {}
    left = _MOST_COVERED
    for row in rows:
        placed: dict[int, tuple[Line, ...]] = dict.fromkeys(covered, ())
        below: dict[int, int] = {}
        column = 0
        for cell in row:
            column = max(column, min(cell.column or 0, _WIDEST))
            while column in placed:
                column += 1
            across = max(1, min(cell.across, _WIDEST - column, left))
            left -= across - 1
            for at in range(column, column + across):
                placed.setdefault(at, ())
                if cell.down > 1:
                    below[at] = cell.down
            placed[column] = cell.lines
            column += across
        covered = {at: rows_left - 1 for at, rows_left in {**covered, **below}.items() if rows_left > 1}
        grid.append([placed.get(at, ()) for at in range(max(placed, default=-1) + 1)])
    return grid

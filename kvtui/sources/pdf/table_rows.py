"""Rows of print to rows of a table: cells by their columns, wrapped cells put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kvtui.sources.pdf.layout import Row, Segment
from kvtui.sources.pdf.runs import Ruling
from kvtui.sources.pdf.widths import SPARE, fits

_WIDER = 1.35
"""Of the smallest distance between a table's lines: a greater one parts its rows."""
_SLOT = 0.8
"""Of the size: what is left free between columns."""
_FEW_BANDS = 3
_MOST_LINES = 20
"""Of a cell: no more are looked back to."""
_NUMERIC = re.compile(r"[^\w]*\d[\d.,%\s-]*[^\w]*")


@dataclass(frozen=True, slots=True)
class Column:
    """Where the cells of a column stand."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: of each cell its lines, the rows of print that it takes, and the table's columns."""

    cells: tuple[tuple[Row, ...], ...]
    printed: tuple[Row, ...]
    columns: tuple[Column, ...]


def columns_at(columns: Sequence[Column], x0: float, x1: float) -> list[int]:
    """The columns that something overlaps."""
    return [at for at, column in enumerate(columns) if column.x0 < x1 and column.x1 > x0]


def cells_of(row: Row, columns: Sequence[Column]) -> list[Row | None]:
    """What a row has in each column; what goes over several is in the first of them."""
    found: list[list[Segment]] = [[] for _ in columns]
    for segment in row.segments:
        for part in _parts(segment, columns):
            over = columns_at(columns, part.x0, part.x1)
            middle = (part.x0 + part.x1) / 2
            at = over[0] if over else min(range(len(columns)), key=lambda at: _distance(columns[at], middle))
            found[at].append(part)
    return [Row(segments, row.y, row.size) if segments else None for segments in found]


def _parts(segment: Segment, columns: Sequence[Column]) -> list[Segment]:
    """A segment over several columns cut between its runs, where each of these is in one column."""
    if len(columns_at(columns, segment.x0, segment.x1)) < 2:
        return [segment]
    parts: list[Segment] = []
    last = -1
    for run in segment.runs:
        over = columns_at(columns, run.x0, run.x1)
        if len(over) != 1:
            return [segment]
        if over[0] == last:
            parts[-1].runs.append(run)
            parts[-1].x1 = run.x1
        else:
            parts.append(Segment([run], run.x0, run.x1, segment.y, segment.size, len(run.text)))
        last = over[0]
    return parts


def _distance(column: Column, x: float) -> float:
    return max(column.x0 - x, x - column.x1, 0.0)


def grouped(
    rows: Sequence[Row], columns: Sequence[Column], spanning: Sequence[Ruling], uprights: Sequence[Ruling]
) -> list[TableRow]:
    """The rows of a table: parted by rulings, by wider gaps, or where a cell's words had ended."""
    gaps = [above.y - below.y for above, below in pairwise(rows)]
    pitch = max(min(gaps, default=0.0), 0.8 * rows[0].size)
    ruled = [any(below.y < one.y0 < above.y for one in spanning) for above, below in pairwise(rows)]
    wide = [gap > _WIDER * pitch for gap in gaps]
    is_grid = sum(ruled) + 1 >= _FEW_BANDS and any(
        columns[0].x1 < (one.x0 + one.x1) / 2 < columns[-1].x0 and one.y0 < rows[0].y and one.y1 > rows[-1].y
        for one in uprights
    )
    parted = sum(ruled) + sum(wide) >= max(2, len(rows) / 4)
    groups: list[list[Row]] = []
    for at, row in enumerate(rows):
        if not groups or ruled[at - 1]:
            groups.append([row])
        elif is_grid:
            groups[-1].append(row)
        elif wide[at - 1] or (not parted and all(cells_of(row, columns))):
            groups.append([row])
        elif goes_on(groups[-1], row, columns):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_table_row(group, columns) for group in groups]


def goes_on(group: Sequence[Row], row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row of print goes on with the cells of those above it.

    It does where its words did not fit there, and where it has nothing but a cell beside the first
    column; not where some words did fit, or where numbers stand under numbers.
    """
    above: dict[int, Row] = {}
    for one in group[-_MOST_LINES:]:
        above.update({at: cell for at, cell in enumerate(cells_of(one, columns)) if cell})
    cells = cells_of(row, columns)
    is_rest = cells[0] is None and sum(cell is not None for cell in cells) == 1
    wraps = False
    for at, cell in enumerate(cells):
        if cell is None or at not in above:
            continue
        last = above[at]
        both_numbers = _NUMERIC.fullmatch(cell.segments[0].text) and _NUMERIC.fullmatch(last.segments[0].text)
        if both_numbers:
            return False
        room = _room(columns, at, cell.size) - (last.x1 - last.x0) - SPARE * cell.size
        if not is_rest and not last.segments[-1].text.endswith("-") and fits(cell, room):
            return False
        wraps = True
    return wraps or 0 not in columns_at(columns, row.x0, row.x1)


def _room(columns: Sequence[Column], at: int, size: float) -> float:
    """How wide a column is: up to its neighbours, where something stands at both its edges."""
    column = columns[at]
    if at + 1 < len(columns):
        return max(column.x1, columns[at + 1].x0 - _SLOT * size) - column.x0
    return column.x1 - min(column.x0, columns[at - 1].x1 + _SLOT * size)


def _table_row(group: Sequence[Row], columns: Sequence[Column]) -> TableRow:
    cells: list[list[Row]] = [[] for _ in columns]
    for row in group:
        for at, cell in enumerate(cells_of(row, columns)):
            if cell:
                cells[at].append(cell)
    return TableRow(tuple(map(tuple, cells)), tuple(group), tuple(columns))

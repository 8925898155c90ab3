"""Cells that go over the end of a page: what stands of them on the next page is put back.

Only what certainly goes on there: within the column, drawn between the table's upright lines or
where the words before left no room. All else stays lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kvtui.sources.lines import Role
from kvtui.sources.pdf.layout import Row
from kvtui.sources.pdf.line_making import Placed
from kvtui.sources.pdf.runs import RawPage
from kvtui.sources.pdf.table_rows import Column, TableRow, cells_of, goes_on

_SAME_EDGE = 0.6
"""Of the size: lines of one cell begin within this."""
_SAME_SIZE = 0.05
_FURTHER = 1.35
"""Of the distance between a cell's lines: what is further down is no longer of it."""
_TIGHT = 1.6
"""Of the size: the same for a cell of one line."""
_MOST_LINES = 200
"""Of print in one row of a table: no known cell is longer."""
_STOPS = (".", "?", "!", ":")


def with_rests(rows: Sequence[Placed], pages: Sequence[RawPage]) -> list[Placed]:
    """The rows, those at the top of a page that are the rest of the table row before put into its cells."""
    found: list[Placed] = []
    table: Placed | None = None
    """The row of a table with which the text ends so far."""
    page = 0
    """Where the last line of that stands."""
    for placed in rows:
        if placed.role is not Role.TEXT:
            found.append(placed)
            continue
        is_next = table is not None and (placed.page == page + 1 or placed.page == page > table.page)
        if table and table.cells and is_next and _is_rest(table.cells, placed, page, pages[placed.page]):
            table.cells = _with_rest(table.cells, placed.row)
        else:
            found.append(placed)
            table = placed if placed.cells else None
        page = placed.page
    return found


def _is_rest(cells: TableRow, placed: Placed, page: int, raw: RawPage) -> bool:
    """Whether a row goes on with cells; `page` is where their last line stands."""
    row, last = placed.row, cells.printed[-1]
    if placed.cells or placed.region or len(cells.printed) > _MOST_LINES:
        return False
    if abs(row.size - last.size) > _SAME_SIZE * last.size:
        return False
    if placed.page == page and last.y - row.y > _pitch(cells):
        return False
    parts = cells_of(row, cells.columns)
    for at, part in enumerate(parts):
        if part and not (cells.cells[at] and _is_within(part, at, cells)):
            return False
    text = row.segments[0].text
    begins = text[:1].isupper() or text[:1].isdigit()
    no_room = goes_on(cells.printed, row, cells.columns)
    if _is_between_lines(row, cells.columns, raw):
        return not _is_ruled_off(last, row, raw) if placed.page == page else no_room or not begins
    above = next(cells.cells[at][-1] for at, part in enumerate(parts) if part)
    if begins and (placed.page != page or above.segments[-1].text.endswith(_STOPS)):
        return False
    return no_room and row.runs[0].style == above.runs[-1].style


def _pitch(cells: TableRow) -> float:
    """How far down the next line of a cell may stand."""
    gaps = [above.y - below.y for above, below in pairwise(cells.printed) if above.y > below.y]
    return _FURTHER * min(gaps) if gaps else _TIGHT * cells.printed[-1].size


def _is_within(part: Row, at: int, cells: TableRow) -> bool:
    """Whether words begin where those of a cell do and stay left of the next column."""
    columns, near = cells.columns, _SAME_EDGE * part.size
    right = columns[at + 1].x0 if at + 1 < len(columns) else columns[at].x1 + near
    return abs(part.x0 - cells.cells[at][-1].x0) < near and part.x1 < right


def _is_between_lines(row: Row, columns: Sequence[Column], raw: RawPage) -> bool:
    """Whether upright lines part the columns beside a row."""
    middle = row.y + row.size / 3
    return any(
        not one.is_level and one.y0 < middle < one.y1 and columns[0].x1 < one.x0 and one.x1 < columns[-1].x0
        for one in raw.rulings
    )


def _is_ruled_off(above: Row, row: Row, raw: RawPage) -> bool:
    """Whether a level line stands between two rows of a page."""
    return any(
        one.is_level and row.y < one.y0 < above.y and one.x0 < row.x1 and one.x1 > row.x0
        for one in raw.rulings
    )


def _with_rest(cells: TableRow, row: Row) -> TableRow:
    parts = cells_of(row, cells.columns)
    joined = tuple((*cell, part) if part else cell for cell, part in zip(cells.cells, parts, strict=True))
    return replace(cells, cells=joined, printed=(*cells.printed, row))

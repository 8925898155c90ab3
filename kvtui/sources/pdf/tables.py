"""Tables of a page: rows that share columns with clear gaps, told by alignment and ruling lines.

Conservative: what is no clear table stays lines. Which rows of print are one row of a table is for
`table_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kvtui.sources.pdf.layout import Row, is_item
from kvtui.sources.pdf.runs import Ruling
from kvtui.sources.pdf.table_rows import Column, TableRow, cells_of, columns_at, goes_on, grouped

_ALIGNED = 0.25
"""Of the size: edges or middles that differ by less are aligned."""
_SAME_SIZE = 0.15
_GAP = 0.3
"""Of the size: columns stand at least so far apart."""
_FAR, _FAR_RULED = 2.4, 5.0
"""Of the size: rows further apart, without and with a ruling between them, are no rows of one table."""
_SPANNING = 0.8
"""Of a table's width: a ruling as long as this goes across it."""
_NEAR_RULING = 2.5
"""Of the size: the outer rulings of a table are at most so far from its rows."""
_JOINED = 3.0
"""Points: rulings on one height with a smaller gap are one (those of cells beside each other)."""
_TIGHT = 1.35
"""Of the size: lines of one cell stand at most so far apart."""
_MOST_COLUMNS = 30
_MOST_LEADING = 4
_NUMBER = re.compile(r"[-–+±<>€$%\d.,/*\s()]*\d[-–+%\d.,/*\s()]*|[-–x]|n\.?v\.?t\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table and the rows of print that it takes, from `start` up to `stop`."""

    start: int
    stop: int
    rows: tuple[TableRow, ...]


def joined_levels(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The level rulings, from the top down, those that touch made one."""
    found: list[Ruling] = []
    for ruling in sorted((one for one in rulings if one.is_level), key=lambda one: (-round(one.y0), one.x0)):
        last = found[-1] if found else None
        if last and abs(last.y0 - ruling.y0) < _JOINED / 2 and ruling.x0 - last.x1 < _JOINED:
            found[-1] = Ruling(last.x0, max(last.x1, ruling.x1), last.y0, last.y1)
        else:
            found.append(ruling)
    return found


def tables_in(rows: Sequence[Row], levels: Sequence[Ruling], rulings: Sequence[Ruling]) -> list[Table]:
    """The tables among rows that stand under each other, in their order.

    `rulings` are the page's and `levels` those of them that `joined_levels` gives.
    """
    starts = [at for at, row in enumerate(rows) if _has_cells(row)]
    if len(starts) < 2:
        return []
    found: list[Table] = []
    done = 0
    for start in starts:
        if start < done:
            continue
        stop = _stretch(rows, start, levels)
        table = _table(rows, done, (start, stop), levels, rulings)
        if table:
            found.append(table)
        done = table.stop if table else stop
    return found


def _has_cells(row: Row) -> bool:
    """Whether it may be a row of a table: parts with gaps between them, the mark of a list no part."""
    count = len(row.segments)
    return count > 2 or (count == 2 and not is_item(row))


def _stretch(rows: Sequence[Row], start: int, levels: Sequence[Ruling]) -> int:
    """The end of the rows from `start` on that may be one table."""
    last = rows[start]
    at = start + 1
    while at < len(rows):
        above, row = rows[at - 1], rows[at]
        ruled = any(row.y < level.y0 < above.y and level.x0 <= row.x1 for level in levels)
        if above.y - row.y > (_FAR_RULED if ruled else _FAR) * row.size:
            break
        if _has_cells(row):
            if abs(row.size - last.size) > _SAME_SIZE * last.size:
                break
            last = row
        elif sum(one.x0 < row.x1 and one.x1 > row.x0 for one in last.segments) > 1:
            break
        at += 1
    return at


def _table(
    rows: Sequence[Row],
    first: int,
    stretch: tuple[int, int],
    levels: Sequence[Ruling],
    rulings: Sequence[Ruling],
) -> Table | None:
    """The table of a stretch of rows, if it is one; it may begin above, down from the row `first`."""
    start, stop = stretch
    with_cells = [row for row in rows[start:stop] if _has_cells(row)]
    columns = _columns(with_cells)
    if not columns:
        return None
    spanning = _spanning(columns, levels, rows[start], rows[stop - 1])
    if not _is_table(with_cells, columns, ruled=len(spanning) > 1):
        return None
    start = _with_heads(rows, first, start, columns, spanning)
    stop = _without_tail(rows, start, stop, columns, spanning)
    uprights = [one for one in rulings if not one.is_level]
    return Table(start, stop, tuple(grouped(rows[start:stop], columns, spanning, uprights)))


def _columns(rows: Sequence[Row]) -> list[Column]:
    """The columns of the rows with most cells, made as wide as the others need; none where they overlap."""
    counts = sorted({len(row.segments) for row in rows}, reverse=True)
    for count in counts if counts and counts[0] <= _MOST_COLUMNS else ():
        full = [row for row in rows if len(row.segments) == count]
        columns = [
            Column(min(row.segments[at].x0 for row in full), max(row.segments[at].x1 for row in full))
            for at in range(count)
        ]
        if not _are_apart(columns, full[0].size):
            continue
        for row in rows:
            for segment in row.segments:
                over = columns_at(columns, segment.x0, segment.x1)
                if len(over) == 1:
                    old = columns[over[0]]
                    columns[over[0]] = Column(min(old.x0, segment.x0), max(old.x1, segment.x1))
                    if not _are_apart(columns, row.size):
                        columns[over[0]] = old
        return columns
    return []


def _are_apart(columns: Sequence[Column], size: float) -> bool:
    return all(left.x1 + _GAP * size < right.x0 for left, right in pairwise(columns))


def _spanning(columns: Sequence[Column], levels: Sequence[Ruling], top: Row, bottom: Row) -> list[Ruling]:
    """The rulings across the table."""
    left, right = columns[0].x0, columns[-1].x1
    high, low = top.y + (1 + _NEAR_RULING) * top.size, bottom.y - _NEAR_RULING * bottom.size
    return [
        level
        for level in levels
        if low < level.y0 < high and min(level.x1, right) - max(level.x0, left) > _SPANNING * (right - left)
    ]


def _is_table(rows: Sequence[Row], columns: Sequence[Column], *, ruled: bool) -> bool:
    """Whether enough rows share enough columns: fewer do where there are rulings or numbers."""
    cells = [cells_of(row, columns) for row in rows]
    shared = [
        any(_share(cells[at], cells[other]) for other in (at - 1, at + 1) if 0 <= other < len(cells))
        for at in range(len(cells))
    ]
    count = sum(shared)
    if ruled:
        return count >= 2
    numbers = [
        all(_NUMBER.fullmatch(cell.segments[0].text) for cell in row[1:] if cell)
        for row, is_shared in zip(cells, shared, strict=True)
        if is_shared
    ]
    if len(columns) > 2:
        return count >= 3 or (count == 2 and any(numbers))
    rights = {round(row[1].x1) for row in cells if row[1]}
    lefts = {round(row[1].x0) for row in cells if row[1]}
    return count >= 3 and sum(numbers) >= 0.7 * count and len(rights) <= 2 < len(rights) + len(lefts)


def _share(one: Sequence[Row | None], other: Sequence[Row | None]) -> bool:
    """Whether two rows are aligned in two columns at least."""
    aligned = 0
    for mine, others in zip(one, other, strict=True):
        if mine and others:
            near = _ALIGNED * mine.size
            left, right = mine.x0 - others.x0, mine.x1 - others.x1
            aligned += abs(left) < near or abs(right) < near or abs(left + right) < 2 * near
    return aligned > 1


def _with_heads(
    rows: Sequence[Row], first: int, start: int, columns: Sequence[Column], spanning: Sequence[Ruling]
) -> int:
    """Where the table begins, the first lines of its column heads taken in: those under its top ruling."""
    top = max((ruling.y0 for ruling in spanning), default=0.0)
    begin = start
    while begin > first and start - begin < _MOST_LEADING and rows[begin - 1].y < top:
        begin -= 1
    inside = all(
        row.x0 > columns[0].x1 or len(columns_at(columns, row.x0, row.x1)) < 2 for row in rows[begin:start]
    )
    return begin if inside else start


def _without_tail(
    rows: Sequence[Row], start: int, stop: int, columns: Sequence[Column], spanning: Sequence[Ruling]
) -> int:
    """Where the table ends: what is under its last row with cells goes on there, or is above a ruling."""
    low = min((ruling.y0 for ruling in spanning), default=float("inf"))
    last = max(at for at in range(start, stop) if _has_cells(rows[at]))
    end = last + 1
    while end < stop:
        row, above = rows[end], rows[end - 1]
        ruled = low < row.y
        near = low == float("inf") and above.y - row.y < _TIGHT * row.size
        if not ruled and not (near and goes_on([above], row, columns)):
            break
        end += 1
    return end

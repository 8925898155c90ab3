"""The pages of a PDF from its runs: furniture, columns and footnotes told apart, then lines made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kvtui.sources.lines import Page, Role
from kvtui.sources.pdf.furniture import Type, sheets_of, type_of
from kvtui.sources.pdf.layout import Row, Segment, regions_of, rows_of, segments_of
from kvtui.sources.pdf.line_making import Placed, lines_of
from kvtui.sources.pdf.note_areas import Region, notes_told
from kvtui.sources.pdf.overprinting import set_apart
from kvtui.sources.pdf.runs import RawPage, Run
from kvtui.sources.pdf.table_rests import with_rests
from kvtui.sources.pdf.tables import joined_levels, tables_in

_SAME_EDGE = 6.0
"""Points: columns that begin within this are the same column."""
_HEAD, _FOOT, _TURNED = -1, -2, -3
"""Regions of a page beside those of its text."""
_MOST_TURNED = 0.15
"""Of a page's characters: less text in another direction is a stamp, a watermark or margin text."""


def read_pages(raw: Sequence[RawPage]) -> tuple[Page, ...]:
    """The lines of each page, in reading order."""
    raw = [set_apart(page) for page in raw]
    segments = [segments_of(page.runs) for page in raw]
    body = type_of(segments)
    sheets = sheets_of(segments, [(page.bottom, page.top) for page in raw], body)
    regions = [
        Region(rows, number, at, joined_levels(page.rulings))
        for number, (sheet, page) in enumerate(zip(sheets, raw, strict=True))
        for at, rows in enumerate(_regions(sheet.text, page))
    ]
    told = notes_told(regions, body.size)
    rows: list[Placed] = []
    for number, (sheet, page) in enumerate(zip(sheets, raw, strict=True)):
        rows += _placed(rows_of(sheet.head), Role.FURNITURE, number, _HEAD)
        for region, notes in told.get(number, ()):
            rows += _text(region, region.rows[: notes.begins], page)
            for row, mark in zip(region.rows[notes.begins :], notes.marks, strict=True):
                rows.append(Placed(row, Role.NOTE, number, region.place, mark))
        rows += _placed(_each_type(sheet.foot), Role.FURNITURE, number, _FOOT)
        rows += _turned(page, number)
    rows = with_rests(rows, raw)
    _find_right_edges(rows, body)
    defined = frozenset(placed.mark for placed in rows if placed.mark)
    pages = lines_of(rows, body, defined)
    pages += [[] for _ in range(len(raw) - len(pages))]
    return tuple(Page(tuple(lines)) for lines in pages)


def _regions(segments: Sequence[Segment], page: RawPage) -> list[list[Row]]:
    """The rows of frames set apart above the page, then those of the page, column by column."""
    above = rows_of(segment for segment in segments if segment.y > page.top)
    below = regions_of([segment for segment in segments if segment.y <= page.top], page.rulings)
    return [above, *below] if above else below


def _text(region: Region, rows: Sequence[Row], page: RawPage) -> list[Placed]:
    """The running text of a region, with its tables."""
    placed: list[Placed] = []
    done = 0
    for number, table in enumerate(tables_in(rows, region.levels, page.rulings), 1):
        placed += _placed(rows[done : table.start], Role.TEXT, region.page, region.place)
        for row in table.rows:
            first = row.printed[0]
            placed.append(Placed(first, Role.TEXT, region.page, region.place, table=number, cells=row))
        done = table.stop
    return placed + _placed(rows[done:], Role.TEXT, region.page, region.place)


def _placed(rows: Iterable[Row], role: Role, page: int, region: int) -> list[Placed]:
    return [Placed(row, role, page, region) for row in rows]


def _each_type(segments: Sequence[Segment]) -> list[Row]:
    """Rows of segments of one size: the margin's lines do not stand on the foot's."""
    rows: list[Row] = []
    for size in sorted({round(segment.size, 1) for segment in segments}):
        rows += rows_of(segment for segment in segments if round(segment.size, 1) == size)
    return rows


def _turned(page: RawPage, number: int) -> list[Placed]:
    """Text in other directions than the page's: a line where it stands on one."""
    rows: list[Row] = []
    for segment in segments_of(page.turned):
        rows.append(Row([segment], segment.y, segment.size))
    count = _count(page.turned)
    role = Role.TEXT if count > _MOST_TURNED * _count(page.runs) else Role.FURNITURE
    return _placed(rows, role, number, _TURNED)


def _count(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _find_right_edges(rows: Sequence[Placed], body: Type) -> None:
    """Tell each row the right edge of its column: that of all columns that begin at the same place."""
    columns: dict[tuple[int, int, Role], list[Placed]] = {}
    for placed in rows:
        if placed.table:
            continue
        columns.setdefault((placed.page, placed.region, placed.role), []).append(placed)
    rights: dict[int, float] = {}
    edges: list[int] = []
    for column in columns.values():
        edge = round(min(placed.row.x0 for placed in column) / _SAME_EDGE)
        edges.append(edge)
        right = max((placed.row.x1 for placed in column if placed.row.size <= 1.1 * body.size), default=0.0)
        rights[edge] = max(rights.get(edge, 0.0), right)
    for edge, column in zip(edges, columns.values(), strict=True):
        right = max(rights.get(near, 0.0) for near in (edge - 1, edge, edge + 1))
        for placed in column:
            placed.right = right

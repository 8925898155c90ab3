"""Runs of a page to rows in reading order: segments of a line, columns, rows.

Everything is measured against the type itself; what a row is (page foot, footnote) is told by
`furniture` and `notes`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kvtui.sources.pdf.runs import Ruling, Run

_BELOW, _ABOVE = 0.2, 0.75
"""Of the size: how far letters reach under and over their baseline."""
_SAME_LINE = 0.4
"""Of the lower of two heights: runs that share this much stand on one line."""
_ADJACENT = 1.0
"""Of the size: a wider gap divides a line into segments (cells, columns, a list's number)."""
_OVERLAP = 1.5
"""Of the size: a run may begin this far before the end of the one it follows (kerning, accents)."""
_FEW_ROWS = 3
"""A column has at least so many rows."""
_MOST_COLUMNS = 6
_MOST_GUTTERS = 12
_CROSSING = 30.0
"""Points: a ruling that goes so far to both sides of a gutter crosses it."""
_NEIGHBOURS = 40
"""Segments looked at when one is sought beside another."""


@dataclass(slots=True)
class Segment:
    """Runs of one line without a wide gap between them."""

    runs: list[Run]
    x0: float
    x1: float
    y: float
    size: float
    """Baseline and size of the run with the most characters."""
    letters: int

    @property
    def order(self) -> int:
        """Its place in the order of drawing."""
        return self.runs[0].order

    @property
    def text(self) -> str:
        """Its characters, unpolished: to compare."""
        return "".join([run.text for run in self.runs]).strip()


_BULLETS = "•▪◦●○■□‣✓–"
_LIST_MARK = re.compile(r"(?:[•▪◦●○■□‣✓–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)°])\s*", re.IGNORECASE)
_Band = tuple[list[Segment], list[Segment], list[Segment]]
"""Segments across a gutter, and those left and right of it below."""


@dataclass(slots=True)
class Row:
    """What stands on one line, from left to right."""

    segments: list[Segment]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.segments[-1].x1

    @property
    def runs(self) -> list[Run]:
        """All its runs, from left to right."""
        return [run for segment in self.segments for run in segment.runs]


def segments_of(runs: Iterable[Run]) -> list[Segment]:
    """Runs put together to segments: in the order of drawing, then those that stand side by side."""
    segments: list[Segment] = []
    for run in runs:
        if segments and _follows(segments[-1], run):
            _add(segments[-1], run)
        else:
            segments.append(Segment([run], run.x0, run.x1, run.y, run.size, len(run.text)))
    return _beside(segments)


def _follows(segment: Segment, run: Run) -> bool:
    size = max(segment.size, run.size)
    gap = run.x0 - segment.x1
    return -_OVERLAP * size < gap < _ADJACENT * size and run.x1 > segment.x0 and _share_line(segment, run)


def _share_line(one: Segment | Row, other: Segment | Run) -> bool:
    low = max(one.y - _BELOW * one.size, other.y - _BELOW * other.size)
    high = min(one.y + _ABOVE * one.size, other.y + _ABOVE * other.size)
    return high - low > _SAME_LINE * min(one.size, other.size)


def _add(segment: Segment, run: Run) -> None:
    segment.runs.append(run)
    segment.x0, segment.x1 = min(segment.x0, run.x0), max(segment.x1, run.x1)
    if len(run.text) > segment.letters or run.size > 1.2 * segment.size:
        segment.y, segment.size, segment.letters = run.y, run.size, len(run.text)


def _beside(segments: list[Segment]) -> list[Segment]:
    """Segments drawn apart that stand side by side on a line, joined (a footnote's mark drawn later)."""
    by_height = sorted(segments, key=lambda segment: -segment.y)
    highest = max((segment.size for segment in segments), default=0.0)
    gone: set[int] = set()
    for at, segment in enumerate(by_height):
        if id(segment) in gone:
            continue
        for other in by_height[at + 1 : at + _NEIGHBOURS]:
            if segment.y - other.y > highest:
                break
            if id(other) not in gone and _touch(segment, other):
                _join(segment, other)
                gone.add(id(other))
    return [segment for segment in segments if id(segment) not in gone] if gone else segments


def _join(segment: Segment, other: Segment) -> None:
    segment.runs = sorted(segment.runs + other.runs, key=lambda run: run.x0)
    segment.x0, segment.x1 = min(segment.x0, other.x0), max(segment.x1, other.x1)
    if other.letters > segment.letters:
        segment.y, segment.size, segment.letters = other.y, other.size, other.letters


def _touch(left: Segment, right: Segment) -> bool:
    size = left.size if left.size > right.size else right.size
    gap = right.x0 - left.x1 if right.x0 > left.x0 else left.x0 - right.x1
    return -0.3 * size < gap < _ADJACENT * size and _share_line(left, right)


def regions_of(
    segments: list[Segment], rulings: Sequence[Ruling] = (), most: int = _MOST_COLUMNS
) -> list[list[Row]]:
    """Rows in reading order, column by column where there are columns (one within another at most `most`).

    No ruling crosses the space between columns: where one does, cells stand beside each other.
    """
    for gutter in _gutters(segments) if most else ():
        across = [one for one in rulings if one.x0 < gutter - _CROSSING and one.x1 > gutter + _CROSSING]
        bands = _bands(segments, gutter)
        if any(_is_columns(left, right, across) for _, left, right in bands):
            return _of_bands(bands, across, rulings, most - 1)
    return [rows_of(segments)] if segments else []


def _of_bands(
    bands: list[_Band], across_rulings: Sequence[Ruling], rulings: Sequence[Ruling], most: int
) -> list[list[Row]]:
    regions: list[list[Row]] = []
    plain: list[Segment] = []
    for across, left, right in bands:
        plain += across
        if _is_columns(left, right, across_rulings):
            regions += [rows_of(plain)] if plain else []
            plain = []
            regions += regions_of(left, rulings, most) + regions_of(right, rulings, most)
        else:
            plain += left + right
    return regions + ([rows_of(plain)] if plain else [])


def _gutters(segments: Sequence[Segment]) -> list[float]:
    """Where several segments begin, but for the leftmost: the left edges of what may be columns."""
    starts = Counter(round(segment.x0 / 3) for segment in segments)
    edges = sorted(edge for edge, count in starts.most_common(_MOST_GUTTERS) if count >= _FEW_ROWS)
    return [3.0 * edge - 2 for edge in edges if any(segment.x1 < 3 * edge for segment in segments)]


def _bands(segments: Sequence[Segment], gutter: float) -> list[_Band]:
    """The page cut where a line crosses a gutter: what crosses it, what is left and right below that."""
    bands: list[_Band] = [([], [], [])]
    for segment in sorted(segments, key=lambda segment: -segment.y):
        if segment.x1 <= gutter:
            bands[-1][1].append(segment)
        elif segment.x0 >= gutter:
            bands[-1][2].append(segment)
        else:
            if bands[-1][1] or bands[-1][2]:
                bands.append(([], [], []))
            bands[-1][0].append(segment)
    return bands


def _is_columns(left: Sequence[Segment], right: Sequence[Segment], across: Sequence[Ruling]) -> bool:
    """Whether they stand beside each other and were drawn one after the other; cells are drawn row by row."""
    if len(left) < _FEW_ROWS or len(right) < _FEW_ROWS:
        return False
    if left[0].y < right[-1].y or right[0].y < left[-1].y:
        return False
    top, bottom = min(left[0].y, right[0].y), max(left[-1].y, right[-1].y)
    if any(bottom < one.y0 < top for one in across):
        return False
    drawn = sorted([(segment.order, 0) for segment in left] + [(segment.order, 1) for segment in right])
    changes = sum(a[1] != b[1] for a, b in pairwise(drawn))
    return changes <= max(1, min(len(left), len(right)) // 5)


def rows_of(segments: Iterable[Segment]) -> list[Row]:
    """Segments on the same line put together, from the top down."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda segment: -segment.y):
        row = rows[-1] if rows else None
        if row is not None and _share_line(row, segment):
            insort(row.segments, segment, key=lambda one: one.x0)
            if segment.size > row.size * 1.2:
                row.y, row.size = segment.y, segment.size
        else:
            rows.append(Row([segment], segment.y, segment.size))
    return rows


def is_item(row: Row) -> bool:
    """Whether a row begins an item of a list: its mark stands apart."""
    first = row.segments[0]
    if len(row.segments) > 1 and len(first.text) <= 5:
        return bool(_LIST_MARK.fullmatch(first.text + " "))
    if first.runs[0].text.lstrip()[:1] not in _BULLETS:
        return False
    begins = _LIST_MARK.match(first.text)
    return bool(begins and begins[0].endswith(" "))


def begins_like_item(row: Row) -> bool:
    """Whether a row begins as items of lists do, whether or not the mark stands apart."""
    return _LIST_MARK.match(row.segments[0].text) is not None


def most_frequent(counted: Counter[float], *, within: float = 0.02) -> float:
    """The value that is counted most, those hardly apart (a share of the value) counted together."""
    if not counted:
        return 1.0
    values = sorted(counted)
    best, best_count = values[0], 0
    for value in values:
        first = bisect_left(values, value * (1 - within))
        last = bisect_left(values, value * (1 + within))
        count = sum(counted[near] for near in values[first:last])
        if count > best_count or (count == best_count and counted[value] > counted[best]):
            best, best_count = value, count
    return best

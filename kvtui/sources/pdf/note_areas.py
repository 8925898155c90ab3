"""Where the notes of each page begin: under a ruling, or where small type with a mark stands at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvtui.sources.pdf.layout import Row
from kvtui.sources.pdf.notes import first_note, lines_before, mark_of, next_mark, ruled_off
from kvtui.sources.pdf.runs import Ruling
from kvtui.sources.pdf.widths import SPARE, fits

_LOWER = 1.5
"""Of the size: notes without a mark end at most so much higher than the lowest of the pages before."""


@dataclass(frozen=True, slots=True)
class Region:
    """Rows under each other, those of a page or of one of its columns."""

    rows: Sequence[Row]
    page: int
    place: int
    """Which of the page's regions it is."""
    levels: Sequence[Ruling]
    """The level rulings of its page, from the top down."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a region: from which row on, and the marks with which their rows begin."""

    begins: int
    marks: Sequence[str]


def notes_told(regions: Sequence[Region], size: float) -> dict[int, list[tuple[Region, Notes]]]:
    """The regions of each page and their notes; `size` is the body's."""
    ruled = [ruled_off(region.rows, region.levels, size) for region in regions]
    is_ruled = any(
        at is not None and mark_of(region.rows[at]) for region, at in zip(regions, ruled, strict=True)
    )
    told: dict[int, list[tuple[Region, Notes]]] = {}
    reading = _Reading(size)
    for region, at in zip(regions, ruled, strict=True):
        begins = (at if at is not None else len(region.rows)) if is_ruled else reading.begin_in(region.rows)
        notes = Notes(begins, reading.marks_from(region.rows, begins))
        told.setdefault(region.page, []).append((region, notes))
    return told


class _Reading:
    """The notes read so far, on which what comes next depends."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._mark = ""
        self._last: Row | None = None
        """The last row of the region before, where that is a note's."""
        self._right = 0.0
        """The right edge of that region."""
        self._lowest = float("inf")

    def begin_in(self, rows: Sequence[Row]) -> int:
        """The index of the first row of the notes in a region that has no ruling above them."""
        begins = first_note(rows, self._size, self._mark)
        if self._last is None:
            return begins
        start = lines_before(rows, begins, self._last)
        if start == begins or fits(rows[start], self._right - self._last.x1 - SPARE * self._last.size):
            return begins
        if begins == len(rows) and (not start or rows[-1].y > self._lowest + _LOWER * self._last.size):
            return begins
        return start

    def marks_from(self, rows: Sequence[Row], begins: int) -> list[str]:
        """The mark that each of the notes' rows, which begin there, begins with, or nothing."""
        marks = []
        for row in rows[begins:]:
            mark = mark_of(row, expected=next_mark(self._mark))
            self._mark = mark or self._mark
            self._lowest = min(self._lowest, row.y)
            marks.append(mark)
        self._right = max(row.x1 for row in rows)
        self._last = rows[-1] if marks else None
        return marks

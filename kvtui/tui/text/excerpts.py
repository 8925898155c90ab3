"""An excerpt with marked words in the few rows that a result has for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kvtui.tui.text.wrapping import break_rows


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """One row: its text, and the (start, end) of the marked words in it."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=256)
def excerpt_rows(
    text: str, marks: tuple[tuple[int, int], ...], width: int, rows: int
) -> tuple[ExcerptRow, ...]:
    """At most so many rows of an excerpt, with its first marked word in them; "…" where it is cut."""
    flat = text.replace("\n", " ")
    marks = tuple(sorted(marks))
    stretches = list(islice(break_rows(flat, width), rows + 1))
    if not marks or len(stretches) <= rows or marks[0][1] <= stretches[rows - 1][1]:
        return _cut_rows(flat, marks, stretches, rows, width)
    start = flat.rfind(" ", 0, max(0, marks[0][0] - width // 3)) + 1
    shift = start - 1
    later = "…" + flat[start:]
    moved = [(first - shift, last - shift) for first, last in marks]
    return _cut_rows(later, moved, list(islice(break_rows(later, width), rows + 1)), rows, width)


def _cut_rows(
    text: str,
    marks: Sequence[tuple[int, int]],
    stretches: Sequence[tuple[int, int]],
    rows: int,
    width: int,
) -> tuple[ExcerptRow, ...]:
    """The first rows; the last of them says so where more follow."""
    found = []
    for number, (start, end) in enumerate(stretches[:rows]):
        words = text[start:end]
        if number == rows - 1 and len(stretches) > rows and not words.endswith("…"):
            words = (words if len(words) < width else words[: width - 1].rstrip()) + "…"
        inside = [
            (max(0, first - start), min(len(words), last - start))
            for first, last in marks
            if first < end and last > start
        ]
        found.append(ExcerptRow(words, tuple(inside)))
    return tuple(found)

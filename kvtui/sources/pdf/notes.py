"""Footnotes of a page: raised marks, and the rows at the foot of the text that they point to.

Where a document draws a line above its notes, they are what is under it; else small type at the
foot that begins with a mark, or goes on with a note that was cut at the end of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kvtui.sources.pdf.layout import Row
from kvtui.sources.pdf.runs import Ruling, Run

_SMALL = 0.85
"""Of the size of the line: marks are set smaller."""
_RAISED = 0.1
"""Of the size of the line: marks stand at least so much higher."""
_NOTE_SIZE = 0.95
"""Of the body's size: notes are set smaller."""
_SAME_SIZE = 0.05
_SAME_EDGE = 4.0
"""Points."""
_SHORT = 0.6
"""Of the notes' width: the ruling above notes is shorter; a longer one must have a mark right under it."""
_UNDERLINE = 0.35
"""Of the size: a ruling that is nearer to the line above it underlines that."""
_NEAR = 3.0
"""Of the size: the first note is at most so far under the ruling."""
_CLOSE = 1.6
"""Of the size: lines of one note stand at most so far apart."""
_MARKS = re.compile(r"\s*(?:\d{1,3}|\*{1,3})(?:\s*(?:,|en|\s)\s*(?:\d{1,3}|\*{1,3}))*\s*[,)]?\s*")
_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_NUMBERED = re.compile(r"\s*(\d{1,3})(?:\)|\.|\s|$)")


def marks_in(run: Run, row: Row) -> list[str]:
    """The marks that a run is, which are small and raised digits or stars; else none."""
    if run.size > _SMALL * row.size or run.y - row.y < _RAISED * row.size or not _MARKS.fullmatch(run.text):
        return []
    return _MARK.findall(run.text)


def mark_of(row: Row, *, expected: str = "") -> str:
    """The mark that a row of the note area begins with: a raised one, or the plain number expected next."""
    runs = row.runs
    raised = marks_in(runs[0], row) if len(runs) > 1 else []
    if len(raised) == 1:
        return raised[0]
    if len(row.segments) > 2:  # a row of a table
        return ""
    plain = _NUMBERED.match(runs[0].text)
    return plain[1] if plain and expected and plain[1] == expected else ""


def next_mark(last: str) -> str:
    """The number after a mark."""
    return str(int(last) + 1) if last.isdigit() else "1"


def ruled_off(rows: Sequence[Row], levels: Sequence[Ruling], size: float) -> int | None:
    """The index of the first row under the ruling above the notes of a region, None where there is none.

    `levels` are the page's level rulings from the top down, `size` is the body's.
    """
    small = len(rows)
    while small and rows[small - 1].size < _NOTE_SIZE * size:
        small -= 1
    if small == len(rows):
        return None
    right = max(row.x1 for row in rows)
    for level in reversed(levels):
        at = next((at for at in range(small, len(rows)) if rows[at].y < level.y0), None)
        if at is None or level.y0 - rows[at].y > _NEAR * rows[at].size:
            continue
        left = min(row.x0 for row in rows[at:])
        if abs(level.x0 - left) > _SAME_EDGE:
            continue
        above = rows[at - 1] if at else None
        if above and above.y - level.y1 < _UNDERLINE * above.size:
            continue
        is_short = level.x1 - level.x0 < _SHORT * (right - left)
        if mark_of(rows[at]) or (is_short and len(rows[at].segments) < 3):
            return at
    return None


def first_note(rows: Sequence[Row], size: float, after: str) -> int:
    """The index of the row with which the notes of a region begin; the number of rows where it has none.

    `size` is the body's and `after` the last mark defined before.
    """
    for at in range(small_from(rows, size), len(rows)):
        if mark_of(rows[at], expected=next_mark(after)):
            return at
    return len(rows)


def small_from(rows: Sequence[Row], size: float) -> int:
    """The index from which on all rows may be notes by their type."""
    start = len(rows)
    while start and (rows[start - 1].size < _NOTE_SIZE * size or mark_of(rows[start - 1])):
        start -= 1
    return start


def lines_before(rows: Sequence[Row], begins: int, last: Row) -> int:
    """The index of the first of the rows above the first note that may be the rest of the note `last`.

    They stand close together, in one piece and in its type.
    """
    start = begins
    stack = rows[: begins + 1] if begins < len(rows) else rows
    below = stack[begins] if begins < len(rows) else None
    while start:
        row = rows[start - 1]
        close = below is None or row.y - below.y < _CLOSE * row.size
        if not close or len(row.segments) > 1 or abs(row.size - last.size) > _SAME_SIZE * last.size:
            break
        start, below = start - 1, row
    return start

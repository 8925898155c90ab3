"""Rows in reading order to lines: their text, white space between them, and where paragraphs end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kvtui.sources.lines import Line, Role, Span
from kvtui.sources.pdf.furniture import Type
from kvtui.sources.pdf.layout import Row, begins_like_item, is_item, most_frequent
from kvtui.sources.pdf.row_text import Styled, text_of
from kvtui.sources.pdf.table_rows import TableRow
from kvtui.sources.pdf.widths import SPARE, fits

_INDENT = 0.6
"""Of the size: a row that begins so much further is indented."""
_BLANK = 1.35
"""Of the distance between lines: a greater one ends a paragraph."""
_ADDRESS = re.compile(r"[^\w\s]*(?:https?://|www\.)", re.IGNORECASE)
_AMID_ADDRESS = "=&%?#_"
_LONGEST = 4000
"""Characters of a line that may still be made longer."""
_SUSPENDED = re.compile(r"(?:en|of|of/en|en/of|als|tot|noch|dan)\b")


@dataclass(slots=True)
class Placed:
    """A row and what is known of it."""

    row: Row
    role: Role
    page: int
    region: int
    """Rows of one region of one page stand under each other."""
    mark: str = ""
    """The mark of the note that it begins."""
    right: float = 0.0
    """The right edge of its column."""
    table: int = 0
    """Which of the page's tables it is a row of, counted from 1; 0 where it is none."""
    cells: TableRow | None = None


def lines_of(rows: Sequence[Placed], body: Type, defined: frozenset[str]) -> list[list[Line]]:
    """The lines of each page, with blank lines where white space stands; `defined` are the marks of notes."""
    pitch = _pitches(rows)
    found: list[list[Line]] = []
    ends = [
        below is None or _is_end(placed, below, pitch)
        for placed, below in zip(rows, _following(rows), strict=True)
    ]
    for at, placed in enumerate(rows):
        while len(found) <= placed.page:
            found.append([])
        page = found[placed.page]
        above = rows[at - 1]
        both_text = above.page == placed.page and above.role is placed.role is Role.TEXT
        if page and both_text and _is_apart(above, placed, pitch):
            page.append(Line(""))
        if placed.cells:
            text, styles = _cells_text(placed.cells, body, defined)
        else:
            text, styles = text_of(placed.row, placed.mark, body, defined)
        ended = None if placed.role is Role.FURNITURE else ends[at]
        if page and _goes_on_in_address(page[-1], text, placed.role):
            page[-1] = _with_rest(page[-1], text, ended, styles)
        elif text:
            page.append(Line(text, placed.role, None, ended, styles))
    return found


def _goes_on_in_address(line: Line, text: str, role: Role) -> bool:
    """Whether a line's end and the next row's beginning are surely one address: no word begins or ends so."""
    if line.ended is not False or line.role is not role or not text or len(line.text) > _LONGEST:
        return False
    last = line.text.rpartition(" ")[2]
    amid = last.endswith(("-", "://")) or last[-1] in _AMID_ADDRESS or text[0] in _AMID_ADDRESS
    return amid and bool(_ADDRESS.match(last))


def _with_rest(line: Line, text: str, ended: bool | None, styles: Sequence[Span]) -> Line:
    """The line with the row that goes on in its last word."""
    begin = len(line.text)
    moved = (Span(begin + span.start, begin + span.end, span.style) for span in styles)
    return Line(line.text + text, line.role, None, ended, line.styles + tuple(moved))


def _cells_text(table_row: TableRow, body: Type, defined: frozenset[str]) -> Styled:
    """A row of a table as "| cell | cell |"."""
    text = "|"
    spans: list[Span] = []
    for cell in table_row.cells:
        words, styles = _cell_text(cell, body, defined)
        begin = len(text) + 1
        spans += [Span(begin + span.start, begin + span.end, span.style) for span in styles]
        text += f" {words} |" if words else " |"
    return text, tuple(sorted(spans, key=lambda span: span.start))


def _cell_text(cell: Sequence[Row], body: Type, defined: frozenset[str]) -> Styled:
    """The lines of a cell as one, hyphens at their ends undone; a stroke in it is no border."""
    text = ""
    spans: list[Span] = []
    for row in cell:
        words, styles = text_of(row, "", body, defined)
        if (
            text.endswith("-")
            and text[-2:-1].isalpha()
            and words[:1].islower()
            and not _SUSPENDED.match(words)
        ):
            text = text[:-1]
            spans = [Span(span.start, min(span.end, len(text)), span.style) for span in spans]
        elif text and words:
            text += " "
        spans += [Span(len(text) + span.start, len(text) + span.end, span.style) for span in styles]
        text += words
    if "|" in text:
        moved = [at + text.count("|", 0, at) for at in range(len(text) + 1)]
        spans = [Span(moved[span.start], moved[span.end], span.style) for span in spans]
        text = text.replace("|", "\\|")
    return text, tuple(spans)


def _pitches(rows: Sequence[Placed]) -> dict[int, float]:
    """The usual distance between the lines of each size (in half points)."""
    seen: dict[int, Counter[float]] = {}
    for above, below in pairwise(rows):
        if (above.page, above.region, above.role, above.table) == (
            below.page,
            below.region,
            below.role,
            below.table,
        ):
            distance = above.row.y - below.row.y
            if 0 < distance < 2.2 * above.row.size:
                seen.setdefault(round(2 * below.row.size), Counter())[round(distance, 1)] += 1
    return {size: most_frequent(counted, within=0.03) for size, counted in seen.items()}


def _is_apart(above: Placed, below: Placed, pitch: dict[int, float]) -> bool:
    """Whether white space stands between two rows."""
    if above.role is not below.role or above.region != below.region or above.table != below.table:
        return True
    if below.table:
        return False
    usual = pitch.get(round(2 * below.row.size), 1.2 * below.row.size)
    return above.row.y - below.row.y > _BLANK * max(usual, below.row.size)


def _following(rows: Sequence[Placed]) -> list[Placed | None]:
    """For each row the next one of its role."""
    found: list[Placed | None] = []
    next_of: dict[Role, Placed] = {}
    for placed in reversed(rows):
        found.append(next_of.get(placed.role))
        next_of[placed.role] = placed
    return found[::-1]


def _is_end(placed: Placed, below: Placed, pitch: dict[int, float]) -> bool:
    """Whether a paragraph ends with a row; `below` is the next of its role."""
    if below.mark or placed.table or below.table:
        return True
    row, following = placed.row, below.row
    together = placed.page == below.page and placed.region == below.region
    if abs(row.size - following.size) > 0.05 * row.size or is_item(following):
        return True
    if together and _is_apart(placed, below, pitch):
        return True
    last = row.runs[-1].text.rstrip()
    if last.endswith("-") and len(last) > 1 and last[-2].isalpha():
        return False
    left_over = placed.right - row.x1 - SPARE * row.size
    if left_over > 0 and fits(following, left_over):
        return True
    if not together:
        return False
    # the mark of an item may hang in the line; a title there ends, and its text is indented
    goes_on = begins_like_item(row) and following.segments[0].text[:1].islower()
    # and what stands beside a label ("Onderwerp") goes on under itself
    hangs = any(abs(following.x0 - segment.x0) < _INDENT * row.size for segment in row.segments[1:])
    begins = placed.mark or is_item(row) or goes_on or hangs
    return following.x0 > row.x0 + _INDENT * row.size and not begins

"""Page heads, page feet and what stands in the margin, told by place, size and repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kvtui.sources.pdf.layout import Row, Segment, most_frequent, rows_of

_ZONE = 0.14
"""Of the page's height: heads and feet stand within this."""
_APART = 1.8
"""Of the body's size: the distance from baseline to baseline that sets a head or foot apart."""
_OTHER_SIZE = 0.03
"""Of the body's size: type that differs by more is other type."""
_MARGIN_SIZE = 0.85
_MOST_ROWS = 5
_PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blad|blz\.?|p\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:van|of|/)\s*\d{1,4}\s*)?[-–]?", re.IGNORECASE
)
_PAGE_OF_PAGES = re.compile(r"(?:pagina|page|blad)\s*\d{1,4}\s*(?:van|of|/)\s*\d{1,4}", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class Sheet:
    """A page's segments sorted by what they are."""

    head: list[Segment] = field(default_factory=list)
    text: list[Segment] = field(default_factory=list)
    foot: list[Segment] = field(default_factory=list)
    """The page foot and what stands in the margin."""


@dataclass(frozen=True, slots=True)
class Type:
    """The type of most of a document's text."""

    size: float
    style: int
    left: float
    right: float


def type_of(pages: Sequence[Sequence[Segment]]) -> Type:
    """Size, style and edges of the body's type: the most frequent one."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for segment in page:
            sizes[round(segment.size, 1)] += len(segment.text)
    size = most_frequent(sizes)
    styles: Counter[int] = Counter()
    lefts: Counter[int] = Counter()
    right = 0.0
    for page in pages:
        for segment in page:
            if abs(segment.size - size) <= _OTHER_SIZE * size:
                for run in segment.runs:
                    styles[run.style] += len(run.text)
                lefts[round(segment.x0)] += 1
                right = max(right, segment.x1)
    enough = sum(lefts.values()) / 20
    left = min((x for x, count in lefts.items() if count >= enough), default=0)
    return Type(size, styles.most_common(1)[0][0] if styles else 0, left - 1.0, right)


def sheets_of(
    pages: Sequence[Sequence[Segment]], edges: Sequence[tuple[float, float]], body: Type
) -> list[Sheet]:
    """Each page's segments, sorted; `edges` are the bottoms and tops of the pages."""
    sheets = [_without_margin(page, edge, body) for page, edge in zip(pages, edges, strict=True)]
    ends = [_ends(sheet.text, edge, body) for sheet, edge in zip(sheets, edges, strict=True)]
    heads = _repeated([head for head, _ in ends])
    feet = _repeated([foot for _, foot in ends])
    for number, (sheet, (head, foot)) in enumerate(zip(sheets, ends, strict=True)):
        gone = {id(segment) for row in _heads(head, number, heads) for segment in row.segments}
        sheet.head = [segment for segment in sheet.text if id(segment) in gone]
        below = {id(segment) for row in _feet(foot, number, feet, body) for segment in row.segments}
        sheet.foot = [segment for segment in sheet.text if id(segment) in below - gone] + sheet.foot
        sheet.text = [segment for segment in sheet.text if id(segment) not in gone | below]
    return sheets


def _without_margin(page: Sequence[Segment], edge: tuple[float, float], body: Type) -> Sheet:
    """Taken out: small type wholly beside the body's column or above the page, and "Pagina 1 van 4"."""
    bottom, top = edge
    zone = _ZONE * (top - bottom)
    sheet = Sheet()
    for segment in page:
        beside = segment.x1 < body.left or segment.x0 > body.right or segment.y > top
        at_edge = not bottom + zone <= segment.y <= top - zone
        in_margin = beside and segment.size < _MARGIN_SIZE * body.size
        gone = in_margin or (at_edge and _PAGE_OF_PAGES.fullmatch(segment.text))
        (sheet.foot if gone else sheet.text).append(segment)
    return sheet


def _ends(segments: Sequence[Segment], edge: tuple[float, float], body: Type) -> tuple[list[Row], list[Row]]:
    """The rows at the top and at the bottom of a page that are set apart from what is between."""
    bottom, top = edge
    rows = rows_of(segments)
    zone = _ZONE * (top - bottom)
    head = _set_apart(rows, [row.y > top - zone for row in rows], body)
    rows.reverse()
    return head, _set_apart(rows, [row.y < bottom + zone for row in rows], body)


def _set_apart(rows: list[Row], within: list[bool], body: Type) -> list[Row]:
    """The outermost rows within the zone up to the last gap there."""
    last = 0
    for at in range(min(len(rows), _MOST_ROWS)):
        if not within[at]:
            break
        if at + 1 == len(rows) or abs(rows[at].y - rows[at + 1].y) > _APART * body.size:
            last = at + 1
    return rows[:last] if last < len(rows) or len(rows) == 1 else []


_Places = dict[str, list[tuple[int, float, list[int]]]]


def _repeated(pages: Sequence[Sequence[Row]]) -> _Places:
    """Where each text (its numbers left out) stands: page, height and numbers."""
    places: _Places = {}
    for number, rows in enumerate(pages):
        for row in rows:
            text = _text(row)
            numbers = [int(found) for found in _NUMBER.findall(text[:200]) if len(found) < 9]
            places.setdefault(_NUMBER.sub("#", text), []).append((number, row.y, numbers))
    return places


def _text(row: Row) -> str:
    return " ".join(segment.text for segment in row.segments)


def _stands_elsewhere(row: Row, number: int, places: _Places) -> bool:
    """Whether another page has the row in the same place; its numbers the same, or running with the pages."""
    text = _text(row)
    numbers = [int(found) for found in _NUMBER.findall(text[:200]) if len(found) < 9]
    for page, y, others in places.get(_NUMBER.sub("#", text), ())[:200]:
        if page == number or abs(y - row.y) > row.size or len(others) != len(numbers):
            continue
        if all(mine - other in (0, number - page) for mine, other in zip(numbers, others, strict=True)):
            return True
    return False


def _heads(rows: Sequence[Row], number: int, places: _Places) -> list[Row]:
    """A head is a page's number, or stands on other pages too."""
    found = []
    for row in rows:
        if _PAGE_NUMBER.fullmatch(_text(row)) or _stands_elsewhere(row, number, places):
            found.append(row)
    return found


def _feet(rows: Sequence[Row], number: int, places: _Places, body: Type) -> list[Row]:
    """A foot is what a head is, or is in larger type than the text far above it."""
    if not rows:
        return []
    other = all(abs(row.size - body.size) > _OTHER_SIZE * body.size for row in rows)
    if other and not _begins_note(rows[-1]) and any(row.size >= body.size for row in rows):
        return list(rows)
    return _heads(rows, number, places)


def _begins_note(row: Row) -> bool:
    first = row.runs[0]
    return first.size < _MARGIN_SIZE * row.size or first.text.strip()[:1].isdigit()

"""Rows: the lines of a source cut where a heading or a note may begin inside a line.

A row remembers how it hung on the row before it, so that cuts which lead nowhere can be undone
without a trace. What a row is (heading, note, page foot) is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from kvtui.sources.lines import SourceText

_FEW = 10
LONG = 1000
"""Characters: a line longer than this has lost its line ends (a printed line has about 80)."""


class Joint(IntEnum):
    """How a row hangs on the row before it; a larger value is a deeper cut."""

    GLUED = 0
    """In the same line, without a space."""
    SPACE = 1
    """In the same line, behind a space."""
    LINE = 2
    """On the next line."""
    BLANK = 3
    """Behind a blank line."""
    PAGE = 4
    """Behind a page break or a page foot."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a line."""

    text: str
    joint: Joint
    page: int = 0


_HEADING = r"(?:Vraag|Vragen|Antwoord|Antwoorden)\s{1,3}(?:op\s)?(?:de\s)?(?:vraag\s|vragen\s)?\d"
_HEADING_INSIDE = (
    rf"(?<=[\s0-9a-z.?!»)”])(?<!,\s)(?={_HEADING})"
    r"|(?<=\d\s)(?=(?:Vragen|Vraag)\svan\s(?:het|de)\sl)"
)
_NO_NOTE_BEHIND = "".join(
    rf"(?<!{word}\s)"
    for word in ("Vraag", "vraag", "Antwoord", "Vragen", "Aanhangsel", r"nr\.", r"\sen", "t/m")
)
_CUT = re.compile(_HEADING_INSIDE)
_CUT_WORDS = ("Vra", "Antwoord")
"""A line without these has no cut: looking for a word is much faster than looking for a pattern."""
# In a line that holds a whole page, notes and the last blocks must be looked for too.
_CUT_LONG = re.compile(
    _HEADING_INSIDE + rf"|(?<=[.:;?!»)”0-9a-z]\s){_NO_NOTE_BEHIND}"
    r"(?=\d{1,3}\s?(?:[A-Z«‘“\"(]|https?:|www\.|(?:de|het)\s[A-Z]"
    r"|motie\b|[a-z0-9-]{2,30}\.(?:nl|com|org|eu)\b))"
    r"|(?<=[.?!»)”0-9\]]\s)(?=Mededeling\s[A-Z]|Toelichting:)"
    r"|(?<=[.)]\s)(?=(?:Antwoord|Mededeling)\svan\s)"
)


def rows_of(source: SourceText) -> list[Row]:
    """The rows of a source, blank lines kept as joints only."""
    rows: list[Row] = []
    for number, page in enumerate(source.pages):
        joint = Joint.PAGE
        for line in page.lines:
            text = " ".join(line.text.split())
            if not text:
                joint = max(joint, Joint.BLANK)
                continue
            rows.extend(_pieces(text, joint, number))
            joint = Joint.LINE
    return _single_spaced(rows)


def _single_spaced(rows: list[Row]) -> list[Row]:
    """The rows of a text in which a blank line follows each printed line, as if it had none."""
    lines = [row for row in rows if row.joint >= Joint.LINE]
    blank = sum(row.joint >= Joint.BLANK for row in lines)
    unfinished = sum(row.text[-1].isalnum() or row.text[-1] in ",-" for row in lines)
    if len(lines) < _FEW or blank * 20 < len(lines) * 19 or unfinished * 2 < len(lines):
        return rows
    return [replace(row, joint=Joint.LINE) if row.joint is Joint.BLANK else row for row in rows]


def _pieces(text: str, joint: Joint, page: int) -> Iterator[Row]:
    start = 0
    cuts = _CUT_LONG if len(text) > LONG else _CUT if any(word in text for word in _CUT_WORDS) else None
    for found in cuts.finditer(text, 1) if cuts else ():
        yield Row(text[start : found.start()].rstrip(), joint, page)
        start = found.start()
        joint = Joint.SPACE if text[start - 1] == " " else Joint.GLUED
    yield Row(text[start:], joint, page)


def cut(row: Row, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Row, bool]]:
    """The row in pieces, each with whether it is one of the spans (which must be in order)."""
    start, joint = 0, row.joint
    for begin, end in spans:
        before = row.text[start:begin]
        if before.strip():
            yield Row(before.strip(), joint, row.page), False
        yield Row(row.text[begin:end].strip(), Joint.SPACE, row.page), True
        start, joint = end, Joint.PAGE
    if row.text[start:].strip():
        yield Row(row.text[start:].strip(), joint, row.page), False

"""Rows: the lines of a source cut where a heading or a note may begin inside a line.

A row remembers how it hung on the row before it, so that cuts which lead nowhere can be undone
without a trace, and where in the source it stands, so that what becomes of it can be told. What a
row is (heading, note, page foot) is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from kvtui.parsing.lazy import lazy
from kvtui.sources.lines import Opens, Role, SourceText

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
    """A piece of a line, and what its format knows of it (see `Line`)."""

    text: str
    joint: Joint
    page: int = 0
    line: int = -1
    """The index of its line in the source, counted through all pages."""
    letters: int = 0
    """How many letters and digits of that line stand before it."""
    role: Role = Role.TEXT
    opens: Opens | None = None
    ended: bool | None = None

    def moved(self, joint: Joint, page: int) -> Row:
        """The row on that page, hanging on by `joint`; most rows stay as they are."""
        if joint is self.joint and page == self.page:
            return self
        return Row(self.text, joint, page, self.line, self.letters, self.role, self.opens, self.ended)

    def split(self, at: int, joint: Joint) -> tuple[Row, Row]:
        """The row as two, each without the spaces at its edges; the second hangs on by `joint`."""
        before, behind = self.text[:at].strip(), self.text[at:].strip()
        letters = self.letters + count_letters(before)
        ended = None if self.ended is None else False
        return (
            Row(before, self.joint, self.page, self.line, self.letters, self.role, self.opens, ended),
            Row(behind, joint, self.page, self.line, letters, self.role, None, self.ended),
        )


def count_letters(text: str) -> int:
    """How many letters and digits a text has: no repair changes their number or order."""
    return sum(map(str.isalnum, text))


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
_CUT_LONG = lazy(
    _HEADING_INSIDE + rf"|(?<=[.:;?!»)”0-9a-z]\s){_NO_NOTE_BEHIND}"
    r"(?=\d{1,3}\s?(?:[A-Z«‘“\"(]|https?:|www\.|(?:de|het)\s[A-Z]"
    r"|motie\b|[a-z0-9-]{2,30}\.(?:nl|com|org|eu)\b))"
    r"|(?<=[.?!»)”0-9\]]\s)(?=Mededeling\s[A-Z]|Toelichting:)"
    r"|(?<=[.)]\s)(?=(?:Antwoord|Mededeling)\svan\s)"
)


def rows_of(source: SourceText) -> list[Row]:
    """The rows of a source, blank lines kept as joints only."""
    rows: list[Row] = []
    index = -1
    for number, page in enumerate(source.pages):
        joint = Joint.PAGE
        for line in page.lines:
            index += 1
            text = " ".join(line.text.split())
            if not text:
                joint = max(joint, Joint.BLANK)
                continue
            row = Row(text, joint, number, index, 0, line.role, line.opens, line.ended)
            cuts = _cuts_of(row)
            if cuts is None:
                rows.append(row)
            else:
                rows.extend(_pieces(row, cuts))
            joint = Joint.LINE
    return _single_spaced(rows)


def _single_spaced(rows: list[Row]) -> list[Row]:
    """The rows of a text in which a blank line follows each printed line, as if it had none."""
    lines = [row for row in rows if row.joint >= Joint.LINE and row.ended is None]
    blank = sum(row.joint >= Joint.BLANK for row in lines)
    unfinished = sum(row.text[-1].isalnum() or row.text[-1] in ",-" for row in lines)
    if len(lines) < _FEW or blank * 20 < len(lines) * 19 or unfinished * 2 < len(lines):
        return rows
    return [replace(row, joint=Joint.LINE) if row.joint is Joint.BLANK else row for row in rows]


def _cuts_of(row: Row) -> re.Pattern[str] | None:
    """What is looked for inside a row; None where nothing can be there."""
    if row.role is not Role.TEXT or row.opens:
        return None
    if len(row.text) > LONG and row.ended is None:
        return _CUT_LONG()
    return _CUT if _CUT_WORDS[0] in row.text or _CUT_WORDS[1] in row.text else None


def _pieces(row: Row, cuts: re.Pattern[str]) -> Iterator[Row]:
    text = row.text
    starts = [found.start() for found in cuts.finditer(text, 1)]
    if not starts:
        yield row
        return
    letters, joint = 0, row.joint
    for start, end in pairwise([0, *starts, len(text)]):
        piece = text[start:end]
        ended = row.ended if end == len(text) or row.ended is None else False
        yield Row(piece.rstrip(), joint, row.page, row.line, letters, ended=ended)
        joint = Joint.SPACE if piece[-1] == " " else Joint.GLUED
        letters += count_letters(piece)


def cut(row: Row, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Row, bool]]:
    """The row in pieces, each with whether it is one of the spans (which must be in order)."""
    start, joint, letters = 0, row.joint, row.letters
    for begin, end in spans:
        before, span = row.text[start:begin].strip(), row.text[begin:end].strip()
        if before:
            yield replace(row, text=before, joint=joint, letters=letters), False
        letters += count_letters(before)
        yield replace(row, text=span, joint=Joint.SPACE, letters=letters), True
        letters += count_letters(span)
        start, joint = end, Joint.PAGE
    if row.text[start:].strip():
        yield replace(row, text=row.text[start:].strip(), joint=joint, letters=letters), False

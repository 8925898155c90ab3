"""Page furniture: the masthead, page heads and page feet of the official layout.

Takes them out of the rows and says which page each row stood on. Knows nothing of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kvtui.parsing.rows import Joint, Row, cut
from kvtui.sources import Role

_YEARS = r"\d{4}\s?[–—/-]\s?\d{2,4}"
_IDENTIFIER = r"(?:ah|kv)-(?:tk|ek)-[0-9A-Za-z]+(?:-[0-9A-Za-z]+){0,2}"
# Page feet of the Aanhangsel and of unanswered questions; the parts come glued or one a line.
_FOOT = re.compile(
    rf"(?:\b{_IDENTIFIER}\s*)?(?:ISSN\s?\d{{4}}\s?-\s?\d{{4}}\s*)?(?:[’'‘]s-Gravenhage\s?\d{{4}}\s*)?"
    rf"(?:Tweede|Eerste)\s?Kamer,\s?vergaderjaar\s?{_YEARS},\s?(?:Aanhangsel|Vragen)"
    r"(?:\s{0,3}(?P<page>\d{1,3})(?!\d)(?!\s?[,.)]\s?\w)|\s*\Z)"
)
_FOOT_PART = re.compile(
    rf"(?:{_IDENTIFIER}(?:\s?ISSN\s?\d{{4}}\s?-\s?\d{{4}})?(?:\s?[’'‘]s-Gravenhage\s?\d{{4}})?|[ahkv]{{0,2}}\s[te]k\s(?:\d{{8}}|\d{{4}}Z?)\s\d{{1,5}}"
    rf"|ISSN\s?\d{{4}}\s?-\s?\d{{4}}(?:\s?[’'‘]s-Gravenhage\s?\d{{4}})?|[’'‘]s-Gravenhage\s?\d{{4}})\Z"
)
_MASTHEAD = re.compile(
    r"(?:Tweede Kamer der Staten-Generaal\s?2?"
    r"|Eerste Kamer der Staten-Generaal\s?1?"
    rf"|Vergaderjaar\s{_YEARS}(?=\s*(?:\Z|Aanhangsel|Vragen))"
    r"|Aanhangsel van de Handelingen(?=\s*(?:\Z|Vragen|\d{1,5}(?:\s|\Z)))"
    r"|Vragen gesteld door de leden der Kamer(?:, met de daarop door de(?: regering gegeven antwoorden)?)?"
    r"|(?:door de )?regering gegeven antwoorden)\s*"
)
# The "2" of the Second Chamber's emblem, alone before anything else.
_EMBLEM = re.compile(r"2(?=\s*\Z|\sVergaderjaar)\s*")
_HEAD_ROWS = 40


@dataclass(frozen=True, slots=True)
class Furnished:
    """Rows without furniture, and the furniture."""

    rows: list[Row]
    furniture: list[Row]


def take_furniture(rows: list[Row]) -> Furnished:
    """Rows without page heads and feet, numbered by page; the first row behind a foot has joint PAGE."""
    kept: list[Row] = []
    furniture: list[Row] = []
    turned = 0
    behind_foot = False
    for index, row in enumerate(_untold(rows, furniture)):
        for piece, is_foot in _split_feet(row, turned):
            text = piece.text
            if behind_foot and text == str(turned) and not furniture[-1].text[-1:].isdigit():
                # the page number of a foot, fallen to a line of its own
                furniture.append(piece)
                continue
            if is_foot or _FOOT_PART.match(text):
                turned += is_foot
                behind_foot = True
                furniture.append(piece)
                continue
            rest, masthead = (
                _without_masthead(piece, not kept) if index < _HEAD_ROWS or behind_foot else (piece, [])
            )
            furniture.extend(masthead)
            if not rest.text:
                continue
            joint = Joint.PAGE if behind_foot else Joint.BLANK if masthead else piece.joint
            kept.append(rest.moved(joint, row.page + turned))
            behind_foot = False
    return Furnished(kept, furniture)


def _untold(rows: list[Row], furniture: list[Row]) -> Iterator[Row]:
    """The rows that the format does not know to be furniture; the others go to `furniture`."""
    over = Joint.GLUED
    for row in rows:
        if row.role is Role.FURNITURE:
            furniture.append(row)
            over = max(over, row.joint)
        else:
            yield replace(row, joint=over) if over > row.joint else row
            over = Joint.GLUED


def _split_feet(row: Row, turned: int) -> list[tuple[Row, bool]]:
    """The row cut at its page feet; inside a line only a foot with the expected page number counts."""
    if "ergaderjaar" not in row.text:
        return [(row, False)]
    spans: list[tuple[int, int]] = []
    for found in _FOOT.finditer(row.text):
        whole = found.start() == 0 and found.end() == len(row.text)
        expected = found["page"] is not None and int(found["page"]) == turned + len(spans) + 1
        if whole or expected or found.end() == len(row.text):
            spans.append(found.span())
    return list(cut(row, spans)) if spans else [(row, False)]


def _without_masthead(row: Row, first: bool) -> tuple[Row, list[Row]]:
    """The row behind the masthead phrases with which it begins, and those phrases."""
    taken: list[Row] = []
    rest = row
    while found := _MASTHEAD.match(rest.text) or (_EMBLEM.match(rest.text) if first else None):
        phrase, rest = rest.split(found.end(), Joint.SPACE)
        taken.append(phrase)
    if rest.text[:1].islower():
        # a sentence about the Chamber
        return row, []
    return rest, taken

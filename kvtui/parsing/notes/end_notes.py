"""Notes together behind the last block, by their numbers: "1) Pointer, …", "[1] …", or a list "1. …".

Also cuts apart notes that stand in one line. Notes at the foot of a page are for `footnotes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kvtui.parsing.headings.finding import is_heading_alone
from kvtui.parsing.rows import Joint, Row

SQUARE = re.compile(r"\[(\d{1,3})\s?\]:?\s?(?=\S)")
ROUND = re.compile(r"\(?(\d{1,3})\)\s?(?=\S)")
DOTTED = re.compile(r"(\d{1,2})\.\s(?=\S)")
"""The forms in which the numbers of such notes are printed."""
_MARK = re.compile(r"\[\s?(\d{1,3})\s?\]|(?:^|\s|[?.,»”’'\"a-z])(\d{1,3})\)")
_OPENS_NOTE = re.compile(
    r"\[(\d{1,3})\s?\]:?\s?(?=\S)|\(?(\d{1,3})\)\s?(?=\S)|(\d{1,3})\s?(?=https?:|www\.|[A-ZÀ-Þ«])"
)
# The next note in the same line, N its number, in the same three forms.
_NEXT_NOTE = (
    r"\[N\]\s(?=\S)",
    r"(?<=\s)N\)\s(?=\S)",
    r"(?<=[\w.)/»”]\s)(?<!\bnr\.\s)(?<!\ben\s)N\s(?=https?:|www\.|[A-ZÀ-Þ«])",
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A row that may open a definition."""

    row: int
    number: int
    begin: int
    """Where its text begins, behind the mark."""
    certain: bool = True
    """Whether the text opens as notes do."""


def end_notes(rows: list[Row], form: re.Pattern[str]) -> list[Opening]:
    """The rows that open notes of that form; none where the text before them has no marks."""
    numbered = [(index, row) for index, row in enumerate(rows) if _opens_with_number(row.text)]
    openings = _counting_up(numbered, form)
    if not openings or rows[openings[0].row].text.rstrip().endswith("?"):
        return []
    if any(is_heading_alone(row.text) and not row.text.startswith("T") for row in rows[openings[0].row :]):
        return []
    marks = {int(number) for row in rows[: openings[0].row] for number in _marks_in(row.text)}
    # a list in an answer is dotted too, but nothing in the text calls its items
    least = (len(openings) + 1) // 2 if form is DOTTED else 0
    return openings if marks and sum(o.number in marks for o in openings) >= least else []


def _opens_with_number(text: str) -> bool:
    """Whether a text begins with a digit, or with a bracket that may stand before one."""
    return text[:1] in "[(" or text[:1].isdecimal()


def _counting_up(rows: list[tuple[int, Row]], form: re.Pattern[str]) -> list[Opening]:
    """The last rows that count 1, 2, 3 … in that form."""
    openings: list[Opening] = []
    for index, row in rows:
        found = form.match(row.text) if row.joint >= Joint.LINE or openings else None
        if not found:
            continue
        number = int(next(filter(None, found.groups())))
        opening = Opening(index, number, found.end())
        if number == 1:
            openings = [opening]
        elif openings and number == openings[-1].number + 1:
            openings.append(opening)
    return openings


def _marks_in(text: str) -> list[str]:
    return [square or round_ for square, round_ in _MARK.findall(text)]


def cut_apart(rows: list[Row]) -> Iterator[Row]:
    """The rows, cut where a note has the next one in its line: "[2] NOS, 3 mei [3] https://…"."""
    for row in rows:
        may_open = row.joint >= Joint.LINE and _opens_with_number(row.text)
        found = _OPENS_NOTE.match(row.text) if may_open else None
        rest = row
        while found:
            number = int(next(filter(None, found.groups()))) + 1
            form = _NEXT_NOTE[(found.lastindex or 1) - 1].replace("N", str(number))
            glued = re.compile(form).search(rest.text, found.end())
            if not glued:
                break
            joint = Joint.SPACE if rest.text[glued.start() - 1] == " " else Joint.GLUED
            before, rest = rest.split(glued.start(), joint)
            yield before
            found = _OPENS_NOTE.match(rest.text)
        yield rest

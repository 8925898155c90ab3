"""Answers of the 1990s: one heading for all, under which each has its numbers on a line of its own.

"Antwoord", "1 + 3", the answer, "2", the answer.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kvtui.parsing.headings.heading import Heading, HeadingKind, HeadingRule
from kvtui.parsing.headings.number_list import NUMBERS, numbers_in
from kvtui.parsing.rows import Joint, Row

_NUMBERS_ALONE = re.compile(rf"(?P<numbers>{NUMBERS})\s?[.)]?\Z")


def with_parted_answers(rows: list[Row], headings: list[Heading]) -> list[Heading]:
    """The headings with that of the one answer parted, where numbers below it name each question once."""
    answers = [heading for heading in headings if heading.kind is HeadingKind.ANSWER]
    if len(answers) != 1 or len(answers[0].numbers) < 2 or answers[0].rest:
        return headings
    whole = answers[0]
    place = headings.index(whole)
    end = headings[place + 1].row if place + 1 < len(headings) else len(rows)
    parts = _parts(rows, whole, end)
    if not parts or parts[0].row != whole.row + 1 or whole.rule is not HeadingRule.WITHOUT_NUMBER:
        return headings
    first = replace(parts[0], row=whole.row, text=f"{whole.text} {parts[0].text}", rows=2)
    return [*headings[:place], first, *parts[1:], *headings[place + 1 :]]


def _parts(rows: list[Row], whole: Heading, end: int) -> list[Heading]:
    """A heading for each line of numbers; none where they do not name every question once."""
    parts: list[Heading] = []
    for index in range(whole.row + 1, end):
        row = rows[index]
        found = _NUMBERS_ALONE.match(row.text) if row.joint >= Joint.LINE else None
        if found:
            numbers = numbers_in(found["numbers"])
            parts.append(Heading(index, whole.kind, numbers, row.text, "", HeadingRule.ANSWER_NUMBER))
    named = [number for part in parts for number in part.numbers]
    return parts if sorted(named) == sorted(whole.numbers) and all(part.numbers for part in parts) else []

"""Headings of a source whose format says where each question and answer begins.

Only their numbers are read here, or counted where the heading has none or repeats one: official
XML knows questions without numbers, and paragraphs (`al`) where a number (`nr`) was meant.
"""

from __future__ import annotations

import re

from kvtui.parsing.headings.heading import BARE_ANSWER, NAMED, NOTE, NOTICE, Heading, HeadingKind, HeadingRule
from kvtui.parsing.headings.number_list import NUMBERS, numbers_in
from kvtui.parsing.rows import Row
from kvtui.sources import Opens

_KINDS = {
    Opens.QUESTION: HeadingKind.QUESTION,
    Opens.ANSWER: HeadingKind.ANSWER,
    Opens.NOTICE: HeadingKind.NOTICE,
    Opens.NOTE: HeadingKind.NOTE,
}
_NUMBERS_ALONE = re.compile(rf"\(?(?P<numbers>{NUMBERS})\s?[.):]*\Z")
_WITHOUT_NUMBERS = {
    HeadingKind.QUESTION: re.compile(r"(?:Vraag|Vragen)\s?:?(?P<rest>)\Z"),
    HeadingKind.ANSWER: BARE_ANSWER,
    HeadingKind.NOTICE: NOTICE,
    HeadingKind.NOTE: NOTE,
}


def told_headings(rows: list[Row]) -> list[Heading]:
    """The headings of the rows that open a part (`Row.opens`), in order."""
    printed = [
        _printed(index, row, _KINDS[row.opens]) for index, row in enumerate(rows) if row.opens is not None
    ]
    singly = sum(h.kind is HeadingKind.QUESTION for h in printed) == sum(
        h.kind is HeadingKind.ANSWER for h in printed
    )
    headings: list[Heading] = []
    asked: list[int] = []
    answered: set[int] = set()
    for heading in printed:
        numbers = heading.numbers
        if heading.kind is HeadingKind.QUESTION:
            if not numbers or not set(numbers).isdisjoint(asked):
                numbers = (max(asked, default=0) + 1,)
            asked.extend(numbers)
        elif heading.kind is HeadingKind.ANSWER:
            if not numbers or not set(numbers).isdisjoint(answered):
                still_open = [number for number in asked if number not in answered]
                numbers = tuple(still_open[:1] if singly else still_open)
            if not numbers:
                continue
            answered.update(numbers)
        elif any(above.kind is heading.kind for above in headings):
            continue  # a document has one notice and one note: more of it goes on where it stands
        headings.append(_numbered(heading, numbers))
    return headings


def _printed(index: int, row: Row, kind: HeadingKind) -> Heading:
    """The heading with the numbers that it prints."""
    rule = HeadingRule.FORMAT
    found = NAMED.match(row.text) if kind in (HeadingKind.QUESTION, HeadingKind.ANSWER) else None
    if found:
        text = row.text[: found.start("rest")].strip()
        return Heading(index, kind, numbers_in(found["numbers"]), text, found["rest"].strip(), rule)
    alone = _NUMBERS_ALONE.match(row.text)
    if alone:
        return Heading(index, kind, numbers_in(alone["numbers"]), row.text, "", rule)
    bare = _WITHOUT_NUMBERS[kind].match(row.text)
    if bare:
        rest = (bare["rest"] or "").strip()
        return Heading(
            index, kind, (), row.text[: len(row.text) - len(bare["rest"] or "")].strip(), rest, rule
        )
    return Heading(index, kind, (), "", row.text, rule)


def _numbered(heading: Heading, numbers: tuple[int, ...]) -> Heading:
    if numbers == heading.numbers:
        return heading
    rule = HeadingRule.FORMAT if heading.text else HeadingRule.NEXT
    return Heading(heading.row, heading.kind, numbers, heading.text, heading.rest, rule)

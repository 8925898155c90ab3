"""Headings of questions and answers, told by their words and by the sequence of their numbers.

"Vraag 3", "Antwoord op vragen 4, 5 en 7", "Antwoord:", "3." alone or before its question. What
stands under a heading is for `blocks`; a heading's looks never count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from kvtui.parsing.headings.heading import BARE_ANSWER, NAMED, NOTE, NOTICE, Heading, HeadingKind, HeadingRule
from kvtui.parsing.headings.number_list import numbers_in
from kvtui.parsing.headings.parted import with_parted_answers
from kvtui.parsing.lazy import lazy
from kvtui.parsing.rows import Joint, Row


class _Rank(IntEnum):
    """How sure a candidate is by its place alone; a surer one with the same numbers wins."""

    ALONE = 0
    LINE_START = 1
    INSIDE_LINE = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    heading: Heading
    rank: _Rank


_RULES = {
    _Rank.ALONE: HeadingRule.ALONE,
    _Rank.LINE_START: HeadingRule.LINE_START,
    _Rank.INSIDE_LINE: HeadingRule.INSIDE_LINE,
}


_NUMBERED = re.compile(
    r"(?:(?P<alone>\d{1,3})\s?[.)]?\Z|(?P<number>\d{1,3})\s?[.)]\s?(?P<rest>\D.*)\Z)", re.DOTALL
)
_ON_QUESTIONS = lazy(r"(?:De[zs]e|De|Dit|Bovenstaande)\b[^.?!]{0,80}vra(?:ag|gen)")
_OPENS_SENTENCE = re.compile(r"[A-ZÀ-Þ«‘“'\"]")
_OPENING = re.compile(r"[A-ZÀ-Þ0-9«‘’“”\"'(–•…]")


def find_headings(rows: list[Row]) -> list[Heading]:
    """The headings among the rows, in order; a heading's numbers are those it prints.

    A bare "Antwoord" gets the numbers of the questions before it that have no answer yet.
    """
    if any(row.opens for row in rows):
        from kvtui.parsing.headings.told import told_headings  # only few formats tell of them

        return told_headings(rows)
    candidates = _named_candidates(rows)
    if not any(c.heading.kind is HeadingKind.QUESTION for c in candidates):
        candidates = sorted(
            [*candidates, *_numbered_candidates(rows, candidates)], key=lambda found: found.heading.row
        )
    surest: dict[tuple[HeadingKind, int], _Rank] = {}
    for found in candidates:
        for number in found.heading.numbers:
            key = (found.heading.kind, number)
            surest[key] = min(found.rank, surest.get(key, found.rank))
    return with_parted_answers(rows, _with_one_note(rows, _in_sequence(candidates, surest)))


def is_heading_alone(text: str) -> bool:
    """Whether a row is nothing but a named heading ("Vraag 3", "Antwoord 4 en 5:")."""
    found = NAMED.match(text)
    if found:
        return not found["rest"].strip()
    return len(text) < 15 and NOTICE.match(text) is not None


def opens_heading(text: str) -> bool:
    """Whether a row begins like a named heading, with or without its text behind it."""
    return NAMED.match(text) is not None


def _named_candidates(rows: list[Row]) -> list[_Candidate]:
    candidates: list[_Candidate] = []
    for index, row in enumerate(rows):
        if row.text[:1] in "VABRMT":
            found = _named(index, row) or _last_blocks(index, row)
            if found:
                candidates.append(found)
    return candidates


def _named(index: int, row: Row) -> _Candidate | None:
    found = NAMED.match(row.text)
    if not found:
        return None
    numbers = numbers_in(found["numbers"])
    rest = found["rest"].strip()
    if not numbers or (rest and not _OPENING.match(rest)):
        return None
    kind = HeadingKind.QUESTION if found["word"][0] == "V" else HeadingKind.ANSWER
    inside = row.joint in (Joint.SPACE, Joint.GLUED)
    rank = _Rank.INSIDE_LINE if inside and rest else _Rank.LINE_START if rest else _Rank.ALONE
    printed = row.text[: found.start("rest")].strip()
    return _Candidate(Heading(index, kind, numbers, printed, rest, _RULES[rank]), rank)


def _last_blocks(index: int, row: Row) -> _Candidate | None:
    """A bare answer heading, the heading of a notice or of an explanatory note."""
    for kind, pattern in (
        (HeadingKind.ANSWER, BARE_ANSWER),
        (HeadingKind.NOTICE, NOTICE),
        (HeadingKind.NOTE, NOTE),
    ):
        found = pattern.match(row.text)
        if found:
            rest = (found["rest"] or "").strip()
            if row.joint in (Joint.SPACE, Joint.GLUED) and not rest:
                return None
            printed = row.text[: len(row.text) - len(found["rest"] or "")].strip()
            rule = HeadingRule.LINE_START if rest else HeadingRule.ALONE
            return _Candidate(Heading(index, kind, (), printed, rest, rule), _Rank.ALONE)
    return None


def _numbered_candidates(rows: list[Row], named: list[_Candidate]) -> list[_Candidate]:
    """Questions headed by a number alone, for documents that never print "Vraag"."""
    answers = {found.heading.row for found in named if found.heading.kind is HeadingKind.ANSWER}
    numbered = [
        (index, match)
        for index, row in enumerate(rows)
        if row.joint > Joint.SPACE and row.text[:1].isdigit() and (match := _NUMBERED.match(row.text))
    ]
    # a list in a question is mostly numbered in another way than the questions are
    of_one_form = [
        found for found in numbered if (found[1]["alone"] is None) == (_first_form(numbered) is None)
    ]
    runs = [_counting_up(rows, numbers, answers) for numbers in (of_one_form, numbered)]
    return [
        _Candidate(_numbered(index, match), _Rank.ALONE if match["alone"] else _Rank.LINE_START)
        for index, match in max(runs, key=len)
    ]


def _first_form(numbered: list[tuple[int, re.Match[str]]]) -> str | None:
    """The first "1" of a line of its own, or None where it has text behind it."""
    return next((match["alone"] for _, match in numbered if _number(match) == 1), None)


def _number(match: re.Match[str]) -> int:
    return int(match["alone"] or match["number"])


def _counting_up(
    rows: list[Row], numbered: list[tuple[int, re.Match[str]]], answers: set[int]
) -> list[tuple[int, re.Match[str]]]:
    """The rows that count the questions: 1, 2, 3 …, each with a question behind it."""
    found: list[tuple[int, re.Match[str]]] = []
    for place, (index, match) in enumerate(numbered):
        if _number(match) != len(found) + 1:
            continue
        following = numbered[place + 1] if place + 1 < len(numbered) else None
        if _asks_before_next(rows, index, answers) or (
            # a question mark forgotten: the next number goes on and asks
            following is not None
            and _number(following[1]) == len(found) + 2
            and _OPENS_SENTENCE.match(match["rest"] or rows[index + 1].text)
            and answers.isdisjoint(range(index, following[0]))
            and _asks_before_next(rows, following[0], answers)
        ):
            found.append((index, match))
    return found


def _asks_before_next(rows: list[Row], index: int, answers: set[int]) -> bool:
    """Whether a question mark comes before the next number or answer heading: a list item has none."""
    for ahead in range(index, min(index + 40, len(rows))):
        if ahead > index and (ahead in answers or _NUMBERED.match(rows[ahead].text)):
            return False
        if "?" in rows[ahead].text:
            return True
    return False


def _numbered(index: int, match: re.Match[str]) -> Heading:
    number = match["alone"] or match["number"]
    rest = (match["rest"] or "").strip()
    printed = match[0][: len(match[0]) - len(match["rest"] or "")].strip()
    return Heading(index, HeadingKind.QUESTION, (int(number),), printed, rest, HeadingRule.NUMBER)


def _in_sequence(candidates: list[_Candidate], surest: dict[tuple[HeadingKind, int], _Rank]) -> list[Heading]:
    """The candidates that fit the sequence of numbers."""
    asked: set[int] = set()
    answered: set[int] = set()
    has_notice = False
    headings: list[Heading] = []
    for found in candidates:
        heading = found.heading
        if heading.kind is HeadingKind.QUESTION:
            if _fits(found, asked, None, surest):
                asked.update(heading.numbers)
                headings.append(heading)
        elif heading.kind is HeadingKind.ANSWER:
            if not heading.numbers:
                open_numbers = tuple(sorted(asked - answered))
                heading = replace(heading, numbers=open_numbers, rule=HeadingRule.WITHOUT_NUMBER)
                if not open_numbers:
                    continue
            elif not _fits(found, answered, asked, surest):
                continue
            answered.update(heading.numbers)
            headings.append(heading)
        elif heading.kind is HeadingKind.NOTE:
            if headings:
                headings.append(heading)
        elif not has_notice:
            has_notice = True
            headings.append(heading)
    return headings


def _with_one_note(rows: list[Row], headings: list[Heading]) -> list[Heading]:
    """The headings with the asker's note, the first behind the last question; others are answers' words."""
    last = max((i for i, h in enumerate(headings) if h.kind is HeadingKind.QUESTION), default=-1)
    notes = [
        heading
        for above, heading in pairwise(headings)
        if heading.kind is HeadingKind.NOTE
        and (last < 0 or heading.row > headings[last].row)
        and (above.kind is not HeadingKind.ANSWER or _is_askers_note(rows, heading))
    ]
    return [h for h in headings if h.kind is not HeadingKind.NOTE or h in notes[:1]]


def _is_askers_note(rows: list[Row], note: Heading) -> bool:
    """Whether a note behind an answer is the asker's: printed "Toelichting:", or on "these questions"."""
    below = rows[note.row + 1].text if note.row + 1 < len(rows) else ""
    return ":" in note.text or _ON_QUESTIONS().match(note.rest or below) is not None


def _fits(
    found: _Candidate, seen: set[int], asked: set[int] | None, surest: dict[tuple[HeadingKind, int], _Rank]
) -> bool:
    numbers = found.heading.numbers
    if any(number in seen for number in numbers):
        return False
    if found.rank is _Rank.ALONE:
        # a lost heading leaves a gap; a year or an amount leaves a chasm
        return min(numbers) <= (max(seen) if seen else 0) + 12
    if any(surest[found.heading.kind, number] < found.rank for number in numbers):
        return False
    if asked is None:
        return min(numbers) == next(n for n in range(1, len(seen) + 2) if n not in seen)
    return all(number in asked for number in numbers)

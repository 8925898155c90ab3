"""Which documents a corpus has: sets of questions, each with what was published of it, by session.

A set can have the questions as they were asked, a notice of delay, an answer and the answer of another
minister; numbers run by the day of publication, a few are missing. What stands in them is for `writing`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

_ANSWERED = (
    *(978, 1656, 1820, 1776, 2051, 1824, 1727, 1674, 1919, 2335, 2435, 2148, 2713, 3582, 3853, 3361),
    *(3682, 3489, 3227, 3001, 3370, 3573, 2740, 3239, 4000, 4117, 4092, 4073, 3662, 2574, 1338),
)
"""How many numbers the appendix had in each session from 1994-1995 on, to 2024-2025 (in part)."""
_FIRST_SESSION = 1994
_KV, _NOTICE, _ANSWER, _SIBLING = 0.95, 0.25, 0.97, 0.05
"""Shares of the sets: they give 64 questions to 86 answers and notices, of all documents 12 % notices."""
_PER_SET = _KV + _NOTICE + _ANSWER + _SIBLING
_MISSING = 0.06
"""Share of the numbers that are skipped."""
_CASES_A_YEAR = 24_000
"""Case numbers are given to other things too."""


@dataclass(slots=True)
class Set:
    """One set of questions and what was published of it."""

    session: int
    """The year in which it begins."""
    submitted: date
    case: str = ""
    has_questions: bool = False
    """Whether the questions were published as asked."""
    notice: Publication | None = None
    answers: list[Publication] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """How many there are of it."""
        return self.has_questions + (self.notice is not None) + len(self.answers)


@dataclass(slots=True)
class Publication:
    """One number of the appendix."""

    received: date
    number: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """All sets of one session, by day, and the numbers in use."""

    year: int
    sets: list[Set]
    numbers: list[int]


def sessions(chance: random.Random, documents: int) -> Iterator[Session]:
    """The sessions of a corpus, oldest first, with exactly so many documents together."""
    total, planned, weight = sum(_ANSWERED), 0, 0
    for index, share in enumerate(_ANSWERED):
        weight += share
        wanted = documents * weight // total - planned
        planned += wanted
        yield _session(chance, _FIRST_SESSION + index, wanted)


def _session(chance: random.Random, year: int, documents: int) -> Session:
    first = date(year, 9, 20).toordinal()
    count = round(documents / _PER_SET * 1.2) + 5
    days = sorted(first + int(chance.random() * 300) for _ in range(count))
    made: list[Set] = []
    order = list(range(count))
    chance.shuffle(order)  # the last sets would otherwise all be left out of a session
    for index in order:
        if not documents:
            break
        one = _set(chance, year, days[index])
        _cut(one, documents)
        documents -= one.documents
        if one.documents:
            made.append(one)
    made.sort(key=lambda one: one.submitted)
    _give_cases(chance, made)
    return Session(year, made, _give_numbers(chance, made))


def _set(chance: random.Random, year: int, day: int) -> Set:
    one = Set(year, date.fromordinal(day), has_questions=chance.random() < _KV)
    late = chance.random() < _NOTICE
    if late:
        one.notice = Publication(date.fromordinal(day + chance.randint(15, 24)))
    if chance.random() < _ANSWER:
        taken = chance.randint(35, 75) if late else min(int(chance.lognormvariate(3.1, 0.45)) + 3, 160)
        one.answers.append(Publication(date.fromordinal(day + taken)))
        if chance.random() < _SIBLING:
            one.answers.append(Publication(date.fromordinal(day + taken + chance.randint(0, 20))))
    return one


def _cut(one: Set, most: int) -> None:
    """Leave out of a set what would be too many."""
    while one.documents > most:
        if one.answers:
            one.answers.pop()
        elif one.notice:
            one.notice = None
        else:
            one.has_questions = False


def _give_cases(chance: random.Random, sets: list[Set]) -> None:
    """A case number for each set; they rise with the day."""
    by_year: dict[int, list[Set]] = {}
    for one in sets:
        by_year.setdefault(one.submitted.year, []).append(one)
    for year, of_year in by_year.items():
        number = of_year[0].submitted.timetuple().tm_yday * _CASES_A_YEAR // 366
        last = of_year[-1].submitted.timetuple().tm_yday * _CASES_A_YEAR // 366
        step = max((last - number) // len(of_year), 1)
        for one in of_year:
            one.case = f"{year}Z{number:05d}"
            number += 1 + int(chance.random() * (2 * step - 1))


def _give_numbers(chance: random.Random, sets: list[Set]) -> list[int]:
    """A number for each publication, by the day that it was received; all of them."""
    publications = [one.notice for one in sets if one.notice]
    publications += [answer for one in sets for answer in one.answers]
    publications.sort(key=lambda publication: publication.received)
    number = 0
    for publication in publications:
        number += 1 + (chance.random() < _MISSING)
        publication.number = number
    return [publication.number for publication in publications]

"""The citations of a document: each publication that its text names, one by one.

A number without its year gets the session years that it may be of; which of them is in the library, and
what it is there, is asked in `kvtui.library.links`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kvtui.model import Document, Reference, ReferenceKind, TextPart
from kvtui.parsing.references.issues import NR, read_issues

_AANHANGSEL = re.compile(r"[Aa]an-?\s?hang-?\s?sel")
_NR = re.compile(rf"\b{NR}\s*(?=\d)")
_BARE = re.compile(
    r"(?:[,;]\s*|[Aa]anhangsels?\s+|[Hh]andelingen\s+(?:II?\s+)?)(?P<number>\d{1,5})\b(?!\s?[-–/])"
)
_PRINTED_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-–—/]{1,2}\s?(?P<last>(?:19|20)\d\d)(?!\d)")
_SENATE = re.compile(r"Eerste\s+Kamer|\bHandelingen\s+I\b|\bEK\b")
_SESSION = re.compile(r"(?P<first>\d{4})-\d{4}")
_FIRST_MONTH = 9  # a session (vergaderjaar) runs from September to September
_A_DAY = 11  # about 4,000 sets of answers are numbered in a session


@dataclass(frozen=True, slots=True)
class Citation:
    """One publication that one place of a document names."""

    part: TextPart
    numbers: tuple[int, ...]
    """The question numbers of the block it stands in, as for `Reference`."""
    paragraph: int
    start: int
    end: int
    text: str
    target: str
    """Normalised as in `Reference.targets`: "ah-tk-20232024-1047"; empty where the text says too little."""
    questions: tuple[int, ...]
    """The questions of the target that the text names."""
    certain: bool
    place: int
    """Index in `Document.references`."""
    carrier: TextPart
    """The part that says it: for a footnote that of the text with its mark, else `part`."""
    choice: int = 0
    """0, or where a year had to be guessed 1 for the likelier target and 2 for the other: two citations, of
    which only one is meant."""


def citations_of(document: Document) -> tuple[Citation, ...]:
    """The citations in the order of `Document.references`: one for each target, an incomplete one without."""
    carriers = _carriers(document)
    return tuple(
        Citation(
            part=reference.part,
            numbers=reference.numbers,
            paragraph=reference.paragraph,
            start=reference.start,
            end=reference.end,
            text=reference.text,
            target=target,
            questions=questions,
            certain=certain,
            place=place,
            carrier=_carrier(reference, document, carriers),
            choice=choice,
        )
        for place, reference in enumerate(document.references)
        for target, questions, certain, choice in _targets(reference, document)
    )


def _carriers(document: Document) -> dict[str, TextPart]:
    """The mark of each footnote -> the part in which it is printed first."""
    found: dict[str, TextPart] = {}
    for reference in document.references:
        if reference.kind is ReferenceKind.FOOTNOTE:
            for mark in reference.targets:
                found.setdefault(str(mark), reference.part)
    return found


def _carrier(reference: Reference, document: Document, carriers: Mapping[str, TextPart]) -> TextPart:
    if reference.part is not TextPart.FOOTNOTE or reference.paragraph >= len(document.footnotes):
        return reference.part
    return carriers.get(document.footnotes[reference.paragraph].mark, TextPart.FOOTNOTE)


def _targets(reference: Reference, document: Document) -> Iterator[tuple[str, tuple[int, ...], bool, int]]:
    """Each target with the questions of it that are named, whether it is certain, and its choice."""
    questions = reference.questions
    if reference.kind is ReferenceKind.PUBLICATION:
        for target in reference.targets:
            yield str(target), questions, reference.certain, 0
    elif reference.kind is ReferenceKind.INCOMPLETE:
        guesses = guessed_targets(reference.text, document)
        if len(guesses) != 1:
            questions = ()  # of several it is not said whose they are
        for likely, other in guesses:
            yield likely, questions, False, 1
            yield other, questions, False, 2
        if not guesses:
            yield "", questions, False, 0


def guessed_targets(text: str, document: Document) -> tuple[tuple[str, str], ...]:
    """What an Aanhangsel without a readable year may be: for each number the likelier target and the other.

    Takes the words of the reference and the document that says them. A lower number than its own is of
    its own session, a higher one of the session before; empty where the text gives no number, or nothing
    tells of the session.
    """
    if not _AANHANGSEL.search(text):
        return ()
    chamber = "ek" if _SENATE.search(text) else "tk"
    pairs = []
    for number in _numbers(text):
        years = _years(text, number, document)
        if years is not None:
            likely, other = (f"ah-{chamber}-{year}{year + 1}-{number}" for year in years)
            pairs.append((likely, other))
    return tuple(pairs)


def _numbers(text: str) -> list[int]:
    """The numbers behind "nr."; where that is not printed the last one behind a comma or the word itself."""
    lists = [read_issues(text, nr.end(), plural="s" in nr[0]) for nr in _NR.finditer(text)]
    if not lists:
        bare = list(_BARE.finditer(text))[-1:]
        lists = [read_issues(text, found.start("number")) for found in bare]
    values = (value for issues in lists if issues for value in issues.values)
    return list(dict.fromkeys(int(value) for value in values if value.isdecimal()))


def _years(text: str, number: int, document: Document) -> tuple[int, int] | None:
    """The first years of the likelier session and of the other one."""
    if printed := _PRINTED_YEARS.search(text):
        # "2023-2025": one of the two years is a misprint
        return int(printed["first"]), int(printed["last"]) - 1
    day = document.submitted or document.received
    session = _SESSION.match(document.session_year or "")
    if session:
        year = int(session["first"])
    elif day:
        year = day.year if day.month >= _FIRST_MONTH else day.year - 1
    else:
        return None
    reached = _number_reached(document, year, day)
    if number == reached and document.number:
        return year - 1, year - 2  # its own number is that of another session
    return (year, year - 1) if number < reached else (year - 1, year)


def _number_reached(document: Document, year: int, day: date | None) -> int:
    """The document's own number, else about how many were published in that session by that day."""
    if document.number and document.number.isdecimal():
        return int(document.number)
    if day is None:
        return 0
    return _A_DAY * max(0, (day - date(year, _FIRST_MONTH, 1)).days)

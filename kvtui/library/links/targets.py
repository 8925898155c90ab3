"""What a citation turns out to point at: a document of the library, and a question in it.

Where the year was guessed, of the two candidates that one which is in the library and no younger than the
text that cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import Citation
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.wording import count_words, entry_words, question_words
from kvtui.library.naming import case_of, names_a_case
from kvtui.model import DocumentKind, official_url

_BY_WORTH = (DocumentKind.ANSWER, DocumentKind.NOTICE, DocumentKind.QUESTIONS)
_SET_OF_QUESTIONS = re.compile(r"(?:ah|kv)-|\d{4}Z\d{5}")


class Finder(Protocol):
    """Where documents are looked up: the catalogue."""

    def find(self, name: str, /) -> Entry | None:
        """The document of that identifier or case number, or None."""

    def same_set(self, entry: Entry, /) -> Sequence[Entry]:
        """The other documents with the same questions, or of the same case, newest first."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one citation points at."""

    outcome: Outcome
    """FOUND, NOT_IN_LIBRARY or INCOMPLETE."""
    words: str
    """For the reader: what it is, or why it cannot be followed."""
    entry: Entry | None = None
    identifier: str = ""
    """As the text has it, or as it was guessed; empty for an incomplete one."""
    questions: tuple[int, ...] = ()
    """The questions to go to in the document: those that the text names and that are there."""
    is_guess: bool = False
    """Whether the session year was guessed."""
    url: str | None = None
    """The official page, where one can be told from the identifier."""


def target_of(citation: Citation, finder: Finder) -> Target:
    """What a citation points at, taken as it is: for one whose year was guessed see `targets_of`."""
    if not citation.target:
        return Target(
            Outcome.INCOMPLETE, "The text doesn't give the number or the year of what it refers to."
        )
    return _target(citation, find(citation.target, finder))


def targets_of(
    citations: Iterable[Citation], day: date | None, finder: Finder
) -> Iterator[tuple[Citation, Target]]:
    """Each citation of a document with what it points at; of two guesses the one that is meant.

    Takes the citations in their order and the day of the document that has them.
    """
    likely: Citation | None = None
    for citation in citations:
        if citation.choice == 1:
            likely = citation
        elif citation.choice == 2 and likely is not None:
            yield _meant(likely, citation, day, finder)
            likely = None
        else:
            yield citation, target_of(citation, finder)
    if likely is not None:
        yield likely, target_of(likely, finder)


def find(name: str, finder: Finder) -> Entry | None:
    """The document of an identifier or case number.

    A case leads to its answer, also where that doesn't print the number, else to its notice, else to the
    questions alone.
    """
    entry = finder.find(name)
    if entry is None and (case := case_of(name)):
        entry = finder.find(case)
    if entry is None or entry.kind is DocumentKind.ANSWER or not names_a_case(name):
        return entry
    return min((entry, *finder.same_set(entry)), key=_worth)


def _worth(entry: Entry) -> int:
    """Sorts the documents of one set: the answer, the notice, the questions alone."""
    return _BY_WORTH.index(entry.kind) if entry.kind in _BY_WORTH else len(_BY_WORTH)


def is_set_of_questions(identifier: str) -> bool:
    """Whether it is of questions, with or without their answers, and not of a Kamerstuk or something else."""
    return _SET_OF_QUESTIONS.match(identifier) is not None


def day_of(entry: Entry) -> date | None:
    """The day on which a document was published, as far as it is known."""
    return entry.received or entry.submitted


def _meant(likely: Citation, other: Citation, day: date | None, finder: Finder) -> tuple[Citation, Target]:
    """The candidate that is in the library; one that is younger than the text cannot be what it cites.

    `kvtui.library.links.wanted` decides alike, for all at once.
    """
    possible: list[Citation] = []
    for citation in (likely, other):
        entry = find(citation.target, finder)
        if entry is not None and not _is_younger(entry, day):
            return citation, _target(citation, entry)
        if entry is None:
            possible.append(citation)
    if not possible:
        return likely, Target(
            Outcome.INCOMPLETE, "What has that number is younger than the text that names it."
        )
    return possible[0], _target(possible[0], None)


def _is_younger(entry: Entry, day: date | None) -> bool:
    published = day_of(entry)
    return day is not None and published is not None and published > day


def _target(citation: Citation, entry: Entry | None) -> Target:
    doubt = "" if citation.certain else " The session year is not printed and was inferred."
    url = official_url(citation.target)
    is_guess = not citation.certain
    if entry is None:
        words = f"{citation.target} is not in the library.{doubt}"
        return Target(Outcome.NOT_IN_LIBRARY, words, None, citation.target, (), is_guess, url)
    there, missing = _questions_in(entry, citation.questions)
    where = f", {question_words(there)}" if there else ""
    words = f"Opens {citation.target}: {entry_words(entry)}{where}.{missing}{doubt}"
    return Target(Outcome.FOUND, words, entry, citation.target, there, is_guess, url)


def _questions_in(entry: Entry, wanted: Sequence[int]) -> tuple[tuple[int, ...], str]:
    """The questions that the document has, and a sentence on those that it hasn't."""
    if not entry.question_count:  # not read yet, or not recognised: nothing is known of its questions
        return tuple(wanted), ""
    there = tuple(number for number in wanted if 0 < number <= entry.question_count)
    missing = tuple(number for number in wanted if number not in there)
    if not missing:
        return there, ""
    has = count_words(entry.question_count, "question")
    return there, f" It has {has}; there is no {question_words(missing)}."

"""Whether what a reference points at can be reached, and who points at a question.

A reference is a fact of the text (`parsing`); this asks of a document and a shelf whether its
target is there. What the screen does with the outcome is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from kvtui.library.entries import Entry
from kvtui.library.shelf import Shelf
from kvtui.model import Document, Reference, ReferenceKind, official_url


class Outcome(Enum):
    """What became of a reference."""

    FOUND = auto()
    """It can be followed: see `numbers`, `entry` or `footnote`."""
    NOT_IN_LIBRARY = auto()
    """A publication that is not among the files; `url` is its official page, if it has one."""
    INCOMPLETE = auto()
    """The text doesn't say enough: a number or a year is missing."""
    OUT_OF_RANGE = auto()
    """A question or footnote that this document doesn't have."""
    EXTERNAL = auto()
    """A web address: `url`."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome for one reference."""

    outcome: Outcome
    reason: str
    """In words, for the reader: what it is, or why it cannot be followed."""
    numbers: tuple[int, ...] = ()
    """The questions of this document to go to."""
    entry: Entry | None = None
    """The document to open."""
    identifier: str | None = None
    """The publication that `entry` or `url` stands for."""
    footnote: str | None = None
    """The mark of the footnote of this document."""
    url: str | None = None
    """An http or https address that may be opened."""


def resolve(reference: Reference, document: Document, shelf: Shelf) -> Resolution:
    """Looks for the target of a reference of `document`. Of several publications the first in the library."""
    match reference.kind:
        case ReferenceKind.INTERNAL:
            return _internal(reference, document)
        case ReferenceKind.FOOTNOTE:
            return _footnote(reference, document)
        case ReferenceKind.PUBLICATION:
            return _publication(reference, shelf)
        case ReferenceKind.URL:
            return _address(reference)
        case ReferenceKind.INCOMPLETE:
            return Resolution(
                Outcome.INCOMPLETE, "The text doesn't give the number or the year of what it refers to."
            )


def cited_by(document: Document) -> Mapping[int, tuple[Reference, ...]]:
    """Question number -> the references of this document that point to it, in the document's order.

    A reference from a question or its own answer is not counted.
    """
    found: dict[int, list[Reference]] = {}
    for reference in document.references:
        if reference.kind is ReferenceKind.INTERNAL:
            for target in reference.targets:
                if isinstance(target, int) and target not in reference.numbers:
                    found.setdefault(target, []).append(reference)
    return {number: tuple(references) for number, references in found.items()}


def _internal(reference: Reference, document: Document) -> Resolution:
    wanted = tuple(target for target in reference.targets if isinstance(target, int))
    known = {question.number for question in document.questions}
    known.update(number for answer in document.answers for number in answer.numbers)
    there = tuple(number for number in wanted if number in known)
    missing = tuple(number for number in wanted if number not in known)
    reason = ""
    if missing:
        names = _question_names(missing)
        reason = f"This document has {_count(len(document.questions), 'question')}; there is no {names}."
    if not there:
        return Resolution(Outcome.OUT_OF_RANGE, reason or "It names no question.")
    return Resolution(Outcome.FOUND, reason or f"Goes to {_question_names(there)}.", numbers=there)


def _footnote(reference: Reference, document: Document) -> Resolution:
    mark = str(reference.targets[0]) if reference.targets else reference.text
    if document.footnote(mark) is None:
        return Resolution(Outcome.OUT_OF_RANGE, f"Footnote {mark} is not in this document.")
    return Resolution(Outcome.FOUND, f"Footnote {mark}.", footnote=mark)


def _publication(reference: Reference, shelf: Shelf) -> Resolution:
    identifiers = tuple(str(target) for target in reference.targets)
    if not identifiers:
        return Resolution(Outcome.INCOMPLETE, "The text doesn't give the number of the publication.")
    doubt = "" if reference.certain else " The session year is not printed and was inferred."
    for identifier in identifiers:
        entry = shelf.find(identifier)
        if entry is not None:
            return Resolution(
                Outcome.FOUND, f"Opens {identifier}.{doubt}", entry=entry, identifier=identifier
            )
    return Resolution(
        Outcome.NOT_IN_LIBRARY,
        f"{identifiers[0]} is not among the opened files.{doubt}",
        identifier=identifiers[0],
        url=official_url(identifiers[0]),
    )


def _address(reference: Reference) -> Resolution:
    target = str(reference.targets[0]) if reference.targets else reference.text
    if "://" not in target:
        target = f"https://{target}"
    scheme = target.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        return Resolution(Outcome.INCOMPLETE, f"Only http and https are opened, not {scheme}.")
    return Resolution(Outcome.EXTERNAL, f"Web page: {target}", url=target)


def _question_names(numbers: tuple[int, ...]) -> str:
    """`question 3`, `questions 3, 4 and 5`."""
    if len(numbers) == 1:
        return f"question {numbers[0]}"
    return f"questions {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

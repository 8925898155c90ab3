"""Whether what a reference points at can be reached, and who points at a question.

A reference is a fact of the text (`parsing`); this asks of a document and a library whether its
target is there. What the screen does with the outcome is its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.wording import count_words, question_words
from kvtui.model import Document, Reference, ReferenceKind

if TYPE_CHECKING:
    from kvtui.library.links.targets import Finder, Target


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
    questions: tuple[int, ...] = ()
    """The questions to go to in the document to open."""
    identifier: str | None = None
    """The publication that `entry` or `url` stands for."""
    is_guess: bool = False
    """Whether the session year of that publication was inferred."""
    footnote: str | None = None
    """The mark of the footnote of this document."""
    url: str | None = None
    """An http or https address that may be opened."""


def resolve(reference: Reference, document: Document, library: Finder | None) -> Resolution:
    """Looks for the target of a reference of `document`. Of several publications the first in the library."""
    match reference.kind:
        case ReferenceKind.INTERNAL:
            return _internal(reference, document)
        case ReferenceKind.FOOTNOTE:
            return _footnote(reference, document)
        case ReferenceKind.PUBLICATION | ReferenceKind.INCOMPLETE:
            return _publication(reference, document, _Nothing() if library is None else library)
        case ReferenceKind.URL:
            return _address(reference)


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
        names = question_words(missing)
        reason = f"This document has {count_words(len(document.questions), 'question')}; there is no {names}."
    if not there:
        return Resolution(Outcome.OUT_OF_RANGE, reason or "It names no question.")
    return Resolution(Outcome.FOUND, reason or f"Goes to {question_words(there)}.", numbers=there)


def _footnote(reference: Reference, document: Document) -> Resolution:
    mark = str(reference.targets[0]) if reference.targets else reference.text
    if document.footnote(mark) is None:
        return Resolution(Outcome.OUT_OF_RANGE, f"Footnote {mark} is not in this document.")
    return Resolution(Outcome.FOUND, f"Footnote {mark}.", footnote=mark)


class _Nothing:
    """A library without documents."""

    def find(self, name: str, /) -> Entry | None:
        """None."""

    def same_set(self, entry: Entry, /) -> Sequence[Entry]:
        """None of them."""
        return ()


def _publication(reference: Reference, document: Document, library: Finder) -> Resolution:
    from kvtui.library.facts.citations import citations_of  # 50 ms with the parser: not for the first screen
    from kvtui.library.links.targets import targets_of

    citations = citations_of(replace(document, references=(reference,)))
    day = document.received or document.submitted
    targets = [target for _, target in targets_of(citations, day, library)]
    if not targets:
        return Resolution(Outcome.INCOMPLETE, "The text doesn't give the number of the publication.")
    found = next((target for target in targets if target.entry is not None), targets[0])
    return _resolution(found)


def _resolution(target: Target) -> Resolution:
    return Resolution(
        target.outcome,
        target.words,
        entry=target.entry,
        questions=target.questions,
        identifier=target.identifier or None,
        is_guess=target.is_guess,
        url=None if target.entry else target.url,
    )


def _address(reference: Reference) -> Resolution:
    target = str(reference.targets[0]) if reference.targets else reference.text
    if "://" not in target:
        target = f"https://{target}"
    scheme = target.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        return Resolution(Outcome.INCOMPLETE, f"Only http and https are opened, not {scheme}.")
    return Resolution(Outcome.EXTERNAL, f"Web page: {target}", url=target)

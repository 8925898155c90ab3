"""Finding words in a document: every place, in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kvtui.model import TextPart
from kvtui.tui.text.blocks import Anchor
from kvtui.tui.text.folding import fold
from kvtui.tui.text.indexed import Indexed

MOST = 9_999
"""Places counted at most."""

Ranges = Callable[[str], Iterable[tuple[int, int]]]
"""Gives the (start, end) of each place in a text."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place: (start, end) in a paragraph."""

    anchor: Anchor
    start: int
    end: int


def reading_order(indexed: Indexed) -> Iterator[Anchor]:
    """Every paragraph: each question, the answer behind the first that it covers, then the rest."""
    document = indexed.document
    told: set[int] = set()
    for question in document.questions:
        yield from _anchors(indexed, TextPart.QUESTION, question.number)
        answer = indexed.answers.get(question.number)
        if answer is not None and answer.numbers[0] not in told:
            told.add(answer.numbers[0])
            yield from _anchors(indexed, TextPart.ANSWER, answer.numbers[0])
    for part in (TextPart.NOTICE, TextPart.NOTE, TextPart.FOOTNOTE, TextPart.HEADER, None):
        yield from _anchors(indexed, part, None)


def _anchors(indexed: Indexed, part: TextPart | None, number: int | None) -> Iterator[Anchor]:
    for index in range(len(indexed.paragraphs(Anchor(part, number)))):
        yield Anchor(part, number, index)


class Searcher:
    """The text of one document, folded once, to look in as one types."""

    def __init__(self, indexed: Indexed) -> None:
        """Folds the text: about 10 ms for a MB."""
        self._paragraphs = [(anchor, fold(indexed.paragraph(anchor))) for anchor in reading_order(indexed)]

    def find(self, words: str) -> tuple[Found, ...]:
        """All places of the words, capitals and accents aside; none for empty words."""
        wanted = fold(words)
        if not wanted.strip():
            return ()
        found = []
        for anchor, text in self._paragraphs:
            start = text.find(wanted)
            while start >= 0:
                found.append(Found(anchor, start, start + len(wanted)))
                if len(found) == MOST:
                    return tuple(found)
                start = text.find(wanted, start + len(wanted))
        return tuple(found)


def found_by(ranges: Ranges, indexed: Indexed) -> tuple[Found, ...]:
    """All places that a search in the library found in a document."""
    found = []
    for anchor in reading_order(indexed):
        found += [Found(anchor, start, end) for start, end in ranges(indexed.paragraph(anchor))]
        if len(found) >= MOST:
            return tuple(found[:MOST])
    return tuple(found)

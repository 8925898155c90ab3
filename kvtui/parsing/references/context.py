"""What a finder knows of the document round a text: its questions, its answers, its own names.

Made once a document by `facts_of`; a `Context` adds the block in which one text stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kvtui.model.document import Document, TextPart
from kvtui.parsing.lazy import lazy

# Words by which a set says that it comes after another one: an "antwoord op vraag 6" may be that other's.
_EARLIER_SET = lazy(
    r"[Ee]erder(?:e|\s+(?:door\s+\w+\s+)?gestelde)\s+(?:schriftelijke\s+)?(?:[Kk]amer)?vragen"
    r"|[Aa]anhangsel|vervolgvragen"
    r"|(?:[Uu]w|de)\s+(?:be)?antwoord(?:en|ing)\s+(?:op|van)\s+(?:de\s+|mijn\s+|onze\s+|eerdere\s+)?"
    r"(?:schriftelijke\s+)?(?:[Kk]amer)?vragen\s+(?:van|over|inzake)"
)


@dataclass(frozen=True)
class Facts:
    """What the whole document tells."""

    numbers: tuple[int, ...] = ()
    """Its question numbers in the printed order."""
    blocks: tuple[tuple[int, ...], ...] = ()
    """The numbers of each answer, in the printed order."""
    own: frozenset[str] = frozenset()
    """The identifiers by which the document is itself known."""
    follows_up: bool = False
    """Whether it speaks of an earlier set of questions."""

    bare_headings: bool = False
    """Whether its headings are bare numbers, without the word Vraag, as in the 1990s."""

    @cached_property
    def places(self) -> dict[int, int]:
        """Where each question number stands in the printed order."""
        return {number: place for place, number in enumerate(self.numbers)}


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text stands."""

    part: TextPart
    numbers: tuple[int, ...] = ()
    """The question numbers of its block."""
    facts: Facts = Facts()

    def preceding(self, count: int) -> tuple[int, ...]:
        """The `count` question numbers printed before this block's first; fewer or none at the beginning."""
        places = self._places()
        return self.facts.numbers[max(0, places[0] - count) : places[0]] if places else ()

    def following(self, count: int) -> tuple[int, ...]:
        """The `count` question numbers printed behind this block's last."""
        places = self._places()
        return self.facts.numbers[places[-1] + 1 : places[-1] + 1 + count] if places else ()

    def preceding_answer(self) -> tuple[int, ...]:
        """The numbers of the answer before this one; for a question those of the question before it."""
        if self.part is not TextPart.QUESTION and self.numbers in self.facts.blocks:
            at = self.facts.blocks.index(self.numbers)
            return self.facts.blocks[at - 1] if at else ()
        return self.preceding(1)

    def _places(self) -> list[int]:
        places = self.facts.places
        return sorted(places[n] for n in self.numbers if n in places)


def facts_of(document: Document) -> Facts:
    """The facts that the finders need of a document whose blocks are filled."""
    return Facts(
        numbers=tuple(q.number for q in document.questions),
        blocks=tuple(a.numbers for a in document.answers),
        own=frozenset(_own_names(document)),
        bare_headings=not any(q.heading and "raag" in q.heading for q in document.questions),
        follows_up=any(map(_names_earlier_set, _askers_texts(document))),
    )


def _names_earlier_set(text: str) -> bool:
    of_questions = "ragen" in text and ("erder" in text or "ntwoord" in text or "vervolg" in text)
    may_name = of_questions or "anhangsel" in text  # told much faster than where
    return may_name and _EARLIER_SET().search(text) is not None


def _own_names(document: Document) -> Iterator[str]:
    if document.identifier:
        yield document.identifier
    if document.session_year and document.number:
        yield f"ah-tk-{document.session_year.replace('-', '')}-{document.number}"
    if document.case_number:
        yield document.case_number
        yield f"kv-tk-{document.case_number}"


def _askers_texts(document: Document) -> Iterator[str]:
    """What the askers wrote; of the header the subject only: behind it stands "Zie ook Aanhangsel"."""
    if document.subject:
        yield document.subject
    for question in document.questions:
        yield from question.paragraphs
    if document.explanatory_note:
        yield from document.explanatory_note.paragraphs
    for footnote in document.footnotes:
        yield footnote.text

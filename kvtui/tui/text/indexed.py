"""A document with its look-ups made once: what stands where, what answers what, who cites whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvtui.model import (
    Answer,
    Document,
    Emphasis,
    ExplanatoryNote,
    Header,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    TextPart,
)
from kvtui.tui.text.blocks import Anchor

if TYPE_CHECKING:
    from kvtui.library.links.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document and its look-ups. Made by `index_document`."""

    document: Document
    references: Mapping[Anchor, Sequence[Reference]]
    """The references that stand in a paragraph."""
    emphasis: Mapping[Anchor, Sequence[Emphasis]]
    """Its words that are printed bold or italic."""
    questions: Mapping[int, Question]
    answers: Mapping[int, Answer]
    """Question number -> the answer that covers it."""
    footnotes: Mapping[str, int]
    """Mark -> index in `Document.footnotes`."""
    footnote_texts: Sequence[str]
    cited_by: Mapping[int, Sequence[Reference]]
    guessed: frozenset[Reference] = frozenset()
    """The references without a year for which a likely one can be told."""
    around: Surroundings | None = None
    """What the library knows around it; None while that is not known."""

    def paragraphs(self, anchor: Anchor) -> Sequence[str]:
        """The paragraphs of the part of the document in which an anchor lies."""
        document, number = self.document, anchor.number or 0
        if anchor.part is None:
            return document.unplaced
        if anchor.part is TextPart.FOOTNOTE:
            return self.footnote_texts
        blocks: Mapping[TextPart, Header | Question | Answer | ExplanatoryNote | Notice | None] = {
            TextPart.HEADER: document.header,
            TextPart.QUESTION: self.questions.get(number),
            TextPart.ANSWER: self.answers.get(number),
            TextPart.NOTE: document.explanatory_note,
            TextPart.NOTICE: document.notice,
        }
        block = blocks[anchor.part]
        return block.paragraphs if block is not None else ()

    def paragraph(self, anchor: Anchor) -> str:
        """The paragraph that an anchor names; empty where the document has none such."""
        paragraphs = self.paragraphs(anchor)
        return paragraphs[anchor.paragraph] if 0 <= anchor.paragraph < len(paragraphs) else ""


def index_document(document: Document, cited_by: Mapping[int, Sequence[Reference]]) -> Indexed:
    """Make the look-ups of a document; of two blocks with one number the first counts."""
    references: dict[Anchor, list[Reference]] = {}
    for reference in document.references:
        references.setdefault(anchor_of(reference), []).append(reference)
    emphasis: dict[Anchor, list[Emphasis]] = {}
    for words in document.emphasis:
        emphasis.setdefault(anchor_of(words), []).append(words)
    return Indexed(
        document=document,
        references=references,
        emphasis=emphasis,
        questions={question.number: question for question in reversed(document.questions)},
        answers={number: answer for answer in reversed(document.answers) for number in answer.numbers},
        footnotes={note.mark: index for index, note in reversed(list(enumerate(document.footnotes)))},
        footnote_texts=[note.text for note in document.footnotes],
        cited_by=cited_by,
        guessed=_guessed(document),
    )


def _guessed(document: Document) -> frozenset[Reference]:
    incomplete = [found for found in document.references if found.kind is ReferenceKind.INCOMPLETE]
    if not incomplete:
        return frozenset()
    from kvtui.library.facts.citations import guessed_targets  # not sooner: few documents have such

    return frozenset(found for found in incomplete if guessed_targets(found.text, document))


def anchor_of(words: Reference | Emphasis) -> Anchor:
    """The paragraph in which a reference or emphasised words stand."""
    numbered = words.numbers and words.part is not TextPart.FOOTNOTE
    return Anchor(words.part, words.numbers[0] if numbered else None, words.paragraph)

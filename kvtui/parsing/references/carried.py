"""The question that the text names where the publication stands in a footnote.

"Waarom is uw antwoord op vraag 7 van vorige maand zo kort?" with a footnote "Aanhangsel …, nr. 1047": the
footnote's citation gets question 7.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kvtui.model.document import Document, Reference, ReferenceKind, TextPart
from kvtui.parsing.references.context import Context, facts_of
from kvtui.parsing.references.elsewhere import points_elsewhere
from kvtui.parsing.references.found import Mention
from kvtui.parsing.references.internal import mentions
from kvtui.parsing.references.named_questions import belongs_to_footnote, can_have_questions
from kvtui.parsing.references.wording import sentence_before

_CITATIONS = (ReferenceKind.PUBLICATION, ReferenceKind.INCOMPLETE)

_Paragraph = tuple[TextPart, tuple[int, ...], int]


def with_carried_questions(document: Document, references: Sequence[Reference]) -> list[Reference]:
    """All references of a document, with the questions that the text before a mark names of its footnote."""
    found = list(references)
    lone = _lone_citations(references)
    if not lone:
        return found
    marks = [one for one in references if one.kind is ReferenceKind.FOOTNOTE and one.targets]
    first = {str(mark.targets[0]): mark for mark in reversed(marks)}
    places: dict[_Paragraph, list[int]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        places.setdefault(_paragraph_of(mark), []).append(mark.start)
    sayings = _Sayings(document)
    for footnote, at in lone.items():
        if (carrier := first.get(document.footnotes[footnote].mark)) is not None:
            questions = sayings.before(carrier, places[_paragraph_of(carrier)])
            found[at] = replace(found[at], questions=questions)
    return found


class _Sayings:
    """What the paragraphs of a document say of answers, each read once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._facts = facts_of(document)
        self._mentions: dict[_Paragraph, list[Mention]] = {}

    def before(self, mark: Reference, marks: Sequence[int]) -> tuple[int, ...]:
        """The numbers of the one answer to others' questions of which the sentence before a mark speaks.

        `marks` are the places of all marks in the paragraph: between the words and their mark there is none.
        """
        text = _text_of(self._document, mark)
        begin = mark.start - len(sentence_before(text, mark.start))
        earlier = bisect_left(marks, mark.start)
        begin = max(begin, marks[earlier - 1] if earlier else 0)
        if "ntwoord" not in text[begin : mark.start]:
            return ()
        spoken = self._mentions_in(_paragraph_of(mark), text)
        first = bisect_left(spoken, begin, key=lambda mention: mention.start)
        last = bisect_left(spoken, mark.start, key=lambda mention: mention.start)
        answers = [mention for mention in spoken[first:last] if mention.answer and mention.end <= mark.start]
        if len(answers) != 1 or not self._is_of_footnote(text, answers[0], mark):
            return ()
        return answers[0].numbers

    def _mentions_in(self, paragraph: _Paragraph, text: str) -> list[Mention]:
        if paragraph not in self._mentions:
            self._mentions[paragraph] = list(mentions(text))
        return self._mentions[paragraph]

    def _is_of_footnote(self, text: str, mention: Mention, mark: Reference) -> bool:
        context = Context(mark.part, mark.numbers, self._facts)
        elsewhere = points_elsewhere(text, mention, context, None)
        return elsewhere and belongs_to_footnote(text, mention, mark.start, mark.part)


def _lone_citations(references: Sequence[Reference]) -> dict[int, int]:
    """The footnotes that cite one set of questions and name none of its questions -> its place."""
    cited: dict[int, list[int]] = {}
    for at, one in enumerate(references):
        if one.part is TextPart.FOOTNOTE and one.kind in _CITATIONS:
            cited.setdefault(one.paragraph, []).append(at)
    lone = {footnote: places[0] for footnote, places in cited.items() if len(places) == 1}
    return {
        footnote: at
        for footnote, at in lone.items()
        if not references[at].questions
        and can_have_questions(references[at].kind, references[at].targets, references[at].text)
    }


def _paragraph_of(mark: Reference) -> _Paragraph:
    return mark.part, mark.numbers, mark.paragraph


def _text_of(document: Document, mark: Reference) -> str:
    """The paragraph in which a mark stands; empty where there is none."""
    paragraphs: tuple[str, ...] = ()
    if mark.part is TextPart.QUESTION:
        question = document.question(mark.numbers[0])
        paragraphs = question.paragraphs if question else ()
    elif mark.part is TextPart.ANSWER:
        answer = document.answer_to(mark.numbers[0])
        paragraphs = answer.paragraphs if answer else ()
    elif mark.part is TextPart.NOTE and document.explanatory_note:
        paragraphs = document.explanatory_note.paragraphs
    return paragraphs[mark.paragraph] if mark.paragraph < len(paragraphs) else ""

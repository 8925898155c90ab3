"""Puts a whole Document together from the rows of a source.

The order of the steps: furniture out, footnotes out, headings, blocks, marks out, references.
Every letter of the source comes along; what fits nowhere is `unplaced`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from kvtui.model import (
    Answer,
    Document,
    DocumentKind,
    ExplanatoryNote,
    Footnote,
    Header,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    Source,
    TextPart,
)
from kvtui.parsing.blocks import Block, blocks_of, unnumbered_questions
from kvtui.parsing.footnotes import Separated, take_footnotes
from kvtui.parsing.furniture import take_furniture
from kvtui.parsing.glued import separate_glued
from kvtui.parsing.header import HeaderFacts, facts_of, header_groups, is_header_paragraph
from kvtui.parsing.headings import HeadingKind, find_headings
from kvtui.parsing.identity import case_number_in, identity_of
from kvtui.parsing.marks import Mark, take_marks
from kvtui.parsing.paragraphs import Layout, Paragraph, joined, layout_of
from kvtui.parsing.references import find_references
from kvtui.parsing.rows import Row, rows_of
from kvtui.parsing.warnings import warnings_of
from kvtui.sources import SourceText

_PARTS = {
    HeadingKind.QUESTION: TextPart.QUESTION,
    HeadingKind.ANSWER: TextPart.ANSWER,
    HeadingKind.NOTICE: TextPart.NOTICE,
    HeadingKind.NOTE: TextPart.NOTE,
}


@dataclass(frozen=True, slots=True)
class _Body:
    """The text of a publication in its blocks, footnote marks still inside."""

    header: list[Paragraph]
    facts: HeaderFacts
    blocks: list[Block]
    unplaced: list[Paragraph]


@dataclass(frozen=True, slots=True)
class _Clean:
    """The same with the marks taken out."""

    header: tuple[str, ...]
    blocks: list[tuple[Block, tuple[str, ...]]]
    unplaced: tuple[str, ...]
    references: list[Reference]


def parse(source: SourceText) -> Document:
    """The Document in a source. Never raises; what is no Kamervraag becomes kind OTHER."""
    rows = rows_of(source)
    furnished = take_furniture(rows)
    layout = layout_of(rows)
    separated = take_footnotes(separate_glued(furnished.rows), layout)
    body = _body_of(separated.rows, layout)
    clean = _clean(body, separated)
    name = PurePath(source.path).name if source.path else None
    document = _assemble(body.facts, clean, separated.footnotes, [*furnished.furniture, *source.markup], name)
    document = replace(document, source=Source(source.path, source.format))
    references = [*clean.references, *find_references(document, _carriers(document, clean.references))]
    document = replace(document, references=_in_reading_order(document, references))
    return replace(document, warnings=tuple(warnings_of(document)))


def _body_of(rows: list[Row], layout: Layout) -> _Body:
    headings = find_headings(rows)
    first = headings[0].row if headings else len(rows)
    paragraphs = [joined(group) for group in header_groups(rows[:first])]
    facts = facts_of([p.text for p in paragraphs])
    if headings:
        return _Body(paragraphs, facts, blocks_of(rows, headings, layout), [])
    last = max((i for i, p in enumerate(paragraphs) if is_header_paragraph(p.text)), default=-1)
    header, rest = paragraphs[: last + 1], paragraphs[last + 1 :]
    if facts.notice:
        return _Body(header, facts, [Block(HeadingKind.NOTICE, (), (), None, tuple(rest))], [])
    if facts.askers and not facts.oral and not facts.respondents:
        return _Body(header, facts, unnumbered_questions(rest), [])
    if facts.stated:
        return _Body(header, facts, [], rest)
    return _Body([], HeaderFacts(), [], paragraphs)


def _clean(body: _Body, separated: Separated) -> _Clean:
    """Takes the marks out of all paragraphs at once: their numbers count up through the document."""
    texts = [*body.header, *(p for block in body.blocks for p in block.paragraphs)]
    defined = [footnote.mark for footnote in separated.footnotes]
    marked = iter(take_marks(texts, defined, round_marks=separated.round_marks))
    references: list[Reference] = []

    def plain(count: int, part: TextPart, numbers: tuple[int, ...]) -> tuple[str, ...]:
        kept: list[str] = []
        for _ in range(count):
            paragraph = next(marked)
            if paragraph.text or not kept:
                kept.append(paragraph.text)
            references.extend(
                _mark_reference(part, numbers, len(kept) - 1, min(mark.start, len(kept[-1])), mark)
                for mark in paragraph.marks
            )
        return tuple(kept)

    header = plain(len(body.header), TextPart.HEADER, ())
    blocks = [(b, plain(len(b.paragraphs), _PARTS[b.kind], b.numbers)) for b in body.blocks]
    return _Clean(header, blocks, tuple(p.text for p in body.unplaced), references)


def _mark_reference(
    part: TextPart, numbers: tuple[int, ...], paragraph: int, start: int, mark: Mark
) -> Reference:
    return Reference(part, numbers, paragraph, start, start, mark.text, ReferenceKind.FOOTNOTE, (mark.mark,))


def _assemble(
    facts: HeaderFacts, clean: _Clean, footnotes: list[Footnote], furniture: list[str], name: str | None
) -> Document:
    def of(kind: HeadingKind) -> Iterator[tuple[Block, tuple[str, ...]]]:
        return ((block, text) for block, text in clean.blocks if block.kind is kind)

    identity = identity_of(list(clean.header), furniture, name)
    notice = next((Notice(b.heading, text) for b, text in of(HeadingKind.NOTICE)), None)
    note = next((ExplanatoryNote(b.heading, text) for b, text in of(HeadingKind.NOTE)), None)
    questions = tuple(
        Question(b.numbers[0], b.group, b.heading, text) for b, text in of(HeadingKind.QUESTION)
    )
    answers = tuple(Answer(b.numbers, b.heading, text) for b, text in of(HeadingKind.ANSWER))
    case_number = identity.case_number
    if notice and not case_number:
        # a notice names the case it is about
        case_number = case_number_in(" ".join(notice.paragraphs[:1]))
    return Document(
        identifier=identity.identifier,
        kind=_kind(facts, bool(questions), bool(answers), notice is not None),
        number=identity.number,
        session_year=identity.session_year,
        case_number=case_number,
        subject=facts.subject,
        submitted=facts.submitted,
        received=facts.received,
        askers=facts.askers,
        addressees=facts.addressees,
        respondents=facts.respondents,
        on_behalf_of=facts.on_behalf_of,
        header=Header(clean.header),
        questions=questions,
        answers=answers,
        notice=notice,
        explanatory_note=note,
        footnotes=tuple(footnotes),
        furniture=tuple(furniture),
        unplaced=clean.unplaced,
    )


def _kind(facts: HeaderFacts, questions: bool, answers: bool, notice: bool) -> DocumentKind:
    if facts.oral:
        return DocumentKind.ORAL
    if answers:
        return DocumentKind.ANSWER
    if notice or facts.notice:
        return DocumentKind.NOTICE
    if questions:
        return DocumentKind.QUESTIONS
    return DocumentKind.ANSWER if facts.respondents else DocumentKind.OTHER


def _carriers(document: Document, marks: list[Reference]) -> dict[int, tuple[int, ...]]:
    """For each footnote, by index, the numbers of the block that carries its mark."""
    by_mark: dict[int | str, tuple[int, ...]] = {}
    for reference in marks:
        by_mark.setdefault(reference.targets[0], reference.numbers)
    return {i: by_mark[f.mark] for i, f in enumerate(document.footnotes) if f.mark in by_mark}


def _in_reading_order(document: Document, references: list[Reference]) -> tuple[Reference, ...]:
    parts = list(TextPart)
    place: dict[tuple[TextPart, tuple[int, ...]], int] = {}
    for index, question in enumerate(document.questions):
        place[TextPart.QUESTION, (question.number,)] = index
    for index, answer in enumerate(document.answers):
        place[TextPart.ANSWER, answer.numbers] = index

    def key(reference: Reference) -> tuple[int, int, int, int]:
        block = place.get((reference.part, reference.numbers), 0)
        return parts.index(reference.part), block, reference.paragraph, reference.start

    return tuple(sorted(references, key=key))

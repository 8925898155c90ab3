"""Puts a whole Document together from the parts of a source, and finds its references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from kvtui.model import (
    Answer,
    Document,
    DocumentKind,
    Emphasis,
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
from kvtui.parsing.blocks import Block
from kvtui.parsing.headings.heading import HeadingKind
from kvtui.parsing.heads.header import HeaderFacts
from kvtui.parsing.heads.identity import Identity, case_number_in, identity_of
from kvtui.parsing.heads.stated import MetadataFacts
from kvtui.parsing.notes.marks import Mark
from kvtui.parsing.parts import Parts, Text, paragraphs_in, parts_of
from kvtui.parsing.references import find_references, with_carried_questions
from kvtui.parsing.text.emphasis import emphasis_in
from kvtui.parsing.warnings import warnings_of
from kvtui.sources import SourceText

_PARTS = {
    HeadingKind.QUESTION: TextPart.QUESTION,
    HeadingKind.ANSWER: TextPart.ANSWER,
    HeadingKind.NOTICE: TextPart.NOTICE,
    HeadingKind.NOTE: TextPart.NOTE,
}


def parse(source: SourceText) -> Document:
    """The Document in a source. Never raises; what is no Kamervraag becomes kind OTHER."""
    return document_of(source, parts_of(source))


def document_of(source: SourceText, parts: Parts) -> Document:
    """The Document that a source in its parts makes."""
    document = _assemble(source, parts)
    marks = list(_mark_references(parts))
    found = find_references(document, _carriers(document, marks))
    references = with_carried_questions(document, [*marks, *found])
    document = replace(document, references=tuple(_in_reading_order(document, references)))
    return replace(document, warnings=(*source.problems, *warnings_of(document)))


def part_of(block: Block) -> TextPart:
    """The part of a document that a block is."""
    return _PARTS[block.kind]


def _mark_references(parts: Parts) -> Iterator[Reference]:
    """A reference for each footnote mark that was taken out of the text."""
    yield from _marks_in(parts.header, TextPart.HEADER, ())
    for block, texts in parts.blocks:
        yield from _marks_in(texts, part_of(block), block.numbers)


def _marks_in(texts: list[Text], part: TextPart, numbers: tuple[int, ...]) -> Iterator[Reference]:
    length = 0
    for text in texts:
        length = len(text.marked.text) or length
        for mark in text.marked.marks:
            yield _mark_reference(part, numbers, text.index, min(mark.start, length), mark)


def _mark_reference(
    part: TextPart, numbers: tuple[int, ...], paragraph: int, start: int, mark: Mark
) -> Reference:
    return Reference(part, numbers, paragraph, start, start, mark.text, ReferenceKind.FOOTNOTE, (mark.mark,))


def _assemble(source: SourceText, parts: Parts) -> Document:
    """The document without its references; metadata fill what the text lacks."""

    def of(kind: HeadingKind) -> Iterator[tuple[Block, tuple[str, ...]]]:
        return ((block, paragraphs_in(texts)) for block, texts in parts.blocks if block.kind is kind)

    facts = parts.facts
    stated = _stated(source)
    notice = next((Notice(b.heading, text) for b, text in of(HeadingKind.NOTICE)), None)
    identity = _identity(source, parts, stated, notice)
    note = next((ExplanatoryNote(b.heading, text) for b, text in of(HeadingKind.NOTE)), None)
    questions = tuple(
        Question(b.numbers[0], b.group, b.heading, text) for b, text in of(HeadingKind.QUESTION)
    )
    answers = tuple(Answer(b.numbers, b.heading, text) for b, text in of(HeadingKind.ANSWER))
    return Document(
        identifier=identity.identifier,
        kind=_kind(facts, bool(questions), bool(answers), notice is not None),
        number=identity.number,
        session_year=identity.session_year,
        case_number=identity.case_number,
        subject=facts.subject or stated.subject,
        submitted=facts.submitted or stated.submitted,
        received=facts.received or stated.received,
        askers=facts.askers or stated.askers,
        addressees=facts.addressees,
        respondents=facts.respondents or stated.respondents,
        on_behalf_of=facts.on_behalf_of,
        header=Header(paragraphs_in(parts.header)),
        questions=questions,
        answers=answers,
        notice=notice,
        explanatory_note=note,
        footnotes=tuple(Footnote(note.mark, note.text) for note in parts.footnotes),
        furniture=(*(row.text for row in parts.furniture), *source.markup),
        unplaced=tuple(p.text for p in parts.unplaced),
        emphasis=tuple(_emphasis(source, parts)),
        source=Source(source.path, source.format, source.metadata),
    )


def _identity(source: SourceText, parts: Parts, stated: MetadataFacts, notice: Notice | None) -> Identity:
    """What the publication is called: by its text, by its metadata, by the name of its file."""
    # the numbers on a letter's head are the ministry's
    header = [] if parts.letter else list(paragraphs_in(parts.header))
    furniture = [row.text for row in parts.furniture]
    name = PurePath(source.path).name if source.path else None
    printed = identity_of(header, furniture, None)
    named = identity_of([], [], stated.identifier or name)
    case_number = (parts.letter.case_number if parts.letter else None) or printed.case_number
    if notice and not case_number:
        # a notice names the case it is about
        case_number = case_number_in(" ".join(notice.paragraphs[:1]))
    return Identity(
        printed.identifier or named.identifier,
        printed.number or stated.number or named.number,
        printed.session_year or stated.session_year or named.session_year,
        case_number or stated.case_number or named.case_number,
    )


def _stated(source: SourceText) -> MetadataFacts:
    if not source.metadata:
        return MetadataFacts()
    from kvtui.parsing.heads.metadata_facts import metadata_facts  # not sooner: texts have none

    return metadata_facts(source.metadata)


def _emphasis(source: SourceText, parts: Parts) -> Iterator[Emphasis]:
    lines = [line for page in source.pages for line in page.lines]
    if not any(line.styles for line in lines):
        return
    yield from emphasis_in(TextPart.HEADER, (), parts.header, lines)
    for part in _PARTS.values():
        for block, texts in parts.blocks:
            if part_of(block) is part:
                yield from emphasis_in(part, block.numbers, texts, lines)


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


def _in_reading_order(document: Document, references: list[Reference]) -> list[Reference]:
    parts = list(TextPart)
    place: dict[tuple[TextPart, tuple[int, ...]], int] = {}
    for index, question in enumerate(document.questions):
        place[TextPart.QUESTION, (question.number,)] = index
    for index, answer in enumerate(document.answers):
        place[TextPart.ANSWER, answer.numbers] = index

    def key(reference: Reference) -> tuple[int, int, int, int]:
        block = place.get((reference.part, reference.numbers), 0)
        return parts.index(reference.part), block, reference.paragraph, reference.start

    return sorted(references, key=key)

"""The answer pane as blocks: the answer that covers a question, its footnotes, notice, note, "cited by"."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.export.shapes import Shape, runs, shape_of
from kvtui.model import Answer, Document, DocumentKind, Reference, TextPart
from kvtui.tui.text.around import add_citings
from kvtui.tui.text.blocks import Anchor, Block, Ink, Link, PaneText, Span, Spot
from kvtui.tui.text.indexed import Indexed, anchor_of
from kvtui.tui.text.passages import add_run
from kvtui.tui.text.set_header import add_unplaced
from kvtui.tui.text.weaving import Weaver, marks_in
from kvtui.tui.text.wording import PART_WORDS, number_words

_CITE_HANG = 2
_SNIPPET = 48  # characters of text shown on either side of a citing reference


def answer_text(indexed: Indexed, number: int | None) -> PaneText:
    """The blocks of the answer pane at a question; None for a document without questions."""
    weaver = Weaver(indexed)
    document = indexed.document
    answer = None if number is None else indexed.answers.get(number)
    if answer is not None:
        _add_paragraphs(weaver, Anchor(TextPart.ANSWER, answer.numbers[0]), answer.paragraphs)
    elif document.kind is DocumentKind.OTHER:
        add_unplaced(weaver)
    elif document.notice is None:
        weaver.add(missing_words(document, number), Ink.WARNING)
    if document.notice is not None:
        _add_part(weaver, TextPart.NOTICE, document.notice.paragraphs, "notice")
    if document.explanatory_note is not None:
        _add_part(weaver, TextPart.NOTE, document.explanatory_note.paragraphs, "explanatory note")
    if number is not None:
        _add_citations(weaver, answer, number)
    return weaver.pane_text()


def missing_words(document: Document, number: int | None) -> str:
    """Why there is no answer to show."""
    if document.kind is DocumentKind.ANSWER:
        return f"Question {number} has no answer in this document." if number else "There are no questions."
    if document.kind is DocumentKind.ORAL:
        return "Oral questions: the answer is given in the chamber, not in this document."
    return "No answer yet: this document holds the questions only."


def _add_paragraphs(weaver: Weaver, part: Anchor, paragraphs: Sequence[str]) -> None:
    for run in runs(paragraphs):
        if run.start:
            weaver.add()
        add_run(weaver, paragraphs, part, run)
    called = marks_in(weaver.references_of(part, range(len(paragraphs))))
    if any(mark in weaver.indexed.footnotes for mark in called):
        weaver.rule("footnotes")
        weaver.footnotes(called, number=part.number)


def _add_part(weaver: Weaver, part: TextPart, paragraphs: Sequence[str], title: str) -> None:
    if weaver.blocks:
        weaver.rule(title)
    _add_paragraphs(weaver, Anchor(part), paragraphs)


def _add_citations(weaver: Weaver, answer: Answer | None, number: int) -> None:
    """Add what cites the question or answer, here and elsewhere; nothing where nobody does."""
    numbers = answer.numbers if answer is not None else (number,)
    within: dict[tuple[TextPart, tuple[int, ...]], Reference] = {}
    for covered in numbers:
        for reference in weaver.indexed.cited_by.get(covered, ()):
            within.setdefault((reference.part, reference.numbers), reference)
    around = weaver.indexed.around
    elsewhere = [one for covered in numbers for one in around.citings.of_question(covered)] if around else []
    if not within and not elsewhere:
        return
    weaver.rule("cited by")
    for reference in within.values():
        _add_citation(weaver, reference)
    add_citings(weaver, elsewhere)


def _add_citation(weaver: Weaver, reference: Reference) -> None:
    who = PART_WORDS[reference.part]
    if reference.numbers:
        who = f"{who} {number_words(reference.numbers)}"
    number = reference.numbers[0] if reference.numbers else None
    source = Spot(anchor_of(reference), reference.start)
    words = snippet(weaver.indexed.paragraph(anchor_of(reference)), reference)
    spans = (Span(0, len(who), Ink.INTERNAL, len(weaver.links)),)
    weaver.links.append(Link(Ink.INTERNAL, reference, number, source, backward=True))
    weaver.blocks.append(Block(who, spans=spans))
    weaver.add(words, Ink.MUTED, hang=_CITE_HANG)


def snippet(text: str, reference: Reference) -> str:
    """The words around a reference, cut at spaces."""
    start, end = max(0, reference.start - _SNIPPET), min(len(text), reference.end + _SNIPPET)
    if start:
        start = text.find(" ", start, reference.start) + 1 or reference.start
    if end < len(text):
        end = max(text.rfind(" ", reference.end, end), reference.end)
    words = text[start:end].strip()
    if shape_of(text) is Shape.ROW:
        words = " · ".join(cell for piece in words.split("|") if (cell := piece.strip()))
    return ("… " if start else "") + words + (" …" if end < len(text) else "")

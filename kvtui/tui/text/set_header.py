"""The head of a set of questions in the question pane: what it is, who asks whom, when, how it ended."""

from __future__ import annotations

from kvtui.model import Document, DocumentKind, Reference, ReferenceKind, TextPart
from kvtui.tui.text.blocks import Anchor, Block, Ink, Link, Span, Spot
from kvtui.tui.text.weaving import Weaver, is_dead, marks_in
from kvtui.tui.text.wording import (
    addressee_words,
    asker_words,
    count_words,
    day_words,
    respondent_words,
)

LABEL_WIDTH = 10

_NOTES = {
    DocumentKind.NOTICE: "This is a notice: the questions are not answered here.",
    DocumentKind.QUESTIONS: "These questions have not been answered yet.",
    DocumentKind.ORAL: "This announces oral questions; they are answered in the chamber.",
    DocumentKind.OTHER: "This was not recognised as Kamervragen. Its text is shown as it stands.",
}


def add_set_header(weaver: Weaver) -> None:
    """Add the blocks of the head: title, a row for each fact that is known, a note on its kind."""
    document = weaver.document
    weaver.add(document.identifier or document.case_number or "Without an identifier", Ink.IDENTIFIER)
    if document.subject:
        weaver.add(document.subject, Ink.STRONG)
    weaver.add()
    for label, words in _facts(document):
        if words:
            weaver.add(words, label=label, hang=LABEL_WIDTH)
    for reference in document.references:
        if reference.part is TextPart.HEADER and reference.kind is not ReferenceKind.FOOTNOTE:
            _add_see_also(weaver, reference)
    note = _NOTES.get(document.kind)
    if note:
        weaver.add()
        weaver.add(note, Ink.WARNING)


def _facts(document: Document) -> list[tuple[str, str]]:
    return [
        ("asked by", asker_words(document.askers)),
        ("to", addressee_words(document.addressees)),
        ("answer by", respondent_words(document.respondents)),
        ("also for", addressee_words(document.on_behalf_of)),
        ("submitted", day_words(document.submitted)),
        ("received", day_words(document.received)),
        ("state", _state_words(document)),
        ("case", document.case_number or "" if document.identifier else ""),
    ]


def _state_words(document: Document) -> str:
    """What became of the questions and how long that took: "✓ answered in 24 days"."""
    days = document.answering_days
    after = "" if days is None else count_words(days, "day")
    if document.kind is DocumentKind.ANSWER:
        return f"✓ answered in {after}" if after else "✓ answered"
    if document.kind is DocumentKind.NOTICE:
        return f"notice after {after}" if after else "notice"
    return {DocumentKind.QUESTIONS: "unanswered", DocumentKind.ORAL: "oral questions"}.get(document.kind, "")


def _add_see_also(weaver: Weaver, reference: Reference) -> None:
    target = reference.targets[0] if reference.targets else None
    ink = Ink.DEAD if is_dead(weaver.indexed, reference, target) else Ink.PUBLICATION
    if reference.kind is ReferenceKind.URL:
        ink = Ink.URL
    weaver.blocks.append(
        Block(
            reference.text,
            spans=(Span(0, len(reference.text), ink, len(weaver.links)),),
            label="see also",
            hang=LABEL_WIDTH,
        )
    )
    anchor = Anchor(TextPart.HEADER, None, reference.paragraph)
    weaver.links.append(Link(ink, reference, target, Spot(anchor, reference.start)))


def add_tail(weaver: Weaver) -> None:
    """Add what stands under the questions: the header as printed, and every text without a place."""
    document = weaver.document
    if document.header.paragraphs:
        weaver.rule("header as printed")
    for index, text in enumerate(document.header.paragraphs):
        weaver.paragraph(text, Anchor(TextPart.HEADER, None, index), ink=Ink.MUTED)
    called = set(marks_in(document.references))
    loose = [footnote.mark for footnote in document.footnotes if footnote.mark not in called]
    if loose:
        weaver.rule("footnotes without a mark in the text")
        weaver.footnotes(loose)
    if document.unplaced and document.kind is not DocumentKind.OTHER:
        weaver.rule("text without a place")
        add_unplaced(weaver)
    if document.warnings:
        weaver.rule(count_words(len(document.warnings), "uncertainty").replace("ys", "ies"))
        for text in document.warnings:
            weaver.add(text, Ink.MUTED)


def add_unplaced(weaver: Weaver) -> None:
    """Add the text that belongs to no part."""
    for index, text in enumerate(weaver.document.unplaced):
        weaver.paragraph(text, Anchor(None, None, index))

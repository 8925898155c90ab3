"""The head of a set of questions in the question pane: what it is, who asks whom, when, how it ended."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.library.links.wording import count_words
from kvtui.model import Document, DocumentKind, Reference, ReferenceKind, TextPart
from kvtui.tui.text.around import add_citing_documents, add_life_line, life_line_words, other_files_words
from kvtui.tui.text.blocks import Anchor, Block, Ink, Link, Span, Spot
from kvtui.tui.text.passages import add_run, close_runs
from kvtui.tui.text.weaving import Weaver, is_dead, marks_in
from kvtui.tui.text.wording import addressee_words, asker_words, day_words, number_words, respondent_words

_SEE_ALSO = "see also "
_NO_SEE_ALSO = (ReferenceKind.FOOTNOTE, ReferenceKind.URL)
_STATES = {
    DocumentKind.ANSWER: ("✓\u00a0answered", Ink.GOOD),
    DocumentKind.NOTICE: ("notice", Ink.WARNING),
    DocumentKind.QUESTIONS: ("unanswered", Ink.WARNING),
    DocumentKind.ORAL: ("oral questions", Ink.WARNING),
}
_NOTES = {
    DocumentKind.NOTICE: "This is a notice: the questions are not answered here.",
    DocumentKind.QUESTIONS: "These questions have not been answered yet.",
    DocumentKind.ORAL: "This announces oral questions; they are answered in the chamber.",
    DocumentKind.OTHER: "This was not recognised as Kamervragen. Its text is shown as it stands.",
}


def add_set_header(weaver: Weaver) -> None:
    """Add the head: name and state, subject, who asked whom, who answered, when, what it refers to.

    Kept to few rows, so that the first question is in sight; the header as printed stands at the end.
    """
    document = weaver.document
    _add_name(weaver)
    if document.subject:
        weaver.add(document.subject, Ink.STRONG)
    for words, ink in (
        (_asked_words(document), Ink.TEXT),
        (_answered_words(document), Ink.MUTED),
        (_date_words(document), Ink.MUTED),
    ):
        if words:
            weaver.add(words, ink)
    for reference in document.references:
        # the address of a letterhead is no place to look further
        if reference.part is TextPart.HEADER and reference.kind not in _NO_SEE_ALSO:
            _add_see_also(weaver, reference)
    for words in (life_line_words(weaver), other_files_words(weaver)):
        if words:
            weaver.add(words, Ink.MUTED)
    note = _NOTES.get(document.kind)
    if note:
        weaver.add(note, Ink.WARNING)
    if document.kind is not DocumentKind.OTHER:
        _add_warnings(weaver, document.warnings)


def _add_warnings(weaver: Weaver, warnings: Sequence[str]) -> None:
    """Say what was uncertain: the one sentence, or how many there are at the end."""
    if len(warnings) == 1:
        weaver.add(warnings[0], Ink.WARNING)
    elif warnings:
        weaver.add(f"{len(warnings)} things were uncertain; they are told below the questions.", Ink.WARNING)


def _add_name(weaver: Weaver) -> None:
    document = weaver.document
    name = document.identifier or document.case_number or document.number or "Without an identifier"
    state, ink = _STATES.get(document.kind, ("", Ink.MUTED))
    text = f"{name} · {state}" if state else name
    spans = (Span(0, len(name), Ink.IDENTIFIER), Span(len(text) - len(state), len(text), ink))
    weaver.blocks.append(Block(text, Ink.MUTED, spans if state else spans[:1]))


def _asked_words(document: Document) -> str:
    """Who asked whom: "Eerdmans (JA21) → Minister Defensie"."""
    askers, addressees = asker_words(document.askers), addressee_words(document.addressees)
    return " → ".join(words for words in (askers, addressees) if words)


def _answered_words(document: Document) -> str:
    """Who signs, and for whom besides."""
    signed = respondent_words(document.respondents)
    if not signed:
        return ""
    behalf = addressee_words(document.on_behalf_of)
    verb = "notice by" if document.kind is DocumentKind.NOTICE else "answer by"
    return f"{verb} {signed}, also for {behalf}" if behalf else f"{verb} {signed}"


def _date_words(document: Document) -> str:
    """Submitted, received, and the days to an answer: "18 Dec 2098 → 28 Jan 2099, 41 days"."""
    submitted, received = day_words(document.submitted), day_words(document.received)
    if not (submitted and received):
        return f"submitted {submitted}" if submitted else f"received {received}" if received else ""
    between = f"{submitted} → {received}"
    if document.kind is not DocumentKind.ANSWER:
        return between
    days = count_words(document.answering_days or 0, "day").replace(" ", "\u00a0")
    return f"{between}, {days}"


def _add_see_also(weaver: Weaver, reference: Reference) -> None:
    target = reference.targets[0] if reference.targets else None
    ink = Ink.DEAD if is_dead(weaver.indexed, reference, target) else Ink.PUBLICATION
    begin = len(_SEE_ALSO)
    name = _SEE_ALSO + (reference.text if target is None else str(target))
    around = weaver.indexed.around
    what = around.named.get(reference, "") if around is not None else ""
    text = f"{name}, {what}" if what else name
    weaver.blocks.append(Block(text, Ink.MUTED, (Span(begin, len(name), ink, len(weaver.links)),)))
    anchor = Anchor(TextPart.HEADER, None, reference.paragraph)
    weaver.links.append(Link(ink, reference, target, Spot(anchor, reference.start)))


def add_tail(weaver: Weaver) -> None:
    """Add what stands under the questions: the header as printed, and every text without a place."""
    document = weaver.document
    add_life_line(weaver)
    add_citing_documents(weaver)
    if document.header.paragraphs:
        weaver.rule("header as printed")
    _add_close(weaver, document.header.paragraphs, Anchor(TextPart.HEADER), Ink.MUTED)
    weaver.footnotes(marks_in(mark for mark in document.references if mark.part is TextPart.HEADER))
    _add_stray_answers(weaver)
    called = set(marks_in(mark for mark in document.references if mark.part is not TextPart.FOOTNOTE))
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


def _add_stray_answers(weaver: Weaver) -> None:
    """Add the answers that no question of the document leads to."""
    indexed = weaver.indexed
    for answer in weaver.document.answers:
        if any(n in indexed.questions and indexed.answers[n] is answer for n in answer.numbers):
            continue
        weaver.rule(f"answer {number_words(answer.numbers)}, without its question")
        part = Anchor(TextPart.ANSWER, answer.numbers[0])
        _add_close(weaver, answer.paragraphs, part)
        weaver.footnotes(marks_in(weaver.references_of(part, range(len(answer.paragraphs)))))


def add_unplaced(weaver: Weaver) -> None:
    """Add the text that belongs to no part."""
    _add_close(weaver, weaver.document.unplaced, Anchor(None))


def _add_close(weaver: Weaver, texts: Sequence[str], part: Anchor, ink: Ink = Ink.TEXT) -> None:
    for run, is_apart in close_runs(texts):
        if is_apart:
            weaver.add()
        add_run(weaver, texts, part, run, ink=ink)

"""What the small window shows of a link's target."""

from __future__ import annotations

from kvtui.library.resolving import Resolution
from kvtui.model import ReferenceKind, TextPart
from kvtui.tui.text.answer_text import missing_words
from kvtui.tui.text.blocks import Anchor, Ink, Link, PaneText
from kvtui.tui.text.indexed import Indexed
from kvtui.tui.text.weaving import Weaver, marks_in
from kvtui.tui.text.wording import PART_WORDS, asker_words, day_words, number_words


def peek_text(indexed: Indexed, link: Link, resolution: Resolution) -> tuple[str, PaneText]:
    """Title and text for a link."""
    weaver = Weaver(indexed)
    kind = link.reference.kind
    if link.ink is Ink.DEAD:
        weaver.add(resolution.reason, Ink.WARNING)
        return "Leads nowhere", weaver.pane_text()
    if link.backward:
        return _citing(weaver, link), weaver.pane_text()
    if kind is ReferenceKind.INTERNAL and isinstance(link.target, int):
        return _question(weaver, link.target), weaver.pane_text()
    if kind is ReferenceKind.FOOTNOTE:
        weaver.footnotes([str(link.target)])
        return f"Footnote {link.target}", weaver.pane_text()
    return _publication(weaver, resolution), weaver.pane_text()


def _question(weaver: Weaver, number: int) -> str:
    """The question, and the answer under it."""
    indexed = weaver.indexed
    for index in range(len(indexed.paragraphs(Anchor(TextPart.QUESTION, number)))):
        anchor = Anchor(TextPart.QUESTION, number, index)
        label = "" if index else str(number)
        weaver.paragraph(indexed.paragraph(anchor), anchor, ink=Ink.MUTED, label=label, hang=4)
    answer = indexed.answers.get(number)
    weaver.add()
    if answer is None:
        weaver.add(missing_words(weaver.document, number), Ink.WARNING)
        return f"Question {number}"
    for index, text in enumerate(answer.paragraphs):
        if index:
            weaver.add()
        anchor = Anchor(TextPart.ANSWER, answer.numbers[0], index)
        weaver.paragraph(text, anchor)
        weaver.footnotes(marks_in(weaver.references(anchor)))
    return f"Answer {number_words(answer.numbers)}"


def _citing(weaver: Weaver, link: Link) -> str:
    """The paragraph that refers here."""
    anchor = link.source.anchor
    reference = link.reference
    if anchor is not None:
        weaver.paragraph(weaver.indexed.paragraph(anchor), anchor)
    who = PART_WORDS[reference.part].capitalize()
    return f"{who} {number_words(reference.numbers)}" if reference.numbers else who


def _publication(weaver: Weaver, resolution: Resolution) -> str:
    """What is known of another publication or page."""
    entry = resolution.entry
    if entry is None:
        weaver.add(resolution.reason)
        if resolution.url and resolution.url not in resolution.reason:
            weaver.add()
            weaver.add(resolution.url, Ink.MUTED)
        return resolution.identifier or "Web page"
    weaver.add(entry.subject or entry.file_name, Ink.STRONG)
    weaver.add()
    facts = (
        ("asked by", asker_words(entry.askers)),
        ("submitted", day_words(entry.submitted)),
        ("received", day_words(entry.received)),
        ("questions", str(entry.question_count or "")),
    )
    for label, words in facts:
        if words:
            weaver.add(words, label=label, hang=11)
    return resolution.identifier or entry.file_name

"""What the small window shows of a link's target."""

from __future__ import annotations

from kvtui.export.shapes import Run, runs, shape_of
from kvtui.library.links.resolving import Resolution
from kvtui.model import ReferenceKind, TextPart
from kvtui.tui.text.answer_text import missing_words
from kvtui.tui.text.blocks import Anchor, Ink, Link, PaneText
from kvtui.tui.text.indexed import Indexed
from kvtui.tui.text.passages import add_run, close_runs
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
    part = Anchor(TextPart.QUESTION, number)
    texts = indexed.paragraphs(part)
    for run, is_apart in close_runs(texts):
        if is_apart:
            weaver.add()
        label = "" if run.start else str(number)
        add_run(weaver, texts, part, run, ink=Ink.MUTED, label=label, hang=4)
    answer = indexed.answers.get(number)
    weaver.add()
    if answer is None:
        weaver.add(missing_words(weaver.document, number), Ink.WARNING)
        return f"Question {number}"
    part = Anchor(TextPart.ANSWER, answer.numbers[0])
    for run in runs(answer.paragraphs):
        if run.start:
            weaver.add()
        add_run(weaver, answer.paragraphs, part, run)
        weaver.footnotes(marks_in(weaver.references_of(part, range(run.start, run.stop))))
    return f"Answer {number_words(answer.numbers)}"


def _citing(weaver: Weaver, link: Link) -> str:
    """The paragraph that refers here."""
    anchor = link.source.anchor
    reference = link.reference
    if anchor is not None:
        texts, index = weaver.indexed.paragraphs(anchor), anchor.paragraph
        add_run(weaver, texts, anchor, Run(shape_of(texts[index]), index, index + 1))
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

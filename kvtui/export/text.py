"""A document as plain text to read in a terminal: answers under their questions, links as `[→ 8]`.

The words of the document are its own; the labels around them are kvtui's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kvtui.export.citation import cite_document
from kvtui.export.marked import Block, Look, Marked, mark
from kvtui.export.shapes import Run, Shape, marker_of, runs
from kvtui.export.text_table import draw_table
from kvtui.export.wrapping import columns, wrap
from kvtui.model import Document, DocumentKind, Reference, ReferenceKind, TextPart
from kvtui.model.pairs import Pair, pairs

_INDENT = "    "
_NARROW = 50  # below this the indent takes too much of the line
_STUCK = "\xa0"  # keeps `[→ 8]` on one line


def to_text(document: Document, width: int = 80) -> str:
    """The whole document in lines of at most `width` columns; only a longer word sticks out."""
    page = _Page(mark(document, _look(document)), width)
    page.add(_head(document, width))
    page.header()
    for pair in pairs(document):
        page.rule()
        _add_pair(page, document, pair)
    if document.notice is not None:
        page.rule()
        page.block("Notice", (TextPart.NOTICE, ()), document.notice.paragraphs)
    if document.explanatory_note is not None:
        page.rule()
        page.block("Explanatory note", (TextPart.NOTE, ()), document.explanatory_note.paragraphs)
    page.remaining_footnotes()
    if document.unplaced:
        page.rule()
        page.part((None, ()), document.unplaced)
    return page.text()


class _Page:
    """The blocks of lines so far, and which footnotes they hold."""

    def __init__(self, marked: Marked, width: int) -> None:
        self._marked = marked
        self._width = width
        self._blocks: list[list[str]] = []
        self._noted: set[int] = set()
        self._indent = _INDENT if width >= _NARROW else "  "

    def text(self) -> str:
        """Everything, a blank line between the blocks."""
        return "\n\n".join("\n".join(lines) for lines in self._blocks) + "\n"

    def add(self, lines: list[str]) -> None:
        """One block of lines."""
        if lines:
            self._blocks.append(lines)

    def rule(self) -> None:
        """A line across."""
        self.add(["─" * self._width])

    def header(self) -> None:
        """The header as printed."""
        block, texts = (TextPart.HEADER, ()), self._marked.header()
        self.part(block, texts)
        self._footnotes(self._marked.footnotes_of(block, len(texts)), "")

    def part(self, block: Block, texts: Sequence[str], label: str = "", indent: str = "") -> None:
        """The texts of a part; its label stands above the first."""
        labels = [label] if label else []
        for run in runs(texts):
            lines = self._run(block, texts, run, indent)
            if lines:
                self.add([*labels, *lines])
                labels = []
        self.add(labels)

    def _run(self, block: Block, texts: Sequence[str], run: Run, indent: str) -> list[str]:
        """The lines of a table, of the items of a list, or of one paragraph."""
        if run.shape is Shape.ROW:
            table = self._marked.table(block, run.start, texts[run.start : run.stop], columns)
            return draw_table(table, self._width, indent)
        lines: list[str] = []
        for index in range(run.start, run.stop):
            text = self._marked.paragraph(block, index, texts[index])
            behind = indent + " " * columns(marker_of(texts[index]))
            lines += wrap(text, self._width, behind, first=indent)
        return lines

    def block(self, label: str, block: Block, texts: Sequence[str]) -> None:
        """A part of the document under its label, and the footnotes of which the marks stand in it."""
        self.part(block, texts, label, self._indent)
        self._footnotes(self._marked.footnotes_of(block, len(texts)), self._indent)

    def remaining_footnotes(self) -> None:
        """The footnotes of which no mark was found."""
        rest = [index for index in range(len(self._marked.document.footnotes)) if index not in self._noted]
        if rest:
            self.rule()
            self.add(["Footnotes"])
            self._footnotes(rest, self._indent)

    def _footnotes(self, indexes: Sequence[int], indent: str) -> None:
        lines: list[str] = []
        for index in indexes:
            if index not in self._noted:
                self._noted.add(index)
                label = f"{indent}[{self._marked.document.footnotes[index].mark}] "
                lines += wrap(self._marked.footnote(index), self._width, " " * len(label), first=label)
        self.add(lines)


def _add_pair(page: _Page, document: Document, pair: Pair) -> None:
    for question in pair.questions:
        page.block(
            f"Question {question.number}", (TextPart.QUESTION, (question.number,)), question.paragraphs
        )
    for answer in pair.answers:
        page.block(f"Answer {listed(answer.numbers)}", (TextPart.ANSWER, answer.numbers), answer.paragraphs)
    if not pair.answers and document.kind is DocumentKind.ANSWER:
        numbers = listed([question.number for question in pair.questions])
        page.add([f"Answer {numbers}: there is none in this document."])


def _head(document: Document, width: int) -> list[str]:
    """What it is, who asked, when, and how long the answer took."""
    name = cite_document(document)
    lines = wrap(document.subject or name, width)
    names = [name] if document.subject else []
    if document.identifier and document.identifier != name:
        names.append(document.identifier)
    lines += wrap(" · ".join(names), width)
    if document.kind is DocumentKind.OTHER:
        return lines + wrap("This was not recognised as Kamervragen; the text is shown as it is.", width)
    facts = [asker.named for asker in document.askers]
    facts = [", ".join(facts)] if facts else []
    if document.submitted is not None:
        facts.append(f"asked {_day(document.submitted)}")
    facts.append(_outcome(document))
    count = len(document.questions)
    facts.append("1 question" if count == 1 else f"{count} questions")
    return lines + wrap(" · ".join(facts), width)


def _outcome(document: Document) -> str:
    words = {
        DocumentKind.ANSWER: "answered",
        DocumentKind.NOTICE: "notice instead of an answer",
        DocumentKind.QUESTIONS: "not answered here",
    }.get(document.kind, "announced for question time")
    if document.received is not None:
        words += f" {_day(document.received)}"
    days = document.answering_days
    if days is not None and not document.kind.is_unanswered:
        words += f" (after {days} day{'' if days == 1 else 's'})"
    return words


def _look(document: Document) -> Look:
    known = {question.number for question in document.questions}
    known.update(number for answer in document.answers for number in answer.numbers)

    def reference(reference: Reference, words: str) -> str:
        if reference.kind is ReferenceKind.FOOTNOTE:
            return f"{_STUCK}[{reference.targets[0]}]{words}"
        there = [f"{target}" if target in known else f"{target}?" for target in reference.targets]
        if reference.kind is not ReferenceKind.INTERNAL:
            there = [str(target) for target in reference.targets if str(target) not in words]
        if not there:
            return words
        return f"{words} [→{_STUCK}{f',{_STUCK}'.join(there)}]"

    return Look(plain=str, stress=lambda words, _: words, reference=reference)


def listed(numbers: Sequence[int]) -> str:
    """`3`, `2 and 3`, `2, 3 and 5`."""
    words = [str(number) for number in numbers]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _day(day: date) -> str:
    """`29 January 2024`, whatever the language of the system."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"

"""How a source was read: what became of each of its lines, and what was repaired on the way.

For the view of the source and for reports of mistakes. The reading itself is that of `parse`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from kvtui.model import Document, TextPart
from kvtui.parsing.blocks import Block
from kvtui.parsing.document import document_of, part_of
from kvtui.parsing.headings.heading import HeadingRule
from kvtui.parsing.parts import Text, parts_of
from kvtui.parsing.rows import Joint, Row, count_letters
from kvtui.parsing.text.paragraphs import Origin, Paragraph
from kvtui.sources import SourceText

_OPENING = "«‘“\"'([{•–-"


class Fate(StrEnum):
    """What became of words of the source."""

    HEADER = "header"
    HEADING = "heading"
    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    NOTE = "note"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    UNPLACED = "unplaced"


class RepairKind(StrEnum):
    """What was done to the text; the value says it to a reader."""

    JOINED = "paragraph joined"
    HYPHEN = "hyphen undone"
    SEPARATED = "words separated"
    MARK = "footnote mark taken out"
    INFERRED = "heading inferred"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line, from `start` up to `end`, and the part that they are in."""

    start: int
    end: int
    fate: Fate
    numbers: tuple[int, ...] = ()
    """The question numbers of the block; for a footnote its mark, if that is a number."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair in a line, from `start` up to `end`: an empty stretch lies between two characters."""

    start: int
    end: int
    kind: RepairKind
    words: str = ""
    """What was inferred: "question 3"."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line as its format gave it; what has no piece says nothing (a blank line, a rule)."""

    page: int
    text: str
    pieces: tuple[Piece, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading, or the place where one was inferred."""

    part: TextPart
    numbers: tuple[int, ...]
    text: str | None
    """As printed; None where there is none."""
    rule: HeadingRule
    line: int
    """Index into the lines; -1 where the block has no text at all."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document, and how it was read from its source."""

    document: Document
    lines: tuple[SourceLine, ...]
    headings: tuple[FoundHeading, ...]


@dataclass(slots=True)
class _Notes:
    """What is known of one line so far; places count letters and digits."""

    text: str
    page: int
    pieces: list[tuple[int, int, Fate, tuple[int, ...]]] = field(default_factory=list)
    """Letters before it, its own letters (of two at one place the one without any is first), what it is."""
    repairs: list[Repair] = field(default_factory=list)
    _letters: list[int] = field(default_factory=list)

    def place(self, letter: int) -> int:
        """The character at which that letter stands; the end of the text behind the last."""
        if not self._letters:
            self._letters.extend(index for index, c in enumerate(self.text) if c.isalnum())
        return self._letters[letter] if letter < len(self._letters) else len(self.text.rstrip())

    def begin(self, letter: int) -> int:
        """The same with the quotes and brackets before it."""
        at = self.place(letter)
        while at and self.text[at - 1] in _OPENING:
            at -= 1
        return at

    def behind(self, letter: int) -> int:
        """The character behind the letter before that one."""
        return self.place(letter - 1) + 1 if letter else 0

    def line(self) -> SourceLine:
        """The finished line."""
        known = sorted(self.pieces)
        starts = [0, *(self.begin(letter) for letter, *_ in known[1:]), len(self.text)]
        pieces = tuple(
            Piece(start, end, fate, numbers)
            for (start, end), (_, _, fate, numbers) in zip(pairwise(starts), known, strict=False)
            if start < end
        )
        repairs = sorted(self.repairs, key=lambda repair: (repair.start, repair.end))
        return SourceLine(self.page, self.text, pieces, tuple(repairs))


def explain(source: SourceText) -> Explanation:
    """The Document in a source, as `parse` gives it, with what became of every line."""
    parts = parts_of(source)
    notes = [_Notes(line.text, number) for number, page in enumerate(source.pages) for line in page.lines]
    for row in parts.furniture:
        _note_row(notes, row, Fate.FURNITURE, ())
    _note_texts(notes, parts.header, Fate.HEADER, ())
    for block, texts in parts.blocks:
        _note_block(notes, block, texts)
    for definition in parts.footnotes:
        numbers = (int(definition.mark),) if definition.mark.isdecimal() else ()
        _note_row(notes, definition.printed, Fate.FOOTNOTE, numbers)
        _note_paragraphs(notes, definition.paragraphs, Fate.FOOTNOTE, numbers)
    _note_paragraphs(notes, parts.unplaced, Fate.UNPLACED, ())
    headings = tuple(_heading(block) for block, _ in parts.blocks)
    while notes and not notes[-1].text:
        notes.pop()  # nothing stands behind the last newline
    return Explanation(document_of(source, parts), tuple(note.line() for note in notes), headings)


def _heading(block: Block) -> FoundHeading:
    origins = [origin for paragraph in block.paragraphs for origin in paragraph.origins]
    line = block.opened[0].line if block.opened else origins[0].line if origins else -1
    return FoundHeading(part_of(block), block.numbers, block.heading, block.rule, line)


def _note_row(notes: list[_Notes], row: Row, fate: Fate, numbers: tuple[int, ...]) -> None:
    notes[row.line].pieces.append((row.letters, count_letters(row.text), fate, numbers))


def _note_block(notes: list[_Notes], block: Block, texts: list[Text]) -> None:
    fate = Fate(part_of(block).value)
    if block.opened:
        row = block.opened[0]
        for part in block.opened:
            _note_row(notes, part, Fate.HEADING, block.group)
        if block.rule is HeadingRule.WITHOUT_NUMBER:
            start = notes[row.line].begin(row.letters)
            end = notes[row.line].behind(row.letters + count_letters(block.heading or ""))
            _note_inferred(notes, row.line, start, max(start, end), block)
    elif block.paragraphs and block.paragraphs[0].origins:
        origin = block.paragraphs[0].origins[0]
        start = notes[origin.line].begin(origin.letters)
        _note_inferred(notes, origin.line, start, start, block)
    _note_texts(notes, texts, fate, block.numbers)


def _note_inferred(notes: list[_Notes], line: int, start: int, end: int, block: Block) -> None:
    words = " ".join([part_of(block).value, ", ".join(map(str, block.numbers))]).strip()
    notes[line].repairs.append(Repair(start, end, RepairKind.INFERRED, words))


def _note_texts(notes: list[_Notes], texts: list[Text], fate: Fate, numbers: tuple[int, ...]) -> None:
    _note_paragraphs(notes, [text.paragraph for text in texts], fate, numbers)
    for text in texts:
        for (_, begin), (end, _) in pairwise(text.marked.kept):
            _note_mark(notes, text.paragraph, begin, end)


def _note_mark(notes: list[_Notes], paragraph: Paragraph, begin: int, end: int) -> None:
    """A repair for the mark between two characters of a paragraph."""
    stretch = paragraph.text[begin:end]
    if not count_letters(stretch):
        return
    before, behind = _around(stretch.strip())
    # a mark on a line of its own belongs to that line, not to the space before it
    begin += len(stretch) - len(stretch.lstrip()) + len(before)
    at = bisect_right(paragraph.origins, begin, key=lambda origin: origin.start)
    if at:
        origin = paragraph.origins[at - 1]
        first = origin.letters + count_letters(paragraph.text[origin.start : begin])
        note = notes[origin.line]
        start = note.place(first)
        stop = min(note.behind(first + count_letters(stretch)), len(note.text))
        if note.text.endswith(before, 0, start):
            start -= len(before)
        if note.text.startswith(behind, stop):
            stop += len(behind)
        note.repairs.append(Repair(start, stop, RepairKind.MARK))


def _around(mark: str) -> tuple[str, str]:
    """The brackets before and behind the digits of a mark, with the spaces inside."""
    places = [index for index, c in enumerate(mark) if c.isalnum()]
    return mark[: places[0]], mark[places[-1] + 1 :]


def _note_paragraphs(
    notes: list[_Notes], paragraphs: Sequence[Paragraph], fate: Fate, numbers: tuple[int, ...]
) -> None:
    for index, paragraph in enumerate(paragraphs):
        above: Origin | None = None
        for origin, end in paragraph.stretches():
            note = notes[origin.line]
            stretch = paragraph.text[origin.start : end]
            note.pieces.append((origin.letters, count_letters(stretch), fate, numbers))
            note.repairs.extend(_separations(note, origin, stretch))
            if above is not None:
                _note_seam(notes, paragraph, above, origin)
            elif origin.joint is Joint.SPACE and index:
                start = note.begin(origin.letters)
                if start and not note.text[start - 1].isspace():
                    note.repairs.append(Repair(start, start, RepairKind.SEPARATED))
            above = origin


def _note_seam(notes: list[_Notes], paragraph: Paragraph, above: Origin, origin: Origin) -> None:
    """Repairs where two rows meet in a paragraph."""
    if origin.joint >= Joint.LINE:
        before = notes[above.line].text.rstrip()
        stays = paragraph.text[max(0, origin.start - 2) : origin.start].rstrip().endswith("-")
        if before.endswith("-") and not stays:
            notes[above.line].repairs.append(Repair(len(before) - 1, len(before), RepairKind.HYPHEN))
    if origin.joint >= Joint.BLANK:
        start = notes[origin.line].begin(origin.letters)
        notes[origin.line].repairs.append(Repair(start, start, RepairKind.JOINED))


def _separations(note: _Notes, origin: Origin, stretch: str) -> Iterator[Repair]:
    """The places where a space was put between two words, or a hyphen inside a line taken away."""
    words = stretch.strip()
    above = next((index for index, c in enumerate(words) if c.isalnum()), 0)
    if note.text.startswith(words, max(0, note.place(origin.letters) - above)):
        return
    letter = origin.letters - 1
    between = ""
    for c in stretch:
        if not c.isalnum():
            between += c
            continue
        letter += 1
        start, end = note.behind(letter), note.place(letter)
        printed = note.text[start:end]
        if letter > origin.letters:
            if " " in between and not any(map(str.isspace, printed)):
                at = min(start + between.index(" "), end)
                yield Repair(at, at, RepairKind.SEPARATED)
            elif printed == "-" and not between:
                yield Repair(start, end, RepairKind.HYPHEN)
        between = ""

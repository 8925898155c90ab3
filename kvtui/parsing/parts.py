"""The text of a source told apart: page heads and feet, header, blocks, footnotes, marks.

The order of the steps: furniture out, footnotes out, headings, blocks, marks out. Every letter of
the source comes along, and knows where it stood; what fits nowhere is unplaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kvtui.parsing.blocks import Block, blocks_of, unnumbered_questions
from kvtui.parsing.furniture import take_furniture
from kvtui.parsing.headings.finding import find_headings
from kvtui.parsing.headings.heading import HeadingKind, HeadingRule
from kvtui.parsing.headings.lost import with_lost_blocks
from kvtui.parsing.heads.header import HeaderFacts, facts_of, header_groups, is_header_paragraph
from kvtui.parsing.letters.reading import letter_in
from kvtui.parsing.letters.signs import Letter
from kvtui.parsing.notes.footnotes import Definition, take_footnotes
from kvtui.parsing.notes.marks import Marked, take_marks
from kvtui.parsing.rows import Row, rows_of
from kvtui.parsing.text.glued import separate_glued
from kvtui.parsing.text.paragraphs import Layout, Paragraph, joined, layout_of
from kvtui.sources import SourceText


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with and without its footnote marks."""

    paragraph: Paragraph
    marked: Marked
    index: int
    """Its place among the paragraphs of its part; what is nothing but marks has that of the one before."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole source in its parts, each in the source's order."""

    furniture: list[Row]
    header: list[Text]
    facts: HeaderFacts
    letter: Letter | None
    """What a ministry's letter states of itself; None for a publication."""
    blocks: list[tuple[Block, list[Text]]]
    unplaced: list[Paragraph]
    footnotes: list[Definition]


@dataclass(frozen=True, slots=True)
class _Body:
    """The running text, footnote marks still inside."""

    header: list[Paragraph]
    facts: HeaderFacts
    blocks: list[Block]
    unplaced: list[Paragraph]
    letter: Letter | None = None


def parts_of(source: SourceText) -> Parts:
    """The parts of a source. Never raises."""
    rows = rows_of(source)
    furnished = take_furniture(rows)
    layout = layout_of(rows)
    separated = take_footnotes(separate_glued(furnished.rows), layout)
    body = _body_of(separated.rows, layout, [row.text for row in furnished.furniture])
    texts = [*body.header, *(p for block in body.blocks for p in block.paragraphs)]
    # all paragraphs at once: the numbers of the marks count up through the document
    defined = [definition.mark for definition in separated.footnotes]
    marked = iter(take_marks(texts, defined, round_marks=separated.round_marks, told=separated.told))
    return Parts(
        furnished.furniture,
        _texts(body.header, marked),
        body.facts,
        body.letter,
        [(block, _texts(block.paragraphs, marked)) for block in body.blocks],
        body.unplaced,
        separated.footnotes,
    )


def paragraphs_in(texts: list[Text]) -> tuple[str, ...]:
    """The paragraphs of a part as the model has them."""
    kept: dict[int, str] = {}
    for text in texts:
        kept.setdefault(text.index, text.marked.text)
    return tuple(kept.values())


def _texts(paragraphs: Sequence[Paragraph], marked: Iterator[Marked]) -> list[Text]:
    texts: list[Text] = []
    count = 0
    for paragraph in paragraphs:
        plain = next(marked)
        count += bool(plain.text) or not count
        texts.append(Text(paragraph, plain, count - 1))
    return texts


def _body_of(rows: list[Row], layout: Layout, furniture: list[str]) -> _Body:
    headings = find_headings(rows)
    first = headings[0].row if headings else len(rows)
    paragraphs = [joined(group, layout) for group in header_groups(rows[:first])]
    letter = letter_in([p.text for p in paragraphs], furniture)
    if letter and (headings or letter.message):
        blocks = with_lost_blocks(blocks_of(rows, headings, layout)) if headings else []
        return _letter_body(letter, paragraphs, blocks)
    facts = facts_of([p.text for p in paragraphs])
    if headings:
        return _Body(paragraphs, facts, with_lost_blocks(blocks_of(rows, headings, layout)), [])
    last = max((i for i, p in enumerate(paragraphs) if is_header_paragraph(p.text)), default=-1)
    header, rest = paragraphs[: last + 1], paragraphs[last + 1 :]
    if facts.notice:
        notice = Block(HeadingKind.NOTICE, (), (), None, tuple(rest), HeadingRule.NEXT)
        return _Body(header, facts, [notice], [])
    if facts.askers and not facts.oral and not facts.respondents:
        return _Body(header, facts, unnumbered_questions(rest), [])
    if facts.stated:
        return _Body(header, facts, [], rest)
    return _Body([], HeaderFacts(), [], paragraphs)


def _letter_body(letter: Letter, paragraphs: list[Paragraph], blocks: list[Block]) -> _Body:
    """The body of a letter; what one without answers says is its notice."""
    if blocks or not letter.message:
        return _Body(paragraphs, letter.facts, blocks, [], letter)
    said = [p for index, p in enumerate(paragraphs) if index in letter.message]
    header = [p for index, p in enumerate(paragraphs) if index not in letter.message]
    notice = Block(HeadingKind.NOTICE, (), (), None, tuple(said), HeadingRule.NEXT)
    return _Body(header, letter.facts, [notice], [], letter)

"""The body of a publication cut into blocks: a question or group, an answer, the notice, the note.

Joins each heading with the rows beneath it, and gives each question of a group its own paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kvtui.parsing.headings.heading import Heading, HeadingKind, HeadingRule
from kvtui.parsing.rows import Joint, Row
from kvtui.parsing.text.paragraphs import Layout, Paragraph, paragraphs_of


@dataclass(frozen=True, slots=True)
class Block:
    """One question, answer, notice or note with its paragraphs."""

    kind: HeadingKind
    numbers: tuple[int, ...]
    """Of an answer all numbers it covers, of a question its own, else empty."""
    group: tuple[int, ...]
    heading: str | None
    paragraphs: tuple[Paragraph, ...]
    rule: HeadingRule
    """How it was told where the block begins."""
    opened: tuple[Row, ...] = ()
    """The rows that hold the heading, and mostly nothing else."""


# Words with which a member opens a question on a new matter.
_OPENERS = re.compile(
    r"(?:Herinnert u zich|Bent u (?:ermee |er mee |ook )?bekend|Kent u|Heeft u kennis\s?genomen|Klopt het"
    r"|Is het waar|Deelt u|Kunt u|Bent u bereid|Hoe|Wat|Welke?|Waarom|Wanneer|Wie|Bent u)\b"
)
_LISTED = re.compile(r"[•·▪◦o*–-]\s|[a-z]\s?[.)]\s|[a-zà-ÿ]{2}")
_INTRODUCES = re.compile(r":\s?\Z")
_CAPITAL = re.compile(r"[A-ZÀ-Þ«]")
_FOLLOWS = re.compile(r"(?:Zo (?:ja|nee|niet)|Indien|En |Of |Daarnaast|Wat was|Waarom (?:wel|niet)|[a-z•–-])")
_MARKS = r"(?:\s?\[?\d{1,3}(?:(?:,\s?|\s(?:en\s)?)\d{1,3})*\]?)?"
_ENDED = re.compile(rf"[?.][»”’\")]*{_MARKS}\s*\Z")
_SENTENCE = re.compile(r"(?<=[?])[»”’\")]*" + _MARKS + r"\s+(?=[A-ZÀ-Þ«‘“])")


def blocks_of(rows: list[Row], headings: list[Heading], layout: Layout) -> list[Block]:
    """The blocks that the headings open, in order."""
    blocks: list[Block] = []
    ends = [heading.row for heading in headings[1:]] + [len(rows)]
    for heading, end in zip(headings, ends, strict=True):
        under = rows[heading.row + heading.rows : end]
        if heading.rest:
            _, rest = rows[heading.row].split(len(heading.text), Joint.LINE)
            under = [rest, *under]
        opened = tuple(rows[heading.row : heading.row + heading.rows]) if heading.text else ()
        paragraphs = paragraphs_of(under, layout)
        if heading.kind is HeadingKind.QUESTION and len(heading.numbers) > 1:
            blocks.extend(_group(heading, paragraphs, opened))
        else:
            blocks.append(
                Block(
                    heading.kind,
                    heading.numbers,
                    heading.numbers,
                    heading.text or None,
                    tuple(paragraphs),
                    heading.rule,
                    opened,
                )
            )
    return blocks


def unnumbered_questions(paragraphs: list[Paragraph]) -> list[Block]:
    """Questions that lost their numbers: each paragraph is one, counted from 1, a list with what it is of."""
    questions: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if questions and (_LISTED.match(paragraph.text) or _INTRODUCES.search(questions[-1][-1].text)):
            questions[-1].append(paragraph)
        else:
            questions.append([paragraph])
    return [
        Block(HeadingKind.QUESTION, (number,), (number,), None, tuple(parts), HeadingRule.NEXT)
        for number, parts in enumerate(questions, 1)
    ]


def _group(heading: Heading, paragraphs: list[Paragraph], opened: tuple[Row, ...]) -> list[Block]:
    """One block for each number of a group; numbers without text of their own get no paragraphs."""
    parts = _parts(paragraphs, len(heading.numbers))
    blocks = [
        Block(heading.kind, (number,), heading.numbers, None, tuple(part), heading.rule)
        for number, part in zip(heading.numbers, parts, strict=True)
    ]
    blocks[0] = replace(blocks[0], heading=heading.text or None, opened=opened)
    return blocks


def _parts(paragraphs: list[Paragraph], count: int) -> list[list[Paragraph]]:
    """The paragraphs dealt out over that many questions."""
    by_lines = (_cut(paragraphs, _line_cuts(paragraphs, opening)) for opening in (_OPENERS, _CAPITAL))
    exact = next((found for found in (paragraphs, *by_lines) if len(found) == count), None)
    if exact:
        parts = [[p] for p in exact]
    elif len(paragraphs) > count:
        parts = _merged(paragraphs)
    else:
        parts = [[p] for p in _divided(paragraphs, count)]
    if len(parts) > count:
        parts = [*parts[: count - 1], [p for part in parts[count - 1 :] for p in part]]
    return parts + [[] for _ in range(count - len(parts))]


def _line_cuts(paragraphs: list[Paragraph], opening: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a printed line ends a sentence and the next one opens another question."""
    return [
        (index, start)
        for index, paragraph in enumerate(paragraphs)
        for start in paragraph.lines
        if start
        and _ENDED.search(paragraph.text, max(0, start - 12), start)
        and opening.match(paragraph.text, start)
    ]


def _merged(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Paragraphs put together where one introduces or follows up another."""
    parts: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        introduces = parts and "?" not in parts[-1][-1].text
        if parts and (introduces or _FOLLOWS.match(paragraph.text)):
            parts[-1].append(paragraph)
        else:
            parts.append([paragraph])
    return parts


def _divided(paragraphs: list[Paragraph], count: int) -> list[Paragraph]:
    """Paragraphs cut at sentences so that there are `count`; as they were where no cut is certain."""
    sentences = [
        (index, found.end())
        for index, paragraph in enumerate(paragraphs)
        for found in _SENTENCE.finditer(paragraph.text)
    ]
    cuts = [(index, end) for index, end in sentences if not _FOLLOWS.match(paragraphs[index].text, end)]
    wanted = count - len(paragraphs)
    for certain in (cuts, _repeated_openers(paragraphs, cuts), sentences):
        if len(certain) == wanted:
            return _cut(paragraphs, certain)
    return paragraphs


def _repeated_openers(paragraphs: list[Paragraph], cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cuts behind which the words return with which the whole group began."""
    first = _OPENERS.match(paragraphs[0].text) if paragraphs else None
    return [c for c in cuts if first and paragraphs[c[0]].text.startswith(first[0], c[1])]


def _cut(paragraphs: list[Paragraph], cuts: list[tuple[int, int]]) -> list[Paragraph]:
    pieces: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        bounds = [0, *(end for i, end in cuts if i == index), len(paragraph.text)]
        pieces.extend(paragraph.part(begin, end) for begin, end in pairwise(bounds))
    return pieces

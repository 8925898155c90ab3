"""Blocks whose heading was lost: they stand at the end of the block before.

A converter drops a line at the edge of a page, a ministry forgets a heading. An answer is looked for
behind a question that has none in a set that is answered, a question before an answer to one that
was not asked; and only where the asking clearly ends, or clearly begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from kvtui.parsing.blocks import Block
from kvtui.parsing.headings.heading import HeadingKind, HeadingRule
from kvtui.parsing.lazy import lazy
from kvtui.parsing.rows import Joint
from kvtui.parsing.text.paragraphs import Paragraph

# possessive: a row of digits could be divided into marks in very many ways
_ASKS = lazy(r"\?[»”’\")\]]*(?:\s?\[?\d{1,3}+(?:,\s?\d{1,3}+)*+[\])]?)*+\s*\Z")
_ENDED = lazy(r"[.!?][»”’\")\]\d]*\s*\Z")
_GOES_ON = lazy(r"[a-zà-ÿ•·▪–\-(]|\d{1,2}[.)]\s|(?:Zo ja|Zo nee|Indien|Bron|Toelichting)\b")


def with_lost_blocks(blocks: list[Block]) -> list[Block]:
    """The blocks with such answers and questions cut out of those before them."""
    asked = {n for block in blocks if block.kind is HeadingKind.QUESTION for n in block.numbers}
    answered = {n for block in blocks if block.kind is HeadingKind.ANSWER for n in block.numbers}
    if not answered:
        return blocks
    found: list[Block] = []
    for index, block in enumerate(blocks):
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is HeadingKind.QUESTION:
            closes = block.numbers[-1:] == block.group[-1:] and answered.isdisjoint(block.group)
            found.extend(_cut(block, _end_of_asking, HeadingKind.ANSWER, block.group) if closes else [block])
        elif block.kind is HeadingKind.ANSWER and follower and _is_alone(follower, asked):
            found.extend(_cut(block, _begin_of_asking, HeadingKind.QUESTION, follower.numbers))
        else:
            found.append(block)
    return found


def _is_alone(block: Block, asked: set[int]) -> bool:
    """Whether a block is the answer to one question, which was not asked."""
    return block.kind is HeadingKind.ANSWER and len(block.numbers) == 1 and asked.isdisjoint(block.numbers)


def _cut(
    block: Block, place: Callable[[list[Paragraph]], int], kind: HeadingKind, numbers: tuple[int, ...]
) -> list[Block]:
    """The block cut before the paragraph at that place; whole where that is the first or there is none."""
    paragraphs = [part for paragraph in block.paragraphs for part in _at_page_breaks(paragraph)]
    at = place(paragraphs)
    if not at:
        return [block]
    rest = Block(kind, numbers, numbers, None, tuple(paragraphs[at:]), HeadingRule.NEXT)
    return [replace(block, paragraphs=tuple(paragraphs[:at])), rest]


def _at_page_breaks(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph cut where a page turned behind a sentence: with the heading its first words were lost."""
    text = paragraph.text
    cuts = [
        o.start
        for o in paragraph.origins
        if o.joint is Joint.PAGE and _ENDED().search(text, max(0, o.start - 9), o.start)
    ]
    return [paragraph.part(begin, end) for begin, end in pairwise([0, *filter(None, cuts), len(text)])]


def _end_of_asking(paragraphs: list[Paragraph]) -> int:
    """How many paragraphs the question has, where something that asks nothing follows; else 0."""
    texts = [paragraph.text for paragraph in paragraphs]
    last = max((index for index, text in enumerate(texts) if _ASKS().search(text)), default=-1) + 1
    if not last or last == len(texts) or (_GOES_ON().match(texts[last]) and not _turns(paragraphs[last])):
        return 0
    return 0 if any("?" in text for text in texts[last:]) else last


def _begin_of_asking(paragraphs: list[Paragraph]) -> int:
    """How many paragraphs an answer has before those at its end that all ask; 0 where none does."""
    first = len(paragraphs)
    while first and _ASKS().search(paragraphs[first - 1].text):
        first -= 1
        if _turns(paragraphs[first]):
            break
    return first if first < len(paragraphs) else 0


def _turns(paragraph: Paragraph) -> bool:
    """Whether a paragraph is what was left of a sentence behind a turned page."""
    return paragraph.origins[0].joint is Joint.PAGE and paragraph.text[:1].islower()

"""The rows of a source as blocks of a pane, and where in them a part, a heading or a repair stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvtui.export.source import ShownRepair, SourceRow, Tone
from kvtui.model import TextPart
from kvtui.parsing.explaining import Fate
from kvtui.tui.text.blocks import Anchor, Block, Ink, PaneText, Span

_INKS = {Tone.TEXT: Ink.TEXT, Tone.STRONG: Ink.STRONG, Tone.QUIET: Ink.MUTED, Tone.SIGN: Ink.WARNING}
_BODY = (Fate.QUESTION, Fate.ANSWER, Fate.NOTICE, Fate.NOTE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place of the document: so many letters and digits into a part."""

    part: TextPart | None
    """None for text without a place."""
    number: int | None = None
    letters: int = 0


@dataclass(frozen=True, slots=True)
class PlacedRepair:
    """A repair and the row in which it stands."""

    row: int
    shown: ShownRepair


def anchor_of_row(row: int) -> Anchor:
    """The anchor of the block that shows a row."""
    return Anchor(None, None, row)


def source_blocks(rows: Sequence[SourceRow]) -> PaneText:
    """A block for each row, and a line between two pages."""
    blocks: list[Block] = []
    page = 1
    for index, row in enumerate(rows):
        if row.page != page:
            page = row.page
            blocks.append(Block(f"── page {page} ──", Ink.RULE))
        spans = tuple(Span(shown.start, shown.end, _INKS[Tone.SIGN]) for shown in row.repairs)
        blocks.append(Block(row.text, _INKS[row.tone], spans, anchor_of_row(index)))
    return PaneText(tuple(blocks))


def repairs_in(rows: Sequence[SourceRow]) -> list[PlacedRepair]:
    """Every repair, from top to bottom."""
    return [PlacedRepair(index, shown) for index, row in enumerate(rows) for shown in row.repairs]


def part_starts(rows: Sequence[SourceRow]) -> list[int]:
    """The rows with which headings and parts without a heading begin, from top to bottom."""
    starts: list[int] = []
    above: tuple[Fate | None, tuple[int, ...]] = (None, ())
    for index, row in enumerate(rows):
        if row.fate is Fate.HEADING:
            if row.begins or above[0] is not Fate.HEADING:
                starts.append(index)
            above = (Fate.HEADING, row.numbers)
        elif row.fate in _BODY:
            if above[0] is not Fate.HEADING and above != (row.fate, row.numbers):
                starts.append(index)
            above = (row.fate, row.numbers)
    return starts


def row_of(rows: Sequence[SourceRow], wanted: Wanted) -> int:
    """The row in which a place stands: at the beginning of a part its heading, if that is right above."""
    fate = Fate(wanted.part.value) if wanted.part else Fate.UNPLACED
    inside = [i for i, row in enumerate(rows) if row.fate is fate and _has(row, wanted.number)]
    if not inside:
        named = (i for i, row in enumerate(rows) if row.fate is Fate.HEADING and _has(row, wanted.number))
        return next(named, 0)
    if not wanted.letters:
        return _heading_above(rows, inside[0])
    left = wanted.letters
    for index in inside:
        left -= rows[index].letters
        if left < 0:
            return index
    return inside[-1]


def _has(row: SourceRow, number: int | None) -> bool:
    return number is None or number in row.numbers


def _heading_above(rows: Sequence[SourceRow], index: int) -> int:
    above = index - 1
    while above >= 0 and rows[above].fate is None:
        above -= 1
    return above if above >= 0 and rows[above].fate is Fate.HEADING else index

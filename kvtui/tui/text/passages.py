"""The paragraphs of a part as they belong together: running text, the items of a list, a table's rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rich.cells import cell_len

from kvtui.export.columns import columns_of
from kvtui.export.shapes import Run, Shape, are_bold, cell_spans, runs, strokes
from kvtui.model import Style
from kvtui.tui.text.blocks import Anchor, Block, Ink, Rail, Stress, TableRow
from kvtui.tui.text.weaving import Weaver

Cells = tuple[tuple[int, int], ...]
"""(start, end) of each cell of a row."""


def add_run(
    weaver: Weaver,
    texts: Sequence[str],
    part: Anchor,
    run: Run,
    *,
    ink: Ink = Ink.TEXT,
    label: str = "",
    hang: int = 0,
    number: int | None = None,
    rail: Rail = Rail.NONE,
) -> None:
    """Add a run of the paragraphs of a part; label and rail are those of the first.

    `part` is the anchor of the part, `texts` all of its paragraphs.
    """
    begin = len(weaver.blocks)
    for index in range(run.start, run.stop):
        anchor = Anchor(part.part, part.number, index)
        weaver.paragraph(texts[index], anchor, ink=ink, label=label, hang=hang, number=number, rail=rail)
        label, rail = "", Rail.NONE if rail is Rail.NONE else Rail.MIDDLE
    if run.shape is Shape.ROW:
        weaver.blocks[begin:] = _as_table(weaver.blocks[begin:], texts[run.start : run.stop])


def close_runs(texts: Sequence[str]) -> Iterator[tuple[Run, bool]]:
    """Each run, and whether a blank row belongs above it where paragraphs stand close: around tables."""
    before = Shape.TEXT
    for run in runs(texts):
        yield run, bool(run.start) and Shape.ROW in (before, run.shape)
        before = run.shape


def _as_table(blocks: Sequence[Block], texts: Sequence[str]) -> list[Block]:
    """The rows of a table with what they need to be laid out in columns."""
    own = [cell_spans(text, strokes(text)) for text in texts]
    rows = [_row(block, text, cells) for block, text, cells in zip(blocks, texts, own, strict=True)]
    bold = [_is_bold(block, cells) for block, cells in rows[:2]]
    columns = columns_of(
        [_words(block.text, cells) for block, cells in rows],
        plain=[_words(text, cells) for text, cells in zip(texts, own, strict=True)],
        bold=bold == [True, False],
        measure=cell_len,
    )
    table = []
    for index, (block, cells) in enumerate(rows):
        is_head = index == 0 and bool(columns.names)
        ink = Ink.STRONG if is_head and block.ink is Ink.TEXT else block.ink
        table.append(replace(block, ink=ink, row=TableRow(columns, cells, is_head, index == len(rows) - 1)))
    return table


def _row(block: Block, text: str, cells: Cells) -> tuple[Block, Cells]:
    """A row without escapes, and where its cells are in what is shown."""
    if block.text == text and "\\" not in text:
        return block, cells
    edges = [block.shown(stroke) for stroke in strokes(text)]
    moved = [edge - block.text.count(r"\|", 0, edge) for edge in edges]
    block = _without_escapes(block)
    return block, cell_spans(block.text, moved)


def _words(text: str, cells: Cells) -> list[str]:
    return [text[start:end] for start, end in cells]


def _is_bold(block: Block, cells: Cells) -> bool:
    bold = [(stress.start, stress.end) for stress in block.stresses if stress.style is Style.BOLD]
    return are_bold(cells, bold)


def _without_escapes(block: Block) -> Block:
    """A row without the backslashes before strokes that belong to a cell."""
    at = [index for index, pair in enumerate(pairwise(block.text)) if pair == ("\\", "|")]
    if not at:
        return block

    def moved(place: int) -> int:
        return place - sum(1 for gone in at if gone < place)

    gone = [(moved(index), -1) for index in at]
    return replace(
        block,
        text=block.text.replace(r"\|", "|"),
        spans=tuple(replace(s, start=moved(s.start), end=moved(s.end)) for s in block.spans),
        stresses=tuple(Stress(moved(s.start), moved(s.end), s.style) for s in block.stresses),
        inserted=tuple(sorted([*((moved(place), length) for place, length in block.inserted), *gone])),
    )

"""The shapes of paragraphs: running text, items of lists and rows of tables, told by how they begin and end.

How a shape is drawn is for the forms of `export` and for the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple


class Shape(Enum):
    """What a paragraph is within its part."""

    TEXT = "text"
    ITEM = "item"
    """Of a list: it begins with "• ", "– ", "1. ", "a) " …"""
    ROW = "row"
    """Of a table: "| cell | cell |"; a stroke within a cell is written with a backslash."""


class Run(NamedTuple):
    """Paragraphs that belong together: one of running text, the items of a list, the rows of a table."""

    shape: Shape
    start: int
    """Index of the first."""
    stop: int
    """Index behind the last."""


_MARKER = re.compile(r"(?:[•·▪◦‣○●*–—-]|o|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_STROKE = re.compile(r"(?<!\\)\|")


def shape_of(text: str) -> Shape:
    """The shape of one paragraph."""
    if text.startswith("|") and text.endswith("|") and len(_STROKE.findall(text)) > 1:
        return Shape.ROW
    return Shape.ITEM if _MARKER.match(text) else Shape.TEXT


def runs(paragraphs: Sequence[str]) -> Iterator[Run]:
    """The paragraphs of a part in their runs, in order; none is left out."""
    start, before = 0, Shape.TEXT
    for index, text in enumerate(paragraphs):
        shape = shape_of(text)
        if index and (shape is not before or shape is Shape.TEXT):
            yield Run(before, start, index)
            start = index
        before = shape
    if paragraphs:
        yield Run(before, start, len(paragraphs))


def marker_of(text: str) -> str:
    """The marker that an item begins with, its space included; empty for other paragraphs."""
    found = _MARKER.match(text)
    return found[0] if found else ""


def strokes(row: str) -> list[int]:
    """Where the strokes between the cells of a row stand, those at its ends included."""
    return [stroke.start() for stroke in _STROKE.finditer(row)]


def cell_spans(text: str, edges: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """(start, end) of each cell between such strokes, without the spaces around its words."""
    spans = []
    for left, right in pairwise(edges):
        start, end = left + 1, right
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        spans.append((start, end))
    return tuple(spans)


def are_bold(cells: Iterable[tuple[int, int]], bold: Sequence[tuple[int, int]]) -> bool:
    """Whether every cell that has words lies in one of the stretches that are printed bold."""
    filled = [(start, end) for start, end in cells if start < end]
    return bool(filled) and all(
        any(first <= start and end <= last for first, last in bold) for start, end in filled
    )


def unescaped(cell: str) -> str:
    """A cell's text as it is read: without the backslashes before strokes."""
    return cell.replace(r"\|", "|")


def running(paragraphs: Sequence[str]) -> str:
    """A part's text to take along: the items and rows of a run close together, empty lines elsewhere."""
    return "\n\n".join("\n".join(paragraphs[run.start : run.stop]) for run in runs(paragraphs))

"""The bold and italic stretches of a paragraph, such that marks like `**` can stand around them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from kvtui.model import Emphasis, Style


class Stretch(NamedTuple):
    """Characters of a paragraph in one style, or in both."""

    start: int
    end: int
    styles: frozenset[Style]


def stretches(text: str, emphasis: Iterable[Emphasis]) -> list[Stretch]:
    """The styled stretches of a paragraph in order, without overlap.

    A mark cannot stand between a letter and a sign that is styled ("a**(b)**"), so such signs are
    left out; and where the style changes within a word, the word keeps what all of it has.
    """
    spans = [
        (*_edges(text, words.start, words.end), words.style)
        for words in emphasis
        if 0 <= words.start < words.end <= len(text)
    ]
    spans = [span for span in spans if span[0] < span[1]]
    cuts = sorted({place for start, end, _ in spans for place in (start, end)})
    found: list[Stretch] = []
    for start, end in pairwise(cuts):
        styles = frozenset(style for first, last, style in spans if first <= start and end <= last)
        if not styles:
            continue
        if found and found[-1].end == start and not (text[start - 1].isspace() or text[start].isspace()):
            before = found.pop()
            found.append(Stretch(before.start, end, before.styles & styles or before.styles))
        else:
            found.append(Stretch(start, end, styles))
    return found


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the spaces at its edges, and without the signs there that touch a letter outside."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start and text[start - 1].isalnum():
        while start < end and not text[start].isalnum():
            start += 1
    if end < len(text) and text[end].isalnum():
        while start < end and not text[end - 1].isalnum():
            end -= 1
    return start, end

"""Breaks running text into lines of a width, counted in the columns of a terminal.

A word longer than a line (an address) stays whole, so that it can be copied. A no-break space
keeps its words together and comes out as a space.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"[^\S\xa0\u202f]+")


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """The lines of a paragraph, indented, the first with `first` instead. Empty for a text without words."""
    lines: list[str] = []
    start = indent if first is None else first
    words: list[str] = []
    used = columns(start)
    for word in _BREAKS.split(text):
        if not word:
            continue
        size = columns(word)
        if words and used + 1 + size > width:
            lines.append(_line(start, words))
            start, words, used = indent, [], columns(indent)
        used += size + bool(words)
        words.append(word)
    if words:
        lines.append(_line(start, words))
    return lines


def _line(start: str, words: list[str]) -> str:
    return start + " ".join(words).replace("\xa0", " ").replace("\u202f", " ")


def columns(text: str) -> int:
    """How wide a terminal shows the text: East Asian letters take two columns, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    marks = sum(unicodedata.combining(letter) != 0 for letter in text)
    return len(text) + wide - marks

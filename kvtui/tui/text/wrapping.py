"""Breaking text into rows of a width.

Knows neither blocks nor columns: `rows` and `table_rows` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_SOFT_BREAK = re.compile(r"[/\-–—?&=_]")


def break_rows(text: str, width: int, indent: int = 0) -> Iterator[tuple[int, int]]:
    """The (start, end) of each row of `text` in `width` cells; the spaces at a break belong to no row.

    Breaks at spaces; within a word only where it is wider than a whole row. Every row but the first
    has `indent` cells less.
    """
    width = max(1, width)
    later = max(1, width - indent)
    start, length = 0, len(text)
    if not length:
        yield 0, 0
    while start < length:
        limit = _reach(text, start, later if start else width)
        newline = text.find("\n", start, limit + 1)
        if newline >= 0:
            yield start, newline
            start = newline + 1
            continue
        if limit >= length:
            yield start, length
            return
        end = text.rfind(" ", start + 1, limit + 1)
        if end < 0:
            end = _inside_word(text, start, limit)
        yield start, end
        start = end
        while start < length and text[start] == " ":
            start += 1


def _reach(text: str, start: int, width: int) -> int:
    """How far a row from `start` can reach: the offset behind its last character that fits."""
    limit = start + width
    piece = text[start:limit]
    if piece.isascii() or (cell_len(piece) <= width and len(piece) == cell_len(piece)):
        return min(limit, len(text))
    used = 0
    for offset in range(start, min(len(text), start + 4 * width)):
        used += cell_len(text[offset])
        if used > width:
            return max(offset, start + 1)
    return min(len(text), start + 4 * width)


def _inside_word(text: str, start: int, limit: int) -> int:
    """Where to break a word that is wider than a row: behind a mark such as / or -, else anywhere."""
    found = start
    for match in _SOFT_BREAK.finditer(text, start + 1, limit):
        found = match.end()
    return found if found - start > (limit - start) // 3 else limit

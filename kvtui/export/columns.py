"""The columns of a table: which hold numbers, whether the first row names them, how wide each can be.

Used by the plain text and by the screen, which draw the cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_UNIT = r"%|‰|(?:procent|duizend|miljoen|miljard|mln|mld|fte|euro|uur|dagen|km|kg|ha|m|m²)\.?"
_NUMBER = re.compile(rf"[€$£<>≤≥±+~≈(–-]*\s*\d[\d.,\s–-]*\)?\s*(?:{_UNIT})?\*{{0,3}}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = frozenset(("", *"-–—x*?", "n.v.t.", "nvt", "n.b.", "nb", "onbekend", "pm", "p.m.", "nihil"))
_LOOKED_AT = 2_000  # rows at either end: enough to know a table, and a longer one costs no more
_LONG_WORD = 18
"""A longer word may be broken, so that one address does not take a table apart."""
_MOST_LINES = 12
"""A taller row is hard to read across."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rows of a table share."""

    names: tuple[str, ...]
    """The cells of the first row; empty where it isn't a head."""
    numeric: tuple[bool, ...]
    widest: tuple[int, ...]
    """Cells of a terminal that the widest cell of each column takes."""
    least: tuple[int, ...]
    """Those that its longest word takes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table in some room."""

    sizes: tuple[int, ...]
    """Cells of a terminal for each column."""
    between: str
    """What stands between two columns."""
    crossing: str
    """The same in a rule."""
    folds: bool
    """Whether some cells take more than one line, so that rows are told apart by rules."""


def columns_of(
    rows: Sequence[Sequence[str]],
    *,
    plain: Sequence[Sequence[str]],
    bold: bool,
    measure: Callable[[str], int],
) -> Columns:
    """The columns of a table of at least one row.

    `rows` holds the cells as they are drawn and `plain` their own words; `bold` says that the first
    row alone is printed bold.
    """
    count = max(len(row) for row in rows)
    drawn, words = _filled(rows, count), _filled(plain, count)
    named = len(rows) > 1 and (bold or _is_head(words[0], words[1:]))
    numeric = tuple(_is_numeric(column) for column in zip(*words[named:], strict=True))
    widest, least = [], []
    for column, is_number in zip(zip(*drawn, strict=True), numeric, strict=True):
        whole = column[named:] if is_number else ()
        parts = [word for cell in column for word in cell.split(" ")]
        widest.append(max(measure(cell) for cell in column))
        least.append(min(_LONG_WORD, max(measure(text) for text in (*parts, *whole))))
    return Columns(drawn[0] if named else (), numeric, tuple(widest), tuple(least))


def _filled(rows: Sequence[Sequence[str]], count: int) -> list[tuple[str, ...]]:
    looked_at = rows if len(rows) <= 2 * _LOOKED_AT else (*rows[:_LOOKED_AT], *rows[-_LOOKED_AT:])
    return [(*row, *[""] * (count - len(row))) for row in looked_at]


def fit(columns: Columns, room: int) -> Grid | None:
    """The columns in `room` cells; None where that is too few for their words, or makes rows too tall."""
    for between, crossing in ((" │ ", "─┼─"), ("│", "┼")):
        left = room - len(between) * (len(columns.widest) - 1)
        if sum(columns.least) <= left:
            sizes = _sizes(columns, left)
            pairs = zip(columns.widest, sizes, strict=True)
            is_tall = any(widest > _MOST_LINES * size for widest, size in pairs)
            return None if is_tall else Grid(sizes, between, crossing, sizes != columns.widest)
    return None


def _sizes(columns: Columns, room: int) -> tuple[int, ...]:
    """Narrow columns get what they need, and wide ones share the rest evenly."""
    low, high = 0, room
    while low < high:
        level = (low + high + 1) // 2
        if sum(_shares(columns, level)) <= room:
            low = level
        else:
            high = level - 1
    shares = _shares(columns, low)
    spare = room - sum(shares)
    for index, widest in enumerate(columns.widest):
        if spare and shares[index] < widest:
            shares[index] += 1
            spare -= 1
    return tuple(shares)


def _shares(columns: Columns, level: int) -> list[int]:
    return [
        min(widest, max(least, level)) for widest, least in zip(columns.widest, columns.least, strict=True)
    ]


def _is_head(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a row of words stands above columns of numbers; a year above other numbers is a word."""
    numeric = [_is_numeric(column) for column in zip(*body, strict=True)]
    if not any(numeric):
        return False
    for index, cell in enumerate(first):
        is_year = _YEAR.fullmatch(cell) and not all(_YEAR.fullmatch(row[index]) for row in body)
        if (_NUMBER.fullmatch(cell) and not is_year) or (numeric[index] and not cell and index):
            return False
    return any(cell for cell, is_number in zip(first, numeric, strict=True) if is_number)


def _is_numeric(column: Sequence[str]) -> bool:
    """Whether some cell is a number, and every other one too or as good as empty."""
    told = [cell for cell in column if cell.lower() not in _NOTHING]
    return bool(told) and all(_NUMBER.fullmatch(cell) for cell in told)

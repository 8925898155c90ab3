"""Cuts what was typed into the pieces of the grammar: words, phrases, brackets, operators, fields.

Which pieces belong together, and what they mean, is for `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from kvtui.library.query.dates import spaced_date
from kvtui.library.query.fields import DateBound, Field, field_named
from kvtui.library.query.tree import FilterField, TextPlace

LONGEST_TEXT: Final = 20_000
"""Characters that are read; a reader types a line, but may paste a book."""
USUAL_DISTANCE: Final = 10
"""Other words that NEAR without a number allows."""

_CLOSING: Final = {'"': '"”', "„": '”“"', "“": '”“"', "”": '”"', "«": "»", "»": "«"}
_QUOTES: Final = '"„“”«»'
_SPACE: Final = re.compile(r"\s+")
_CHUNK: Final = re.compile(rf"[^\s()|{_QUOTES}]+")
_BARE_VALUE: Final = re.compile(rf"[^\s()|,{_QUOTES}]+")
_SIGN: Final = re.compile(r"[<>=≤≥]+\s*")
_FIELD: Final = re.compile(r"([^\W\d_]+):")
_NEAR: Final = re.compile(r"(?:NEAR|NABIJ)(?:/(?P<distance>\d{1,4}))?")
_SLOP: Final = re.compile(r"~(?P<distance>\d{1,4})(?![\w.,:])", re.ASCII)
_SPACED_CASE: Final = re.compile(r"\d{4}[Zz]\s+\d{5}(?!\w)", re.ASCII)
_BETWEEN_VALUES: Final = re.compile(r"\s+(?:OR|OF)\s+|[|,;]")
_DATES: Final = (FilterField.DATE, FilterField.SESSION, *DateBound)


class Sort(Enum):
    """What a piece is."""

    CHUNK = auto()
    """Characters without spaces."""
    PHRASE = auto()
    """What is between quotes."""
    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    NEAR = auto()
    PLACE = auto()
    """`vraag:`, for what comes next."""
    FILTER = auto()
    """`lid:Omtzigt`, with its values."""
    STRAY = auto()
    """A quote that is never closed."""


_OPERATORS: Final = {
    "OR": Sort.OR,
    "OF": Sort.OR,
    "AND": Sort.AND,
    "EN": Sort.AND,
    "NOT": Sort.NOT,
    "NIET": Sort.NOT,
}
_BRACKETS: Final = {"(": Sort.OPEN, ")": Sort.CLOSE, "|": Sort.OR}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece and where it was typed."""

    sort: Sort
    start: int
    end: int
    text: str
    """As typed; of a phrase what is between the quotes."""
    distance: int | None = None
    """Of NEAR, and of a phrase with `~5` behind it."""
    field: Field | None = None
    values: tuple[str, ...] = ()
    is_negated: bool = False
    """Whether the values have a `-` before them: `lid:-Omtzigt`."""


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of a text, in order; every character that is no white space is in one of them."""
    end = min(len(text), LONGEST_TEXT)
    place = 0
    while place < end:
        if space := _SPACE.match(text, place, end):
            place = space.end()
            continue
        piece = _piece(text, place, end)
        yield piece
        place = piece.end


def _piece(text: str, start: int, end: int) -> Piece:
    first = text[start]
    if first in _BRACKETS:
        return Piece(_BRACKETS[first], start, start + 1, first)
    if first in _QUOTES:
        return _phrase(text, start, end)
    if first == "-" and _may_negate(text, start, end):
        return Piece(Sort.NOT, start, start + 1, "-")
    chunk = _CHUNK.match(text, start, end)
    assert chunk is not None  # everything else has been taken above
    field = _FIELD.match(text, start, end)
    if field and (named := field_named(field[1])):
        return _field(text, field, named, end)
    if chunk[0] in _OPERATORS:
        return Piece(_OPERATORS[chunk[0]], start, chunk.end(), chunk[0])
    if near := _NEAR.fullmatch(chunk[0]):
        return Piece(Sort.NEAR, start, chunk.end(), chunk[0], distance=_distance(near))
    return Piece(Sort.CHUNK, start, chunk.end(), chunk[0])


def _phrase(text: str, start: int, end: int) -> Piece:
    close = _closing(text, start, end)
    if close is None:
        return Piece(Sort.STRAY, start, start + 1, text[start])
    inside = text[start + 1 : close]
    slop = _SLOP.match(text, close + 1, end)
    if slop:
        return Piece(Sort.PHRASE, start, slop.end(), inside, distance=_distance(slop))
    return Piece(Sort.PHRASE, start, close + 1, inside)


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the quote that opens at `start` is closed; None where it never is."""
    places = (text.find(quote, start + 1, end) for quote in _CLOSING[text[start]])
    return min((place for place in places if place >= 0), default=None)


def _may_negate(text: str, start: int, end: int) -> bool:
    """Whether a `-` stands before a word and behind none: that of "zee-" and "Van -" does not."""
    if start + 1 >= end or (start and not (text[start - 1].isspace() or text[start - 1] in "(:|")):
        return False
    follows = text[start + 1]
    return follows.isalnum() or follows == "(" or follows in _QUOTES


def _distance(found: re.Match[str]) -> int:
    return int(found["distance"]) if found["distance"] else USUAL_DISTANCE


def _field(text: str, name: re.Match[str], field: Field, end: int) -> Piece:
    """A field with its values, or the place before what is looked for there."""
    if isinstance(field, TextPlace):
        return Piece(Sort.PLACE, name.start(), name.end(), name[0], field=field)
    space = _SPACE.match(text, name.end(), end)
    place = space.end() if space else name.end()
    is_negated = text.startswith("-", place) and _may_negate(text, place, end)
    values, stop = _values(text, place + is_negated, end, field)
    if not values:
        stop = name.end()
    return Piece(
        Sort.FILTER,
        name.start(),
        stop,
        text[name.start() : stop],
        field=field,
        values=values,
        is_negated=is_negated and bool(values),
    )


def _values(text: str, start: int, end: int, field: Field) -> tuple[tuple[str, ...], int]:
    """The values with commas or bars between them, and where they end; none where none begins."""
    if text.startswith("(", start, end):
        return _bracketed_values(text, start, end)
    values: list[str] = []
    place = stop = start
    while place < end and (stop := _value_end(text, place, end, field)) > place:
        values.append(text[place:stop])
        if stop >= end or text[stop] not in ",|":
            break
        place = stop + 1
    if place == stop and values:  # a comma at the end is left out, a bar may be an operator
        stop = place if text[place - 1] == "," else place - 1
    return tuple(values), stop


def _value_end(text: str, start: int, end: int, field: Field) -> int:
    """Where one value ends; `start` where none begins."""
    sign = _SIGN.match(text, start, end)
    begin = sign.end() if sign else start
    if begin < end and text[begin] in _QUOTES:
        close = _closing(text, begin, end)
        return start if close is None else close + 1
    if field in _DATES and (stop := spaced_date(text, start)):
        return min(stop, end)
    if field is FilterField.CASE and (case := _SPACED_CASE.match(text, start, end)):
        return case.end()
    bare = _BARE_VALUE.match(text, begin, end)
    return bare.end() if bare else start


def _bracketed_values(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """`(VVD OR D66)`."""
    close = text.find(")", start, end)
    if close < 0:
        return (), start
    inside = _BETWEEN_VALUES.split(text[start + 1 : close])
    return tuple(value for value in inside if value.strip()), close + 1

"""A query as a tree: what must be found, and among which documents.

Values only: `reading` makes them from what was typed, `search` looks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias


class TextPlace(StrEnum):
    """The texts in which words can be looked for alone; the values are the Dutch field names."""

    QUESTION = "vraag"
    ANSWER = "antwoord"
    FOOTNOTE = "noot"
    SUBJECT = "onderwerp"


EXACTLY: Final = "="
"""Before a name that is no part of others: `lid:=Dijk` is not Van Dijk."""


class FilterField(StrEnum):
    """What documents and answers can be chosen by; the values are the Dutch field names."""

    MEMBER = "lid"
    """Names as typed, or a part of them; behind `EXACTLY` that very name."""
    PARTY = "partij"
    """Names as typed, with the other names of a party that is known."""
    ADDRESSED = "aan"
    """Codes of `ministries`; what was typed where that is none."""
    RESPONDENT = "van"
    """Names as typed; for the abbreviation of a ministry the portfolios printed behind names."""
    SESSION = "jaar"
    """`2023-2024`; empty for none. A calendar year is a `DATE`."""
    NUMBER = "nr"
    """Identifiers, or a bare `1059`."""
    CASE = "zaak"
    """`2024Z01234`."""
    DATE = "datum"
    """Bounds: days as 20240131."""
    DAYS = "dagen"
    """Bounds: days from the questions to the answer."""
    KIND = "soort"
    """Values of `DocumentKind`."""
    CITES = "verwijst"
    """Identifiers of publications."""
    JOINT = "gezamenlijk"
    """`ja` or `nee`: whether one answer is given to several questions."""
    UNANSWERED = "onbeantwoord"
    """`ja` or `nee`."""
    SHORT = "kort"
    """`ja` or `nee`: whether the answer has at most three words."""
    QUESTIONS = "vragen"
    """Bounds: number of questions in the document."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms, or as a part of a compound."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so: `veilig*`."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words as they are, one behind the other."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """These words in any of their forms and any order, with at most `distance` other words between them."""

    words: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Within:
    """The same looked for in one sort of text only."""

    place: TextPlace
    node: Node


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the document, or for `SHORT` and `JOINT` on the answer."""

    field: FilterField
    values: tuple[str, ...] = ()
    """Any of these: names as typed, codes of ministries, normalised identifiers, values of `DocumentKind`."""
    least: int | None = None
    """Lower bound, included: days, questions, or a date as 20240131."""
    most: int | None = None
    """Upper bound, included."""


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not match."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Word | Prefix | Phrase | Near | Within | Filter | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and how it was read."""

    text: str
    node: Node | None
    """None where nothing was asked."""
    unread: tuple[str, ...] = ()
    """Pieces that looked like grammar and were not understood; those with words are searched as these."""
    left_out: tuple[str, ...] = ()
    """Operators that end the text: what they are for may still be typed, and they are not searched."""
    is_cut: bool = False
    """Whether it was too long, so that only its beginning is searched."""

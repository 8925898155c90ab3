"""What a search gives: hits with excerpts, counts, facets, and what to try instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from kvtui.library.entries import Entry
from kvtui.library.query.tree import Query
from kvtui.model import TextPart


class SearchError(Exception):
    """The index cannot be searched; the message says why in a sentence."""


class DamagedError(SearchError):
    """The index or the catalogue cannot be used any more: the next who writes makes it anew."""


class Order(StrEnum):
    """In which order hits come; hits that hold only a compound of a word come behind the others in both."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


class Facet(StrEnum):
    """By what the hits are counted."""

    PARTY = "party"
    MEMBER = "member"
    MINISTRY = "ministry"
    SESSION = "session"
    KIND = "kind"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """First character and the one behind the last of each word that was found (code points of `text`)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a hit."""

    part: TextPart
    """The part that the excerpt is from."""
    number: int | None
    """The question to open at; None in what belongs to no question."""
    numbers: tuple[int, ...]
    """All questions of the pair."""
    excerpt: Excerpt


@dataclass(frozen=True)
class Hit:
    """A pair of questions and answer, or the header of a document."""

    file: int
    """Number of the file in the catalogue."""
    entry: Entry
    look_up: Callable[[], Shown]
    """Fetches its texts; may raise `SearchError`."""

    @cached_property
    def shown(self) -> Shown:
        """What is shown of it, fetched when it is first asked for. Raises `SearchError`."""
        return self.look_up()


@dataclass(frozen=True, slots=True)
class Documents:
    """How many different documents the hits are of."""

    count: int
    is_estimate: bool = False
    """Whether they were estimated, to a few in a hundred, because there are very many hits."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a query finds."""

    hits: int
    documents: Documents


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found."""

    query: Query
    total: int
    """All hits, as far as they are counted."""
    documents: Documents | None
    """The different documents among them; None where it takes time to count them."""
    hits: tuple[Hit, ...]
    suggestions: tuple[tuple[str, str], ...]
    """Words that occur nowhere, each with the nearest that does."""
    numbered: tuple[Entry, ...]
    """The documents that the query is the number of."""
    milliseconds: float
    unread: int = 0
    """Files of the library that are not read yet: what is found is not all while there are some."""
    has_forms: bool = True
    """Whether forms and compounds are known; else words were looked for as they are typed."""
    is_counted: bool = True
    """Whether that is the number of all hits: those with nothing but compounds take time to count."""
    has_compounds: bool = False
    """Whether some hits hold nothing but compounds; these come behind the others."""

    def fetch_shown(self, count: int) -> None:
        """Fetch what is shown of so many hits, the first, so that it is there. Raises `SearchError`."""
        for hit in self.hits[:count]:
            hit.shown  # noqa: B018 - it is kept


class Entries(Protocol):
    """What a search asks of the catalogue."""

    def entries(self, files: Sequence[int]) -> list[Entry]:
        """The rows of these files, in this order."""

    def numbered(self, names: Sequence[str]) -> list[Entry]:
        """The documents that have one of these numbers."""

    def count_unread(self) -> int:
        """How many files are not read yet."""

    def has_read(self) -> bool:
        """Whether a file was read: then there must be an index."""

"""A search as it stands: all that is needed to be exactly there again, and what was chosen in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.model import TextPart

if TYPE_CHECKING:
    from kvtui.library.query.tree import Query
    from kvtui.library.search.results import Facet, Hit, Results

Facets = Mapping["Facet", Sequence[tuple[str, int]]]


class Front(StrEnum):
    """What takes the keys."""

    QUERY = "query"
    RESULTS = "results"
    FACETS = "facets"


@dataclass(frozen=True, slots=True)
class SearchState:
    """A search that was left, or one to begin with."""

    text: str = ""
    """The query as typed."""
    is_newest_first: bool = True
    front: Front = Front.QUERY
    is_replaced: bool = False
    """Whether the first key typed in the query replaces it."""
    results: Results | None = None
    """The first of them; None where nothing was searched yet."""
    pages: Mapping[int, Sequence[Hit]] = field(default_factory=dict)
    """The hits that were fetched, by the number of their page."""
    facets: Facets = field(default_factory=dict)
    cursor: int = 0
    top: int = 0
    """The first row of the results that shows."""
    facet: int = 0
    facet_top: int = 0
    history: tuple[str, ...] = ()
    """Earlier queries, the latest last."""


def begun(text: str, state: SearchState) -> SearchState:
    """A search for a query that was made elsewhere, with its results in front."""
    return SearchState(text, state.is_newest_first, Front.RESULTS, history=state.history)


def taken_up(state: SearchState) -> SearchState:
    """An earlier search with its query in front: what is typed first replaces it."""
    return replace(state, front=Front.QUERY, is_replaced=True)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A place to open, and the query whose words are to be marked there."""

    entry: Entry
    part: TextPart
    """`HEADER` for the document as a whole."""
    number: int | None
    query: Query


@dataclass(frozen=True, slots=True)
class Searched:
    """How the search was left."""

    state: SearchState
    chosen: Chosen | None = None
    """None where it was only closed."""

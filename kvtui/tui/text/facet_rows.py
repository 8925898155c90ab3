"""The facets of a search as rows: under each heading its values with counts, and the filter that each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvtui.library.query.tree import All, FilterField, Node
from kvtui.library.query.values import NONE, filter_of
from kvtui.library.search.facetting import filter_for
from kvtui.library.search.results import Facet
from kvtui.tui.panes.count_list import CountRow

if TYPE_CHECKING:
    from kvtui.library.query.tree import Query
    from kvtui.tui.search_state import Facets

MOST = 12
"""Values shown of each facet."""

_HEADINGS = {
    Facet.PARTY: "Party",
    Facet.MEMBER: "Member",
    Facet.MINISTRY: "Ministry",
    Facet.SESSION: "Session year",
    Facet.KIND: "Kind",
    Facet.TIME: "Answered",
}
_WORDS = {
    (Facet.TIME, "<22"): "within 21 days",
    (Facet.TIME, "22-42"): "in 22–42 days",
    (Facet.TIME, ">42"): "in more than 42 days",
    (Facet.TIME, NONE): "not or unknown",
    (Facet.SESSION, NONE): "none",
}
"""Of the other values each is its own."""


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A row, and the filter that it stands for."""

    row: CountRow
    filter: tuple[FilterField, str] | None = None
    """None for a heading."""


def facet_rows(facets: Facets, query: Query | None) -> Sequence[FacetRow]:
    """The rows for the counts of a search; those by which the query filters already are ticked, and first."""
    rows: list[FacetRow] = []
    conditions = _conditions(query)
    for facet, heading in _HEADINGS.items():
        told = [_facet_row(facet, value, count, conditions) for value, count in facets.get(facet, ())]
        if told:
            rows.append(FacetRow(CountRow(heading, is_heading=True)))
        rows += sorted(told, key=lambda each: not each.row.is_taken)[:MOST]
    return rows


def _facet_row(facet: Facet, value: str, count: int, conditions: Sequence[Node]) -> FacetRow:
    field, typed = filter_for(facet, value)
    is_taken = filter_of(field, (typed,)) in conditions
    return FacetRow(CountRow(_WORDS.get((facet, value), value), count, is_taken=is_taken), (field, typed))


def _conditions(query: Query | None) -> Sequence[Node]:
    """What all that the query finds must meet."""
    node = query.node if query is not None else None
    return node.nodes if isinstance(node, All) else (node,) if node is not None else ()

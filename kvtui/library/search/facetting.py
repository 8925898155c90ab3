"""What was found, counted by party, member, ministry, session year, kind and answering time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kvtui.library.query.tree import EXACTLY, FilterField
from kvtui.library.query.values import NONE
from kvtui.library.search.compiling import Compiled
from kvtui.library.search.counting import count_all
from kvtui.library.search.results import Facet

FacetCounts = Mapping[Facet, tuple[tuple[str, int], ...]]

_FIELDS: Final[Mapping[Facet, str]] = {
    Facet.PARTY: "party_name",
    Facet.MEMBER: "member_name",
    Facet.MINISTRY: "ministry",
    Facet.SESSION: "session",
    Facet.KIND: "kind",
}
_FILTERS: Final[Mapping[Facet, FilterField]] = {
    Facet.PARTY: FilterField.PARTY,
    Facet.MEMBER: FilterField.MEMBER,
    Facet.MINISTRY: FilterField.ADDRESSED,
    Facet.SESSION: FilterField.SESSION,
    Facet.KIND: FilterField.KIND,
    Facet.TIME: FilterField.DAYS,
}
_TIMES: Final = (("<22", 0, 22), ("22-42", 22, 43), (">42", 43, None))
"""Three weeks are the term in which questions are to be answered; three more after a postponement."""
_MOST: Final = 200


def filter_for(facet: Facet, value: str) -> tuple[FilterField, str]:
    """The field and value of the condition that keeps what was counted: for `with_filter`."""
    return _FILTERS[facet], f"{EXACTLY}{value}" if facet is Facet.MEMBER else value


def count_facets(compiled: Compiled) -> FacetCounts:
    """The values of each facet with their number of hits, the most frequent first; sessions newest first.

    `NONE` is what has no session year; and what has no answer, or lacks a date.
    """
    asked: dict[str, object] = {
        facet: {"terms": {"field": field, "size": _MOST, "segment_size": 10 * _MOST}}
        for facet, field in _FIELDS.items()
    }
    ranges = [
        {"key": key, "from": least, **({} if below is None else {"to": below})}
        for key, least, below in _TIMES
    ]
    asked[Facet.TIME] = {"range": {"field": "days", "ranges": ranges}}
    found = compiled.view.searcher.aggregate(compiled.everything, asked)
    counts = {facet: tuple(_counts(found[facet])) for facet in _FIELDS}
    sessions = sorted(counts[Facet.SESSION], reverse=True)
    counts[Facet.SESSION] = tuple((session or NONE, count) for session, count in sessions)
    times = dict(_counts(found[Facet.TIME]))
    known = [(key, times[key]) for key, _, _ in _TIMES if times.get(key)]
    without = count_all(compiled) - sum(count for _, count in known)
    counts[Facet.TIME] = (*known, *([(NONE, without)] if without else []))
    return counts


def _counts(found: Mapping[str, Sequence[Mapping[str, object]]]) -> Iterator[tuple[str, int]]:
    """Keys and counts of the buckets."""
    return ((str(b["key"]), int(str(b["doc_count"]))) for b in found["buckets"])

"""How many hits a query has, and of how many documents they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kvtui.library.search.compiling import Compiled
from kvtui.library.search.speaking import Scope

if TYPE_CHECKING:
    import tantivy

_MOST_COUNTED: Final = 5000
"""Hits of which the different documents are counted one by one."""

_COUNTS: Final = {
    "hits": {"value_count": {"field": "file"}},
    "documents": {"cardinality": {"field": "file"}},
}


def total_of(found: tantivy.SearchResult) -> int:
    """All hits of a search, whatever its limit was."""
    count: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's own stub
    return count


def count_all(searcher: tantivy.Searcher, compiled: Compiled, least: int) -> tuple[int, int, bool]:
    """All hits, the different documents among them, and whether the documents are an estimate.

    Few are counted, many estimated by tantivy (HyperLogLog, wrong by a few in a hundred). `least` is how
    many hits there are at least: with many, one pass over them does for both.
    """
    query = compiled.everything
    if compiled.scope is Scope.DOCUMENTS:
        total = total_of(searcher.search(query, 1, order_by_field="file"))
        return total, total, False
    if least <= _MOST_COUNTED:
        found = searcher.search(query, _MOST_COUNTED, order_by_field="file")
        total = total_of(found)
        if total <= _MOST_COUNTED:
            return total, len({file for file, _ in found.hits}), False
    counted = searcher.aggregate(query, _COUNTS)
    total = round(counted["hits"]["value"])
    return total, min(total, round(counted["documents"]["value"])), True

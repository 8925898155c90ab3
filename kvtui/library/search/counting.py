"""How many hits a query has, and of how many documents they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kvtui.library.search.compiling import Compiled
from kvtui.library.search.results import Documents
from kvtui.library.search.speaking import Scope

if TYPE_CHECKING:
    import tantivy

_MOST_COUNTED: Final = 5000
"""Hits of which the different documents are counted one by one."""


def total_of(found: tantivy.SearchResult) -> int:
    """All hits of a search, whatever its limit was."""
    count: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's own stub
    return count


def count_all(compiled: Compiled) -> int:
    """All hits; counted once."""
    if compiled.total is None:
        # by a field: without an order every hit would be weighed
        found = compiled.view.searcher.search(compiled.everything, 1, order_by_field="file")
        compiled.total = total_of(found)
    return compiled.total


def count_documents(compiled: Compiled) -> Documents:
    """The different documents among the hits: few are counted, many estimated by tantivy (HyperLogLog)."""
    total = count_all(compiled)
    if compiled.scope is Scope.DOCUMENTS:
        return Documents(total)
    searcher = compiled.view.searcher
    if total <= _MOST_COUNTED:
        found = searcher.search(compiled.everything, max(total, 1), order_by_field="file")
        return Documents(len({file for file, _ in found.hits}))
    return Documents(min(total, round(searcher.cardinality(compiled.everything, "file"))), is_estimate=True)

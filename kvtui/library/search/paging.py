"""All hits of a query, asked for page by page while somebody takes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kvtui.library.query.tree import Query
from kvtui.library.search.results import Hit, Order, Results
from kvtui.library.search.searching import Searcher

PAGE: Final = 1000
"""Hits that are asked for at once."""


def first_page(searcher: Searcher, query: Query, order: Order, limit: int | None) -> Results:
    """The first hits of at most so many. Raises `SearchError`."""
    return searcher.search(query, order, 0, PAGE if limit is None else min(PAGE, limit))


def all_hits(searcher: Searcher, first: Results, order: Order, limit: int | None) -> Iterator[Hit]:
    """The hits of the first page and of those behind it, up to the limit. Raises `SearchError`."""
    yield from first.hits
    results, place = first, PAGE
    while (limit is None or place < limit) and not (results.is_counted and place >= results.total):
        size = PAGE if limit is None else min(PAGE, limit - place)
        results = searcher.search(first.query, order, place, size)
        yield from results.hits
        place += size

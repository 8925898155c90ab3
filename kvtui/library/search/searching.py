"""Looks for queries in the index of a library, which may be written at the same time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.library.catalogue import CatalogueError
from kvtui.library.entries import Entry
from kvtui.library.index.opening import TextIndexError, meta_file, open_index, tantivy_errors
from kvtui.library.index.vocabulary import Vocabulary, vocabulary_file
from kvtui.library.query.numbers import identifiers_of
from kvtui.library.query.tree import Query
from kvtui.library.search.compiling import Compiled, compile_query, without
from kvtui.library.search.counting import count_all, total_of
from kvtui.library.search.excerpting import best_excerpt
from kvtui.library.search.expanding import Expander
from kvtui.library.search.facetting import FacetCounts, count_facets
from kvtui.library.search.filtering import View
from kvtui.library.search.marking import Marker, marker_of
from kvtui.library.search.passages import numbers_of, passages_of
from kvtui.library.search.results import Entries, Hit, Order, Results, SearchError
from kvtui.library.search.suggesting import suggestions

if TYPE_CHECKING:
    import tantivy


class Searcher:
    """Searches one library; for one thread at a time."""

    def __init__(self, folder: Path, catalogue: Entries) -> None:
        """Opens nothing yet."""
        self._folder = folder
        self._catalogue = catalogue
        self._index_stamp: object = None
        self._words_stamp: object = None
        self._view: View | None = None
        self._expander: Expander | None = None

    def search(self, query: Query, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Results:
        """One page of what matches. Raises `SearchError` where the index cannot be searched."""
        begun = time.perf_counter()
        with _search_errors():
            view, expander = self._opened()
            compiled = compile_query(query.node, view, expander) if query.node else None
            numbered = tuple(self._catalogue.numbered(identifiers_of(query.text)))
            if compiled is None or query.node is None:
                return Results(query, 0, 0, False, (), (), numbered, _milliseconds(begun))
            least, addresses = _page(view.searcher, compiled, order, offset, limit)
            total, documents, is_estimate = count_all(view.searcher, compiled, least)
            hits = self._hits(view.searcher, addresses, marker_of(query.node, expander))
            nearest = suggestions(query.node, view, expander.vocabulary)
        return Results(query, total, documents, is_estimate, hits, nearest, numbered, _milliseconds(begun))

    def facets(self, query: Query) -> FacetCounts:
        """What matches, counted. Raises `SearchError`."""
        with _search_errors():
            view, expander = self._opened()
            compiled = compile_query(query.node, view, expander) if query.node else None
            return count_facets(view.searcher, compiled.everything) if compiled else {}

    def marker(self, query: Query) -> Marker:
        """Finds in any text the words that the query looks for. Raises `SearchError`."""
        with _search_errors():
            return marker_of(query.node, self._opened()[1])

    def _hits(
        self, searcher: tantivy.Searcher, addresses: Sequence[tantivy.DocAddress], marker: Marker
    ) -> tuple[Hit, ...]:
        """What is shown of the records; those of which the catalogue has let go are left out."""
        files = [int(file or 0) for file in searcher.fast_field_values("file", list(addresses))]
        entries = {entry.file: entry for entry in self._catalogue.entries(list(dict.fromkeys(files)))}
        return tuple(
            _hit(searcher.doc(address), file, entry, marker)
            for address, file in zip(addresses, files, strict=True)
            if (entry := entries.get(file))
        )

    def _opened(self) -> tuple[View, Expander]:
        """The index as it was committed last, and the words beside it.

        An index that is being made anew is not there for a moment: then the one of before serves.
        """
        stamp = _stamp(meta_file(self._folder))
        if self._view is None or (stamp and stamp != self._index_stamp):
            try:
                index = open_index(self._folder)
                self._view = View(index.schema, index.searcher())
                self._index_stamp = stamp
            except TextIndexError:
                if self._view is None:
                    raise
        words = _stamp(vocabulary_file(self._folder))
        if self._expander is None or (words and words != self._words_stamp):
            self._expander = Expander(Vocabulary(self._folder))
            self._words_stamp = words
        return self._view, self._expander


def open_searcher(folder: Path, catalogue: Entries) -> Searcher:
    """The searcher of a library's folder; there need not be an index in it yet."""
    return Searcher(folder, catalogue)


def _page(
    searcher: tantivy.Searcher, compiled: Compiled, order: Order, offset: int, limit: int
) -> tuple[int, list[tantivy.DocAddress]]:
    """How many hits hold the words themselves, and one page: those before compounds, newest or best first."""
    by = "recency" if order is Order.NEWEST else None
    found = searcher.search(compiled.first, limit, offset=offset, order_by_field=by)
    page = [address for _, address in found.hits]
    if len(page) < limit and compiled.has_more:
        behind = without(compiled.everything, compiled.first)
        skipped = max(0, offset - total_of(found))
        more = searcher.search(behind, limit - len(page), offset=skipped, order_by_field=by)
        page += [address for _, address in more.hits]
    return total_of(found), page


def _hit(stored: tantivy.Document, file: int, entry: Entry, marker: Marker) -> Hit:
    passage, excerpt = best_excerpt(passages_of(stored), marker)
    return Hit(file, entry, passage.part, passage.number, numbers_of(stored), excerpt)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Changes with every replacement of the file; None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _milliseconds(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _search_errors() -> Iterator[None]:
    """Whatever goes wrong in the index or the catalogue becomes a `SearchError`."""
    try:
        with tantivy_errors(TextIndexError, "the index cannot be searched"):
            yield
    except (TextIndexError, CatalogueError) as error:
        raise SearchError(str(error)) from error

"""Looks for queries in the index of a library, which may be written at the same time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kvtui.library.catalogue import CatalogueError
from kvtui.library.index.opening import (
    DamagedIndexError,
    MissingIndexError,
    OtherVersionError,
    TextIndexError,
    is_damage,
    mark_damaged,
    meta_file,
    open_index,
    tantivy_errors,
)
from kvtui.library.index.vocabulary import Vocabulary, vocabulary_file
from kvtui.library.query.numbers import identifiers_of
from kvtui.library.query.tree import Node, Query
from kvtui.library.query.words import folded_words
from kvtui.library.search.compiling import Compiled
from kvtui.library.search.counting import count_all, count_documents, total_of
from kvtui.library.search.excerpting import best_excerpt
from kvtui.library.search.expanding import Expander
from kvtui.library.search.facetting import FacetCounts, count_facets
from kvtui.library.search.filtering import View
from kvtui.library.search.marking import Marker, marker_of
from kvtui.library.search.passages import numbers_of, passages_of
from kvtui.library.search.results import (
    Counts,
    DamagedError,
    Documents,
    Entries,
    Hit,
    Order,
    Results,
    SearchError,
    Shown,
)
from kvtui.library.search.suggesting import suggestions

if TYPE_CHECKING:
    import tantivy


_FEW: Final = 200
"""Hits of which the documents are counted at once: that takes no time."""
_NONE: Final = Counts(0, Documents(0))
_MOST_KEPT: Final = 16
"""Queries of which is kept what was made for them: for the next page and the counts."""


class Searcher:
    """Searches one library; for any thread."""

    def __init__(self, folder: Path, catalogue: Entries) -> None:
        """Opens nothing yet."""
        self._folder = folder
        self._catalogue = catalogue
        self._index_stamp: object = None
        self._words_stamp: object = None
        self._view: View | None = None
        self._expander: Expander | None = None
        self._compiled: dict[Node, Compiled] = {}
        self._lock = threading.Lock()

    def search(self, query: Query, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Results:
        """One page of what matches. Raises `SearchError` where the index cannot be searched."""
        begun = time.perf_counter()
        with self._errors():
            unread = self._catalogue.count_unread()  # first: it is lowered when the index has the texts
            identifiers = identifiers_of(query.text)
            query = _of_words(query)
            compiled, expander = self._prepared(query.node)
            numbered = tuple(self._catalogue.numbered(identifiers))
            has_forms = expander.vocabulary.commit is not None
            results = partial(Results, query, numbered=numbered, unread=unread, has_forms=has_forms)
            if compiled is None or query.node is None:
                return results(0, Documents(0), (), (), milliseconds=_milliseconds(begun))
            addresses, whole = _page(compiled, order, offset, limit)
            hits = self._hits(compiled.view.searcher, addresses, marker_of(query.node, expander))
            nearest = suggestions(query, compiled.view, expander)
            total = whole if compiled.total is None else compiled.total
            is_counted = compiled.total is not None
            return results(
                total,
                count_documents(compiled) if is_counted and total <= _FEW else None,
                hits,
                nearest,
                milliseconds=_milliseconds(begun),
                is_counted=is_counted,
                has_compounds=not is_counted or total > whole,
            )

    def count(self, query: Query) -> Counts:
        """How many hits there are, and of how many documents. Raises `SearchError`."""
        with self._errors():
            compiled, _ = self._prepared(_of_words(query).node)
            return Counts(count_all(compiled), count_documents(compiled)) if compiled else _NONE

    def facets(self, query: Query) -> FacetCounts:
        """What matches, counted. Raises `SearchError`."""
        with self._errors():
            compiled, _ = self._prepared(_of_words(query).node)
            return count_facets(compiled) if compiled else {}

    def knows(self, word: str) -> bool:
        """Whether a word occurs in one of its forms; yes where that is not known. Raises `SearchError`."""
        with self._errors():
            vocabulary = self._prepared(None)[1].vocabulary
            return vocabulary.commit is None or any(map(vocabulary.knows, folded_words(word)))

    def marker(self, query: Query) -> Marker:
        """Finds in any text the words that the query looks for. Raises `SearchError`."""
        with self._errors():
            return marker_of(_of_words(query).node, self._prepared(None)[1])

    def _hits(
        self, searcher: tantivy.Searcher, addresses: Sequence[tantivy.DocAddress], marker: Marker
    ) -> tuple[Hit, ...]:
        """What was found of the records; those of which the catalogue has let go are left out."""
        files = [int(file or 0) for file in searcher.fast_field_values("file", list(addresses))]
        entries = {entry.file: entry for entry in self._catalogue.entries(list(dict.fromkeys(files)))}
        return tuple(
            Hit(file, entry, partial(self._shown, searcher, address, marker))
            for address, file in zip(addresses, files, strict=True)
            if (entry := entries.get(file))
        )

    def _shown(self, searcher: tantivy.Searcher, address: tantivy.DocAddress, marker: Marker) -> Shown:
        with self._errors():
            stored = searcher.doc(address)
            passage, excerpt = best_excerpt(passages_of(stored), marker)
            return Shown(passage.part, passage.number, numbers_of(stored), excerpt)

    def _prepared(self, node: Node | None) -> tuple[Compiled | None, Expander]:
        """The query of the index as it is now, made once; None where it asks nothing."""
        with self._lock:
            view, expander = self._opened()
            if node is None:
                return None, expander
            compiled = self._compiled.get(node)
            if compiled is None:
                if len(self._compiled) >= _MOST_KEPT:
                    del self._compiled[next(iter(self._compiled))]
                compiled = self._compiled[node] = Compiled(node, view, expander)
            return (None if compiled.asks_nothing else compiled), expander

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Whatever goes wrong in the index or the catalogue becomes a `SearchError`.

        An index that turns out to be damaged is marked, so that whoever writes next makes it anew.
        """
        try:
            with tantivy_errors(TextIndexError, "the index cannot be searched"):
                yield
        except TextIndexError as error:
            if is_damage(error.__cause__):
                mark_damaged(self._folder)
                raise DamagedError("the index is damaged") from error
            is_to_be_made_anew = isinstance(error, (DamagedIndexError, OtherVersionError))
            raise (DamagedError if is_to_be_made_anew else SearchError)(str(error)) from error
        except CatalogueError as error:
            raise DamagedError(str(error)) from error

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
                self._compiled.clear()
            except TextIndexError as error:
                if self._view is None:
                    if isinstance(error, MissingIndexError) and self._catalogue.has_read():
                        raise DamagedIndexError("the index is gone") from error
                    raise
        words = _stamp(vocabulary_file(self._folder))
        if self._expander is None or (words and words != self._words_stamp):
            self._expander = Expander(Vocabulary(self._folder))
            self._words_stamp = words
            self._compiled.clear()
        return self._view, self._expander


def open_searcher(folder: Path, catalogue: Entries) -> Searcher:
    """The searcher of a library's folder; there need not be an index in it yet."""
    return Searcher(folder, catalogue)


def _of_words(query: Query) -> Query:
    """The query without words where it is an identifier or an address: their pieces are no words.

    A bare number may be both.
    """
    identifiers = identifiers_of(query.text)
    if not identifiers or identifiers[0].isdigit():
        return query
    return replace(query, node=None, unread=())


def _page(compiled: Compiled, order: Order, offset: int, limit: int) -> tuple[list[tantivy.DocAddress], int]:
    """One page: what holds the words themselves before compounds, newest or best first.

    Also how many hits hold the words themselves, on all pages.
    """
    ranks = order is Order.RELEVANCE
    search = partial(compiled.view.searcher.search, order_by_field=None if ranks else "recency")
    found = search(compiled.first(ranks=ranks), limit, offset=offset)
    page = [address for _, address in found.hits]
    total = total_of(found)
    if compiled.has_more and len(page) < limit:
        skipped = max(0, offset - total)
        more = search(compiled.behind(ranks=ranks), limit - len(page), offset=skipped)
        page += [address for _, address in more.hits]
        compiled.total = total + total_of(more)
    elif not compiled.has_more:
        compiled.total = total
    return page, total


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Changes with every replacement of the file; None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _milliseconds(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000

"""Writes the records of files into the index, under tantivy's own lock.

A kill at any moment leaves what was committed last; the lock dies with the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kvtui.library.index.opening import (
    MissingIndexError,
    TextIndexError,
    create_index,
    open_index,
    tantivy_errors,
)

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter

_HEAP: Final = 192 * 1024 * 1024
"""Bytes of memory that tantivy fills before it writes a segment."""
_MOST_THREADS: Final = 4
_READERS: Final = 4
"""Processes that read, for each thread that writes: it is faster than several, and makes fewer segments."""


class TextWriter:
    """The one writer of an index. Everything raises `TextIndexError` when the disk does not take it."""

    def __init__(self, index: Index) -> None:
        """Takes the lock."""
        threads = max(1, min(_MOST_THREADS, (os.cpu_count() or 1) // _READERS))
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer: IndexWriter = index.writer(_HEAP, threads)
        self._schema = index.schema

    def replace(self, file: int, documents: Iterable[str]) -> None:
        """Puts in the documents of a file, as `documents_of` makes them, instead of those that it had."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._delete(file)
            for document in documents:
                self._writer.add_json(document)

    def remove(self, files: Iterable[int]) -> None:
        """Takes out the records of these files."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            for file in files:
                self._delete(file)

    def _delete(self, file: int) -> None:
        from tantivy import Query

        # by a query: the number in delete_documents_by_term is taken for a signed one, and nothing goes
        self._writer.delete_documents_by_query(Query.term_query(self._schema, "file", file, "basic"))

    def commit(self) -> None:
        """Makes everything so far last, and lets readers see it."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer.commit()

    def close(self) -> None:
        """Drops what was not committed, waits until segments are merged, and gives the lock back."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer.rollback()
            self._writer.wait_merging_threads()


def open_writer(folder: Path) -> TextWriter:
    """The writer of a library's index, which is made where there is none.

    Raises `OtherVersionError` or `DamagedIndexError`: then `discard_index` and open again; the plain
    `TextIndexError` where another process writes or the disk refuses.
    """
    try:
        index = open_index(folder)
    except MissingIndexError:
        index = create_index(folder)
    return TextWriter(index)

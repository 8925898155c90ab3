"""The catalogue and the index written together, so that a kill at any moment leaves nothing to mend by hand.

A file is noted as unread and committed before anything of it goes into the index; the index is committed
before the catalogue says that the file was read; records are taken out of the index only when the
catalogue has committed that they don't belong there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kvtui.library.catalogue.writing import CatalogueWriter
from kvtui.library.index.writing import TextWriter, open_writer
from kvtui.library.indexing.packing import Packed


class Stores:
    """Both stores of a library, for whoever holds its lock. Raises `CatalogueError` and `TextIndexError`."""

    def __init__(self, folder: Path, catalogue: CatalogueWriter) -> None:
        """The index is opened when there is something to write."""
        self._folder = folder
        self.catalogue = catalogue
        self._opened: TextWriter | None = None
        self._removable: set[int] = set()

    @property
    def _texts(self) -> TextWriter:
        if self._opened is None:
            self._opened = open_writer(self._folder)
        return self._opened

    def note_leftovers(self) -> None:
        """Has the next commit take out of the index what doesn't belong there by what is committed now."""
        self._removable = set(self.catalogue.leftovers())

    def put(self, file: int, packed: Packed) -> bool:
        """What was read of a file; gives whether it went into the index."""
        is_listed = self.catalogue.put(file, packed.rows)
        if is_listed:
            self._texts.replace(file, packed.documents)
        return is_listed

    def commit(self) -> None:
        """Makes everything so far last, in both."""
        leftovers = set(self.catalogue.leftovers())
        removed = leftovers & self._removable
        if removed:
            self._texts.remove(removed)
        if self._opened is not None:
            self._opened.commit()
        self.catalogue.settle_leftovers(removed)
        self.catalogue.commit()
        self._removable = leftovers - removed

    def settle(self) -> None:
        """Commits until the index holds nothing that doesn't belong there."""
        while self._removable:
            self.commit()

    def close(self) -> None:
        """Drops what was not committed, and lets the index tidy up."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


@contextmanager
def open_stores(folder: Path, catalogue: CatalogueWriter) -> Iterator[Stores]:
    """Both stores; what is not committed in the end is dropped."""
    stores = Stores(folder, catalogue)
    try:
        yield stores
    finally:
        stores.close()

"""Takes out of a library what lies under none of its roots, without looking at the disks."""

from __future__ import annotations

import os
from collections.abc import Callable

from kvtui.library.catalogue.opening import CatalogueError, MissingCatalogueError, UnusableCatalogueError
from kvtui.library.catalogue.writing import open_to_write
from kvtui.library.collection import Collection
from kvtui.library.index.opening import (
    DamagedIndexError,
    MissingIndexError,
    OtherVersionError,
    TextIndexError,
    check_index,
)
from kvtui.library.indexing.applying import drop_outside
from kvtui.library.indexing.locking import locked
from kvtui.library.indexing.progress import IndexingError, Report
from kvtui.library.indexing.stores import open_stores


def drop_former_roots(collection: Collection, report: Report, stop: Callable[[], bool]) -> int:
    """Takes out the documents of roots that are none of the collection's any more; gives the number of files.

    The files themselves stay where they are. Where the index cannot be used the next refresh makes it anew,
    without them. Raises `IndexingError`.
    """
    with locked(collection.folder, report, stop) as is_ours:
        if not is_ours:
            return 0
        try:
            with open_to_write(collection.folder) as catalogue:
                gone = drop_outside(catalogue, [os.fsencode(root) for root in collection.roots])
                catalogue.commit()
                try:
                    check_index(collection.folder)
                except (MissingIndexError, OtherVersionError, DamagedIndexError):
                    return gone
                with open_stores(collection.folder, catalogue) as stores:
                    stores.note_leftovers()
                    stores.settle()
                return gone
        except (MissingCatalogueError, UnusableCatalogueError):
            return 0  # the next refresh makes it anew
        except (CatalogueError, TextIndexError) as error:
            raise IndexingError(str(error)) from error

"""Opens the library that a command asks: the main one as it is, or that of some folders, read anew first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from kvtui.cli import messages
from kvtui.library.catalogue import Catalogue, CatalogueError, open_catalogue
from kvtui.library.catalogue.opening import MissingCatalogueError
from kvtui.library.collection import Collection, collection_of, discard_temporary, main_collection
from kvtui.userdata.paths import cache_dir

_NOTHING_THERE = "no documents there"
_EMPTY = "the library has no documents yet: kvtui add FOLDER puts those of a folder in"


class LibraryError(Exception):
    """The library cannot be used; the message says why and what to do."""


@contextmanager
def opened_library(paths: Sequence[Path]) -> Iterator[tuple[Collection, Catalogue]]:
    """The main library; where paths are given that of these, as they are now. Raises `LibraryError`."""
    collection = collection_of(paths, cache_dir()) if paths else main_collection((), cache_dir())
    try:
        if paths:
            _read_anew(collection)
        with closing(_open(collection, _NOTHING_THERE if paths else _EMPTY)) as catalogue:
            yield collection, catalogue
    finally:
        discard_temporary(collection)


def _open(collection: Collection, empty: str) -> Catalogue:
    try:
        catalogue = open_catalogue(collection.folder)
    except MissingCatalogueError as error:
        raise LibraryError(empty) from error
    except CatalogueError as error:
        raise LibraryError(f"{error}; kvtui refresh makes it anew") from error
    if not catalogue.count():
        catalogue.close()
        raise LibraryError(empty)
    return catalogue


def _read_anew(collection: Collection) -> None:
    from kvtui.cli.indexing import reporting
    from kvtui.library.indexing.progress import IndexingError
    from kvtui.library.indexing.refreshing import refresh

    if collection.notice:
        messages.say(collection.notice)
    missing = next((path for path in collection.roots if not path.exists()), None)
    if missing is not None:
        raise LibraryError(f"{missing}: there is no such file or folder")
    try:
        with reporting() as report:
            refresh(collection, report)
    except IndexingError as error:
        raise LibraryError(str(error)) from error

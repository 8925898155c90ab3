"""Opens the library that a command asks: the main one as it is, or that of some folders, read anew first.

Where the cache cannot be written a library is made in memory for the command, and that is said.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from kvtui.cli import messages
from kvtui.cli.library_roots import library_roots
from kvtui.library.catalogue import Catalogue, CatalogueError, open_catalogue
from kvtui.library.catalogue.opening import MissingCatalogueError
from kvtui.library.collection import (
    Collection,
    collection_of,
    discard_temporary,
    main_collection,
    main_folder,
)
from kvtui.userdata.paths import cache_dir
from kvtui.userdata.roots import RootsError

_NOTHING_THERE = "no documents there"
_EMPTY = "the library has no documents yet: kvtui add FOLDER puts those of a folder in"


class LibraryError(Exception):
    """The library cannot be used; the message says why and what to do."""


@contextmanager
def opened_library(paths: Sequence[Path]) -> Iterator[tuple[Collection, Catalogue]]:
    """The main library; where paths are given that of these, as they are now. Raises `LibraryError`."""
    with (
        _collection_of(paths) if paths else usable_main_collection() as collection,
        closing(_open(collection, bool(paths))) as catalogue,
    ):
        yield collection, catalogue


@contextmanager
def usable_main_collection() -> Iterator[Collection]:
    """The main library as it is, without its roots; in memory and as it should be where it cannot be kept.

    Raises `LibraryError`.
    """
    collection = main_collection((), cache_dir())
    try:
        if collection.notice:
            _make_in_memory(collection)
        yield collection
    finally:
        discard_temporary(collection)


def make_anew(collection: Collection) -> None:
    """Refreshes the main library, with its progress: what is damaged is made anew. Raises `LibraryError`."""
    roots = _certain_roots()
    if not roots:  # it would be emptied
        raise LibraryError(_EMPTY)
    _read_anew(replace(collection, roots=roots))


@contextmanager
def _collection_of(paths: Sequence[Path]) -> Iterator[Collection]:
    collection = collection_of(paths, cache_dir())
    try:
        if collection.notice:
            messages.say(collection.notice)
        missing = next((path for path in collection.roots if not path.exists()), None)
        if missing is not None:
            raise LibraryError(f"{missing}: there is no such file or folder")
        _read_anew(collection)
        yield collection
    finally:
        discard_temporary(collection)


def _make_in_memory(collection: Collection) -> None:
    """Fills the temporary folder of the main library: with what the cache has of it, brought up to date."""
    roots = _certain_roots()
    messages.say(collection.notice)
    _copy(main_folder(cache_dir()), collection.folder)
    if roots:
        _read_anew(replace(collection, roots=roots))


def _certain_roots() -> tuple[Path, ...]:
    """The roots of the main library. Raises `LibraryError`."""
    try:
        return library_roots()
    except RootsError as error:
        raise LibraryError(str(error)) from error


def _copy(source: Path, target: Path) -> None:
    """Copies what can be read, without its modes, as it is to be written; the rest is made anew."""
    for above, _, names in os.walk(source):
        folder = target / Path(above).relative_to(source)
        folder.mkdir(exist_ok=True)
        for name in names:
            with suppress(OSError):
                shutil.copyfile(Path(above, name), folder / name)


def _open(collection: Collection, is_of_paths: bool) -> Catalogue:
    empty = _NOTHING_THERE if is_of_paths else _EMPTY
    try:
        catalogue = open_catalogue(collection.folder)
    except MissingCatalogueError as error:
        is_gone = not is_of_paths and _certain_roots()
        raise LibraryError(f"{error}; make it with kvtui refresh" if is_gone else empty) from error
    except CatalogueError as error:
        raise LibraryError(f"{error}; kvtui refresh makes it anew") from error
    try:
        newest = catalogue.newest()
        if newest is None:
            raise LibraryError(empty)
        if newest.problem is not None:  # counting takes long, and is rarely needed
            state = catalogue.state()
            if not (state.read or state.unread):
                raise LibraryError(_all_failed(catalogue, is_of_paths))
    except BaseException:
        catalogue.close()
        raise
    return catalogue


def _all_failed(catalogue: Catalogue, is_of_paths: bool) -> str:
    failures = catalogue.failures()
    if len(failures) == 1:
        return failures[0].problem or f"{failures[0].path}: cannot be read"
    more = f"the first: {failures[0].problem}" if is_of_paths else "kvtui library tells why"
    return f"none of the {len(failures):,} files could be read; {more}"


def _read_anew(collection: Collection) -> None:
    from kvtui.cli.indexing import reporting
    from kvtui.library.indexing.progress import IndexingError
    from kvtui.library.indexing.refreshing import refresh

    try:
        with reporting() as report:
            refresh(collection, report)
    except IndexingError as error:
        raise LibraryError(str(error)) from error

"""Which library a reader of some paths has: the reader's own, or one of those paths alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kvtui.library.collection import Collection, collection_of, folder_of, main_collection, main_folder
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import glance_at_roots


def collection_for(paths: Sequence[Path]) -> Collection:
    """The main library where the absolute paths are its roots, else the library of the paths; made ready."""
    if _are_roots(paths):
        return main_collection(paths, cache_dir())
    return collection_of(paths, cache_dir())


def newest_known(paths: Sequence[Path]) -> Path | None:
    """The newest document of that library, as it was known last; None where nothing is known yet."""
    from kvtui.library.catalogue.glancing import glance_at_newest

    folder = main_folder(cache_dir()) if _are_roots(paths) else folder_of(paths, cache_dir())
    return glance_at_newest(folder)


def _are_roots(paths: Sequence[Path]) -> bool:
    return tuple(paths) == tuple(glance_at_roots(database_file()))

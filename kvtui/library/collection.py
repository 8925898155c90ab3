"""Which documents make up a library, and where in the cache it is kept what was made of them.

The main library has the roots that the reader added; `kvtui PATH…` makes a library of those paths.
Opens nothing: that is for `catalogue` and `index`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MAIN = "library"
_OF_PATHS = "paths"
_SEASON = 90 * 24 * 3600  # seconds
_IN_MEMORY = Path("/dev/shm")  # Linux keeps this folder in memory


@dataclass(frozen=True, slots=True)
class Collection:
    """A library."""

    roots: tuple[Path, ...]
    """Absolute paths of folders, archives and files."""
    folder: Path
    """Holds the catalogue and the index; made anew whenever it is missing."""
    is_main: bool = False
    """Whether its roots are those that the reader added."""
    notice: str = ""
    """What the reader should know of where it is kept; empty if all is well."""


def main_collection(roots: Sequence[Path], cache: Path) -> Collection:
    """The library of the roots that the reader added, kept under the cache directory."""
    folder, notice = _made(main_folder(cache))
    return Collection(tuple(roots), folder, is_main=True, notice=notice)


def collection_of(paths: Sequence[Path], cache: Path) -> Collection:
    """The library of some paths, kept under the cache directory."""
    roots = tuple(dict.fromkeys(path.absolute() for path in paths))
    folder, notice = _made(folder_of(roots, cache))
    return Collection(roots, folder, notice=notice)


def discard_unused(cache: Path) -> None:
    """Throws away the libraries of paths that were not opened for a season: they can be made again."""
    now = time.time()
    with suppress(OSError), os.scandir(cache / _OF_PATHS) as folders:
        for folder in folders:
            if now - folder.stat().st_mtime > _SEASON:
                shutil.rmtree(folder.path, ignore_errors=True)


def main_folder(cache: Path) -> Path:
    """Where the main library is kept, if the cache can be written."""
    return cache / _MAIN


def folder_of(roots: Sequence[Path], cache: Path) -> Path:
    """Where the library of some absolute paths is kept, if the cache can be written."""
    named = hashlib.sha256(b"\0".join(os.fsencode(root) for root in sorted(roots))).hexdigest()
    return cache / _OF_PATHS / named[:16]


def discard_temporary(collection: Collection) -> None:
    """Throws away the folder of a library that could not be kept in the cache; no other."""
    if collection.notice:
        shutil.rmtree(collection.folder, ignore_errors=True)


def _made(folder: Path) -> tuple[Path, str]:
    """The folder, made; a temporary one, with the reason in words, where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            os.utime(folder)  # opened now
            return folder, ""
    except OSError as error:
        why = error.strerror or str(error)
    memory = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    temporary = Path(tempfile.mkdtemp(prefix="kvtui-", dir=memory))
    return (
        temporary,
        f"{folder} cannot be written ({why}): the library is kept in memory until kvtui is left.",
    )

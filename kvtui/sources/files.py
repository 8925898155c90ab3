"""The bytes of files, opened safely and within limits; a path may lead through a zip archive.

What is in the bytes is for `formats` and the readers.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kvtui.model.formats import ARCHIVE_SUFFIX
from kvtui.sources.errors import SourceError

LARGEST = 100 * 1024 * 1024
"""Bytes of a file: far above any Kamervraag, pictures included."""


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file, or the beginning of one."""

    data: bytes
    size: int
    """Of the whole file, in bytes."""


def file_bytes(path: Path, length: int = LARGEST) -> FileBytes:
    """At most the first `length` bytes of a file.

    Raises:
        SourceError: the file is missing, not readable or larger than `LARGEST`, or is no file.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise SourceError(f"{path}: is not a file; give a document or a folder of documents")
            _refuse_large(found.st_size, path)
            return FileBytes(file.read(length), found.st_size)
    except (FileNotFoundError, NotADirectoryError):
        return _bytes_in_archive(path, length)
    except PermissionError:
        raise SourceError(f"{path}: may not be read; check its permissions") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: is a folder, not a document") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{path}: cannot be read: {reason}") from None


def small_file(path: Path, largest: int) -> bytes:
    """All of a file of at most `largest` bytes; nothing where it is larger or cannot be read."""
    if not os.path.exists(path) and _archive_above(path) is None:
        return b""  # as nearly always: to open it and fail takes five times as long
    try:
        found = file_bytes(path, largest)
    except SourceError:
        return b""
    return found.data if found.size <= largest else b""


def names_beside(path: Path) -> Iterator[str]:
    """The names of what lies in the folder of a file, its own among them, in no order.

    In an archive a name can come more than once.

    Raises:
        SourceError: the folder or archive cannot be read.
    """
    archive = _archive_above(path)
    if archive is not None:
        from kvtui.sources.zip_folder import names_in

        yield from names_in(archive, path.parent)
        return
    try:
        with os.scandir(path.parent) as entries:
            for entry in entries:
                yield entry.name
    except OSError as error:
        raise SourceError(f"{path.parent}: cannot be read: {error.strerror}") from None


def _bytes_in_archive(path: Path, length: int) -> FileBytes:
    archive = _archive_above(path)
    if archive is None:
        raise SourceError(f"{path}: does not exist; check the name")
    # not sooner: most files lie in no archive
    from kvtui.sources.zip_folder import read_through, size_through

    size = size_through(archive, path)
    _refuse_large(size, path)
    return FileBytes(read_through(archive, path, length), size)


def _archive_above(path: Path) -> Path | None:
    """The archive through which a path leads; None for a path of the file system."""
    if ARCHIVE_SUFFIX not in str(path).lower():
        return None  # told much faster than name by name
    return next(
        (p for p in path.parents if p.name.lower().endswith(ARCHIVE_SUFFIX) and os.path.isfile(p)), None
    )


def _refuse_large(size: int, path: Path) -> None:
    if size > LARGEST:
        raise SourceError(f"{path}: is {size >> 20} MB; kvtui reads documents of at most {LARGEST >> 20} MB")


def _open_without_waiting(name: str, flags: int) -> int:
    """Opens so that a named pipe without a writer does not hang the reader."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))

"""A zip archive as a folder of documents: which there are, and their bytes.

A document in an archive has a path through it: `antwoorden.zip/2023/ah-tk-20232024-1059.pdf`.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kvtui.sources.archive import look_over, read_beginning, read_member
from kvtui.sources.errors import SourceError


def members_of(archive: Path) -> list[str]:
    """The names of the files in an archive, "/" between the folders, in their order.

    Raises:
        SourceError: it cannot be read, is damaged, protected, or more than the limits allow.
    """
    return sorted(_opened(archive).members)


def stamps_of(archive: Path) -> list[tuple[str, int, int]]:
    """The name, size in bytes and checksum of each file in an archive, as it states them.

    Raises:
        SourceError: as `members_of`.
    """
    return [(name, info.file_size, info.CRC) for name, info in _opened(archive).members.items()]


def names_in(archive: Path, folder: Path) -> Iterator[str]:
    """The names of what lies in a folder of an archive, some more than once; the archive is a folder too.

    Raises:
        SourceError: as `members_of`.
    """
    above = "" if folder == archive else folder.relative_to(archive).as_posix() + "/"
    for name in _opened(archive).members:
        if name.startswith(above):
            yield name.removeprefix(above).partition("/")[0]


def size_through(archive: Path, path: Path) -> int:
    """The bytes, as the archive states them, of the document that a path through it names.

    Raises:
        SourceError: as `members_of`, or there is no such document in it.
    """
    return _member(_opened(archive), archive, path).file_size


def read_through(archive: Path, path: Path, length: int) -> bytes:
    """At most the first `length` bytes of that document.

    Raises:
        SourceError: as `size_through`; or it is damaged, or larger than stated.
    """
    opened = _opened(archive)
    member = _member(opened, archive, path)
    if member.file_size > length:
        return read_beginning(opened.file, member, length, str(path))
    return read_member(opened.file, member, member.file_size, str(path))


class _Opened:
    """An archive whose list of members is known."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self.file = file
        self.members = {
            name: info for info in file.infolist() if (name := _inside(info.filename)) and not info.is_dir()
        }


def _member(opened: _Opened, archive: Path, path: Path) -> zipfile.ZipInfo:
    member = opened.members.get(path.relative_to(archive).as_posix())
    if member is None:
        raise SourceError(f"{path}: does not exist in that archive; check the name")
    return member


def _inside(name: str) -> str:
    """A member's name as a path under the archive; empty for one that would lead out of it or is hidden."""
    parts = name.replace("\\", "/").split("/")
    if any(part in ("", ".", "..") or part.startswith(".") or part == "__MACOSX" for part in parts):
        return ""
    return "/".join(parts)


def _opened(archive: Path) -> _Opened:
    try:
        found = archive.stat()
    except OSError as error:
        raise SourceError(f"{archive}: cannot be read: {error.strerror}") from None
    return _kept(archive, found.st_mtime_ns, found.st_size, os.getpid())


@lru_cache(maxsize=4)
def _kept(archive: Path, changed: int, size: int, process: int) -> _Opened:
    """Archives stay open, in each process its own: a folder of documents is read one by one."""
    return _Opened(look_over(archive, str(archive)))

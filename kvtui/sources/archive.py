"""Opens zip archives within limits: how many members, how large unpacked, none larger than it says.

Word and OpenDocument files are such archives. What the members mean is for others.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from kvtui.sources.errors import SourceError

LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all members together."""
MOST_MEMBERS = 10_000
MOST_TAGS = 1_000_000
"""Of a part that is parsed: hundreds of thousands of words."""
LARGEST_XML = 20 * 1024 * 1024
"""Bytes of a part that is parsed: thousands of pages; a parsed part takes many times its size in memory."""

_ENCRYPTED = 0x1
"""The bit of a member's flags that says it is protected (APPNOTE.TXT 4.4.4)."""
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The members of a zip archive; reading all of them never gives more than `LARGEST_UNPACKED` bytes."""

    def __init__(self, file: zipfile.ZipFile, name: str) -> None:
        """`file` has been looked over by `open_archive`; `name` is what messages call it."""
        self._file = file
        self._name = name
        self._left = LARGEST_UNPACKED
        self._members = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in file.infolist()
            if info.filename and not info.is_dir()
        }

    def __contains__(self, member: str) -> bool:
        """Whether there is such a member; capitals don't count, as in Word."""
        return member.lower() in self._members

    def read_xml(self, member: str) -> bytes:
        """The bytes of a member that is to be parsed.

        Raises:
            SourceError: as `read`; or it is larger than `LARGEST_XML` or has more than `MOST_TAGS`.
        """
        info = self._members.get(member.lower())
        if info is not None and info.file_size > LARGEST_XML:
            sizes = [size // (1024 * 1024) for size in (info.file_size, LARGEST_XML)]
            raise SourceError(
                "{}: is refused: a part of it is {} MB; at most {} MB".format(self._name, *sizes)
            )
        data = self.read(member)
        if data.count(b"<") > MOST_TAGS:
            raise SourceError(f"{self._name}: is refused: a part of it has more than {MOST_TAGS} tags")
        return data

    def read(self, member: str) -> bytes:
        """The bytes of a member.

        Raises:
            SourceError: it is missing, damaged, protected, or larger than it says.
        """
        info = self._members.get(member.lower())
        if info is None:
            raise SourceError(f"{self._name}: is damaged: {member} is missing in it; get the file again")
        data = read_member(self._file, info, self._left, self._name)
        self._left -= len(data)
        return data


def open_archive(data: bytes, name: str) -> Archive:
    """The members of a zip archive, none of them unpacked yet.

    Raises:
        SourceError: it is damaged, protected by a password, or more than the limits allow.
    """
    return Archive(look_over(io.BytesIO(data), name), name)


def read_member(file: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str) -> bytes:
    """The bytes of a member, of which at most `left` are wanted; `name` is what messages call the file.

    Raises:
        SourceError: it is damaged, or larger than it says or than `left`.
    """
    limit = min(info.file_size, left)
    data = read_beginning(file, info, limit + 1, name)
    if len(data) > limit:
        raise SourceError(f"{name}: is refused: it unpacks to more than it says")
    return data


def read_beginning(file: zipfile.ZipFile, info: zipfile.ZipInfo, length: int, name: str) -> bytes:
    """At most the first `length` bytes of a member; no more is unpacked.

    Raises:
        SourceError: it is damaged.
    """
    try:
        with file.open(info) as opened:
            return opened.read(length)
    except _UNREADABLE:
        raise SourceError(
            f"{name}: is damaged: {info.filename} in it cannot be unpacked; get the file again"
        ) from None


def look_over(archive: Path | BinaryIO, name: str) -> zipfile.ZipFile:
    """An archive that keeps to the limits, none of its members unpacked yet.

    Raises:
        SourceError: as `open_archive`, or it may not be read.
    """
    try:
        file = zipfile.ZipFile(archive)
    except PermissionError:
        raise SourceError(f"{name}: may not be read; check its permissions") from None
    except _UNREADABLE:
        raise SourceError(f"{name}: is damaged: not a whole zip archive; get the file again") from None
    members = file.infolist()
    if len(members) > MOST_MEMBERS:
        raise SourceError(f"{name}: is refused: {len(members)} files in one archive; at most {MOST_MEMBERS}")
    unpacked = sum(info.file_size for info in members)
    if unpacked > LARGEST_UNPACKED:
        sizes = [size // (1024 * 1024) for size in (unpacked, LARGEST_UNPACKED)]
        raise SourceError("{}: is refused: unpacks to {} MB; at most {} MB".format(name, *sizes))
    if any(info.flag_bits & _ENCRYPTED for info in members):
        raise SourceError(f"{name}: is protected by a password; save it without one")
    return file

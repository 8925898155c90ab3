"""What a folder or an archive holds, so compactly that an unchanged one is known by one comparison.

The numbers of a file are its size and the time of its last change in nanoseconds; in an archive its size
and its checksum.
"""

from __future__ import annotations

import os
import stat
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kvtui.library.folders import is_archive_name, is_document_name, sidecar_of

_NO_FILE: Final = -1  # in place of the size: a pipe, a device
_DOT: Final = ord(".")
_FEW: Final = 100  # files of a folder among which metadata.xml can be about the only document


@dataclass(slots=True)
class Listing:
    """The visible files of a folder, in the order in which the system gives them."""

    names: list[bytes] = field(default_factory=list)
    numbers: array[int] = field(default_factory=lambda: array("q"))
    """Two for each name."""

    def add(self, name: bytes, size: int, stamp: int) -> None:
        """One more file."""
        self.names.append(name)
        self.numbers.append(size)
        self.numbers.append(stamp)

    def files(self) -> dict[bytes, tuple[int, int]]:
        """The numbers of each regular file."""
        pairs = zip(self.names, zip(self.numbers[::2], self.numbers[1::2], strict=True), strict=True)
        return {name: pair for name, pair in pairs if pair[0] != _NO_FILE}

    def snapshot(self) -> bytes:
        """The whole as bytes."""
        return len(self.names).to_bytes(4, "big") + self.numbers.tobytes() + b"\0".join(self.names)


def listing_of(snapshot: bytes) -> Listing:
    """The listing of a snapshot; an empty one where there is none."""
    end = 4 + 16 * int.from_bytes(snapshot[:4], "big")
    if len(snapshot) < end:
        return Listing()
    numbers = array("q")
    numbers.frombytes(snapshot[4:end])
    return Listing(snapshot[end:].split(b"\0") if len(numbers) else [], numbers)


def look_into(folder: bytes) -> tuple[Listing, list[bytes], list[bytes]]:
    """The files of a folder, and the names of the folders and of the archives in it. Raises OSError."""
    listing = Listing()
    names, numbers = listing.names.append, listing.numbers.append
    folders: list[bytes] = []
    archives: list[bytes] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == _DOT:
                continue
            try:
                if entry.is_dir():
                    folders.append(name)
                    continue
                found = entry.stat()
            except OSError:  # a broken link counts as a file, for `reading` to report
                listing.add(name, 0, 0)
                continue
            names(name)
            is_file = stat.S_ISREG(found.st_mode)
            numbers(found.st_size if is_file else _NO_FILE)
            numbers(found.st_mtime_ns)
            if name[-4:].lower() == b".zip" and is_file:
                archives.append(name)
    return listing, folders, archives


def documents_in(listing: Listing) -> dict[bytes, int]:
    """The names of the documents in a listing, with their sizes."""
    return {
        name: numbers[0]
        for name, numbers in listing.files().items()
        if is_document_name(_base(name)) and not is_archive_name(_base(name))
    }


def changed_documents(old: Listing, new: Listing) -> set[bytes]:
    """The documents of the new listing that are not as they were in the old one, or are told of otherwise.

    A document changes with the metadata beside it, too (see `kvtui.sources.metadata`).
    """
    before, now = old.files(), new.files()
    differing = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    documents = documents_in(new)
    changed = differing & documents.keys()
    sidecars = [name for name in differing if sidecar_of(_base(name)) is not None]
    if len(now) <= _FEW and differing:  # another file can end that metadata.xml is about the only document
        sidecars += [name for name in now if sidecar_of(_base(name)) == ""]
    if sidecars:
        told = {(_folder(name), sidecar_of(_base(name))) for name in sidecars}
        changed.update(name for name in documents if not told.isdisjoint(_tellers(name)))
    return changed


def without(snapshot: bytes, names: Iterable[bytes]) -> bytes:
    """The snapshot without these files."""
    left = Listing()
    gone = set(names)
    old = listing_of(snapshot)
    for nth, name in enumerate(old.names):
        if name not in gone:
            left.add(name, old.numbers[2 * nth], old.numbers[2 * nth + 1])
    return left.snapshot()


def _tellers(name: bytes) -> Iterator[tuple[bytes, str]]:
    """The folder of a document with what a file about it can be called."""
    folder, base = _folder(name), _base(name)
    yield folder, ""
    yield folder, base
    yield folder, os.path.splitext(base)[0]


def _base(name: bytes) -> str:
    return os.fsdecode(name.rpartition(b"/")[2])


def _folder(name: bytes) -> bytes:
    return name.rpartition(b"/")[0]

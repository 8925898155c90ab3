"""Goes through the roots of a library and finds the folders in which something changed.

What is done about that is for `refreshing`.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kvtui.library.catalogue.rows import is_under
from kvtui.library.catalogue.writing import KnownFolder
from kvtui.library.folders import is_archive_name, is_document_name, sidecar_names
from kvtui.library.indexing.snapshots import Listing, look_into

_STAMP: Final = struct.Struct(">Qq")


@dataclass(frozen=True, slots=True)
class Changed:
    """A folder, an archive, or a file that was given by name, with what is in it now."""

    path: bytes
    listing: Listing
    snapshot: bytes
    old: bytes
    """The snapshot that is known; empty where there is none."""
    stamp: bytes = b""
    """Of an archive: its own size and time."""
    problem: str | None = None
    """Why it cannot be looked through: then the listing is empty, and what was known of it is kept."""
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class RootSeen:
    """A root, and why it cannot be looked through."""

    path: bytes
    device: int | None
    problem: str | None = None


@dataclass(slots=True)
class Look:
    """What one walk through the roots saw."""

    known: Mapping[bytes, KnownFolder]
    """The known folders by their paths."""
    devices: Mapping[bytes, int | None]
    """Of the known roots."""
    files: int = 0
    """Seen so far, of whatever sort."""
    seen: set[bytes] = field(default_factory=set)
    """The known folders that are still there."""
    kept: list[bytes] = field(default_factory=list)
    """Paths under which nothing may be taken away, as they cannot be looked through."""
    roots: list[RootSeen] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Of folders and archives that cannot be looked through, each a sentence."""
    _walked: set[tuple[int, int]] = field(default_factory=set)

    def changes(self, roots: Sequence[Path], stop: Callable[[], bool]) -> Iterator[Changed]:
        """Walks: gives what changed, until `stop()`."""
        given = [os.fsencode(root) for root in roots]
        for root in sorted(given, key=os.path.isfile):  # folders first: they hold most of the files
            if stop():
                return
            seen = self._root(root)
            self.roots.append(seen)
            if seen.problem is not None:
                self.kept.append(root)
            elif os.path.isdir(root):
                yield from self._tree(root, stop)
            elif is_archive_name(os.fsdecode(root)):
                yield from self._archive(root)
            elif not self._is_in_walked(root):
                yield from self._file(root)

    def gone(self) -> list[int]:
        """The numbers of the known folders that are there no more."""
        return [
            folder.number
            for path, folder in self.known.items()
            if path not in self.seen and not any(is_under(path, kept) for kept in self.kept)
        ]

    def _root(self, root: bytes) -> RootSeen:
        before = self.devices.get(root)
        try:
            found = os.stat(root)
        except OSError as error:
            why = error.strerror or str(error)
            return RootSeen(root, before, f"{os.fsdecode(root)}: cannot be opened ({why})")
        if not stat.S_ISDIR(found.st_mode) or before in (None, found.st_dev) or not _is_empty(root):
            return RootSeen(root, found.st_dev)
        return RootSeen(root, before, f"{os.fsdecode(root)}: is empty, as a disk that is not there")

    def _tree(self, top: bytes, stop: Callable[[], bool]) -> Iterator[Changed]:
        waiting = [top]
        while waiting and not stop():
            folder = waiting.pop()
            try:
                status = os.stat(folder)
                if (status.st_dev, status.st_ino) in self._walked:
                    continue
                listing, folders, archives = look_into(folder)
            except (FileNotFoundError, NotADirectoryError):
                continue  # it went away meanwhile
            except OSError as error:
                yield self._unreadable(folder, error.strerror or str(error))
                continue
            self._walked.add((status.st_dev, status.st_ino))
            self.files += len(listing.names)
            snapshot = listing.snapshot()
            known = self._known(folder)
            if known is None or known.snapshot != snapshot or known.problem:
                yield Changed(folder, listing, snapshot, known.snapshot if known else b"")
            for archive in archives:
                yield from self._archive(os.path.join(folder, archive))
            waiting += (os.path.join(folder, name) for name in folders)

    def _archive(self, path: bytes) -> Iterator[Changed]:
        from kvtui.sources import SourceError  # not sooner: most libraries hold no archive
        from kvtui.sources.zip_folder import stamps_of

        try:
            status = os.stat(path)
        except OSError:
            return
        if (status.st_dev, status.st_ino) in self._walked:
            return
        self._walked.add((status.st_dev, status.st_ino))
        stamp = _STAMP.pack(status.st_size, status.st_mtime_ns)
        known = self._known(path)
        if known is not None and known.stamp == stamp and not known.problem:
            return
        listing = Listing()
        try:
            for name, size, checksum in stamps_of(Path(os.fsdecode(path))):
                listing.add(os.fsencode(name), size, checksum)
        except SourceError as error:
            yield self._unreadable(path, str(error).removeprefix(f"{os.fsdecode(path)}: "))
            return
        self.files += len(listing.names)
        yield Changed(path, listing, listing.snapshot(), known.snapshot if known else b"", stamp)

    def _file(self, path: bytes) -> Iterator[Changed]:
        """A file that was given by name, with what lies beside it and tells of it."""
        listing = Listing()
        folder, name = os.path.split(path)
        for beside in (b"", *map(os.fsencode, sidecar_names(os.fsdecode(name)))):
            try:
                found = os.stat(os.path.join(folder, beside) if beside else path)
            except OSError:
                continue
            listing.add(beside, found.st_size, found.st_mtime_ns)
        self.files += 1
        snapshot = listing.snapshot()
        known = self._known(path)
        if known is None or known.snapshot != snapshot:
            yield Changed(path, listing, snapshot, known.snapshot if known else b"", is_file=True)

    def _unreadable(self, path: bytes, why: str) -> Changed:
        self.kept.append(path)
        problem = f"{os.fsdecode(path)}: cannot be read: {why}"
        self.problems.append(problem)
        return Changed(path, Listing(), b"", b"", problem=problem)

    def _known(self, path: bytes) -> KnownFolder | None:
        """What is known of a folder; notes that it is still there."""
        self.seen.add(path)
        return self.known.get(path)

    def _is_in_walked(self, file: bytes) -> bool:
        """Whether the folder of a file was walked and the file found in it."""
        folder, name = os.path.split(file)
        shown = os.fsdecode(name)
        try:
            status = os.stat(folder)
        except OSError:
            return False
        return (
            (status.st_dev, status.st_ino) in self._walked
            and is_document_name(shown)
            and not shown.startswith(".")
        )


def _is_empty(folder: bytes) -> bool:
    with os.scandir(folder) as entries:
        return next(entries, None) is None

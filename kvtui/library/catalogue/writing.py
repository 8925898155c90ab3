"""Writes the catalogue: only for whoever holds the library's lock.

Everything between two commits is seen by readers at once or not at all. Records of a file that no longer
belong in the index are noted as leftovers in the same commit, so that a kill between the two stores
leaves nothing behind.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import kvtui
from kvtui.library.catalogue import counting, publications
from kvtui.library.catalogue.file_rows import FileRows, names_of, words_of
from kvtui.library.catalogue.opening import (
    MissingCatalogueError,
    UnusableCatalogueError,
    catalogue_error,
    catalogue_file,
    connect,
    create,
    is_marked_damaged,
)
from kvtui.library.catalogue.rows import OWN_COLUMNS, path_from, storable, values_of
from kvtui.library.catalogue.schema import NO_FILE, FileState
from kvtui.library.entries import entry_of_name

_NEW: Final = (
    f"INSERT INTO files (folder, name, size, {', '.join(OWN_COLUMNS)})"
    f" VALUES (?, ?, ?, {', '.join('?' * len(OWN_COLUMNS))})"
)

_CACHE: Final = 64 * 1024
"""KiB of memory for pages: rows go to all places of a dozen indexes."""


@dataclass(frozen=True, slots=True)
class KnownFolder:
    """What is known of a folder, an archive, or a file that was given by name."""

    number: int
    stamp: bytes
    """Of an archive: its own size and time."""
    snapshot: bytes
    """What was in it, as `indexing.snapshots` has it."""
    problem: str | None


class CatalogueWriter:
    """The one writer of a catalogue. Every method raises `CatalogueError` if the disk does not take it."""

    def __init__(self, file: Path) -> None:
        """Made by `open_to_write`."""
        self._file = file
        self._connection = connect(file, to_write=True)
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE}")

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
        except sqlite3.Error as error:
            raise catalogue_error(error, self._file) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows of a SELECT."""
        with self._guarded() as connection:
            return connection.execute(sql, values).fetchall()

    def commit(self) -> None:
        """Makes what was written last; readers see another version."""
        with self._guarded() as connection:
            connection.execute("UPDATE library SET commits = commits + 1")
        self.save()

    def save(self) -> None:
        """The same for what readers need not see."""
        with self._guarded() as connection:
            connection.execute("COMMIT")

    def close(self) -> None:
        """Drops what was not committed."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._connection.close()

    # Folders

    def folders(self) -> dict[bytes, KnownFolder]:
        """The known folders by their paths."""
        found = self.rows("SELECT path, folder, stamp, snapshot, problem FROM folders")
        return {path: KnownFolder(*values) for path, *values in found}

    def put_folder(self, path: bytes, stamp: bytes, snapshot: bytes) -> int:
        """Notes what was seen in a folder; gives its number."""
        with self._guarded() as connection:
            connection.execute(
                "INSERT INTO folders (path, stamp, snapshot) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE"
                " SET stamp = excluded.stamp, snapshot = excluded.snapshot, problem = NULL",
                (path, stamp, snapshot),
            )
        return int(self.rows("SELECT folder FROM folders WHERE path = ?", (path,))[0][0])

    def put_unreadable(self, path: bytes, problem: str) -> None:
        """A folder or archive that cannot be looked through: a row of the list says so, the rest stays."""
        problem = storable(problem)
        with self._guarded() as connection:
            connection.execute(
                "INSERT INTO folders (path, problem) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET"
                " problem = excluded.problem",
                (path, problem),
            )
            (folder,) = connection.execute("SELECT folder FROM folders WHERE path = ?", (path,)).fetchone()
            connection.execute("DELETE FROM files WHERE folder = ? AND name = x''", (folder,))
            values = values_of(entry_of_name(path_from(path, b""), problem))
            file = connection.execute(_NEW, (folder, b"", NO_FILE, *values)).lastrowid
            connection.execute(f"UPDATE files SET state = {FileState.FAILED:d} WHERE file = ?", (file,))

    def folder_of(self, file: int) -> tuple[bytes, bytes, bytes]:
        """The path and snapshot of the folder of a file that is known, and the file's name in it."""
        found = self.rows(
            "SELECT path, snapshot, name FROM files JOIN folders USING (folder) WHERE file = ?", (file,)
        )
        return tuple(found[0])

    def drop_folders(self, folders: Iterable[int]) -> int:
        """Takes folders away with all that was in them; gives the number of files."""
        gone = 0
        for folder in folders:
            gone += self.drop_files(
                [file for (file,) in self.rows("SELECT file FROM files WHERE folder = ?", (folder,))]
            )
            with self._guarded() as connection:
                connection.execute("DELETE FROM folders WHERE folder = ?", (folder,))
        return gone

    def put_roots(self, roots: Iterable[tuple[bytes, int | None, str | None]]) -> None:
        """Notes the roots: path, device, and why one could not be looked through."""
        with self._guarded() as connection:
            connection.execute("DELETE FROM roots")
            connection.executemany("INSERT OR IGNORE INTO roots VALUES (?, ?, ?)", roots)

    # Files

    def files_in(self, folder: int) -> dict[bytes, int]:
        """The numbers of the known files of a folder by their names."""
        return dict(self.rows("SELECT name, file FROM files WHERE folder = ?", (folder,)))

    def add_files(self, folder: int, path: bytes, files: Iterable[tuple[bytes, int]]) -> None:
        """New files of a folder, each a name and a size, as far as their names tell what they are."""
        with self._guarded() as connection:
            for name, size in files:
                entry = entry_of_name(path_from(path, name))
                file = connection.execute(_NEW, (folder, name, size, *values_of(entry))).lastrowid
                assert file is not None
                publications.name(connection, file, names_of(entry), words_of(entry))

    def mark_changed(self, files: Iterable[tuple[int, int]]) -> None:
        """Files to be read again, each with its size; until then they say what they said."""
        with self._guarded() as connection:
            connection.executemany(
                f"UPDATE files SET state = {FileState.UNREAD:d}, size = ?2 WHERE file = ?1", files
            )

    def mark_all_changed(self) -> None:
        """All files are to be read again, by this version of kvtui."""
        with self._guarded() as connection:
            connection.execute(f"UPDATE files SET state = {FileState.UNREAD:d} WHERE size != {NO_FILE}")
            connection.execute("UPDATE library SET made_by = ?", (kvtui.__version__,))

    def mark_failed_changed(self) -> None:
        """All files that could not be read are to be tried again."""
        with self._guarded() as connection:
            connection.execute(
                f"UPDATE files SET state = {FileState.UNREAD:d} WHERE size != {NO_FILE}"
                f" AND state = {FileState.FAILED:d}"
            )

    def drop_files(self, files: Sequence[int]) -> int:
        """Takes files away that are gone from the disk; gives how many."""
        with self._guarded() as connection:
            for file in files:
                publications.drop(connection, file)
        return len(files)

    def unread(self, most: int) -> list[tuple[int, Path, int]]:
        """The number, path and size of the first files that are to be read, in the order of the list."""
        found = self.rows(
            "SELECT file, path, name, size FROM files JOIN folders USING (folder) WHERE state = 0"
            " ORDER BY sort_key LIMIT ?",
            (most,),
        )
        return [(file, path_from(folder, name), size) for file, folder, name, size in found]

    def count_unread(self) -> int:
        """How many files are to be read."""
        return counting.count_unread(self.rows)

    def put(self, file: int, rows: FileRows) -> bool:
        """What was read of a file; gives whether its records belong in the index."""
        with self._guarded() as connection:
            return publications.put(connection, file, rows)

    def leftovers(self) -> list[int]:
        """The files whose records are to be taken out of the index."""
        return [file for (file,) in self.rows("SELECT file FROM leftovers")]

    def settle_leftovers(self, files: Iterable[int]) -> None:
        """The records of these are out of the index."""
        with self._guarded() as connection:
            connection.executemany("DELETE FROM leftovers WHERE file = ?", ((file,) for file in files))

    def finish(self) -> None:
        """Notes that the library was gone through to the end."""
        with self._guarded() as connection:
            connection.execute("UPDATE library SET refreshed = ?", (time.time(),))

    def is_of_this_version(self) -> bool:
        """Whether this version of kvtui read the documents."""
        return bool(self.rows("SELECT made_by FROM library")[0][0] == kvtui.__version__)


@contextmanager
def open_to_write(folder: Path) -> Iterator[CatalogueWriter]:
    """The writer of the catalogue in a library's folder.

    Raises `MissingCatalogueError` or `UnusableCatalogueError`: then `make_anew`; `CatalogueError` where the
    system refuses.
    """
    file = catalogue_file(folder)
    if file is None:
        raise MissingCatalogueError("there is no catalogue yet")
    if is_marked_damaged(folder):
        raise UnusableCatalogueError("the catalogue is damaged")
    writer = CatalogueWriter(file)
    try:
        yield writer
    finally:
        writer.close()


def make_anew(folder: Path) -> None:
    """An empty catalogue in place of what is there; readers keep what they have. Raises `CatalogueError`."""
    create(folder, kvtui.__version__)

"""Everything that is asked of the catalogue.

Each thread has its own connection, so that a window of rows never waits for a count; memory holds
the order of the files and no entries.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from array import array
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvtui.library.catalogue import asking, counting, several
from kvtui.library.catalogue.counting import Dimension, RootCount, State
from kvtui.library.catalogue.opening import (
    CatalogueError,
    MissingCatalogueError,
    UnusableCatalogueError,
    catalogue_error,
    catalogue_file,
    connect,
    mark_damaged,
)
from kvtui.library.catalogue.rows import ENTRY_COLUMNS, citation_from, entry_from
from kvtui.library.catalogue.several import InSeveral
from kvtui.library.entries import Entry
from kvtui.library.folding import folded

if TYPE_CHECKING:
    from kvtui.library.facts.citations import Citation

__all__ = ["Catalogue", "Dimension", "RootCount", "State", "open_catalogue"]

_AT_ONCE = 500  # values of one statement
_ENTRIES = f"SELECT {ENTRY_COLUMNS} FROM files JOIN folders USING (folder) WHERE files.file IN "


class Catalogue:
    """An open catalogue, usable from any thread. Methods raise `CatalogueError` if it cannot be read."""

    def __init__(self, folder: Path, file: Path) -> None:
        """Made by `open_catalogue`."""
        self.folder = folder
        self._file = file
        self._of_thread = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._order: tuple[int, array[int]] = (-1, array("I"))

    def close(self) -> None:
        """Closes the connections of all threads."""
        while self._connections:
            self._connections.pop().close()
        self._of_thread = threading.local()

    def version(self) -> int:
        """A number that is another one after each commit; also finds a catalogue that was made anew."""
        if not os.path.exists(self._file):
            newer = catalogue_file(self.folder)
            if newer is not None:
                self._file = newer
        generation = int(self._file.stem.rpartition("-")[2])
        return generation << 40 | int(self.rows("SELECT commits FROM library")[0][0])

    # The list

    def count(self) -> int:
        """How many rows the list has without a filter."""
        return len(self.order())

    def order(self, words: str = "") -> array[int]:
        """The files of the list, newest first; with words those that have all of them in what their row says.

        One for each publication, and each file that could not be read or was not read yet.
        """
        version = self.version()
        known, everything = self._order
        if known != version:
            rows = self.rows("SELECT file FROM files WHERE listed ORDER BY sort_key")
            everything = array("I", [file for (file,) in rows])
            self._order = (version, everything)
        wanted = folded(words).split()
        if not wanted:
            return everything
        found = "SELECT file FROM row_words WHERE " + " AND ".join(["instr(words, ?)"] * len(wanted))
        chosen = {file for (file,) in self.rows(found, wanted)}
        return array("I", [file for file in everything if file in chosen])

    def entries(self, files: Sequence[int]) -> list[Entry]:
        """The entries of these files in this order, without those that are gone."""
        found: dict[int, Entry] = {}
        for start in range(0, len(files), _AT_ONCE):
            some = files[start : start + _AT_ONCE]
            for row in self.rows(f"{_ENTRIES}({','.join('?' * len(some))})", some):
                found[row[0]] = entry_from(row)
        return [found[file] for file in files if file in found]

    def entry(self, file: int) -> Entry | None:
        """The entry of a file, or None."""
        return next(iter(self.entries([file])), None)

    def newest(self) -> Entry | None:
        """The first of the list, or None."""
        return asking.newest(self.rows)

    def count_unread(self) -> int:
        """How many files were found and not read yet, or changed since."""
        return counting.count_unread(self.rows)

    def has_read(self) -> bool:
        """Whether a file was read, and not changed since."""
        return counting.has_read(self.rows)

    def failures(self) -> list[Entry]:
        """The files that could not be read, in the order of the list."""
        return asking.failures(self.rows)

    # One document

    def find(self, name: str) -> Entry | None:
        """The document of that identifier or case number (zaaknummer), or None.

        A case can have several documents: an answer goes before a notice and before the questions
        alone, and of two alike the newer. A reprint (-h1, -n1) stands for the first print and the other
        way round where only one of them is there.
        """
        return asking.find(self.rows, name)

    def find_all(self, name: str) -> list[Entry]:
        """All documents of that identifier or case number, newest first."""
        return asking.find_all(self.rows, name)

    def numbered(self, names: Sequence[str]) -> list[Entry]:
        """The documents of these identifiers and case numbers, in their order.

        A number alone stands for the Aanhangsel of that number in every session, newest first. A case number
        stands for all documents with its questions, the answer first, whether they print it or not.
        """
        return asking.numbered(self.rows, names)

    def at(self, path: Path) -> Entry | None:
        """The entry of the file at that absolute path, or None."""
        return asking.at(self.rows, path)

    def locate(self, identifier: str | None, path: str | None) -> Entry | None:
        """The document of a bookmark: by identifier, else at its path, else the only file of that name."""
        return asking.locate(self.rows, identifier, path)

    def others(self, file: int) -> list[Path]:
        """The other files of the same publication, the best first."""
        return several.others(self.rows, file)

    def count_in_several_files(self) -> int:
        """How many documents are in several files."""
        return several.count_in_several_files(self.rows)

    def in_several_files(self, limit: int | None = None) -> list[InSeveral]:
        """The documents that are in several files, in the order of the list; at most so many."""
        return several.in_several_files(self.rows, limit)

    def beside(self, entry: Entry, step: int) -> Entry | None:
        """The document `step` numbers further in its series, or back for a negative `step`; None at the end.

        Counts only what is in the library; goes on over the end of a session year.
        """
        return asking.beside(self.rows, entry, step)

    def same_set(self, entry: Entry) -> list[Entry]:
        """The other documents with the same questions, or of the same case, newest first."""
        return asking.same_set(self.rows, entry)

    # Citations

    def citations_to(self, names: Collection[str]) -> list[tuple[Entry, Citation]]:
        """Who cites one of these identifiers or case numbers, newest first, and each where."""
        return asking.citations_to(self.rows, names)

    def citations_from(self, file: int) -> list[Citation]:
        """The citations of a document in the order of its references."""
        return [citation_from(row) for row in self.rows(asking.CITATIONS_FROM, (file,))]

    def cited_targets(self) -> Iterator[tuple[str, int, int]]:
        """Each identifier that is cited, how often, and by how many documents; the most cited first.

        Without those of which the year had to be guessed: see `guesses`.
        """
        yield from self.rows(counting.CITED_TARGETS)

    def guesses(self) -> list[tuple[str, str, int, date | None]]:
        """Where a year had to be guessed: the likelier identifier, the other, the file and its day."""
        found = self.rows(asking.GUESSES)
        return [(likely, other, file, day and date.fromordinal(day)) for likely, other, file, day in found]

    def known(self, names: Collection[str]) -> set[str]:
        """Those of these identifiers and case numbers that `find` would find."""
        return asking.known(self.rows, names)

    def days(self, names: Collection[str]) -> dict[str, date | None]:
        """Those of these identifiers that `find` would find, each with its day."""
        return asking.days(self.rows, names)

    # Counts

    def state(self) -> State:
        """How far the library is."""
        return counting.state(self.rows)

    def roots(self) -> list[RootCount]:
        """The roots that were looked through last, and what is in each."""
        return counting.root_counts(self.rows)

    def values(self, dimension: Dimension) -> list[tuple[str, int]]:
        """The values of a dimension and the number of documents of each.

        Session years the newest first and none last, the others the most frequent first.
        """
        return counting.values(self.rows, dimension)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows of a SELECT. Raises `CatalogueError`; what is damaged is made anew at the next refresh."""
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            problem = catalogue_error(error, self._file)
        except UnusableCatalogueError as error:
            problem = error
        if isinstance(problem, UnusableCatalogueError):
            mark_damaged(self.folder)
        raise problem

    def _connection(self) -> sqlite3.Connection:
        mine = self._of_thread
        if getattr(mine, "file", None) != self._file:
            if hasattr(mine, "connection"):
                mine.connection.close()
            mine.connection = connect(self._file, to_write=False)
            mine.file = self._file
            self._connections.append(mine.connection)
        return mine.connection  # type: ignore[no-any-return]


def open_catalogue(folder: Path) -> Catalogue:
    """The catalogue in a library's folder, for reading. Raises `CatalogueError` if none can be read."""
    file = catalogue_file(folder)
    if file is None:
        raise MissingCatalogueError("there is no catalogue yet")
    catalogue = Catalogue(folder, file)
    try:
        catalogue.version()
    except CatalogueError:
        catalogue.close()
        raise
    return catalogue

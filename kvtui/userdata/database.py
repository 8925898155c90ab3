"""The database of what the reader made: reading it, and writing so that nothing is lost.

A write is on the disk when it returns. Where that cannot be (directory read-only, disk full, file
locked) the work goes on in memory, every later write tries again to save all of it, and
`take_notices` tells. A damaged file is set aside and a new one begun.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from pathlib import Path

from kvtui.userdata.columns import Row
from kvtui.userdata.connecting import (
    PATIENCE,
    DamagedError,
    NewerError,
    begin_anew,
    connect,
    connect_memory,
    copy_rows,
    is_damage,
)
from kvtui.userdata.schema import COLUMNS, MIGRATIONS, version_of

Statement = tuple[str, Row]
"""SQL with its values."""

_IMPATIENCE = 0.1  # seconds a retry waits: it happens at every write while the file cannot be written


class Database:
    """An open database, usable from any thread. Made by `open_database`."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or works in memory where that fails."""
        self._path = path
        self._lock = threading.RLock()
        self._file: sqlite3.Connection | None = None
        self._memory: sqlite3.Connection | None = None
        self._unsaved: list[Statement] = []
        self._notices: list[str] = []
        self._trouble: str | None = None
        self._was_damaged = False
        self._open(PATIENCE)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def trouble(self) -> str | None:
        """Why the work goes on in memory; None while the file is used."""
        return None if self._memory is None else self._trouble

    @property
    def was_damaged(self) -> bool:
        """Whether the file was found damaged and a new one begun: rows may be gone."""
        return self._was_damaged

    @property
    def is_saved(self) -> bool:
        """Whether everything written is on the disk."""
        return not self._unsaved and self._memory is None

    def take_notices(self) -> tuple[str, ...]:
        """What the reader should be told since the last call, each a sentence."""
        with self._lock:
            notices = tuple(self._notices)
            self._notices.clear()
            return notices

    def tell(self, notice: str) -> None:
        """Has the reader told a sentence, with the next notices that are taken."""
        with self._lock:
            self._notices.append(notice)

    def read(self, sql: str, values: Row = ()) -> list[Row]:
        """The rows of a SELECT; from memory where the file cannot be read."""
        with self._lock:
            if self._file is not None:
                try:
                    return self._file.execute(sql, values).fetchall()
                except sqlite3.DatabaseError as error:
                    self._react(error)
            connection = self._memory or self._file
            return [] if connection is None else connection.execute(sql, values).fetchall()

    def write(self, *statements: Statement) -> None:
        """Runs the statements in one transaction, together with any that could not be saved before."""
        with self._lock:
            self._unsaved.extend(statements)
            if self._memory is not None:
                _run(self._memory, statements)
                self._open(_IMPATIENCE)
            if self._file is not None:
                self._save(self._file)

    def close(self) -> None:
        """Tries a last time to save what is not saved, and closes the file."""
        with self._lock:
            if self._unsaved:
                self.write()
            for connection in (self._file, self._memory):
                if connection is not None:
                    connection.close()
            self._file = self._memory = None

    def _save(self, file: sqlite3.Connection) -> None:
        try:
            _run(file, self._unsaved)
        except sqlite3.DatabaseError as error:
            self._react(error)
            if self._file is None or self._file is file:
                return
            with contextlib.suppress(sqlite3.DatabaseError):  # a new file was begun: once more
                _run(self._file, self._unsaved)
                self._unsaved.clear()
            return
        self._unsaved.clear()
        if self._memory is not None:
            self._memory.close()
            self._memory = None
            self._notices.append("Bookmarks and all else are saved on the disk again.")

    def _react(self, error: sqlite3.DatabaseError) -> None:
        """After this the file is sound, or `_memory` holds what could be read and what was written."""
        assert self._file is not None
        if is_damage(error):
            self._file.close()
            self._file = None
            self._begin_anew(str(error))
        else:
            self._go_on_in_memory(str(error))

    def _open(self, patience: float) -> None:
        try:
            self._file = connect(self._path, patience=patience)
        except DamagedError as error:
            self._begin_anew(str(error))
        except NewerError:
            self._use_side_file()
        except (sqlite3.Error, OSError) as error:
            self._go_on_in_memory(getattr(error, "strerror", None) or str(error))

    def _begin_anew(self, why: str) -> None:
        try:
            self._file, aside, saved = begin_anew(self._path)
        except (sqlite3.Error, OSError, NewerError, DamagedError) as error:
            self._go_on_in_memory(f"{why}; {error}")
            return
        if aside is not None:
            self._was_damaged = True
            self._notices.append(
                f"{self._path} was damaged ({why}). It is kept as {aside}; a new one was begun with what"
                f" could still be read: {saved} bookmarks."
            )

    def _use_side_file(self) -> None:
        """A newer kvtui's file stays as it is; this version keeps its own beside it."""
        newer, self._path = self._path, self._path.with_name(f"{self._path.stem}-v{len(MIGRATIONS)}.sqlite3")
        is_new = not self._path.exists()
        self._open(PATIENCE)
        if self._file is not None and is_new:
            copy_rows(newer, self._file)
        self._notices.append(
            f"{newer} was written by a newer kvtui and is left as it is; what is new goes to {self._path}."
        )

    def _go_on_in_memory(self, why: str) -> None:
        self._trouble = why
        if self._memory is None:
            self._memory = connect_memory()
            with contextlib.suppress(sqlite3.Error):
                self._copy_into(self._memory)
            with contextlib.suppress(sqlite3.Error):
                _run(self._memory, self._unsaved)
            self._notices.append(
                f"Nothing can be saved in {self._path.parent} ({why}): new bookmarks are kept until kvtui"
                " closes. Make room or make the directory writable: every new one tries again."
            )
        if self._file is not None:
            self._file.close()
            self._file = None

    def _copy_into(self, memory: sqlite3.Connection) -> None:
        if self._file is not None and version_of(self._file) == len(MIGRATIONS):
            for table, columns in COLUMNS.items():
                marks = ", ".join("?" * len(columns.split(",")))
                rows = self._file.execute(f"SELECT {columns} FROM {table}").fetchall()
                memory.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", rows)
        elif os.path.exists(self._path):  # False where the directory lets nobody in
            copy_rows(self._path, memory)


def open_database(path: Path) -> Database:
    """Opens or creates the database in that file. Never raises for what is on the disk."""
    return Database(path)


def _run(connection: sqlite3.Connection, statements: list[Statement] | tuple[Statement, ...]) -> None:
    """Runs all statements or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for sql, values in statements:
            connection.execute(sql, values)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

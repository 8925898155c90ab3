"""Opens the SQLite file, checks it, and sets a damaged one aside.

The journal is SQLite's rollback journal, truncated (journal_mode=TRUNCATE), and not WAL: WAL
doesn't work in home directories on a network, leaves two files that a copy forgets, and is
faster only for many writers. With synchronous=FULL a commit is on the disk when it returns.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kvtui.userdata.schema import (
    COLUMNS,
    MIGRATIONS,
    ROOTS_ARE_KNOWN,
    dated_name,
    is_foreign,
    is_usable,
    migrate,
    version_of,
)

PATIENCE = 5.0
"""Seconds to wait for another kvtui that is writing."""


class DamagedError(Exception):
    """The file is not a sound database of kvtui."""


class NewerError(Exception):
    """A newer kvtui wrote the file, and this one cannot use it."""


def connect(path: Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """Opens or creates the database and brings it to this version.

    Raises `DamagedError`, `NewerError`, or `sqlite3.Error` or `OSError` where the file cannot be
    opened or written for now (locked, read-only, disk full).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _make_ready(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if is_damage(error):
            raise DamagedError(str(error)) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _make_ready(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(str(found))
    if is_foreign(connection):
        raise DamagedError("its tables are not those of kvtui")
    migrate(connection, path)
    if not is_usable(connection):
        if version_of(connection) > len(MIGRATIONS):
            raise NewerError
        raise DamagedError("tables or columns are missing")


def connect_memory() -> sqlite3.Connection:
    """An empty database that lives as long as the program."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(connection, None)
    return connection


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is broken."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extended part
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def begin_anew(path: Path) -> tuple[sqlite3.Connection, Path | None, int]:
    """Sets a damaged database aside and begins a new one with the rows that can still be read.

    Gives the new connection, where the old file is now and how many bookmarks were saved from
    it; None and 0 where another kvtui had already done it. Raises what `connect` raises.
    """
    with _alone(path):
        with contextlib.suppress(DamagedError):
            return connect(path), None, 0
        aside = dated_name(path, "broken")
        journal = path.with_name(path.name + "-journal")
        if journal.exists():  # first, or the new database would be rolled back with it
            os.replace(journal, aside.with_name(aside.name + "-journal"))
        os.replace(path, aside)
        connection = connect(path)
        copied = copy_rows(aside, connection)
        connection.execute("DELETE FROM choices WHERE name = ?", (ROOTS_ARE_KNOWN,))
        return connection, aside, copied


def copy_rows(source: Path, target: sqlite3.Connection) -> int:
    """Copies every row that can be read from another file; gives the number of bookmarks among them."""
    copied = 0
    for table, columns in COLUMNS.items():
        marks = ", ".join("?" * len(columns.split(",")))
        for row in _readable_rows(source, f"SELECT {columns} FROM {table}"):
            with contextlib.suppress(sqlite3.IntegrityError):
                target.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)
                copied += table == "bookmarks"
    return copied


def _readable_rows(path: Path, statement: str) -> Iterator[tuple[object, ...]]:
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        with contextlib.closing(connection):
            yield from connection.execute(statement)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps other kvtui from setting files aside; the lock is SQLite's and ends with the process."""
    connection = sqlite3.connect(path.with_name(path.stem + "-lock" + path.suffix), timeout=PATIENCE)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()

"""Finds the catalogue in a library's folder, and connects to it.

Each catalogue that is made anew has the next number in its file's name: a reader that has the old one
open goes on with it, and no file of SQLite's is ever taken away from under a connection.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from kvtui.library.catalogue.schema import TABLES, VERSION

PATIENCE: Final = 5.0
"""Seconds to wait where the journal is no WAL and somebody else has the file."""
_NAME: Final = re.compile(r"catalogue-(\d{1,9})\.sqlite3\Z")
_DAMAGED: Final = "catalogue-damaged"


class CatalogueError(Exception):
    """The catalogue cannot be used; the message is a clause that says why."""


class MissingCatalogueError(CatalogueError):
    """There is none yet."""


class UnusableCatalogueError(CatalogueError):
    """It is damaged or of another version: whoever indexes makes it anew."""


def catalogue_file(folder: Path) -> Path | None:
    """The newest catalogue in a library's folder; None where there is none."""
    numbers = _numbers(folder)
    return folder / numbers[max(numbers)] if numbers else None


def connect(file: Path, *, to_write: bool) -> sqlite3.Connection:
    """A connection to a catalogue that is there, without transactions of Python's own.

    Raises `MissingCatalogueError`, `UnusableCatalogueError`, or `CatalogueError` for what the system refuses.
    """
    connection = None
    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        _check(connection)
        connection.execute(f"PRAGMA query_only = {'OFF' if to_write else 'ON'}")
        return connection
    except (sqlite3.Error, CatalogueError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise catalogue_error(error, file) from error
        raise


def create(folder: Path, made_by: str) -> Path:
    """A new, empty catalogue in place of what is there; only for whoever holds the library's lock.

    Raises `CatalogueError`.
    """
    file = folder / f"catalogue-{max(_numbers(folder), default=0) + 1:06}.sqlite3"
    temporary = folder / f"new-{file.name}"
    try:
        _remove(temporary)
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN")
            for statement in TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO library VALUES (0, ?, NULL)", (made_by,))
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        finally:
            connection.close()
        os.replace(temporary, file)
        for name in _names(folder):
            if _NAME.match(name) and name != file.name:
                _remove(folder / name)
        (folder / _DAMAGED).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            _remove(temporary)
        if isinstance(error, sqlite3.Error):
            raise catalogue_error(error, file) from error
        raise CatalogueError(f"{folder} cannot be written: {error.strerror or error}") from error
    return file


def is_marked_damaged(folder: Path) -> bool:
    """Whether a reader came upon damage."""
    return (folder / _DAMAGED).exists()


def mark_damaged(folder: Path) -> None:
    """Leaves word for whoever indexes next that the catalogue is damaged."""
    with suppress(OSError):
        (folder / _DAMAGED).touch()


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is broken."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extended part
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def catalogue_error(error: sqlite3.Error, file: Path) -> CatalogueError:
    """The error as one of this module's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if is_damage(error):
        return UnusableCatalogueError("the catalogue is damaged")
    if code == sqlite3.SQLITE_CANTOPEN and not file.exists():
        return MissingCatalogueError("there is no catalogue yet")
    if code == sqlite3.SQLITE_FULL:
        return CatalogueError(f"{file.parent} cannot be written: No space left on device")
    return CatalogueError(f"{file} cannot be used: {error}")


def _check(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise UnusableCatalogueError("the catalogue was written by another version of kvtui")
    try:
        found = connection.execute("SELECT commits FROM library").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such table
            raise UnusableCatalogueError("the catalogue is damaged") from error
        raise
    if found is None:
        raise UnusableCatalogueError("the catalogue is damaged")


def _numbers(folder: Path) -> dict[int, str]:
    """The names of the catalogues by their numbers."""
    return {int(found[1]): name for name in _names(folder) if (found := _NAME.match(name))}


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _remove(file: Path) -> None:
    """The file and what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)

"""The folders, archives and files that the reader added to the library, as absolute paths."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kvtui.userdata.columns import Row, path_from, path_value
from kvtui.userdata.database import Database
from kvtui.userdata.glancing import glance

_ROOTS = "SELECT path FROM roots ORDER BY added, path"


class RootsError(Exception):
    """The roots cannot be read or saved; the message says why."""


def roots(database: Database) -> tuple[Path, ...]:
    """All roots in the order in which they were added; some may be gone from the disk."""
    return _as_paths(database.read(_ROOTS))


def certain_roots(database: Database) -> tuple[Path, ...]:
    """The same, for who takes out of the library what is under none of them.

    Raises `RootsError` where there is a database that cannot be read: its roots are not "none".
    """
    found = roots(database)
    return found if database.trouble is None else _roots_on_disk(database.path)


def glance_at_roots(file: Path) -> tuple[Path, ...]:
    """The same before the database is opened for good; none where it cannot be read just now."""
    return _as_paths(glance(file, _ROOTS))


def add_roots(database: Database, paths: Iterable[Path]) -> None:
    """Adds absolute paths; those that are roots already stay as they are.

    They are on the disk when it returns, or `Database.is_saved` is false.
    """
    now = datetime.now(UTC).isoformat()
    statement = "INSERT OR IGNORE INTO roots (path, added) VALUES (?, ?)"
    database.write(*((statement, (path_value(str(path)), now)) for path in paths))


def remove_roots(database: Database, paths: Iterable[Path]) -> None:
    """Takes roots away; paths that are none are left out."""
    database.write(*(("DELETE FROM roots WHERE path = ?", (path_value(str(path)),)) for path in paths))


def _as_paths(rows: Sequence[Row]) -> tuple[Path, ...]:
    paths = (path_from(row[0]) for row in rows)
    return tuple(Path(path) for path in paths if path)


def _roots_on_disk(file: Path) -> tuple[Path, ...]:
    """What a database holds that cannot be opened to write."""
    try:
        file.stat()
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        with contextlib.closing(connection):
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'roots'").fetchall():
                return ()  # of a version that had none
            return _as_paths(connection.execute(_ROOTS).fetchall())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise RootsError(f"{file} cannot be read ({why})") from error

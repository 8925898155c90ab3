"""The folders, archives and files that the reader added to the library, as absolute paths."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kvtui.userdata.columns import Row, path_from, path_value
from kvtui.userdata.database import Database, Statement
from kvtui.userdata.glancing import glance
from kvtui.userdata.schema import ROOTS_ARE_KNOWN

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
    database.write(*_additions(paths))


def recover_roots(database: Database, made_of: Callable[[], Sequence[Path]]) -> tuple[Path, ...]:
    """Takes over the roots that the library was made of last where those in the database may be lost.

    That is once where the database is new, and once where it was begun anew after damage: else what is
    not in it was removed. `made_of` is called only then. Gives the roots that were added, of which the
    reader is told; none where they cannot be saved.
    """
    known = "SELECT 1 FROM choices WHERE name = ?"
    if database.trouble is not None or database.read(known, (ROOTS_ARE_KNOWN,)):
        return ()
    there = roots(database)
    lost = tuple(path for path in made_of() if path not in there)
    mark = ("INSERT OR REPLACE INTO choices (name, value) VALUES (?, 'known')", (ROOTS_ARE_KNOWN,))
    database.write(*_additions(lost), mark)
    if lost and database.is_saved:
        named = ", ".join(map(str, lost))
        database.tell(f"The library's folders are taken over from the library as it was made last: {named}")
    return lost if database.is_saved else ()


def remove_roots(database: Database, paths: Iterable[Path]) -> None:
    """Takes roots away; paths that are none are left out."""
    database.write(*(("DELETE FROM roots WHERE path = ?", (path_value(str(path)),)) for path in paths))


def _additions(paths: Iterable[Path]) -> list[Statement]:
    now = datetime.now(UTC).isoformat()
    statement = "INSERT OR IGNORE INTO roots (path, added) VALUES (?, ?)"
    return [(statement, (path_value(str(path)), now)) for path in paths]


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

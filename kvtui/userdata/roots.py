"""The folders, archives and files that the reader added to the library, as absolute paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kvtui.userdata.columns import Row, path_from, path_value
from kvtui.userdata.database import Database
from kvtui.userdata.glancing import glance

_ROOTS = "SELECT path FROM roots ORDER BY added, path"


def roots(database: Database) -> tuple[Path, ...]:
    """All roots in the order in which they were added; some may be gone from the disk."""
    return _as_paths(database.read(_ROOTS))


def glance_at_roots(file: Path) -> tuple[Path, ...]:
    """The same before the database is opened for good; none where it cannot be read just now."""
    return _as_paths(glance(file, _ROOTS))


def add_roots(database: Database, paths: Iterable[Path]) -> None:
    """Adds absolute paths; those that are roots already stay as they are."""
    now = datetime.now(UTC).isoformat()
    statement = "INSERT OR IGNORE INTO roots (path, added) VALUES (?, ?)"
    database.write(*((statement, (path_value(str(path)), now)) for path in paths))


def remove_roots(database: Database, paths: Iterable[Path]) -> None:
    """Takes roots away; paths that are none are left out."""
    database.write(*(("DELETE FROM roots WHERE path = ?", (path_value(str(path)),)) for path in paths))


def _as_paths(rows: Sequence[Row]) -> tuple[Path, ...]:
    paths = (path_from(row[0]) for row in rows)
    return tuple(Path(path) for path in paths if path)

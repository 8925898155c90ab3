"""A look into the catalogue without opening it for good: the newest document, and what it was made of."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from kvtui.library.catalogue.opening import CatalogueError, catalogue_file, connect
from kvtui.library.catalogue.schema import FileState

_NEWEST = (
    "SELECT path, name FROM files JOIN folders USING (folder) WHERE listed AND state = ?"
    " ORDER BY sort_key LIMIT 1"
)


def glance_at_newest(folder: Path) -> Path | None:
    """The newest document of the library in that folder that could be read; None where that is not known."""
    for above, name in _rows(folder, _NEWEST, FileState.READ):
        return Path(os.fsdecode(above)) / os.fsdecode(name)
    return None


def roots_made_of(folder: Path) -> tuple[Path, ...]:
    """The roots that the library in that folder was made of last; none where that is not known."""
    return tuple(Path(os.fsdecode(path)) for (path,) in _rows(folder, "SELECT path FROM roots ORDER BY path"))


def _rows(folder: Path, sql: str, *values: int) -> list[Any]:
    """The rows of a SELECT; none where there is no catalogue that can be read."""
    file = catalogue_file(folder)
    if file is None:
        return []
    try:
        connection = connect(file, to_write=False)
    except CatalogueError:
        return []
    try:
        return connection.execute(sql, values).fetchall()
    except sqlite3.Error:
        return []
    finally:
        connection.close()

"""A look into the catalogue before it is opened for good: for what the first picture needs."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from kvtui.library.catalogue.opening import CatalogueError, catalogue_file, connect
from kvtui.library.catalogue.schema import FileState

_NEWEST = (
    "SELECT path, name FROM files JOIN folders USING (folder) WHERE listed AND state = ?"
    " ORDER BY sort_key LIMIT 1"
)


def glance_at_newest(folder: Path) -> Path | None:
    """The newest document of the library in that folder that could be read; None where that is not known."""
    file = catalogue_file(folder)
    if file is None:
        return None
    try:
        connection = connect(file, to_write=False)
    except CatalogueError:
        return None
    try:
        row = connection.execute(_NEWEST, (FileState.READ,)).fetchone()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return Path(os.fsdecode(row[0])) / os.fsdecode(row[1]) if row else None

"""A look into the database before it is opened for good: for what the first picture needs.

Neither makes, mends nor moves the file: what is wrong with it is told by whoever opens it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from kvtui.userdata.columns import Row


def glance(file: Path, sql: str, values: Row = ()) -> list[Row]:
    """The rows of a query; none where the file cannot be read just now."""
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=0.1)
        with contextlib.closing(connection):
            return connection.execute(sql, values).fetchall()
    return []

"""The tables of the database and how an older one is brought up to date.

The rule that keeps every version readable by every other: a migration only adds (a table, or a
column with a default); statements always name their columns. What a row means is for
`bookmarks`, `positions`, `choices` and `roots`.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE IF NOT EXISTS bookmarks (
            id TEXT PRIMARY KEY,
            identifier TEXT,
            path TEXT,
            part TEXT,
            number INTEGER,
            paragraph INTEGER NOT NULL DEFAULT 0,
            offset INTEGER NOT NULL DEFAULT 0,
            title TEXT NOT NULL DEFAULT '',
            excerpt TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            created TEXT NOT NULL DEFAULT ''
        )""",
        """CREATE TABLE IF NOT EXISTS positions (
            document TEXT NOT NULL,
            pane TEXT NOT NULL,
            identifier TEXT,
            path TEXT,
            part TEXT,
            number INTEGER,
            paragraph INTEGER NOT NULL DEFAULT 0,
            offset INTEGER NOT NULL DEFAULT 0,
            focused INTEGER NOT NULL DEFAULT 0,
            seen TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (document, pane)
        )""",
        "CREATE INDEX IF NOT EXISTS positions_seen ON positions (seen)",
        "CREATE TABLE IF NOT EXISTS last_paths (nth INTEGER PRIMARY KEY, path TEXT)",
        "CREATE TABLE IF NOT EXISTS choices (name TEXT PRIMARY KEY, value TEXT NOT NULL DEFAULT '')",
    ),
    ("CREATE TABLE IF NOT EXISTS roots (path PRIMARY KEY NOT NULL, added TEXT NOT NULL DEFAULT '')",),
)
"""The n-th entry brings a database from version n to n + 1."""

COLUMNS: dict[str, str] = {
    "bookmarks": "id, identifier, path, part, number, paragraph, offset, title, excerpt, note, created",
    "positions": "document, pane, identifier, path, part, number, paragraph, offset, focused, seen",
    "last_paths": "nth, path",
    "choices": "name, value",
    "roots": "path, added",
}
"""What this version reads and writes."""

ROOTS_ARE_KNOWN = "roots"
"""The choice without which roots may have been lost: the database is new, or was begun anew."""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version written in the file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file has tables that no version of kvtui made."""
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    return has_tables and version_of(connection) == 0


def is_usable(connection: sqlite3.Connection) -> bool:
    """Whether the database has every table and column that this version needs."""
    try:
        for table, columns in COLUMNS.items():
            connection.execute(f"SELECT {columns} FROM {table} LIMIT 0")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such table or column
            return False
        raise
    return True


def migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Brings an older database to this version in one transaction, a backup beside it first.

    `path` is the file of the connection, None for one in memory. A database of this version or
    a newer one is left alone.
    """
    if version_of(connection) >= len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)  # another kvtui may have been first
        if path is not None and 0 < version < len(MIGRATIONS):
            back_up(path, version)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        if version < len(MIGRATIONS):
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(path: Path, version: int) -> Path:
    """Copies the committed database to a file beside it with version and date in its name; gives its path."""
    target = dated_name(path, f"backup-v{version}")
    source = sqlite3.connect(path)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    return target


def dated_name(path: Path, word: str) -> Path:
    """A free name beside the file: `kvtui-broken-2026-11-23T09-30-00.sqlite3`."""
    stem = f"{path.stem}-{word}-{datetime.now():%Y-%m-%dT%H-%M-%S}"
    name, count = path.with_name(stem + path.suffix), 1
    while name.exists():
        count += 1
        name = path.with_name(f"{stem}-{count}{path.suffix}")
    return name

"""One row for each publication: of several files with the same one the best is listed.

Which is the best is told by `FileRows.worth`. Only what is listed has names, people and citations in the
catalogue and records in the index.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from kvtui.library.catalogue.file_rows import FileRows
from kvtui.library.catalogue.rows import CITATION_COLUMNS, OWN_COLUMNS
from kvtui.library.catalogue.schema import OF_LISTED, FileState

_PUT: Final = (
    f"UPDATE files SET {', '.join(f'{column} = ?' for column in OWN_COLUMNS)}, state = ?, publication = ?,"
    " worth = ?, fingerprint = ? WHERE file = ?"
)
_CITATION: Final = (
    f"INSERT INTO citations (file, {CITATION_COLUMNS}) VALUES (?{', ?' * len(CITATION_COLUMNS.split(','))})"
)
_ROW_WORDS: Final = "INSERT OR REPLACE INTO row_words VALUES (?, ?)"
_NO_LONGER: Final = tuple(f"DELETE FROM {table} WHERE file = ?" for table in OF_LISTED)


def put(connection: sqlite3.Connection, file: int, rows: FileRows) -> bool:
    """Keeps what was read of a file; gives whether it is listed with records."""
    known = connection.execute(
        "SELECT publication, listed, kind FROM files WHERE file = ?", (file,)
    ).fetchone()
    if known is None:
        return False
    old, was_listed, kind = known
    failed = rows.problem is not None
    publication = rows.publication
    state = FileState.FAILED if failed else FileState.READ
    connection.execute(_PUT, (*rows.values, state, publication, rows.worth, rows.fingerprint, file))
    if kind is not None:
        _clear(connection, file)
    else:  # it was not read before: only its name told something
        connection.execute("DELETE FROM names WHERE file = ?", (file,))
    if old is not None and old != publication:
        _settle(connection, old)
    if failed:
        _list(connection, file, others=0)
        if kind is not None:
            _leave(connection, file)
        connection.execute(_ROW_WORDS, (file, rows.words))
        return False
    best = _settle(connection, publication, read=file) if publication is not None else file
    if best != file:
        _unlist(connection, file)
        if was_listed and kind is not None:
            _leave(connection, file)
        return False
    if publication is None:
        _list(connection, file, others=0)
    connection.execute("DELETE FROM leftovers WHERE file = ?", (file,))  # its records are replaced
    name(connection, file, rows.names, rows.words)
    for table, found in (
        ("members", rows.members),
        ("parties", rows.parties),
        ("ministries", rows.ministries),
    ):
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(one, file) for one in found])
    connection.executemany(_CITATION, [(file, *one) for one in rows.citations])
    return True


def drop(connection: sqlite3.Connection, file: int) -> None:
    """Takes a file away; if it was the best of its publication the next takes over, and is read again."""
    known = connection.execute("SELECT publication FROM files WHERE file = ?", (file,)).fetchone()
    if known is None:
        return
    _clear(connection, file)
    connection.execute("DELETE FROM files WHERE file = ?", (file,))
    _leave(connection, file)
    if known[0] is not None:
        _settle(connection, known[0])


def name(connection: sqlite3.Connection, file: int, names: tuple[str, ...], words: str) -> None:
    """By what a listed file is found, and what its row says."""
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(one, file) for one in names])
    connection.execute(_ROW_WORDS, (file, words))


def _settle(connection: sqlite3.Connection, publication: str, read: int | None = None) -> int | None:
    """Lists the best file of a publication and no other; gives it.

    One that becomes the best and is not the one that was just read, has to be read again.
    """
    group = connection.execute(
        "SELECT file, listed, others FROM files WHERE publication = ? ORDER BY worth", (publication,)
    ).fetchall()
    if not group:
        return None
    (best, was_listed, others), *rest = group
    for file, listed, _ in rest:
        if listed:
            _unlist(connection, file)
            if file != read:
                _leave(connection, file)
    if not was_listed and best != read:
        connection.execute(f"UPDATE files SET state = {FileState.UNREAD:d} WHERE file = ?", (best,))
    if not was_listed or others != len(rest):
        _list(connection, best, others=len(rest))
    return int(best)


def _list(connection: sqlite3.Connection, file: int, *, others: int) -> None:
    connection.execute("UPDATE files SET listed = 1, others = ? WHERE file = ?", (others, file))


def _unlist(connection: sqlite3.Connection, file: int) -> None:
    connection.execute("UPDATE files SET listed = 0, others = 0 WHERE file = ?", (file,))
    _clear(connection, file)


def _clear(connection: sqlite3.Connection, file: int) -> None:
    for statement in _NO_LONGER:
        connection.execute(statement, (file,))


def _leave(connection: sqlite3.Connection, file: int) -> None:
    """Its records are to be taken out of the index."""
    connection.execute("INSERT OR IGNORE INTO leftovers VALUES (?)", (file,))

"""One row for each publication: of several files with the same one the best is listed.

The best format goes first, then more questions, then the path. Only what is listed has names, people and
citations in the catalogue and records in the index.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from typing import Final

from kvtui.library.catalogue.row_words import row_words
from kvtui.library.catalogue.rows import (
    CITATION_COLUMNS,
    OWN_COLUMNS,
    citation_values,
    storable,
    values_of,
)
from kvtui.library.catalogue.schema import OF_LISTED, FileState
from kvtui.library.entries import Entry
from kvtui.library.facts.facts import Facts
from kvtui.model.formats import Format

_FORMATS: Final = tuple(
    map(str, (Format.XML, Format.HTML, Format.DOCX, Format.ODT, Format.PDF, Format.MARKDOWN, Format.TEXT))
)
"""The best first: what is marked up says what it is, what is printed has to be guessed at."""
_MOST: Final = 2**32 - 1
_PUT: Final = (
    f"UPDATE files SET {', '.join(f'{column} = ?' for column in OWN_COLUMNS)}, state = ?, publication = ?,"
    " worth = ?, fingerprint = ? WHERE file = ?"
)
_CITATION: Final = (
    f"INSERT INTO citations (file, {CITATION_COLUMNS}) VALUES (?{', ?' * len(CITATION_COLUMNS.split(','))})"
)
_NO_LONGER: Final = tuple(f"DELETE FROM {table} WHERE file = ?" for table in OF_LISTED)


def put(connection: sqlite3.Connection, file: int, facts: Facts) -> bool:
    """Keeps what was read of a file; gives whether it is listed with records."""
    entry = facts.entry
    known = connection.execute(
        "SELECT publication, listed, kind FROM files WHERE file = ?", (file,)
    ).fetchone()
    if known is None:
        return False
    old, was_listed, kind = known
    failed = entry.problem is not None
    publication = None if failed or not entry.identifier else storable(entry.identifier.lower())
    values = (FileState.FAILED if failed else FileState.READ, publication, _worth(entry))
    connection.execute(_PUT, (*values_of(entry), *values, facts.fingerprint or None, file))
    _clear(connection, file)
    if old is not None and old != publication:
        _settle(connection, old)
    if failed:
        _list(connection, file, others=0)
        if kind is not None:
            _leave(connection, file)
        connection.execute(*_row_words(file, entry))
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
    name(connection, file, entry)
    _put_people(connection, file, entry)
    connection.executemany(_CITATION, ((file, *citation_values(one)) for one in facts.citations))
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


def name(connection: sqlite3.Connection, file: int, entry: Entry) -> None:
    """By what a listed file is found."""
    names = {storable(one.lower()) for one in (entry.identifier, entry.case_number) if one}
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", ((one, file) for one in names))
    connection.execute(*_row_words(file, entry))


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


def _put_people(connection: sqlite3.Connection, file: int, entry: Entry) -> None:
    members = {storable(f"{who.name} ({who.party})" if who.party else who.name) for who in entry.askers}
    parties = {storable(who.party) for who in entry.askers if who.party}
    for table, found in (("members", members), ("parties", parties), ("ministries", set(entry.ministries))):
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", ((one, file) for one in found))


def _row_words(file: int, entry: Entry) -> tuple[str, tuple[int, str]]:
    return "INSERT OR REPLACE INTO row_words VALUES (?, ?)", (file, storable(row_words(entry)))


def _worth(entry: Entry) -> bytes:
    """Bytes that sort the best file of a publication first."""
    rank = _FORMATS.index(entry.format) if entry.format in _FORMATS else len(_FORMATS)
    return struct.pack(">BI", rank, _MOST - min(entry.question_count, _MOST)) + os.fsencode(entry.path)

"""SQLite's FTS5 with the same texts and the same queries: the full text search that everybody has at hand.

One row for each pair; words without accents; ordered by bm25, fifty rows and the number of all.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.library.parsed import key_of, rows
from benchmarks.library.places import Place
from benchmarks.library.queries import Asked

LIMIT = 50
NUMBERS = "texts.rowid, rank"
WITH_SNIPPETS = f"{NUMBERS}, snippet(texts, -1, '[', ']', '…', 24)"
"""What is fetched of each row: nothing but which it is, or words around what was found too."""
_SCHEMA = """
CREATE VIRTUAL TABLE texts USING fts5(
    question, answer, footnote, other, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE pairs(
    id INTEGER PRIMARY KEY, document INTEGER, session TEXT, ministries TEXT, parties TEXT, day INTEGER
);
"""
_MAPPED = 4 * 2**30


def open_full_text(place: Place) -> sqlite3.Connection:
    """The database with all rows of a corpus, made first when it is not there."""
    path = place.folder / f"fts5-{key_of(place)}.sqlite3"
    if not path.exists():
        for old in place.folder.glob("fts5-*"):
            old.unlink()
        _make(place, path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    connection.execute("PRAGMA cache_size = -262144")
    return connection


def ask(connection: sqlite3.Connection, columns: str, asked: Asked) -> int:
    """Fetch `columns` of the best rows of a query and count all; how many there are."""
    values: tuple[str, ...] = (asked.match,)
    source = "texts"
    condition = "texts MATCH ?"
    if asked.condition:
        source += " JOIN pairs ON pairs.id = texts.rowid"
        condition += f" AND {asked.condition[0]}"
        values += (asked.condition[1],)
    best = f"SELECT {columns} FROM {source} WHERE {condition} ORDER BY rank LIMIT {LIMIT}"
    connection.execute(best, values).fetchall()
    count = connection.execute(f"SELECT count(*) FROM {source} WHERE {condition}", values).fetchone()
    return int(count[0])


def _make(place: Place, path: Path) -> None:
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    number = 0
    for chunk in rows(place):
        texts, pairs = [], []
        for row in chunk:
            number += 1
            texts.append((number, row.question, row.answer, row.footnote, row.other))
            pairs.append((number, row.document, row.session, row.ministries, row.parties, row.day))
        connection.executemany(
            "INSERT INTO texts(rowid, question, answer, footnote, other) VALUES (?, ?, ?, ?, ?)", texts
        )
        connection.executemany("INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?)", pairs)
    connection.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    connection.commit()
    connection.close()
    unfinished.rename(path)

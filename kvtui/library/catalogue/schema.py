"""The tables of the catalogue.

`VERSION` is raised with every change here or in what is kept: the catalogue is then made anew.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

VERSION: Final = 3


NO_FILE: Final = -1
"""The size in the row of a folder or archive that cannot be looked through."""


class FileState(IntEnum):
    """How far a file is."""

    UNREAD = 0
    """Found, or changed since it was read: then what it said before is still there."""
    READ = 1
    FAILED = 2
    """It could not be read: `problem` says why."""


TABLES: Final = (
    # one row: `commits` counts what readers may want to see
    """CREATE TABLE library (
        commits INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        refreshed REAL
    )""",
    """CREATE TABLE roots (
        path BLOB PRIMARY KEY,
        device INTEGER,
        problem TEXT
    ) WITHOUT ROWID""",
    # folders, archives, and files that were given by name
    """CREATE TABLE folders (
        folder INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE,
        stamp BLOB NOT NULL DEFAULT x'',
        snapshot BLOB NOT NULL DEFAULT x'',
        problem TEXT
    )""",
    # AUTOINCREMENT: a number that the index may still know is never given to another file
    """CREATE TABLE files (
        file INTEGER PRIMARY KEY AUTOINCREMENT,
        folder INTEGER NOT NULL,
        name BLOB NOT NULL,
        size INTEGER NOT NULL,
        state INTEGER NOT NULL DEFAULT 0,
        listed INTEGER NOT NULL DEFAULT 1,
        others INTEGER NOT NULL DEFAULT 0,
        sort_key BLOB NOT NULL,
        publication TEXT,
        worth BLOB,
        chain TEXT,
        place INTEGER,
        fingerprint TEXT,
        identifier TEXT,
        kind TEXT,
        number TEXT,
        session_year TEXT,
        case_number TEXT,
        subject TEXT,
        askers TEXT NOT NULL DEFAULT '',
        submitted INTEGER,
        received INTEGER,
        question_count INTEGER NOT NULL DEFAULT 0,
        answering_days INTEGER,
        problem TEXT,
        respondents TEXT NOT NULL DEFAULT '',
        ministries TEXT NOT NULL DEFAULT '',
        format TEXT
    )""",
    "CREATE UNIQUE INDEX files_at ON files (name, folder)",
    "CREATE INDEX files_in ON files (folder, state, listed, size)",
    "CREATE INDEX files_listed ON files (sort_key) WHERE listed",
    "CREATE INDEX files_unread ON files (sort_key) WHERE state = 0",
    "CREATE INDEX files_failed ON files (sort_key) WHERE state = 2",
    "CREATE INDEX files_publication ON files (publication) WHERE publication IS NOT NULL",
    "CREATE INDEX files_chain ON files (chain, place) WHERE listed AND chain IS NOT NULL",
    "CREATE INDEX files_number ON files (number) WHERE listed AND number IS NOT NULL",
    "CREATE INDEX files_fingerprint ON files (fingerprint) WHERE listed AND fingerprint IS NOT NULL",
    # what follows is of listed files only
    "CREATE TABLE names (name TEXT, file INTEGER, PRIMARY KEY (name, file)) WITHOUT ROWID",
    "CREATE INDEX names_of ON names (file)",
    "CREATE TABLE row_words (file INTEGER PRIMARY KEY, words TEXT NOT NULL)",
    "CREATE TABLE members (member TEXT, file INTEGER, PRIMARY KEY (member, file)) WITHOUT ROWID",
    "CREATE INDEX members_of ON members (file)",
    "CREATE TABLE parties (party TEXT, file INTEGER, PRIMARY KEY (party, file)) WITHOUT ROWID",
    "CREATE INDEX parties_of ON parties (file)",
    "CREATE TABLE ministries (ministry TEXT, file INTEGER, PRIMARY KEY (ministry, file)) WITHOUT ROWID",
    "CREATE INDEX ministries_of ON ministries (file)",
    "CREATE INDEX files_session ON files (session_year) WHERE listed AND kind IS NOT NULL",
    "CREATE INDEX files_kind ON files (kind) WHERE listed AND kind IS NOT NULL",
    "CREATE INDEX files_format ON files (format) WHERE listed AND kind IS NOT NULL",
    """CREATE TABLE citations (
        file INTEGER NOT NULL,
        target TEXT NOT NULL COLLATE NOCASE,
        part TEXT NOT NULL,
        numbers TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        first INTEGER NOT NULL,
        behind INTEGER NOT NULL,
        text TEXT NOT NULL,
        questions TEXT NOT NULL,
        certain INTEGER NOT NULL,
        place INTEGER NOT NULL,
        carrier TEXT NOT NULL,
        choice INTEGER NOT NULL
    )""",
    "CREATE INDEX citations_to ON citations (target, choice, file)",
    "CREATE INDEX citations_of ON citations (file)",
    # numbers of files whose records are still to be taken out of the index
    "CREATE TABLE leftovers (file INTEGER PRIMARY KEY)",
)

OF_LISTED: Final = ("names", "row_words", "members", "parties", "ministries", "citations")
"""The tables with rows of listed files only."""

"""Counts over the whole catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from kvtui.library.catalogue.rows import is_under
from kvtui.library.catalogue.schema import FileState

Rows = Callable[..., list[Any]]
"""Gives the rows of a SELECT with its values."""

CITED_TARGETS: Final = (
    "SELECT target, count(*) AS times, count(DISTINCT file) FROM citations WHERE target != '' AND choice = 0"
    " GROUP BY target ORDER BY times DESC, target"
)


class Dimension(StrEnum):
    """What documents can be counted by."""

    SESSION = "session"
    """Vergaderjaar: "2023-2024"; empty for documents whose text gives none."""
    MEMBER = "member"
    """The member who asks, with the party: "Van Nispen (SP)"."""
    PARTY = "party"
    MINISTRY = "ministry"
    """Code of the ministry that is asked: "JenV"."""
    KIND = "kind"
    """A value of `DocumentKind`."""
    FORMAT = "format"
    """A value of `Format`."""


_VALUES: Final = {
    Dimension.SESSION: "SELECT coalesce(session_year, ''), count(*) FROM files"
    " WHERE listed AND kind IS NOT NULL GROUP BY session_year ORDER BY session_year DESC",
    Dimension.MEMBER: "SELECT member, count(*) FROM members GROUP BY 1 ORDER BY 2 DESC, 1",
    Dimension.PARTY: "SELECT party, count(*) FROM parties GROUP BY 1 ORDER BY 2 DESC, 1",
    Dimension.MINISTRY: "SELECT ministry, count(*) FROM ministries GROUP BY 1 ORDER BY 2 DESC, 1",
    Dimension.KIND: "SELECT kind, count(*) FROM files WHERE listed AND kind IS NOT NULL"
    " GROUP BY 1 ORDER BY 2 DESC, 1",
    Dimension.FORMAT: "SELECT format, count(*) FROM files WHERE listed AND kind IS NOT NULL AND"
    " format IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
}


@dataclass(frozen=True, slots=True)
class State:
    """How far a library is."""

    files: int
    read: int
    failed: int
    unread: int
    documents: int
    """Publications: of several files with the same one only the best counts."""
    bytes: int
    """Of all files together, as they are on the disk or unpacked from an archive."""
    refreshed: datetime | None
    """When it was last gone through to the end, in UTC."""


@dataclass(frozen=True, slots=True)
class RootCount:
    """What is in one root."""

    path: Path
    files: int
    documents: int
    problem: str | None
    """Why it could not be looked through; what was known of it is kept."""


def state(rows: Rows) -> State:
    """How far the library is."""
    counts = dict.fromkeys(FileState, 0)
    documents = size = 0
    for kind, listed, count, total in rows(
        "SELECT state, listed, count(*), sum(max(size, 0)) FROM files GROUP BY state, listed"
    ):
        counts[FileState(kind)] += count
        size += total
        if listed and kind == FileState.READ:
            documents += count
    (refreshed,) = rows("SELECT refreshed FROM library")[0]
    return State(
        files=sum(counts.values()),
        read=counts[FileState.READ],
        failed=counts[FileState.FAILED],
        unread=counts[FileState.UNREAD],
        documents=documents,
        bytes=size,
        refreshed=None if refreshed is None else datetime.fromtimestamp(refreshed, UTC),
    )


def count_unread(rows: Rows) -> int:
    """How many files were found and not read yet, or changed since."""
    # without a table of statistics SQLite would go through an index of all files
    found = rows(f"SELECT count(*) FROM files INDEXED BY files_unread WHERE state = {FileState.UNREAD:d}")
    return int(found[0][0])


def has_read(rows: Rows) -> bool:
    """Whether a file was read, and not changed since."""
    return bool(rows(f"SELECT 1 FROM files WHERE state = {FileState.READ:d} LIMIT 1"))


def root_counts(rows: Rows) -> list[RootCount]:
    """The roots that were looked through last, and what is in each."""
    in_folders = rows(
        "SELECT path, count(*), sum(listed AND state = 1) FROM files JOIN folders USING (folder)"
        " GROUP BY folder"
    )
    found = []
    for root, problem in rows("SELECT path, problem FROM roots ORDER BY path"):
        inside = [row for row in in_folders if is_under(row[0], root)]
        if not inside:  # a file that was given by name and found in a folder
            folder, _, name = root.rpartition(b"/")
            inside = rows(
                "SELECT path, 1, listed AND state = 1 FROM files JOIN folders USING (folder)"
                " WHERE files.name = ? AND path = ?",
                (name, folder),
            )
        files, documents = sum(row[1] for row in inside), sum(row[2] for row in inside)
        found.append(RootCount(Path(os.fsdecode(root)), files, documents, problem))
    return found


def values(rows: Rows, dimension: Dimension) -> list[tuple[str, int]]:
    """The values of a dimension and the number of documents of each."""
    return rows(_VALUES[dimension])

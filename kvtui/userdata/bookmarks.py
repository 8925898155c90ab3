"""Bookmarks: places in documents that the reader marked, with a note if wanted.

Every change is on the disk when the function returns (or `Database.take_notices` says why not).
Ids are random, so two running kvtui never make the same one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kvtui.userdata.columns import (
    PLACE_COLUMNS,
    Row,
    moment_from,
    place_from,
    place_values,
    storable_line,
    text_from,
)
from kvtui.userdata.database import Database
from kvtui.userdata.places import Place, same_block

_COLUMNS = f"id, {PLACE_COLUMNS}, title, excerpt, note, created"
_ADD = f"INSERT OR IGNORE INTO bookmarks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One marked place."""

    id: str
    place: Place
    title: str
    """The document in words: its subject."""
    excerpt: str
    """The first words of what was marked."""
    note: str
    """The reader's own line; may be empty."""
    created: datetime
    """When it was made, in UTC."""


def list_bookmarks(database: Database) -> tuple[Bookmark, ...]:
    """All bookmarks, the newest first."""
    rows = database.read(f"SELECT {_COLUMNS} FROM bookmarks ORDER BY created DESC, id")
    return tuple(_from_row(row) for row in rows)


def add_bookmark(
    database: Database, place: Place, *, title: str, excerpt: str = "", note: str = ""
) -> Bookmark:
    """Marks a place now and gives the bookmark."""
    bookmark = Bookmark(
        id=os.urandom(8).hex(),
        place=place,
        title=storable_line(title),
        excerpt=storable_line(excerpt),
        note=storable_line(note),
        created=datetime.now(UTC),
    )
    restore_bookmark(database, bookmark)
    return bookmark


def restore_bookmark(database: Database, bookmark: Bookmark) -> None:
    """Puts back a bookmark that was removed, as it was; does nothing if it is there."""
    database.write((_ADD, _to_row(bookmark)))


def remove_bookmark(database: Database, bookmark_id: str) -> Bookmark | None:
    """Takes a bookmark away and gives it, for `restore_bookmark`; None if there was none."""
    bookmark = _with_id(database, bookmark_id)
    if bookmark is not None:
        database.write(("DELETE FROM bookmarks WHERE id = ?", (bookmark_id,)))
    return bookmark


def set_note(database: Database, bookmark_id: str, note: str) -> Bookmark | None:
    """Changes the note, kept on one line; gives the changed bookmark, None if there is none."""
    bookmark = _with_id(database, bookmark_id)
    if bookmark is None:
        return None
    changed = replace(bookmark, note=storable_line(note))
    database.write(("UPDATE bookmarks SET note = ? WHERE id = ?", (changed.note, bookmark_id)))
    return changed


def find_at(database: Database, place: Place) -> Bookmark | None:
    """The newest bookmark on the same document, question or answer as the place; None if not marked."""
    _, path, part, number, *_ = place_values(place)
    rows = database.read(
        f"SELECT {_COLUMNS} FROM bookmarks WHERE part IS ? AND number IS ? AND (identifier IS NOT NULL"
        " OR path = ?) ORDER BY created DESC, id",
        (part, number, path),
    )
    return next((mark for row in rows if same_block((mark := _from_row(row)).place, place)), None)


def _with_id(database: Database, bookmark_id: str) -> Bookmark | None:
    rows = database.read(f"SELECT {_COLUMNS} FROM bookmarks WHERE id = ?", (bookmark_id,))
    return _from_row(rows[0]) if rows else None


def _to_row(bookmark: Bookmark) -> Row:
    return (
        bookmark.id,
        *place_values(bookmark.place),
        bookmark.title,
        bookmark.excerpt,
        bookmark.note,
        bookmark.created.isoformat(),
    )


def _from_row(row: Row) -> Bookmark:
    identity, *place, title, excerpt, note, created = row
    return Bookmark(
        id=text_from(identity),
        place=place_from(place),
        title=text_from(title),
        excerpt=text_from(excerpt),
        note=text_from(note),
        created=moment_from(created),
    )

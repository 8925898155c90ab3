"""What the reader made, as the screen uses it: opened when first needed, its notices passed on.

SQLite is imported here, late: nothing of the first picture needs it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.library.printable import printable
from kvtui.userdata.places import Place

if TYPE_CHECKING:
    from kvtui.userdata.bookmarks import Bookmark
    from kvtui.userdata.database import Database
    from kvtui.userdata.positions import Position


class Desk:
    """Bookmarks, positions and choices of one reader."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` is called with what the reader should know about how things are kept."""
        self._tell = tell
        self._lock = threading.Lock()
        self._opened: Database | None = None

    @property
    def _database(self) -> Database:
        """The open database; a thread may be opening it."""
        with self._lock:
            if self._opened is None:
                from kvtui.library.catalogue.glancing import roots_made_of
                from kvtui.library.collection import main_folder
                from kvtui.userdata.database import open_database
                from kvtui.userdata.paths import cache_dir, database_file
                from kvtui.userdata.roots import recover_roots

                self._opened = open_database(database_file())
                recover_roots(self._opened, lambda: roots_made_of(main_folder(cache_dir())))
            return self._opened

    @property
    def is_open(self) -> bool:
        """Whether the database was opened."""
        return self._opened is not None

    def _told(self) -> None:
        """Pass on what the database has to say; not from a thread."""
        for notice in self._database.take_notices():
            self._tell(printable(notice))

    def bookmarks(self) -> Sequence[Bookmark]:
        """All bookmarks, the newest first."""
        from kvtui.userdata.bookmarks import list_bookmarks

        found = list_bookmarks(self._database)
        self._told()
        return found

    def bookmark_at(self, place: Place) -> Bookmark | None:
        """The bookmark on the same document, question or answer."""
        from kvtui.userdata.bookmarks import find_at

        return find_at(self._database, place)

    def add_bookmark(self, place: Place, title: str, excerpt: str) -> Bookmark:
        """Mark a place."""
        from kvtui.userdata.bookmarks import add_bookmark

        made = add_bookmark(self._database, place, title=title, excerpt=excerpt)
        self._told()
        return made

    def remove_bookmark(self, bookmark: Bookmark) -> None:
        """Take a bookmark away."""
        from kvtui.userdata.bookmarks import remove_bookmark

        remove_bookmark(self._database, bookmark.id)
        self._told()

    def restore_bookmark(self, bookmark: Bookmark) -> None:
        """Put back a bookmark that was taken away."""
        from kvtui.userdata.bookmarks import restore_bookmark

        restore_bookmark(self._database, bookmark)
        self._told()

    def set_note(self, bookmark: Bookmark, note: str) -> None:
        """Change the note of a bookmark."""
        from kvtui.userdata.bookmarks import set_note

        set_note(self._database, bookmark.id, note)
        self._told()

    def position_in(self, document: Place) -> Position | None:
        """Where the panes of a document stood last."""
        from kvtui.userdata.positions import position_in

        return position_in(self._database, document)

    def save_position(self, document: Place, position: Position) -> None:
        """Remember where the panes of a document stand."""
        from kvtui.userdata.positions import save_position

        save_position(self._database, document, position)

    def last_place(self) -> Place | None:
        """The place that was left last."""
        from kvtui.userdata.positions import last_place

        place = last_place(self._database)
        self._told()
        return place

    def save_last_paths(self, paths: Sequence[Path]) -> None:
        """Remember what was opened."""
        from kvtui.userdata.positions import save_last_paths

        save_last_paths(self._database, paths)

    def save_choice(self, name: str, value: str) -> None:
        """Remember a choice."""
        from kvtui.userdata.choices import save_choice

        save_choice(self._database, name, value)
        self._told()

    def close(self) -> None:
        """Close what was opened."""
        if self._opened is not None:
            self._opened.close()

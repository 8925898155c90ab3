"""The roots of the main library for a command: read for certain or not at all, and saved for certain.

A library is emptied of what lies under no root: a database that cannot be read must never look like none.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from kvtui.cli import messages
from kvtui.library.catalogue import CatalogueError, open_catalogue
from kvtui.library.collection import main_folder
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import RootsError, add_roots, certain_roots, remove_roots


def library_roots() -> tuple[Path, ...]:
    """The roots in the order in which they were added.

    Of a damaged database those that the library was made of last are taken over, which is said. Raises
    `RootsError` where they cannot be read.
    """
    with closing(open_database(database_file())) as database:
        found = certain_roots(database)
        return _with_lost(database, found) if database.was_damaged else found


def save_roots(*, added: Sequence[Path] = (), removed: Sequence[Path] = ()) -> None:
    """Adds and removes roots. Raises `RootsError` where that cannot be saved: then nothing is changed."""
    database = open_database(database_file())
    add_roots(database, added)
    remove_roots(database, removed)
    why = database.trouble
    database.close()  # tries once more
    if not database.is_saved:
        raise RootsError(f"{database.path} cannot be written ({why}); the library stays as it is")


def _with_lost(database: Database, found: tuple[Path, ...]) -> tuple[Path, ...]:
    """The roots of a database that was begun anew, with those that were lost."""
    for notice in database.take_notices():
        messages.say(notice)
    made_of: list[Path] = []
    with suppress(CatalogueError), closing(open_catalogue(main_folder(cache_dir()))) as catalogue:
        made_of = [root.path for root in catalogue.roots()]
    lost = [path for path in made_of if path not in found]
    if lost:
        add_roots(database, lost)
        named = ", ".join(map(str, lost))
        messages.say(f"taken over from the library as it was made last: {named}")
    return (*found, *lost)

"""The roots of the main library for a command: read for certain or not at all, and saved for certain.

A library is emptied of what lies under no root: a database that cannot be read must never look like none.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from kvtui.cli import messages
from kvtui.library.catalogue.glancing import roots_made_of
from kvtui.library.collection import main_folder
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import RootsError, add_roots, certain_roots, recover_roots, remove_roots


def library_roots() -> tuple[Path, ...]:
    """The roots in the order in which they were added.

    Where the database was lost or damaged those that the library was made of last are taken over, which is
    said. Raises `RootsError` where they cannot be read.
    """
    with closing(open_database(database_file())) as database:
        found = certain_roots(database)
        recovered = recover_roots(database, lambda: roots_made_of(main_folder(cache_dir())))
        if recovered or database.was_damaged:
            for notice in database.take_notices():
                messages.say(notice)
        return (*found, *recovered)


def save_roots(*, added: Sequence[Path] = (), removed: Sequence[Path] = ()) -> None:
    """Adds and removes roots. Raises `RootsError` where that cannot be saved: then nothing is changed."""
    database = open_database(database_file())
    add_roots(database, added)
    remove_roots(database, removed)
    why = database.trouble
    database.close()  # tries once more
    if not database.is_saved:
        raise RootsError(f"{database.path} cannot be written ({why}); the library stays as it is")

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from kvtui.userdata import schema
from kvtui.userdata.choices import choice
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.roots import add_roots, glance_at_roots, remove_roots, roots

STRANGE = Path(os.fsdecode(b"/brieven/gemeente\xff"))


def test_roots_come_back_in_the_order_in_which_they_were_added(database: Database) -> None:
    add_roots(database, [Path("/veerpont")])
    add_roots(database, [STRANGE])
    add_roots(database, [Path("/brieven")])
    assert roots(database) == (Path("/veerpont"), STRANGE, Path("/brieven"))


def test_a_root_is_there_once_however_often_it_is_added(database: Database) -> None:
    add_roots(database, [Path("/a"), Path("/b")])
    add_roots(database, [Path("/b"), Path("/a")])
    assert roots(database) == (Path("/a"), Path("/b"))


def test_a_root_can_be_taken_away_again(database: Database) -> None:
    add_roots(database, [Path("/a"), STRANGE, Path("/c")])
    remove_roots(database, [STRANGE, Path("/nothing")])
    assert roots(database) == (Path("/a"), Path("/c"))


def test_roots_are_on_the_disk_and_can_be_glanced_at(file: Path, database: Database) -> None:
    add_roots(database, [Path("/a")])
    assert glance_at_roots(file) == (Path("/a"),)
    assert glance_at_roots(file.with_name("missing.sqlite3")) == ()


def test_a_database_from_before_there_were_roots_keeps_what_it_has(file: Path) -> None:
    file.parent.mkdir()
    old = sqlite3.connect(file)
    for statement in schema.MIGRATIONS[0]:
        old.execute(statement)
    old.execute("INSERT INTO choices VALUES ('theme', 'night')")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    assert glance_at_roots(file) == ()
    database = open_database(file)
    add_roots(database, [Path("/a")])
    assert (choice(database, "theme"), roots(database)) == ("night", (Path("/a"),))
    database.close()

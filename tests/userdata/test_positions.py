from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from kvtui.model import TextPart
from kvtui.userdata.choices import choice, save_choice
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.places import Place
from kvtui.userdata.positions import (
    Position,
    glance_at_last_paths,
    last_paths,
    last_place,
    position_in,
    save_last_paths,
    save_position,
)

ONE = Place("ah-tk-20232024-1", "/een.md")
TWO = Place(None, "/twee.md")


def position(document: Place, number: int) -> Position:
    question = replace(document, part=TextPart.QUESTION, number=number)
    answer = replace(document, part=TextPart.ANSWER, number=number, paragraph=1, offset=40)
    return Position(focus="answer", panes={"questions": question, "answer": answer})


def test_each_document_has_its_own_last_position(database: Database) -> None:
    save_position(database, ONE, position(ONE, 3))
    save_position(database, TWO, position(TWO, 8))
    save_position(database, ONE, position(ONE, 5))
    assert position_in(database, ONE) == position(ONE, 5)
    assert position_in(database, TWO) == position(TWO, 8)
    assert position_in(database, Place("ah-tk-20232024-9")) is None


def test_a_position_is_found_after_the_file_was_moved(database: Database) -> None:
    save_position(database, ONE, position(ONE, 3))
    assert position_in(database, replace(ONE, path="/archief/een.txt")) == position(ONE, 3)


def test_the_last_place_is_the_focus_in_the_document_left_last(database: Database) -> None:
    assert last_place(database) is None
    save_position(database, ONE, position(ONE, 3))
    save_position(database, TWO, position(TWO, 8))
    assert last_place(database) == position(TWO, 8).panes["answer"]


def test_the_last_paths_are_kept_in_order_and_absolute(database: Database, file: Path) -> None:
    save_last_paths(database, [Path("/b"), Path("/a"), Path("/br\udcffef")])
    assert last_paths(database) == (Path("/b"), Path("/a"), Path("/br\udcffef"))
    save_last_paths(database, [Path("brieven")])
    assert last_paths(database) == (Path("brieven").absolute(),)
    assert glance_at_last_paths(file) == last_paths(database)


def test_a_glance_neither_makes_nor_mends_a_database(tmp_path: Path) -> None:
    missing, broken = tmp_path / "missing.sqlite3", tmp_path / "broken.sqlite3"
    broken.write_bytes(b"broken")
    assert glance_at_last_paths(missing) == ()
    assert glance_at_last_paths(broken) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["broken.sqlite3"]
    empty = tmp_path / "empty.sqlite3"
    sqlite3.connect(empty).close()
    assert glance_at_last_paths(empty) == ()


def test_a_choice_is_remembered(file: Path) -> None:
    database = open_database(file)
    assert choice(database, "theme") is None
    save_choice(database, "theme", "light")
    save_choice(database, "theme", "dark")
    database.close()
    database = open_database(file)
    assert choice(database, "theme") == "dark"
    database.close()

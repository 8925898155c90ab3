from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kvtui.userdata import schema
from kvtui.userdata.choices import choice
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.roots import (
    RootsError,
    add_roots,
    certain_roots,
    glance_at_roots,
    recover_roots,
    remove_roots,
    roots,
)

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


def test_roots_that_cannot_be_read_are_not_taken_for_none(tmp_path: Path) -> None:
    folder = tmp_path / "kvtui.sqlite3"
    folder.mkdir()
    for file in (folder, tmp_path / ("long" * 100) / "kvtui.sqlite3"):  # refused as where nobody may look
        with closing(open_database(file)) as database:
            assert roots(database) == ()
            with pytest.raises(RootsError, match="cannot be read"):
                certain_roots(database)


def test_where_there_is_no_database_there_are_no_roots_for_certain(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no directory", "utf-8")
    with closing(open_database(in_the_way / "kvtui.sqlite3")) as database:
        assert certain_roots(database) == ()


def test_roots_that_can_only_be_read_are_certain(
    file: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kvtui.userdata.database.PATIENCE", 0.01)
    add_roots(database, [Path("/a")])
    database.close()
    locking = sqlite3.connect(file, isolation_level=None)
    locking.execute("BEGIN EXCLUSIVE")
    with closing(open_database(file)) as locked_out:
        assert locked_out.trouble is not None
        assert certain_roots(locked_out) == (Path("/a"),)
    locking.close()


def test_that_a_database_was_damaged_is_known(file: Path) -> None:
    with closing(open_database(file)) as database:
        assert not database.was_damaged
    file.write_bytes(b"no database\n" * 1000)
    with closing(open_database(file)) as database:
        assert database.was_damaged


def made_of_two() -> tuple[Path, ...]:
    return Path("/a"), Path("/b")


def test_a_new_database_takes_over_what_the_library_was_made_of_and_says_so(file: Path) -> None:
    with closing(open_database(file)) as database:
        add_roots(database, [Path("/b")])
        assert recover_roots(database, made_of_two) == (Path("/a"),)
        assert set(roots(database)) == {Path("/a"), Path("/b")}
        (notice,) = database.take_notices()
        assert notice.endswith("taken over from the library as it was made last: /a")


def test_what_was_removed_since_is_not_taken_over_again(file: Path) -> None:
    with closing(open_database(file)) as database:
        recover_roots(database, made_of_two)
        remove_roots(database, made_of_two())
        database.take_notices()
    with closing(open_database(file)) as database:
        assert recover_roots(database, made_of_two) == ()
        assert roots(database) == ()
        assert database.take_notices() == ()


@pytest.mark.parametrize("content", [b"no database\n" * 1000, None], ids=["damaged", "gone"])
def test_roots_that_are_lost_again_are_taken_over_again(file: Path, content: bytes | None) -> None:
    with closing(open_database(file)) as database:
        recover_roots(database, made_of_two)
    file.unlink() if content is None else file.write_bytes(content)
    open_database(file).close()  # by whoever is first
    with closing(open_database(file)) as database:
        assert recover_roots(database, made_of_two) == made_of_two()
        assert set(roots(database)) == set(made_of_two())


def test_of_a_half_readable_database_the_roots_that_could_not_be_read_are_taken_over(file: Path) -> None:
    with closing(open_database(file)) as database:
        recover_roots(database, made_of_two)
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'roots'").fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with closing(open_database(file)) as database:
        assert database.was_damaged
        assert recover_roots(database, made_of_two) == made_of_two()


def test_nothing_is_taken_over_where_it_cannot_be_saved(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no directory", "utf-8")
    with closing(open_database(in_the_way / "kvtui.sqlite3")) as database:
        database.take_notices()
        assert recover_roots(database, made_of_two) == ()
        assert database.take_notices() == ()

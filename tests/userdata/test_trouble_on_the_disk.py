from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import kvtui.userdata.database as database_module
from kvtui.userdata import connecting, schema
from kvtui.userdata.bookmarks import add_bookmark, list_bookmarks
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.places import Place

PLACE = Place("ah-tk-20232024-7", "/zeven.md")


def titles(database: Database) -> set[str]:
    return {bookmark.title for bookmark in list_bookmarks(database)}


def titles_in(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {title for (title,) in connection.execute("SELECT title FROM bookmarks")}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "PATIENCE", 0.01)
    monkeypatch.setattr(database_module, "_IMPATIENCE", 0.01)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A disk that has no room for as long as the list holds True."""
    is_full = [True]

    def connect(path: Path, *, patience: float = 1) -> sqlite3.Connection:
        connection = connecting.connect(path, patience=patience)
        if is_full[0]:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(database_module, "connect", connect)
    return is_full


def test_a_broken_database_is_kept_aside_and_the_reader_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database, but somebody's file\n" * 100)
    database = open_database(file)
    (notice,) = database.take_notices()
    (aside,) = file.parent.glob("kvtui-broken-*.sqlite3")
    assert re.fullmatch(r"kvtui-broken-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.sqlite3", aside.name)
    assert str(aside) in notice
    assert aside.read_bytes() == b"no database, but somebody's file\n" * 100
    add_bookmark(database, PLACE, title="nieuw")
    assert titles_in(file) == {"nieuw"}
    assert database.take_notices() == ()
    database.close()


def test_what_a_damaged_database_still_holds_is_carried_over(file: Path) -> None:
    with closing(open_database(file)) as database:
        for number in range(300):
            add_bookmark(database, PLACE, title=f"{number} " + "lang " * 40)
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with closing(open_database(file)) as database:
        (notice,) = database.take_notices()
        saved = len(list_bookmarks(database))
    assert 0 < saved <= 300
    assert f"{saved} bookmarks" in notice


def test_damage_that_comes_while_it_is_open_is_mended_too(file: Path) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="eerst")
        file.write_bytes(b"\xff" * file.stat().st_size)
        add_bookmark(database, PLACE, title="later")
        assert "later" in titles(database)
        assert database.is_saved
        (notice,) = database.take_notices()
        assert "kept as" in notice
    assert "later" in titles_in(file)


def test_the_tables_of_another_program_are_kept_aside(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.commit()
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="nieuw")
    assert len(list(file.parent.glob("kvtui-broken-*"))) == 1
    assert titles_in(file) == {"nieuw"}


def test_a_data_directory_that_cannot_be_made_leaves_the_bookmarks_in_memory(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file, no directory")
    with closing(open_database(in_the_way / "kvtui.sqlite3")) as database:
        (notice,) = database.take_notices()
        assert "Nothing can be saved" in notice
        add_bookmark(database, PLACE, title="voorlopig")
        assert titles(database) == {"voorlopig"}
        assert not database.is_saved
        assert database.take_notices() == ()
        in_the_way.unlink()
        add_bookmark(database, PLACE, title="daarna")
        assert database.is_saved
        assert database.take_notices() == ("Bookmarks and all else are saved on the disk again.",)
    assert titles_in(tmp_path / "data" / "kvtui.sqlite3") == {"voorlopig", "daarna"}


def test_a_read_only_database_is_shown_and_goes_on_in_memory(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="oud")
    connect = connecting.connect

    def read_only(path: Path, *, patience: float = 1) -> sqlite3.Connection:
        connection = connect(path, patience=patience)
        connection.execute("PRAGMA query_only = ON")  # the error of a read-only file, which root never gets
        return connection

    monkeypatch.setattr(database_module, "connect", read_only)
    with closing(open_database(file)) as database:
        assert titles(database) == {"oud"}
        add_bookmark(database, PLACE, title="nieuw")
        assert titles(database) == {"oud", "nieuw"}
        (notice,) = database.take_notices()
        assert "readonly" in notice
    assert titles_in(file) == {"oud"}


def test_on_a_full_disk_nothing_is_lost_and_all_is_saved_when_there_is_room(
    file: Path, full_disk: list[bool]
) -> None:
    with closing(open_database(file)) as database:
        for number in range(50):
            add_bookmark(database, PLACE, title=f"{number} " + "lang " * 100)
        everything = titles(database)
        assert len(everything) == 50
        assert not database.is_saved
        (notice,) = database.take_notices()
        assert "full" in notice
        full_disk[0] = False
        add_bookmark(database, PLACE, title="weer ruimte")
        assert database.is_saved
        assert titles(database) == everything | {"weer ruimte"}
    assert titles_in(file) == everything | {"weer ruimte"}


def test_closing_tries_a_last_time_to_save(file: Path, full_disk: list[bool]) -> None:
    database = open_database(file)
    for number in range(50):
        add_bookmark(database, PLACE, title=f"{number} " + "lang " * 100)
    full_disk[0] = False
    database.close()
    assert len(titles_in(file)) == 50


@pytest.mark.usefixtures("impatient")
def test_a_database_that_another_program_holds_is_written_when_it_is_free(file: Path) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="oud")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(open_database(file)) as database:
            add_bookmark(database, PLACE, title="ondertussen")
            assert titles(database) == {"oud", "ondertussen"}
            assert not database.is_saved
            other.execute("ROLLBACK")
            add_bookmark(database, PLACE, title="daarna")
            assert database.is_saved
    assert titles_in(file) == {"oud", "ondertussen", "daarna"}


def with_another_version(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (statement,)))
    monkeypatch.setattr(connecting, "MIGRATIONS", schema.MIGRATIONS)


def test_an_older_database_is_backed_up_before_it_is_changed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="oud")
    with_another_version(monkeypatch, "ALTER TABLE bookmarks ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    with closing(open_database(file)) as database:
        assert titles(database) == {"oud"}
    latest = len(schema.MIGRATIONS)
    (backup,) = file.parent.glob(f"kvtui-backup-v{latest - 1}-*.sqlite3")
    assert titles_in(backup) == {"oud"}
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT colour FROM bookmarks").fetchall() == [("",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (latest,)


def test_a_migration_that_fails_changes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="oud")
        add_bookmark(database, PLACE, title="oud")
    with monkeypatch.context() as patch:
        with_another_version(patch, "CREATE UNIQUE INDEX impossible ON bookmarks (title)")
        with closing(open_database(file)) as database:
            assert titles(database) == {"oud"}
            assert database.take_notices() != ()
    with closing(open_database(file)) as database:
        assert len(list_bookmarks(database)) == 2
        assert database.take_notices() == ()


def test_a_newer_database_is_read_and_written_where_it_only_has_more(file: Path) -> None:
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="oud")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("ALTER TABLE bookmarks ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")
        connection.execute("PRAGMA user_version = 7")
    with closing(open_database(file)) as database:
        add_bookmark(database, PLACE, title="nieuw")
        assert titles(database) == {"oud", "nieuw"}
        assert database.take_notices() == ()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (7,)


def test_a_newer_database_that_cannot_be_used_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE marks (everything TEXT)")
        connection.execute("PRAGMA user_version = 7")
    before = file.read_bytes()
    for title in ("een", "twee"):
        with closing(open_database(file)) as database:
            (notice,) = database.take_notices()
            assert "newer kvtui" in notice
            add_bookmark(database, PLACE, title=title)
            assert database.is_saved
    assert file.read_bytes() == before
    assert titles_in(file.with_name(f"kvtui-v{len(schema.MIGRATIONS)}.sqlite3")) == {"een", "twee"}

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kvtui.model import TextPart
from kvtui.userdata.bookmarks import (
    add_bookmark,
    find_at,
    list_bookmarks,
    remove_bookmark,
    restore_bookmark,
    set_note,
)
from kvtui.userdata.database import Database, open_database
from kvtui.userdata.places import Place

ANSWER = Place("ah-tk-20232024-7", "/brieven/zeven.md", TextPart.ANSWER, 3, paragraph=2, offset=11)
DOCUMENT = Place("ah-tk-20232024-7", "/brieven/zeven.md")


def test_a_bookmark_is_there_after_reopening(file: Path) -> None:
    first = open_database(file)
    made = add_bookmark(first, ANSWER, title="de dijk bij Zandvoorde", excerpt="Ja, dat", note="nabellen")
    first.close()
    second = open_database(file)
    assert list_bookmarks(second) == (made,)
    assert made.place == ANSWER
    assert (made.title, made.excerpt, made.note) == ("de dijk bij Zandvoorde", "Ja, dat", "nabellen")
    second.close()


def test_the_newest_bookmark_comes_first(database: Database) -> None:
    made = [add_bookmark(database, replace(ANSWER, number=n), title=str(n)) for n in (1, 2, 3)]
    assert list_bookmarks(database) == tuple(sorted(made, key=lambda b: b.created, reverse=True))


def test_a_removed_bookmark_can_be_put_back_as_it_was(database: Database) -> None:
    made = add_bookmark(database, ANSWER, title="titel", note="noot")
    removed = remove_bookmark(database, made.id)
    assert removed == made
    assert list_bookmarks(database) == ()
    restore_bookmark(database, removed)
    restore_bookmark(database, removed)
    assert list_bookmarks(database) == (made,)


def test_what_is_not_there_cannot_be_removed_or_noted(database: Database) -> None:
    assert remove_bookmark(database, "unknown") is None
    assert set_note(database, "unknown", "noot") is None


def test_a_note_is_changed_and_kept_on_one_line(database: Database) -> None:
    made = add_bookmark(database, ANSWER, title="titel")
    changed = set_note(database, made.id, "eerst dit\n dan dat ")
    assert changed == replace(made, note="eerst dit dan dat")
    assert list_bookmarks(database) == (changed,)


def test_a_bookmark_is_found_by_its_block_wherever_in_it_one_is(database: Database) -> None:
    made = add_bookmark(database, ANSWER, title="titel")
    assert find_at(database, replace(ANSWER, paragraph=0, offset=0)) == made
    assert find_at(database, replace(ANSWER, number=4)) is None
    assert find_at(database, replace(ANSWER, part=TextPart.QUESTION)) is None
    assert find_at(database, DOCUMENT) is None


def test_a_bookmark_survives_that_its_file_is_moved(database: Database) -> None:
    made = add_bookmark(database, ANSWER, title="titel")
    assert find_at(database, replace(ANSWER, path="/archief/7.txt")) == made


def test_documents_without_identifier_are_told_apart_by_their_path(database: Database) -> None:
    made = add_bookmark(database, Place(None, "/a.txt"), title="a")
    assert find_at(database, Place(None, "/a.txt")) == made
    assert find_at(database, Place(None, "/b.txt")) is None
    assert find_at(database, Place(None, None)) is None


@pytest.mark.parametrize(
    "place",
    [
        Place(None, "/tmp/b\udcffrief.md"),
        Place("ah-tk-\udcff", None, TextPart.QUESTION, 10**40, 10**40, -(10**40)),
        Place("ah-tk-20232024-1'; DROP TABLE bookmarks; --", "/x\n.md"),
    ],
)
def test_any_place_can_be_kept(database: Database, place: Place) -> None:
    add_bookmark(database, place, title="t\udcfft", excerpt="\x00", note="é")
    (kept,) = list_bookmarks(database)
    assert kept.place.path == place.path
    assert kept.place.part == place.part
    assert database.is_saved


def test_rows_of_another_version_are_read_as_far_as_they_are_understood(database: Database) -> None:
    database.write(
        ("INSERT INTO bookmarks (id, part, number, created) VALUES ('x', 'chapter', 'many', 'today')", ())
    )
    (kept,) = list_bookmarks(database)
    assert kept.place == Place()
    assert kept.created.year == 1970

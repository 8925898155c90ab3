"""Bookmarks: set, removed, listed, opened, noted, deleted, brought back, and there at the next start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kvtui.userdata.bookmarks import Bookmark, list_bookmarks
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import data_dir, database_file
from tests.tui.reading import BELLS, BRIDGE, LIGHTHOUSES, NARROW, SAMPLES, Reader, reading
from tests.tui.texts import long_document


def kept() -> list[Bookmark]:
    """The bookmarks on the disk."""
    database = open_database(database_file())
    try:
        return list(list_bookmarks(database))
    finally:
        database.close()


async def open_list(reader: Reader) -> None:
    await reader.press("B")
    await reader.until(lambda: len(reader.app.screen_stack) == 2, "the list of bookmarks is open")


async def bookmark(reader: Reader, number: int) -> None:
    """Marks a question."""
    await reader.press(*str(number), "enter", "b")
    await reader.until_told(f"Bookmark on question {number};")


async def test_b_marks_a_question_and_again_takes_the_mark_away() -> None:
    async with reading(BRIDGE) as reader:
        await bookmark(reader, 2)
        assert "2★Klopt het dat de fietsbrug" in reader.pane("questions")
        assert "1040★" in reader.pane("documents")
        assert [(mark.place.identifier, mark.place.number) for mark in kept()] == [("ah-tk-20982099-1040", 2)]
        await reader.press("b")
        await reader.until_told("Bookmark on question 2 removed.")
        assert "★" not in reader.pane("questions") + reader.pane("documents")
        assert kept() == []


async def test_a_joint_answer_is_marked_with_the_answer_in_front() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("7", "enter", "tab", "b")
        await reader.until_told("Bookmark on answer 6 and 7;")
        assert reader.pane("questions").count("★") == 2
        await reader.press("p", "b")
        await reader.until_told("Bookmark on answer 6 and 7 removed.")


async def test_the_document_is_marked_with_the_list_in_front() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("left", "b")
        await reader.until_told("Bookmark on the document;")
        assert "1040★" in reader.pane("documents")
        assert "★" not in reader.pane("questions")
        await open_list(reader)
        assert reader.shows("ah-tk-20982099-1040")
        await reader.press("enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the list is closed")
        assert reader.path == BRIDGE


async def test_the_list_shows_where_what_and_when() -> None:
    async with reading(BRIDGE) as reader:
        await bookmark(reader, 2)
        await open_list(reader)
        assert reader.shows("ah-tk-20982099-1040, question 2")
        assert reader.shows("Klopt het dat de fietsbrug over de Traagvliet bij mist verdwijnt?")
        assert reader.shows(str(kept()[0].created.astimezone().year))


async def test_the_list_shows_where_what_and_when_on_the_smallest_screen() -> None:
    async with reading(BRIDGE, size=NARROW) as reader:
        await bookmark(reader, 2)
        await open_list(reader)
        await reader.press("e", "m", "i", "s", "t", "enter")
        await reader.until(lambda: kept()[0].note == "mist", "the note is kept")
        reader.app.clear_notifications()
        await reader.until_shown("✎ mist")
        assert reader.shows("ah-tk-20982099-1040, question 2")
        assert reader.shows(str(kept()[0].created.astimezone().year))


async def test_an_empty_list_says_how_to_fill_it() -> None:
    async with reading(BRIDGE) as reader:
        await open_list(reader)
        assert reader.shows("No bookmarks yet: b marks a document, a question or an answer.")
        await reader.press("enter", "e", "d", "u", "escape")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the list is closed")


async def test_a_note_is_written_shown_and_kept() -> None:
    async with reading(BRIDGE) as reader:
        await bookmark(reader, 2)
        await open_list(reader)
        await reader.press("e")
        await reader.type("bij q")
        await reader.press("enter")
        await reader.until_shown("✎ bij q")
        assert kept()[0].note == "bij q"
        await reader.press("e")
        await reader.type(" en z")
        await reader.press("escape")
        assert kept()[0].note == "bij q"
        assert reader.shows("ah-tk-20982099-1040, question 2")


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_a_bookmark_is_deleted_and_brought_back(key: str) -> None:
    async with reading(BRIDGE) as reader:
        await bookmark(reader, 2)
        await bookmark(reader, 3)
        before = kept()
        await open_list(reader)
        await reader.press(key, key)
        await reader.until(lambda: kept() == [], "no bookmark is left")
        assert reader.shows("No bookmarks yet")
        await reader.press("u", "u")
        await reader.until(lambda: kept() == before, "both are as they were")
        assert reader.shows("question 2")
        assert reader.shows("question 3")
        await reader.press("escape")
        assert reader.pane("questions").count("★") == 2


async def test_enter_opens_the_bookmark_and_back_returns() -> None:
    async with reading(SAMPLES) as reader:
        await bookmark(reader, 8)
        await reader.press("left", "down", "down", "down", "enter")
        await reader.until_open(LIGHTHOUSES)
        await reader.press("tab")
        before = reader.place
        await open_list(reader)
        await reader.press("enter")
        await reader.until_open(BRIDGE)
        assert (reader.number, reader.focus, reader.title) == (8, "questions", "Answer 8")
        await reader.press("backspace")
        await reader.until(lambda: reader.place == before, "all is as before")


async def test_bookmarks_are_there_at_the_next_start_even_if_the_file_moved(tmp_path: Path) -> None:
    first = shutil.copy(BRIDGE, tmp_path)
    async with reading(Path(first)) as reader:
        await reader.press("6", "enter", "tab", "b")
        await reader.until_told("Bookmark on answer 6 and 7")
    (tmp_path / "elders").mkdir()
    moved = Path(shutil.move(first, tmp_path / "elders"))
    shutil.copy(BELLS, tmp_path)
    async with reading(tmp_path) as reader:
        await open_list(reader)
        assert reader.shows("ah-tk-20982099-1040, answer 6")
        await reader.press("enter")
        await reader.until_open(moved)
        assert (reader.title, reader.focus) == ("Answer 6 and 7", "answer")


async def test_a_bookmark_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    first = Path(shutil.copy(BRIDGE, tmp_path))
    async with reading(first) as reader:
        await bookmark(reader, 2)
    first.unlink()
    async with reading(BELLS) as reader:
        await open_list(reader)
        await reader.press("enter")
        await reader.until(lambda: bool(reader.told), "something is told")
        assert "1040" in reader.told
        assert reader.path == BELLS


async def test_a_broken_database_is_set_aside_and_told() -> None:
    database_file().parent.mkdir(parents=True, exist_ok=True)
    database_file().write_bytes(b"this is no database at all" * 100)
    async with reading(BRIDGE) as reader:
        await reader.until_told("kvtui-broken-")
        await bookmark(reader, 2)
    assert [mark.place.number for mark in kept()] == [2]
    aside = [path for path in data_dir().iterdir() if path.name.startswith("kvtui-broken-")]
    assert [path.read_bytes()[:26] for path in aside] == [b"this is no database at all"]


async def test_a_data_directory_that_is_no_directory_is_told_and_reading_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("KVTUI_DATA_DIR", str(tmp_path / "file"))
    async with reading(BRIDGE) as reader:
        await reader.until(lambda: bool(reader.told), "the reader is told")
        await reader.press("n", "b")
        await reader.until_told("Bookmark on question 2;")
        await open_list(reader)
        assert reader.shows("ah-tk-20982099-1040, question 2")


async def test_the_next_start_shows_where_one_was(tmp_path: Path) -> None:
    path = long_document(tmp_path)
    async with reading(path) as reader:
        await reader.press("n", "n", "tab", "pagedown", "down", "down")
        place, rows = reader.place[:5], reader.rows("answer")
    async with reading(path) as reader:
        await reader.until(lambda: reader.place[:5] == place, "all is as it was")
        assert reader.rows("answer") == rows


async def test_the_next_start_opens_the_document_where_one_was() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("left", "G", "enter")
        await reader.until_open(BELLS)
        await reader.press("4", "enter")
        await reader.until_at(4)
    async with reading(SAMPLES) as reader:
        assert (reader.path, reader.number) == (BELLS, 4)

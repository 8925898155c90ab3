"""Pictures of the screens at three sizes. After a change that is meant: `pytest tests/tui --snapshot-update`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kvtui.model import TextPart
from kvtui.tui import themes
from kvtui.tui.reader_app import ReaderApp
from kvtui.userdata.bookmarks import Bookmark, restore_bookmark
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import database_file
from kvtui.userdata.places import Place
from tests.tui.reading import (
    BRIDGE,
    FERRY,
    FERRY_NOTICE,
    GULLS,
    LIGHTHOUSES,
    MIDDLE,
    NARROW,
    SAMPLES,
    TIDES,
    UNANSWERED,
    WIDE,
    Reader,
    screen_text,
    until,
)

Take = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x40", "80x24", "40x12"])


@pytest.fixture
def picture(snap_compare: Any, config_file: Path) -> Take:
    """Opens some files, presses keys, and compares the screen with the picture that is kept."""
    config_file.write_text(f'theme = "{themes.DARK.name}"\n', "utf-8")

    def take(size: tuple[int, int], keys: str = "", *paths: Path, shows: str = "") -> bool:
        app = ReaderApp(paths or (SAMPLES,))
        return bool(snap_compare(app, terminal_size=size, run_before=steps(keys.split(), shows)))

    return take


def steps(keys: list[str], shows: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """What to do before the picture is taken: all that moves by itself has come to rest then."""

    async def run(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        screen = reader.screen
        await reader.until(lambda: bool(screen.documents.total), "the list has rows")
        await reader.until(lambda: not screen.librarian.is_reading, "the list is full")
        await reader.until(lambda: screen.desk.is_open, "the bookmarks are read")
        await reader.press(*keys)
        if shows:
            await reader.until_shown(shows)
        reader.app.clear_notifications()
        await until(pilot, lambda: not pilot.app.screen.query("Toast"), "messages are gone")
        panes = (screen.questions, screen.answer)
        await until(pilot, lambda: not any(pane._flashing for pane in panes), "nothing flashes")
        await until(
            pilot, lambda: not any(pane._pending for pane in panes if pane.display), "all is in place"
        )
        await at_rest(pilot)

    return run


async def at_rest(pilot: Pilot[None]) -> None:
    """Lets the app run until what it shows has been the same for a while."""
    same, before = 0, ""
    while same < 8:
        await pilot.pause()
        shown = screen_text(pilot.app.screen)
        same, before = (same + 1 if shown == before else 0), shown


@SIZES
def test_reader(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size)


@SIZES
def test_joint_answer_with_a_link_and_who_cites_it(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "5 enter tab", FERRY, shows="Answer 4–6")


@SIZES
def test_notice(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "n tab", FERRY_NOTICE, shows="Notice")


@SIZES
def test_unanswered_set(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "n tab", UNANSWERED, shows="No answer yet")


def test_list_with_a_filter(picture: Take) -> None:
    assert picture(WIDE, "left slash k l e p enter", shows="klep")


def test_list_alone(picture: Take) -> None:
    assert picture(NARROW, "left down", shows="Documents")


def test_link_that_leads_nowhere(picture: Take) -> None:
    assert picture(WIDE, "1 2 enter tab l", LIGHTHOUSES, shows="⊘ This document has")


@SIZES
def test_help(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "question_mark", BRIDGE, shows="Help")


@SIZES
def test_peek(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "2 enter tab space", BRIDGE, shows="Answer 6 and 7")


@SIZES
def test_reference_to_another_publication(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "4 enter tab l enter", BRIDGE, shows="Another publication")


@SIZES
def test_find(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "slash r e i g e r enter", LIGHTHOUSES, shows="1 of 4 found")


def test_labels(picture: Take) -> None:
    assert picture(WIDE, "5 enter f", TIDES)


@SIZES
def test_table(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "slash v r a a g space 3 enter", GULLS, shows="1 of 1 found")


@SIZES
def test_list_and_emphasis(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "2 enter tab", GULLS, shows="Answer 2")


@SIZES
def test_source(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "1 enter v", TIDES, shows="Vraag 1")


def test_zoom(picture: Take) -> None:
    assert picture(WIDE, "6 enter tab z", BRIDGE)


@SIZES
def test_bookmarks(picture: Take, size: tuple[int, int]) -> None:
    database = open_database(database_file())
    for number, note in ((2, "navragen"), (6, "")):
        place = Place("ah-tk-20982099-1040", None, TextPart.ANSWER, number)
        words = f"de fietsbrug over de Traagvliet, antwoord {number}"
        made = datetime(2099, 4, number, 12, tzinfo=UTC)
        restore_bookmark(database, Bookmark(f"{number:016}", place, words, words, note, made))
    database.close()
    assert picture(size, "B", BRIDGE, shows="Bookmarks")


@SIZES
def test_themes(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "t", BRIDGE, shows="Theme")


@SIZES
def test_command_palette(picture: Take, size: tuple[int, int]) -> None:
    assert picture(size, "colon l i n k", BRIDGE, shows="link")


def test_no_color(picture: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(WIDE, "1 2 enter tab", LIGHTHOUSES)


def test_light_theme(picture: Take, config_file: Path) -> None:
    config_file.write_text(f'theme = "{themes.LIGHT.name}"\n', "utf-8")
    assert picture(WIDE, "2 enter", BRIDGE)

"""Wanted: what is cited and not in the library, by how often; who cites it, its page, its name."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kvtui.library.query.reading import read_query
from kvtui.tui.panes.wanted_list import WantedList
from kvtui.tui.screens.help import HelpScreen
from kvtui.tui.screens.wanted import WantedScreen
from tests.tui.reading import MIDDLE, NARROW, WIDE
from tests.tui.searching import Hands, Library, ScreenApp, library_of, showing
from tests.tui.test_snapshots import at_rest
from tests.tui.texts import pairs, published

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=str)
OFTEN, SELDOM = "Zie Aanhangsel Handelingen, vergaderjaar 2097-2098, nr. 12.", "Zie Kamerstuk 36410, nr. 74."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two documents that cite each other and two others."""
    folder = tmp_path / "documents"
    folder.mkdir()
    published(folder, 500, pairs(("Vaart de pont?", OFTEN), ("Waarom?", SELDOM)))
    published(
        folder,
        501,
        pairs(("En nu?", OFTEN + " Zie ook Aanhangsel Handelingen, vergaderjaar 2030-2031, nr. 500.")),
    )
    with library_of(folder, tmp_path / "cache") as made:
        yield made


@asynccontextmanager
async def wanting(library: Library, size: tuple[int, int] = WIDE) -> AsyncIterator[Hands]:
    async with showing(lambda: WantedScreen(library.catalogue, {}), size) as hands:
        await hands.until(lambda: not hands.shows("Looking…"), "the list is there")
        yield hands


def names(hands: Hands) -> list[str]:
    return [item.identifier for item in hands.app.screen.query_one(WantedList).wanted]


@SIZES
async def test_what_is_cited_most_comes_first(library: Library, size: tuple[int, int]) -> None:
    async with wanting(library, size) as hands:
        assert names(hands) == ["ah-tk-20972098-12", "kst-36410-74"]
        kind = "" if size == NARROW else "answers "
        assert hands.shows(f"2× {kind}ah-tk-20972098-12")
        assert hands.shows("1 of 2")


async def test_enter_searches_for_who_cites_it(library: Library) -> None:
    async with wanting(library) as hands:
        await hands.press("enter")
        query = read_query(str(await hands.until_given()))
        results = library.searcher().search(query)
        assert {hit.entry.number for hit in results.hits} == {"500", "501"}


@SIZES
async def test_they_are_filtered_as_one_types(library: Library, size: tuple[int, int]) -> None:
    async with wanting(library, size) as hands:
        await hands.press("slash")
        await hands.type("kamerstuk 36410")
        await hands.until(lambda: names(hands) == ["kst-36410-74"], "the others are gone")
        await hands.press("enter", "c")
        assert hands.app.copied == ["kst-36410-74"]
        await hands.press("slash", "ctrl+u")
        await hands.type("niets")
        await hands.until_shown("Nothing has these words.")
        await hands.press("escape")
        await hands.until(lambda: len(names(hands)) == 2, "all are there again")
        assert hands.app.given == []


async def test_its_name_is_copied(library: Library) -> None:
    async with wanting(library) as hands:
        await hands.press("j", "c")
        assert hands.app.copied == ["kst-36410-74"]
        await hands.until(lambda: "Copied: kst-36410-74" in hands.told, "it is told")


async def test_its_page_is_opened(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browser(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    async with wanting(library) as hands:
        await hands.press("o")
        await hands.until(lambda: bool(opened), "the page is opened")
        assert "ah-tk-20972098-12" in opened[0]


@pytest.mark.parametrize("key", ["escape", "q", "W"])
async def test_it_is_left_without_a_query(library: Library, key: str) -> None:
    async with wanting(library) as hands:
        await hands.press(key)
        assert await hands.until_given() is None


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_begins_with_its_own_keys_and_comes_back_to_it(library: Library, key: str) -> None:
    async with wanting(library) as hands:
        await hands.press("j", key)
        await hands.until(lambda: isinstance(hands.app.screen, HelpScreen), "the help is open")
        text = hands.text
        assert "Filter them" in text
        assert text.index("Help") < text.index("Filter them") < text.index("Up: previous question")
        await hands.press("escape", "c")
        assert hands.app.copied == ["kst-36410-74"]


async def test_a_library_that_lacks_nothing_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    published(folder, 500, pairs(("Vaart de pont?", "Ja.")))
    with library_of(folder, tmp_path / "cache") as library:
        async with wanting(library) as hands:
            assert hands.shows("Everything that is cited is in the library.")
            await hands.press("enter", "c", "o")
            assert (hands.app.given, hands.app.copied) == ([], [])


@SIZES
def test_picture(snap_compare: Any, library: Library, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        hands = Hands(pilot)
        await hands.until_shown("ah-tk-20972098-12")
        await at_rest(pilot)

    app = ScreenApp(lambda: WantedScreen(library.catalogue, {}))
    assert snap_compare(app, terminal_size=size, run_before=run)

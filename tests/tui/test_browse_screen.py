"""Browsing: the values of each dimension with counts, filtered as one types, each a query for the search."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from kvtui.library.catalogue import Catalogue, CatalogueError, Dimension
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import All, Filter, FilterField
from kvtui.tui.screens.browse import BrowseScreen, BrowseState
from kvtui.tui.screens.search import SearchScreen
from tests.tui.reading import MIDDLE, NARROW, SAMPLES, WIDE, reading
from tests.tui.searching import Hands, Library, ScreenApp, library_of, showing
from tests.tui.test_snapshots import at_rest
from tests.tui.texts import pairs, published

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=str)

COUNTS: Mapping[Dimension, Sequence[tuple[str, int]]] = {
    Dimension.SESSION: [("2098-2099", 3120), ("2097-2098", 2890)],
    Dimension.MEMBER: [
        ("Klepelaar (Ochtendpartij)", 310),
        *((f"Lid {n} (Laagwater)", n) for n in range(90, 0, -1)),
    ],
    Dimension.PARTY: [("Ochtendpartij", 900), ("Unie van Veerlieden", 310)],
    Dimension.MINISTRY: [("IenW", 1400), ("JenV", 1100)],
    Dimension.KIND: [("answer", 5000), ("notice", 610)],
}


class Counts:
    """A catalogue of which only the counts are asked."""

    def __init__(self, problem: str = "") -> None:
        self.asked: list[Dimension] = []
        self.problem = problem

    def values(self, dimension: Dimension) -> Sequence[tuple[str, int]]:
        self.asked.append(dimension)
        if self.problem:
            raise CatalogueError(self.problem)
        return COUNTS[dimension]


def made(counts: object) -> BrowseScreen:
    return BrowseScreen(cast(Catalogue, counts), {})


@asynccontextmanager
async def browsing(counts: object = None, size: tuple[int, int] = WIDE) -> AsyncIterator[Hands]:
    async with showing(lambda: made(counts or Counts()), size) as hands:
        await hands.until(lambda: hands.focus == "dimensions", "the dimensions take the keys")
        yield hands


def conditions(text: object) -> list[tuple[FilterField, tuple[str, ...]]]:
    """The filters that a query consists of."""
    node = read_query(str(text)).node
    nodes = node.nodes if isinstance(node, All) else (node,)
    return [(node.field, node.values) for node in nodes if isinstance(node, Filter)]


@SIZES
async def test_the_session_years_with_their_counts_come_first(size: tuple[int, int]) -> None:
    async with browsing(size=size) as browser:
        await browser.until_shown("Session year")
        if size == NARROW:
            await browser.press("enter")
        await browser.until_shown("2098-2099")
        await browser.until_shown("3,120")


@pytest.mark.parametrize(
    ("steps", "meant"),
    [
        (0, [(FilterField.SESSION, ("2098-2099",))]),
        (1, [(FilterField.MEMBER, ("=Klepelaar",)), (FilterField.PARTY, ("Ochtendpartij",))]),
        (2, [(FilterField.PARTY, ("Ochtendpartij",))]),
        (3, [(FilterField.ADDRESSED, ("IenW",))]),
        (4, [(FilterField.KIND, ("answer",))]),
    ],
)
async def test_a_value_becomes_a_query(steps: int, meant: list[tuple[FilterField, tuple[str, ...]]]) -> None:
    counts = Counts()
    async with browsing(counts) as browser:
        await browser.press(*["down"] * steps, "enter")
        await browser.until(lambda: list(COUNTS)[steps] in counts.asked, "the values were counted")
        await browser.until(lambda: browser.shows(COUNTS[list(COUNTS)[steps]][0][0]), "the values show")
        await browser.press("enter")
        assert conditions(await browser.until_given()) == meant


async def test_ministries_have_their_names() -> None:
    async with browsing() as browser:
        await browser.press("down", "down", "down")
        await browser.until_shown("JenV · Justitie en Veiligheid")


@SIZES
async def test_values_are_filtered_as_one_types(size: tuple[int, int]) -> None:
    async with browsing(size=size) as browser:
        await browser.press("down", "enter")
        await browser.until_shown("1 of 91")
        await browser.press("slash")
        await browser.type("lid 7 ")
        await browser.until_shown("1 of 18")
        await browser.press("enter", "down", "enter")
        assert (FilterField.MEMBER, ("=Lid 79",)) in conditions(await browser.until_given())


async def test_escape_ends_the_filter() -> None:
    async with browsing() as browser:
        await browser.press("down", "slash")
        await browser.type("klep")
        await browser.until_shown("1 of 1")
        await browser.press("escape")
        await browser.until_shown("1 of 91")
        assert browser.focus == "values"


async def test_a_filter_that_lets_nothing_through_says_so() -> None:
    async with browsing() as browser:
        await browser.press("slash")
        await browser.type("zzz")
        await browser.until_shown("Nothing has these words.")
        await browser.press("enter", "enter")
        assert browser.app.given == []


async def test_each_dimension_is_counted_once() -> None:
    counts = Counts()
    async with browsing(counts) as browser:
        await browser.press("down", "down", "up", "up", "down")
        await browser.until_shown("Klepelaar")
        assert len(counts.asked) == len(set(counts.asked))


@pytest.mark.parametrize("keys", ["escape", "q", "i", "tab escape", "tab q"])
async def test_it_is_left_without_a_query(keys: str) -> None:
    async with browsing() as browser:
        await browser.press(*keys.split())
        assert await browser.until_given() is None


async def test_a_catalogue_that_cannot_be_read_is_told() -> None:
    async with browsing(Counts("The catalogue is damaged.")) as browser:
        await browser.until(lambda: "The catalogue is damaged." in browser.told, "the trouble is told")


async def test_it_is_opened_again_as_it_was() -> None:
    async with browsing() as browser:
        await browser.press("down", "enter", "slash")
        await browser.type("lid")
        await browser.until_shown("1 of 90")
        await browser.press("enter", *["down"] * 60, "enter")
        await browser.until_given()
        left = browser.app.screen_stack
        assert len(left) == 1
        state = BrowseState(1, "lid", 60, 40, is_in_values=True)
        browser.app.open(BrowseScreen(cast(Catalogue, Counts()), {}, state))
        await browser.until_shown("61 of 90")
        again = browser.app.screen
        assert isinstance(again, BrowseScreen)
        assert again.state() == state


async def test_a_search_begun_there_is_left_for_it_as_it_was() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("i")
        await reader.until(lambda: isinstance(reader.app.screen, BrowseScreen), "browse is open")
        await reader.press("down", "down", "tab")
        await reader.until_shown("1 of")
        await reader.press("down", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is open")
        await reader.until_shown("1 of")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.app.screen, BrowseScreen), "browse is back")
        await reader.until_shown("2 of")
        screen = reader.app.screen
        assert isinstance(screen, BrowseScreen)
        assert (screen.dimension, screen.values.cursor) == (Dimension.PARTY, 1)
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen, "the reader is back")


async def test_help_begins_with_what_can_be_done_there() -> None:
    async with browsing() as browser:
        await browser.press("question_mark")
        await browser.until_shown("Help")
        assert browser.shows("Filter the values")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "documents"
    folder.mkdir()
    published(folder, 500, pairs(("Vaart de pont?", "Ja.")))
    with library_of(folder, tmp_path / "cache") as made:
        yield made


async def test_what_is_in_a_library_is_found_by_the_query_of_a_value(library: Library) -> None:
    async with browsing(library.catalogue) as browser:
        for count, steps in enumerate((0, 1, 2, 4), 1):
            await browser.press(*["down"] * steps, "tab")
            screen = browser.app.screen
            assert isinstance(screen, BrowseScreen)
            await browser.until(lambda: screen.values.count > 0, "there are values")  # noqa: B023
            await browser.press("enter")
            query = read_query(str(await browser.until_given(count)))
            assert library.searcher().search(query).total == 1, query
            browser.app.open(made(library.catalogue))
            await browser.until(lambda: browser.focus == "dimensions", "it is open again")


async def test_documents_without_a_session_year_have_a_row_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    published(folder, 500, pairs(("Vaart de pont?", "Ja.")))
    (folder / "brief.md").write_text(f"Vragen over de veerpont\n\n{pairs(('Vaart zij?', 'Nee.'))}", "utf-8")
    with library_of(folder, tmp_path / "cache") as made_of:
        async with browsing(made_of.catalogue) as browser:
            await browser.press("tab")
            await browser.until_shown("no session year")
            await browser.press("down", "enter")
            query = read_query(str(await browser.until_given()))
            (hit,) = made_of.searcher().search(query).hits
            assert hit.entry.path == folder / "brief.md"


@SIZES
@pytest.mark.parametrize("keys", ["", "down tab slash l i d space 7"], ids=["years", "members"])
def test_picture(snap_compare: Any, size: tuple[int, int], keys: str) -> None:
    async def run(pilot: Pilot[None]) -> None:
        hands = Hands(pilot)
        await hands.until(lambda: hands.focus == "dimensions", "the screen is open")
        await hands.press(*keys.split())
        await hands.until(lambda: not hands.shows("Counting…"), "the values are there")
        await at_rest(pilot)

    app = ScreenApp(lambda: made(Counts()))
    assert snap_compare(app, terminal_size=size, run_before=run)

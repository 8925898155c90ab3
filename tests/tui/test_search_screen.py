"""The search: finds as one types, opens at the place, narrows by facets, and is left as it was."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from kvtui.library.folders import samples_folder
from kvtui.library.index.opening import index_folder
from kvtui.library.search.results import DamagedError, Facet, Order, SearchError
from kvtui.model import TextPart
from kvtui.tui.control.seeking import NoLibraryError, Searching
from kvtui.tui.palette import palette_of
from kvtui.tui.screens.search import SearchScreen
from kvtui.tui.search_state import Chosen, Front, Searched, SearchState, begun, taken_up
from tests.tui.reading import MIDDLE, NARROW, SAMPLES, WIDE, reading
from tests.tui.searching import FACETS, Finder, Hands, Library, ScreenApp, hit, library_of, showing
from tests.tui.test_snapshots import at_rest
from tests.tui.texts import pairs, published

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=str)


class Searcher(Hands):
    """Hands on the search screen."""

    @property
    def screen(self) -> SearchScreen:
        screen = self.app.screen
        assert isinstance(screen, SearchScreen)
        return screen

    async def find(self, words: str) -> None:
        """Types a query and waits for its results."""
        await self.type(words)
        await self.until(lambda: self.screen.search.is_current, f"what is found for {words!r} shows")

    async def until_counted(self) -> None:
        await self.until(lambda: self.screen.panes.facets.count > 0, "the facets are there")

    async def searched(self, count: int = 1) -> Searched:
        given = await self.until_given(count)
        assert isinstance(given, Searched)
        return given

    async def chosen(self, count: int = 1) -> Chosen:
        chosen = (await self.searched(count)).chosen
        assert chosen is not None
        return chosen

    @property
    def place(self) -> tuple[object, ...]:
        """All that makes up where one is in the search."""
        screen = self.screen
        return (
            self.text,
            self.focus,
            screen.panes.results.cursor,
            screen.panes.results.top,
            screen.panes.facets.cursor,
        )


@pytest.fixture
def bridge_and_ferry(tmp_path: Path) -> Iterator[Library]:
    """A library of two documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    asked = ("Bent u bekend met het bericht?", "Ja."), ("Verdwijnt zij?", "De fietsbrug verdwijnt bij mist.")
    published(folder, 500, pairs(*asked))
    published(
        folder, 501, pairs(("Vaart de veerpont?", "Nee, zie Aanhangsel, vergaderjaar 2097-2098, nr. 12."))
    )
    with library_of(folder, tmp_path / "cache") as library:
        yield library


def nothing_read() -> tuple[int, int]:
    return (0, 0)


def nothing_done() -> None:
    pass


@asynccontextmanager
async def searching(
    finder: Searching | None = None,
    state: SearchState | None = None,
    size: tuple[int, int] = WIDE,
    progress: Callable[[], tuple[int, int]] = nothing_read,
    mend: Callable[[], None] = nothing_done,
) -> AsyncIterator[Searcher]:
    searcher = finder if finder is not None else Finder()

    def make() -> SearchScreen:
        return SearchScreen(lambda: searcher, progress, state or SearchState(), {}, mend)

    async with showing(make, size) as hands:
        found = Searcher(hands.pilot)
        await found.until(lambda: bool(found.focus), "something takes the keys")
        yield found


# Typing


@SIZES
async def test_what_can_be_typed_is_told_before_anything_is(size: tuple[int, int]) -> None:
    async with searching(size=size) as searcher:
        assert searcher.focus == "query"
        await searcher.until_shown("asiel opvang")
        await searcher.press(*["pagedown"] * 8)
        await searcher.until_shown("a document by its number")


@SIZES
async def test_results_come_as_one_types(size: tuple[int, int]) -> None:
    async with searching(size=size) as searcher:
        await searcher.find("mist")
        assert searcher.shows("1000 · answer 7 and 8")
        assert searcher.shows("1 of 120")
        assert searcher.focus == "query"


@SIZES
async def test_a_query_that_is_taken_back_leaves_the_screen_as_it_was(size: tuple[int, int]) -> None:
    async with searching(size=size) as searcher:
        await searcher.until_shown("asiel opvang")
        before = searcher.text
        await searcher.find("mist")
        await searcher.press(*["backspace"] * 4)
        await searcher.until(lambda: searcher.text == before, "the screen is as it was")


async def test_how_many_were_found_and_how_the_query_was_read_is_told() -> None:
    async with searching(Finder(1204)) as searcher:
        await searcher.find("mist lid:klepelaar")
        await searcher.until_shown("1,204 places in 402 documents · 3 ms")
        assert searcher.shows("newest first")
        assert searcher.shows("klepelaar")


async def test_fast_typing_asks_only_for_the_latest() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        finder.gate.clear()
        await searcher.type("veerponten")
        await searcher.until(lambda: bool(finder.asked), "the first letter is looked for")
        assert searcher.screen.panes.line.text == "veerponten"
        finder.gate.set()
        await searcher.until(lambda: searcher.screen.search.is_current, "the results are there")
        assert [text for text, _, _ in finder.asked] == [finder.asked[0][0], "veerponten"]
        assert not finder.is_asked_at_once


async def test_the_results_before_stay_until_the_next_are_there() -> None:
    finder = Finder(totals={"mist niet": 3})
    async with searching(finder) as searcher:
        await searcher.find("mist")
        finder.gate.clear()
        await searcher.type(" niet")
        assert searcher.shows("1 of 120")
        finder.gate.set()
        await searcher.until_shown("1 of 3")


async def test_an_emptied_query_shows_what_can_be_typed() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press("ctrl+u")
        await searcher.until_shown("asiel opvang")
        assert not searcher.shows("1 of 120")


async def test_the_words_found_are_marked() -> None:
    async with searching() as searcher:
        await searcher.find("veerpont")
        match = palette_of(searcher.screen.app).match
        marked = {
            segment.text
            for y in range(8)
            for segment in searcher.screen.panes.results.render_line(y)
            if segment.style is not None and segment.style.bgcolor == match.bgcolor
        }
        assert marked == {"veerpont"}


async def test_brackets_of_a_document_are_no_markup() -> None:
    async with searching(size=(300, 40)) as searcher:
        await searcher.find("mist")
        assert searcher.shows("Klepelaar [sic] is uiteengezet")


async def test_a_misspelt_word_is_proposed_right_and_taken_by_a_key() -> None:
    finder = Finder(totals={"veerpnt mist": 0})
    finder.suggestions = {"veerpnt mist": (("veerpnt", "veerpont"),)}
    async with searching(finder) as searcher:
        await searcher.find("veerpnt mist")
        assert searcher.shows("Did you mean veerpont? ctrl+y")
        await searcher.press("ctrl+y")
        await searcher.until_shown("1 of 120")
        assert searcher.screen.panes.line.text == "veerpont mist"


async def test_nothing_found_is_told() -> None:
    async with searching(Finder(0)) as searcher:
        await searcher.find("mist")
        assert searcher.shows("Nothing found.")
        await searcher.press("down")
        assert searcher.focus == "query"


async def test_a_word_that_is_not_finished_finds_what_begins_so() -> None:
    finder = Finder(0, totals={"de veerp*": 60})
    async with searching(finder) as searcher:
        await searcher.find("de veerp")
        assert searcher.shows("1 of 60")
        assert searcher.shows("de and veerp*")
        assert searcher.screen.panes.line.text == "de veerp"
        await searcher.press("enter", "G", "enter")
        assert (await searcher.chosen()).query.text == "de veerp*"
        assert finder.asked[-1] == ("de veerp*", Order.NEWEST, 50)


async def test_what_is_no_word_yet_is_looked_for_as_a_beginning_and_nothing_else() -> None:
    finder = Finder(totals={"de veerp*": 3})
    finder.unknown = {"veerp"}
    async with searching(finder) as searcher:
        await searcher.find("de veerp")
        await searcher.until_shown("3 places in 1 document")
        assert "de veerp" not in [text for text, _, _ in finder.asked]


async def test_one_or_two_letters_that_are_no_word_leave_what_was_found_before_them() -> None:
    finder = Finder(totals={"mist": 12, "mist ve": 0, "mist ve*": 99})
    finder.unknown = {"ve"}
    async with searching(finder) as searcher:
        await searcher.find("mist ve")
        await searcher.until_shown("1 of 12")
        assert searcher.shows("mist · ignored: ve")


async def test_one_or_two_letters_that_are_no_word_and_stand_alone_leave_the_help() -> None:
    finder = Finder(totals={"": 0})
    finder.unknown = {"ve"}
    async with searching(finder) as searcher:
        await searcher.find("ve")
        await searcher.until_shown("ignored: ve")
        assert searcher.shows("all words that begin so")
        assert not searcher.shows("othing found")


async def test_a_word_of_two_letters_that_is_found_nowhere_beside_the_others_begins_others() -> None:
    async with searching(Finder(totals={"mist op": 0, "mist op*": 4})) as searcher:
        await searcher.find("mist op")
        await searcher.until_shown("1 of 4")
        assert searcher.shows("mist and op*")


async def test_a_word_of_two_letters_is_looked_for_at_once() -> None:
    async with searching(Finder(totals={"mist eu": 5})) as searcher:
        await searcher.find("mist eu")
        await searcher.until_shown("1 of 5")


async def test_an_operator_that_ends_the_query_is_looked_for_neither_as_a_word_nor_as_a_beginning() -> None:
    finder = Finder(totals={"veer OR": 3, "veer OR*": 9})
    finder.unknown = {"OR"}
    async with searching(finder) as searcher:
        await searcher.find("veer OR")
        await searcher.until_shown("3 places in 1 document")
        assert searcher.shows("ignored: OR")
        assert [text for text, _, _ in finder.asked][-1] == "veer OR"


async def test_what_is_no_word_and_begins_none_is_looked_for_as_it_is_typed() -> None:
    finder = Finder(totals={"veerpnt*": 0, "veerpnt": 0})
    finder.unknown = {"veerpnt"}
    finder.suggestions = {"veerpnt": (("veerpnt", "veerpont"),)}
    async with searching(finder) as searcher:
        await searcher.find("veerpnt")
        await searcher.until_shown("Did you mean veerpont?")


async def test_hits_that_are_not_all_counted_yet_are_told_with_a_plus() -> None:
    finder = Finder(60)
    finder.uncounted = 15
    finder.may_count.clear()
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.until_shown("60+ places")
        await searcher.until_shown("1 of 60+")
        finder.may_count.set()
        await searcher.until_shown("75 places in 25 documents")
        await searcher.until_shown("1 of 75")
        await searcher.press("down", "end")
        await searcher.until_shown("75 of 75")


async def test_earlier_queries_come_back() -> None:
    async with searching() as searcher:
        for words in ("mist", "brug"):
            await searcher.find(words)
            await searcher.press("enter", "slash", "ctrl+u")
        await searcher.press("up")
        await searcher.until(lambda: searcher.screen.panes.line.text == "brug", "the last query is back")
        await searcher.press("up")
        await searcher.until(lambda: searcher.screen.panes.line.text == "mist", "the one before is back")
        await searcher.press("up")
        await searcher.until(lambda: searcher.screen.panes.line.text == "", "and round to what was typed")


# Results


async def test_enter_goes_to_the_results_and_opens_one() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press("enter")
        assert searcher.focus == "results"
        await searcher.press("j", "down", "enter")
        chosen = await searcher.chosen()
        wanted = hit(998)
        assert (chosen.entry, chosen.part, chosen.number) == (
            wanted.entry,
            wanted.shown.part,
            wanted.shown.number,
        )
        assert chosen.query.text == "mist"


async def test_enter_twice_before_the_results_are_there_opens_the_first_of_them() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        finder.gate.clear()
        await searcher.type("mist")
        await searcher.press("enter", "enter")
        finder.gate.set()
        chosen = await searcher.chosen()
        assert chosen.query.text == "mist"
        assert chosen.entry == hit(1000).entry


async def test_keys_pressed_before_the_results_are_there_are_for_them() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        finder.gate.clear()
        await searcher.type("mist")
        await searcher.press("enter", "down", "down", "enter")
        finder.gate.set()
        assert (await searcher.chosen()).entry == hit(998).entry


async def test_escape_does_not_wait_for_results() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        finder.gate.clear()
        await searcher.type("mist")
        await searcher.press("enter", "down", "escape")
        left = await searcher.searched()
        finder.gate.set()
        assert left.chosen is None


async def test_counts_of_the_query_before_are_not_kept_for_this_one() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.until_counted()
        finder.may_count.clear()
        await searcher.find(" zicht")
        await searcher.press("enter", "enter")
        left = await searcher.searched()
        finder.may_count.set()
        assert (left.state.text, left.state.facets) == ("mist zicht", {})


async def test_results_of_the_query_before_are_not_kept_for_this_one() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        await searcher.find("mist")
        finder.gate.clear()
        await searcher.type(" zicht")
        await searcher.press("escape")
        left = await searcher.searched()
        finder.gate.set()
        assert (left.state.text, left.state.results) == ("mist zicht", None)


async def test_a_query_typed_at_once_from_the_results_is_kept() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("s")
        await reader.type("veerpont")
        await reader.until_shown("9 places in 4 documents")
        await reader.press("enter")
        keys = [("s", "s"), ("ctrl+u", "\x15"), *((letter, letter) for letter in "brug"), ("escape", "\x1b")]
        for key, character in keys:
            reader.app.post_message(events.Key(key, character))
        await reader.until(lambda: reader.app.screen is reader.screen, "the search is left")
        await reader.press("s")
        await reader.until_shown(" / brug")


async def test_a_document_stands_first_when_its_number_is_typed() -> None:
    async with searching() as searcher:
        await searcher.find("704")
        assert searcher.shows("704 · 2098-2099")
        await searcher.until_shown("1 by number · 120 places in")
        await searcher.press("enter", "enter")
        chosen = await searcher.chosen()
        assert (chosen.entry.number, chosen.part, chosen.number) == ("704", TextPart.HEADER, None)


async def test_hits_are_fetched_as_one_goes_down() -> None:
    finder = Finder(100_000)
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.press("enter", "G")
        await searcher.until(
            lambda: searcher.screen.panes.results.current is not None, "the last hit is there"
        )
        assert searcher.shows("100,000 of 100,000")
        assert {offset for _, _, offset in finder.asked} == {0, 99_950}
        await searcher.press("g", *["pagedown"] * 7)
        await searcher.until(lambda: searcher.screen.panes.results.missing() is None, "all rows are there")
        assert {offset for _, _, offset in finder.asked} == {0, 50, 99_950}


async def test_the_order_is_turned_by_a_key() -> None:
    finder = Finder()
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.press("down", "o")
        await searcher.until_shown("by relevance")
        await searcher.until(lambda: searcher.screen.search.is_current, "the results are there")
        assert finder.asked[-1][1] is Order.RELEVANCE
        await searcher.press("r")
        await searcher.until_shown("newest first")


async def test_resizing_leaves_the_current_row_about_where_it_was() -> None:
    async with searching(Finder(1204)) as searcher:
        await searcher.find("mist")
        await searcher.press("enter", *["down"] * 14, *["up"] * 3)
        results = searcher.screen.panes.results

        def rows_above() -> int:
            return results.cursor * results.ITEM_HEIGHT - results.top

        before = rows_above()
        for size in (MIDDLE, WIDE):
            await searcher.resize(*size)
        await searcher.until(
            lambda: abs(rows_above() - before) < results.ITEM_HEIGHT, "it stands there again"
        )


@pytest.mark.parametrize("key", ["slash", "s"])
async def test_from_the_results_back_to_the_query(key: str) -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press("down", key)
        assert searcher.focus == "query"
        await searcher.type("ig")
        assert searcher.screen.panes.line.text == "mistig"


# Facets


async def test_facets_stand_beside_the_results_with_their_counts() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.until_counted()
        assert searcher.shows("Session year")
        assert searcher.shows("Unie van Veerlieden 12")


async def test_a_facet_becomes_a_filter_and_again_is_none() -> None:
    finder = Finder(totals={"mist partij:Ochtendpartij": 7})
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.until_counted()
        await searcher.press("tab", "f", "enter")
        await searcher.until_shown("1 of 7")
        assert searcher.screen.panes.line.text == "mist partij:Ochtendpartij"
        await searcher.until_shown("✓ Ochtendpartij")
        assert searcher.focus == "facets"
        await searcher.press("space")
        await searcher.until_shown("1 of 120")
        assert searcher.screen.panes.line.text == "mist"


async def test_a_facet_narrows_what_shows_where_the_last_word_was_not_finished() -> None:
    async with searching(Finder(0, totals={"de veerp*": 60})) as searcher:
        await searcher.find("de veerp")
        await searcher.press("enter", "f", "down", "enter")
        assert searcher.screen.panes.line.text.startswith("de veerp* partij:")


@pytest.mark.parametrize("facet", list(FACETS), ids=str)
async def test_each_facet_filters(facet: object) -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.until_counted()
        await searcher.press("tab", "f", "down", *["down"] * _row_of(facet))
        before = searcher.screen.panes.line.text
        await searcher.press("enter")
        await searcher.until(lambda: searcher.screen.panes.line.text != before, "the query has a filter")
        await searcher.until(lambda: searcher.screen.search.is_current, "the results are there")
        await searcher.until(
            lambda: any(row.is_taken for row in searcher.screen.panes.facets.rows), "the filter is ticked"
        )
        await searcher.press("enter")
        await searcher.until(lambda: searcher.screen.panes.line.text == "mist", "the filter is gone")


async def test_the_cursor_stays_on_the_value_that_was_chosen_and_it_stands_first() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.until_counted()
        await searcher.press("tab", "f", "down", *["down"] * _row_of(Facet.SESSION), "enter")
        facets = searcher.screen.panes.facets
        await searcher.until(lambda: any(row.is_taken for row in facets.rows), "the filter is ticked")
        assert facets.current is not None
        assert facets.current.is_taken
        assert facets.rows[facets.cursor - 1].is_heading


def _row_of(facet: object) -> int:
    """How many values stand above the second of a facet."""
    rows = 0
    for other, values in FACETS.items():
        if other is facet:
            return rows
        rows += len(values)
    raise AssertionError(facet)


@pytest.mark.parametrize("size", [MIDDLE, NARROW], ids=str)
async def test_on_a_small_screen_the_facets_have_it_alone(size: tuple[int, int]) -> None:
    finder = Finder()
    async with searching(finder, size=size) as searcher:
        await searcher.find("mist")
        assert finder.counted == []
        await searcher.press("down", "f")
        await searcher.until_counted()
        await searcher.until_shown("Ochtendpartij")
        hints = {hint.command: hint.enabled for hint in searcher.screen.panes.key_bar.hints}
        assert hints["facet_take"]
        assert not searcher.shows("999")
        await searcher.press("tab", "tab")
        assert searcher.focus == "results"
        assert searcher.shows("999")
        await searcher.press("f", "escape")
        assert searcher.focus == "results"


async def test_tab_goes_round() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        for pane in ("results", "facets", "query"):
            await searcher.press("tab")
            assert searcher.focus == pane
        await searcher.press("shift+tab")
        assert searcher.focus == "facets"


# Leaving and coming back


@SIZES
@pytest.mark.parametrize("front", ["results", "facets"])
async def test_it_comes_back_exactly_as_it_was(size: tuple[int, int], front: str) -> None:
    finder = Finder(100_000)
    async with searching(finder, size=size) as searcher:
        await searcher.find("mist")
        await searcher.press("enter", *["pagedown"] * 9, "j", "j", "j", "k")
        if front == "facets":
            await searcher.press("f")
            await searcher.until_counted()
            await searcher.press("down", "down", "down", "down")
            if size != WIDE:
                await searcher.press("escape")  # alone on the screen they go back to the results first
        await searcher.until(lambda: searcher.screen.panes.results.missing() is None, "all rows are there")
        if searcher.screen.panes.facets.display:
            await searcher.until_counted()
        before, asked = searcher.place, len(finder.asked)
        await searcher.press("escape")
        state = (await searcher.searched()).state
        searcher.app.open(SearchScreen(lambda: finder, nothing_read, state, {}, nothing_done))
        await searcher.until(lambda: len(searcher.app.screen_stack) == 2, "the search is open again")
        await searcher.until(lambda: searcher.place == before, "all is as it was")
        assert len(finder.asked) == asked


def selected(searcher: Searcher) -> str:
    """What of the query is drawn as selected."""
    ground = palette_of(searcher.screen.app).selection.bgcolor
    row = searcher.screen.panes.line.render_line(0)
    return "".join(part.text for part in row if part.style is not None and part.style.bgcolor == ground)


async def test_taken_up_again_the_first_key_replaces_the_query() -> None:
    state = SearchState("mist", history=("mist",))
    async with searching(state=taken_up(state)) as searcher:
        await searcher.until_shown("1 of 120")
        assert searcher.focus == "query"
        assert selected(searcher) == "mist"
        await searcher.type("brug")
        assert selected(searcher) == ""
        assert searcher.screen.panes.line.text == "brug"


async def test_taken_up_again_the_query_can_be_edited() -> None:
    async with searching(state=taken_up(SearchState("mist"))) as searcher:
        await searcher.press("end")
        await searcher.type("ig")
        assert searcher.screen.panes.line.text == "mistig"


async def test_a_query_made_elsewhere_has_its_results_in_front() -> None:
    async with searching(state=begun("partij:Ochtendpartij", SearchState())) as searcher:
        await searcher.until(lambda: searcher.focus == "results", "the results are in front")
        assert searcher.screen.panes.line.text == "partij:Ochtendpartij"


@pytest.mark.parametrize("keys", ["escape", "tab q", "tab escape", "tab tab escape"])
async def test_it_is_left_from_everywhere(keys: str) -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press(*keys.split())
        searched = await searcher.searched()
        assert searched.chosen is None
        assert (searched.state.text, searched.state.history) == ("mist", ("mist",))


@pytest.mark.parametrize("key", ["backspace", "ctrl+o", "alt+left"])
@pytest.mark.parametrize("pane", ["tab", "tab tab"])
async def test_back_leads_out_of_results_and_facets(pane: str, key: str) -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press(*pane.split(), key)
        searched = await searcher.searched()
        assert (searched.chosen, searched.state.text) == (None, "mist")


async def test_back_never_leads_out_of_the_query() -> None:
    async with searching() as searcher:
        await searcher.find("mis")
        await searcher.press(*["backspace"] * 5)
        assert searcher.screen.panes.line.text == ""
        assert searcher.focus == "query"


async def test_the_help_opens_over_it() -> None:
    async with searching() as searcher:
        await searcher.press("f1")
        await searcher.until_shown("Help")
        await searcher.press("q")
        await searcher.until(lambda: searcher.focus == "query", "the search is back")


# The library itself


async def test_what_is_in_the_library_is_found_opened_and_counted(bridge_and_ferry: Library) -> None:
    async with searching(bridge_and_ferry.searcher()) as searcher:
        await searcher.find("fietsbrug")
        await searcher.until_counted()
        await searcher.until_shown("PvdV 1")
        await searcher.press("enter", "enter")
        chosen = await searcher.chosen()
        assert chosen.entry.identifier == "ah-tk-20302031-500"
        assert (chosen.part, chosen.number) == (TextPart.ANSWER, 2)


@pytest.mark.parametrize("typed", ["501", "ah-tk-20302031-501", "2030-2031/501"])
async def test_a_document_of_the_library_is_found_by_its_number(
    bridge_and_ferry: Library, typed: str
) -> None:
    async with searching(bridge_and_ferry.searcher()) as searcher:
        await searcher.find(typed)
        await searcher.press("enter", "enter")
        assert (await searcher.chosen()).entry.identifier == "ah-tk-20302031-501"


async def test_a_misspelt_word_of_the_library_is_put_right(bridge_and_ferry: Library) -> None:
    async with searching(bridge_and_ferry.searcher()) as searcher:
        await searcher.find("fietsbrgu")
        await searcher.press("ctrl+y")
        await searcher.until_shown("fietsbrug")
        await searcher.until_shown("1 of ")


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Library]:
    """The sample documents."""
    with library_of(samples_folder(), tmp_path / "cache") as library:
        yield library


async def test_the_step_of_the_first_minute_finds_compounds_in_the_samples(samples: Library) -> None:
    async with searching(samples.searcher()) as searcher:
        await searcher.find("pont")
        await searcher.until_shown("9 places")
        assert searcher.shows("veerpont")
        assert searcher.shows("whole words first, newest first")


@pytest.mark.parametrize("typed", ["ah-tk-20302031-501", "2030-2031/501"])
async def test_a_document_found_by_its_number_is_no_document_too_few(
    bridge_and_ferry: Library, typed: str
) -> None:
    async with searching(bridge_and_ferry.searcher()) as searcher:
        await searcher.find(typed)
        await searcher.until_shown("1 document")
        assert not searcher.shows("nothing found")
        assert searcher.shows("the document ah-tk-20302031-501")
        assert not searcher.shows("20302031 and")


async def test_a_number_that_the_library_lacks_is_told_with_its_page(bridge_and_ferry: Library) -> None:
    async with searching(bridge_and_ferry.searcher()) as searcher:
        await searcher.find("ah-tk-20302031-7")
        await searcher.until_shown("ah-tk-20302031-7 is not in the library.")
        assert searcher.shows("https://zoek.officielebekendmakingen.nl/ah-tk-20302031-7.html")


# Trouble


async def test_a_catalogue_that_is_damaged_while_one_searches_is_made_anew_and_searched() -> None:
    async with reading(SAMPLES) as reader:
        reader.damage_catalogue()
        await reader.press("s")
        await reader.type("veerpont")
        await reader.until_shown("9 places in 4 documents")


async def test_texts_that_are_damaged_while_one_searches_are_made_anew_and_shown() -> None:
    async with reading(SAMPLES) as reader:
        for file in index_folder(reader.library).glob("*.store"):
            content = file.read_bytes()
            with file.open("r+b") as damaged:
                damaged.write(b"\xff" * (len(content) * 3 // 4))
        await reader.press("s")
        await reader.type("veerpont")
        await reader.until_shown("De veerpont tussen Linkerschans en Rechterschans.")


@pytest.mark.parametrize("what", ["index", ""], ids=["index", "all"])
async def test_what_is_deleted_from_the_cache_while_one_reads_is_made_anew_and_searched(what: str) -> None:
    async with reading(SAMPLES) as reader:
        shutil.rmtree(reader.library / what)
        await reader.press("s")
        await reader.type("veerpont")
        await reader.until_shown("9 places in 4 documents")


async def test_an_index_that_turns_out_to_be_damaged_is_made_anew_and_searched_again() -> None:
    finder, mended = Finder(), list[str]()
    finder.problem = DamagedError("the index is damaged")
    async with searching(finder, mend=lambda: mended.append("once")) as searcher:
        await searcher.type("mist")
        await searcher.until_shown("The index is damaged; it is made anew.")
        await searcher.until(lambda: len(finder.asked) > 5, "the query is asked again")
        assert mended == ["once"]
        finder.problem = None
        await searcher.until_shown("1 of 120")


@pytest.mark.parametrize(
    "problem",
    [NoLibraryError("There is no library yet."), SearchError("The index is damaged.")],
    ids=["none", "damaged"],
)
async def test_a_library_that_cannot_be_searched_is_told(problem: Exception) -> None:
    finder = Finder()
    finder.problem = problem
    async with searching(finder) as searcher:
        await searcher.type("mist")
        await searcher.until_shown(str(problem))
        assert searcher.screen.panes.line.text == "mist"
        finder.problem = None
        await searcher.type("ig")
        await searcher.until_shown("1 of 120")


async def test_a_hit_whose_text_cannot_be_read_says_so_and_its_document_opens() -> None:
    finder = Finder(total=3)
    finder.damaged = True
    async with searching(finder) as searcher:
        await searcher.find("mist")
        await searcher.until_shown("the index is damaged")
        await searcher.press("enter", "enter")
        chosen = await searcher.chosen()
        assert (chosen.entry, chosen.part, chosen.number) == (hit(1000).entry, TextPart.HEADER, None)


async def test_a_text_that_turns_out_to_be_damaged_has_the_index_made_anew_and_is_shown_then() -> None:
    finder, mended = Finder(total=3), list[str]()
    finder.damaged = True
    async with searching(finder, mend=lambda: mended.append("once")) as searcher:
        await searcher.find("mist")
        await searcher.until(lambda: len(finder.asked) > 3, "the query is asked again")
        assert searcher.shows("the index is damaged")
        assert mended == ["once"]
        finder.damaged = False
        await searcher.until_shown("De veerpont over de Zilte Plas")


async def test_while_documents_are_being_read_that_is_told_and_searched_again() -> None:
    finder, read = Finder(5), [12_400]
    async with searching(finder, progress=lambda: (read[0], 86_000)) as searcher:
        await searcher.find("mist")
        assert searcher.shows("12,400 of 86,000 read")
        assert searcher.shows("1 of 5")
        finder.total, read[0] = 6, 13_000
        await searcher.until_shown("1 of 6")
        assert searcher.shows("13,000 of 86,000 read")


async def test_a_state_holds_what_was_left() -> None:
    async with searching() as searcher:
        await searcher.find("mist")
        await searcher.press("enter", "o", "escape")
        state = (await searcher.searched()).state
        assert (state.text, state.is_newest_first, state.front) == ("mist", False, Front.RESULTS)
        assert replace(state, text="x") != state


# Pictures


@pytest.fixture
def picture(snap_compare: Any) -> Callable[..., bool]:
    """Opens the search, presses keys, and compares the screen with the picture that is kept."""

    def take(size: tuple[int, int], typed: str, *keys: str, shows: str, finder: Finder | None = None) -> bool:
        found = finder or Finder(1204)

        async def run(pilot: Pilot[None]) -> None:
            hands = Searcher(pilot)
            await hands.until(lambda: hands.focus == "query", "the search is open")
            await hands.type(typed)
            await hands.until(
                lambda: not typed or hands.screen.search.is_current, f"what is found for {typed!r} shows"
            )
            await hands.press(*keys)
            if hands.screen.panes.facets.display and hands.screen.panes.results.count:
                await hands.until_counted()
            await hands.until_shown(shows)
            await at_rest(pilot)

        app = ScreenApp(lambda: SearchScreen(lambda: found, nothing_read, SearchState(), {}, nothing_done))
        return bool(snap_compare(app, terminal_size=size, run_before=run))

    return take


@SIZES
def test_picture_of_what_can_be_typed(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture(size, "", shows="asiel opvang")


@SIZES
def test_picture_of_results(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture(size, "veerpont mist", "enter", "down", shows="2 of 1,204")


@SIZES
def test_picture_of_facets(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture(size, "mist partij:Ochtendpartij", "tab", "f", "down", shows="✓ Ochtendpartij")


@SIZES
def test_picture_of_a_misspelt_word(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    finder = Finder(totals={"veerpnt": 0})
    finder.suggestions = {"veerpnt": (("veerpnt", "veerpont"),)}
    assert picture(size, "veerpnt", shows="Did you mean veerpont?", finder=finder)

"""Clicks on documents, questions, links and keys, and the wheel."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Offset

from tests.tui.reading import BRIDGE, LIGHTHOUSES, SAMPLES, Reader, reading
from tests.tui.texts import long_document


async def test_a_click_opens_a_document() -> None:
    async with reading(SAMPLES) as reader:
        await reader.click("documents", "704 ")
        await reader.until_open(LIGHTHOUSES)
        assert reader.focus == "questions"


async def test_a_click_on_a_question_shows_its_answer() -> None:
    async with reading(BRIDGE) as reader:
        await reader.click("questions", "Hoeveel fietsers hebben")
        await reader.until_at(3)
        assert (reader.title, reader.focus) == ("Answer 3", "questions")


async def test_a_click_on_a_link_follows_it() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("2", "enter")
        await reader.click("answer", "antwoord op vraag 6")
        await reader.until_at(6)
        await reader.press("backspace")
        await reader.until_at(2)


async def test_a_click_brings_a_pane_to_the_front() -> None:
    async with reading(BRIDGE) as reader:
        await reader.click("answer", "Ja.")
        await reader.until(lambda: reader.focus == "answer", "the answer is in front")
        assert reader.number == 1


@pytest.mark.parametrize("pane", ["questions", "answer"])
async def test_the_wheel_scrolls_the_pane_under_it(tmp_path: Path, pane: str) -> None:
    async with reading(long_document(tmp_path), size=(120, 20)) as reader:
        widget = reader.screen.query_one(f"#{pane}")
        await wheel(reader, pane, MouseScrollDown)
        await reader.until(lambda: widget.scroll_offset.y > 0, "the pane is scrolled")
        assert reader.number == 1
        await wheel(reader, pane, MouseScrollUp)
        await reader.until(lambda: widget.scroll_offset.y == 0, "the pane is at its top again")


async def wheel(reader: Reader, pane: str, event: type[MouseScrollDown] | type[MouseScrollUp]) -> None:
    x, y = reader.screen.query_one(f"#{pane}").region.offset + Offset(2, 2)
    reader.app.screen._forward_event(event(None, x, y, 0, 0, 0, False, False, False, x, y))
    await reader.pilot.pause()


async def test_the_wheel_scrolls_the_list_without_opening_anything() -> None:
    async with reading(SAMPLES, size=(120, 16)) as reader:
        await wheel(reader, "documents", MouseScrollDown)
        await reader.until(lambda: reader.screen.documents.scroll_offset.y > 0, "the list is scrolled")
        assert reader.path == BRIDGE


async def test_a_click_on_a_key_of_the_bar_runs_it() -> None:
    async with reading(BRIDGE) as reader:
        bar = reader.screen.key_bar
        place = bar.render_line(0).text.index("help")
        await reader.pilot.click("#keys", offset=(place, 0))
        await reader.until_shown("Next question")


async def test_a_selected_address_is_copied_without_the_breaks_of_its_rows() -> None:
    async with reading(BRIDGE) as reader:
        start, end = (
            reader.place_of("questions", "¹ De Windwijzer"),
            reader.place_of("questions", "weer-weg)."),
        )
        await reader.pilot.mouse_down("#questions", offset=start)
        await reader.pilot.hover("#questions", offset=end + Offset(9, 0))
        await reader.pilot.mouse_up("#questions", offset=end + Offset(9, 0))
        await reader.until(lambda: bool(reader.copied), "something is copied")
        assert "https://www.example.nl/windwijzer/fietsbrug-vanochtend-weer-weg" in reader.copied[0]


async def test_a_click_on_the_filter_asks_for_it() -> None:
    async with reading(SAMPLES) as reader:
        await reader.click("documents", "filter")
        await reader.until(lambda: reader.screen.prompt.purpose == "filter", "the filter is asked for")
        await reader.type("schapen")
        await reader.until(lambda: reader.screen.documents.count == 1, "one document is left")
        assert reader.path == BRIDGE


async def test_a_click_opens_a_bookmark() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("5", "enter", "b", "1", "enter", "B")
        await reader.until_shown("question 5")
        rows = reader.text.splitlines()
        y = next(index for index, row in enumerate(rows) if "question 5" in row)
        await reader.pilot.click(offset=(rows[y].index("question 5"), y))
        await reader.until_at(5)

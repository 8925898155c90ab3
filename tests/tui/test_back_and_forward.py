"""Back and forward like a browser: question, focus, rows and chosen link, over documents too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.reading import BRIDGE, LIGHTHOUSES, SAMPLES, Reader, reading
from tests.tui.texts import long_document, pairs, published


async def back_to(reader: Reader, key: str, place: tuple[object, ...]) -> None:
    await reader.press(key)
    await reader.until(lambda: reader.place == place, f"all is as it was: {place}")


@pytest.mark.parametrize(
    ("back", "forward"), [("backspace", "equals_sign"), ("ctrl+o", "alt+right"), ("alt+left", "alt+right")]
)
async def test_back_restores_question_focus_rows_and_link_and_forward_too(
    tmp_path: Path, back: str, forward: str
) -> None:
    async with reading(long_document(tmp_path)) as reader:
        await reader.press("n", "tab", "l", "down", "down", "down")
        start = reader.place
        text = reader.text
        assert reader.screen.answer.scroll_offset.y > 0
        await reader.press("enter")
        await reader.until_at(9)
        await reader.press(*["down"] * 7)
        there = reader.place
        assert there != start
        await back_to(reader, back, start)
        assert reader.text.splitlines()[:-1] == text.splitlines()[:-1]
        await back_to(reader, forward, there)


async def test_back_and_forward_over_documents(tmp_path: Path) -> None:
    path = long_document(tmp_path)
    other = published(tmp_path, 501, pairs(("En de brug?", "Die ligt er."), ("Nog?", "Ja.")))
    async with reading(tmp_path) as reader:
        await reader.press("left", "G", "enter")
        await reader.until_open(path)
        await reader.press("9", "enter", "tab", "l")
        await reader.until(lambda: reader.caption.startswith("→ ah-tk"), "the link is chosen")
        await reader.press("down", "down")
        start = reader.place
        await reader.press("enter")
        await reader.until_open(other)
        await reader.press("n")
        await reader.until_at(2)
        there = reader.place
        await back_to(reader, "backspace", start)
        await back_to(reader, "equals_sign", there)
        await back_to(reader, "backspace", start)


async def test_back_also_returns_from_a_document_opened_in_the_list() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("5", "enter", "left", "down", "down", "down")
        start = (reader.path, reader.number, reader.focus)
        await reader.press("enter")
        await reader.until_open(LIGHTHOUSES)
        await reader.press("backspace")
        await reader.until(lambda: (reader.path, reader.number, reader.focus) == start, "all is as before")


async def test_a_chain_of_links_is_walked_back_step_by_step() -> None:
    async with reading(BRIDGE) as reader:
        places = []
        for number in (3, 5, 8):
            if number == 3:
                await reader.press("3", "enter")
            else:
                await reader.press("enter")
            await reader.until_at(number)
            places.append(reader.place)
        for place in reversed(places[:-1]):
            await back_to(reader, "backspace", place)
        for place in places[1:]:
            await back_to(reader, "equals_sign", place)


async def test_following_another_link_forgets_what_lay_ahead() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("2", "enter", "enter", "backspace")
        await reader.until_at(2)
        await reader.press("9", "enter")
        await reader.until_at(9)
        await reader.press("equals_sign")
        await reader.until_told("nothing to go forward to")
        assert reader.number == 9


async def test_at_the_beginning_there_is_nothing_to_go_back_to() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("backspace")
        await reader.until_told("nothing to go back to")
        assert reader.number == 1


async def test_back_keeps_its_place_at_another_width(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path)) as reader:
        await reader.press("n", "tab", "G", "up", "up", "up", "up")
        first = reader.rows("answer")[0].split()
        await reader.press("9", "enter")
        await reader.until_at(9)
        await reader.resize(90, 30)
        await reader.press("backspace")
        await reader.until(lambda: (reader.number, reader.focus) == (2, "answer"), "answer 2 is in front")
        await reader.until(
            lambda: " ".join(first[:3]) in reader.rows("answer")[0], "the same words stand on top"
        )

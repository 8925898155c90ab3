"""Finding words in the document, and filtering the list."""

from __future__ import annotations

import pytest

from tests.tui.reading import (
    BELLS,
    BRIDGE,
    COUNT,
    LIGHTHOUSES,
    MIDDLE,
    NARROW,
    SAMPLES,
    WIDE,
    Reader,
    reading,
)


def found(reader: Reader) -> str:
    """The words about what was found, in the frame or at the right of the line."""
    for pane in ("answer", "questions"):
        position = reader.screen.frame.caption_of(pane).position
        if "found" in position:
            return position
    return ""


async def find(reader: Reader, words: str) -> None:
    await reader.press("slash")
    await reader.type(words)
    await reader.press("enter")
    await reader.until(lambda: bool(found(reader)), "places are found")


async def test_what_is_typed_is_found_at_once_with_a_count() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("slash")
        await reader.type("reiger")
        await reader.until_shown("1 of 4 found")
        assert reader.number == 2
        assert "afgezien van een reiger" in reader.pane("answer")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=str)
async def test_the_keys_of_finding_are_told_while_it_lasts(size: tuple[int, int]) -> None:
    async with reading(LIGHTHOUSES, size=size) as reader:
        await find(reader, "reiger")
        assert reader.text.splitlines()[-1].startswith(" n N found  Esc end ")
        await reader.press("escape")
        assert "Esc end" not in reader.text


async def test_n_and_capital_n_step_around_and_escape_ends() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await find(reader, "reiger")
        steps = [(found(reader), reader.number)]
        for key in ("n", "n", "n", "n", "N", "N"):
            await reader.press(key)
            steps.append((found(reader), reader.number))
        counts = [int(words.split()[0]) for words, _ in steps]
        assert counts == [1, 2, 3, 4, 1, 4, 3]
        assert [number for _, number in steps] == [2, 2, 6, 6, 2, 6, 6]
        await reader.press("escape")
        await reader.until(lambda: not found(reader), "finding has ended")
        await reader.press("n")
        await reader.until_at(7)


async def test_what_is_found_is_highlighted_in_both_panes_and_no_more_after_escape() -> None:
    async with reading(BRIDGE) as reader:
        plain = styles(reader)
        await find(reader, "brug")
        assert styles(reader) != plain
        await reader.press("escape")
        await reader.until(lambda: not found(reader), "finding has ended")
        await reader.press("g")
        await reader.until(lambda: styles(reader) == plain, "the highlights are gone")


def styles(reader: Reader) -> set[str]:
    """The backgrounds of the question pane."""
    widget = reader.screen.questions
    rows = [widget.render_line(y) for y in range(widget.size.height)]
    return {str(segment.style.bgcolor) for row in rows for segment in row if segment.style is not None}


async def test_capitals_and_accents_do_not_matter() -> None:
    async with reading(BELLS) as reader:
        await find(reader, "EEN V")
        assert reader.number == 3
        assert "Eén van de drie is een echo" in reader.pane("answer")


async def test_footnotes_and_the_header_are_found_too() -> None:
    async with reading(BRIDGE) as reader:
        await find(reader, "gezien. b")
        assert "«Niets gezien. Bevindingen" in reader.pane("answer")
        await reader.press("escape")
        await find(reader, "mede n")
        assert "mede namens" in reader.pane("questions")


async def test_what_is_not_there_says_so_and_moves_nothing() -> None:
    async with reading(BRIDGE) as reader:
        before = reader.place
        await reader.press("slash")
        await reader.type("olif")
        await reader.until_shown("not found")
        await reader.press("enter")
        await reader.until(lambda: reader.place == before, "one is where one was")


async def test_escape_while_typing_returns_to_where_one_was() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("3", "enter", "tab")
        before = reader.place
        await reader.press("slash")
        await reader.type("botter")
        await reader.until_at(12)
        await reader.press("escape")
        await reader.until(lambda: reader.place == before, "one is where one was")


async def test_back_returns_from_what_was_found() -> None:
    async with reading(LIGHTHOUSES) as reader:
        before = reader.place
        await find(reader, "botter")
        await reader.press("backspace")
        await reader.until(lambda: reader.place == before, "one is where one was")


async def test_finding_begins_at_the_question_where_one_is() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("5", "enter")
        await find(reader, "reiger")
        assert found(reader).startswith("3 of 4")
        assert reader.number == 6


async def test_the_words_stay_looked_for_in_the_next_document() -> None:
    async with reading(SAMPLES) as reader:
        await find(reader, "mist")
        await reader.press("left", "down", "down", "down", "enter")
        await reader.until_open(LIGHTHOUSES)
        await reader.until(lambda: bool(found(reader)), "the words are found there too")


async def test_letters_that_are_commands_are_typed_while_one_types() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("slash")
        await reader.type("qb n?9")
        await reader.until_shown("Find qb n?9")
        assert reader.app.is_running
        assert reader.number == 1


# The list


def listed(reader: Reader) -> list[str]:
    """The documents that the list shows."""
    documents = reader.screen.documents
    rows = [documents.entry_at(index) for index in range(documents.count)]
    return [row.path.name for row in rows if row is not None]


async def test_the_list_is_filtered_as_one_types() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("left", "slash")
        await reader.type("klep")
        await reader.until_shown(f"3 of {COUNT}")
        assert listed(reader) == [
            "ah-tk-20982099-258.md",
            "ah-tk-20982099-131.txt",
            "ah-tk-20982099-12.md",
        ]
        await reader.type(" tell")
        await reader.until(lambda: listed(reader) == ["ah-tk-20982099-12.md"], "one document is left")
        await reader.press("enter", "enter")
        await reader.until_open(BELLS)
        await reader.press("left")
        assert listed(reader) == ["ah-tk-20982099-12.md"]


async def test_escape_ends_the_filter() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("left", "slash")
        await reader.type("zzz")
        await reader.until(lambda: listed(reader) == [], "no document is left")
        assert reader.shows(f"0 of {COUNT}")
        await reader.press("escape")
        await reader.until(lambda: len(listed(reader)) == COUNT, "all documents are back")
        assert reader.focus == "documents"


async def test_enter_on_an_empty_list_does_nothing() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("left", "slash")
        await reader.type("zzz")
        await reader.press("enter", "enter", "down", "G", "pagedown")
        assert reader.path == BRIDGE

"""The source of the open document: there and back, and from repair to repair."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kvtui.tui.screens.source import SourceScreen
from tests.export.damaged import DAMAGED
from tests.tui.reading import BRIDGE, MIDDLE, NARROW, WIDE, Reader, reading
from tests.tui.texts import long_document

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (300, 80)], ids=str)


@pytest.fixture
def tolbrug(tmp_path: Path) -> Path:
    path = tmp_path / "tolbrug.txt"
    path.write_text(DAMAGED, "utf-8")
    return path


def source_of(reader: Reader) -> SourceScreen:
    screen = reader.app.screen
    assert isinstance(screen, SourceScreen)
    return screen


async def open_source(reader: Reader) -> SourceScreen:
    """Presses v and waits until the text is there."""
    await reader.press("v")
    await reader.until(lambda: isinstance(reader.app.screen, SourceScreen), "the source is open")
    screen = source_of(reader)
    await reader.until(lambda: bool(screen.pane.source) and len(screen.pane.rows) > 0, "the source is read")
    await reader.until(lambda: screen.pane._pending is None, "the source is in place")
    return screen


def first_row(screen: SourceScreen) -> str:
    return " ".join(screen.pane.render_line(0).text.split())


def caption(screen: SourceScreen) -> str:
    return screen.frame.caption_of("source").status


@SIZES
@pytest.mark.parametrize("key", ["v", "escape", "q"])
async def test_it_comes_and_goes_and_leaves_the_reader_as_it_was(size: tuple[int, int], key: str) -> None:
    async with reading(BRIDGE, size=size) as reader:
        await reader.press("2", "enter", "tab", "l")
        await reader.until_at(2)
        before = (reader.place, reader.text)
        await open_source(reader)
        await reader.press("pagedown", "r", "n", key)
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the reader is back")
        await reader.until(lambda: (reader.place, reader.text) == before, "all is as it was")


async def test_it_opens_at_the_current_question() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("4", "enter")
        await reader.until_at(4)
        screen = await open_source(reader)
        assert re.fullmatch(r"\d+ heading Vraag 4", first_row(screen))


async def test_it_opens_at_the_answer_that_is_in_front() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("4", "enter", "tab")
        await reader.until_at(4)
        screen = await open_source(reader)
        assert re.fullmatch(r"\d+ heading Antwoord 4", first_row(screen))


async def test_it_opens_at_the_very_paragraph_of_a_long_answer(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path), size=MIDDLE) as reader:
        await reader.press("3", "enter", "tab", "pagedown", "pagedown")
        await reader.until_at(3)
        found = re.search(r"Alinea (\d+)", " ".join(reader.rows("answer")))
        assert found is not None
        screen = await open_source(reader)
        shown = " ".join(screen.pane.render_line(y).text for y in range(4))
        assert abs(int(re.search(r"Alinea (\d+)", shown)[1]) - int(found[1])) <= 1  # type: ignore[index]


async def test_a_text_without_questions_opens_at_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "lijst.txt"
    path.write_text("Boodschappen.\n\nMelk en kaas.\n", "utf-8")
    async with reading(path) as reader:
        screen = await open_source(reader)
        assert first_row(screen) == "1 unplaced Boodschappen."


async def test_every_repair_has_its_sign(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        await open_source(reader)
        await reader.press("home")
        for words in (
            "↳ heeft geplaatst?",
            "oeververbin-¬",
            "overtocht?␣Wie",
            "Linkerschans?{1} En",
            "‹answer 2 inferred› Antwoord:",
            "↳ 1 joined · ¬ 1 hyphen · ␣ 1 separated · {} 1 mark · ‹› 1 inferred",
            "── page 2 ──",
        ):
            assert reader.shows(words)


async def test_lines_are_numbered_and_say_what_they_became(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        await open_source(reader)
        await reader.press("home")
        for words in ("3 header Vragen", "6 heading Vraag 1", "9 footnote 1 1 De", "17 answer 1 Ja."):
            assert reader.shows(words)


async def test_a_narrow_screen_gets_short_labels(tolbrug: Path) -> None:
    async with reading(tolbrug, size=NARROW) as reader:
        await reader.press("2", "enter")
        await reader.until_at(2)
        await open_source(reader)
        assert reader.shows("15 Q2 Wat kost")
        assert reader.shows("↳1 ¬1 ␣1 {}1 ‹›1")


async def test_r_goes_from_repair_to_repair_and_around(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        screen = await open_source(reader)
        await reader.press("home")
        for words in ("hyphen undone", "footnote mark taken out", "paragraph joined", "words separated"):
            await reader.press("r")
            await reader.until(lambda words=words: words in caption(screen), words)  # type: ignore[misc]
        await reader.press("r")
        await reader.until(
            lambda: caption(screen) == "5 of 5 · answer 2: heading inferred", "the last repair"
        )
        await reader.press("r")
        await reader.until(lambda: caption(screen).startswith("1 of 5"), "the first again")
        await reader.press("R")
        await reader.until(lambda: caption(screen).startswith("5 of 5"), "the last again")


async def test_r_does_nothing_where_nothing_was_repaired(tmp_path: Path) -> None:
    path = tmp_path / "lijst.txt"
    path.write_text("Boodschappen.\n\nMelk en kaas.\n", "utf-8")
    async with reading(path) as reader:
        screen = await open_source(reader)
        await reader.press("r", "R", "n", "p")
        assert caption(screen) == "nothing was repaired"


async def test_n_and_p_go_from_heading_to_heading() -> None:
    async with reading(BRIDGE, size=MIDDLE) as reader:
        screen = await open_source(reader)
        await reader.press("home", "n")
        assert first_row(screen).endswith("heading Vraag 1")
        await reader.press("n")
        assert first_row(screen).endswith("heading Antwoord 1")
        await reader.press("n", "p")
        assert first_row(screen).endswith("heading Antwoord 1")


async def test_a_new_width_keeps_the_line_at_the_top() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("4", "enter")
        await reader.until_at(4)
        screen = await open_source(reader)
        for size in (NARROW, MIDDLE, WIDE):
            await reader.resize(*size)
            await reader.until(lambda: first_row(screen).endswith("Vraag 4"), "question 4 is at the top")


async def test_a_file_that_vanished_meanwhile_is_told(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        tolbrug.unlink()
        await reader.press("v")
        await reader.until_shown("does not exist")
        await reader.press("r", "n", "down", "escape")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the reader is back")


async def test_leaving_before_the_file_is_read_is_no_trouble(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        await reader.press("v", "escape", "v", "v", "n")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the reader is back")
        await reader.until_at(2)


async def test_help_opens_over_it(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        await open_source(reader)
        await reader.press("question_mark")
        await reader.until(lambda: len(reader.app.screen_stack) == 3, "the help is open")
        await reader.press("escape")
        await reader.until(lambda: len(reader.app.screen_stack) == 2, "the source is back")


async def test_what_is_selected_with_the_mouse_is_copied_as_extracted(tolbrug: Path) -> None:
    async with reading(tolbrug) as reader:
        screen = await open_source(reader)
        await reader.press("home")
        await reader.until(lambda: "furniture" in first_row(screen), "the beginning shows")
        row = screen.pane.render_line(15).text
        assert "overtocht" in row
        start = row.index("Wat")
        await reader.pilot.mouse_down("#source", offset=(start, 15))
        await reader.pilot.hover("#source", offset=(start + 7, 15))
        await reader.pilot.mouse_up("#source", offset=(start + 7, 15))
        await reader.until(lambda: reader.copied != [], "something is copied")
        assert reader.copied[-1].startswith("Wat kos")

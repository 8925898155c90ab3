"""Every size from 40×12 to 300×80, changed while it runs; zoom; a terminal that is too small; NO_COLOR."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.reading import BRIDGE, LIGHTHOUSES, MIDDLE, NARROW, SAMPLES, WIDE, Reader, reading
from tests.tui.texts import long_document


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        ((300, 80), ["documents", "questions", "answer"]),
        ((110, 30), ["documents", "questions", "answer"]),
        ((109, 30), ["questions", "answer"]),
        ((70, 24), ["questions", "answer"]),
        ((69, 24), ["questions"]),
        ((40, 12), ["questions"]),
    ],
)
async def test_as_many_panes_show_as_the_width_bears(size: tuple[int, int], panes: list[str]) -> None:
    async with reading(SAMPLES, size=size) as reader:
        assert reader.shown_panes == panes
        await reader.press("left")
        await reader.until(lambda: "documents" in reader.shown_panes, "the list unfolds")
        await reader.press("right", "right")
        await reader.until(lambda: "answer" in reader.shown_panes, "the answer shows")
        assert reader.shows("Ja.")


@pytest.mark.parametrize("size", [(300, 80), WIDE, MIDDLE, NARROW])
async def test_no_row_is_wider_than_the_screen_and_the_keys_fit(size: tuple[int, int]) -> None:
    async with reading(SAMPLES, size=size) as reader:
        for key in ("tab", "tab", "tab", "question_mark"):
            rows = reader.text.splitlines()
            assert len(rows) == size[1]
            assert {len(row) for row in rows} == {size[0]}
            assert "? help  q quit" in rows[-1]
            await reader.press(key)
        await reader.until_shown("Help")


async def test_resizing_keeps_question_pane_and_place(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path)) as reader:
        await reader.press("4", "enter", "tab", "pagedown", "down", "down")
        start, rows = reader.place, reader.rows("answer")
        first = " ".join(rows[0].split()[:2])
        for columns, height in ((80, 24), (40, 12), (200, 60), (40, 12), WIDE):
            await reader.resize(columns, height)
            assert (reader.number, reader.focus) == (4, "answer")
            await reader.until(lambda: first in reader.rows("answer")[0], f"{first!r} stands on top")
        await reader.until(lambda: reader.place == start, "all is as it was")
        assert reader.rows("answer") == rows


async def test_resizing_keeps_the_current_question_in_sight(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path), size=(120, 24)) as reader:
        await reader.press("9", "enter")
        start = reader.place
        for size in (MIDDLE, NARROW, (120, 24)):
            await reader.resize(*size)
            await reader.until(lambda: reader.pointed == 9, "question 9 shows")
        await reader.until(lambda: reader.place == start, "all is as it was")


async def test_the_next_start_in_a_smaller_terminal_shows_the_current_question(tmp_path: Path) -> None:
    path = long_document(tmp_path)
    async with reading(path, size=(120, 60)) as reader:
        await reader.press("9", "enter")
        assert reader.screen.questions.scroll_offset.y == 0
    for size in (MIDDLE, NARROW):
        async with reading(path, size=size) as reader:
            await reader.until(lambda: reader.pointed == 9, "question 9 shows")


async def test_the_next_start_keeps_a_current_question_out_of_sight(tmp_path: Path) -> None:
    path = long_document(tmp_path)
    async with reading(path, size=MIDDLE) as reader:
        await reader.press("9", "enter")
        reader.screen.questions.scroll_to(y=0, animate=False)
        await reader.until(lambda: reader.pointed is None, "question 9 is scrolled away")
    async with reading(path, size=MIDDLE) as reader:
        assert (reader.number, reader.pointed) == (9, None)


async def test_panes_that_were_folded_away_are_in_step_when_they_show_again() -> None:
    async with reading(BRIDGE, size=NARROW) as reader:
        await reader.press("n", "n", "n", "n", "n")
        await reader.until_at(6)
        await reader.press("tab")
        await reader.until_shown("Answer 6 and 7")
        assert "De inspectie heeft de brug" in reader.pane("answer")
        await reader.press("8", "enter")
        await reader.until_at(8)
        assert "Ja. Zij kunnen bij mijn ministerie" in reader.pane("answer")
        await reader.press("left")
        assert reader.pointed == 8


async def test_following_and_back_with_one_pane_at_a_time() -> None:
    async with reading(BRIDGE, size=NARROW) as reader:
        await reader.press("n", "tab")
        start = reader.place
        await reader.press("l", "enter")
        await reader.until_at(6)
        assert len(reader.shown_panes) == 1
        await reader.press("backspace")
        await reader.until(lambda: reader.place[:5] == start[:5], "all is as it was")


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_zoom_gives_one_pane_the_screen_and_again_all_of_them(size: tuple[int, int]) -> None:
    async with reading(BRIDGE, size=size) as reader:
        await reader.press("6", "enter", "tab")
        start, panes = reader.place, reader.shown_panes
        await reader.press("z")
        await reader.until(lambda: reader.shown_panes == ["answer"], "the answer has the screen")
        await reader.press("n")
        assert reader.shown_panes == ["answer"]
        await reader.press("shift+tab")
        await reader.until(lambda: reader.shown_panes == ["questions"], "the questions have the screen")
        await reader.press("tab", "p", "z")
        await reader.until(lambda: reader.shown_panes == panes, "all panes show again")
        assert reader.place[:3] == start[:3]


async def test_lines_of_a_wide_pane_stay_short_enough_to_read(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path), size=(300, 80)) as reader:
        await reader.press("tab", "z")
        await reader.until(lambda: reader.shown_panes == ["answer"], "the answer has the screen")
        assert max(len(row.strip()) for row in reader.rows("answer")) <= 90


@pytest.mark.parametrize("size", [(20, 10), (29, 20), (60, 4), (10, 3)])
async def test_a_terminal_that_is_too_small_says_so_and_nothing_else_and_recovers(
    size: tuple[int, int],
) -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("5", "enter")
        start = reader.place
        await reader.resize(*size)
        words = "kvtui needs 30×7 cells. Make the window larger."
        await reader.until(lambda: words.startswith(" ".join(reader.text.split())), "the reader is told")
        assert "needs" in reader.text
        await reader.press("question_mark")
        await reader.until(lambda: len(reader.app.screen_stack) == 2, "the help is open")
        assert words.startswith(" ".join(reader.text.split()))
        await reader.press("escape")
        await reader.resize(*WIDE)
        await reader.until(lambda: reader.place == start, "all is as it was")
        await reader.resize(*size)
        await reader.press("n", "question_mark", "escape", "b", "z", "z")
        await reader.resize(*WIDE)
        await reader.until(lambda: reader.pointed == 6, "the next question shows")


async def test_thirty_columns_and_seven_rows_are_enough() -> None:
    async with reading(LIGHTHOUSES, size=(30, 7)) as reader:
        assert not reader.shows("kvtui needs")
        assert reader.shows("Questions")
        await reader.resize(29, 7)
        await reader.until_shown("kvtui needs 30×7 cells.")


async def test_dialogs_fit_on_the_smallest_screen() -> None:
    async with reading(BRIDGE, size=NARROW) as reader:
        for key in ("question_mark", "B", "t"):
            await reader.press(key)
            await reader.until(lambda: len(reader.app.screen_stack) == 2, "a dialog is open")
            box = reader.app.screen.query_one("Vertical").region
            assert reader.app.screen.region.contains_region(box)
            assert "close" in reader.text
            await reader.press("escape")
            await reader.until(lambda: len(reader.app.screen_stack) == 1, "the dialog is closed")


# Colours


def colours(reader: Reader) -> set[str]:
    """The colours of everything on the screen, but the terminal's own."""
    found = set()
    for strip in reader.app.screen._compositor.render_strips():
        for _, style, _ in strip:
            if style is not None:
                found |= {str(colour.name) for colour in (style.color, style.bgcolor) if colour is not None}
    return found - {"default"}


async def test_no_color_is_honoured_and_all_signs_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(LIGHTHOUSES, size=(120, 110)) as reader:
        await reader.press("1", "2", "enter")
        await reader.until_at(12)
        shown = reader.pane("questions") + reader.pane("answer")
        for sign in ("▸", "¹", "⊘", "no answer to this question", "✓ answered", "joint answer to 6 and 7"):
            assert sign in shown
        assert reader.shows("q quit")
        answer = reader.screen.answer
        underlined = [
            segment.text
            for y in range(answer.size.height)
            for segment in answer.render_line(y)
            if segment.style is not None and (segment.style.underline or segment.style.italic)
        ]
        assert "het antwoord op vraag 19⊘" in underlined or "antwoord op vraag 19⊘" in underlined

"""Moving through documents, questions and panes with the keys; the panes stay in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.tui.reading import BRIDGE, LIGHTHOUSES, NARROW, SAMPLES, reading
from tests.tui.texts import long_document, pairs, published


async def test_the_newest_document_opens_at_its_first_question() -> None:
    async with reading(SAMPLES) as reader:
        assert reader.path == BRIDGE
        assert (reader.number, reader.pointed, reader.focus) == (1, 1, "questions")
        assert reader.title == "Answer 1"
        assert reader.pane("answer").startswith("Ja.")


@pytest.mark.parametrize(("onward", "back"), [("n", "p"), ("down", "up"), ("j", "k")])
async def test_the_answer_moves_along_with_the_questions(onward: str, back: str) -> None:
    async with reading(BRIDGE) as reader:
        await reader.press(onward)
        await reader.until_at(2)
        assert reader.pointed == 2
        assert reader.title == "Answer 2"
        assert "Dat de brug bij mist niet te zien is" in reader.pane("answer")
        await reader.press(back)
        await reader.until_at(1)
        assert reader.title == "Answer 1"


async def test_next_and_previous_question_work_with_the_answer_in_front_and_stop_at_the_ends() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("tab", "p")
        assert (reader.number, reader.focus) == (1, "answer")
        await reader.press(*["n"] * 12)
        await reader.until_at(10)
        assert (reader.title, reader.focus) == ("Answer 10", "answer")
        assert reader.pointed == 10


async def test_questions_of_one_answer_keep_it_where_it_is(tmp_path: Path) -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("6", "enter")
        await reader.until_at(6)
        assert reader.title == "Answer 6 and 7"
        await reader.press("n")
        await reader.until_at(7)
        assert reader.title == "Answer 6 and 7"
        assert "dertien huishoudens" in reader.pane("answer")


@pytest.mark.parametrize(("end", "home"), [("end", "home"), ("G", "g")])
async def test_to_the_last_question_and_to_the_first(end: str, home: str) -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press(end)
        await reader.until_at(14)
        await reader.press(home)
        await reader.until_at(1)
        assert "ah-tk-20982099-704" in reader.rows("questions")[0]


async def test_a_page_of_questions_takes_the_current_one_along() -> None:
    async with reading(LIGHTHOUSES, size=(120, 30)) as reader:
        await reader.press("pagedown")
        await reader.until(lambda: (reader.number or 0) > 1, "a later question is current")
        questions = reader.screen.questions
        assert questions.scroll_offset.y == questions.size.height - 1
        assert reader.pointed == reader.number
        await reader.press(*["pagedown"] * 9)
        await reader.until_at(14)
        await reader.press(*["pageup"] * 12)
        await reader.until_at(1)


async def test_the_answer_scrolls_by_rows_pages_and_to_its_ends(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path)) as reader:
        answer = reader.screen.answer
        await reader.press("tab", "down", "j")
        assert answer.scroll_offset.y == 2
        await reader.press("k", "up")
        assert answer.scroll_offset.y == 0
        await reader.press("pagedown")
        assert answer.scroll_offset.y == answer.size.height - 1
        await reader.press("pageup")
        assert answer.scroll_offset.y == 0
        await reader.press("G")
        assert answer.scroll_offset.y == answer.max_scroll_y > 0
        await reader.press("g")
        assert "Alinea 1 van antwoord 1" in reader.pane("answer")
        assert reader.number == 1


async def test_the_line_beside_a_pane_shows_where_it_is_scrolled_after_every_key(tmp_path: Path) -> None:
    async with reading(long_document(tmp_path)) as reader:
        for key in ("n", "n", "n", "tab", "pagedown", "G", "p", "z", "pageup", "z", "left", "g", "left"):
            await reader.press(key)
            await reader.pilot.pause()
            shown = reader.text
            assert "┃" in shown
            reader.screen.frame.refresh()
            await reader.pilot.pause()
            assert reader.text == shown, key


async def test_a_question_longer_than_the_pane_is_read_to_its_end_before_the_next(tmp_path: Path) -> None:
    question = "\n\n".join(f"Zin {index} van een lange vraag over de pont." for index in range(1, 13))
    path = published(tmp_path, 77, pairs((question, "Ja."), ("Waarom?", "Daarom.")))
    async with reading(path, size=NARROW) as reader:
        seen = ""
        while reader.number == 1:
            seen += reader.pane("questions")
            await reader.press("down")
        assert all(f"Zin {index} van" in seen for index in range(1, 13))
        await reader.press("up")
        await reader.until_at(1)


async def test_tab_goes_around_the_panes_and_the_arrows_stop_at_the_edges() -> None:
    async with reading(BRIDGE) as reader:
        visited = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await reader.press(key)
            visited.append(reader.focus)
        assert visited == ["answer", "documents", "questions", "documents", "answer"]
        visited = []
        for key in ("right", "left", "left", "left", "right"):
            await reader.press(key)
            visited.append(reader.focus)
        assert visited == ["answer", "questions", "documents", "documents", "questions"]


async def test_a_number_and_enter_goes_to_that_question_and_back_returns() -> None:
    async with reading(LIGHTHOUSES) as reader:
        before = reader.place
        await reader.press("1", "2")
        await reader.until_shown("Go to question 12")
        await reader.until_shown("of 14")
        await reader.press("enter")
        await reader.until_at(12)
        assert (reader.title, reader.pointed, reader.focus) == ("Answer 12", 12, "questions")
        await reader.press("backspace")
        await reader.until(lambda: reader.place == before, "everything is as before")


async def test_a_number_that_is_no_question_is_told() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("1", "9", "enter")
        await reader.until_told("no question 19")
        assert reader.number == 1
        await reader.press("3", "escape", "n")
        await reader.until_at(2)


async def test_a_number_too_long_to_be_one_is_told() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("1")
        reader.app.post_message(events.Paste("9" * 5000))
        await reader.until(lambda: len(reader.screen.prompt.line.text) > 5000, "the digits are there")
        await reader.press("enter")
        await reader.until_told("There is no question 19999999…")
        assert reader.number == 1


async def test_keys_typed_ahead_of_an_answer_are_not_lost() -> None:
    async with reading(LIGHTHOUSES) as reader:
        for key, character in (("4", "4"), ("enter", "\r"), ("n", "n"), ("n", "n")):
            reader.app.post_message(events.Key(key, character))
        await reader.until_at(6)
        await reader.press("1", "enter")
        await reader.until_at(1)
        keys = [("slash", "/"), *((letter, letter) for letter in "ja"), ("enter", "\r"), ("n", "n")]
        for key, character in keys:
            reader.app.post_message(events.Key(key, character))
        await reader.until(lambda: "2 of" in reader.screen.finder.status, "the second place is found")


async def test_a_number_can_be_corrected_while_it_is_typed() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("9", "backspace", "4", "enter")
        await reader.until_at(4)


async def test_enter_in_the_list_opens_the_document_and_moves_to_its_questions() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("left", "down", "down", "down")
        assert reader.path == BRIDGE
        await reader.press("enter")
        await reader.until_open(LIGHTHOUSES)
        assert (reader.focus, reader.number) == ("questions", 1)


async def test_a_document_that_is_opened_again_shows_where_one_was_in_it() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("5", "enter", "left", "down", "enter")
        await reader.until(lambda: reader.path != BRIDGE, "another document is open")
        await reader.press("left", "up", "enter")
        await reader.until_open(BRIDGE)
        assert (reader.number, reader.pointed) == (5, 5)


async def test_a_question_asked_for_too_early_comes_when_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ah-tk-20982099-9.md"
    filler = "De brugwachter telt de schepen, en de schepen tellen de brugwachters. " * 60
    blocks = (f"Vraag {n}\n\nWaarom is brug {n} dicht?\n\nAntwoord {n}\n\n{filler}\n\n" for n in range(1, 61))
    path.write_text("".join(blocks), "utf-8")
    async with reading(path) as reader:
        await reader.press("5", "9", "enter")
        await reader.until_at(59)
        assert reader.title == "Answer 59"

"""Space shows the target of a link in a small window, without moving."""

from __future__ import annotations

import pytest

from tests.tui.reading import BRIDGE, FERRY, LIGHTHOUSES, NARROW, SAMPLES, Reader, reading


def peeking(reader: Reader) -> bool:
    return reader.screen.peek.display and bool(reader.screen.peek.region.height)


async def peek(reader: Reader, number: int, *keys: str) -> None:
    """Peeks from a question, after some more keys."""
    await reader.press(*str(number), "enter", *keys, "space")
    await reader.until(lambda: peeking(reader), "the small window shows")


async def test_a_peek_shows_question_and_answer_and_a_second_press_closes_it() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("2", "enter")
        await reader.until_at(2)
        before, text = reader.place, reader.text
        await reader.press("space")
        await reader.until(lambda: peeking(reader), "the small window shows")
        assert reader.shows("Answer 6 and 7")
        target = reader.pane("peek")
        assert "6 Is de brug bij mist bezocht door de Rijksinspectie voor het Uitzicht?" in target
        assert "De inspectie heeft de brug op vijf ochtenden bezocht" in target
        assert reader.number == 2
        await reader.press("space")
        await reader.until(lambda: not peeking(reader), "the small window is gone")
        assert reader.place == before
        assert reader.text == text


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_peek_can_be_closed_with_other_keys(key: str) -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.press(key)
        await reader.until(lambda: not peeking(reader), "the small window is gone")
        assert reader.focus == "questions"


async def test_enter_in_a_peek_goes_there_and_back_returns() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.press("enter")
        await reader.until_at(6)
        assert not peeking(reader)
        await reader.press("backspace")
        await reader.until_at(2)


async def test_a_long_target_is_scrolled_in_the_small_window() -> None:
    async with reading(BRIDGE, size=(120, 24)) as reader:
        await peek(reader, 2)
        assert "De aanbevelingen luiden samengevat" not in reader.pane("peek")
        await reader.press("down", "pagedown", "end")
        assert "niet kan worden gecontroleerd" in reader.pane("peek")
        await reader.press("home")
        assert reader.pane("peek").startswith("6 Is de brug")
        assert reader.number == 2


async def test_a_peek_at_a_footnote_shows_it() -> None:
    async with reading(BRIDGE, size=(120, 20)) as reader:
        await peek(reader, 6, "tab", "l")
        assert reader.shows("Footnote 2")
        assert "«Niets gezien." in reader.pane("peek")


async def test_a_peek_at_another_document_of_the_list_says_what_it_is() -> None:
    async with reading(SAMPLES) as reader:
        await peek(reader, 4, "tab", "l")
        assert "asked by Wadman-Eb (Unie van Veerlieden) and Klepelaar (Ochtendpartij)" in reader.pane("peek")
        assert reader.path == BRIDGE
        await reader.press("enter")
        await reader.until_open(FERRY)


async def test_a_peek_at_what_is_not_among_the_files_says_so() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 4, "tab", "l")
        assert "ah-tk-20982099-258 is not in the library." in reader.pane("peek")


async def test_a_peek_at_a_link_that_leads_nowhere_says_why() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await peek(reader, 12, "tab", "l")
        assert reader.shows("Leads nowhere")
        assert "This document has 14 questions; there is no question 19." in reader.pane("peek")


async def test_a_peek_at_a_cited_by_line_shows_the_citing_paragraph() -> None:
    async with reading(BRIDGE, size=(120, 60)) as reader:
        await reader.press("2", "enter", "tab", "L")
        await reader.until(
            lambda: reader.caption == "→ where this is cited", "the line of cited by is chosen"
        )
        await reader.press("space")
        await reader.until(lambda: peeking(reader), "the small window shows")
        assert "Over het wegdek doen zij geen uitspraak" in reader.pane("peek")


async def test_another_command_closes_the_small_window_first() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.press("n")
        await reader.until_at(3)
        assert not peeking(reader)


async def test_a_click_beside_the_small_window_closes_it() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.click("questions", "Hoeveel fietsers")
        await reader.until_at(3)
        assert not peeking(reader)


async def test_the_small_window_is_never_beyond_a_smaller_screen() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.resize(40, 12)
        assert not peeking(reader) or reader.screen.region.contains_region(reader.screen.peek.region)
        assert reader.number == 2
        await reader.press("n")
        await reader.until_at(3)


async def test_a_digit_while_peeking_asks_for_a_question() -> None:
    async with reading(BRIDGE) as reader:
        await peek(reader, 2)
        await reader.press("8", "enter")
        await reader.until_at(8)
        assert not peeking(reader)


@pytest.mark.parametrize("size", [NARROW, (80, 24), (300, 80)])
async def test_the_small_window_stays_on_the_screen_and_beside_its_link(size: tuple[int, int]) -> None:
    async with reading(BRIDGE, size=size) as reader:
        await peek(reader, 2, "tab")
        window, screen = reader.screen.peek.region, reader.screen.region
        assert screen.contains_region(window)
        link = reader.screen.answer.link_region(0)
        assert not window.overlaps(link)

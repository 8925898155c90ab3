"""What c, y and the mouse put on the clipboard."""

from __future__ import annotations

from pathlib import Path

from textual.events import MouseMove
from textual.geometry import Offset

from tests.tui.reading import BRIDGE, FERRY_NOTICE, LIGHTHOUSES, UNANSWERED, Reader, reading
from tests.tui.texts import pairs, published


async def test_c_copies_the_reference_to_where_one_is() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("3", "enter", "c")
        await reader.until_told("Copied: Aanhangsel")
        await reader.press("6", "enter", "tab", "c")
        await reader.press("left", "left", "c")
        assert reader.copied == [
            "Aanhangsel Handelingen II 2098/99, nr. 1040, vraag 3",
            "Aanhangsel Handelingen II 2098/99, nr. 1040, antwoord op vragen 6 en 7",
            "Aanhangsel Handelingen II 2098/99, nr. 1040",
        ]


async def test_y_copies_the_whole_answer() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("8", "enter", "y")
        await reader.until_told("Copied answer 8:")
        (answer,) = reader.copied
        assert answer.startswith("Ja. Zij kunnen bij mijn ministerie")
        assert answer.endswith("(Kamerstuk 98 600 XXI, nr. 3).")
        assert "\n\n" in answer


async def test_y_copies_the_notice() -> None:
    async with reading(FERRY_NOTICE) as reader:
        await reader.press("y")
        await reader.until_told("Copied notice:")
        assert reader.copied[0].startswith("De vragen van de leden Wadman-Eb")


async def test_y_without_an_answer_says_so() -> None:
    async with reading(UNANSWERED) as reader:
        await reader.press("y")
        await reader.until_told("There is no answer to copy.")
        assert reader.copied == []


async def drag(reader: Reader, pane: str, start: Offset, end: Offset) -> None:
    """Presses the mouse on a character of a pane, moves it to another and lets go there."""
    pilot, origin = reader.pilot, reader.screen.query_one(f"#{pane}").region.offset
    await pilot.mouse_down(f"#{pane}", offset=start)
    for step in (1, 2):
        x, y = origin + start + Offset((end.x - start.x) * step // 2, (end.y - start.y) * step // 2)
        reader.app.screen._forward_event(MouseMove(None, x, y, 0, 0, 1, False, False, False, x, y))
        await pilot.pause()
    await pilot.mouse_up(f"#{pane}", offset=end)
    await pilot.pause()


async def test_a_drag_selects_and_copies_text_and_follows_nothing() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("2", "enter")
        start = reader.place_of("answer", "Dat de brug")
        end = reader.place_of("answer", "vast. Of") + Offset(4, 0)
        await drag(reader, "answer", start, end)
        await reader.until(lambda: bool(reader.copied), "something is copied")
        assert reader.copied[-1] == "Dat de brug bij mist niet te zien is, staat vast."
        assert reader.number == 2


async def test_a_drag_over_a_link_does_not_follow_it() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("2", "enter")
        start = reader.place_of("answer", "zie het antwoord")
        await drag(reader, "answer", start, start + Offset(11, 0))
        await reader.until(lambda: bool(reader.copied), "something is copied")
        assert reader.copied[-1] == "zie het antw"
        assert reader.number == 2


async def test_ctrl_c_copies_the_selection_again_or_says_that_there_is_none() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("ctrl+c")
        await reader.until_told("Nothing is selected; q quits.")
        start = reader.place_of("answer", "Ja.")
        await drag(reader, "answer", start, start + Offset(2, 0))
        await reader.until(lambda: reader.copied == ["Ja."], "the word is copied")
        await reader.press("ctrl+c")
        await reader.until(lambda: reader.copied == ["Ja.", "Ja."], "it is copied again")


async def test_brackets_and_backslashes_are_copied_as_they_stand(tmp_path: Path) -> None:
    words = r"Zie [red] tekst [/red] en \[1] of [link=https://example.org]hier[/link]."
    async with reading(published(tmp_path, 77, pairs(("Wat?", words)))) as reader:
        await reader.press("y")
        await reader.until(lambda: bool(reader.copied), "the answer is copied")
        opened = reader.screen.navigator.opened
        assert opened is not None
        assert reader.copied == ["\n\n".join(opened.document.answers[0].paragraphs)]

"""Tables, lists and emphasis in the panes: how they look, and that everything works in a cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.geometry import Offset

from tests.tui.reading import GULLS, MIDDLE, NARROW, WIDE, Reader, reading
from tests.tui.test_copying import drag
from tests.tui.texts import pairs, published

HUGE = (160, 60)


def styles_of(reader: Reader, pane: str, words: str) -> list[Style]:
    """The styles in which words are drawn."""
    place = reader.place_of(pane, words)
    strip = reader.screen.query_one(f"#{pane}").render_line(place.y).crop(place.x, place.x + len(words))
    return [segment.style for segment in strip if segment.style is not None]


async def test_a_table_stands_in_columns_with_its_numbers_to_the_right() -> None:
    async with reading(GULLS, size=HUGE) as reader:
        rows = [row.strip() for row in reader.rows("answer")]
        head = next(index for index, row in enumerate(rows) if row.startswith("Haven"))
        assert rows[head] == "Haven         │  2096 │  2097 │   2098 │ Bijzonderheden"
        assert rows[head + 1].startswith("──────────────┼───────┼")
        assert rows[head + 2].startswith("Linkerschans  │ 1.204 │ 1.198 │  1.311 │ Geteld")
        assert any(row.startswith("Totaal        │ 2.669 │ 2.256 │ 15.141 │") for row in rows)


@pytest.mark.parametrize("size", [HUGE, WIDE, MIDDLE, NARROW])
async def test_nothing_of_a_table_is_cut_at_any_width(size: tuple[int, int]) -> None:
    async with reading(GULLS, size=size) as reader:
        await reader.press("1", "enter")
        await reader.until_at(1)
        reader.screen.windows.bring("answer")
        await reader.pilot.pause()
        pane = reader.screen.answer
        pane.wrap_all()
        shown = "".join(
            pane.text.blocks[pane.rows.row(row)[0]].text[piece.start : piece.end]
            for row in range(len(pane.rows))
            for piece in pane.rows.pieces(row)
            if piece.ink is None
        )
        opened = reader.screen.navigator.opened
        assert opened is not None
        for text in opened.document.answers[0].paragraphs:
            for letter in set(text) - set(" |"):
                assert shown.count(letter) >= text.count(letter)
        assert all(len(row) <= pane.size.width for row in reader.rows("answer"))


async def test_where_columns_do_not_fit_each_cell_stands_behind_its_name() -> None:
    async with reading(GULLS, size=(40, 40)) as reader:
        await reader.press("right", "right")
        await reader.until_shown("Haven: Traagmonding")
        assert "Haven · 2096 · 2097 · 2098 Bijzonderheden Haven: Linkerschans 2096: 1.204" in reader.pane(
            "answer"
        )


async def test_a_link_in_a_cell_is_walked_to_and_followed() -> None:
    async with reading(GULLS) as reader:
        await reader.press("tab")
        await reader.until(lambda: reader.caption == "→ answer 3", "the link in the cell is the current one")
        await reader.press("l")
        assert reader.caption == "→ footnote 2"
        await reader.press("L", "enter")
        await reader.until_at(3)
        await reader.press("backspace")
        await reader.until_at(1)
        await reader.click("answer", "vraag 3")
        await reader.until_at(3)


async def test_a_footnote_of_a_cell_is_peeked_at_beside_it() -> None:
    async with reading(GULLS) as reader:
        await reader.press("tab", "l", "space")
        await reader.until_shown("Footnote 2")
        assert reader.shows("De Windwijzer, 12 oktober 2098")
        link = reader.place_of("answer", "²")
        region = reader.screen.answer.link_region(reader.screen.answer.current_link or 0)
        assert region.offset == reader.screen.answer.content_region.offset + link


async def test_the_answer_of_a_table_that_is_peeked_at_shows_the_table() -> None:
    async with reading(GULLS) as reader:
        await reader.press("4", "enter", "tab", "space")
        await reader.until_shown("Rechterschans")
        assert reader.shows("Linkerschans │ 1.204")


async def test_letters_of_links_stand_in_cells() -> None:
    async with reading(GULLS) as reader:
        await reader.press("tab", "f")
        await reader.until(lambda: len(reader.screen.answer.visible_links()) == 2, "both links can be chosen")
        await reader.press("a")
        await reader.until_at(3)


async def test_words_are_found_in_cells() -> None:
    async with reading(GULLS, size=MIDDLE) as reader:
        await reader.press("slash", *"haring", "enter")
        await reader.until_shown("1 of 2 found")
        await reader.until(lambda: "haring" in reader.pane("answer"), "the row with the word shows")
        (style,) = {style.bgcolor for style in styles_of(reader, "answer", "haring")}
        assert style != styles_of(reader, "answer", "gelost")[0].bgcolor


async def test_the_place_in_a_table_survives_another_width() -> None:
    async with reading(GULLS, size=MIDDLE) as reader:
        await reader.press("tab", "pagedown")
        before = reader.screen.answer.top
        assert before.anchor is not None
        assert before.anchor.paragraph > 1
        await reader.resize(62, 24)
        await reader.resize(*MIDDLE)
        assert reader.screen.answer.top == before


async def test_cells_are_copied_with_tabs_between_them() -> None:
    async with reading(GULLS) as reader:
        start = reader.place_of("answer", "Oostkaap")
        end = reader.place_of("answer", "vraag 3.") + Offset(8, 0)
        await drag(reader, "answer", start, end)
        await reader.until(lambda: bool(reader.copied), "something is copied")
        assert (
            reader.copied[-1] == "Oostkaap\t412\t–\t43\tIn 2097 was het mistig; zie het antwoord op vraag 3."
        )


async def test_y_copies_a_table_and_a_list_without_lines_between() -> None:
    async with reading(GULLS) as reader:
        await reader.press("1", "enter", "y")
        await reader.until_told("Copied answer 1")
        assert (
            "gingen zitten.\n\n| Haven | 2096 | 2097 | 2098 | Bijzonderheden |\n| Linkerschans"
            in reader.copied[-1]
        )


async def test_a_stroke_in_a_cell_is_shown_without_its_backslash(tmp_path: Path) -> None:
    table = "| Pont | Aantal |\n| --- | --- |\n| A\\|B naar C[^1] | 12 |\n\n[^1]: De Bode."
    async with reading(published(tmp_path, 77, pairs(("Vaart zij?", table)))) as reader:
        await reader.until(lambda: "A|B naar C¹" in reader.pane("answer"), "the stroke shows")
        await reader.press("slash", *"naar", "enter")
        await reader.until_shown("1 of 1 found")
        (ground,) = {style.bgcolor for style in styles_of(reader, "answer", "naar")}
        assert ground != styles_of(reader, "answer", "A|B")[0].bgcolor


async def test_a_table_of_a_question_stands_apart_under_its_number(tmp_path: Path) -> None:
    question = "Klopt dit?\n\n| Pont | Aantal |\n| --- | --- |\n| Noord | 12 |\n| Zuid | 130 |\n\nWaarom?"
    async with reading(published(tmp_path, 77, pairs((question, "Ja.")))) as reader:
        rows = [row.strip() for row in reader.rows("questions")]
        begin = rows.index("▸ 1 Klopt dit?")
        assert rows[begin + 1 : begin + 8] == [
            "",
            "Pont  │ Aantal",
            "──────┼───────",
            "Noord │     12",
            "Zuid  │    130",
            "",
            "Waarom?",
        ]


async def test_a_table_of_thousands_of_rows_shows_at_once_and_to_its_end(tmp_path: Path) -> None:
    rows = "\n".join(f"| Haven {number} | {number} | Geteld vanaf de kade. |" for number in range(2_000))
    table = f"| Haven | Aantal | Opmerking |\n| --- | --- | --- |\n{rows}"
    async with reading(published(tmp_path, 77, pairs(("Hoeveel?", table)))) as reader:
        await reader.until(lambda: "Haven 9" in reader.pane("answer"), "the first rows show")
        await reader.press("tab", "G")
        await reader.until(lambda: "Haven 1999 │ 1999" in reader.pane("answer"), "the last row shows")


async def test_the_items_of_a_list_stand_close_and_hang_from_their_marks() -> None:
    async with reading(GULLS) as reader:
        await reader.press("2", "enter")
        await reader.until_at(2)
        rows = [row.rstrip() for row in reader.rows("answer")]
        second = next(index for index, row in enumerate(rows) if row.startswith(" 2. De teller"))
        assert rows[second - 1].startswith("    ")
        assert rows[second + 1].startswith("    door twee.")
        assert "- de plaats van waaruit wordt geteld;" in reader.pane("questions")


async def test_bold_and_italic_words_are_drawn_so_over_whatever_they_are() -> None:
    async with reading(GULLS) as reader:
        assert all(style.italic for style in styles_of(reader, "answer", "daarna"))
        assert all(style.bold for style in styles_of(reader, "answer", "Haven"))
        await reader.press("2", "enter")
        await reader.until_at(2)
        assert all(style.bold for style in styles_of(reader, "answer", "Handboek Meeuwen"))
        assert not any(style.bold for style in styles_of(reader, "answer", "zijn vastgelegd"))
        await reader.press("slash", *"meeuwen", "enter")
        await reader.until_shown("found")
        found = styles_of(reader, "answer", "Meeuwen")
        assert all(style.bold for style in found)


async def test_a_link_may_be_italic(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Zie *het antwoord op vraag 2*."), ("En nu?", "Ja.")))
    async with reading(path) as reader:
        linked = styles_of(reader, "answer", "vraag 2")
        assert all(style.italic and style.underline for style in linked)

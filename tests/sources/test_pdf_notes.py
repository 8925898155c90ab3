"""Footnotes of PDFs: told by their place, the line above them and their marks, not by small type alone."""

from __future__ import annotations

from kvtui.sources import Role, SourceText
from kvtui.sources.pdf.reading import pdf_source
from tests.sources.making_pdf import Drawn, Ruling, Words, column, pdf_of
from tests.sources.test_pdf import FERRY, lines_in

SMALL = 7.0
LONG_NOTE = (
    "De Beekbode schreef op 1 oktober 2098 dat de veerpont van Beekdam niet meer vaart en dat",
    "de bewoners van de overkant, die eerder met haar naar hun werk gingen, nu allen moeten",
    "omrijden.",
)


def read(*pages: list[Drawn]) -> SourceText:
    return pdf_source(pdf_of(*pages), "veer.pdf")


def note(mark: str, lines: list[str], top: float) -> list[Words]:
    """A note with its mark raised, its lines hanging beside it."""
    return [Words(mark, 220, top + 2.5, 4.7), *column(lines, top, left=226, size=SMALL, leading=9)]


def page(*below: Drawn, rule_at: float | None = None) -> list[Drawn]:
    rule = [] if rule_at is None else [Ruling(220, rule_at, 277, rule_at)]
    return [*column([*FERRY] * 3), *rule, *below]


def test_small_type_without_a_mark_is_no_note() -> None:
    small = column(["Bron: havenmeester van Beekdam"], 100, size=SMALL)
    assert lines_in(read(page(*small)), Role.NOTE) == []


def test_small_type_above_the_line_is_text_and_below_it_a_note() -> None:
    small = column(["Bron: havenmeester van Beekdam"], 140, size=SMALL)
    source = read(
        page(*note("1", ["De Beekbode."], 100), rule_at=110),
        page(*small, *note("2", ["De Dambode."], 100), rule_at=110),
    )
    assert lines_in(source, Role.NOTE) == ["[1] De Beekbode.", "[2] De Dambode."]
    assert "Bron: havenmeester van Beekdam" in lines_in(source, Role.TEXT)


def test_a_page_without_the_line_has_no_notes_where_others_have_it() -> None:
    small = column(["Bron: havenmeester van Beekdam"], 140, size=SMALL)
    source = read(page(*note("1", list(LONG_NOTE[:2]), 100), rule_at=110), page(*small))
    assert lines_in(source, Role.NOTE) == [f"[1] {LONG_NOTE[0]}", LONG_NOTE[1]]


def test_a_note_goes_on_under_the_line_of_the_next_page() -> None:
    source = read(
        page(*note("1", list(LONG_NOTE[:2]), 100), rule_at=110),
        page(*column([LONG_NOTE[2]], 100, left=220, size=SMALL), rule_at=110),
    )
    assert lines_in(source, Role.NOTE)[2:] == [LONG_NOTE[2]]


def test_a_cut_note_goes_on_above_the_next_one_where_no_line_is_drawn() -> None:
    rest = column([LONG_NOTE[2]], 109, left=226, size=SMALL)
    source = read(page(*note("1", list(LONG_NOTE[:2]), 100)), page(*rest, *note("2", ["De Dambode."], 100)))
    assert lines_in(source, Role.NOTE)[2:] == [LONG_NOTE[2], "[2] De Dambode."]


def test_small_type_after_a_note_that_had_ended_is_text() -> None:
    small = column(["Bron: havenmeester van Beekdam"], 109, left=226, size=SMALL)
    source = read(page(*note("1", ["De Beekbode."], 100)), page(*small, *note("2", ["De Dambode."], 100)))
    assert lines_in(source, Role.NOTE) == ["[1] De Beekbode.", "[2] De Dambode."]


def test_an_underlined_word_is_no_line_above_notes() -> None:
    small = column(["Bron: havenmeester van Beekdam"], 658, size=SMALL)
    source = read([*column(["Tabel 1"], 670), Ruling(220, 668.5, 250, 668.5), *small])
    assert lines_in(source, Role.NOTE) == []


def test_notes_of_a_word_processor_with_their_own_numbers_in_plain_type() -> None:
    text = [Words(w.text, w.x, w.y, 11, "Times-Roman") for w in column(FERRY, left=70, leading=14)]
    notes = [
        Words("1", 70, 105, 6, "Times-Roman"),
        Words("De Beekbode, 1 oktober 2098.", 76, 102, SMALL + 2, "Times-Roman"),
        Words("2 Zie ook de Dambode.", 70, 91, SMALL + 2, "Times-Roman"),
    ]
    mark = Words("1", 86, 662, 7, "Times-Roman")
    source = read([*text, mark, Ruling(70, 118, 214, 118), *notes])
    assert lines_in(source, Role.TEXT)[-1] == "pont.[1]"
    assert lines_in(source, Role.NOTE) == ["[1] De Beekbode, 1 oktober 2098.", "[2] Zie ook de Dambode."]

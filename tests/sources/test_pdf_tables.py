"""Tables in PDFs: told by aligned columns and ruling lines; what only looks like one stays lines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kvtui.model import Style
from kvtui.sources.pdf.reading import pdf_source
from tests.sources.making_pdf import BODY, Drawn, Grid, Ruling, Words, column, pdf_of
from tests.sources.test_pdf import FERRY

HARBOURS = (
    ("Haven", "Ritten in 2096", "Ritten in 2097"),
    ("Beekdam", "2", "13"),
    ("Over de Grote Beek", "10", "1.104"),
    ("Totaal", "12", "1.117"),
)


def lines_of(*page: Drawn) -> list[str]:
    """The lines of a page, blank ones too."""
    return [line.text for line in pdf_source(pdf_of(page), "veer.pdf").pages[0].lines]


def rows_at(
    rows: Sequence[Sequence[str]],
    columns: Sequence[float],
    top: float = 600,
    *,
    leading: float = 11,
    size: float = BODY,
    right: bool = False,
) -> list[Words]:
    """Cells in columns; with `right` all but the first end (nearly) at their place."""
    return [
        Words(cell, x - (len(cell) * 0.5 * size if right and at else 0), top - leading * number, size)
        for number, cells in enumerate(rows)
        for at, (cell, x) in enumerate(zip(cells, columns, strict=True))
        if cell
    ]


def across(*heights: float) -> list[Ruling]:
    return [Ruling(220, height, 540, height) for height in heights]


def test_aligned_cells_are_a_table() -> None:
    lines = lines_of(*column(FERRY), *rows_at(HARBOURS, (220, 340, 440)), *column(FERRY, 530))
    assert lines == [
        *FERRY,
        "",
        "| Haven | Ritten in 2096 | Ritten in 2097 |",
        "| Beekdam | 2 | 13 |",
        "| Over de Grote Beek | 10 | 1.104 |",
        "| Totaal | 12 | 1.117 |",
        "",
        *FERRY,
    ]


def test_numbers_may_stand_at_the_right_of_their_columns() -> None:
    rows = [[cell.replace(".", "") for cell in row] for row in HARBOURS[1:]]
    lines = lines_of(*column(FERRY), *rows_at(rows, (220, 400, 540), right=True))
    assert lines[5:] == [
        "| Beekdam | 2 | 13 |",
        "| Over de Grote Beek | 10 | 1104 |",
        "| Totaal | 12 | 1117 |",
    ]


def test_a_small_table_at_the_foot_of_the_text_is_no_footnote() -> None:
    note = [Words("1", 220, 102.5, 4.7), Words("De Beekbode, 1 oktober 2098.", 226, 100, 7)]
    table = rows_at(HARBOURS, (220, 340, 440), 640, size=7, leading=8)
    source = pdf_source(
        pdf_of([*column(FERRY), Ruling(220, 110, 280, 110), *note], [*column(FERRY), *table]), "veer.pdf"
    )
    roles = {line.text: line.role.value for line in source.pages[1].lines}
    assert roles["| Totaal | 12 | 1.117 |"] == "text"


def test_lines_of_a_wrapped_cell_are_one_cell() -> None:
    rows = [
        ("Haven", "Toelichting van de pont"),
        ("Beekdam", "De pont vaart hier niet meer,"),
        ("", "want de steiger is wegge-"),
        ("", "spoeld."),
        ("Grote Beek", "De pont vaart op zaterdag."),
    ]
    levels = across(612, 597, 564, 553)
    assert lines_of(*column(FERRY), *levels, *rows_at(rows, (220, 300)))[5:] == [
        "| Haven | Toelichting van de pont |",
        "| Beekdam | De pont vaart hier niet meer, want de steiger is weggespoeld. |",
        "| Grote Beek | De pont vaart op zaterdag. |",
    ]


def test_rows_without_lines_between_them_are_parted_where_words_had_room() -> None:
    rows = [("Haven", "Vaart"), ("Beekdam", "nee"), ("Overbeek", "ja"), ("Achterbeek", "soms")]
    levels = across(612, 597, 560)
    assert lines_of(*column(FERRY), *levels, *rows_at(rows, (220, 400)))[5:] == [
        "| Haven | Vaart |",
        "| Beekdam | nee |",
        "| Overbeek | ja |",
        "| Achterbeek | soms |",
    ]


def test_the_fields_of_a_grid_are_its_cells() -> None:
    rows = [
        ("Haven", "Vaart"),
        ("Beekdam", "nee"),
        ("en om-", "of pas"),
        ("streken", "later"),
        ("Beek", "ja"),
    ]
    grid = Grid((215, 300, 400), (612, 597, 564, 550))
    assert lines_of(*column(FERRY), grid, *rows_at(rows, (220, 305)))[5:] == [
        "| Haven | Vaart |",
        "| Beekdam en omstreken | nee of pas later |",
        "| Beek | ja |",
    ]


def test_empty_cells_and_cells_over_several_columns() -> None:
    rows = [
        ("", "Ritten per jaar", ""),
        ("Haven", "2096", "2097"),
        ("Beekdam", "", "13"),
        ("Beek", "10", "14"),
    ]
    words = rows_at(rows, (220, 340, 390))
    assert lines_of(*column(FERRY), *across(612, 575, 560), *words)[5:] == [
        "|  | Ritten per jaar |  |".replace("  ", " "),
        "| Haven | 2096 | 2097 |",
        "| Beekdam | | 13 |",
        "| Beek | 10 | 14 |",
    ]


def test_a_stroke_in_a_cell_is_no_border_and_styles_keep_their_place() -> None:
    rows = [list(row) for row in HARBOURS]
    rows[1][0] = "Dam|wal"
    words = [
        Words(w.text, w.x, w.y, w.size, "Helvetica-Bold" if w.text == "12" else w.font)
        for w in rows_at(rows, (220, 340, 440))
    ]
    source = pdf_source(pdf_of([*column(FERRY), *words]), "veer.pdf")
    lines = [line for line in source.pages[0].lines if line.text.startswith("|")]
    assert lines[1].text == r"| Dam\|wal | 2 | 13 |"
    (span,) = lines[3].styles
    assert (lines[3].text[span.start : span.end], span.style) == ("12", Style.BOLD)


def test_labels_with_their_values_are_no_table() -> None:
    rows = [("Datum", "3 oktober 2098"), ("Betreft", "De veerpont over de Grote Beek"), ("Kenmerk", "2098-7")]
    assert lines_of(*rows_at(rows, (220, 300)), *column(FERRY, 540))[:3] == [
        "Datum 3 oktober 2098",
        "Betreft De veerpont over de Grote Beek",
        "Kenmerk 2098-7",
    ]


def test_lists_with_hanging_marks_are_no_tables() -> None:
    rows = [
        ("1.", "Waarom vaart de pont niet?"),
        ("2.", "Wanneer vaart zij weer?"),
        ("a)", "En in de winter?"),
    ]
    assert lines_of(*across(612, 560), *rows_at(rows, (220, 240))) == [" ".join(row) for row in rows]


def test_signatures_beside_each_other_are_no_table() -> None:
    rows = [("De Minister van Veren,", "De Staatssecretaris van Beken,"), ("B. van Beek", "D. van Dam")]
    assert lines_of(*column(FERRY), *rows_at(rows, (220, 400)))[5:] == [" ".join(row) for row in rows]


LONG_CELL = (
    "de pont vaart hier niet",
    "meer want de steiger is",
    "weggespoeld in de storm",
    "van het vorige najaar.",
)


def tables_over_pages(first: int, *, ruled: bool, after: str = "") -> list[list[str]]:
    """The lines of two pages; so many lines of a cell stand on the first."""
    head = [("Haven", "Ritten", "Stand"), ("Beekdam", "12", "oud"), ("Overbeek", "10", "oud")]
    cells = [*head, (LONG_CELL[0], "7", "nieuw")]
    top = rows_at([*cells, *((line, "", "") for line in LONG_CELL[1:first])], (225, 332, 445), 120)
    rest = column(LONG_CELL[first:], 780, left=225)
    low = 120 - 11 * (len(cells) + first - 1) + 4
    above = Grid((220, 327, 435, 540), (131, 117, 106, 95, low))
    below = Grid((220, 327, 435, 540), (791, 780 - 11 * (len(LONG_CELL) - first) + 7))
    grids: tuple[list[Drawn], list[Drawn]] = ([above], [below]) if ruled else ([], [])
    below_it = column([after, *FERRY] if after else FERRY, 700)
    source = pdf_source(pdf_of([*column(FERRY), *top, *grids[0]], [*rest, *grids[1], *below_it]), "veer.pdf")
    return [[line.text for line in page.lines if line.text] for page in source.pages]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_cell_that_goes_over_the_end_of_a_page_is_one_cell(lines: int, ruled: bool) -> None:
    first, second = tables_over_pages(lines, ruled=ruled)
    assert first[-1] == f"| {' '.join(LONG_CELL)} | 7 | nieuw |"
    assert second == list(FERRY)


def test_a_heading_under_a_table_at_the_end_of_a_page_stays_a_line() -> None:
    first, second = tables_over_pages(4, ruled=False, after="Vraag 2")
    assert first[-1] == f"| {' '.join(LONG_CELL)} | 7 | nieuw |"
    assert second == ["Vraag 2", *FERRY]


def test_a_row_that_begins_on_the_next_page_is_no_rest_of_a_cell() -> None:
    rows = rows_at([("Haven", "Ritten", "Stand"), ("Beekdam", "12", "oud")], (225, 332, 445), 120)
    above, below = Grid((220, 327, 435, 540), (131, 117, 106)), Grid((220, 327, 435, 540), (791, 776))
    new = Words("Overbeek", 225, 780)
    source = pdf_source(pdf_of([*column(FERRY), *rows, above], [new, below, *column(FERRY)]), "veer.pdf")
    assert source.pages[0].lines[-1].text == "| Beekdam | 12 | oud |"
    assert source.pages[1].lines[0].text == "Overbeek"

"""Tables of Word files: rows for data, lines for letterheads, signatures and boxes."""

from __future__ import annotations

from kvtui.model import Style
from kvtui.sources.lines import Line, Span
from tests.sources.making_word import LINED, lines_of, paragraph, run, table, texts_in, word_file


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_table_with_lines_is_rows_with_white_space_around() -> None:
    body = (
        paragraph("Vooraf")
        + table(["Jaar", "Bruggen"], ["2098", "12"], properties=LINED)
        + paragraph("Daarna")
    )
    assert [line.text for line in lines_of(word_file(body))] == [
        "Vooraf",
        "",
        "| Jaar | Bruggen |",
        "| 2098 | 12 |",
        "",
        "Daarna",
    ]


def test_a_letterhead_is_lines() -> None:
    body = table(["Datum", "3 mei 2099"], ["Onderwerp", paragraph("Vragen") + paragraph("over de brug")])
    assert texts_in(body) == ["Datum", "3 mei 2099", "Onderwerp", "Vragen", "over de brug"]


def test_a_letterhead_with_numbers_is_lines_too() -> None:
    body = table(["Datum", "3 mei 2099"], ["Ons kenmerk", "123456"], ["Uw kenmerk", "99"], ["Bijlagen", "1"])
    assert texts_in(body)[:4] == ["Datum", "3 mei 2099", "Ons kenmerk", "123456"]


def test_a_box_around_text_is_lines() -> None:
    body = table([paragraph("Vraag 1") + paragraph("Kent u de brug?")], properties=LINED)
    assert texts_in(body) == ["Vraag 1", "Kent u de brug?"]


def test_a_long_text_in_a_table_is_lines() -> None:
    answers = "".join(paragraph(f"Alinea {n}.") for n in range(9))
    assert texts_in(table(["Antwoord", answers], properties=LINED))[:2] == ["Antwoord", "Alinea 0."]


def test_three_columns_or_a_column_of_numbers_show_data_without_lines_too() -> None:
    assert texts_in(table(["a", "b", "c"], ["d", "e", "f"])) == ["| a | b | c |", "| d | e | f |"]
    assert (
        texts_in(table(["Jaar", "Aantal"], ["2097", "8"], ["2098", "12"], ["2099", "€ 1.300"]))[0]
        == "| Jaar | Aantal |"
    )


def test_lines_may_come_from_a_style_and_be_taken_away_by_the_table() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Raster"><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders>'
        "</w:tblPr></w:style>"
    )
    named = '<w:tblStyle w:val="Raster"/>'
    none = '<w:tblBorders><w:insideV w:val="nil"/><w:insideH w:val="nil"/></w:tblBorders>'
    parts = {"styles": styles}
    assert texts_in(table(["a", "b"], properties=named), parts) == ["| a | b |"]
    assert texts_in(table(["a", "b"], properties=named + none), parts) == ["a", "b"]


def test_merged_cells_have_their_text_once_and_covered_ones_are_empty() -> None:
    body = (
        f"<w:tbl><w:tblPr>{LINED}</w:tblPr><w:tr>"
        + cell("Kop", '<w:gridSpan w:val="2"/>')
        + cell("c", '<w:vMerge w:val="restart"/>')
        + "</w:tr><w:tr>"
        + cell("a", "")
        + cell("b", "")
        + cell("", "<w:vMerge/>")
        + "</w:tr></w:tbl>"
    )
    assert texts_in(body) == ["| Kop | | c |", "| a | b | |"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    row = f"<w:tr><w:sdt><w:sdtContent>{cell('a', '')}</w:sdtContent></w:sdt>{cell('b', '')}</w:tr>"
    body = f"<w:tbl><w:tblPr>{LINED}</w:tblPr><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert texts_in(body) == ["| a | b |"]


def test_deleted_rows_are_left_out() -> None:
    body = (
        f"<w:tbl><w:tblPr>{LINED}</w:tblPr><w:tr>{cell('a', '')}{cell('b', '')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('c', '')}{cell('d', '')}</w:tr></w:tbl>"
    )
    assert texts_in(body) == ["| a | b |"]


def test_a_table_in_a_cell_is_text_of_the_cell() -> None:
    inner = table(["1", "2"], properties=LINED) + paragraph("")
    assert texts_in(table(["a", inner], ["b", "c"], properties=LINED)) == [
        r"| a | \| 1 \| 2 \| |",
        "| b | c |",
    ]


def test_bars_are_escaped_and_styles_stay_with_their_words() -> None:
    bold = paragraph(run("Jaar", "<w:b/>"))
    body = table([bold, "a|b"], properties=LINED) + paragraph("Gewone tekst. " * 9)
    assert lines_of(word_file(body))[0] == Line(
        r"| Jaar | a\|b |", ended=True, styles=(Span(2, 6, Style.BOLD),)
    )


def test_a_span_of_a_million_columns_is_not_believed() -> None:
    wide = cell("a", '<w:gridSpan w:val="99999"/>')
    (text,) = texts_in(f"<w:tbl><w:tblPr>{LINED}</w:tblPr><w:tr>{wide}{cell('b', '')}</w:tr></w:tbl>")
    assert len(text) < 200


def test_a_long_cell_of_a_table_with_data_stays_in_its_row() -> None:
    long = "brug " * 400
    body = table(["Jaar", "Toelichting", "Aantal"], ["2098", long, "3"], properties=LINED)
    assert texts_in(body) == ["| Jaar | Toelichting | Aantal |", f"| 2098 | {long.strip()} | 3 |"]


def test_a_text_beside_a_margin_is_lines_however_it_is_drawn() -> None:
    long = "brug " * 400
    body = table(["Directie Bruggen", long], properties=LINED)
    assert texts_in(body) == ["Directie Bruggen", long.strip()]


def test_long_questions_beside_long_answers_are_lines() -> None:
    long = "brug " * 400
    body = table([f"Vraag 1 {long}", f"Antwoord {long}"], ["Vraag 2", f"Antwoord {long}"], properties=LINED)
    assert texts_in(body)[2:] == ["Vraag 2", f"Antwoord {long.strip()}"]


def test_questions_in_cells_are_lines_and_their_numbers_in_a_table_are_not() -> None:
    form = table(
        [paragraph("Vraag 1") + paragraph("Drijft hij?"), paragraph("Antwoord 1") + paragraph("Ja.")],
        ["Toelichting", "Geen"],
        properties=LINED,
    )
    assert texts_in(form)[:4] == ["Vraag 1", "Drijft hij?", "Antwoord 1", "Ja."]
    assert texts_in(table(["Vraag 1", "30%"], ["Vraag 2", "12%"], properties=LINED))[0] == "| Vraag 1 | 30% |"

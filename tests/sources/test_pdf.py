"""PDFs as they are laid out: what stands where, in which type, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.model import Style
from kvtui.sources import Line, Role, SourceText
from kvtui.sources.pdf.furniture import Type
from kvtui.sources.pdf.layout import Row, Segment
from kvtui.sources.pdf.reading import pdf_source
from kvtui.sources.pdf.row_text import text_of
from kvtui.sources.pdf.runs import BOLD, Run
from tests.sources.making_pdf import BODY, MAPPED, Drawn, Ruling, Words, column, pdf_of

FERRY = (
    "De veerpont over de Grote Beek vaart sinds het najaar niet meer op",
    "zondag. De bewoners van de wijk aan de overkant moeten dan verant-",
    "woord omrijden, wat een half uur langer duurt dan het varen met de",
    "pont.",
)
FOOT = "Tweede Kamer, vergaderjaar 2098-2099, Aanhangsel"


def read(*pages: Sequence[Drawn]) -> SourceText:
    return pdf_source(pdf_of(*pages), "veer.pdf")


def lines_in(source: SourceText, role: Role | None = None) -> list[str]:
    """The lines that are not blank, of one role or of all."""
    return [
        line.text
        for page in source.pages
        for line in page.lines
        if line.text and (role is None or line.role is role)
    ]


def line_with(source: SourceText, words: str) -> Line:
    (line,) = [line for page in source.pages for line in page.lines if words in line.text]
    return line


def styled(line: Line) -> list[tuple[str, Style]]:
    return [(line.text[span.start : span.end], span.style) for span in line.styles]


def official_page(number: int, lines: list[Words], notes: list[Words]) -> list[Words]:
    """A page in the manner of the official layout, its foot drawn last."""
    margin = [Words("ah-tk-20982099-7", 55, 80, 6), Words("ISSN 2098 - 0001", 55, 73, 6)]
    return [*lines, *notes, *(margin if number == 1 else []), Words(f"{FOOT} {number}", 220, 66, 9.6)]


FIRST_PAGE = official_page(
    1,
    [
        Words("Tweede Kamer der Staten-Generaal", 55, 760, 18, "Helvetica-Bold"),
        Words("2", 505, 745, 51, "Helvetica-Bold"),
        Words("7", 220, 640, 13, "Helvetica-Bold"),
        Words("Vragen van het lid", 220, 610),
        Words("Van Beek", 296, 610, BODY, "Helvetica-Bold"),
        Words("(VVP) aan de Minister over", 341, 610),
        Words("de veerpont", 455, 610, BODY, "Helvetica-Oblique"),
        Words("(ingezonden 3 oktober 2098).", 220, 599),
        Words("Vraag 1", 220, 577),
        Words("Kent u het bericht «De pont vaart niet»?", 220, 566),
        Words("1", 385, 570, 5.5),
        Words("Wat vindt u?", 391, 566),
        Words("Antwoord 1", 220, 544),
        *column(list(FERRY[:2]), 533),
    ],
    [
        Words("1", 220, 202.5, 4.7),
        *column(["De Beekbode, 1 oktober 2098, De pont", "vaart niet."], 200, left=226, size=7),
    ],
)
SECOND_PAGE = official_page(2, column([*FERRY[2:], "", "Vraag 2", "Drijft zij?"], 700), [])


def test_a_page_foot_and_the_margin_are_furniture() -> None:
    assert lines_in(read(FIRST_PAGE, SECOND_PAGE), Role.FURNITURE) == [
        "ah-tk-20982099-7",
        "ISSN 2098 - 0001",
        f"{FOOT} 1",
        f"{FOOT} 2",
    ]


def test_the_foot_of_a_single_page_is_furniture() -> None:
    assert f"{FOOT} 1" in lines_in(read(FIRST_PAGE), Role.FURNITURE)


def test_a_raised_number_is_a_mark_fast_behind_what_it_follows() -> None:
    line = line_with(read(FIRST_PAGE, SECOND_PAGE), "Kent u")
    assert line.text == "Kent u het bericht «De pont vaart niet»?[1] Wat vindt u?"


def test_a_note_opens_with_its_mark_and_goes_on() -> None:
    source = read(FIRST_PAGE, SECOND_PAGE)
    assert lines_in(source, Role.NOTE) == ["[1] De Beekbode, 1 oktober 2098, De pont", "vaart niet."]


def test_names_are_bold_and_the_subject_italic() -> None:
    line = line_with(read(FIRST_PAGE, SECOND_PAGE), "Van Beek")
    assert line.text == "Vragen van het lid Van Beek (VVP) aan de Minister over de veerpont"
    assert styled(line) == [("Van Beek", Style.BOLD), ("de veerpont", Style.ITALIC)]


def test_what_is_bold_throughout_does_not_stand_out() -> None:
    page = [Words(words.text, words.x, words.y, words.size, "Helvetica-Bold") for words in column(FERRY)]
    assert not any(line.styles for line in read(page).pages[0].lines)


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    source = read(FIRST_PAGE, SECOND_PAGE)
    ends = {line.text: line.ended for page in source.pages for line in page.lines if line.role is Role.TEXT}
    assert ends[FERRY[1]] is False
    assert ends[FERRY[2]] is False
    assert ends[FERRY[3]] is True


def test_a_hyphen_at_a_line_end_stays() -> None:
    assert lines_in(read(column(FERRY)))[1].endswith("verant-")


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    lines = ["Ja.", *FERRY[:3], "pont. Nee.", *FERRY[:3]]
    ended = [line.ended for line in read(column(lines)).pages[0].lines]
    assert ended == [True, False, False, False, True, False, False, True]


def test_white_space_is_a_blank_line() -> None:
    lines = [line.text for line in read(column([*FERRY, "", "Vraag 2", *FERRY])).pages[0].lines]
    assert lines == [*FERRY, "", "Vraag 2", *FERRY]


def test_columns_are_read_one_after_the_other() -> None:
    left = column([f"links {word}" for word in "een twee drie vier vijf".split()], 700, left=50)
    right = column([f"rechts {word}" for word in "een twee drie vier vijf".split()], 696, left=320)
    head = Words("Een kop die over beide kolommen loopt, van links tot rechts op het blad", 50, 730, 12)
    lines = lines_in(read([head, *left, *right]))
    assert [line.split()[0] for line in lines] == ["Een", *["links"] * 5, *["rechts"] * 5]


def test_small_type_beside_a_letter_is_furniture() -> None:
    side = column(["Ministerie van Veren", "Postbus 1", "Beekdam"], 700, left=500, size=6.5, leading=9)
    source = read([*column(FERRY, left=80), *side])
    assert lines_in(source, Role.FURNITURE) == ["Ministerie van Veren", "Postbus 1", "Beekdam"]
    assert lines_in(source, Role.TEXT) == list(FERRY)


def test_headings_at_the_same_place_on_every_page_stay_text() -> None:
    pages = [column([f"Vraag {number}", "", *FERRY], 800) for number in (1, 2, 3)]
    assert lines_in(read(*pages), Role.FURNITURE) == []


def test_bare_page_numbers_are_furniture() -> None:
    pages = [[*column(FERRY), Words(f"Pagina {number} van 2", 300, 40)] for number in (1, 2)]
    assert lines_in(read(*pages), Role.FURNITURE) == ["Pagina 1 van 2", "Pagina 2 van 2"]


def test_a_raised_two_behind_metres_is_a_power() -> None:
    page = [
        *column(FERRY),
        Words("Het dek is 40 m", 220, 600),
        Words("2", 283, 603, 5),
        Words("groot.", 290, 600),
    ]
    assert lines_in(read(page))[-1] == "Het dek is 40 m² groot."


def test_several_marks_together_are_each_a_mark() -> None:
    page = [*column(FERRY), Words("Klopt dit?", 220, 600), Words("1, 2", 262, 603.5, 5.5)]
    assert lines_in(read(page))[-1] == "Klopt dit?[1][2]"


def test_a_turned_page_reads_as_an_upright_one() -> None:
    page = [Words(line, 200 + 11 * at, 100, turned=True) for at, line in enumerate(FERRY)]
    assert lines_in(pdf_source(pdf_of(page, page_keys="/Rotate 90"), "veer.pdf")) == list(FERRY)


def test_a_stamp_across_the_page_is_a_line_apart() -> None:
    source = read([*column(FERRY), Words("CONCEPT", 30, 300, 40, turned=True)])
    assert lines_in(source, Role.TEXT) == list(FERRY)
    assert lines_in(source, Role.FURNITURE) == ["CONCEPT"]


def test_text_drawn_twice_is_read_once() -> None:
    page = column(FERRY)
    assert lines_in(read([*page, Words(FERRY[0], page[0].x + 0.3, page[0].y)])) == list(FERRY)


def test_sizes_count_only_beside_each_other() -> None:
    page = [
        Words(w.text, w.x, w.y * 3, w.size * 3, w.font) for w in [*column(FERRY), Words("1", 240, 670.5, 5.5)]
    ]
    assert lines_in(read(page))[3] == "pont.[1]"


def test_title_and_subject_are_metadata() -> None:
    source = pdf_source(pdf_of(column(FERRY), title="De veerpont"), "veer.pdf")
    assert source.metadata == (("Title", "De veerpont"),)
    assert (source.format, source.path) == ("pdf", "veer.pdf")


def mapped(text: str) -> list[str]:
    return lines_in(read([*column(FERRY), Words(text, 220, 600, BODY, MAPPED)]))[4:]


def test_ligatures_are_letters() -> None:
    assert mapped("De \ufb01ets en de o\ufb03ci\u00eble pont".replace("\u00eb", "e")) == [
        "De fiets en de officiele pont"
    ]


def test_private_characters_for_bullets_are_bullets() -> None:
    assert mapped("\uf0b7 de pont") == ["• de pont"]
    assert mapped("\uf02d de steiger") == ["– de steiger"]


def test_a_soft_hyphen_is_a_hyphen_at_the_end_of_a_line_and_else_nothing() -> None:
    assert mapped("veer\u00adpont over de ri\u00ad") == ["veerpont over de ri-"]


def test_an_accent_drawn_over_a_letter_is_part_of_it() -> None:
    accents = [
        Words("Kosic", 220, 600, BODY),
        Words("\u00b4", 239.5, 600, BODY, MAPPED),
        Words("(VVP)", 247, 600),
    ]
    assert lines_in(read([*column(FERRY), *accents]))[4:] == ["Kosić (VVP)"]


def test_an_accent_beside_a_letter_stays_one() -> None:
    accents = [Words("Kosic", 220, 600, BODY), Words("\u00b4", 243.1, 600, BODY, MAPPED)]
    assert lines_in(read([*column(FERRY), *accents]))[4:] == ["Kosic´"]


def test_questions_in_one_column_with_their_numbers_in_the_margin() -> None:
    page = [
        Words("2098Z00007", 70, 760, 11),
        Words("(ingezonden 3 oktober 2098)", 70, 746, 11),
        *[
            words
            for at in (1, 2, 3)
            for words in (
                Words(str(at), 70, 730 - 42 * at, 11),
                *column(FERRY[:2], 730 - 42 * at, left=92, size=11, leading=14),
            )
        ],
    ]
    lines = [line.text for line in read(page).pages[0].lines]
    assert lines[:2] == ["2098Z00007", "(ingezonden 3 oktober 2098)"]
    assert [line[:1] for line in lines if line.endswith(FERRY[0])] == ["1", "2", "3"]
    assert lines.count(FERRY[1]) == 3


def test_a_number_and_its_word_do_not_part() -> None:
    lines = [
        "De pont vaart niet meer sinds de brief van de Minister van",
        "12 oktober over de beek en over haar veer.",
    ]
    page = column([*lines, FERRY[0]])
    assert read(page).pages[0].lines[0].ended is False


def test_a_scanned_page_among_others_is_an_empty_one() -> None:
    source = read(column(FERRY), [Ruling(50, 50, 500, 50)], column(FERRY))
    assert [bool(page.lines) for page in source.pages] == [True, False, True]
    assert source.problems == ()


def test_single_letters_with_gaps_around_them_are_kept() -> None:
    words = [
        Words(word, 220 + 40 * at, 600) for at, word in enumerate(("1.", "verant", "a", "verant", "b", "c"))
    ]
    for count in range(1, len(words) + 1):
        line = lines_in(read([*column(FERRY), *words[:count]]))[-1]
        assert line.replace("|", " ").split() == [word.text for word in words[:count]]


def test_spaces_at_the_end_of_bold_words_do_not_stand_out() -> None:
    run = Run("Van  Dam  ", 220, 260, 600, BODY, BOLD, 0)
    row = Row([Segment([run], 220, 260, 600, BODY, 10)], 600, BODY)
    text, (span,) = text_of(row, "", Type(BODY, 0, 220, 540), frozenset())
    assert (text, text[span.start : span.end], span.style) == ("Van Dam", "Van Dam", Style.BOLD)

"""Letters printed to PDF: frames drawn over each other, labels with values beside them, addresses over lines."""

from __future__ import annotations

from kvtui.sources import Line, Role, SourceText
from kvtui.sources.pdf.furniture import Type
from kvtui.sources.pdf.layout import Row, Segment
from kvtui.sources.pdf.row_text import text_of
from kvtui.sources.pdf.runs import Run
from tests.sources.making_pdf import Drawn, Words, column
from tests.sources.test_pdf import FERRY, lines_in, read

ADDRESSEE = ("De voorzitter van de Tweede Kamer", "Postbus 7", "9999 ZZ BEEKDAM")
SIDE = ("Directoraat-Generaal Veren", "Steigerkade 1", "9999 ZZ Beekdam", "Ons kenmerk", "7-B")
LABELLED = (
    Words("Datum", 5, 830),
    Words("3 mei 2099", 60, 830),
    Words("Onderwerp", 5, 819),
    Words("Beantwoording vragen van het lid", 60, 819),
    Words("Waterman (BVP) over de veerpont over", 60, 808),
    Words("de Grote Beek", 60, 797),
)


def overprinted() -> SourceText:
    """A letter whose frames all stand at the top left, as some converters leave them."""
    first: list[Drawn] = [
        *column(ADDRESSEE, 830, left=5),
        *LABELLED,
        *column(SIDE, 831, left=5, size=6.5, leading=9),
        Words("Pagina 1 van 2", 5, 832, 6.5),
        *column(FERRY, 500),
    ]
    return read(first, column([*FERRY, "", *FERRY]))


def test_frames_drawn_over_each_other_are_read_one_after_the_other() -> None:
    lines = lines_in(overprinted(), Role.TEXT)
    assert lines[:8] == [
        *ADDRESSEE,
        "Datum 3 mei 2099",
        "Onderwerp Beantwoording vragen van het lid",
        "Waterman (BVP) over de veerpont over",
        "de Grote Beek",
        FERRY[0],
    ]


def test_small_frames_drawn_over_others_and_their_page_number_are_furniture() -> None:
    assert sorted(lines_in(overprinted(), Role.FURNITURE)) == sorted([*SIDE, "Pagina 1 van 2"])


def test_what_stands_beside_a_label_goes_on_under_itself() -> None:
    lines = {line.text: line.ended for line in overprinted().pages[0].lines}
    assert lines["Datum 3 mei 2099"] is True
    assert lines["Onderwerp Beantwoording vragen van het lid"] is False
    assert lines["de Grote Beek"] is True


def test_a_side_column_beside_the_text_is_not_mixed_with_it() -> None:
    side = column(SIDE, 699, left=40, size=6.5, leading=9)
    source = read([*side, *column([*FERRY, *FERRY])])
    assert lines_in(source, Role.TEXT) == [*FERRY, *FERRY]
    assert lines_in(source, Role.FURNITURE) == list(SIDE)


def test_a_page_number_of_pages_at_the_edge_is_furniture_beside_other_words() -> None:
    source = read([*column(FERRY), Words("Brief van de minister", 220, 40), Words("Pagina 1 van 4", 440, 40)])
    assert "Pagina 1 van 4" in lines_in(source, Role.FURNITURE)


def test_text_drawn_twice_a_little_apart_is_no_pile_of_frames() -> None:
    source = read([*column(FERRY, 800), Words("Concept", 30, 400, 40), *column(FERRY, 500)])
    assert lines_in(source)[:4] == list(FERRY)


def lines_of(*lines: str) -> list[Line]:
    full = "De bewoners van de wijk aan de overkant moeten nu dan verantwoorder gaan varen"
    return [line for line in read(column([full, *lines])).pages[0].lines if line.text][1:]


def test_an_address_over_lines_is_one_without_spaces() -> None:
    lines = lines_of(
        "De krant meldt dit: https://beekbode.test/nieuws/de-veerpont-vaart-nu-",
        "al-weken-niet-meer-over-de-grote-beek/artikelen/veerpont/stil#:~:text=",
        "%C2%A9%20Beekbode en verder niets.",
    )
    assert [line.text for line in lines] == [
        "De krant meldt dit: https://beekbode.test/nieuws/de-veerpont-vaart-nu-al-weken-niet-meer-over-de-"
        "grote-beek/artikelen/veerpont/stil#:~:text=%C2%A9%20Beekbode en verder niets."
    ]


def test_words_after_an_address_stay_apart() -> None:
    first, second = "Dit staat op de bladzijde https://beekbode.test/nieuws/vandaag/de-pont", "en elders."
    assert [line.text for line in lines_of(first, second)] == [first, second]


def test_a_narrow_gap_in_an_address_is_no_space() -> None:
    def run(text: str, x0: float, x1: float, order: int) -> Run:
        return Run(text, x0, x1, 700.0, 9.0, 0, order)

    runs = [
        run("Zie", 0, 15, 0),
        run(" de krant:", 17.5, 55, 1),
        run(" https://beekbode.test/pont?", 57.5, 160, 2),
        run(" dag=3", 161.2, 190, 3),
        run(" van mei.", 192.5, 230, 4),
    ]
    row = Row([Segment(runs, 0, 230, 700.0, 9.0, 20)], 700.0, 9.0)
    text, _ = text_of(row, "", Type(9.0, 0, 0.0, 230.0), frozenset())
    assert text == "Zie de krant: https://beekbode.test/pont?dag=3 van mei."

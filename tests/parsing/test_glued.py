"""Words glued at the ends of printed lines are separated; other words stay whole."""

from __future__ import annotations

from kvtui.parsing.rows import Joint, Row
from kvtui.parsing.text.glued import separate_glued

# Two sentences run together: by this a text shows that its lines were joined without a space.
SEAMS = "De sluis gaat dicht.Het water blijft staan. De brug gaat open.Het schip vaart door naar de haven van Schardam en verder."


def separated(*texts: str) -> list[str]:
    return [row.text for row in separate_glued([Row(text, Joint.LINE) for text in (SEAMS, *texts)])][1:]


def test_an_article_glued_to_a_word_that_the_text_knows_is_separated() -> None:
    text = "De Minister heeft met de waterschappen en met de schippers gesproken over desluiswachter van de sluiswachter zelf."
    assert "over de sluiswachter van" in separated(text)[0]


def test_two_frequent_words_are_separated() -> None:
    text = "Kunt u aangeven welke bruggen op dit moment gesloten zijn voor het verkeer en hoe lang ditvan plan is te duren?"
    assert "hoe lang dit van plan" in separated(text)[0]


def test_a_compound_stays_whole() -> None:
    text = "De provincie heeft bij de gemeenteraad en bij het waterschapsbestuur navraag gedaan naar de gemeenteraad zelf."
    assert separated(text) == [text]


def test_a_hyphen_of_a_line_end_is_undone_where_the_whole_word_is_known() -> None:
    text = "De schippers hebben in de afgelopen winter bijna elke dag over de drijfijs-schotsen geklaagd: drijfijsschotsen overal."
    assert "de drijfijsschotsen geklaagd" in separated(text)[0]


def test_a_name_glued_to_the_word_before_it_is_separated() -> None:
    text = "Vragen van het lid Zandbergen aan de Ministers van Sluizen en Getijden en vanMist en Uitzicht over de bruggen bij mist."
    assert "en van Mist en Uitzicht" in separated(text)[0]


def test_an_address_stays_whole() -> None:
    text = "Het bericht staat op de bladzijden van de krant, zie https://www.voorbeeld.example/destuwendebruggen-vandesluis in de noot."
    assert separated(text) == [text]


def test_text_with_its_line_ends_is_left_alone() -> None:
    rows = [Row("De sluis gaat dicht, en desluiswachter blijft staan.", Joint.LINE)] * 3
    assert separate_glued(rows) == rows


def test_names_written_with_a_capital_inside_are_no_seams() -> None:
    rows = [
        Row("De leden van GroenLinks en ChristenUnie zagen " + "de brug op YouTube drijven " * 9, Joint.LINE)
    ]
    assert separate_glued(rows) == rows

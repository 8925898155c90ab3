"""Markdown, as converters of PDF and Word write it."""

from __future__ import annotations

import pytest

from kvtui.sources import SourceText, source_from_text


def markdown(text: str) -> SourceText:
    return source_from_text(text, format="markdown")


def line_of(text: str) -> str:
    """The line that a text of one line gives."""
    ((line,),) = (page.lines for page in markdown(text).pages)
    return line.text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#### Vraag 3", "Vraag 3"),
        ("# Vraag 3 #", "Vraag 3"),
        ("## **1314**", "1314"),
        ("#", ""),
        ("#hashtag", "#hashtag"),
        ("zaak #3", "zaak #3"),
    ],
)
def test_heading_marks_are_taken_off(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("het lid **Bries** (SV)", "het lid Bries (SV)"),
        ("over *bruggen die drijven* (ingezonden", "over bruggen die drijven (ingezonden"),
        ("_spreekkamer» en_", "spreekkamer» en"),
        ("***Vraag 1***", "Vraag 1"),
        ("__Vraag 1__", "Vraag 1"),
        ("**«Brug _weg_»**?", "«Brug weg»?"),
        ("een_woord_met_streepjes", "een_woord_met_streepjes"),
        ("2 * 3", "2  3"),
    ],
)
def test_emphasis_is_taken_off(text: str, line: str) -> None:
    assert line_of(text) == line


def test_a_web_address_keeps_its_underscores() -> None:
    address = "https://www.example.nl/_brug_/weg_2_"
    assert line_of(f"*Zie* {address}") == f"Zie {address}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[de brug](https://www.example.nl/brug)", "de brug (https://www.example.nl/brug)"),
        ("[de brug](<https://www.example.nl/brug>)", "de brug (https://www.example.nl/brug)"),
        ("<https://www.example.nl/brug>", "https://www.example.nl/brug"),
        ("[https://www.example.nl/brug](https://www.example.nl/brug)", "https://www.example.nl/brug"),
        ("[https://www.example.nl/brug](https://www.example.nl/brug/)", "https://www.example.nl/brug"),
        ("[mail](mailto:brug@example.nl)", "mail (mailto:brug@example.nl)"),
        ("[3](niets)", "[3](niets)"),
    ],
)
def test_a_link_shows_its_address_once(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("bericht?<sup>1</sup>", "bericht?[1]"),
        ("bericht?<sup>1, 2</sup>", "bericht?[1, 2]"),
        ("bericht?<sup> 1 </sup>", "bericht?[1]"),
        ("de 11<sup>e</sup> brug", "de 11e brug"),
        ("12 m<sup>2</sup> hout", "12 m2 hout"),
        ("3 km<sup>2</sup> zee", "3 km2 zee"),
        ("CO<sub>2</sub>", "CO2"),
        ("een<br>twee", "een twee"),
        ("een<br/>twee", "een twee"),
        ("<b>vet</b> en <u>onder</u>", "vet en onder"),
        ('<a href="x">hier</a>', "hier"),
        ("brug <!-- bladzijde 2 --> weg", "brug  weg"),
        ("3 < 4 en 5 > 2", "3 < 4 en 5 > 2"),
        ("![](plaat.png)", ""),
        ("![brug](plaat.png)", ""),
    ],
)
def test_tags_and_images_are_set_aside(text: str, line: str) -> None:
    assert line_of(text) == line


def test_words_of_markup_are_kept_outside_the_lines() -> None:
    source = markdown('<a href="brug.html">hier</a> ![plaat](brug.png)')
    assert " ".join(source.markup) == '<a href="brug.html"> </a> ![plaat](brug.png)'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("> 1 De Bode", "1 De Bode"),
        ("> > tekst", "tekst"),
        ("- 1 De Bode", "1 De Bode"),
        ("- [1] De Bode", "[1] De Bode"),
        ("- touw", "- touw"),
        ("- **Vraag 1**", "Vraag 1"),
        ("- 1. touw", "- 1. touw"),
        ("1\\. touw", "1. touw"),
        ("\\*sic\\*", "*sic*"),
        ("\\[…\\]", "[…]"),
    ],
)
def test_quotes_items_and_escapes(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize("rule", ["-----", "---", "***", "___", "- - -", " * * * "])
def test_a_rule_ends_a_page(rule: str) -> None:
    source = markdown(f"Vraag 1\n{rule}\nDrijft zij?")
    assert [[line.text for line in page.lines] for page in source.pages] == [["Vraag 1"], ["Drijft zij?"]]


def test_a_form_feed_ends_a_page_too() -> None:
    assert len(markdown("Vraag 1\fVraag 2").pages) == 2


def test_control_characters_are_removed_here_too() -> None:
    assert line_of("#### Vraag\x1b[2J 1") == "Vraag[2J 1"


def test_a_control_character_cannot_hide_a_mark() -> None:
    assert line_of("**\u202evet\u202c**") == "vet"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kent u dit?[^12]", "Kent u dit?[12]"),
        ("[^1]: De Bode", "[1]: De Bode"),
        ("**Vraag 1**\\", "Vraag 1"),
    ],
)
def test_notes_and_hard_breaks_as_pandoc_writes_them(text: str, line: str) -> None:
    assert line_of(text) == line


def test_a_mark_that_leads_to_its_note_and_a_numbered_page_rule() -> None:
    source = markdown("Kent u dit?[1](#page-0-0)\n\n{1}----------------\n\nJa.")
    assert [line.text for page in source.pages for line in page.lines if line.text] == [
        "Kent u dit?[1]",
        "Ja.",
    ]
    assert len(source.pages) == 2
    assert source.markup == ("#page-0-0", "{1}----------------")

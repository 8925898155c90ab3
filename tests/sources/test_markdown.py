"""Markdown, as converters of PDF and Word write it."""

from __future__ import annotations

import pytest

from kvtui.model import Style
from kvtui.sources import Line, Role, SourceText, source_from_text


def markdown(text: str) -> SourceText:
    return source_from_text(text, format="markdown")


def lines_of(text: str) -> list[Line]:
    return [line for page in markdown(text).pages for line in page.lines]


def texts_of(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def styled(text: str) -> list[tuple[str, Style]]:
    """The words that stand out, in the order of their lines."""
    return [(line.text[span.start : span.end], span.style) for line in lines_of(text) for span in line.styles]


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
        ("**\\\\**", ""),
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
        ("12 m<sup>2</sup> hout", "12 m² hout"),
        ("3 km<sup>2</sup> zee", "3 km² zee"),
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
        ("[^1]: De Bode", "[1] De Bode"),
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


BOLD, ITALIC = Style.BOLD, Style.ITALIC
PLAIN = "Dit is een regel zonder nadruk, lang genoeg om vette woorden te laten opvallen.\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("het lid **Bries** (SV)", [("Bries", BOLD)]),
        ("over *bruggen die drijven* (ingezonden", [("bruggen die drijven", ITALIC)]),
        ("over _bruggen die drijven_ (ingezonden", [("bruggen die drijven", ITALIC)]),
        ("***Brug*** en __weg__", [("Brug", BOLD), ("Brug", ITALIC), ("weg", BOLD)]),
        ("**«Brug _weg_»**?", [("«Brug weg»", BOLD), ("weg", ITALIC)]),
        ("**Van** **Bries**", [("Van Bries", BOLD)]),
        ("**een****twee**", [("eentwee", BOLD)]),
        ("**Vraag 1 **", [("Vraag 1", BOLD)]),
        ("2 * 3 = 6", []),
        ("**zonder eind", []),
        ("een\\*ster\\*", []),
        ("_https://www.example.nl/een_brug_", [("https://www.example.nl/een_brug", ITALIC)]),
        ("**de \\*brug\\* &amp; de weg**", [("de *brug* & de weg", BOLD)]),
    ],
)
def test_words_that_stand_out_are_told(text: str, words: list[tuple[str, Style]]) -> None:
    assert styled(PLAIN + text) == words


def test_emphasis_goes_on_over_the_lines_of_a_paragraph() -> None:
    text = PLAIN + "een **brug die\nook drijft\nbij mist** en niet meer"
    assert styled(text) == [("brug die", BOLD), ("ook drijft", BOLD), ("bij mist", BOLD)]


def test_emphasis_ends_with_its_paragraph() -> None:
    assert styled(PLAIN + "een **brug die\n\nook drijft**") == []


def test_a_style_that_all_of_a_text_is_in_sets_nothing_apart() -> None:
    assert styled("**Vraag 1**\n\n**Drijft de _brug_?**") == [("brug", ITALIC)]


def test_underscores_behind_a_space_end_what_is_bold() -> None:
    (line,) = lines_of("__Vraag 3 __")
    assert line.text == "Vraag 3"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("een \\'brug\\' voor \\$ 5", "een 'brug' voor $ 5"),
        ("nr\\. 2099Z00001 \\(SV\\)", "nr. 2099Z00001 (SV)"),
        ("https://www.example.nl/een\\_brug", "https://www.example.nl/een_brug"),
        ("bruggen &amp; wegen &lt; 3", "bruggen & wegen < 3"),
        ("een&nbsp;brug", "een brug"),
        ("een&#27;[2Jbrug", "een[2Jbrug"),
        ("R&D; en &onzin;", "R&D; en &onzin;"),
        ("~~weg~~", "weg"),
        ("bericht?^1^", "bericht?[1]"),
        ("de 11^e^ brug van 12 m^2^", "de 11e brug van 12 m²"),
        ("CO~2~", "CO2"),
        ("`brug`", "brug"),
        ("`s avonds en `s morgens", "`s avonds en `s morgens"),
    ],
)
def test_escapes_entities_and_small_marks_show_what_they_stand_for(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("bericht? <sup>1</sup>", "bericht?[1]"),
        ("_bericht._<sup>_2_</sup>", "bericht.[2]"),
        ("bericht<sup>[3]</sup>", "bericht[3]"),
        ("bericht[[4]](#footnote-4)", "bericht[4]"),
        ('bericht<a id="footnote-ref-5"></a>[\\[5\\]](#footnote-5)', "bericht[5]"),
        ("een<sup>1</sup>/<sub>2</sub>", "een1/2"),
    ],
)
def test_a_mark_of_a_note_stands_fast_behind_its_word(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "[^7]: De Bode,\n    1 mei 2099",
        '7. <a id="footnote-7"></a> De Bode, 1 mei 2099 [↑](#footnote-ref-7)',
        "7. De Bode, 1 mei 2099 [↑](#footnote-ref-7)",
    ],
)
def test_a_note_that_says_it_is_one_begins_with_its_mark(text: str) -> None:
    lines = [line for line in lines_of(f"Ja.\n\n{text}\n\nNee.") if line.text]
    assert [line.role for line in lines] == [Role.TEXT, *[Role.NOTE] * (len(lines) - 2), Role.TEXT]
    assert " ".join(line.text for line in lines[1:-1]) == "[7] De Bode, 1 mei 2099"


def test_a_paragraph_that_is_set_in_under_a_note_belongs_to_it() -> None:
    lines = lines_of("[^1]: De Bode\n\n    Zie ook daar.\n\nAntwoord 2")
    assert [(line.text, line.role) for line in lines if line.text] == [
        ("[1] De Bode", Role.NOTE),
        ("Zie ook daar.", Role.NOTE),
        ("Antwoord 2", Role.TEXT),
    ]


def test_a_table_is_a_line_for_each_row() -> None:
    text = "Zie:\n| Jaar  |   Aantal |\n|:------|---------:|\n|   | |\n| **2098** | 3<br>4 |\nDat was het."
    assert texts_of(text) == ["Zie:", "", "| Jaar | Aantal |", "| 2098 | 3 4 |", "", "Dat was het."]
    assert styled(PLAIN + text) == [("2098", BOLD)]


def test_a_bar_in_a_cell_stays_marked() -> None:
    assert texts_of(r"| a \| b | c |") == [r"| a \| b | c |", ""]


def test_what_a_converter_adds_to_a_table_is_set_aside() -> None:
    source = markdown("|Col1|de brug bij Mistdam|de brug bij Mistdam|\n|---|---|---|\n|Col1|10|10|")
    assert [line.text for line in source.pages[0].lines if line.text] == [
        "| | de brug bij Mistdam | |",
        "| Col1 | 10 | 10 |",
    ]
    assert source.markup == ("Col1", "de brug bij Mistdam")


def test_a_row_of_a_grid_is_one_line() -> None:
    text = "+-----+--------+\n| Jaar | De brug |\n|      | bij mist |\n+=====+====+\n| 2098 | **drijft\\\n|  | niet** |\n+---+---+"
    text = text.replace("drijft\\\n|", "drijft |\n|")
    assert [line for line in texts_of(text) if line] == [
        "| Jaar | De brug bij mist |",
        "| 2098 | drijft niet |",
    ]


def test_a_table_in_html_is_a_line_for_each_row() -> None:
    text = (
        "Zie:\n<table>\n<thead>\n<tr>\n<th>Jaar</th>\n<th>Aantal</th>\n</tr></thead>"
        "<tr><td><p>2098</p></td><td>3\n4</td></tr></table>\nDat was het."
    )
    assert [line for line in texts_of(text) if line] == [
        "Zie:",
        "| Jaar | Aantal |",
        "| 2098 | 3 4 |",
        "Dat was het.",
    ]


@pytest.mark.parametrize("rule", ["|---|---|", "+====+====+", "  ------ -----", "|:--|--:|"])
def test_what_only_draws_a_table_is_no_line(rule: str) -> None:
    assert texts_of(f"een\n{rule}\ntwee") == ["een", "twee"]


@pytest.mark.parametrize(
    "marker",
    ["--- end of page=1 ---", "{2}--------------", "<!-- page break -->", "<!-- PageBreak -->", "\\newpage"],
)
def test_a_marker_of_a_page_ends_it(marker: str) -> None:
    source = markdown(f"Vraag 1\n\n{marker}\n\nDrijft zij?")
    assert len(source.pages) == 2
    assert [line.text for page in source.pages for line in page.lines if line.text] == [
        "Vraag 1",
        "Drijft zij?",
    ]
    assert source.markup == (marker,)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<!-- image -->\nJa.", ["", "Ja."]),
        ("**==> picture [30 x 4] intentionally omitted <==**\nJa.", ["", "Ja."]),
        (
            "**----- Start of picture text -----**<br>\nMistdam<br>**----- End of picture text -----**<br>",
            ["", "Mistdam"],
        ),
        ("```text\nJa.\n```", ["Ja."]),
        ("::: {.letter}\nJa.\n:::", ["Ja."]),
        ("Vraag 1\n=======\nJa?", ["Vraag 1", "Ja?"]),
    ],
)
def test_words_about_pictures_and_fences_are_no_lines(text: str, lines: list[str]) -> None:
    assert texts_of(text) == lines


def test_the_data_of_an_image_is_nothing_to_read() -> None:
    source = markdown(f"Ja. ![wapen](data:image/png;base64,{'iVBORw0KGgo' * 1000}) Nee.")
    assert source.pages[0].lines[0].text == "Ja.  Nee."
    assert source.markup == ("![wapen](data:)",)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ja. [Dat is\nzo.]{.mark} Nee.", ["Ja. Dat is", "zo. Nee."]),
        ("[een [twee]{.underline} [1] drie]{.mark}", ["een twee [1] drie"]),
        ("# Vraag 1 {#vraag-1 .unnumbered}", ["Vraag 1"]),
        ('![](brug.png){width="2in"\nheight="1in"}', [""]),
        (
            "een [brug\nbij mist](https://www.example.nl/brug)",
            ["een brug bij mist (https://www.example.nl/brug)"],
        ),
        ("[sic] {.los}", ["[sic] {.los}"]),
    ],
)
def test_what_pandoc_says_of_words_is_set_aside(text: str, lines: list[str]) -> None:
    assert texts_of(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [("* touw", "• touw"), ("- • touw", "• touw"), ("- – touw", "– touw"), ("*touw*", "touw")],
)
def test_an_item_keeps_one_bullet(text: str, line: str) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    "piece", ["[", "![", "<table", "**", "_a", "](", "`", "&", "<", "|", "[^1]: ", "~", "^1"]
)
def test_a_text_of_unfinished_marks_is_read_to_its_end(piece: str) -> None:
    lines = lines_of(piece * 20_000 + "\n\neinde")
    assert lines[-1].text == "einde"

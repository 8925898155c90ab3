"""Footnote definitions, wherever a converter left them."""

from __future__ import annotations

import pytest

from kvtui.model import Footnote
from tests.parsing.making import ASKED, HEAD, answer_texts, answered, marks_of, parsed, question_texts

FOOT = "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel"


@pytest.mark.parametrize(
    "opening", ["1De Bode", "1 De Bode", "[1] De Bode", "[1]: De Bode", "1) De Bode", "(1) De Bode"]
)
def test_a_definition_opens_with_its_mark(opening: str) -> None:
    mark = " 1)" if ")" in opening else "[1]" if "[" in opening else "1"
    document = parsed(
        f"{ASKED}Vraag 1\nKent u het bericht «Brug weg»?{mark}\nVraag 2\nWaarom?\n{opening}, 3 mei 2099\n"
    )
    assert document.footnotes == (Footnote("1", "De Bode, 3 mei 2099"),)
    assert marks_of(document) == [((1,), "1")]
    assert question_texts(document)[2] == ("Waarom?",)


@pytest.mark.parametrize("opening", ["> 1 ", "- 1 ", "<sup>1</sup> ", "<sup>1</sup>", "[1 ]"])
def test_markdown_dialects_of_definitions(opening: str) -> None:
    text = f"{ASKED}\n#### Vraag 1\n\nKent u het bericht «Brug weg»?<sup>1</sup>\n\n#### Vraag 2\n\nWaarom?\n\n{opening}De Bode, 3 mei 2099\n"
    document = parsed(text, format="markdown")
    assert document.footnotes == (Footnote("1", "De Bode, 3 mei 2099"),)
    assert marks_of(document) == [((1,), "1")]


def test_definitions_stand_at_the_foot_of_each_page() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht «Brug weg»?1\nAntwoord 1\nJa, en ook het vervolg2 daarop ken ik bij\n"
        f"1De Bode, 3 mei 2099\n2De Bode, 4 mei 2099\n{FOOT} 1\nname.\nVraag 2\nEn dit?3\nAntwoord 2\nNee.\n"
        f"3De Bode, 5 mei 2099\n{FOOT} 2\n"
    )
    assert document.footnotes == (
        Footnote("1", "De Bode, 3 mei 2099"),
        Footnote("2", "De Bode, 4 mei 2099"),
        Footnote("3", "De Bode, 5 mei 2099"),
    )
    assert marks_of(document) == [((1,), "1"), ((1,), "2"), ((2,), "3")]
    assert answer_texts(document)[1,] == ("Ja, en ook het vervolg daarop ken ik bij name.",)


def test_a_definition_may_take_several_lines() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht «Brug weg»?1\nAntwoord 1\nJa.\n1De Bode, 3 mei 2099, «De brug is weg en verlei-\n"
        f"delijk ver» (https://www.example.nl/\nbrug-weg)\n{FOOT} 1\n"
    )
    assert document.footnotes == (
        Footnote(
            "1", "De Bode, 3 mei 2099, «De brug is weg en verleidelijk ver» (https://www.example.nl/brug-weg)"
        ),
    )


def test_a_title_and_its_address_are_one_paragraph() -> None:
    text = (
        f"{ASKED}\n#### Vraag 1\n\nKent u het plan?<sup>1</sup>\n\n#### Vraag 2\n\n{'Waarom drijft zij weg? ' * 8}\n\n"
        "1 Rijksdienst voor Bruggen, «Wat drijft mag drijven. Plan 2099»\n(https://www.example.nl/plan).\n"
    )
    assert parsed(text, format="markdown").footnotes == (
        Footnote(
            "1",
            "Rijksdienst voor Bruggen, «Wat drijft mag drijven. Plan 2099» (https://www.example.nl/plan).",
        ),
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("1Kamerstuk 98 012, nr. 7", "Kamerstuk 98 012, nr. 7"),
        ("1https://www.example.nl/brug", "https://www.example.nl/brug"),
        ("1www.example.nl/brug", "www.example.nl/brug"),
        ("1Idem.", "Idem."),
        ("1«Brug weg», De Bode", "«Brug weg», De Bode"),
        ("12099Z15585/2099D37938", "2099Z15585/2099D37938"),
        ("12098 Jaarverslag van de brug", "2098 Jaarverslag van de brug"),
    ],
)  # fmt: skip
def test_a_mark_may_be_glued_to_anything(line: str, text: str) -> None:
    document = answered(f"Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.\n{line}\n{FOOT} 1\n")
    assert document.footnotes == (Footnote("1", text),)


def test_a_mark_may_stand_on_a_line_above_its_text() -> None:
    document = answered(
        f"Vraag 1\nKent u het bericht?\n1\nAntwoord 1\nJa.\n1\nDe Bode, 3 mei 2099\n{FOOT} 1\n"
    )
    assert document.footnotes == (Footnote("1", "De Bode, 3 mei 2099"),)
    assert marks_of(document) == [((1,), "1")]


def test_two_digit_marks_go_on_the_run() -> None:
    marked = "".join(
        f"Vraag {n}\nKent u bericht nummer zoveel?{n}\nAntwoord {n}\nJa.\n" for n in range(1, 13)
    )
    notes = "".join(f"{n}De Bode, {n} mei 2099\n" for n in range(1, 13))
    document = answered(marked + notes)
    assert [f.mark for f in document.footnotes] == [str(n) for n in range(1, 13)]
    assert marks_of(document) == [((n,), str(n)) for n in range(1, 13)]


@pytest.mark.parametrize(
    "line",
    [
        "12 Bruggen zijn weg.",
        "3 Bruggen zijn er nog.",
        "31,92% van de bruggen drijft.",
        "2099 Was een slecht jaar.",
    ],
)
def test_a_sentence_that_begins_with_a_number_is_text(line: str) -> None:
    document = answered(f"Vraag 1\nHoeveel bruggen zijn er?\nAntwoord 1\nDat is geteld.\n{line}\n{FOOT} 1\n")
    assert document.footnotes == ()
    assert line in " ".join(answer_texts(document)[1,])


def test_a_numbered_list_in_an_answer_is_no_run_of_notes() -> None:
    document = answered(
        "Vraag 1\nWat nu?\nAntwoord 1\nDrie dingen:\n1. Touw halen.\n2. Knopen.\n3. Wachten.\n"
    )
    assert document.footnotes == ()
    assert answer_texts(document)[1,] == ("Drie dingen:", "1. Touw halen.", "2. Knopen.", "3. Wachten.")


def test_notes_at_the_end_come_behind_the_explanatory_note() -> None:
    document = parsed(
        ASKED + "Vraag 1\nKent u het bericht «Brug weg»? 1)\nVraag 2\nEn het vervolg? 2)\n"
        "Toelichting: Deze vragen dienen ter aanvulling.\n1) De Bode, 3 mei 2099\n2) De Bode, 4 mei 2099\n"
    )
    assert [f.text for f in document.footnotes] == ["De Bode, 3 mei 2099", "De Bode, 4 mei 2099"]
    assert document.explanatory_note is not None
    assert document.explanatory_note.paragraphs == ("Deze vragen dienen ter aanvulling.",)
    assert marks_of(document) == [((1,), "1"), ((2,), "2")]


def test_a_notice_before_the_notes_of_its_page_keeps_its_text() -> None:
    document = parsed(
        "Vragen van het lid Bries (SV) aan de Minister van Mist over mist (ingezonden 3 mei 2099).\n"
        "Mededeling van Minister Fabel – van de Klas (Mist) (ontvangen 14 mei 2099).\n"
        "Vraag 1\nKent u het bericht?\n1\nVraag 2\nWaarom?\nMededeling\nHierbij deel ik u mede dat het mist.\n"
        f"1 De Bode, 3 mei 2099\n{FOOT} 1\n"
    )
    assert document.notice is not None
    assert document.notice.paragraphs == ("Hierbij deel ik u mede dat het mist.",)
    assert [f.text for f in document.footnotes] == ["De Bode, 3 mei 2099"]


def test_a_rule_above_the_notes_is_dropped() -> None:
    document = parsed(
        HEAD + "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.\n__________\n1 De Bode, 3 mei 2099\n"
    )
    assert answer_texts(document)[1,] == ("Ja.",)
    assert document.footnotes == (Footnote("1", "De Bode, 3 mei 2099"),)


@pytest.mark.parametrize(
    "text", ["de Bode, 4 mei 2099", "het Getij, 4 mei 2099", "artikel 4 van de Sluiswet"]
)
def test_a_mark_may_be_fast_before_a_small_letter(text: str) -> None:
    document = answered(
        "Vraag 1\nKent u het bericht «Brug weg»?1\nAntwoord 1\nJa.2 Het vervolg3 daarop ken ik bij\n"
        f"1De Bode, 3 mei 2099\n2{text}\n3De Bode, 5 mei 2099\n{FOOT} 1\nname.\n"
    )
    assert [footnote.text for footnote in document.footnotes] == [
        "De Bode, 3 mei 2099",
        text,
        "De Bode, 5 mei 2099",
    ]
    assert answer_texts(document)[1,] == ("Ja. Het vervolg daarop ken ik bij name.",)


@pytest.mark.parametrize("opening", ["1ste brug", "12jarige bruggen", "30km"])
def test_an_ordinal_at_a_line_start_opens_no_definition(opening: str) -> None:
    document = answered(f"Vraag 1\nKent u het bericht over de\n{opening} verderop?\nAntwoord 1\nJa.\n")
    assert document.footnotes == ()


def test_definitions_inside_one_line_go_on_to_the_foot_of_the_page() -> None:
    document = parsed(
        " ".join(
            (
                HEAD + "Vraag 1 Kent u het bericht?1 En de regels?2 Antwoord 1 Ja, en ik noem:",
                "1 de Bode, 3 mei 2099 2 Regels voor bruggen 3 sluis.nl/regels",
                f"ah-tk-20982099-12 ISSN 0921 - 7398 {FOOT} 1 de regels3 voor bruggen. {FOOT} 2",
            )
        ).replace("Ja, en ik noem:", "Ja, " + "en de brug drijft weg " * 60 + "volgens3")
    )
    assert [footnote.text for footnote in document.footnotes] == [
        "de Bode, 3 mei 2099",
        "Regels voor bruggen",
        "sluis.nl/regels",
    ]


def test_a_note_glued_to_the_one_before_is_one_of_its_own() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht?[1] En dit?[2] En dat?[3]\nAntwoord 1\nJa.\n\n"
        "[1] De Bode, 3 mei 2099\n[2] https://bode.nl/brug-zegt-de-schipper[3] https://getij.nl/brug\n"
    )
    assert [(note.mark, note.text) for note in document.footnotes] == [
        ("1", "De Bode, 3 mei 2099"),
        ("2", "https://bode.nl/brug-zegt-de-schipper"),
        ("3", "https://getij.nl/brug"),
    ]
    assert question_texts(document)[1] == ("Kent u het bericht? En dit? En dat?",)


def test_a_numbered_list_at_the_end_holds_the_notes_whose_marks_stand_in_the_text() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht? 1)\nAntwoord 1\nJa, en de regels2) ook.\n\n"
        "1. De Bode, 3 mei 2099\n2. Regels voor bruggen, p. 5\n"
    )
    assert [note.text for note in document.footnotes] == ["De Bode, 3 mei 2099", "Regels voor bruggen, p. 5"]
    assert answer_texts(document)[1,] == ("Ja, en de regels ook.",)


def test_a_numbered_list_that_nothing_calls_belongs_to_the_answer() -> None:
    document = answered(
        "Vraag 1\nWat doet u?\nAntwoord 1\nDrie dingen:\n\n1. Touw kopen.\n\n2. Touw knopen.\n\n3. Wachten.\n"
    )
    assert document.footnotes == ()
    assert answer_texts(document)[1,] == ("Drie dingen:", "1. Touw kopen.", "2. Touw knopen.", "3. Wachten.")


def test_notes_in_two_forms_stand_beside_each_other() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht? 1)\nAntwoord 1\nJa.[1]\n\n1) De Bode, 3 mei 2099\n\n[1] Getij, 4 mei\n"
    )
    assert {note.mark: note.text for note in document.footnotes} == {
        "1": "Getij, 4 mei",
        "1)": "De Bode, 3 mei 2099",
    }


def test_a_note_of_number_nought_ends() -> None:
    document = answered("Vraag 1\nKent u 0) en 1)?\nAntwoord 1\nJa.\n\n[0] Niets\n\n0) Bode\n1) Getij\n")
    assert document.questions[0].number == 1

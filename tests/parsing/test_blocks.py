"""What stands under a heading, and the questions of a group each with their own text."""

from __future__ import annotations

import pytest

from tests.parsing.making import (
    ASKED,
    HEAD,
    answer_texts,
    answered,
    asked_and_answered,
    parsed,
    question_texts,
)


def test_a_group_gives_each_question_its_paragraph() -> None:
    document = parsed(
        HEAD + "Vraag 1 en 2\n\nDrijft de brug bij eb?\n\nEn bij vloed?\n\nAntwoord 1 en 2\n\nJa.\n"
    )
    assert question_texts(document) == {1: ("Drijft de brug bij eb?",), 2: ("En bij vloed?",)}


def test_lines_that_open_questions_divide_a_group_without_blank_lines() -> None:
    document = answered(
        "Vraag 1 en 2\nKlopt het dat de brug bij eb wegdrijft en pas bij vloed weer terugkomt op de\n"
        "plaats waar zij lag?\nKunt u toelichten waarom zij dan niet wordt vastgelegd met een touw dat lang\n"
        "genoeg is?\nAntwoord 1 en 2\nJa.\n"
    )
    assert question_texts(document) == {
        1: (
            "Klopt het dat de brug bij eb wegdrijft en pas bij vloed weer terugkomt op de plaats waar zij lag?",
        ),
        2: ("Kunt u toelichten waarom zij dan niet wordt vastgelegd met een touw dat lang genoeg is?",),
    }


def test_sentences_divide_a_group_that_lost_its_lines() -> None:
    document = answered(
        "Vraag 1 Bestaat de brug? Antwoord 1 Ja. Vraag 2 en 3 Klopt het dat zij drijft? Kunt u zeggen "
        "waarheen? Antwoord 2 en 3 Nee.\n"
    )
    assert question_texts(document)[2] == ("Klopt het dat zij drijft?",)
    assert question_texts(document)[3] == ("Kunt u zeggen waarheen?",)


def test_a_follow_up_stays_with_its_question() -> None:
    document = parsed(
        HEAD
        + "Vraag 1 en 2\n\nDrijft de brug?\n\nZo ja, waarheen?\n\nWat kost het touw?\n\nAntwoord 1 en 2\n\nJa.\n"
    )
    assert question_texts(document) == {
        1: ("Drijft de brug?", "Zo ja, waarheen?"),
        2: ("Wat kost het touw?",),
    }


def test_a_number_without_text_of_its_own_has_no_paragraphs() -> None:
    document = parsed(HEAD + "Vraag 1 en 2\n\nDrijft de brug en waarheen?\n\nAntwoord 1 en 2\n\nJa.\n")
    assert question_texts(document) == {1: ("Drijft de brug en waarheen?",), 2: ()}
    assert document.warnings == ("Question 2 has no text of its own; it may stand with the one before it.",)


def test_a_joint_answer_is_one_block() -> None:
    document = parsed(
        HEAD + "Vraag 1\n\nDrijft zij?\n\nVraag 2\n\nWaarheen?\n\nAntwoord 1 en 2\n\nJa.\n\nWeg.\n"
    )
    assert answer_texts(document) == {(1, 2): ("Ja.", "Weg.")}
    assert document.answer_to(1) is document.answer_to(2)


@pytest.mark.parametrize("mark", ["•", "–", "-", "1.", "a)", "(1)"])
def test_items_of_a_list_are_paragraphs_of_their_answer(mark: str) -> None:
    second = mark.replace("1", "2").replace("a", "b")
    document = answered(
        asked_and_answered(1, 1) + "Vraag 2\nWat nu?\nAntwoord 2\nEr is gekozen voor het volgende:\n"
        f"{mark} het touw wordt langer;\n{second} de brug wordt korter.\n"
    )
    assert answer_texts(document)[2,] == (
        "Er is gekozen voor het volgende:",
        f"{mark} het touw wordt langer;",
        f"{second} de brug wordt korter.",
    )


def test_a_table_keeps_its_lines() -> None:
    document = parsed(
        f"{HEAD}\n#### Vraag 1\n\nWat kost het?\n\n#### Antwoord 1\n\nZie de tabel:\n\n|Jaar|Touw|\n|---|---|\n"
        "|2098|12 meter|\n|2099|13 meter|\n",
        format="markdown",
    )
    assert answer_texts(document)[1,] == (
        "Zie de tabel:",
        "| Jaar | Touw |",
        "| 2098 | 12 meter |",
        "| 2099 | 13 meter |",
    )


def test_questions_without_any_number_are_counted() -> None:
    document = parsed(
        "Vragen van het lid Bries (SV) aan de Minister van Sluizen over eb (ingezonden 3 mei 2099).\n\n"
        "Bent u bekend met eb?\n\nKlopt het dat zij weggaat?\n\nZo ja, waarheen?\n"
    )
    assert question_texts(document) == {
        1: ("Bent u bekend met eb?",),
        2: ("Klopt het dat zij weggaat?",),
        3: ("Zo ja, waarheen?",),
    }
    assert {question.heading for question in document.questions} == {None}


@pytest.mark.parametrize("mark", ["[1]", "1", "1 2", "1, 2", "[1, 2]"])
def test_marks_at_a_line_end_do_not_keep_a_group_together(mark: str) -> None:
    document = answered(
        f"Vraag 1, 2 en 3\nKent u het bericht over de brug?{mark}\nKlopt het dat zij bij eb wegdrijft?\n"
        "Wat vindt u daarvan?\nAntwoord 1, 2 en 3\nJa.\n1De Bode, 3 mei 2099\n2De Bode, 4 mei 2099\n"
    )
    assert question_texts(document) == {
        1: ("Kent u het bericht over de brug?",),
        2: ("Klopt het dat zij bij eb wegdrijft?",),
        3: ("Wat vindt u daarvan?",),
    }


def test_a_list_stays_with_the_unnumbered_question_that_it_is_of() -> None:
    document = parsed(
        ASKED
        + "\nKent u de bruggen?\n\nHoeveel zijn er bij:\n\n• eb;\n\n• vloed?\n\nHoe dan:\n\nDrijven zij?\n"
    )
    assert question_texts(document) == {
        1: ("Kent u de bruggen?",),
        2: ("Hoeveel zijn er bij:", "• eb;", "• vloed?"),
        3: ("Hoe dan:", "Drijven zij?"),
    }


def test_a_group_in_one_paragraph_is_cut_at_its_sentences_where_there_are_just_so_many() -> None:
    document = parsed(
        ASKED + "Vraag 1\nDrijft zij?\nVraag 2 en 3\nBent u de schipper? Zo ja, welke koers vaart u?\n"
    )
    assert question_texts(document)[2] == ("Bent u de schipper?",)
    assert question_texts(document)[3] == ("Zo ja, welke koers vaart u?",)

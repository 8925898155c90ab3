"""Blocks whose heading a converter or a ministry lost."""

from __future__ import annotations

import pytest

from tests.parsing.making import answered


def texts(body: str) -> dict[str, tuple[str, ...]]:
    document = answered(body)
    found = {f"vraag {q.number}": q.paragraphs for q in document.questions}
    return found | {f"antwoord {', '.join(map(str, a.numbers))}": a.paragraphs for a in document.answers}


FIRST = "Vraag 1\nKent u de veerpont?\nAntwoord 1\nJa.\n"


def test_an_answer_without_heading_stands_behind_its_question() -> None:
    found = texts(
        FIRST + "Vraag 2\nVaart hij?\n\nDe pont vaart op werkdagen.\n\nVraag 3\nHoe?\nAntwoord 3\nTraag.\n"
    )
    assert found["vraag 2"] == ("Vaart hij?",)
    assert found["antwoord 2"] == ("De pont vaart op werkdagen.",)


def test_a_joint_answer_without_heading_covers_the_whole_group() -> None:
    found = texts(
        FIRST
        + "Vraag 2 en 3\nVaart hij?\n\nHoe vaart hij?\n\nDe pont vaart traag.\n\nVraag 4\nHoe?\nAntwoord 4\nZo.\n"
    )
    assert found["antwoord 2, 3"] == ("De pont vaart traag.",)


def test_a_question_without_heading_stands_at_the_end_of_the_answer_before() -> None:
    found = texts(FIRST + "\nVaart hij op zondag?\n\nAntwoord 2\nNee.\n")
    assert found["antwoord 1"] == ("Ja.",)
    assert found["vraag 2"] == ("Vaart hij op zondag?",)


def test_what_is_left_of_a_question_is_cut_at_the_turned_page() -> None:
    found = texts(FIRST + "\f" + "en zo ja, met wie vaart hij dan?\nAntwoord 2\nMet mij.\n")
    assert found["antwoord 1"] == ("Ja.",)
    assert found["vraag 2"] == ("en zo ja, met wie vaart hij dan?",)


def test_the_reader_is_told() -> None:
    document = answered(
        FIRST + "Vraag 2\nVaart hij?\n\nDe pont vaart.\n\nVraag 3\nHoe?\nAntwoord 3\nTraag.\n"
    )
    assert document.warnings == ("Answer 2 had no heading.",)
    document = answered(FIRST + "\nVaart hij op zondag?\n\nAntwoord 2\nNee.\n")
    assert document.warnings == ("Question 2 had no heading.",)


def test_a_question_that_goes_on_after_its_question_mark_keeps_its_text() -> None:
    body = (
        FIRST
        + "Vraag 2\nVaart hij?\n\nZo nee, dan wil ik weten waarom niet.\n\nVraag 3\nHoe?\nAntwoord 3\nTraag.\n"
    )
    assert texts(body)["vraag 2"] == ("Vaart hij?", "Zo nee, dan wil ik weten waarom niet.")


def test_in_a_set_without_answers_nothing_is_an_answer() -> None:
    document = answered("Vraag 1\nVaart hij?\n\nDe pont ligt al een jaar stil.\n\nVraag 2\nHoe dan?\n")
    assert not document.answers
    assert document.questions[0].paragraphs == ("Vaart hij?", "De pont ligt al een jaar stil.")


def test_an_answer_that_asks_keeps_its_question_where_nothing_is_lost() -> None:
    found = texts(FIRST[:-1] + "\n\nMaar wie betaalt dat?\n\nVraag 2\nNou?\nAntwoord 2\nNiemand.\n")
    assert found["antwoord 1"] == ("Ja.", "Maar wie betaalt dat?")


@pytest.mark.parametrize("digits", ["1" * 400, "1, " * 200, "[1]" * 200, " 11" * 200])
def test_a_question_with_very_many_digits_behind_it_is_read_to_its_end(digits: str) -> None:
    body = FIRST + f"Vraag 2\nVaart hij?{digits} en\n\nDe pont vaart.\n\nVraag 3\nHoe?\nAntwoord 3\nTraag.\n"
    assert answered(body).questions[2].paragraphs == ("Hoe?",)

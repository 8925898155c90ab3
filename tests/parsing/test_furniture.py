"""Page heads and feet are taken out of the text and kept."""

from __future__ import annotations

import pytest

from tests.parsing.making import ASKED, HEAD, answer_texts, asked, asked_and_answered, parsed, question_texts

BODY = asked_and_answered(1, 2)


@pytest.mark.parametrize(
    "masthead",
    [
        "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2098–2099 Aanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n",
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2098–2099\nAanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n",
        "2\nVergaderjaar 2098–2099 Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met "
        "de daarop door de regering gegeven antwoorden\n",
        "Eerste Kamer der Staten-Generaal1\nVergaderjaar 2098–2099 Aanhangsel van de Handelingen\n",
    ],
)
def test_the_masthead_is_no_part_of_the_header(masthead: str) -> None:
    document = parsed(masthead + "594\n" + HEAD + BODY)
    assert document.header.paragraphs[0] == "594"
    assert document.header.paragraphs[1].startswith("Vragen van het lid")
    assert "".join(document.furniture).replace(" ", "") == "".join(masthead.split())


@pytest.mark.parametrize("emblem", ["**2**", "# 2", "# **2**", "Tweede Kamer der Staten-Generaal **2**"])
def test_the_emblem_of_the_chamber_is_furniture_in_markdown(emblem: str) -> None:
    text = (
        f"{emblem}\n\n#### Vergaderjaar 2098–2099 Aanhangsel van de Handelingen\n\n### 594\n\n{HEAD}\n{BODY}"
    )
    document = parsed(text, format="markdown")
    assert document.furniture[0].endswith("2")
    assert document.header.paragraphs[0] == "594"


@pytest.mark.parametrize(
    "foot",
    [
        "ah-tk-20982099-594\nISSN 0921 - 7398\n’s-Gravenhage 2099\nTweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1",
        "ISSN 0921 - 7398’s-Gravenhage 2099Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1",
        "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1",
        "Tweede Kamer, vergaderjaar 2098-2099, Aanhangsel",
        "Tweede Kamer, vergaderjaar 2098–2099, Vragen 1",
        "h tk 20982099 594\nTweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1",
        "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel\n1",
    ],
)
def test_a_page_foot_in_the_middle_of_a_sentence_leaves_it_whole(foot: str) -> None:
    document = parsed(f"{HEAD}Vraag 1\nDrijft zij?\nAntwoord 1\nZij drijft wanneer\n{foot}\nhet waait.\n")
    assert answer_texts(document)[1,] == ("Zij drijft wanneer het waait.",)
    assert "".join(document.furniture) == foot.replace("\n", "")


def test_a_heading_glued_to_a_page_number_is_a_heading() -> None:
    document = parsed(
        HEAD + "Vraag 1\nDrijft zij?\nAntwoord 1\nJa.\nVraag 2\nWaarheen?\n"
        "ISSN 0921 - 7398’s-Gravenhage 2099Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1Antwoord 2\nWeg.\n"
    )
    assert answer_texts(document)[2,] == ("Weg.",)
    assert question_texts(document)[2] == ("Waarheen?",)
    assert document.answers[1].heading == "Antwoord 2"


def test_each_page_has_its_foot() -> None:
    foot = "Tweede Kamer, vergaderjaar 2098–2099, Vragen"
    document = parsed(f"{ASKED}{asked(1, 2)}{foot} 1\n{asked(3, 4)}{foot} 2\n{asked(5, 6)}{foot} 3\n")
    assert document.furniture == (f"{foot} 1", f"{foot} 2", f"{foot} 3")
    assert list(question_texts(document)) == [1, 2, 3, 4, 5, 6]


def test_the_text_between_heading_and_question_may_be_a_page_break() -> None:
    document = parsed(
        HEAD + asked_and_answered(1, 2) + "Vraag 3, 4 en 5\n1De Bode, 3 mei 2099\n"
        "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1\nDrijft zij?\nWaarheen?\nHoe lang nog?\n"
        "Antwoord 3, 4 en 5\nJa.\n"
    )
    texts = question_texts(document)
    assert (texts[3], texts[4], texts[5]) == (("Drijft zij?",), ("Waarheen?",), ("Hoe lang nog?",))


def test_a_session_year_in_the_running_text_is_text() -> None:
    text = HEAD + "Vraag 1\nKent u Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 12?\nAntwoord 1\nJa.\n"
    assert question_texts(parsed(text))[1] == (
        "Kent u Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 12?",
    )


def test_the_house_in_the_running_text_is_text() -> None:
    text = HEAD + "Vraag 1\nDrijft zij?\nAntwoord 1\nDe\nTweede Kamer der Staten-Generaal weet dat.\n"
    assert answer_texts(parsed(text))[1,] == ("De Tweede Kamer der Staten-Generaal weet dat.",)


@pytest.mark.parametrize(
    "foot",
    [
        "ah-tk-20982099-12 ISSN 0921 - 7398 ’s-Gravenhage 2099",
        "ah-tk-20982099-12 ISSN 0921 - 7398\n’s-Gravenhage 2099 Eerste Kamer, vergaderjaar 2098–2099, Aanhangsel 1",
    ],
)
def test_a_foot_in_one_line_and_that_of_the_senate(foot: str) -> None:
    document = parsed(HEAD + BODY + foot + "\n")
    assert answer_texts(document)[2,] == ("Niets.",)
    assert "\n".join(document.furniture) == foot

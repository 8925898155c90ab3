"""What a publication is called."""

from __future__ import annotations

import pytest

from tests.parsing.making import ASKED, HEAD, asked, asked_and_answered, parsed

BODY = asked_and_answered(1, 2)
FOOT = "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1\n"


def test_the_page_foot_prints_the_identifier() -> None:
    document = parsed(HEAD + BODY + "ah-tk-20982099-594\nISSN 0921 - 7398\n’s-Gravenhage 2099\n" + FOOT)
    assert document.identifier == "ah-tk-20982099-594"
    assert (document.number, document.session_year) == ("594", "2098-2099")


def test_number_and_session_year_together_give_the_identifier() -> None:
    document = parsed("Vergaderjaar 2098–2099 Aanhangsel van de Handelingen\n594\n" + HEAD + BODY)
    assert document.identifier == "ah-tk-20982099-594"


@pytest.mark.parametrize("years", ["2098–2099", "2098-2099", "2098/2099", "2098/99", "2098-99"])
def test_a_session_year_is_written_in_full(years: str) -> None:
    document = parsed(f"Vergaderjaar {years} Aanhangsel van de Handelingen\n12\n{HEAD}{BODY}")
    assert document.session_year == "2098-2099"


@pytest.mark.parametrize("years", ["2099–2100", "2099/00"])
def test_a_session_year_can_end_in_another_century(years: str) -> None:
    document = parsed(f"Vergaderjaar {years} Aanhangsel van de Handelingen\n12\n{HEAD}{BODY}")
    assert (document.session_year, document.identifier) == ("2099-2100", "ah-tk-20992100-12")


@pytest.mark.parametrize(
    "name",
    [
        "ah-tk-20982099-1059",
        "ah-tk-20982099-1059-h1",
        "ah-tk-20982099-1059-n1",
        "ah-tk-20982099-AH2742",
        "ah-tk-20982099-6a",
        "ah-ek-20982099-2",
    ],
)
def test_what_the_text_does_not_print_the_file_name_may_tell(name: str) -> None:
    assert parsed(HEAD + BODY, path=f"/boeken/{name}.md").identifier == name


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("kv-tk-2099Z18435", "2099Z18435"),
        ("kv-tk-2099Z18435-h1", "2099Z18435"),
        ("kv-tk-2099Z15377a", "2099Z15377"),
    ],
)
def test_a_set_without_answers_is_named_by_its_case(name: str, case: str) -> None:
    document = parsed(ASKED + asked(1, 2), path=f"{name}.txt")
    assert (document.identifier, document.case_number, document.number) == (name, case, None)


def test_the_text_wins_from_the_file_name() -> None:
    document = parsed(HEAD + BODY + "ah-tk-20982099-594\n" + FOOT, path="ah-tk-20972098-3.txt")
    assert document.identifier == "ah-tk-20982099-594"


def test_a_printed_case_number_names_a_set_without_answers() -> None:
    document = parsed("2099Z 17972\n" + ASKED + asked(1, 2))
    assert (document.identifier, document.case_number) == ("kv-tk-2099Z17972", "2099Z17972")


def test_a_number_without_a_year_is_no_identifier() -> None:
    document = parsed("AH 617\n" + HEAD + BODY)
    assert (document.identifier, document.number, document.session_year) == (None, "617", None)


def test_a_case_number_in_the_running_text_is_not_its_own() -> None:
    text = HEAD + "Vraag 1\nHerinnert u zich uw antwoord (2098Z00001)?\nAntwoord 1\nJa.\n"
    assert parsed(text).case_number is None


def test_an_unnamed_text_has_no_name() -> None:
    document = parsed(HEAD + BODY, path="vragen.txt")
    assert (document.identifier, document.number, document.session_year, document.case_number) == (None,) * 4

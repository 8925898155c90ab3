"""A document is known however its number is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.numbers import cited_identifiers, identifiers_of

ANSWER = "ah-tk-20982099-1059"


@pytest.mark.parametrize(
    "typed",
    [
        "2098-2099/1059",
        "2098-2099, nr. 1059",
        "2098–2099 1059",
        "2098/2099, 1059",
        "vergaderjaar 2098-2099, nr. 1059",
        "20982099-1059",
        "2098/99, 1059",
        "ah-tk-20982099-1059",
        "AH-TK-20982099-1059",
        "ah – tk – 20982099 – 1059",
        "ah-tk-20982099-1059.pdf",
        ' "ah-tk-20982099-1059" ',
        "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-1059.html",
        "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-1059",
        "zoek.officielebekendmakingen.nl/ah-tk-20982099-1059.html?pagina=1#vraag3",
        "https://repository.overheid.nl/frbr/officielepublicaties/ah-tk/20982099/ah-tk-20982099-1059/1/xml/"
        "ah-tk-20982099-1059.xml",
    ],
)
def test_a_number_of_a_session_year_is_one_answer_in_every_form(typed: str) -> None:
    assert identifiers_of(typed) == (ANSWER,)


def test_the_chambers_own_number_holds_the_session_year() -> None:
    assert identifiers_of("232401059") == ("ah-tk-20232024-1059",)
    assert identifiers_of("990000012") == ("ah-tk-19992000-12",)
    assert identifiers_of("232501059") == ()


@pytest.mark.parametrize("typed", ["23-24/1059", "23–24, nr. 1059", "23-24 nr. 1059"])
def test_a_session_year_may_be_typed_in_two_times_two_digits(typed: str) -> None:
    assert identifiers_of(typed) == ("ah-tk-20232024-1059",)


@pytest.mark.parametrize("typed", ["1059", "nr. 1059", "01059", "AH 1059", "AH1059", " 1059. "])
def test_a_bare_number_stays_bare(typed: str) -> None:
    assert identifiers_of(typed) == ("1059",)


@pytest.mark.parametrize("typed", ["2098Z01234", "2098z01234", "2098Z 01234", "2098 Z 01234"])
def test_a_case_number_has_its_capital_and_no_spaces(typed: str) -> None:
    assert identifiers_of(typed) == ("2098Z01234",)


@pytest.mark.parametrize(
    ("typed", "identifier"),
    [
        ("kv-tk-2098z18442", "kv-tk-2098Z18442"),
        ("kv-2010203230", "kv-2010203230"),
        ("ah-tk-20982099-1059-h1", "ah-tk-20982099-1059-h1"),
        ("ah-848521", "ah-848521"),
        ("ah-ek-20982099-2", "ah-ek-20982099-2"),
        ("kst-36410-viii-112", "kst-36410-VIII-112"),
    ],
)
def test_other_publications_are_known_by_their_identifiers(typed: str, identifier: str) -> None:
    assert identifiers_of(typed) == (identifier,)


def test_an_address_of_the_chamber_gives_the_case_and_the_document() -> None:
    address = "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2098Z10576&did=2098D31072"
    assert identifiers_of(address) == ("2098Z10576", "2098D31072")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "asiel",
        "asiel 1059",
        "2098-2099",
        "20982099",
        "ah",
        "ah-tk",
        "0",
        "2098-2100/7",
        "23-25/7",
        "01-02-2024",
        "01/02/2024",
        "https://x.nl/",
    ],
)
def test_what_is_no_number_gives_nothing(typed: str) -> None:
    assert identifiers_of(typed) == ()


@pytest.mark.parametrize(
    ("typed", "identifier"),
    [
        ("36410-74", "kst-36410-74"),
        ("36 410, nr. 74", "kst-36410-74"),
        ("Kamerstuk 36 410 VIII, nr. 112", "kst-36410-VIII-112"),
        ("36410", "kst-36410"),
        ("ECLI:NL:RVS:2024:3946", "ECLI:NL:RVS:2024:3946"),
        ("2098-2099/1059", ANSWER),
        ("ah-tk-20982099-1059-h1", ANSWER),
        ("kv-tk-2098Z18442", "2098Z18442"),
    ],
)
def test_whatever_can_be_cited_is_known(typed: str, identifier: str) -> None:
    assert cited_identifiers(typed) == (identifier,)


def test_a_cited_number_without_a_year_may_be_of_any_year() -> None:
    found = cited_identifiers("1059")
    assert ANSWER in found
    assert "ah-tk-19941995-1059" in found


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert all(identifiers_of(text))
    assert all(cited_identifiers(text))

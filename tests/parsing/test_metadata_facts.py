"""What metadata state, in the spellings that occur."""

from __future__ import annotations

from datetime import date

import pytest

from kvtui.model import Asker, DocumentKind, Respondent
from kvtui.parsing.heads.metadata_facts import metadata_facts, subject_in, surname
from kvtui.parsing.heads.stated import MetadataFacts


def test_the_metadata_of_an_answer() -> None:
    facts = metadata_facts(
        [
            ("DC.title", "Antwoord op vragen van het lid Bries over het drijven van bruggen"),
            ("OVERHEIDop.aanhangselNummer", "17"),
            ("OVERHEIDop.indiener", "Bries A.B.C."),
            ("OVERHEIDop.ontvanger", "D.E. Oever"),
            ("OVERHEIDop.publicationName", "Kamervragen (Aanhangsel)"),
            ("OVERHEIDop.vergaderjaar", "2098-2099"),
            ("OVERHEIDop.vraagnummer", "2098Z01234"),
            ("OVERHEIDop.datumIndiening", "2099-01-29"),
            ("OVERHEIDop.datumOntvangst", "16-02-2099"),
            ("DC.type", "officiële publicatie"),
            ("DC.type", "Antwoord"),
            ("DC.identifier", "ah-tk-20982099-17"),
        ]
    )
    assert facts == MetadataFacts(
        identifier="ah-tk-20982099-17",
        kind=DocumentKind.ANSWER,
        number="17",
        session_year="2098-2099",
        case_number="2098Z01234",
        title="Antwoord op vragen van het lid Bries over het drijven van bruggen",
        subject="het drijven van bruggen",
        submitted=date(2099, 1, 29),
        received=date(2099, 2, 16),
        askers=(Asker("Bries"),),
        respondents=(Respondent(None, "Oever"),),
    )


def test_no_metadata_state_nothing() -> None:
    assert metadata_facts([]) == MetadataFacts()
    assert (
        metadata_facts([("", ""), (".", "x"), ("DC.title", ""), ("DC.identifier", "ah-tk-")])
        == MetadataFacts()
    )


@pytest.mark.parametrize(
    ("content", "identifier"),
    [
        ("ah-tk-20982099-17", "ah-tk-20982099-17"),
        ("AH-TK-20982099-17-h1", "ah-tk-20982099-17-h1"),
        ("kv-tk-2098z01234", "kv-tk-2098Z01234"),
        ("ah-ek-20982099-2", "ah-ek-20982099-2"),
        ("ah-848521", "ah-848521"),
        ("https://zoek.example/ah-tk-20982099-17", None),
    ],
)
def test_identifiers_are_written_one_way(content: str, identifier: str | None) -> None:
    assert metadata_facts([("dcterms:identifier", content)]).identifier == identifier


def test_an_identifier_tells_year_number_and_case() -> None:
    facts = metadata_facts([("dcterms.identifier", "ah-tk-20982099-17")])
    assert (facts.number, facts.session_year, facts.case_number) == ("17", "2098-2099", None)
    assert metadata_facts([("dcterms.identifier", "kv-tk-2098Z01234")]).case_number == "2098Z01234"


@pytest.mark.parametrize(
    ("content", "number"),
    [("17", "17"), ("989900017", "17"), ("6a", "6a"), ("0", None), ("-1", None), ("x", None)],
)
def test_numbers(content: str, number: str | None) -> None:
    assert metadata_facts([("OVERHEIDop.aanhangselnummer", content)]).number == number


@pytest.mark.parametrize(
    ("content", "year"),
    [("2098-2099", "2098-2099"), ("2098–99", "2098-2099"), ("2099/00", "2099-2100"), ("2098", None)],
)
def test_session_years(content: str, year: str | None) -> None:
    assert metadata_facts([("w.vergaderjaar", content)]).session_year == year


def test_the_number_of_a_document_is_no_case() -> None:
    assert metadata_facts([("OVERHEIDop.vraagNummer", "2098D25439")]).case_number is None


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("2099-05-25", date(2099, 5, 25)),
        ("2099-05-25T00:00:00", date(2099, 5, 25)),
        ("25-5-2099", date(2099, 5, 25)),
        ("25 mei 2099", date(2099, 5, 25)),
        ("2099-02-31", None),
        ("209905-25", None),
        ("20990-05-25", None),
        ("0000-00-00", None),
        ("", None),
    ],
)
def test_dirty_dates_are_left_out(content: str, day: date | None) -> None:
    assert metadata_facts([("OVERHEIDop.datumIndiening", content)]).submitted == day


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("A.G. Bries", "Bries"),
        ("Bries A.G.", "Bries"),
        ("Van der Paal", "Van der Paal"),
        ("C.G. van der Paal", "Van der Paal"),
        ("Paal, C.G. van der", "Van der Paal"),
        ("Th.C. de Kade", "De Kade"),
        ("drs. A. Bries", "Bries"),
        ("Steiger-Kade", "Steiger-Kade"),
        ("", ""),
    ],
)
def test_names_are_those_that_a_header_prints(name: str, printed: str) -> None:
    assert surname(name) == printed


def test_several_askers_and_parties() -> None:
    facts = metadata_facts([("indiener", "A. Bries (SV); B. Paal"), ("indiener", "C. Kade|A. Bries (SV)")])
    assert facts.askers == (Asker("Bries", "SV"), Asker("Paal"), Asker("Kade"))


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Antwoord op vragen van het lid Bries over de brug over de Maas", "de brug over de Maas"),
        ("Vragen van de leden Bries en Paal inzake palen.", "palen"),
        ("Antwoord op vragen over afval", "afval"),
        ("Uitstel beantwoording vragen van het lid Bries over «Brug weg»", "«Brug weg»"),
        ("Antwoord op vragen van het lid Bries over een titel die te lang…", None),
        ("Bericht over bruggen", None),
        ("Antwoord op vragen van het lid Bries", None),
    ],
)
def test_the_subject_stands_in_the_title(title: str, subject: str | None) -> None:
    assert subject_in(title) == subject


@pytest.mark.parametrize(
    ("pairs", "kind"),
    [
        ([("DC.type", "Mededeling")], DocumentKind.NOTICE),
        ([("OVERHEIDop.ArchiefType", "Antwoord")], DocumentKind.ANSWER),
        ([("OVERHEIDop.publicationName", "Kamervragen zonder antwoord")], DocumentKind.QUESTIONS),
        ([("DC.title", "Uitstel beantwoording vragen over palen")], DocumentKind.NOTICE),
        ([("DC.type", "Mondelinge vragen")], DocumentKind.ORAL),
        ([("DC.type", "Kamerstuk")], None),
    ],
)
def test_the_kind(pairs: list[tuple[str, str]], kind: DocumentKind | None) -> None:
    assert metadata_facts(pairs).kind == kind


def test_who_receives_questions_has_not_answered_them() -> None:
    pairs = [("DC.type", "Schriftelijke vragen"), ("OVERHEIDop.ontvanger", "D.E. Oever")]
    assert metadata_facts(pairs).respondents == ()

"""Members who ask, ministers who are asked, ministers who answer."""

from __future__ import annotations

import pytest

from kvtui.model import Addressee, Asker, Respondent
from kvtui.parsing.heads.people import addressees_in, askers_in, respondents_in


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        ("het lid Zandbergen (PvdG)", [("Zandbergen", "PvdG")]),
        ("het lid Van der Plas-Eb (Nieuwe Windstreken)", [("Van der Plas-Eb", "Nieuwe Windstreken")]),
        ("de leden Bries en Klepelaar (beiden D99)", [("Bries", "D99"), ("Klepelaar", "D99")]),
        # a wrong number of "lid" stands in official texts
        ("het lid Van Eik en Bries (beiden VVE)", [("Van Eik", "VVE"), ("Bries", "VVE")]),
        (
            "de leden Snel , Bam , Roder (allen D99) en Gab (GroenLink-PvdG)",
            [("Snel", "D99"), ("Bam", "D99"), ("Roder", "D99"), ("Gab", "GroenLink-PvdG")],
        ),
        (
            "de leden Bek (SV), Bus , Krog (beiden GroenLink-PvdG), Bam (D99) en Teun (PvdV)",
            [("Bek", "SV"), ("Bus", "GroenLink-PvdG"), ("Krog", "GroenLink-PvdG"), ("Bam", "D99"), ("Teun", "PvdV")],
        ),
        ("de leden Bries (SV), Bam (D99), en Teun (PvdV)", [("Bries", "SV"), ("Bam", "D99"), ("Teun", "PvdV")]),
        ("het lid Eigenheim", [("Eigenheim", None)]),
        # accents come loose in a PDF
        ("de leden Kostic´ (PvdV) en Yes¸ilduin (VVE)", [("Kostic´", "PvdV"), ("Yes¸ilduin", "VVE")]),
        ("de leden Bries en het lid Eigenheim (SV)", [("Bries", "SV"), ("Eigenheim", "SV")]),
        ("het lid Van Haag (Groep Van Haag)", [("Van Haag", "Groep Van Haag")]),
        ("het lid DaniëlleJansma (Nieuw Maritiem Contract)", [("Daniëlle Jansma", "Nieuw Maritiem Contract")]),
        ("het lid Gräber-van Kool (D99)", [("Gräber-van Kool", "D99")]),
        ("het kamerlid Bries (SV)", [("Bries", "SV")]),
    ],
)  # fmt: skip
def test_members_get_the_party_in_the_brackets_behind_them(
    text: str, askers: list[tuple[str, str | None]]
) -> None:
    assert askers_in(text) == tuple(Asker(name, party) for name, party in askers)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("de Minister van Sluizen", [("Minister", "Sluizen")]),
        ("de Minister voor Vuurtorens en Maanlicht", [("Minister", "Vuurtorens en Maanlicht")]),
        ("de Minister-President", [("Minister-President", None)]),
        (
            "de Minister-President en de Ministers van Binnenlandse Zaken en Koninkrijksrelaties, van Defensie "
            "en voor Getijden",
            [
                ("Minister-President", None),
                ("Minister", "Binnenlandse Zaken en Koninkrijksrelaties"),
                ("Minister", "Defensie"),
                ("Minister", "Getijden"),
            ],
        ),
        (
            "de Minister van Sluizen en Getijden en de Staatssecretaris van Mist en Uitzicht",
            [("Minister", "Sluizen en Getijden"), ("Staatssecretaris", "Mist en Uitzicht")],
        ),
        ("de Minister en de Staatssecretaris van Mist", [("Minister", "Mist"), ("Staatssecretaris", "Mist")]),
        ("de Staatssecretaris en de Minister van Mist", [("Staatssecretaris", "Mist"), ("Minister", "Mist")]),
        (
            "de Minister van Sluizen en de MinisterKlimaat en Groene Groei",
            [("Minister", "Sluizen"), ("Minister", "Klimaat en Groene Groei")],
        ),
        ("de Minister Justitie en Veiligheid", [("Minister", "Justitie en Veiligheid")]),
        ("de Minister voor Mist, bij afwezigheid van de Staatssecretaris van Nevel", [("Minister", "Mist")]),
        ("de minister voor Mist", [("Minister", "Mist")]),
        (
            "de Ministers van Defensie en Justitie en Veiligheid",
            [("Minister", "Defensie"), ("Minister", "Justitie en Veiligheid")],
        ),
    ],
)
def test_each_portfolio_gives_one_addressee(text: str, addressees: list[tuple[str, str | None]]) -> None:
    assert addressees_in(text) == tuple(Addressee(office, portfolio) for office, portfolio in addressees)


@pytest.mark.parametrize(
    ("text", "respondents"),
    [
        ("Minister De Slinger (Torenklokken)", [("Minister", "De Slinger", "Torenklokken")]),
        (
            "Minister De Slinger (Klokken) en van Staatssecretaris Nevelman (Mist en Uitzicht)",
            [("Minister", "De Slinger", "Klokken"), ("Staatssecretaris", "Nevelman", "Mist en Uitzicht")],
        ),
        (
            "Minister Van Wel (Klokken) en antwoord van Staatssecretaris Nevelman (Mist)",
            [("Minister", "Van Wel", "Klokken"), ("Staatssecretaris", "Nevelman", "Mist")],
        ),
        (
            "Minister Bruin Slot (BZ) van Minister Schreiner (Handel)",
            [("Minister", "Bruin Slot", "BZ"), ("Minister", "Schreiner", "Handel")],
        ),
        (
            "Staatssecretaris Nevelman (Mist, Nevel en Damp – Uitzicht, Zicht en Blik)",
            [("Staatssecretaris", "Nevelman", "Mist, Nevel en Damp – Uitzicht, Zicht en Blik")],
        ),
        ("Minister Fabel – van de Klas (Mist)", [("Minister", "Fabel – van de Klas", "Mist")]),
        ("Minister Kostic´ (Mist)", [("Minister", "Kostic´", "Mist")]),
        ("minister Van Hij (Mist)", [("Minister", "Van Hij", "Mist")]),
        ("Minister-President Rutger (Algemene Zaken)", [("Minister-President", "Rutger", "Algemene Zaken")]),
        ("de Minister van Mist", [("Minister", None, "Mist")]),
    ],
)
def test_who_answers_has_office_name_and_portfolio(
    text: str, respondents: list[tuple[str, str | None, str | None]]
) -> None:
    assert respondents_in(text) == tuple(Respondent(*row) for row in respondents)


def test_no_people_are_no_people() -> None:
    assert (askers_in(""), addressees_in(""), respondents_in("")) == ((), (), ())


def test_a_party_may_hold_the_word_lid() -> None:
    assert askers_in("de leden Zandbergen (Lid Zandbergen) en Bries (SV)") == (
        Asker("Zandbergen", "Lid Zandbergen"),
        Asker("Bries", "SV"),
    )


def test_the_minister_president_is_addressed_once() -> None:
    text = "de Minister-President, Minister van Algemene Zaken en de Minister van Mist"
    assert addressees_in(text) == (Addressee("Minister-President"), Addressee("Minister", "Mist"))


def test_a_minister_named_behind_namens_gives_the_portfolio_in_brackets() -> None:
    assert addressees_in("Minister De Bries (Mist, Damp en Nevel)") == (
        Addressee("Minister", "Mist, Damp en Nevel"),
    )

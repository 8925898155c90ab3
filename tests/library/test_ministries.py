"""Portfolios as printed since 1994, and ministries as readers type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.ministries import (
    ministry_code_of_names,
    ministry_codes,
    ministry_name,
    ministry_names,
    ministry_of,
)


@pytest.mark.parametrize(
    ("portfolio", "code"),
    [
        ("Algemene Zaken", "AZ"),
        ("Buitenlandse Zaken", "BZ"),
        ("Ontwikkelingssamenwerking", "BZ"),
        ("Buitenlandse Handel en Ontwikkelingshulp", "BZ"),
        ("Europese Zaken", "BZ"),
        ("Binnenlandse Zaken", "BZK"),
        ("Binnenlandse Zaken en Koninkrijksrelaties", "BZK"),
        ("Wonen en Rijksdienst", "BZK"),
        ("Grote Steden- en Integratiebeleid", "BZK"),
        ("Immigratie en Asiel", "BZK"),
        ("Justitie", "JenV"),
        ("Veiligheid en Justitie", "JenV"),
        ("Justitie en Veiligheid", "JenV"),
        ("Rechtsbescherming", "JenV"),
        ("Vreemdelingenzaken en Integratie", "JenV"),
        ("Asiel en Migratie", "AenM"),
        ("Financiën", "Fin"),
        ("Financiën – Fiscaliteit en Belastingdienst", "Fin"),
        ("Toeslagen en Douane", "Fin"),
        ("Defensie", "Def"),
        ("Onderwijs, Cultuur en Wetenschappen", "OCW"),
        ("Onderwijs, Cultuur en Wetenschap", "OCW"),
        ("Primair en Voortgezet Onderwijs", "OCW"),
        ("Basis- en Voortgezet Onderwijs en Media", "OCW"),
        ("Sociale Zaken en Werkgelegenheid", "SZW"),
        ("Armoedebeleid, Participatie en Pensioenen", "SZW"),
        ("Volksgezondheid, Welzijn en Sport", "VWS"),
        ("Medische Zorg", "VWS"),
        ("Langdurige Zorg en Sport", "VWS"),
        ("Jeugd en Gezin", "VWS"),
        ("Verkeer en Waterstaat", "IenW"),
        ("Infrastructuur en Milieu", "IenW"),
        ("Infrastructuur en Waterstaat", "IenW"),
        ("Infrastructuur en Waterstaat – Openbaar Vervoer en Milieu", "IenW"),
        ("Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "VROM"),
        ("Wonen, Wijken en Integratie", "VROM"),
        ("Volkshuisvesting en Ruimtelijke Ordening", "VRO"),
        ("Economische Zaken", "EZ"),
        ("Economische Zaken, Landbouw en Innovatie", "EZ"),
        ("Economische Zaken en Klimaat", "EZ"),
        ("Klimaat en Energie", "EZ"),
        ("Klimaat en Groene Groei", "KGG"),
        ("Landbouw, Natuurbeheer en Visserij", "LVVN"),
        ("Landbouw, Natuur en Voedselkwaliteit", "LVVN"),
        ("Landbouw, Visserij, Voedselzekerheid en Natuur", "LVVN"),
        ("Natuur en Stikstof", "LVVN"),
    ],
)
def test_every_portfolio_has_the_ministry_that_housed_it(portfolio: str, code: str) -> None:
    assert ministry_of(portfolio, "Minister") == code
    assert ministry_of(portfolio.lower(), "Staatssecretaris") == code


@pytest.mark.parametrize(
    ("portfolio", "code"),
    [
        ("Klimaaten Groene Groei", "KGG"),
        ("enSociale Zaken en Werkgelegenheid", "SZW"),
        ("Volksgezondheid, Welzijn en Sport\n– Jeugd, Preventie en Sport", "VWS"),
        ("Infrastructuur", "IenW"),
        ("Financien", "Fin"),
        ("VWS", "VWS"),
        ("Justitie & Veiligheid", "JenV"),
    ],
)
def test_faults_of_printing_are_overlooked(portfolio: str, code: str) -> None:
    assert ministry_of(portfolio, "Minister") == code


def test_the_prime_minister_needs_no_portfolio() -> None:
    assert ministry_of(None, "Minister-President") == "AZ"
    assert ministry_of("", "minister-president") == "AZ"


@pytest.mark.parametrize("portfolio", [None, "", "Veerponten en Sluizen", "Bezorging", "Bewoners", "–"])
def test_an_unknown_portfolio_has_no_ministry(portfolio: str | None) -> None:
    assert ministry_of(portfolio, "Minister") is None


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("vws", ("VWS",)),
        ("minvws", ("VWS",)),
        ("VenJ", ("JenV",)),
        ("V&J", ("JenV",)),
        ("veiligheid en justitie", ("JenV",)),
        ("ministerie van Justitie", ("JenV",)),
        ("de Minister van Justitie en Veiligheid", ("JenV",)),
        ("EZK", ("EZ",)),
        ("EL&I", ("EZ",)),
        ("LNV", ("LVVN",)),
        ("V&W", ("IenW",)),
        ("IenM", ("IenW",)),
        ("OC&W", ("OCW",)),
        ("A&M", ("AenM",)),
        ("buza", ("BZ",)),
        ("financien", ("Fin",)),
        ("Volksgezondheid Welzijn & Sport", ("VWS",)),
        ("binnenl", ("BZK",)),
        ("jus", ("JenV",)),
        ("vol", ("VWS", "VROM", "VRO")),
        ("asiel", ("AenM",)),
        ("Minister-President", ("AZ",)),
        ("premier", ("AZ",)),
    ],
)
def test_a_reader_may_type_a_ministry_in_many_ways(typed: str, codes: tuple[str, ...]) -> None:
    assert ministry_codes(typed) == codes


def test_a_word_that_several_ministries_had_gives_all_of_them() -> None:
    assert set(ministry_codes("integratie")) == {"BZK", "JenV", "SZW", "VROM"}


@pytest.mark.parametrize("typed", ["", "minister", "ministerie van", "Bakboord", "en", "j", "vo", "xyz"])
def test_what_is_no_ministry_gives_none(typed: str) -> None:
    assert ministry_codes(typed) == ()


def test_a_code_has_its_present_name() -> None:
    assert ministry_name("JenV") == "Justitie en Veiligheid"
    assert ministry_name("LVVN") == "Landbouw, Visserij, Voedselzekerheid en Natuur"
    assert ministry_name("Bakboord") == "Bakboord"


def test_all_names_of_a_ministry_are_its_own() -> None:
    for code in "AZ BZ BZK JenV AenM Fin Def OCW SZW VWS IenW VROM VRO EZ KGG LVVN".split():
        assert ministry_codes(code) == (code,)
        assert ministry_code_of_names(ministry_names(code)) == code
        assert {ministry_of(name, "Minister") for name in ministry_names(code)} == {code}
    assert ministry_code_of_names(("Justitie",)) is None
    assert ministry_names("Bakboord") == ()


@given(st.text(), st.text())
def test_any_text_has_a_ministry_or_none(portfolio: str, office: str) -> None:
    ministry_of(portfolio, office)
    assert all(ministry_name(code) != code for code in ministry_codes(portfolio))

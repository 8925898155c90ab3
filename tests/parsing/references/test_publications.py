"""References to other publications, normalised."""

from __future__ import annotations

import pytest

from kvtui.model.document import ReferenceKind
from tests.parsing.references.helpers import cited, context, found, incomplete


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 1047.", ["1047"]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, 1028", ["1028"]),
        ("Aanhangsel van de Handelingen, vergaderjaar 2031-2032, nr. 76", ["76"]),
        ("Aanhangsel Handelingen II, vergaderjaar 2031–2032, nr. 135", ["135"]),
        ("Aanhangsel van de Handelingen II, 2031/-32, nr. 1823", ["1823"]),
        ("Aanhangsels Handelingen II 2031-2032, nr. 5", ["5"]),
        ("Aanhangsel Handelingen II 2031/32, 5", ["5"]),
        ("Aanhangsel Handelingen nr. 1973, vergaderjaar 2031–2032", ["1973"]),
        ("Aanhangsel Handelingen, 1889, vergaderjaar 2031–2032", ["1889"]),
        ("Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel van de Handelingen, nr. 2386", ["2386"]),
        ("Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel van de Handelingen 2386.", ["2386"]),
        ("TK 2031–2032, Aanhangsel 182, antwoord 2", ["182"]),
        ("Kamervragen (Aanhangsel) 2031–2032, nr. 2267", ["2267"]),
        ("Vergaderjaar 2031–2032, Aanhangsel nr. 4", ["4"]),
        ("Aanhangsel van de Handelingen met nummer 4, vergaderjaar 2031-2032", ["4"]),
        ("Handelingen II 2031/32, Aanhangsel nr. 4", ["4"]),
        ("AanhangselHandelingen,vergaderjaar 2031–2032,nr.537", ["537"]),
        ("Aanhang-sel Handelingen, verga- derjaar 2031/2032, nr. 203", ["203"]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 1047 en 1048", ["1047", "1048"]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, nrs. 3, 5 en 7", ["3", "5", "7"]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 5, 12 mei 2032", ["5"]),
        ("ah-tk-20312032-1047", ["1047"]),
        ("ah-tk-20312032–1047", ["1047"]),
        ("ah-tk-2031–2032, nr.2509", ["2509"]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–203, nr. 844", ["844"]),
    ],
)
def test_aanhangsel(text: str, targets: list[str]) -> None:
    assert cited(f"Zie {text}") == [f"ah-tk-20312032-{number}" for number in targets]


def test_aanhangsel_of_several_years_and_of_the_eerste_kamer() -> None:
    text = "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5 en vergaderjaar 2031–2032, nr. 12"
    assert cited(text) == ["ah-tk-20302031-5", "ah-tk-20312032-12"]
    assert cited("Aanhangsel Handelingen I 2031-2032, nr. 2") == ["ah-ek-20312032-2"]


def test_a_repaired_year_is_not_certain() -> None:
    (one,) = found("Aanhangsel Handelingen, vergaderjaar 2031–203, nr. 844", ReferenceKind.PUBLICATION)
    assert not one.certain


@pytest.mark.parametrize(
    "text",
    [
        "Vergaderjaar 2031–2032 Aanhangsel van de Handelingen",
        "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 2",
        "zie aanhangsel 2 bij het verdrag",
        "medische handelingen nr. 4",
    ],
)
def test_what_is_no_aanhangsel(text: str) -> None:
    assert cited(text) == []
    assert incomplete(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kamerstuk 24 999, nr. 995", ["24999-995"]),
        ("Kamerstuk 36999, nr. 107", ["36999-107"]),
        ("Kamerstuk23 999, nr.537", ["23999-537"]),
        ("Kamerstuk 31 999 nr. 274", ["31999-274"]),
        ("Kamerstuk, 28 999, nr. 70", ["28999-70"]),
        ("Kamerstuk 21 501-20, nr. 2018", ["21501-20-2018"]),
        ("Kamerstuk 21501-20-2128", ["21501-20-2128"]),
        ("Kamerstuk 36 999 VIII, nr. 112", ["36999-VIII-112"]),
        ("Kamerstuk 36 999 A, nr. 51", ["36999-A-51"]),
        ("Kamerstuk 36999-VI-65", ["36999-VI-65"]),
        ("Kamerstuk 36 999, nr. 5 en 6", ["36999-5", "36999-6"]),
        ("Kamerstuk 36 999, nr. 5-6", ["36999-5", "36999-6"]),
        ("Kamerstukken II 2031/32, 36 999, 12", ["36999-12"]),
        ("Kamerstuk 36 999-VI, 12", ["36999-VI-12"]),
        ("Kamerstuk 36 999, nrs. 5 t/m 7", ["36999-5", "36999-6", "36999-7"]),
        ("Kamerstuk 31 999, nr. 1031, 5 november 2031, Voortgangsbrief", ["31999-1031"]),
        ("Kamerstukken II, 25 999, nr. 679, nr. 684 en 685", ["25999-679", "25999-684", "25999-685"]),
        ("Kamerstukken II 2031–2032, 29 999, nr. 339", ["29999-339"]),
        ("Kamerstukken II, 2031/2032, 31 999, nr 874", ["31999-874"]),
        ("Kamerstukken II,vergaderjaar 2031/2032 36 999, nr. 29", ["36999-29"]),
        ("Kamerstukken II2031–32, 34 999, nr. 128", ["34999-128"]),
        ("Kamerstukken, 2031-2032, 29999, nr. 1135", ["29999-1135"]),
        ("Kamerstuk-ken 23 999, nr. 811 en 29 998, nr. 1207", ["23999-811", "29998-1207"]),
        ("Kamerstukken II 2031/32,36 999, nr.6; I 2032/33, 36 999, B", ["36999-6", "36999-B"]),
        ("Eerste Kamer, 36 999, H", ["36999-H"]),
        ("Tweede Kamer, vergaderjaar 2031–2032, 31 999, nr. 1372", ["31999-1372"]),
        ("(TK vergaderjaar 2031–2032, 36 999 XVI, nr. 116)", ["36999-XVI-116"]),
        ("36 999 XIV, nr. 9", ["36999-XIV-9"]),
        ("(36 999-64)", ["36999-64"]),
        ("kst-36999-VIII-112", ["36999-VIII-112"]),
        ("Bijlage bij Kamerstuk 29 999, nr. 384", ["29999-384"]),
        ("Kamerstuk 35 999 (R2123), nr. 3", ["35999-R2123-3"]),
    ],
)
def test_kamerstukken(text: str, targets: list[str]) -> None:
    assert cited(f"Zie {text}.") == [f"kst-{target}" for target in targets]


def test_a_case_behind_a_kamerstuk_is_none_of_its_numbers() -> None:
    assert cited("Zie Kamerstuk 36 999, nr. 74 en 2031Z00300.") == ["kst-36999-74", "2031Z00300"]


def test_the_words_of_a_kamerstuk() -> None:
    text = "(zie de motie, Kamerstukken II 2031/32, 36 999 VIII, nr. 112)"
    (one,) = found(text, ReferenceKind.PUBLICATION)
    assert text[one.start : one.end] == "Kamerstukken II 2031/32, 36 999 VIII, nr. 112"


@pytest.mark.parametrize(
    "text",
    [
        "Er waren 46 890 gevallen en in 2031 nog 33 441.",
        "Postbus 20301, 2500 EH Den Haag",
        "Het nummer is 0800-6070 of 088-6617734.",
        "De tekst 12 345 telt woorden.",
        "Tussen 10 000-20 000 euro.",
        "uw brief van 5 maart 2031, nr. 5284183",
    ],
)
def test_numbers_that_are_no_dossier(text: str) -> None:
    assert cited(text) == []
    assert incomplete(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("(vraagnummer 2031Z14250)", ["2031Z14250"]),
        ("2031Z 17972", ["2031Z17972"]),
        ("2031Z15585/2031D37938", ["2031Z15585", "2031D37938"]),
        ("Kamerstuk 2031D28457", ["2031D28457"]),
        ("kv-tk-2031Z14250", ["kv-tk-2031Z14250"]),
        ("ECLI:NL:RVS:2031:3951.", ["ECLI:NL:RVS:2031:3951"]),
        ("ECLI:NL- :RBDHA:2031:2055", ["ECLI:NL:RBDHA:2031:2055"]),
        ("Stb. 1993, 668", ["stb-1993-668"]),
        ("Staatsblad 2031, nr. 12", ["stb-2031-12"]),
        ("Stb. 2031, 153 en 213", ["stb-2031-153", "stb-2031-213"]),
        ("Stb. 2031, 153 en 2032, 7", ["stb-2031-153", "stb-2032-7"]),
        ("Stcrt. 1999, 145", ["stcrt-1999-145"]),
        ("Staatscourant 2031 nr. 12345", ["stcrt-2031-12345"]),
        ("Staatscourant van 3 mei 2031, nr. 12345", ["stcrt-2031-12345"]),
        ("Stcrt. nr. 145, 1999", ["stcrt-1999-145"]),
        ("Handelingen II 2031/32, nr. 12, item 3", ["h-tk-20312032-12-3"]),
    ],
)
def test_other_publications(text: str, targets: list[str]) -> None:
    assert cited(text) == targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie Aanhangsel van de Handelingen, nr. 2386.", "Aanhangsel van de Handelingen, nr. 2386"),
        ("Zie Aanhangsel van de Handelingen 2031-2032.", "Aanhangsel van de Handelingen 2031-2032"),
        (
            "Aanhangsel Handelingen, vergaderjaar 2031–2033, nr. 4",
            "Aanhangsel Handelingen, vergaderjaar 2031–2033, nr. 4",
        ),
        ("Zie Kamerstuk 36 999.", "Kamerstuk 36 999"),
        ("Zie Kamerstuk nr. 45.", "Kamerstuk nr. 45"),
        ("het amendement ter vervanging van nr. 45", "nr. 45"),
        ("Stcrt. 7 augustus 1996", "Stcrt. 7 augustus 1996"),
        ("Stb. 172", "Stb. 172"),
        ("Handelingen II, vergaderjaar 2031–2032, nr. 8", "Handelingen II, vergaderjaar 2031–2032, nr. 8"),
        ("een Kamerbrief (BZ2407724)", "Kamerbrief (BZ2407724)"),
    ],
)
def test_incomplete(text: str, words: str) -> None:
    assert incomplete(text) == [words]
    assert cited(text) == []


def test_the_document_itself_is_no_reference() -> None:
    own = context(own=frozenset({"2031Z16988", "ah-tk-20312032-562"}))
    assert cited("De vragen over de pont (2031Z16988)", own) == []
    assert cited("Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 562 en 563", own) == [
        "ah-tk-20312032-563"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie Aanhangsel nr. 300, antwoord op vraag 3.", "Aanhangsel nr. 300"),
        ("Zie Aanhangsel nr. 300 (antwoord op de vragen 3 en 4).", "Aanhangsel nr. 300"),
        ("Zie het antwoord op vraag 3 (Aanhangsel nr. 300).", "Aanhangsel nr. 300"),
        ("Zie de Kamervragen (Aanhangsel nr. 300).", "Kamervragen (Aanhangsel nr. 300"),
    ],
)
def test_an_aanhangsel_beside_questions_is_one_of_the_handelingen(text: str, words: str) -> None:
    (one,) = found(text, ReferenceKind.INCOMPLETE)
    assert text[one.start : one.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Zie Aanhangsel nr. 300.",
        "Zie aanhangsel nr. 2 bij het verdrag, antwoord op vraag 3.",
        "Zie Aanhangsel nr. 2 bij het verdrag, antwoord op vraag 3.",
        "Zie Aanhangsel nr. 2, antwoord op vraag 3 van de Commissie.",
        "Zie aanhangsel nr. 2, antwoord op vraag 3.",
        "Zie Aanhangsel 2, antwoord op vraag 3.",
    ],
)
def test_an_aanhangsel_that_may_be_of_something_else_is_none(text: str) -> None:
    assert found(text, ReferenceKind.INCOMPLETE) == []

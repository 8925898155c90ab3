"""Numbered references to a question or answer of the same document."""

from __future__ import annotations

import pytest

from kvtui.model.document import ReferenceKind, TextPart
from tests.parsing.references.helpers import context, found, in_answer, in_question, linked, links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Zie het antwoord op vraag 7.", [7]),
        ("Zie antwoord op vraag 3", [3]),
        ("De haven is verzand (zie antwoord vraag 10).", [10]),
        ("Zie voorts het antwoord op vraag 8.", [8]),
        ("Verwezen wordt ook naar het antwoord op vraag 8.", [8]),
        ("Zie ook het antwoord op vraag 1 en 3.", [1, 3]),
        ("Zie mijn antwoord op vraag 3, 8 en 11.", [3, 8, 11]),
        ("Zie het antwoord op de vragen 6 en 7.", [6, 7]),
        ("Zie de antwoorden op de vragen 2, 6 en 8.", [2, 6, 8]),
        ("Zie het antwoord op de vragen 3 én 4.", [3, 4]),
        ("Zie vraag 3.", [3]),
        ("De dijk is veilig (zie vraag 3).", [3]),
        ("Nee, zie antwoord 6.", [6]),
        ("zie antwoord bij vraag 5", [5]),
        ("zie ook de beantwoording bij vraag 5", [5]),
        ("Zoals bij het antwoord op vraag 1 aangegeven, blijft de sluis open.", [1]),
        ("zoals ook bij vraag 4 toegelicht", [4]),
        ("Zoals in mijn beantwoording op vragen 1 en 5 vermeld, is de kade hersteld.", [1, 5]),
        ("Zoals geantwoord onder vraag 2 komt er een pont.", [2]),
        ("zoals ook blijkt uit mijn antwoord onder vraag 4", [4]),
        ("Met verwijzing naar mijn antwoorden op vragen 3en 4, herhaal ik dit.", [3, 4]),
        ("Zoals beschreven in antwoord 3 wordt de vaargeul verlegd.", [3]),
        ("In antwoord 3 ben ik ingegaan op de vaargeul.", [3]),
        ("in mijn antwoord 4, 5 en 6 heb ik dit uiteengezet", [4, 5, 6]),
        ("De in het antwoord op vraag 1 genoemde proeven lopen nog.", [1]),
        ("Zie de onderstaande antwoorden op vraag 10.", [10]),
        ("zie mede antwoord 4", [4]),
        ("Zie het antwoord onder vraag 1.", [1]),
        ("bij bevestigende beantwoording van vraag 1 en 2", [1, 2]),
        ("het tweede deel van vraag 2", [2]),
        ("op de vragen 4 tot en met 6", [4, 5, 6]),
        ("Zie het antwoord op vragen 2 t/m 4.", [2, 3, 4]),
        ("Zie het antwoord op de vragen 2-4 en 7.", [2, 3, 4, 7]),
        ("Zie het antwoord op de vragen 2 – 4.", [2, 3, 4]),
        ("Zie het antwoord op vraag 2 t/m vraag 4.", [2, 3, 4]),
        ("Zie het antwoord op vraag 1,2,3 en 4.", [1, 2, 3, 4]),
        ("Zie het antwoord op vraag 5, 6, 7 8 en 10.", [5, 6, 7, 8, 10]),
        ("Zie het antwoord op vraag 2, respectievelijk 3.", [2, 3]),
        ("Zie het antwoord op vraag 2 en het antwoord op vraag 4.", [2, 4]),
        ("Zoals in antwoord vier is aangegeven, is de brug dicht.", [4]),
        ("Zie het antwoord op vraag twee.", [2]),
        ("Zie het antwoord op de vragen één en drie.", [1, 3]),
        ("Zie het antwoord op vraag nr. 3.", [3]),
        ("In reactie op uw vraag 3 meld ik het volgende.", [3]),
        ("Zie het antwoord op 3 en 4.", [3, 4]),
        ("Zie Antwoord 2.", [2]),
        ("Zie het antwoord op vraag 2a en 3b.", [2, 3]),
        ("Zie het antwoord op vraag (2).", [2]),
        ("Zie vraag 3 van deze set.", [3]),
        ("Het antwoord op vraag 3 is hier van toepassing.", [3]),
    ],
)
def test_forms(text: str, targets: list[int]) -> None:
    assert linked(text) == targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie het antwoord op vraag 7.", "antwoord op vraag 7"),
        ("Zoals geantwoord onder vraag 2 is dit zo.", "vraag 2"),
        ("Zoals in de beantwoording van de vragen 3 en 4 staat.", "beantwoording van de vragen 3 en 4"),
        ("(zie vraag 3)", "vraag 3"),
    ],
)
def test_the_words_of_the_link(text: str, words: str) -> None:
    assert [of_link for of_link, _ in links(text)] == [words]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Zoals in de beantwoording vanvraag 2 opgenomen, is dit zo.", [2]),
        ("zie ook hetantwoord op vraag 5", [5]),
        ("zie verderhet antwoord op vraag 5", [5]),
        ("zoals genoemd in het antwoordbij vraag 2", [2]),
        ("Zoals aangegeven in het antwoord op vraag 6,schrijft de wet dit voor.", [6]),
        ("het antwoord op vraag 3duidelijk is", [3]),
    ],
)
def test_lost_spaces(text: str, targets: list[int]) -> None:
    assert linked(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "De uitvraag 4 is gesloten.",
        "De aanvraag 3 is afgewezen.",
        "De energievraag 2 keer zo groot",
        "Gemeenten vragen 3 miljoen euro.",
        "Zij vragen 2 weken uitstel.",
        "Ik verwacht een antwoord 2 weken na de zitting.",
        "Wij gaven antwoord op 3 brieven.",
        "De beantwoording van een verzoek duurt lang.",
        "Kunt u de vragen één voor één beantwoorden?",
        "Kunt u deze vragen één voor één en binnen een week beantwoorden?",
        "De vraag 1,5 graad te halen is open.",
        "In de beantwoording van de Kamervragen van 9 augustus staat dit.",
        "Wat is de stand van vraag 3.1 uit de bijlage?",
        "De vraag 2024 te halen.",
        "Zoals hierboven aangegeven is de sluis dicht.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert linked(text) == []


def test_an_item_of_something_else_ends_the_list() -> None:
    assert linked("Zie het antwoord op vraag 3, 5 november is te laat.") == [3]
    assert linked("Zoals gemeld in antwoord op vraag 3 en 4 weken later opnieuw.") == [3]


def test_a_lost_heading_is_no_reference() -> None:
    assert linked("Ja. Vraag 4 Bent u bereid de sluis te openen?") == []
    assert linked("Antwoord 5 Nee.") == []


def test_the_own_block_is_no_target() -> None:
    assert linked("Zie het antwoord op vraag 9.", in_answer(9)) == []
    assert linked("Voor vraag 8 en 9 geldt hetzelfde.", in_answer(9)) == [8]
    assert linked("Vraag 8 en 9 hangen samen.", in_answer(8, 9)) == []
    assert linked("Kunt u bij antwoord 7 ook de pont betrekken?", in_question(8)) == [7]


def test_a_number_that_the_document_lacks_needs_strong_words() -> None:
    (strong,) = found("Zie hiervoor het antwoord op vraag 40.", ReferenceKind.INTERNAL)
    assert strong.targets == (40,)
    assert not strong.certain
    assert linked("De wet van vraag 40 en aanbod.") == []


def test_no_internal_references_in_a_header() -> None:
    assert linked("over het antwoord op vraag 3 (ingezonden 2 mei 2031)", context(TextPart.HEADER, ())) == []


def test_forward_references() -> None:
    assert linked("Zie het antwoord op vraag 8.", in_answer(3)) == [8]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Zie 3.", [3]),
        ("De pont vaart (zie ook 3).", [3]),
        ("Nee; zie onder 3 + 5.", [3, 5]),
        ("Zoals hiervoor onder 1 vermeld, vaart de pont.", [1]),
        ("De onder 2 genoemde pont vaart.", [2]),
        ("Zie het gestelde onder 1.", [1]),
    ],
)
def test_bare_numbers_of_the_nineties(text: str, targets: list[int]) -> None:
    assert linked(text, context(bare_headings=True)) == targets


def test_a_bare_number_says_nothing_where_headings_say_vraag() -> None:
    assert linked("De pont vaart (zie 3).") == []
    assert linked("De pont vaart (zie onder 3).") == [3]
    assert linked("Zie de tabel onder 3.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Zie 2) en verder.",
        "Zie 3 bijlagen.",
        "Dat valt onder 3 categorieën.",
        "Zie 1.2 van het plan.",
        "zie 44.",
    ],
)
def test_numbers_that_are_no_answers(text: str) -> None:
    assert linked(text) == []

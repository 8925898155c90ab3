"""References to a question by its place: resolved by the printed order."""

from __future__ import annotations

import pytest

from kvtui.model.document import TextPart
from tests.parsing.references.helpers import context, in_answer, in_question, linked, links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("zoals in de vorige vraag toegelicht", [8]),
        ("Is de in de voorgaande vraag genoemde verkenning al af?", [8]),
        ("Als het antwoord op de vorige vraag negatief is, waarom?", [8]),
        ("Zie het antwoord op de voorgaande vraag.", [8]),
        ("Zie het antwoord op bovenstaande vraag.", [8]),
        ("Zie het vorige antwoord.", [8]),
        ("Zie de antwoorden op de vorige twee vragen.", [7, 8]),
        ("Zie de antwoorden op de drie voorgaande vragen.", [6, 7, 8]),
        ("Zie de antwoorden op beide vorige vragen.", [7, 8]),
        ("Zie het antwoord op de volgende vraag.", [10]),
        ("Zie het antwoord op de eerste vraag.", [1]),
        ("Zoals in het antwoord op de tweede en derde vraag gemeld.", [2, 3]),
        ("Ik verwijs naar het antwoord op de 3e vraag.", [3]),
        ("Uw vorige vraag ging hier ook over.", [8]),
    ],
)
def test_in_an_answer(text: str, targets: list[int]) -> None:
    assert linked(text, in_answer(9)) == targets


@pytest.mark.parametrize(
    "text",
    [
        "Zie de antwoorden op de vorige vragen.",
        "Kunt u de volgende vragen beantwoorden?",
        "De volgende vraag is hoe lang dit duurt.",
        "Het antwoord op de eerste vraag luidt ja.",
        "Bovenstaande vraag is eerder gesteld.",
        "In een vorig antwoord is dit gemeld.",
        "De vorige keer ging dit mis.",
        "Zoals eerder in de vorige vraag van het lid Veenstra.",
    ],
)
def test_what_names_no_question(text: str) -> None:
    assert linked(text, in_answer(9)) == []


def test_in_a_question() -> None:
    assert linked("Ziet u vanwege de vorige vraag een rol voor de pont?", in_question(10)) == [9]
    assert linked("Hoe verhoudt uw antwoord op de vorige vraag zich tot de wet?", in_question(10)) == [9]
    assert linked("Herinnert u zich uw vorige antwoord?", in_question(10)) == []
    assert linked("Naar aanleiding van mijn vorige vraag: wat nu?", in_question(10)) == []
    assert linked("Is de in de vorige vraag genoemde pont stuk?", in_question(1)) == []


def test_by_the_printed_order() -> None:
    where = context(TextPart.QUESTION, (6,), questions=(1, 2, 9, 10, 6))
    assert linked("Geldt de vorige vraag ook hier?", where) == [10]


def test_from_a_joint_answer() -> None:
    where = context(blocks=((1, 2, 3), (4, 5), (6,)), numbers=(4, 5))
    assert linked("Zie het antwoord op de vorige vraag.", where) == [3]
    assert linked("Zie het vorige antwoord.", where) == [1, 2, 3]


def test_the_words_of_the_link() -> None:
    assert links("Zie de antwoorden op de drie voorgaande vragen.", in_answer(9)) == [
        ("antwoorden op de drie voorgaande vragen", (6, 7, 8))
    ]


def test_out_of_the_first_question() -> None:
    assert linked("Ligt de voorwaarde uit de eerste vraag nog op tafel?", in_answer(3)) == [1]
    assert linked("De eerste vraag luidt hoe dat kan.", in_answer(3)) == []

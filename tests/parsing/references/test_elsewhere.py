"""What looks like an internal reference and points to another document: never a link."""

from __future__ import annotations

import pytest

from kvtui.model.document import TextPart
from tests.parsing.references.helpers import context, in_question, linked


@pytest.mark.parametrize(
    "text",
    [
        "In het antwoord op vraag 7 van het lid Veenstra is dit uitgelegd.",
        "Ik verwijs naar het antwoord op vraag 3 van de leden Veenstra en Bos.",
        "Zie het antwoord op vraag 5 van het Kamerlid Veenstra (SVP).",
        "Zie het antwoord op vraag 2 van de eerder gestelde vragen.",
        "Zie het antwoord op vraag 2 van de schriftelijke vragen over de pont.",
        "Zie het antwoord op vraag 2 uit de eerdere set.",
        "Zie het antwoord op vraag 3 van mijn brief van 4 mei 2031.",
        "Zie het antwoord op vraag 3 in mijn brief van 4 mei 2031.",
        "Zie het antwoord op de vragen 3 en 4 uit het schriftelijk overleg.",
        "Zie het antwoord op vraag 3 bij de beantwoording van eerdere Kamervragen.",
        "Zie het antwoord op vraag 3, gesteld door het lid Veenstra.",
        "Zie het antwoord op vraag 3 (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 12).",
        "Dit is toegelicht (vraag 8; Aanhangsel Handelingen nr. 12, vergaderjaar 2030–2031).",
        "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 12, antwoord op vraag 2.",
        "Aanhangsel Handelingen, vergaderjaar 2030–2031 (antwoord op vraag 2)",
        "Kamerstuk 36 999, nr. 12, vraag 3.",
        "Zie het antwoord op vraag 3, Kamerstuk 36 999, nr. 12.",
        "In de antwoorden van 12 mei op vraag 4 staat dit.",
        "In de beantwoording van eerdere Kamervragen is op vraag 3 gemeld dat de pont vaart.",
        "In antwoord op vragen van het lid Veenstra (vraag 3) is dit gemeld.",
        "De lijst van vragen en antwoorden, vraag 3, noemt dit.",
        "Zie vraag 3 van de enquête.",
        "Zie vraag 3 van Veenstra.",
        "Zie mijn antwoord op vraag 3 over de pont van het lid Veenstra.",
        "Zie mijn antwoord op vraag 3 over de pont in eerdere Kamervragen.",
    ],
)
def test_the_words_round_it_name_another_document(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Zoals aangegeven in het antwoord op vraag 3 is de motie van het lid Veenstra uitgevoerd.", [3]),
        ("Zoals in het antwoord op vraag 2 gemeld, zie ook Kamerstuk 36 999, nr. 12.", [2]),
        ("De brief is verzonden (Kamerstuk 36 999, nr. 12). Zie het antwoord op vraag 2.", [2]),
        ("Zie Kamerstuk 36 999, nr. 12 en het antwoord op vraag 2.", [2]),
        ("Zie Kamerstuk 36 999, nr. 12, zie ook het antwoord op vraag 2.", [2]),
        ("In mijn brief van 4 mei 2031 en in het antwoord op vraag 3 staat dit.", [3]),
        ("Er zijn eerdere Kamervragen over de pont, zie verder het antwoord op vraag 3.", [3]),
        ("Zie het antwoord op vraag 3 in deze set.", [3]),
        ("Zie mijn eerdere antwoord op vraag 2.", [2]),
        ("Zie het antwoord op vraag 3 over de motie van het lid Veenstra.", [3]),
        ("De Kamer heeft een brief (Kamerstuk 36 999, nr. 12), zie het antwoord op vraag 2.", [2]),
    ],
)
def test_such_words_elsewhere_in_the_sentence(text: str, targets: list[int]) -> None:
    assert linked(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "Waarom verwijst u in uw antwoord op vraag 6 naar de pont?",
        "Bedoelt u met de laatste zin van uw antwoord op vraag 3 dat de pont stopt?",
        "Herinnert u zich uw antwoord op vraag 2 van de eerder gestelde vragen?",
        "Herinnert u zich het antwoord op vraag 2?",
        "Kunt u uw antwoord op vraag 2 toelichten?",
        "Blijven de eerdere antwoorden op vraag 4 gelden?",
        "Zo ja, hoe verhoudt zich dat tot uw antwoord op vraag 3?",
    ],
)
def test_an_askers_uw_antwoord_is_of_an_earlier_set(text: str) -> None:
    assert linked(text, in_question(8)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Indien het antwoord op vraag 2 bevestigend is, wanneer vaart de pont?",
        "Indien uw antwoord op vraag 2 ontkennend luidt, waarom?",
        "Als het antwoord op vraag 2 ja is, wat gaat u doen?",
        "Wat doet u bij een bevestigend antwoord op vraag 2?",
        "Kunt u bij uw antwoord op vraag 2 de veiligheid betrekken?",
    ],
)
def test_an_answer_still_to_come_is_of_this_set(text: str) -> None:
    assert linked(text, in_question(8)) == [2]
    assert linked(text, in_question(8, follows_up=True)) == [2]


def test_a_set_that_follows_up_speaks_of_the_earlier_answers() -> None:
    text = "Acht u het antwoord op vraag 2 toereikend?"
    assert linked(text, in_question(8)) == [2]
    assert linked(text, in_question(8, follows_up=True)) == []
    assert linked("Waarom heeft u vraag 2 niet beantwoord?", in_question(8, follows_up=True)) == []
    assert linked("Geldt de in vraag 2 genoemde termijn ook hier?", in_question(8, follows_up=True)) == [2]


def test_an_asker_does_not_know_an_answer_that_he_has_not_asked_for() -> None:
    assert linked("Blijkt uit het antwoord op vraag 11 niet het tegendeel?", in_question(8)) == []


def test_in_a_note_an_answer_is_of_an_earlier_set() -> None:
    assert linked("Deze vragen volgen op het antwoord op vraag 3.", context(TextPart.NOTE, ())) == []


def test_a_footnote_with_a_publication() -> None:
    where = context(TextPart.FOOTNOTE, (4,))
    assert linked("Uw antwoord op vraag 3", where) == []
    assert linked("Kamerstuk 36 999, nr. 12 met daarin het antwoord op vraag 3", where) == []
    assert linked("Voor de antwoorden op de vragen 5, 6 en 8 geldt als bron de havendienst.", where) == [
        5,
        6,
        8,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u de vragen 1 tot en met 5 afzonderlijk beantwoorden?",
        "Kunt u vraag 2 beantwoorden voor het debat?",
        "Op vraag 3 antwoordde u dat de pont vaart, klopt dat?",
        "In antwoord op vraag 3 geeft u aan dat de pont vaart; waarom?",
        "U schrijft in antwoord op vraag 3 dat de pont vaart.",
    ],
)
def test_a_request_and_a_look_back_are_no_references(text: str) -> None:
    assert linked(text, in_question(8)) == []


@pytest.mark.parametrize(
    "text",
    [
        "In uw beantwoording stelt u bij vraag 3 dat het kan.",
        "U stelt in het antwoord op vraag 3 dat het kan.",
    ],
)
def test_what_the_minister_states_is_of_an_earlier_set(text: str) -> None:
    assert linked(text, in_question(6)) == []

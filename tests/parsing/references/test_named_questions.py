"""The questions of another publication that its citation names."""

from __future__ import annotations

import pytest

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.references import Context, find_in_text
from tests.parsing.references.helpers import context, in_question

NR_12 = "Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 12"
NR_13 = "Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 13"
CITATIONS = (ReferenceKind.PUBLICATION, ReferenceKind.INCOMPLETE)


def named(text: str, where: Context | None = None) -> list[tuple[int, ...]]:
    """The questions of each citation in the text."""
    return [one.questions for one in find_in_text(text, where or context()) if one.kind in CITATIONS]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (f"Zie het antwoord op vraag 7 van het lid Bos (SVP) over de pont ({NR_12}).", (7,)),
        (f"Zie het antwoord op vraag 7 van de leden Bos en Veen over «Pont is gezonken», {NR_12}.", (7,)),
        (f"Zie het antwoord op vraag 7 van de vragen van het lid Bos, {NR_12}.", (7,)),
        (f"Dit staat in een antwoord (antwoord op vraag 2, {NR_12}).", (2,)),
        (f"De antwoorden op de vragen 2 en 3 ({NR_12}) zijn juist.", (2, 3)),
        (f"Antwoord op vragen 2 t/m 4, {NR_12}", (2, 3, 4)),
        ("Zoals in TK 2098–2099, Aanhangsel 182, antwoord 2.", (2,)),
        ("Dit is toegelicht (vraag 8; Aanhangsel Handelingen nr. 19, vergaderjaar 2098–2099).", (8,)),
        ("Dit is toegelicht (vraag 8; Aanhangsel Handelingen nr. 19).", (8,)),
        ("Zie ah-tk-20982099-1047, antwoord 3.", (3,)),
        ("Zie de antwoorden op vragen 3 en 4 van 2099Z01234.", (3, 4)),
        (f"{NR_12}, antwoord op vraag 2.", (2,)),
        (f"{NR_12} (antwoord op vraag 2).", (2,)),
        (f"{NR_12}, p. 3, antwoord op vraag 2", (2,)),
        (f"{NR_12} (antwoord op vragen van het lid Bos), antwoord op vraag 1.", (1,)),
        (f"Zie {NR_12}, met name het antwoord op vraag 2.", (2,)),
    ],
)
def test_a_question_of_what_is_cited(text: str, questions: tuple[int, ...]) -> None:
    assert named(text) == [questions]


def test_each_citation_has_its_own_questions() -> None:
    assert named(f"Het antwoord op vraag 2, {NR_12} en het antwoord op vraag 4, {NR_13}.") == [(2,), (4,)]
    assert named(f"{NR_12}, antwoord op vraag 3, en {NR_13}, antwoord op vraag 1.") == [(3,), (1,)]


def test_two_numbers_of_one_publication_have_the_same_questions() -> None:
    assert named(f"{NR_12} (2099D12345), antwoord op vraag 2.") == [(2,), (2,)]
    assert named("Zie het antwoord op vraag 2 van 2099Z12345/2099D12345.") == [(2,), (2,)]


@pytest.mark.parametrize(
    "text",
    [
        f"Zie {NR_12}. Zie het antwoord op vraag 2.",
        f"Zie {NR_12} en het antwoord op vraag 2.",
        f"Zie {NR_12}, zie ook het antwoord op vraag 2.",
        f"De Kamer heeft een brief ({NR_12}), zie het antwoord op vraag 2.",
        f"Zie het antwoord op vraag 2 en {NR_12}.",
        f"De antwoorden ({NR_12}) bij vraag 3 zijn bekend.",
        f"Het antwoord op vraag 7 van het lid Bos verwijst naar de brief ({NR_12}).",
        f"Dit is het antwoord op vraag 7 van het lid Bos. De pont vaart ({NR_12}).",
        "Zie het antwoord op vraag 3 in Aanhangsel Handelingen, vergaderjaar 2098–2099, nrs. 3 en 4.",
        "Kamerstuk 36 999, nr. 12, vraag 3",
        f"Er zijn drie vragen gesteld ({NR_12}).",
    ],
)
def test_silence_where_it_may_be_another(text: str) -> None:
    assert not any(named(text))


def test_a_question_is_never_of_this_document_and_of_the_cited_one() -> None:
    for text in (f"Zie het antwoord op vraag 3 ({NR_12}).", f"Zie {NR_12} en het antwoord op vraag 3."):
        found = find_in_text(text, context())
        is_own = any(one.kind is ReferenceKind.INTERNAL for one in found)
        assert is_own != any(one.questions for one in found)


def test_an_asker_says_what_was_answered() -> None:
    text = f"In uw antwoorden ({NR_12}) schrijft u in antwoord op vraag 3 dat de pont vaart; waarom?"
    assert named(text, in_question(8, follows_up=True)) == [(3,)]
    text = f"Kunt u uw antwoord op vraag 3 van mijn eerdere vragen ({NR_12}) toelichten?"
    assert named(text, in_question(8)) == [(3,)]


def test_in_a_footnote() -> None:
    where = context(TextPart.FOOTNOTE, (4,))
    assert named(f"{NR_12}, antwoord op vraag 2.", where) == [(2,)]
    assert named(f"Antwoord op vraag 3, {NR_12}", where) == [(3,)]

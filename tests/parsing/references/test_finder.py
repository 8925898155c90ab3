"""The walk through a whole document, and what must hold for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvtui.model.document import (
    Answer,
    Document,
    ExplanatoryNote,
    Footnote,
    Header,
    Notice,
    Question,
    ReferenceKind,
    TextPart,
)
from kvtui.parsing.references import find_in_text, find_references
from tests.parsing.references.helpers import context

DOCUMENT = Document(
    identifier="ah-tk-20312032-12",
    number="12",
    session_year="2031-2032",
    header=Header(("Zie ook Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 4.",)),
    questions=(
        Question(1, (1,), "Vraag 1", ("Kent u www.voorbeeld.nl?",)),
        Question(2, (2,), "Vraag 2", ("Vaart de in de vorige vraag genoemde pont?",)),
    ),
    answers=(Answer((1, 2), "Antwoord 1 en 2", ("Ja.", "Zie Kamerstuk 36 999, nr. 4.")),),
    notice=Notice("Mededeling", ("Zie vraag 2.",)),
    explanatory_note=ExplanatoryNote("Toelichting:", ("Zie 2031Z00001.",)),
    footnotes=(Footnote("1", "Zie antwoord 1."), Footnote("2", "Stb. 2031, 5")),
)


def test_the_order_and_the_places() -> None:
    references = find_references(DOCUMENT, {0: (2,)})
    assert [(r.part, r.numbers, r.paragraph, r.targets) for r in references] == [
        (TextPart.HEADER, (), 0, ("ah-tk-20312032-4",)),
        (TextPart.QUESTION, (1,), 0, ("https://www.voorbeeld.nl",)),
        (TextPart.QUESTION, (2,), 0, (1,)),
        (TextPart.ANSWER, (1, 2), 1, ("kst-36999-4",)),
        (TextPart.NOTICE, (), 0, (2,)),
        (TextPart.NOTE, (), 0, ("2031Z00001",)),
        (TextPart.FOOTNOTE, (2,), 0, (1,)),
        (TextPart.FOOTNOTE, (), 1, ("stb-2031-5",)),
    ]


def test_a_document_that_speaks_of_an_earlier_set() -> None:
    questions = (
        Question(1, paragraphs=("Kent u uw antwoorden op eerdere vragen?",)),
        Question(2),
        Question(3),
    )
    text = "Volstaat het antwoord op vraag 2?"
    later = Document(questions=(*questions[:2], Question(3, paragraphs=(text,))))
    first = Document(questions=(Question(1), Question(2), Question(3, paragraphs=(text,))))
    assert find_references(later, {}) == ()
    assert [r.targets for r in find_references(first, {})] == [(2,)]


_PIECES = (
    "zie het antwoord op vraag vragen 3 4, en t/m 7-9 12. vorige twee eerste Aanhangsel Handelingen vergaderjaar"
    " 2031–2032, 2031/32 nr. nrs. Kamerstuk 36 999 VIII, -20 (36 999-64) H 2031Z12345 ECLI:NL:RVS:2031:1 Stb. Stcrt."
    " https:// www.a.nl/b- c/d ) ( ; uw van het lid Veenstra Indien ja is onder 3 + 5 Kamerbrief (BZ1234567)"
)
_WORDS = st.sampled_from(_PIECES.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS | st.text(max_size=6), max_size=30).map(" ".join), st.sampled_from(TextPart))
def test_any_text_gives_references_in_order_and_apart(text: str, part: TextPart) -> None:
    reached = 0
    for found in find_in_text(text, context(part)):
        assert reached <= found.start < found.end <= len(text)
        assert bool(found.targets) is (found.kind is not ReferenceKind.INCOMPLETE)
        reached = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "vraag 8, ",
        "1, ",
        "eerste, ",
        "Aanhangsel ",
        "(36 999-6",
        "https://a.nl/a- ",
        ") ",
        "\n",
        "zie ook ",
        "nr. 1 ",
    ],
)
def test_long_runs_of_one_piece_come_to_an_end(piece: str) -> None:
    text = "zie vraag " + piece * 20_000
    assert all(re.search(r"\S", text[found.start : found.end]) for found in find_in_text(text, context()))

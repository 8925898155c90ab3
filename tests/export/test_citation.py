from __future__ import annotations

from dataclasses import replace

import pytest

from kvtui.export.citation import cite, short_session_year
from kvtui.model import Document, DocumentKind, Source, TextPart
from tests.export.documents import DOCUMENT


@pytest.mark.parametrize(
    ("part", "numbers", "behind"),
    [
        (None, (), ""),
        (TextPart.HEADER, (), ""),
        (TextPart.QUESTION, (3,), ", vraag 3"),
        (TextPart.QUESTION, (2, 3), ", vragen 2 en 3"),
        (TextPart.ANSWER, (3,), ", antwoord op vraag 3"),
        (TextPart.ANSWER, (2, 3, 4), ", antwoord op vragen 2 t/m 4"),
        (TextPart.ANSWER, (2, 4, 5), ", antwoord op vragen 2, 4 en 5"),
        (TextPart.NOTE, (), ", toelichting"),
        (TextPart.NOTICE, (), ", mededeling"),
        (TextPart.FOOTNOTE, ("4",), ", noot 4"),
    ],
)
def test_a_part_is_cited_behind_its_document(
    part: TextPart | None, numbers: tuple[int, ...], behind: str
) -> None:
    assert cite(DOCUMENT, part, numbers) == f"Aanhangsel Handelingen II 2030/31, nr. 77{behind}"


def test_the_senate_is_the_first_chamber() -> None:
    senate = replace(DOCUMENT, identifier="ah-ek-20302031-2", number="2")
    assert cite(senate) == "Aanhangsel Handelingen I 2030/31, nr. 2"


@pytest.mark.parametrize(
    ("document", "citation"),
    [
        (
            Document(kind=DocumentKind.QUESTIONS, case_number="2031Z00123"),
            "Kamervragen zonder antwoord 2031Z00123",
        ),
        (Document(kind=DocumentKind.ANSWER, case_number="2031Z00123"), "Kamervragen 2031Z00123"),
        (Document(identifier="ah-848521"), "ah-848521"),
        (Document(source=Source("/brieven/brief.txt")), "brief.txt"),
        (Document(), "(document without number)"),
        (Document(source=Source("/a/\x1b[31mrood\u202e\udcff.txt")), "\ufffd[31mrood\ufffd\ufffd.txt"),
    ],
)
def test_a_document_without_number_is_cited_by_what_it_has(document: Document, citation: str) -> None:
    assert cite(document) == citation


def test_session_years_are_shortened_but_not_over_a_century() -> None:
    assert short_session_year("2023-2024") == "2023/24"
    assert short_session_year("1999-2000") == "1999/2000"
    assert short_session_year("2023") == "2023"

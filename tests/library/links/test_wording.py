"""What is said of documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kvtui.library.entries import Entry
from kvtui.library.links.wording import entry_words, question_words
from kvtui.model import Asker, DocumentKind, Respondent

DAY = date(2099, 2, 5)
BOS, VEEN = Asker("Bos", "SVP"), Asker("Veen")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"kind": DocumentKind.ANSWER, "received": DAY}, "answer of 5 Feb 2099"),
        (
            {
                "kind": DocumentKind.NOTICE,
                "received": DAY,
                "respondents": (Respondent("Minister", "Duin"), Respondent(None, "Rietveld")),
            },
            "notice by Minister Duin and Rietveld, 5 Feb 2099",
        ),
        ({"kind": DocumentKind.QUESTIONS, "askers": (BOS, VEEN)}, "questions by Bos (SVP) and Veen"),
        (
            {"kind": DocumentKind.QUESTIONS, "askers": (BOS, *[VEEN] * 3)},
            "questions by Bos (SVP) and 3 others",
        ),
        ({"kind": DocumentKind.ORAL, "submitted": DAY}, "oral questions of 5 Feb 2099"),
        ({"kind": DocumentKind.OTHER}, "document"),
        ({}, "a file that has not been read"),
        ({"problem": "damaged"}, "a file that cannot be read"),
    ],
)
def test_a_document_is_named_by_what_is_known_of_it(facts: dict[str, Any], words: str) -> None:
    assert entry_words(Entry(Path("/a.md"), **facts)) == words


def test_questions_are_listed() -> None:
    assert question_words((3,)) == "question 3"
    assert question_words((3, 4, 5)) == "questions 3, 4 and 5"

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kvtui.export.text import to_text
from kvtui.export.wrapping import columns, wrap
from kvtui.model import Answer, Document, DocumentKind, Question
from tests.export.documents import DOCUMENT, NOTICE, OTHER

EXPECTED = """\
de veerpont bij Oostmeer
Aanhangsel Handelingen II 2030/31, nr. 77 · ah-tk-20302031-77
Van Duin (PvdV), Ter Horst · asked 9 January 2031 · answered 30 January 2031
(after 21 days) · 5 questions

Vragen over de veerpont. Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031,
nr. 12 [→ ah-tk-20302031-12].

────────────────────────────────────────────────────────────────────────────────

Question 1
    Kent u het bericht over de veerpont [1]?

    [1] Zie www.veerpont.example/nieuws [→ https://www.veerpont.example/nieuws]
        en https://pont.example/a.

Answer 1
    Zie het antwoord op vraag 3 [→ 3] en op vraag 9 [→ 9?].

────────────────────────────────────────────────────────────────────────────────

Question 2
    Vaart hij *altijd*?

Question 4
    En de [fietsers]?

Answer 2 and 4
    1. Hij vaart niet altijd.
    - En de fietsers ook niet.

────────────────────────────────────────────────────────────────────────────────

Question 3
    Waarom niet?

Answer 3
    Het ijs.

────────────────────────────────────────────────────────────────────────────────

Question 5
    Wanneer wel?

Answer 5: there is none in this document.

────────────────────────────────────────────────────────────────────────────────

Explanatory note
    Vervolg op eerdere vragen.

────────────────────────────────────────────────────────────────────────────────

Footnotes

    [2] Een noot zonder teken.
"""


def test_answers_stand_under_their_questions_with_links_and_footnotes() -> None:
    assert to_text(DOCUMENT, 80) == EXPECTED


def test_a_notice_says_that_it_is_no_answer() -> None:
    text = to_text(NOTICE, 80)
    assert "notice instead of an answer · 1 question" in text
    assert "\nNotice\n    Het antwoord komt later.\n" in text
    assert "there is none" not in text


def test_a_notice_tells_its_day_and_no_answering_time() -> None:
    text = to_text(replace(NOTICE, received=date(2031, 1, 30)), 80)
    assert "notice instead of an answer 30 January 2031 · 1 question" in text


def test_what_is_no_kamervraag_is_shown_as_it_is_and_says_so() -> None:
    assert to_text(OTHER, 80).startswith(
        "lijst.txt\nThis was not recognised as Kamervragen; the text is shown as it is.\n"
    )
    assert to_text(OTHER, 80).endswith("\n\nBoodschappen\n\nKaas en brood\n")


@given(st.lists(st.text("abcde日é", min_size=1, max_size=8)), st.integers(16, 60))
def test_no_line_is_wider_than_asked(words: list[str], width: int) -> None:
    document = Document(questions=(Question(1, paragraphs=(" ".join(words),)),))
    lines = to_text(document, width).split("Question 1")[1].splitlines()
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "").endswith("".join(words))


def test_a_document_without_anything_is_still_text() -> None:
    assert to_text(Document(), 80).startswith("(document without number)")


def test_duplicate_numbers_and_empty_blocks_are_no_trouble() -> None:
    document = Document(
        kind=DocumentKind.ANSWER, questions=(Question(1), Question(1)), answers=(Answer((1,)), Answer((1,)))
    )
    assert to_text(document).count("Question 1") == 2
    assert to_text(document).count("Answer 1") == 2


def test_wrapping_keeps_words_whole_and_counts_terminal_columns() -> None:
    assert wrap("een twee drie", 8) == ["een twee", "drie"]
    assert wrap("een http://lang.example/adres", 8, "  ") == ["  een", "  http://lang.example/adres"]
    assert wrap("日本 日本", 8, first="- ") == ["- 日本", "日本"]
    assert wrap("vraag\xa03 is", 8) == ["vraag 3", "is"]
    assert wrap(" \t\n ", 8) == []
    assert columns("e\u0301") == 1

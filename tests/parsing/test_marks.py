"""Footnote marks in the running text: taken out, and remembered where they stood."""

from __future__ import annotations

import pytest

from kvtui.model import ReferenceKind, TextPart
from tests.parsing.making import answer_texts, answered, marks_of, question_texts, references_of

NOTES = "1De Bode, 3 mei 2099\n2De Bode, 4 mei 2099\n3De Bode, 5 mei 2099\n4De Bode, 6 mei 2099\n"


@pytest.mark.parametrize(
    ("printed", "text", "marks"),
    [
        ("Kent u het bericht?1", "Kent u het bericht?", ["1"]),
        ("Kent u het bericht1?", "Kent u het bericht?", ["1"]),
        ("Kent u het bericht 1?", "Kent u het bericht?", ["1"]),
        ("Kent u «Brug weg»?1", "Kent u «Brug weg»?", ["1"]),
        ("Kent u «Brug weg»1?", "Kent u «Brug weg»?", ["1"]),
        ("Kent u «Brug weg»1?, 2", "Kent u «Brug weg»?", ["1", "2"]),
        ("Kent u het bericht?1, 2", "Kent u het bericht?", ["1", "2"]),
        ("Kent u het bericht?1,2", "Kent u het bericht?", ["1", "2"]),
        ("Kent u het bericht?1 2", "Kent u het bericht?", ["1", "2"]),
        ("Kent u het bericht?1, 2 en 3", "Kent u het bericht?", ["1", "2", "3"]),
        ("Kent u het bericht?[1 ]", "Kent u het bericht?", ["1"]),
        ("Kent u het bericht?[1 2 ]", "Kent u het bericht?", ["1", "2"]),
        ("Kent u het bericht?¹", "Kent u het bericht?", ["1"]),
        ("Kent u het bericht?\n1", "Kent u het bericht?", ["1"]),
        ("Kent u het bericht?\n1, 2 en 3", "Kent u het bericht?", ["1", "2", "3"]),
        ("Kent u het besluit\n1, dat drijft?", "Kent u het besluit, dat drijft?", ["1"]),
        ("Kent u dat bericht.1 Het is weg?", "Kent u dat bericht. Het is weg?", ["1"]),
    ],
)
def test_a_mark_is_taken_out_of_the_text(printed: str, text: str, marks: list[str]) -> None:
    document = answered(f"Vraag 1\n{printed}\nAntwoord 1\nJa.\n{NOTES}")
    assert question_texts(document)[1] == (text,)
    assert [mark for _, mark in marks_of(document)] == marks


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Kent u het bericht? 1)", "Kent u het bericht?"),
        ("Kent u het bericht 1) van gisteren?", "Kent u het bericht van gisteren?"),
        ("Kent u het bericht?1)", "Kent u het bericht?"),
    ],
)
def test_a_typed_mark_is_taken_out(printed: str, text: str) -> None:
    document = answered(f"Vraag 1\n{printed}\nAntwoord 1\nJa.\n\n1) De Bode, 3 mei 2099\n")
    assert question_texts(document)[1] == (text,)
    assert [(r.text, r.targets) for r in references_of(document, ReferenceKind.FOOTNOTE)] == [("1)", ("1",))]


def test_a_mark_keeps_its_place_and_its_print() -> None:
    document = answered(f"Vraag 1\nKent u «Brug weg»?[1 ] Zo ja, waarom?\nAntwoord 1\nJa.\n{NOTES}")
    (mark,) = references_of(document, ReferenceKind.FOOTNOTE)
    text = question_texts(document)[1][0]
    assert text == "Kent u «Brug weg»? Zo ja, waarom?"
    assert (mark.part, mark.numbers, mark.paragraph, mark.text) == (TextPart.QUESTION, (1,), 0, "[1 ]")
    assert mark.start == mark.end == text.index(" Zo ja")


def test_a_mark_on_a_line_of_its_own_leaves_the_paragraph_whole() -> None:
    document = answered(f"Vraag 1\nKent u het besluit\n1\nover de brug?\nAntwoord 1\nJa.\n{NOTES}")
    assert question_texts(document)[1] == ("Kent u het besluit over de brug?",)
    assert marks_of(document) == [((1,), "1")]


def test_marks_count_up_through_the_document() -> None:
    document = answered(
        "Vraag 1\nZijn er 3 bruggen?1\nAntwoord 1\nEr zijn 2 bruggen.2 Er waren er meer.3\n"
        f"Vraag 2\nWaarom 1 minder?4\nAntwoord 2\nZij dreef.\n{NOTES}"
    )
    assert answer_texts(document)[1,] == ("Er zijn 2 bruggen. Er waren er meer.",)
    assert question_texts(document) == {1: ("Zijn er 3 bruggen?",), 2: ("Waarom 1 minder?",)}
    assert marks_of(document) == [((1,), "1"), ((1,), "2"), ((1,), "3"), ((2,), "4")]


@pytest.mark.parametrize(
    "text",
    [
        "Dat staat in artikel 1, tweede lid, van het Besluit.",
        "Zie het antwoord op vraag 1.",
        "Dat is 1,2 meter.",
        "Dat kost € 1.",
        "Dat gebeurde op 1 mei 2099.",
        "Zie Kamerstuk 98 012, nr. 1.",
        "Er ligt 1 brug, en op pagina 1 staat zij.",
    ],
)
def test_a_number_that_says_something_stays(text: str) -> None:
    document = answered(f"Vraag 1\nKent u het bericht?1\nAntwoord 1\n{text}\n1De Bode, 3 mei 2099\n")
    assert answer_texts(document)[1,] == (text,)
    assert marks_of(document) == [((1,), "1")]


def test_marks_without_definitions_are_found_by_their_form() -> None:
    document = answered(
        "Vraag 1\nKent u het bericht?[1 ]\nAntwoord 1\nJa.\nVraag 2\nEn «Brug weg»?2\nAntwoord 2\nNee.\n"
    )
    assert question_texts(document) == {1: ("Kent u het bericht?",), 2: ("En «Brug weg»?",)}
    assert marks_of(document) == [((1,), "1"), ((2,), "2")]


def test_years_and_amounts_stay_where_no_footnotes_are() -> None:
    text = "In 2098 waren er 12. Nu 11. Dat is 1."
    assert answer_texts(answered(f"Vraag 1\nHoeveel?\nAntwoord 1\n{text}\n"))[1,] == (text,)


@pytest.mark.parametrize(
    "sentence",
    ["Dat is zo sinds 2098.1", "Dat is 20%1 meer.", "Dat zegt het KNMI1 ook.", "Dat is zo (2098).1"],
)
def test_a_mark_behind_a_year_or_letters(sentence: str) -> None:
    document = answered(f"Vraag 1\nWaarom?\nAntwoord 1\n{sentence}\n1De Bode, 3 mei 2099\n")
    assert answer_texts(document)[1,] == (sentence.replace("1", ""),)
    assert marks_of(document) == [((1,), "1")]


@pytest.mark.parametrize("notes", ["", "1) De Bode, 3 mei 2099\n2) De Bode, 4 mei 2099\n"])
def test_a_number_that_closes_brackets_is_no_mark(notes: str) -> None:
    mark = " 1)" if notes else ""
    document = answered(f"Vraag 1\nWaarom?{mark}\nAntwoord 1\nZie de motie (99 100, nr. 2)\n\n{notes}")
    assert answer_texts(document)[1,] == ("Zie de motie (99 100, nr. 2)",)


@pytest.mark.parametrize("mark", ["[0]", "[1, 0]", "[0 1]", "[00]"])
@pytest.mark.parametrize("notes", ["", "[1] De Bode, 3 mei 2099\n"])
def test_no_mark_is_numbered_nought(mark: str, notes: str) -> None:
    document = answered(f"Vraag 1\nKent u het bericht?{mark}\nAntwoord 1\nJa.\n{notes}")
    assert question_texts(document) == {1: (f"Kent u het bericht?{mark}",)}

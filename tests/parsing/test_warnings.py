"""What the reader is told about a text that is not as it should be."""

from __future__ import annotations

from kvtui.model import DocumentKind
from tests.parsing.making import ASKED, HEAD, asked, asked_and_answered, parsed


def test_a_sound_document_has_no_warnings() -> None:
    assert parsed(HEAD + asked_and_answered(1, 3)).warnings == ()


def test_a_set_without_answers_is_no_reason_to_warn() -> None:
    assert parsed(ASKED + asked(1, 3)).warnings == ()


def test_a_text_that_is_no_kamervraag_says_so() -> None:
    document = parsed("Boodschappen\n\nTouw, hout, spijkers.\n")
    assert document.kind is DocumentKind.OTHER
    assert document.unplaced == ("Boodschappen", "Touw, hout, spijkers.")
    assert document.warnings == ("This is not recognised as Kamervragen; it is shown as plain text.",)


def test_an_unanswered_question_among_answers_is_named() -> None:
    document = parsed(HEAD + asked_and_answered(1, 1) + asked(2, 2) + asked_and_answered(3, 3))
    assert document.warnings == ("Question 2 has no answer.",)


def test_an_answer_to_a_question_that_is_not_there_is_named() -> None:
    document = parsed(HEAD + asked_and_answered(1, 1) + "Antwoord 2\nNiets.\n" + asked_and_answered(3, 3))
    assert document.warnings == ("Answer 2 has no question.",)


def test_a_header_without_questions_is_told() -> None:
    assert parsed(HEAD).warnings == ("No questions were found in this document.",)


def test_counted_questions_are_named() -> None:
    document = parsed(ASKED + "\nDrijft zij?\n\nWaarheen?\n")
    assert document.warnings == ("The questions have no numbers; they are counted in their order.",)

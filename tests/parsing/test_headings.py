"""Headings of questions and answers: by their words and the sequence, never by their looks."""

from __future__ import annotations

import pytest

from kvtui.model import Document
from tests.parsing.making import (
    HEAD,
    answer_texts,
    answered,
    asked,
    asked_and_answered,
    parsed,
    question_texts,
)


def groups_of(document: Document) -> list[tuple[int, ...]]:
    """The groups of the questions, each once."""
    return list(dict.fromkeys(question.group for question in document.questions))


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("Vraag 2", (2,)),
        ("Vraag 2 en 3", (2, 3)),
        ("Vraag 2 en vraag 3", (2, 3)),
        ("Vraag 3, 4 en 5", (3, 4, 5)),
        ("Vraag 3, 4, 5 en 6", (3, 4, 5, 6)),
        ("Vraag 2 t/m 6", (2, 3, 4, 5, 6)),
        ("Vraag 6 t/m 9", (6, 7, 8, 9)),
        ("Vraag 12 tot en met 15", (12, 13, 14, 15)),
        ("Vraag 7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
        ("Vraag 7 t/ 10", (7, 8, 9, 10)),
        ("Vraag 7–9 en 11–13", (7, 8, 9, 11, 12, 13)),
        ("Vraag 7, 8, en 9", (7, 8, 9)),
        ("Vraag 2 en 4", (2, 4)),
        ("Vragen 2 en 3", (2, 3)),
        ("Vraag 2:", (2,)),
        ("Vraag 2.", (2,)),
        ("VRAAG 2", (2,)),
        ("Vraag  2", (2,)),
    ],
)
def test_a_question_heading_names_its_numbers(heading: str, numbers: tuple[int, ...]) -> None:
    asks = "".join(f"Wat is er met sluis nummer {n}?\n" for n in numbers)
    document = answered(asked_and_answered(1, numbers[0] - 1) + f"{heading}\n{asks}")
    group = [question for question in document.questions if question.group == numbers]
    assert [question.number for question in group] == list(numbers)
    assert [question.heading for question in group] == [" ".join(heading.split())] + [None] * (
        len(numbers) - 1
    )
    assert [q.paragraphs for q in group] == [(f"Wat is er met sluis nummer {n}?",) for n in numbers]


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("Antwoord 4 en 5", (4, 5)),
        ("Antwoorden 5 en 6", (5, 6)),
        ("Antwoord 1:", (1,)),
        ("Antwoord op vraag 1", (1,)),
        ("Antwoord vraag 1:", (1,)),
        ("Antwoord vraag 4-7:", (4, 5, 6, 7)),
        ("Antwoord vragen 1,2,3,4 en 5", (1, 2, 3, 4, 5)),
        ("Antwoord op vragen 2 en 3", (2, 3)),
        ("Antwoord op vragen 4, 5, 6 en 7", (4, 5, 6, 7)),
        ("Antwoord op vragen 7, 8, en 9", (7, 8, 9)),
        ("Antwoord op vraag 2 en 5", (2, 5)),
        ("Antwoord op de vragen 2 en 3", (2, 3)),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", (3, 4, 5, 9, 10)),
        ("Antwoord 12 t/m 14", (12, 13, 14)),
        ("Antwoord op de vragen 4 tot en met 6", (4, 5, 6)),
        ("ANTWOORD 1", (1,)),
    ],
)
def test_an_answer_heading_names_its_numbers(heading: str, numbers: tuple[int, ...]) -> None:
    document = answered(asked(1, 14) + f"{heading}\nDat blijkt bij eb.\n")
    assert [(a.numbers, a.heading, a.paragraphs) for a in document.answers] == [
        (numbers, heading, ("Dat blijkt bij eb.",))
    ]


def test_answers_that_an_earlier_group_skipped_follow_it() -> None:
    document = answered(
        asked(1, 10) + "Antwoord op vraag 1\nJa.\nAntwoord op vraag 2\nNee.\n"
        "Antwoorden op vraag 3, 4, 5, 9 en 10\nSoms.\nAntwoord op vraag 6\nJa.\n"
        "Antwoord op vragen 7 en 8\nZelden.\n"
    )
    assert list(answer_texts(document)) == [(1,), (2,), (3, 4, 5, 9, 10), (6,), (7, 8)]


def test_questions_and_answers_may_be_grouped_differently() -> None:
    document = answered(
        asked(1, 3) + "Antwoord 1, 2 en 3\nSamen.\nVraag 4 en 5\nDrijft zij?\nZo ja, waarheen?\n"
        "Antwoord 4\nJa.\nAntwoord 5\nWeg.\n"
    )
    assert groups_of(document) == [(1,), (2,), (3,), (4, 5)]
    assert list(answer_texts(document)) == [(1, 2, 3), (4,), (5,)]


def test_question_4_may_come_before_question_3() -> None:
    document = answered(
        "Vraag 1 en 3\nDrijft zij?\nWaarheen?\nAntwoord 1 en 3\nJa.\n" + asked_and_answered(2, 2)
    )
    assert [question.number for question in document.questions] == [1, 3, 2]


@pytest.mark.parametrize(
    "heading", ["#### Vraag 1", "### Vraag 1", "Vraag 1", "**Vraag 1**", "## **Vraag 1**", "_Vraag 1_"]
)
def test_markdown_marks_do_not_count(heading: str) -> None:
    document = parsed(
        f"{heading}\n\nDrijft zij?\n\n{heading.replace('Vraag', 'Antwoord')}\n\nJa.\n", format="markdown"
    )
    assert question_texts(document) == {1: ("Drijft zij?",)}
    assert answer_texts(document) == {(1,): ("Ja.",)}
    assert document.questions[0].heading == "Vraag 1"


def test_a_heading_may_be_glued_to_its_text() -> None:
    document = answered(asked_and_answered(1, 2) + "Vraag 3 Bent u bereid te antwoorden?\nAntwoord 3 Ja.\n")
    assert question_texts(document)[3] == ("Bent u bereid te antwoorden?",)
    assert answer_texts(document)[3,] == ("Ja.",)
    assert document.questions[-1].heading == "Vraag 3"


def test_everything_may_stand_on_one_line() -> None:
    document = parsed(
        "Vragen van het lid Bries (SV) aan de Minister van Sluizen over eb (ingezonden 3 mei 2099). Antwoord van "
        "Minister Duinker (Sluizen) (ontvangen 4 juni 2099). Vraag 1 Bent u bekend met eb? Antwoord 1 Ja. Vraag 2 "
        "Kunt u in antwoord 3 ook vloed betrekken? Antwoord 2 Ja, zie het antwoord op vraag 1. Vraag 3 Waarom? "
        "Antwoord 3 Daarom. " + "De zee gaat heen en komt terug. " * 30
    )
    assert list(question_texts(document)) == [1, 2, 3]
    assert list(answer_texts(document)) == [(1,), (2,), (3,)]
    assert question_texts(document)[2] == ("Kunt u in antwoord 3 ook vloed betrekken?",)
    assert answer_texts(document)[2,] == ("Ja, zie het antwoord op vraag 1.",)


@pytest.mark.parametrize(
    "line",
    [
        "antwoord op vraag 1 genoemde bijeenkomsten zijn gepland lang voordat de brug wegdreef.",
        "Vraag 1 is daarmee beantwoord.",
        "Antwoord 1 blijft dus gelden.",
        "vraag 4",
        "Antwoorden van de Minister van Mist op vragen van het lid Bries komen later.",
        "Vragen van de leden Bries en Klepelaar gingen daar eerder over.",
        "Vraag 1998 luidde anders.",
        "Antwoord geven is moeilijk.",
    ],
)
def test_prose_that_begins_like_a_heading_is_prose(line: str) -> None:
    document = answered(asked_and_answered(1, 2) + f"Vraag 3\nWaarom?\nAntwoord 3\nDe in het\n{line}\n")
    assert list(question_texts(document)) == [1, 2, 3]
    assert list(answer_texts(document)) == [(1,), (2,), (3,)]
    assert line in " ".join(answer_texts(document)[3,])


def test_a_heading_inside_a_sentence_is_prose() -> None:
    document = answered(
        "Vraag 1\nKunt u bij Antwoord 2 de maatregelen betrekken en bij Vraag 2 niet?\nAntwoord 1\nJa.\n"
        "Vraag 2\nWaarom?\nAntwoord 2\nDaarom.\n"
    )
    assert question_texts(document)[1] == (
        "Kunt u bij Antwoord 2 de maatregelen betrekken en bij Vraag 2 niet?",
    )
    assert answer_texts(document)[2,] == ("Daarom.",)


def test_a_line_of_footnote_marks_above_a_heading_is_no_heading() -> None:
    document = answered(
        "Vraag 1\nDrijft de brug?\n1\nAntwoord 1\nJa.\nVraag 2\nHoe is het verzuim (in sluizen, havens en "
        "personeel)?\n2, 3 en 4\nVraag 3\nWaarom?\nAntwoord 2 en 3\nDaarom.\n"
        "1 De Bode, 3 mei 2099\n2 De Bode, 4 mei 2099\n3 De Bode, 5 mei 2099\n4 De Bode, 6 mei 2099\n"
    )
    assert question_texts(document)[2] == ("Hoe is het verzuim (in sluizen, havens en personeel)?",)
    assert list(question_texts(document)) == [1, 2, 3]


def test_a_lost_heading_leaves_a_gap() -> None:
    document = answered(asked_and_answered(1, 2) + asked_and_answered(4, 5))
    assert list(question_texts(document)) == [1, 2, 4, 5]


def test_a_number_alone_may_head_a_question_and_antwoord_its_answer() -> None:
    document = answered("1\nDrijft de brug?\nAntwoord\nJa.\n2\nWaarheen?\nAntwoord\nWeg.\n")
    assert question_texts(document) == {1: ("Drijft de brug?",), 2: ("Waarheen?",)}
    assert answer_texts(document) == {(1,): ("Ja.",), (2,): ("Weg.",)}
    assert [a.heading for a in document.answers] == ["Antwoord", "Antwoord"]


def test_a_number_may_open_the_line_of_its_question() -> None:
    document = answered(
        "1. Bent u bekend met de brug?\nAntwoord vraag 1:\nJa.\n2. Drijft zij?\nAntwoord vraag 2:\nJa.\n"
    )
    assert question_texts(document) == {1: ("Bent u bekend met de brug?",), 2: ("Drijft zij?",)}
    assert [q.heading for q in document.questions] == ["1.", "2."]


def test_a_bare_answer_covers_the_questions_that_are_open() -> None:
    document = answered(
        "1. Drijft zij?\nAntwoord: Ja.\n2. Waarheen?\n3. Waarom?\nAntwoord: Weg, en daarom.\n"
    )
    assert answer_texts(document) == {(1,): ("Ja.",), (2, 3): ("Weg, en daarom.",)}


def test_numbers_in_a_list_are_no_questions() -> None:
    document = answered(
        "1\nDrijft de brug?\nAntwoord\nJa, om drie redenen:\n1. het water;\n2. de wind;\n3. de haast.\n"
        "2\nWaarheen?\nAntwoord\nWeg.\n"
    )
    assert list(question_texts(document)) == [1, 2]


def test_old_sets_answer_all_questions_behind_one_heading() -> None:
    document = parsed(HEAD + "1\nDrijft de brug?\n2\nWaarheen?\n3\nWaarom?\nAntwoord\nJa. Zij drijft weg.\n")
    assert list(question_texts(document)) == [1, 2, 3]
    assert list(answer_texts(document)) == [(1, 2, 3)]


def test_old_answers_by_number_are_no_footnotes() -> None:
    document = parsed(HEAD + "1\nDrijft de brug?\n2\nWaarheen?\n3\nWaarom?\nAntwoord\n1 en 3\nJa.\n2\nWeg.\n")
    assert document.footnotes == ()
    assert answer_texts(document) == {(1, 3): ("Ja.",), (2,): ("Weg.",)}


def test_old_answers_are_parted_by_their_numbers() -> None:
    document = parsed(HEAD + "1\nDrijft de brug?\n2\nWaarheen?\n3\nWaarom?\nAntwoord\n1 + 3\nJa.\n2\nWeg.\n")
    assert answer_texts(document) == {(1, 3): ("Ja.",), (2,): ("Weg.",)}
    assert [answer.heading for answer in document.answers] == ["Antwoord 1 + 3", "2"]


def test_numbers_that_leave_out_a_question_part_no_answer() -> None:
    document = parsed(HEAD + "1\nDrijft de brug?\n2\nWaarheen?\n3\nWaarom?\nAntwoord\n1\nJa.\n2\nWeg.\n")
    assert list(answer_texts(document)) == [(1, 2, 3)]


def test_a_heading_printed_twice_counts_once() -> None:
    document = answered("Vraag 1\nDrijft zij?\nAntwoord 1\nJa.\nVraag 1\nNogmaals.\nVraag 2\nWaarom?\n")
    assert list(question_texts(document)) == [1, 2]


@pytest.mark.parametrize("heading", ["Toelichting:", "Toelichting", "Toelichting: "])
def test_an_explanatory_note_ends_the_questions(heading: str) -> None:
    document = answered(asked_and_answered(1, 2) + f"{heading}\nDeze vragen dienen ter aanvulling.\n")
    assert document.explanatory_note is not None
    assert document.explanatory_note.heading == heading.strip()
    assert document.explanatory_note.paragraphs == ("Deze vragen dienen ter aanvulling.",)


def test_an_explanatory_note_may_begin_on_the_line_of_its_heading() -> None:
    document = answered(asked_and_answered(1, 2) + "Toelichting: Deze vragen dienen ter aanvulling.\n")
    assert document.explanatory_note is not None
    assert document.explanatory_note.paragraphs == ("Deze vragen dienen ter aanvulling.",)


def test_a_notice_has_its_own_heading() -> None:
    document = answered(asked(1, 2) + "Mededeling\nHierbij deel ik u mede dat de brug zoek is.\n")
    assert document.notice is not None
    assert document.notice.heading == "Mededeling"
    assert document.notice.paragraphs == ("Hierbij deel ik u mede dat de brug zoek is.",)
    assert question_texts(document)[2] == ("Wat kost brug nummer 2?",)


def test_a_list_in_a_question_is_numbered_in_another_way_than_the_questions() -> None:
    document = parsed(
        HEAD + "1\nKent u de bruggen?\n\n2\nHoeveel zijn er in:\n1. Eb;\n2. Vloed;\n3. Mist?\n\n3\nWaarom?\n"
    )
    assert question_texts(document) == {
        1: ("Kent u de bruggen?",),
        2: ("Hoeveel zijn er in:", "1. Eb;", "2. Vloed;", "3. Mist?"),
        3: ("Waarom?",),
    }


def test_a_numbered_question_may_have_lost_its_question_mark() -> None:
    document = parsed(HEAD + "1. Kent u de bruggen?\n2. Hoe beoordeelt u dat\n3. Wat doet u daaraan?\n")
    assert question_texts(document) == {
        1: ("Kent u de bruggen?",),
        2: ("Hoe beoordeelt u dat",),
        3: ("Wat doet u daaraan?",),
    }


@pytest.mark.parametrize("before", ["waar zij ligt?1", "waar zij ligt (2098)"])
def test_notice_and_note_inside_one_line_may_stand_behind_a_mark(before: str) -> None:
    document = parsed(
        HEAD.replace("Antwoord", "Mededeling").replace("\n", " ")
        + f"Vraag 1 Weet u {'van elke brug ' * 90}{before} Mededeling Hierbij deel ik u mede dat dit later komt. "
        "Toelichting: Dit is een vervolg."
    )
    assert document.notice is not None
    assert document.notice.paragraphs == ("Hierbij deel ik u mede dat dit later komt.",)
    assert document.explanatory_note is not None


def test_a_note_in_the_middle_of_a_set_is_of_the_answer() -> None:
    document = answered(
        "Vraag 1\nWat is dat?\nAntwoord 1\nToelichting\nDe brug drijft.\nVraag 2\nHoe?\nAntwoord 2\nZo.\n"
        "Toelichting:\nDeze vragen dienen ter aanvulling.\n"
    )
    assert " ".join(answer_texts(document)[1,]) == "Toelichting De brug drijft."
    assert document.explanatory_note is not None
    assert document.explanatory_note.paragraphs == ("Deze vragen dienen ter aanvulling.",)


def test_a_note_behind_the_last_answer_is_the_askers_only_where_it_says_so() -> None:
    document = answered("Vraag 1\nWat is dat?\nAntwoord 1\nZo.\nToelichting\nDe brug drijft bij vloed.\n")
    assert document.explanatory_note is None
    assert " ".join(answer_texts(document)[1,]).endswith("De brug drijft bij vloed.")

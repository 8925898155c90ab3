from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.entries import entry_of, newest_first
from kvtui.library.facts.citations import citations_of
from kvtui.library.facts.records import Record
from kvtui.library.facts.records import records_of as records_with_citations
from kvtui.model import (
    Addressee,
    Answer,
    Asker,
    Document,
    DocumentKind,
    ExplanatoryNote,
    Footnote,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    Respondent,
    TextPart,
)


def records_of(document: Document) -> tuple[Record, ...]:
    return records_with_citations(document, citations_of(document))


def question(number: int, *paragraphs: str) -> Question:
    return Question(number, (number,), None, paragraphs)


def call(mark: str, *numbers: int) -> Reference:
    part = TextPart.QUESTION if numbers else TextPart.HEADER
    return Reference(part, numbers, 0, 3, 3, mark, ReferenceKind.FOOTNOTE, (mark,))


def pairs(document: Document) -> list[tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]]:
    return [(record.numbers, record.questions, record.answers) for record in records_of(document)[1:]]


def test_a_record_is_an_answer_with_the_questions_it_covers() -> None:
    document = Document(
        questions=(
            question(1, "Vaart de veerpont?"),
            question(2, "Waarom?", "En waarheen?"),
            question(3, "Klopt dat?"),
        ),
        answers=(Answer((1,), None, ("Ja.",)), Answer((2, 3), None, ("Naar de overkant.", "En terug."))),
    )
    assert pairs(document) == [
        ((1,), ("Vaart de veerpont?",), ("Ja.",)),
        ((2, 3), ("Waarom?\nEn waarheen?", "Klopt dat?"), ("Naar de overkant.\nEn terug.",)),
    ]
    assert [record.joint for record in records_of(document)] == [False, False, True]
    assert [record.part for record in records_of(document)] == [0, 1, 2]


def test_a_question_without_an_answer_is_a_record_too() -> None:
    assert pairs(Document(questions=(question(4, "Vaart zij?"),))) == [((4,), ("Vaart zij?",), ())]


def test_an_answer_to_what_was_not_asked_is_a_record_too() -> None:
    assert pairs(Document(answers=(Answer((7, 8), None, ("Nee.",)),))) == [((7, 8), (), ("Nee.",))]


def test_a_document_without_questions_has_its_header_only() -> None:
    (header,) = records_of(Document(subject="de veerpont", unplaced=("Geen vragen.",)))
    assert (header.part, header.title, header.unplaced) == (0, "de veerpont", "Geen vragen.")


def test_what_belongs_to_no_question_is_in_the_header() -> None:
    document = Document(
        notice=Notice(None, ("Het duurt langer.",)),
        explanatory_note=ExplanatoryNote("Toelichting", ("Zie eerdere vragen.",)),
        questions=(question(1, "Vaart zij?"),),
    )
    header, pair = records_of(document)
    assert (header.notice, header.note) == ("Het duurt langer.", "Zie eerdere vragen.")
    assert (pair.notice, pair.note, pair.title) == ("", "", "")


def test_a_footnote_is_in_the_pairs_that_call_it_and_else_in_the_header() -> None:
    document = Document(
        questions=(question(1, "Een?"), question(2, "Twee?")),
        footnotes=(Footnote("1", "De Mistbode"), Footnote("2", "Kamerstuk"), Footnote("3", "Los")),
        references=(call("1", 1), call("1", 2), call("2", 2), call("3")),
    )
    assert [record.footnotes for record in records_of(document)] == [
        ("Los",),
        ("De Mistbode",),
        ("De Mistbode", "Kamerstuk"),
    ]


@pytest.mark.parametrize(
    ("answer", "short"),
    [("Ja.", True), ("Zie antwoord 3.", True), ("Dat klopt niet helemaal.", False), ("", True)],
)
def test_an_answer_of_at_most_three_words_is_short(answer: str, short: bool) -> None:
    document = Document(questions=(question(1, "Klopt dat?"),), answers=(Answer((1,), None, (answer,)),))
    assert records_of(document)[1].short is short


def test_a_question_without_an_answer_has_no_short_one() -> None:
    assert not records_of(Document(questions=(question(1, "Klopt dat?"),)))[1].short


def test_every_record_tells_of_its_document() -> None:
    document = Document(
        identifier="ah-tk-20982099-12",
        kind=DocumentKind.ANSWER,
        number="12",
        session_year="2098-2099",
        case_number="2098Z00012",
        subject="de veerpont",
        submitted=date(2098, 9, 1),
        received=date(2098, 9, 30),
        askers=(Asker("Bries", "De Seizoenen"), Asker("Mul", "De Seizoenen")),
        addressees=(Addressee("Minister", "Justitie en Veiligheid"),),
        respondents=(Respondent("Minister", "Bakboord", "Justitie en Veiligheid"),),
        questions=(question(1, "Vaart zij?"),),
        answers=(Answer((1,), None, ("Ja.",)),),
        references=(
            Reference(
                TextPart.ANSWER,
                (1,),
                0,
                0,
                2,
                "12",
                ReferenceKind.PUBLICATION,
                ("2098Z00001", "ah-tk-20972098-3"),
            ),
        ),
    )
    header, pair = records_of(document)
    facts = pair.facts
    assert header.facts is facts
    assert (facts.names, facts.case) == (("12", "ah-tk-20982099-12", "2098z00012"), "2098z00012")
    assert (facts.members, facts.parties) == (("Bries", "Mul"), ("De Seizoenen",))
    assert (facts.ministries, facts.portfolios) == (("JenV",), ("Minister Justitie en Veiligheid",))
    assert facts.respondents == ("Bakboord Minister Justitie en Veiligheid",)
    assert (facts.day, facts.days, facts.questions, facts.unanswered) == (20980930, 29, 1, False)
    assert facts.cites == ("2098z00001", "ah-tk-20972098-3")


@pytest.mark.parametrize("kind", [DocumentKind.NOTICE, DocumentKind.QUESTIONS])
def test_a_document_without_answers_has_not_been_answered_in_any_number_of_days(kind: DocumentKind) -> None:
    document = Document(kind=kind, submitted=date(2098, 9, 1), received=date(2098, 9, 20))
    facts = records_of(document)[0].facts
    assert (facts.unanswered, facts.days, facts.day) == (True, None, 20980920)


def test_records_are_as_recent_as_the_rows_of_a_list_are() -> None:
    documents = [
        Document(number="7", received=date(2098, 9, 2)),
        Document(number="12", received=date(2098, 9, 2)),
        Document(number="900", submitted=date(2098, 9, 1)),
        Document(number="4", session_year="2098-2099"),
        Document(number="99", session_year="2097-2098"),
        Document(case_number="2099Z00002"),
        Document(case_number="2099Z00001"),
        Document(),
    ]
    by_recency = sorted(documents, key=lambda document: -records_of(document)[0].recency)
    assert by_recency == sorted(documents, key=lambda document: newest_first(entry_of(document, Path("/a"))))


def test_within_a_document_what_is_read_first_is_most_recent() -> None:
    document = Document(
        number="12", received=date(2098, 9, 2), questions=tuple(question(n, "Hoe?") for n in range(1, 40))
    )
    newer = Document(number="13", received=date(2098, 9, 2), questions=(question(1, "Hoe?"),))
    recencies = [record.recency for record in (*records_of(newer), *records_of(document))]
    assert recencies == sorted(recencies, reverse=True)
    assert len(set(recencies)) == len(recencies)


def test_records_go_from_one_process_to_another() -> None:
    records = records_of(Document(subject="de veerpont", questions=(question(1, "Vaart zij?"),)))
    sent: tuple[Record, ...] = pickle.loads(pickle.dumps(records))
    assert sent == records

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kvtui.model import Answer, Document, Question
from kvtui.model.pairs import pairs
from tests.export.documents import DOCUMENT


def numbers(document: Document) -> list[tuple[list[int], list[tuple[int, ...]]]]:
    return [
        ([q.number for q in pair.questions], [a.numbers for a in pair.answers]) for pair in pairs(document)
    ]


def test_a_joint_answer_stands_under_all_its_questions() -> None:
    assert numbers(DOCUMENT) == [([1], [(1,)]), ([2, 4], [(2, 4)]), ([3], [(3,)]), ([5], [])]


def test_questions_that_share_answers_in_a_chain_stay_together() -> None:
    document = Document(
        questions=tuple(Question(n) for n in (1, 2, 3)), answers=(Answer((1, 2)), Answer((2, 3)))
    )
    assert numbers(document) == [([1, 2, 3], [(1, 2), (2, 3)])]


def test_an_answer_without_question_stands_at_the_end() -> None:
    document = Document(questions=(Question(1),), answers=(Answer((7,)), Answer((1,))))
    assert numbers(document) == [([1], [(1,)]), ([], [(7,)])]


@given(
    st.lists(st.integers(1, 9), max_size=12),
    st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=4).map(tuple), max_size=12),
)
def test_every_question_and_answer_comes_exactly_once(asked: list[int], given: list[tuple[int, ...]]) -> None:
    questions = tuple(Question(number, paragraphs=(str(i),)) for i, number in enumerate(asked))
    answers = tuple(Answer(covered, paragraphs=(str(i),)) for i, covered in enumerate(given))
    found = pairs(Document(questions=questions, answers=answers))
    assert sorted(q.paragraphs for pair in found for q in pair.questions) == sorted(
        q.paragraphs for q in questions
    )
    assert sorted(a.paragraphs for pair in found for a in pair.answers) == sorted(
        a.paragraphs for a in answers
    )

"""Which questions and answers belong together, in the order in which one reads them.

Used wherever an answer is shown, printed or searched together with its questions.
"""

from __future__ import annotations

from dataclasses import dataclass

from kvtui.model import Answer, Document, Question


@dataclass(frozen=True, slots=True)
class Pair:
    """Questions and the answers that cover them; either may be empty."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]


def pairs(document: Document) -> tuple[Pair, ...]:
    """Every question and every answer exactly once, each answer behind the questions it covers.

    A joint answer (gezamenlijk antwoord) takes its questions together, at the place of the first;
    an answer to numbers that are not asked stands alone at the end.
    """
    questions_of: dict[int, list[int]] = {}
    for index, question in enumerate(document.questions):
        questions_of.setdefault(question.number, []).append(index)
    answers_of: dict[int, list[int]] = {}
    for index, answer in enumerate(document.answers):
        for number in answer.numbers:
            answers_of.setdefault(number, []).append(index)
    found: list[Pair] = []
    seen: set[int] = set()
    answered: set[int] = set()
    for question in document.questions:
        numbers = _connected(question.number, document, answers_of) - seen
        if numbers:
            seen |= numbers
            asked = sorted(index for number in numbers for index in questions_of.get(number, ()))
            given = sorted({index for number in numbers for index in answers_of.get(number, ())})
            answered.update(given)
            found.append(
                Pair(
                    tuple(document.questions[index] for index in asked),
                    tuple(document.answers[index] for index in given),
                )
            )
    rest = (answer for index, answer in enumerate(document.answers) if index not in answered)
    return (*found, *(Pair((), (answer,)) for answer in rest))


def _connected(number: int, document: Document, answers_of: dict[int, list[int]]) -> set[int]:
    """The numbers that answers tie to this one, itself included."""
    found = {number}
    waiting = [number]
    while waiting:
        for index in answers_of.get(waiting.pop(), ()):
            new = set(document.answers[index].numbers) - found
            found |= new
            waiting.extend(new)
    return found

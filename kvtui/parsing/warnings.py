"""What was uncertain about a parsed document, in words for its reader."""

from __future__ import annotations

from collections.abc import Iterator

from kvtui.model import Document, DocumentKind


def warnings_of(document: Document) -> Iterator[str]:
    """A sentence for each thing that a reader should know of how the document was read."""
    if document.kind is DocumentKind.OTHER:
        yield "This is not recognised as Kamervragen; it is shown as plain text."
        return
    if not document.questions and document.notice is None and document.kind is not DocumentKind.ORAL:
        yield "No questions were found in this document."
    asked = {question.number for question in document.questions}
    answered = {number for answer in document.answers for number in answer.numbers}
    headed = {number for question in document.questions if question.heading for number in question.group}
    for question in document.questions:
        if headed and question.number not in headed:
            yield f"Question {question.number} had no heading."
        if not question.paragraphs:
            yield f"Question {question.number} has no text of its own; it may stand with the one before it."
        if document.kind is DocumentKind.ANSWER and question.number not in answered:
            yield f"Question {question.number} has no answer."
    for answer in document.answers:
        if answer.heading is None:
            yield f"Answer {_listed(answer.numbers)} had no heading."
        for number in answer.numbers:
            if asked and number not in asked:
                yield f"Answer {number} has no question."
    if document.questions and all(question.heading is None for question in document.questions):
        yield "The questions have no numbers; they are counted in their order."
    if document.unplaced:
        yield f"{len(document.unplaced)} paragraphs belong to no part of the document."


def _listed(numbers: tuple[int, ...]) -> str:
    """The numbers as one says them: "2, 3 and 4"."""
    words = [str(number) for number in numbers]
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)

"""Small invented publications for the tests of single rules."""

from __future__ import annotations

from kvtui.model import Document, Reference, ReferenceKind
from kvtui.parsing import parse
from kvtui.sources import source_from_text

HEAD = """\
Vragen van het lid Zandbergen (PvdG) aan de Minister van Sluizen en Getijden over bruggen die
wegdrijven (ingezonden 3 mei 2099).
Antwoord van Minister Duinker (Sluizen en Getijden) (ontvangen 4 juni 2099).
"""
"""The header of an answered set, as a PDF's lines."""

ASKED = """\
Vragen van het lid Zandbergen (PvdG) aan de Minister van Sluizen en Getijden over bruggen die
wegdrijven (ingezonden 3 mei 2099).
"""
"""The header of a set without answers."""


def parsed(text: str, *, path: str | None = None, format: str = "text") -> Document:
    """The Document in a text."""
    return parse(source_from_text(text, path=path, format=format))


def answered(body: str) -> Document:
    """The Document of an answered set with that body."""
    return parsed(HEAD + body)


def asked_and_answered(first: int, last: int) -> str:
    """A body with single questions and answers of those numbers, both included."""
    return "".join(
        f"Vraag {n}\nWat kost brug nummer {n}?\nAntwoord {n}\nNiets.\n" for n in range(first, last + 1)
    )


def asked(first: int, last: int) -> str:
    """A body with single questions of those numbers, both included."""
    return "".join(f"Vraag {n}\nWat kost brug nummer {n}?\n" for n in range(first, last + 1))


def question_texts(document: Document) -> dict[int, tuple[str, ...]]:
    return {question.number: question.paragraphs for question in document.questions}


def answer_texts(document: Document) -> dict[tuple[int, ...], tuple[str, ...]]:
    return {answer.numbers: answer.paragraphs for answer in document.answers}


def marks_of(document: Document) -> list[tuple[tuple[int, ...], str]]:
    """The footnote marks, counting up: the numbers of the block in which each stood, and its footnote's mark."""
    marks = references_of(document, ReferenceKind.FOOTNOTE)
    return sorted(((m.numbers, str(m.targets[0])) for m in marks), key=lambda found: int(found[1]))


def references_of(document: Document, kind: ReferenceKind) -> list[Reference]:
    return [reference for reference in document.references if reference.kind is kind]

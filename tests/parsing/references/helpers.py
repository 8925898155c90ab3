"""Shorthand for the tests of the reference finder: one invented sentence in, what it points at out."""

from __future__ import annotations

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.references import Context, Facts, Found, find_in_text

TWELVE = tuple(range(1, 13))


def context(
    part: TextPart = TextPart.ANSWER,
    numbers: tuple[int, ...] = (9,),
    *,
    questions: tuple[int, ...] = TWELVE,
    blocks: tuple[tuple[int, ...], ...] | None = None,
    own: frozenset[str] = frozenset(),
    follows_up: bool = False,
    bare_headings: bool = False,
) -> Context:
    """A place in a set of twelve questions that are answered one by one, unless said otherwise."""
    answers = tuple((n,) for n in questions) if blocks is None else blocks
    return Context(part, numbers, Facts(questions, answers, own, follows_up, bare_headings))


def found(text: str, kind: ReferenceKind, where: Context | None = None) -> list[Found]:
    """The references of one kind."""
    return [one for one in find_in_text(text, where or context()) if one.kind is kind]


def links(text: str, where: Context | None = None) -> list[tuple[str, tuple[int | str, ...]]]:
    """Words and targets of the internal references."""
    return [(text[one.start : one.end], one.targets) for one in found(text, ReferenceKind.INTERNAL, where)]


def linked(text: str, where: Context | None = None) -> list[int | str]:
    """All targets of the internal references."""
    return [target for _, targets in links(text, where) for target in targets]


def in_answer(*numbers: int) -> Context:
    """A place in the answer to these questions."""
    return context(TextPart.ANSWER, numbers)


def in_question(number: int, *, follows_up: bool = False) -> Context:
    """A place in a question."""
    return context(TextPart.QUESTION, (number,), follows_up=follows_up)


def cited(text: str, where: Context | None = None) -> list[int | str]:
    """All targets of the references to publications."""
    return [target for one in found(text, ReferenceKind.PUBLICATION, where) for target in one.targets]


def incomplete(text: str) -> list[str]:
    """The words of the incomplete references."""
    return [text[one.start : one.end] for one in found(text, ReferenceKind.INCOMPLETE)]


def addresses(text: str) -> list[int | str]:
    """The targets of the web addresses."""
    return [target for one in found(text, ReferenceKind.URL) for target in one.targets]

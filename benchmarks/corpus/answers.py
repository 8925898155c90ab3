"""The answers to one set of questions: their lengths, and what they refer to."""

from __future__ import annotations

from itertools import islice

from benchmarks.corpus.content import Content, Writer, earlier_publication, parliamentary_paper
from benchmarks.corpus.planning import Set

_MEDIAN_SENTENCES, _SPREAD, _MOST_SENTENCES = 3.4, 0.75, 60
_PARAGRAPH = 4
"""Sentences of a paragraph."""
_INSIDE, _OUTSIDE, _PAPER = 0.16, 0.06, 0.07
"""Shares of the answers that refer to another answer, to another publication, to a parliamentary paper."""


def answers_of(one: Set, content: Content, writer: Writer) -> list[list[str]]:
    """The paragraphs of the answer to each group of questions."""
    return [_answer(one, content, writer, group) for group in content.groups]


def _answer(one: Set, content: Content, writer: Writer, group: tuple[int, ...]) -> list[str]:
    chance, prose = writer.chance, writer.prose
    drawn = chance.random()
    if drawn < 0.09 or (group[0] == 1 and drawn < 0.7):
        return ["Ja."]
    if drawn < 0.11:
        return ["Nee."]
    if drawn < 0.13 and group[0] > 1:
        return [f"Zie het antwoord op vraag {_other(writer, content, group)}."]
    count = min(1 + int(_MEDIAN_SENTENCES * chance.lognormvariate(0, _SPREAD)), _MOST_SENTENCES)
    said = list(islice(prose.sentences, count))
    said[0] = f"{next(prose.beginnings)} {content.topics[int(drawn * 4)]} {next(prose.ends)}"
    if drawn > 0.5:
        said.append(f"{next(prose.beginnings)} {content.topics[1]} {next(prose.ends)}")
    _refer(one, content, writer, group, said)
    return [" ".join(said[start : start + _PARAGRAPH]) for start in range(0, len(said), _PARAGRAPH)]


def _other(writer: Writer, content: Content, group: tuple[int, ...]) -> int:
    """The number of another question, mostly an earlier one."""
    if writer.chance.random() < 0.9 and group[0] > 1:
        return 1 + int(writer.chance.random() * (group[0] - 1))
    return len(content.questions)


def _refer(one: Set, content: Content, writer: Writer, group: tuple[int, ...], said: list[str]) -> None:
    """Put references among the sentences of an answer."""
    chance = writer.chance
    drawn = chance.random()
    if drawn < _INSIDE and len(content.questions) > len(group):
        said.append(_INTERNAL[int(drawn * 1000) % len(_INTERNAL)].format(n=_other(writer, content, group)))
    elif drawn < _INSIDE + _OUTSIDE and writer.earlier:
        session, number = earlier_publication(writer)
        pattern = _EXTERNAL[int(drawn * 1000) % len(_EXTERNAL)]
        said.append(
            pattern.format(
                years=f"{session}–{session + 1}", m=number, n=1 + number % 8, member=content.members[0].name
            )
        )
    elif drawn < _INSIDE + _OUTSIDE + _PAPER:
        said.append(
            _PAPERS[int(drawn * 1000) % len(_PAPERS)].format(
                paper=parliamentary_paper(chance, one.session), years=f"{one.session}–{one.session + 1}"
            )
        )


_INTERNAL = (
    "Zie het antwoord op vraag {n}.",
    "Zie ook mijn antwoord op vraag {n}.",
    "Zie voorts het antwoord op vraag {n}.",
    "Voor het overige verwijs ik naar het antwoord op vraag {n}.",
    "Zoals aangegeven in het antwoord op vraag {n} wordt dit nog bezien.",
    "Dit is nader toegelicht (zie het antwoord op vraag {n}).",
)
_EXTERNAL = (
    "Zie ook Aanhangsel Handelingen, vergaderjaar {years}, nr. {m}.",
    "Hierover is de Kamer eerder geïnformeerd (Aanhangsel Handelingen, vergaderjaar {years}, nr. {m}).",
    "Ik verwijs naar eerdere antwoorden (Aanhangsel van de Handelingen, vergaderjaar {years}, nr. {m}).",
    "Dit is eerder toegelicht (Aanhangsel van de Handelingen, nr. {m}).",
    "Zie het antwoord op vraag {n} van het lid {member} (Aanhangsel Handelingen, vergaderjaar {years}, "
    "nr. {m}).",
    "Zie daarvoor Aanhangsel Handelingen, vergaderjaar {years}, nr. {m}, antwoord op vraag {n}.",
)
_PAPERS = (
    "De motie op dit punt is in uitvoering (Kamerstuk {paper}).",
    "De Kamer is hierover per brief geïnformeerd (Kamerstuk {paper}).",
    "Zie Kamerstukken II {years}, {paper}.",
)

"""What is asked and answered in one set of questions, before it gets the form of a document.

The same set gives the same questions to every document that was published of it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.corpus.people import Chamber, Member, Office
from benchmarks.corpus.planning import Set
from benchmarks.corpus.prose import Prose

_USUAL, _MOST = 9, 128
"""The median number of questions, and the largest known."""
_EARLY, _EARLY_SHARE = 2000, 0.6
"""Before this session sets were shorter."""
_TOGETHER = 0.05
"""Share of the questions at which several are answered together."""
_SOURCE_SHARE = 0.18
"""Share of the questions with a footnote."""
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class Content:
    """One set."""

    subject: str
    members: list[Member]
    ministers: list[Office]
    with_premier: bool
    questions: list[str]
    sources: dict[int, str]
    """Footnotes by the number of the question that has the mark."""
    groups: list[tuple[int, ...]]
    """Numbers of the questions that are answered together, in order; most are alone."""
    explanation: str
    """What stands below all; mostly empty."""
    topics: list[str]
    """Words that occur again and again."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What every set is written with."""

    chance: random.Random
    prose: Prose
    earlier: list[tuple[int, int]]
    """Session and number of publications to refer to, the latest at the end."""
    earlier_cases: list[str]


def content_of(one: Set, chamber: Chamber, writer: Writer) -> Content:
    """What a set asks."""
    chance, prose = writer.chance, writer.prose
    topics = [next(prose.nouns), next(prose.rare), next(prose.rare), next(prose.nouns)]
    questions = [_question(writer, topics) for _ in range(_count(chance, one.session))]
    members = chamber.askers(chance, 1 if chance.random() < 0.7 else chance.randint(2, 4))
    ministers = chamber.ministers(chance, 1 if chance.random() < 0.75 else 2)
    sources = {
        number: _source(writer, one)
        for number in range(1, len(questions) + 1)
        if chance.random() < _SOURCE_SHARE
    }
    if chance.random() < 0.7:
        questions[0] = f"Bent u bekend met het bericht «{topics[0].capitalize()} en {topics[1]} onder druk»?"
        sources[1] = _source(writer, one)
    return Content(
        subject=f"de {topics[0]} bij de {topics[1]} en het gebrek aan {next(prose.nouns)}",
        members=members,
        ministers=ministers,
        with_premier=chance.random() < 0.03,
        questions=questions,
        sources=dict(sorted(sources.items())),
        groups=_groups(chance, len(questions)),
        explanation=_explanation(writer, members),
        topics=topics,
    )


def dutch(year: int, month: int, day: int) -> str:
    """A date as it is printed."""
    return f"{day} {MONTHS[month - 1]} {year}"


def _count(chance: random.Random, session: int) -> int:
    spread = 0.48 if chance.random() < 0.98 else 1.1
    count = _USUAL * chance.lognormvariate(0, spread) * (_EARLY_SHARE if session < _EARLY else 1)
    return max(1, min(round(count), _MOST))


def _question(writer: Writer, topics: list[str]) -> str:
    prose, draw = writer.prose, writer.chance.random
    about = topics[int(draw() * 4)] if draw() < 0.6 else next(prose.rare)
    text = f"{next(prose.asked)} {about} {next(prose.middles)} {next(prose.asked_ends)}"
    drawn = draw()
    if drawn < 0.55:
        text += f" {next(prose.asked)} {next(prose.rare)} {next(prose.asked_ends)}"
    elif drawn < 0.6:
        text += f" {_look_back(writer)}"
    return text.replace(" ?", "?")


def _look_back(writer: Writer) -> str:
    if not writer.earlier:
        return "Zo nee, waarom niet?"
    session, number = earlier_publication(writer)
    years = f"{session}–{session + 1}"
    return writer.chance.choice(
        (
            "Herinnert u zich uw antwoorden op eerdere vragen (Aanhangsel Handelingen, vergaderjaar "
            f"{years}, nr. {number})?",
            f"Hoe verhoudt dit zich tot uw antwoord op vraag {1 + number % 7} van de eerdere vragen "
            f"(Aanhangsel van de Handelingen, vergaderjaar {years}, nr. {number})?",
            f"Is dit in lijn met uw eerdere antwoorden (Aanhangsel van de Handelingen, nr. {number})?",
        )
    )


def earlier_publication(writer: Writer) -> tuple[int, int]:
    """A publication before this one, mostly a recent one; now and then one that does not exist."""
    back = min(int(writer.chance.expovariate(1 / 400)), len(writer.earlier) - 1)
    session, number = writer.earlier[-1 - back]
    return session, number + (writer.chance.random() < 0.1)


def _source(writer: Writer, one: Set) -> str:
    chance, day = writer.chance, one.submitted
    drawn = chance.random()
    if drawn < 0.2 and writer.earlier:
        session, number = earlier_publication(writer)
        return f"Aanhangsel Handelingen, vergaderjaar {session}–{session + 1}, nr. {number}."
    if drawn < 0.35:
        return f"Kamerstuk {parliamentary_paper(chance, one.session)}."
    topic = next(writer.prose.rare).lower().replace(" ", "-")
    return (
        f"De Lantaarnbode, {dutch(day.year, day.month, day.day)}, «{next(writer.prose.nouns).capitalize()} "
        f"en {topic}» (https://www.example.nl/{day.year}/{topic})."
    )


def parliamentary_paper(chance: random.Random, session: int) -> str:
    """A dossier and a number in it, with the dossiers of about that session."""
    dossier = 23_000 + (session - 1994) * 440 + int(chance.random() * 400)
    return f"{dossier // 1000} {dossier % 1000:03d}, nr. {int(chance.random() * 120) + 1}"


def _groups(chance: random.Random, count: int) -> list[tuple[int, ...]]:
    groups: list[tuple[int, ...]] = []
    number = 1
    while number <= count:
        size = 1
        if number > 1 and chance.random() < _TOGETHER:
            size = min(chance.choice((2, 2, 2, 3, 3, 4, 5)), count - number + 1)
        groups.append(tuple(range(number, number + size)))
        number += size
    return groups


def _explanation(writer: Writer, members: list[Member]) -> str:
    if not writer.earlier_cases or writer.chance.random() > 0.05:
        return ""
    case = writer.earlier_cases[-1 - int(writer.chance.random() * min(len(writer.earlier_cases), 300))]
    return (
        f"Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid {members[0].name} "
        f"({members[0].party}) (vraagnummer {case})."
    )

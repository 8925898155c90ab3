"""Documents to measure with: Kamervragen in the manner of real ones, about an invented subject.

The same arguments give the same bytes on every machine. The session years lie in the future and
the members and ministers do not exist, so that no reader can take these for publications.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

ON_THE_FIRST_SCREEN = ("lantaarnkoor", "klankmeester")
"""Words that stand in every document: the first only in question 1, the second only in its answer."""
_VERSION = 3
"""Part of the folder's name, so that texts of an earlier version are not used."""

_THINGS = (
    "de proef met zingende lantaarnpalen",
    "het lenen van wolken aan buurgemeenten",
    "de telling van maanvissen",
    "het rooster van de nachtveerboot",
    "de vergunning voor luchtkastelen",
    "het register van verdwaalde fietsen",
    "de kwaliteit van het fluisterasfalt",
    "de opslag van ochtendmist",
    "het beheer van de echoput",
    "de subsidie voor draaiende drempels",
)
_PLACES = (
    "Noorderwoude",
    "Kuilderhaven",
    "Blauwkapel",
    "Oost-Zomeren",
    "Wiekelmeer",
    "Sint-Vlinder",
    "Hoge-Dromen",
)
_MEMBERS = (
    "**Kwikstaart** (Lijst Ochtendmist)",
    "**Van der Vlinder** (De Derde Oever)",
    "**Zandloper** (Volle Maan)",
    "**Ypey-Roos** (Lijst Ochtendmist)",
    "**Den Uilebril** (Windstil)",
)
_MINISTERS = (
    ("Rozenhoed", "Nachtelijke Zaken en Verlichting"),
    ("Ter Wolken", "Weer en Omgeving"),
    ("Pauwenveer", "Stilte en Verkeer"),
    ("De Klokkenmaker", "Tijd en Ruimte"),
)
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_LONG = 60
"""Paragraphs of a long answer."""
_QUESTIONS = (
    "Bent u bekend met het bericht over {thing} in {place}?",
    "Klopt het dat {thing} in {place} al {n} maanden stilligt, en zo ja, wat is daarvan de oorzaak?",
    "Hoeveel inwoners van {place} hebben zich sinds de invoering gemeld met klachten over {thing}?",
    "Deelt u de mening dat {thing} niet ten koste mag gaan van de nachtrust in {place}? Zo nee, waarom niet?",
    "Welke stappen gaat u zetten om {thing} vóór de zomer van volgend jaar te verbeteren?",
    "Kunt u een overzicht geven van de uitgaven aan {thing} in de afgelopen {n} jaar, per gemeente?",
    "Bent u bereid hierover in gesprek te gaan met het gemeentebestuur van {place}?",
    "Op welke wijze wordt de Kamer geïnformeerd over de uitkomsten van het onderzoek naar {thing}?",
)
_SENTENCES = (
    "Het kabinet hecht aan een zorgvuldige omgang met {thing}.",
    "In {place} is daarmee de afgelopen {n} jaar ervaring opgedaan, die over het algemeen gunstig is.",
    "Uit de laatste telling blijkt dat {n} van de honderd inwoners van {place} er dagelijks last van hebben.",
    "De gemeente {place} is als eerste verantwoordelijk voor {thing}; het Rijk stelt daarvoor de kaders.",
    "Ik ben daarover in overleg met de betrokken gemeenten, waaronder {place}, en met de beheerders.",
    "Daarbij wordt ook gekeken naar de gevolgen voor {thing} op de langere termijn.",
    "Zoals bekend is de regeling voor {thing} vorig jaar verlengd met een periode van {n} maanden.",
    "Dat neemt niet weg dat de beleving van inwoners «een stuk rustiger» kan zijn dan de metingen tonen.",
    "Een volledig overzicht is niet te geven, omdat {place} en de buurgemeenten dit niet apart bijhouden.",
    "De evaluatie van {thing} wordt naar verwachting in het voorjaar met uw Kamer gedeeld.",
)
_REFERENCES = (
    "Zie het antwoord op vraag {q}.",
    "Zie voorts het antwoord op vraag {q}.",
    "Ik verwijs u hiervoor naar de antwoorden op de vragen {q} en {r}.",
    "Zie ook Aanhangsel Handelingen, vergaderjaar 2040–2041, nr. {m}.",
    "De motie op dit punt is in uitvoering (Kamerstuk 99 {m}, nr. {n}).",
)


def folder_in(cache: Path) -> Path:
    """Where in `cache` the documents of this version belong."""
    return cache / f"documents-{_VERSION}"


def ordinary_document(folder: Path) -> Path:
    """A document of 9 questions in `folder` (about 9 kB), written when it is not there yet."""
    path = folder / "ah-tk-20402041-1.md"
    if not path.exists():
        _write(path, _parts(random.Random(1), number=1, questions=9))
    return path


def walked_document(folder: Path) -> Path:
    """A document of 60 questions in `folder` (about 60 kB), of which the second has a long answer."""
    path = folder / "ah-tk-20402041-2.md"
    if not path.exists():
        _write(path, _parts(random.Random(2), number=2, questions=60, long_answers=range(2, 3)))
    return path


def huge_document(folder: Path) -> Path:
    """A document of 250 questions with long answers in `folder`: 5 MB (5 million bytes)."""
    path = folder / "ah-tk-20402041-3.md"
    if not path.exists():
        _write(path, _parts(random.Random(3), number=3, questions=250, long_answers=range(2, 251)))
    return path


def publication_parts(number: int, questions: int, long_answers: range) -> list[str]:
    """The blocks of an answered set of questions, each a piece of Markdown; by `number`, always the same."""
    return list(_parts(random.Random(number), number, questions, long_answers=long_answers))


def many_documents(folder: Path, count: int = 10_000) -> Path:
    """A folder in `folder` with `count` documents of 3 to 12 questions in ten folders, .md and .txt."""
    place = folder / f"{count}-documents"
    complete = folder / f"{count}-documents.complete"
    if complete.exists():
        return place
    for index in range(count):
        generator = random.Random(index)
        year, number = 2040 + index % 10, index // 10 + 1
        parts = _parts(generator, number=number, questions=generator.randint(3, 12), year=year)
        path = place / f"{year}-{year + 1}" / f"ah-tk-{year}{year + 1}-{number}"
        if index % 3 == 0:
            _write(path.with_suffix(".txt"), (part.lstrip("# ").replace("*", "") for part in parts))
        else:
            _write(path.with_suffix(".md"), parts)
    complete.touch()
    return place


def _write(path: Path, parts: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _parts(
    generator: random.Random, number: int, questions: int, year: int = 2040, long_answers: range = range(0)
) -> Iterator[str]:
    """The blocks of one document: header, question and answer in turn, a page foot every four questions."""
    yield from _header(generator, number, year)
    question, page = 1, 1
    while question <= questions:
        together = 2 if 1 < question < questions and generator.random() < 0.15 else 1
        label = f"{question} en {question + 1}" if together == 2 else str(question)
        yield f"#### Vraag {label}"
        yield _question(generator, question) + (f"[{page}]" if question % 4 == 2 else "")
        yield f"#### Antwoord {label}"
        yield from _answer(generator, question, question in long_answers)
        if question % 4 == 2:
            yield _filled(
                generator, f"{page} De Lantaarnbode, 3 maart {year}, «Meer over {{thing}} in {{place}}»."
            )
            yield f"Tweede Kamer, vergaderjaar {year}–{year + 1}, Aanhangsel {page}"
            page += 1
        question += together


def _header(generator: random.Random, number: int, year: int) -> Iterator[str]:
    minister, portfolio = generator.choice(_MINISTERS)
    submitted = date(year, 10, 1) + timedelta(days=generator.randint(0, 300))
    received = submitted + timedelta(days=generator.randint(7, 42))
    yield "## Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden"
    yield f"### {number}"
    yield (
        f"Vragen van het lid {generator.choice(_MEMBERS)} aan de Minister van {portfolio} over "
        f"*{_filled(generator, '{thing} in {place}')}* (ingezonden {_dutch(submitted)})."
    )
    yield f"Antwoord van Minister **{minister}** ({portfolio}) (ontvangen {_dutch(received)})."


def _question(generator: random.Random, question: int) -> str:
    if question == 1:
        return f"Kent u het {ON_THE_FIRST_SCREEN[0]} van {generator.choice(_PLACES)}?"
    asked = generator.sample(_QUESTIONS, k=generator.randint(1, 2))
    return " ".join(_filled(generator, sentence) for sentence in asked)


def _answer(generator: random.Random, question: int, is_long: bool) -> Iterator[str]:
    if question == 1:
        yield f"Ja, de {ON_THE_FIRST_SCREEN[1]} heeft mij daarover ingelicht."
        return
    for _ in range(_LONG if is_long else generator.randint(1, 3)):
        said = [_filled(generator, s) for s in generator.sample(_SENTENCES, k=generator.randint(2, 5))]
        if generator.random() < 0.5:
            earlier = generator.sample(range(1, question + 1), k=min(2, question))
            said.append(
                generator.choice(_REFERENCES).format(
                    q=min(earlier), r=max(earlier), m=generator.randint(100, 999), n=generator.randint(2, 99)
                )
            )
        yield " ".join(said)


def _filled(generator: random.Random, sentence: str) -> str:
    return sentence.format(
        thing=generator.choice(_THINGS), place=generator.choice(_PLACES), n=generator.randint(2, 40)
    )


def _dutch(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

"""Sentences without end, as fast as they can be written: endless streams, filled a large block at a time.

Some of the halves have a pattern that is met everywhere, the others are words in their usual numbers. Nouns
follow Zipf's law; two words in each sentence come from the long tail, so that the vocabulary grows with the
text (by Heaps' law, with an exponent of 0.6).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from benchmarks.corpus.words import ADJECTIVES, FUNCTION, INFINITIVES, PARTICIPLES, word

_COMMON = 10_000
"""Ranks of the nouns in the patterns; the tail begins behind them."""
_GROWTH = 0.6
_NUMBERS, _UNITS = 0.05, ("euro", "procent", "personen", "meldingen", "miljoen euro", "hectare", "gevallen")
"""Share of the tail that is a number, of what."""
_LAST_RANK = 400_000_000
_READY = 250_000
"""Words of the tail that are made beforehand."""
_BLOCK, _PATTERNED, _FREE = 60_000, 4_000, 8_000
"""How many sentences a block has, and how many halves with and without a pattern they are made of."""
_FUNCTION_SHARE = 0.52
"""Share of the words of a half without a pattern that hold the sentence together."""

_BEGINNINGS = (
    "Het kabinet hecht aan een {A} {N} en aan de rol van de",
    "Uit de {N} blijkt dat er in de {A} {N} te weinig aandacht is voor de",
    "In het {N} is vastgelegd dat de {N} wordt {P} op basis van de",
    "Zoals bekend is de {N} vorig jaar {P}, onder meer vanwege de",
    "Ik ben daarover in overleg met de {N} en met de vertegenwoordigers van de",
    "De {A} {N} is verantwoordelijk voor de {N}, terwijl het Rijk de kaders stelt voor de",
    "Daarbij wordt ook gekeken naar de {N}, naar het {A} {N} en naar de",
    "Dat neemt niet weg dat de {N} van de {N} nog niet is {P} door de",
    "Op dit moment wordt met {A} {N} onderzocht of de {N} kan worden {P} bij de",
    "Het is aan de {N} om te bepalen hoe de {N} zich verhoudt tot de",
    "Van de {N} die zich hebben gemeld, heeft een deel te maken met de",
    "Naar aanleiding van de {N} heb ik de {N} verzocht te kijken naar de",
    "Voor de {A} {N} geldt dat zij alleen kan worden {P} na de",
    "De afgelopen jaren is met de {N} ervaring opgedaan, die gunstig is voor de",
    "Een volledig overzicht van de {N} is niet te geven, omdat er geen registratie is van de",
    "De {N} heeft mij laten weten dat het {N} niet is {P} en dat dit ook geldt voor de",
    "Het onderzoek naar de {A} {N} richt zich op de vraag of er sprake is van een",
    "Er zijn mij geen signalen bekend dat de {N} anders is {P} dan volgens de",
    "Om te voorkomen dat de {N} verder oploopt, is besloten tot een",
    "Met u ben ik van mening dat de {N} en de {A} {N} niet los staan van de",
)
_ENDS = (
    "die in de {N} is {P}.",
    "en dat daarvoor de {A} {N} moet worden {P}.",
    "zonder dat de {N} daardoor in het gedrang komt.",
    "zodat het {A} {N} tijdig kan worden {P}.",
    "waarvoor in de {N} extra middelen zijn {P}.",
    "in de gemeenten waar de {N} nog niet is {P}.",
    "en de {N}, zoals eerder met uw Kamer is {P}.",
    "als het gaat om {A} {N} en om het {I} van de {N}.",
    "waarbij de {N} van de {N} voorop staat.",
    "om zo de {A} {N} te {I} en de {N} te {I}.",
    "hoewel de {N} hierin een eigen afweging maakt.",
    "en ik zie op dit moment geen reden om de {N} te {I}.",
    "omdat de {N} niet door één {N} kan worden {P}.",
    "vóór de zomer van volgend jaar, wanneer de {N} wordt {P}.",
    "en dat is in lijn met de {A} {N} van de {N}.",
    "waardoor de {N} voor {A} {N} toegankelijk blijft.",
    "zolang de {N} niet is {P}.",
    "met inachtneming van de {A} {N}.",
    "dan wel door de {N} die met de {N} is belast.",
    "en over de uitkomsten daarvan wordt de Kamer geïnformeerd.",
)
_ASKED = (
    "Bent u bekend met het bericht over de",
    "Kent u het bericht «{N} in de knel door {N}» en het onderzoek naar de",
    "Deelt u de mening dat de {A} {N} niet ten koste mag gaan van de",
    "Klopt het dat de {N} is {P} vanwege de",
    "Is het waar dat er bij de {N} te weinig {N} is voor de",
    "Hoeveel {N} hebben sinds de invoering van de {N} te maken gehad met de",
    "Welke stappen gaat u zetten om de {N} te {I} en wat betekent dit voor de",
    "Kunt u een overzicht geven van de {A} {N} in de afgelopen vijf jaar, uitgesplitst naar",
    "Bent u bereid om met de {N} in gesprek te gaan over de",
    "Hoe beoordeelt u het feit dat de {A} {N} nog niet is {P} en dat er geen zicht is op de",
    "Wat is uw reactie op de stelling dat de {N} wordt {P} door de",
    "Op welke wijze wordt toezicht gehouden op de {N} en op de",
    "Waarom is ervoor gekozen om de {N} te {I} zonder rekening te houden met de",
    "Erkent u dat het {A} {N} bijdraagt aan de",
    "Kunt u aangeven of de {N} voldoet aan de {A} {N} en aan de eisen van de",
    "Heeft u signalen ontvangen dat {N} niet of te laat wordt {P} in het kader van de",
    "Wanneer verwacht u de resultaten van de {N} en van de",
    "Welke gevolgen heeft dit voor de {N}, voor de {A} {N} en voor de",
)
_ASKED_ENDS = (
    "en zo ja, wat is daarvan de oorzaak?",
    "in de {A} {N}?",
    "die door de {N} is {P}?",
    "en bent u bereid de {N} hierop te {I}? Zo nee, waarom niet?",
    "? Zo ja, welke {N} wilt u {I}? Zo nee, waarom niet?",
    "en welke {A} {N} is daarbij {P}?",
    "? Kunt u uw antwoord toelichten?",
    "waar de {N} al jaren onder druk staat?",
    "en het {I} van de {A} {N}?",
    "zonder dat de {N} van de {N} is {P}?",
    "? Welke rol ziet u hierbij voor de {N} en voor de {N}?",
    "en hoe verhoudt dit zich tot de {A} {N} die eerder is {P}?",
)
_BONDS = (
    "van",
    "van de",
    "in het",
    "een",
    "met",
    "bij",
    "door",
    "voor de",
    "op",
    "van het",
    "over",
    "aan een",
)
"""What stands before a word of the tail."""
_PLACE = re.compile(r"\{([NAPI])\}")


@dataclass(frozen=True, slots=True)
class Prose:
    """Streams that never end."""

    sentences: Iterator[str]
    """Of an answer."""
    beginnings: Iterator[str]
    middles: Iterator[str]
    ends: Iterator[str]
    """With a noun between them these make a sentence of an answer."""
    asked: Iterator[str]
    asked_ends: Iterator[str]
    """With a noun and a middle between them these make a question."""
    nouns: Iterator[str]
    """As often as in the text."""
    rare: Iterator[str]
    """Of the tail, and numbers."""


def prose(chance: random.Random) -> Prose:
    """The streams that follow from a source of chance."""
    halves = _Halves(chance)
    tail = _tail(chance)
    return Prose(
        sentences=_sentences(chance, halves, tail),
        beginnings=_endless(chance, halves.beginnings),
        middles=_endless(chance, halves.middles),
        ends=_endless(chance, halves.ends),
        asked=_endless(chance, halves.asked),
        asked_ends=_endless(chance, halves.asked_ends),
        nouns=_by_frequency(chance, [word(rank) for rank in range(_COMMON)]),
        rare=tail,
    )


class _Halves:
    """Makes parts of sentences, a few thousand at a time, always others."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        nouns = [word(rank) for rank in range(_COMMON)]
        self._words = {
            "N": _by_frequency(chance, nouns),
            "A": _by_frequency(chance, ADJECTIVES),
            "P": _by_frequency(chance, PARTICIPLES),
            "I": _by_frequency(chance, INFINITIVES),
        }
        self._any = _any_words(chance, nouns)

    def beginnings(self) -> list[str]:
        free = self._free(4, 9)
        bonds = self._chance.choices(_BONDS, k=len(free))
        made = (f"{half[:1].upper()}{half[1:]} {bond}" for half, bond in zip(free, bonds, strict=True))
        return [*self._filled(_BEGINNINGS), *made]

    def middles(self) -> list[str]:
        return self._free(2, 6)

    def ends(self) -> list[str]:
        return [*self._filled(_ENDS), *(f"{half}." for half in self._free(3, 9))]

    def asked(self) -> list[str]:
        return self._filled(_ASKED)

    def asked_ends(self) -> list[str]:
        return self._filled(_ASKED_ENDS)

    def _filled(self, patterns: Sequence[str]) -> list[str]:
        """Patterns with words in their places."""
        words = self._words
        made = [(_PLACE.sub("%s", pattern), _PLACE.findall(pattern)) for pattern in patterns]
        return [
            text % tuple([next(words[kind]) for kind in kinds])
            for text, kinds in self._chance.choices(made, k=_PATTERNED)
        ]

    def _free(self, least: int, most: int) -> list[str]:
        """Words in their usual numbers, so many."""
        lengths = self._chance.choices(range(least, most + 1), k=_FREE)
        return [" ".join(islice(self._any, length)) for length in lengths]


def _any_words(chance: random.Random, nouns: Sequence[str]) -> Iterator[str]:
    """Words as they come in a text: half of them hold the sentence together."""
    others = [*ADJECTIVES, *PARTICIPLES, *INFINITIVES]
    total = sum(FUNCTION.values())
    weighted = [(one, _FUNCTION_SHARE * share / total) for one, share in FUNCTION.items()]
    rest = 1 - _FUNCTION_SHARE
    weighted += [(one, 0.4 * rest / len(others)) for one in others]
    zipf = _zipf(len(nouns))
    nouns_share = 0.6 * rest / sum(zipf)
    weighted += [(one, nouns_share * share) for one, share in zip(nouns, zipf, strict=True)]
    cumulated = list(accumulate(share for _, share in weighted))
    words = [one for one, _ in weighted]
    while True:
        yield from chance.choices(words, cum_weights=cumulated, k=_BLOCK)


def _zipf(count: int) -> list[float]:
    """Zipf's law as Mandelbrot bent it: the first few are less common than 1/rank says."""
    return [1 / (rank + 3.7) for rank in range(count)]


def _by_frequency(chance: random.Random, words: Sequence[str]) -> Iterator[str]:
    cumulated = list(accumulate(_zipf(len(words))))
    while True:
        yield from chance.choices(words, cum_weights=cumulated, k=_BLOCK)


def _endless(chance: random.Random, made: Callable[[], list[str]]) -> Iterator[str]:
    while True:
        yield from chance.choices(made(), k=_BLOCK)


def _sentences(chance: random.Random, halves: _Halves, tail: Iterator[str]) -> Iterator[str]:
    while True:
        parts = [
            chance.choices(made(), k=_BLOCK) for made in (halves.beginnings, halves.middles, halves.ends)
        ]
        for beginning, middle, end in zip(*parts, strict=True):
            yield f"{beginning} {next(tail)} {middle} {next(tail)} {end}"


def _tail(chance: random.Random) -> Iterator[str]:
    """Words beyond the common ones, by a Pareto law, and now and then a number."""
    ready = [word(rank) for rank in range(_COMMON, _COMMON + _READY)]
    power = -_GROWTH / (1 - _GROWTH)
    draw = chance.random
    while True:
        for _ in range(_BLOCK):
            drawn = draw()
            if drawn < _NUMBERS:
                yield f"{int(drawn * 250_000)} {_UNITS[int(drawn * 1e6) % len(_UNITS)]}"
                continue
            rank = int(_COMMON * draw() ** power) - _COMMON
            yield ready[rank] if rank < _READY else word(_COMMON + min(rank, _LAST_RANK))

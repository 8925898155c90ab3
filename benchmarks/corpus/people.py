"""Who asks and who answers: invented members and ministers, of invented parties and real portfolios.

Portfolios are renamed, joined and divided over the years as they were: a library must know them as one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from benchmarks.corpus.words import name

PARTIES = (
    *("Lijst Ochtendmist", "De Derde Oever", "DDO", "Volle Maan", "Windstil", "LVG", "PvdW", "Blauwe Boei"),
    *("NBP", "Partij voor de Meeuwen", "VVM", "D-Zuid", "Getij", "BBM", "Groep Wolkers-Ree", "ZVP"),
)
_PREFIXES = ("", "", "", "", "", "Van ", "De ", "Van der ", "Van den ", "Ten ", "El ", "Van 't ")
_SEATS, _RENEWED = 150, 14
"""Members who ask, and how many of them are new each session."""
_FIRST_MINISTER = 50_000
"""Numbers of names from here on are of ministers."""


@dataclass(frozen=True, slots=True)
class Member:
    """One who asks."""

    name: str
    party: str


@dataclass(frozen=True, slots=True)
class Office:
    """One who answers, in the years of one cabinet."""

    role: str
    """Minister or Staatssecretaris."""
    name: str
    portfolio: str
    bond: str = "van"
    """Or "voor": a minister without a ministry."""

    @property
    def addressed(self) -> str:
        """As behind "aan de"."""
        return f"{self.role} {self.bond} {self.portfolio}"


_PORTFOLIOS: tuple[tuple[int, int, int, str], ...] = (
    (1994, 2010, 18, "Justitie"),
    (2010, 2017, 18, "Veiligheid en Justitie"),
    (2017, 2099, 18, "Justitie en Veiligheid"),
    (1994, 2099, 18, "Volksgezondheid, Welzijn en Sport"),
    (1994, 1998, 10, "Binnenlandse Zaken"),
    (1998, 2099, 10, "Binnenlandse Zaken en Koninkrijksrelaties"),
    (1994, 2099, 12, "Buitenlandse Zaken"),
    (1994, 2010, 9, "Economische Zaken"),
    (2010, 2012, 12, "Economische Zaken, Landbouw en Innovatie"),
    (2012, 2017, 12, "Economische Zaken"),
    (2017, 2024, 9, "Economische Zaken en Klimaat"),
    (2024, 2099, 6, "Economische Zaken"),
    (2024, 2099, 5, "Klimaat en Groene Groei"),
    (1994, 2003, 7, "Landbouw, Natuurbeheer en Visserij"),
    (2003, 2010, 7, "Landbouw, Natuur en Voedselkwaliteit"),
    (2017, 2024, 7, "Landbouw, Natuur en Voedselkwaliteit"),
    (2024, 2099, 7, "Landbouw, Visserij, Voedselzekerheid en Natuur"),
    (1994, 2010, 10, "Verkeer en Waterstaat"),
    (2010, 2017, 10, "Infrastructuur en Milieu"),
    (2017, 2099, 10, "Infrastructuur en Waterstaat"),
    (1994, 2010, 6, "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer"),
    (2024, 2099, 4, "Volkshuisvesting en Ruimtelijke Ordening"),
    (1994, 2003, 9, "Onderwijs, Cultuur en Wetenschappen"),
    (2003, 2099, 9, "Onderwijs, Cultuur en Wetenschap"),
    (1994, 2099, 8, "Sociale Zaken en Werkgelegenheid"),
    (1994, 2099, 8, "Financiën"),
    (1994, 2099, 5, "Defensie"),
    (2024, 2099, 7, "Asiel en Migratie"),
)
"""From the session that begins in a year, to the one before a year, the share, the name."""
_WITHOUT_MINISTRY: tuple[tuple[int, int, int, str], ...] = (
    (1994, 2010, 3, "Ontwikkelingssamenwerking"),
    (2003, 2007, 5, "Vreemdelingenzaken en Integratie"),
    (2007, 2010, 2, "Jeugd en Gezin"),
    (2012, 2017, 3, "Wonen en Rijksdienst"),
    (2012, 2024, 4, "Buitenlandse Handel en Ontwikkelingssamenwerking"),
    (2017, 2021, 5, "Medische Zorg"),
    (2017, 2024, 6, "Rechtsbescherming"),
    (2021, 2024, 3, "Klimaat en Energie"),
    (2021, 2024, 3, "Langdurige Zorg en Sport"),
)
_CABINETS = (1994, 1998, 2002, 2003, 2007, 2010, 2012, 2017, 2021, 2024)


class Chamber:
    """The members and the government of one session."""

    def __init__(self, session: int) -> None:
        """Of the session that begins in that year."""
        oldest = (session - 1994) * _RENEWED
        self.members = [_member(oldest + seat) for seat in range(_SEATS)]
        self._activity = list(accumulate(1 / (_seat_order(oldest + seat) + 4) for seat in range(_SEATS)))
        self._offices, shares = _government(session)
        self._shares = list(accumulate(shares))

    def askers(self, chance: random.Random, count: int) -> list[Member]:
        """That many members, each once; a few members ask most."""
        found = chance.choices(self.members, cum_weights=self._activity, k=count)
        return list(dict.fromkeys(found)) if count > 1 else found

    def ministers(self, chance: random.Random, count: int) -> list[Office]:
        """That many who answer, at most: each of another portfolio."""
        found = chance.choices(self._offices, cum_weights=self._shares, k=count)
        return list({office.portfolio: office for office in found}.values())


def _seat_order(number: int) -> int:
    return number * 67 % _SEATS


@lru_cache(maxsize=2000)
def _member(number: int) -> Member:
    prefix = _PREFIXES[number * 5 % len(_PREFIXES)]
    family = name(number) if number % 17 else f"{name(number)}-{name(number + 9000)}"
    return Member(prefix + family, PARTIES[number * 7 % len(PARTIES)])


def _government(session: int) -> tuple[list[Office], list[int]]:
    """The offices of a session and how many questions each gets."""
    cabinet = max(year for year in _CABINETS if year <= session)
    offices: list[Office] = []
    shares: list[int] = []
    for bond, portfolios in (("van", _PORTFOLIOS), ("voor", _WITHOUT_MINISTRY)):
        for index, (first, last, share, portfolio) in enumerate(portfolios):
            if not first <= session < last:
                continue
            number = _FIRST_MINISTER + cabinet * 100 + index * 2 + (bond == "voor")
            offices.append(Office("Minister", _minister(number), portfolio, bond))
            shares.append(share)
            if bond == "van" and index % 2:
                offices.append(Office("Staatssecretaris", _minister(number + 60_000), portfolio))
                shares.append(max(share // 3, 1))
    return offices, shares


def _minister(number: int) -> str:
    return _PREFIXES[number % len(_PREFIXES)] + name(number)


def askers_named(members: Sequence[Member], bold: str) -> str:
    """As the header names them, each name between `bold`."""
    first = members[0]
    if len(members) == 1:
        return f"het lid {bold}{first.name}{bold} ({first.party})"
    if len({member.party for member in members}) == 1:
        names = " en ".join(f"{bold}{member.name}{bold}" for member in members[-2:])
        more = "".join(f"{bold}{member.name}{bold}, " for member in members[:-2])
        shared = "beiden" if len(members) == 2 else "allen"
        return f"de leden {more}{names} ({shared} {first.party})"
    named = [f"{bold}{member.name}{bold} ({member.party})" for member in members]
    return f"de leden {', '.join(named[:-1])} en {named[-1]}"


def addressees(offices: Sequence[Office], with_premier: bool) -> str:
    """As the header names them behind "aan"."""
    named = [office.addressed for office in offices]
    if with_premier:
        return "de Minister-President en de " + " en de ".join(named)
    if len(offices) == 2 and all(office.role == "Minister" for office in offices):
        first, second = offices
        return f"de Ministers {first.bond} {first.portfolio} en {second.bond} {second.portfolio}"
    return "de " + " en de ".join(named)

"""Which ministry a portfolio belongs to, and which one a reader means by an abbreviation or a name.

From the first Kok cabinet (1994) on. A renamed ministry keeps one code; a minister without a ministry of
their own has the code of the one that housed them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Ministry:
    """One ministry under all its names."""

    code: str
    """Its usual abbreviation; stays the same when it is renamed."""
    names: tuple[str, ...]
    """Its names, the present one first."""
    portfolios: tuple[str, ...] = ()
    """What ministers without a ministry and state secretaries housed there were for, as printed."""
    words: str = ""
    """Single words for its field, with spaces between; for what readers type and what was printed cut off."""
    abbreviations: str = ""
    """Others than the code, with "en" for an &, with spaces between."""


_MINISTRIES: Final = (
    Ministry("AZ", ("Algemene Zaken",), ("Minister-President",), words="Premier", abbreviations="MP"),
    Ministry(
        "BZ",
        ("Buitenlandse Zaken",),
        (
            "Buitenlandse Handel en Ontwikkelingshulp",
            "Buitenlandse Handel en Ontwikkelingssamenwerking",
            "Buitenlandse Handel",
            "Ontwikkelingssamenwerking",
            "Europese Zaken",
            "Europese Samenwerking",
        ),
        words="Ontwikkelingshulp",
        abbreviations="BuZa BHO BHOS BuHaOS BHenO OS",
    ),
    Ministry(
        "BZK",
        ("Binnenlandse Zaken en Koninkrijksrelaties", "Binnenlandse Zaken"),
        (
            "Koninkrijksrelaties",
            "Nederlands-Antilliaanse en Arubaanse Zaken",
            "Grote Steden- en Integratiebeleid",
            "Bestuurlijke Vernieuwing en Koninkrijksrelaties",
            "Bestuurlijke Vernieuwing",
            "Immigratie en Asiel",
            "Immigratie, Integratie en Asiel",
            "Wonen en Rijksdienst",
            "Digitalisering en Koninkrijksrelaties",
            "Herstel Groningen",
        ),
        words="Digitalisering",
        abbreviations="BiZa BZenK KabNA",
    ),
    Ministry(
        "JenV",
        ("Justitie en Veiligheid", "Veiligheid en Justitie", "Justitie"),
        ("Rechtsbescherming", "Vreemdelingenzaken en Integratie"),
        words="Veiligheid Vreemdelingenzaken",
        abbreviations="JV VenJ VJ Jus",
    ),
    Ministry("AenM", ("Asiel en Migratie",), words="Asiel Migratie", abbreviations="AM"),
    Ministry(
        "Fin",
        ("Financiën",),
        ("Fiscaliteit en Belastingdienst", "Fiscaliteit, Belastingdienst en Douane", "Toeslagen en Douane"),
        words="Belastingdienst Toeslagen Douane",
    ),
    Ministry("Def", ("Defensie",)),
    Ministry(
        "OCW",
        (
            "Onderwijs, Cultuur en Wetenschap",
            "Onderwijs, Cultuur en Wetenschappen",
            "Onderwijs en Wetenschappen",
        ),
        (
            "Basis- en Voortgezet Onderwijs en Media",
            "Primair en Voortgezet Onderwijs",
            "Funderend Onderwijs en Emancipatie",
            "Cultuur en Media",
        ),
        words="Onderwijs Cultuur Wetenschap Emancipatie",
        abbreviations="OCenW OenW",
    ),
    Ministry(
        "SZW",
        ("Sociale Zaken en Werkgelegenheid", "Sociale Zaken"),
        ("Armoedebeleid, Participatie en Pensioenen", "Participatie en Integratie"),
        words="Werkgelegenheid",
        abbreviations="SoZa SoZaWe",
    ),
    Ministry(
        "VWS",
        ("Volksgezondheid, Welzijn en Sport", "Welzijn, Volksgezondheid en Cultuur"),
        (
            "Langdurige Zorg en Sport",
            "Langdurige en Maatschappelijke Zorg",
            "Medische Zorg en Sport",
            "Medische Zorg",
            "Jeugd, Preventie en Sport",
            "Jeugd en Gezin",
        ),
        words="Volksgezondheid Welzijn Sport Zorg",
        abbreviations="WVC JenG",
    ),
    Ministry(
        "IenW",
        ("Infrastructuur en Waterstaat", "Infrastructuur en Milieu", "Verkeer en Waterstaat"),
        ("Openbaar Vervoer en Milieu", "Milieu en Wonen"),
        words="Infrastructuur Waterstaat Verkeer Milieu",
        abbreviations="IW IenM IM VenW VW",
    ),
    Ministry(
        "VROM",
        ("Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",),
        ("Wonen, Wijken en Integratie",),
        words="Milieubeheer",
        abbreviations="WWI",
    ),
    Ministry("VRO", ("Volkshuisvesting en Ruimtelijke Ordening",), words="Volkshuisvesting Wonen"),
    Ministry(
        "EZ",
        ("Economische Zaken", "Economische Zaken en Klimaat", "Economische Zaken, Landbouw en Innovatie"),
        ("Klimaat en Energie",),
        words="Economie Mijnbouw Energie Innovatie",
        abbreviations="EZK ELI ELenI",
    ),
    Ministry("KGG", ("Klimaat en Groene Groei",), words="Klimaat", abbreviations="KenGG"),
    Ministry(
        "LVVN",
        (
            "Landbouw, Visserij, Voedselzekerheid en Natuur",
            "Landbouw, Natuur en Voedselkwaliteit",
            "Landbouw, Natuurbeheer en Visserij",
        ),
        ("Natuur en Stikstof",),
        words="Landbouw Natuur Visserij Voedselkwaliteit Stikstof",
        abbreviations="LNV",
    ),
)
_OF_CODE: Final = {ministry.code: ministry for ministry in _MINISTRIES}
_LETTERS: Final = re.compile(r"[^\W_]+")
_OFFICE_BEFORE: Final = re.compile(
    r"(?:(?:de|het) )?(?:ministerie|minister|staatssecretaris)(?: voor| van)?(?: de| het)?(?: |\Z)"
)
_LONG_NAME: Final = 14
"""Letters of a name that stands in no other word by chance, so that lost spaces may be overlooked."""
_SHORTEST_PART: Final = 3
"""Letters of a part of a name by which a ministry is known; shorter ones only as abbreviations."""


@lru_cache(maxsize=4096)
def ministry_of(portfolio: str | None, office: str | None) -> str | None:
    """The code of the ministry of an office and a portfolio as printed; None where it is not known.

    Takes printing faults as they are ("Klimaaten Groene Groei"), and what a state secretary does behind a
    dash ("Financiën – Fiscaliteit en Belastingdienst"). Housing is VRO also in the years it had no ministry.
    """
    printed = portfolio or ""
    if not _squashed(printed):
        return "AZ" if "president" in _squashed(office or "") else None
    return abbreviated(printed) or _code_in(_before_dash(printed)) or _code_in(printed)


def ministry_codes(typed: str) -> tuple[str, ...]:
    """The codes of the ministries that a reader may mean; empty where there is none.

    Takes abbreviations of any time (VWS, minvws, EZK, V&W), names, portfolios, and the beginning of a word
    of these; what several have ("integratie") gives all of them.
    """
    wanted = _OFFICE_BEFORE.sub("", _spelled(typed), count=1)
    squashed = _squashed(wanted)
    code = _names().get(_squashed(typed)) or abbreviated(wanted) or _names().get(squashed)
    if code:
        return (code,)
    if len(squashed) < _SHORTEST_PART:
        return ()
    begun = (
        ministry.code
        for ministry in _MINISTRIES
        if any(f" {wanted}" in f" {_spelled(name)}" for name in _all_names(ministry))
    )
    whole = _code_in(wanted)
    return tuple(dict.fromkeys(begun)) or ((whole,) if whole else ())


def ministry_name(code: str) -> str:
    """The present Dutch name of a ministry; what is no code comes back as it is."""
    ministry = _OF_CODE.get(code)
    return ministry.names[0] if ministry else code


def ministry_names(code: str) -> tuple[str, ...]:
    """All names and portfolios under which a ministry was printed; empty for what is no code."""
    ministry = _OF_CODE.get(code)
    return (*ministry.names, *ministry.portfolios) if ministry else ()


def ministry_code_of_names(names: Sequence[str]) -> str | None:
    """The ministry of which these are `ministry_names`; None where they are anything else."""
    return next((code for code in _OF_CODE if ministry_names(code) == tuple(names)), None)


def abbreviated(typed: str) -> str | None:
    """The code of the ministry of which this is an abbreviation, with "min" before it or not."""
    wanted = _squashed(typed)
    return _abbreviations().get(wanted) or _abbreviations().get(wanted.removeprefix("min"))


def _code_in(printed: str) -> str | None:
    """The ministry with the longest name in a text; a short name only as a word of it."""
    squashed, words, known = _squashed(printed), _spelled(printed).split(), _names()
    if squashed in known:
        return known[squashed]
    inside = (name for name in known if name in words or (len(name) >= _LONG_NAME and name in squashed))
    longest = max(inside, key=len, default=None)
    return known[longest] if longest else None


@cache
def _names() -> dict[str, str]:
    """Squashed name or portfolio -> code."""
    return {_squashed(name): ministry.code for ministry in _MINISTRIES for name in _all_names(ministry)}


@cache
def _abbreviations() -> dict[str, str]:
    """Squashed abbreviation -> code."""
    return {
        _squashed(name): ministry.code
        for ministry in _MINISTRIES
        for name in (ministry.code, *ministry.abbreviations.split())
    }


def _all_names(ministry: Ministry) -> tuple[str, ...]:
    return (*ministry.names, *ministry.portfolios, *ministry.words.split())


def _before_dash(printed: str) -> str:
    for dash in ("–", "—", " - "):
        printed = printed.partition(dash)[0]
    return printed


@lru_cache(maxsize=1024)
def _spelled(text: str) -> str:
    """Small letters without accents, one space between words, "en" for an &."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " en ")).casefold()
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_LETTERS.findall(kept))


def _squashed(text: str) -> str:
    """As `_spelled`, without spaces: a lost or doubled one then makes no difference."""
    return _spelled(text).replace(" ", "")

"""Who asks and who answers: the lists of members and ministers in a header's sentences.

"de leden Kröger, Thijssen (beiden GroenLinks-PvdA) en Teunissen (PvdD)", "de Ministers van
Financiën en voor Klimaat", "Minister De Jonge (Binnenlandse Zaken)".
"""

from __future__ import annotations

import re

from kvtui.model import Addressee, Asker, Respondent

_MEMBERS = re.compile(
    r"\s*(?:het|de)\s+(?:(?:oud-)?(?:kamer)?(?:lid|leden)\s+)+|\s*(?:lid|leden)\s+", re.IGNORECASE
)
_SHARED = re.compile(r"(?:beiden|beide|allen|alle)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"[()]")
_NAMES = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
_OFFICE = re.compile(
    r"(?P<office>Minister(?:s)?\s?-\s?President|Staatssecretaris(?:sen)?|Ministers?|Viceminister-president)(?-i:(?=[\s,A-Z]|\Z))",
    re.IGNORECASE,
)
_RESPONDENT = re.compile(
    r"(?P<office>Minister\s?-\s?President|Staatssecretaris(?:sen)?|Ministers?)(?=[\s,(])\s*(?P<name>[^()]*?)\s*"
    r"(?:\((?P<portfolio>[^()]*(?:\([^()]*\)[^()]*)?)\)|\((?P<open>[^()]*)(?=\(|\Z)|\Z|(?=\())",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:van|voor)(?:\s+(?:de\s+)?|(?=[A-ZÀ-Þ]))")
_NEXT_PORTFOLIO = re.compile(
    r",\s*(?:en\s+)?(?=(?:van|voor)(?:\s|[A-ZÀ-Þ]))|\s+en\s*(?=(?:van|voor)(?:\s|[A-ZÀ-Þ]))"
)
_ABSENT = re.compile(r",?\s*(?:bij afwezigheid van|in plaats van)\b.*\Z", re.IGNORECASE | re.DOTALL)
# "de Minister-President, Minister van Algemene Zaken" is one person.
_APPOSITION = re.compile(r"(?<=President),\s*(?:tevens\s+)?Minister\s+van\s+Algemene\s+Zaken", re.IGNORECASE)
# "mede namens Minister Bakker (Financiën)": the portfolio as a respondent's.
_NAMED = re.compile(r"\A[A-ZÀ-Þ][^(),]*\s\((?P<portfolio>[^()]+)\)?\Z")
_TITLES = re.compile(r"\A(?:de\s+)?(?:heer|mevrouw|mw\.|dhr\.|drs\.|mr\.|dr\.|ir\.|prof\.)\s+", re.IGNORECASE)
# Ministries whose own names hold "en": a list of ministries without "van" is cut only outside them.
MINISTRIES_WITH_AND = (
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Justitie en Veiligheid",
    "Veiligheid en Justitie",
    "Asiel en Migratie",
    "Onderwijs, Cultuur en Wetenschap",
    "Onderwijs, Cultuur en Wetenschappen",
    "Volksgezondheid, Welzijn en Sport",
    "Sociale Zaken en Werkgelegenheid",
    "Infrastructuur en Waterstaat",
    "Infrastructuur en Milieu",
    "Verkeer en Waterstaat",
    "Economische Zaken en Klimaat",
    "Klimaat en Groene Groei",
    "Klimaat en Energie",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Landbouw, Natuurbeheer en Visserij",
    "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Volkshuisvesting en Ruimtelijke Ordening",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    "Wonen en Rijksdienst",
    "Wonen, Wijken en Integratie",
    "Jeugd en Gezin",
    "Natuur en Stikstof",
    "Rechtsbescherming",
    "Armoedebeleid, Participatie en Pensioenen",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Buitenlandse Handel en Ontwikkelingshulp",
    "Langdurige Zorg en Sport",
    "Primair en Voortgezet Onderwijs",
    "Koninkrijksrelaties en Digitalisering",
    "Vreemdelingenzaken en Integratie",
    "Economische Zaken, Landbouw en Innovatie",
    "Immigratie, Integratie en Asiel",
)
_LONGEST_LIST = 2000
"""Characters: all ministries together have fewer."""


def askers_in(text: str) -> tuple[Asker, ...]:
    """The members named between "Vragen van" and "aan", with their parties."""
    askers: list[Asker] = []
    # names, (party), names, (party), names
    pieces = _BRACKETS.split(text)
    for position in range(0, len(pieces), 2):
        party = _SHARED.sub("", pieces[position + 1]).strip() if position + 1 < len(pieces) else ""
        askers.extend(Asker(name, party or None) for name in _names_in(_MEMBERS.sub(" ", pieces[position])))
    return tuple(askers)


def _names_in(text: str) -> list[str]:
    names = (_TITLES.sub("", name.strip(" ,.;:")) for name in _NAMES.split(text.strip(" ,.")))
    cleaned = (name.removeprefix("en ").strip() for name in names)
    return [_spaced(name) for name in cleaned if any(c.isalpha() for c in name) and name != "en"]


def _spaced(name: str) -> str:
    """A name of which two words lost the space between them: "DaniëlleJansen"."""
    return re.sub(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Þ][a-zà-ÿ])", " ", name) if " " not in name else name


def addressees_in(text: str) -> tuple[Addressee, ...]:
    """The ministers named behind "aan" (or "namens"), each with one portfolio."""
    text = _APPOSITION.sub("", _ABSENT.sub("", text))
    found = list(_OFFICE.finditer(text))
    rows: list[tuple[str, list[str]]] = []
    for position, office in enumerate(found):
        end = found[position + 1].start() if position + 1 < len(found) else len(text)
        rows.append((_office_name(office["office"]), _portfolios_in(text[office.end() : end])))
    addressees: list[Addressee] = []
    behind: list[str] = []
    for name, portfolios in reversed(rows):
        if name == "Minister-President":
            addressees.append(Addressee(name))
            continue
        # "de Minister en de Staatssecretaris van Volksgezondheid": the portfolio comes behind
        behind = portfolios or behind
        addressees.extend(Addressee(name, portfolio) for portfolio in reversed(behind))
        if not behind:
            addressees.append(Addressee(name))
    return tuple(dict.fromkeys(reversed(addressees)))


def _office_name(printed: str) -> str:
    lowered = printed.lower()
    if "president" in lowered:
        return "Minister-President"
    return "Staatssecretaris" if lowered.startswith("staats") else "Minister"


def _portfolios_in(text: str) -> list[str]:
    text = re.sub(r"(?:,|\s)\s*(?:en\s+)?(?:aan\s+)?(?:de|het)?\s*\Z", "", text).strip(" ,;")
    text = re.sub(r"\s+en(?:\s+de)?\Z|\A-\s*", "", text).strip(" ,;")
    if not text:
        return []
    named = _NAMED.match(text)
    if named:
        return [named["portfolio"].strip()]
    pieces = [_without_preposition(piece.strip()).strip(" ,;") for piece in _NEXT_PORTFOLIO.split(text)]
    return [name for piece in pieces for name in _unlisted(piece) if name]


def _without_preposition(text: str) -> str:
    found = _PREPOSITION.match(text)
    return text[found.end() :] if found else text


def _unlisted(piece: str) -> list[str]:
    """The ministries of "Financiën en Economische Zaken": a list without a "van" for each."""
    squeezed = re.sub(r"\s+", " ", piece)
    if len(squeezed) > _LONGEST_LIST:
        return [piece]
    for known in MINISTRIES_WITH_AND:
        if squeezed.startswith(known + " en "):
            return [known, *_unlisted(squeezed[len(known) + 4 :])]
        if squeezed.endswith(known) and squeezed != known:
            before = re.sub(r"\s+en\s*\Z", "", squeezed[: -len(known)])
            if before != squeezed[: -len(known)]:
                return [*_unlisted(before), known]
    return [piece]


def respondents_in(text: str) -> tuple[Respondent, ...]:
    """The ministers named behind "Antwoord van" or "Mededeling van"."""
    respondents: list[Respondent] = []
    for found in _RESPONDENT.finditer(text):
        office = _office_name(found["office"])
        name = _TITLES.sub("", found["name"].strip(" ,;:–-")).strip()
        portfolio = (found["portfolio"] or found["open"] or "").strip(" ,;")
        if not portfolio and re.match(r"(?:van|voor)\s", name):
            name, portfolio = "", _without_preposition(name)
        if name or portfolio:
            respondents.append(Respondent(office, _dashed(name) or None, portfolio or None))
    return tuple(respondents)


def _dashed(name: str) -> str:
    return re.sub(r"\s+", " ", name)

"""The people of a letter: members named in running sentences, ministers who sign or are named.

Told by the shape of names and portfolios, for in a letter nothing marks where a list of them ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kvtui.model import Addressee, Asker, Respondent
from kvtui.parsing.heads.people import MINISTRIES_WITH_AND, addressees_in, askers_in

_UP = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŘŚŞŠȘŤȚŪŮŰŻŹŽ]"
_NO_NAME = (
    r"(?!(?:OVER|AAN|INZAKE|EN|OP|MEDE|NAMENS|DE|HET|VOOR|Over|Aan|Inzake|Mede|Hierbij|Geachte|Hoogachtend|Datum"
    r"|(?i:ministers?|staatssecretaris(?:sen)?|minister-president|vragen|kamervragen|onderwerp|betreft|antwoord(?:en)?"
    r"|bijlagen?|vergaderjaar|voorzitter|beantwoording))(?!\w))"
)
_INITIALS = rf"{_UP}[a-z]{{0,2}}\.(?:[\s-]?{_UP}[a-z]{{0,2}}\.)*"
_WORD = rf"{_NO_NAME}(?:{_INITIALS}(?=\s?[\w'’])|{_UP}[\w'’´`¸¨-]*)"
_SMALL = (
    r"(?:(?:van|de|den|der|ter|ten|te|von|vom|zu|el|al|la|le|da|dos|del|di|bin|ben|het|"
    r"(?:in|op|van)\s['’]?(?:t|den|de|der|het)|['’]t)\s+)"
)
_NAME = rf"{_SMALL}{{0,3}}+{_WORD}(?:(?:\s*[–-]\s*|\s+){_SMALL}{{0,3}}+{_WORD}){{0,6}}+"
_TITLE = (
    r"(?:(?:de\sheer|mevrouw|mw\.|dhr\.|drs\.|mr\.|dr\.|ir\.|ing\.|prof\.|Drs\.|Mr\.|Dr\.|Ir\.|Prof\.)\s*)"
)
_PARTY = r"\(\s*(?!(?i:ingezonden|ontvangen|kenmerk|nr|uw)\b|\d{4}\s?Z)[^()]{1,60}\)"
_MEMBER = rf"{_TITLE}{{0,3}}+{_NAME}(?:\s*{_PARTY})?+"
_LIDS = r"(?i:(?:het\s|de\s)?(?:tweede\s)?(?:kamer)?-?(?:lid|leden)\s)"
_MEMBERS = rf"{_MEMBER}(?:(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:{_LIDS})?{_MEMBER})*+"
_QUESTIONS = r"(?i:\b(?:kamer|vervolg)?(?:vragen|vraag)\b)"
_ASKERS = (
    re.compile(rf"{_QUESTIONS}[^.;?]{{0,100}}?(?<!\w)(?:{_LIDS})+(?P<members>{_MEMBERS})"),
    re.compile(rf"(?<!\w){_LIDS}(?P<members>{_MEMBERS})[^.;?]{{0,80}}?{_QUESTIONS}"),
    re.compile(rf"{_QUESTIONS}\s(?:(?:van|door|VAN)\s)?(?P<members>{_MEMBERS}(?<=\)))"),
    re.compile(rf"{_QUESTIONS}\s(?i:van|door)\s(?P<members>{_TITLE}{_MEMBERS})"),
)
_PORTFOLIO_WORD = rf"{_NO_NAME}{_UP}[\w’'&-]*"
_WORDS = rf"{_PORTFOLIO_WORD}(?:\s+{_PORTFOLIO_WORD})*+"
_UNIT = rf"{_WORDS}(?:(?:\s?,\s*{_WORDS})+\s+(?i:en)\s+{_WORDS}|\s+(?i:en)\s+{_WORDS})*+"
_PORTFOLIO = rf"{_UNIT}(?:(?:\s*[–—]\s*|\s-\s){_UNIT})*+"
_OFFICE = r"(?i:minister\s?-\s?president|viceminister-president|ministers?|staatssecretaris(?:sen)?)(?!\w)"
_AND_GENERAL = r"(?i:\s*,?\s*(?:en\s|tevens\s)?minister\svan\salgemene\szaken)?"
_ONE = (
    r"(?i:(?:de|het)\s+)?(?i:(?:demissionaire?|waarnemend|plaatsvervangend)\s)?"
    rf"{_OFFICE}(?:{_AND_GENERAL})(?:\s+(?i:(?:van|voor)\s+(?:de\s+)?)?{_PORTFOLIO})?+"
)
_OFFICES = (
    rf"{_ONE}(?:(?:\s*,\s*(?i:en\s+)?|\s+(?i:en)\s+)(?i:aan\s+)?(?:{_ONE}|(?i:van|voor)\s+{_PORTFOLIO}))*+"
)
_TO = re.compile(rf"(?<!\w)(?i:aan)\s+(?P<who>{_OFFICES})")
_BEHALF = re.compile(rf",?\s*(?i:\b(?:mede|ook)\s+namens)\s+(?P<who>{_OFFICES})\s*,?")
_BY = re.compile(rf"(?i:antwoord(?:en)?|beantwoording|reactie)\s(?:(?i:van|door)\s)(?P<who>{_OFFICES})")
_CAPITALS = re.compile(r"\b(?:DE|VAN|VOOR|EN|AAN)\b")
_LONGEST_ABBREVIATION = 5
"""Characters: "LVVN" stays as it is, "DEFENSIE" does not."""
_OTHER_MINISTRIES = (
    "Algemene Zaken", "Buitenlandse Zaken", "Binnenlandse Zaken", "Economische Zaken", "Financiën",
    "Defensie", "Justitie", "Jeugd, Preventie en Sport", "Langdurige en Maatschappelijke Zorg",
    "Participatie en Integratie", "Medische Zorg", "Herstel en Toeslagen", "Toeslagen en Douane",
    "Fiscaliteit en Belastingdienst", "Openbaar Vervoer en Milieu", "Herstel Groningen", "Digitalisering",
    "Milieu en Wonen", "Ontwikkelingssamenwerking", "Buitenlandse Handel",
)  # fmt: skip
_KNOWN = "|".join(sorted((*MINISTRIES_WITH_AND, *_OTHER_MINISTRIES), key=len, reverse=True))
_KNOWN_THEN_NAME = re.compile(
    rf"(?P<office>.{{0,40}}?(?:van|voor|staatssecretaris|minister)\s(?:{_KNOWN})(?:\s?[–-]\s?(?:{_KNOWN}))?)"
    r"\s(?P<name>.{2,80})",
    re.IGNORECASE,
)
_NAME_THEN_OFFICE = re.compile(
    r"(?P<name>.{2,80}?),?\s(?P<office>(?:de\s)?(?:Minister|Staatssecretaris)\b.*)\Z"
)
_COLLEAGUE = re.compile(r"mijn\s(?:ambt(?:s)?geno(?:ot|te)|collega)(?=\s(?:van|voor)\s)", re.IGNORECASE)
_SIGNED = re.compile(
    rf"(?i:w\.?g\.?\s|namens\s)?(?P<office>{_ONE})\s*[,.]?(?:\s+(?i:\(?w\.?\s?g\.?\)?,?\s+)?(?P<name>.{{2,80}}))?\Z"
)
_OFFICE_INSIDE = re.compile(
    r"(?:(?<=[.,:;])\s(?=(?:[Dd]e|DE)\s)|\s(?=De\s|DE\s))"
    r"(?<!namens\s)(?<!NAMENS\s)(?=(?i:de\s(?:minister|staatssecretaris))(?!\w))"
)
_SIGNER_BEHIND = re.compile(r"\s*,\s*(?=(?i:de\s(?:minister|staatssecretaris))(?!\w))(?!.*\sen\sde\s)")
_NAME_ALONE = re.compile(
    rf"(?i:\(?w\.?\s?g\.?\)?[,:]?\s*)?(?:{_TITLE})*(?P<name>{_NAME})(?:,?\s(?:MSc|MA|MBA|LLM|PhD|RA)\.?)*,?\Z"
)
_FIRST_INITIALS = re.compile(rf"\s(?={_INITIALS})")
_PORTFOLIO_THEN_INITIALS = re.compile(rf"\s(?={_TITLE}*{_INITIALS}\s?[\w'’])")
_NO_PERSON = re.compile(
    r"(?:Den\s?Haag|['’‘]s-Gravenhage|Hoogachtend|Geachte|Tweede\sKamer|Eerste\sKamer"
    r"|Directi|Directoraat|Ministerie|Postbus|Aan|Vra(?:ag|gen)|Antwoord|Bijlage|Kamervragen|Toelichting|Voorzitter|Der\sStaten|Nederland|Met\s)",
    re.IGNORECASE,
)


_PRIME_MINISTER = Addressee("Minister-President")
_GENERAL_AFFAIRS = Addressee("Minister", "Algemene Zaken")
"""The same person, where both offices are printed."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs a letter, and on whose behalf too."""

    respondents: tuple[Respondent, ...]
    on_behalf_of: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class _Office:
    who: Addressee


def members_in(text: str) -> tuple[Asker, ...]:
    """The members whose questions a sentence or title speaks of; empty where it names none."""
    for pattern in _ASKERS:
        found = pattern.search(text)
        if found:
            return tuple(dict.fromkeys(askers_in(found["members"])))
    return ()


def ministers_asked(text: str) -> tuple[Addressee, ...]:
    """The ministers named behind "aan"."""
    found = _TO.search(text)
    return _ministers(found["who"]) if found else ()


def ministers_behind(text: str) -> tuple[Addressee, ...]:
    """The ministers named behind "mede namens"."""
    found = _BEHALF.search(_COLLEAGUE.sub("de minister", text))
    return _ministers(found["who"]) if found else ()


def ministers_answering(title: str) -> tuple[Respondent, ...]:
    """The ministers whose answers a title says they are; their names stand there not."""
    found = _BY.search(_BEHALF.sub(" ", title))
    return tuple(Respondent(m.office, None, m.portfolio) for m in _ministers(found["who"])) if found else ()


def signatures_in(pieces: list[str]) -> Signatures:
    """The signatures among the pieces: office lines with the names below, above or behind them."""
    respondents: list[Respondent] = []
    behalf: list[Addressee] = []
    run: list[_Office | str] = []
    for piece in (part for whole in pieces for part in _signature_cut_off(whole)):
        rest, named = _without_behalf(_COLLEAGUE.sub("de minister", piece))
        behalf.extend(named)
        signed = _signed(rest)
        if signed:
            office, name = signed
            if office == _GENERAL_AFFAIRS and run and run[-1] == _Office(_PRIME_MINISTER):
                run.extend([name] if name else [])
            elif name and not run:
                respondents.append(Respondent(office.office, name, office.portfolio))
            else:
                run.append(_Office(office))
                if name:
                    run.append(name)
        elif name := _name_alone(rest):
            run.append(name)
        elif rest and not _keeps_run(rest):
            respondents.extend(_paired(run))
            run = []
    respondents.extend(_paired(run))
    return Signatures(tuple(dict.fromkeys(respondents)), tuple(dict.fromkeys(behalf)))


def _signature_cut_off(piece: str) -> list[str]:
    """A piece with the signatures at its end as pieces of their own."""
    above = _NAME_THEN_OFFICE.match(piece)
    if above and _name_alone(above["name"]) and _signed(above["office"]):
        return [above["name"], above["office"]]
    signatures: list[str] = []
    for place in reversed(list(_OFFICE_INSIDE.finditer(piece))):
        if not _signed(piece[place.end() :]):
            break
        signatures.insert(0, piece[place.end() :])
        piece = piece[: place.start()]
    return [piece, *signatures]


def _keeps_run(piece: str) -> bool:
    return re.fullmatch(r"\(?w\.?\s?g\.?\)?[.,]?|[.,_\s…-]+", piece, re.IGNORECASE) is not None


def _ministers(text: str) -> tuple[Addressee, ...]:
    text = _CAPITALS.sub(lambda word: word[0].lower(), " ".join(text.split()))
    return tuple(
        Addressee(who.office, _lettered(who.portfolio) if who.portfolio else None)
        for who in addressees_in(text)
    )


def _lettered(portfolio: str) -> str:
    """A portfolio printed in capitals, in the letters one writes it in."""
    words = portfolio.split()
    in_capitals = all(word in ("en", "-", "–") or word.isupper() for word in words)
    if in_capitals and len(max(words, key=len)) > _LONGEST_ABBREVIATION:
        return " ".join(word if word == "en" else word.capitalize() for word in words)
    return portfolio


def _without_behalf(piece: str) -> tuple[str, tuple[Addressee, ...]]:
    """A piece of a signature without its "mede namens …", and the ministers named there."""
    found = _BEHALF.search(piece)
    if not found or (found.start() > 0 and not re.match(rf"{_ONE}\s*,?\s*\Z", piece[: found.start()])):
        return piece, ()
    who, behind = found["who"], piece[found.end() :]
    if found.start() == 0:
        # "Mede namens de staatssecretaris van X, de minister van Y": the last one signs
        signer = list(_SIGNER_BEHIND.finditer(who))
        if signer:
            who, behind = who[: signer[-1].start()], who[signer[-1].end() :] + " " + behind
    return f"{piece[: found.start()]} {behind}".strip(), _ministers(who)


def _signed(piece: str) -> tuple[Addressee, str | None] | None:
    """The office of a line that is nothing but an office, and the name if that stands in it too."""
    if len(piece) > 240:
        return None
    parts = _PORTFOLIO_THEN_INITIALS.split(piece, maxsplit=1)
    known = _KNOWN_THEN_NAME.fullmatch(piece) if len(parts) == 1 else None
    if known and _name_alone(known["name"]):
        parts = [known["office"], known["name"]]
    found = _SIGNED.match(parts[0]) if len(parts) == 2 else _SIGNED.match(piece)
    if not found:
        return None
    behind = parts[1] if len(parts) == 2 and not found["name"] else found["name"]
    office = found["office"]
    name = _name_alone(behind) if behind else None
    if behind and not name:
        return None
    ministers = _ministers(office)
    return (ministers[0], name) if ministers else None


def _name_alone(piece: str) -> str | None:
    """The name of a piece that is nothing but the name of a person, or of several beside each other."""
    if len(piece) > 120 or _NO_PERSON.match(piece):
        return None
    found = _NAME_ALONE.match(piece)
    return " ".join(found["name"].split()) if found else None


def _paired(run: list[_Office | str]) -> list[Respondent]:
    """Office lines with their names: one below the other, beside each other, names first or last."""
    offices = [token.who for token in run if isinstance(token, _Office)]
    names = [token for token in run if isinstance(token, str)]
    if not offices:
        return []
    if names and isinstance(run[0], str) and isinstance(run[-1], str):
        # a name above and a name below: the one above belongs to something else
        names = names[len(names) - len(offices) :] if len(names) > len(offices) else names
    if len(names) == 1 and len(offices) > 1:
        names = _beside(names[0], len(offices))
    padded: list[str | None] = [*names, *[None] * len(offices)]
    return [Respondent(who.office, padded[i], who.portfolio) for i, who in enumerate(offices)]


def _beside(line: str, count: int) -> list[str]:
    """The names of a line that holds several: cut before initials, or by equal numbers of capital words."""
    by_initials = _FIRST_INITIALS.split(line)
    if len(by_initials) == count:
        return by_initials
    words = line.split()
    capitals = [i for i, word in enumerate(words) if word[:1].isupper()]
    if len(capitals) != 2 * count:
        return [line]
    starts = capitals[::2]
    return [" ".join(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]

"""What a publisher's metadata states, as facts for a document whose text lacks them.

Takes the names and contents that `sources.metadata` gives, in any of the spellings that occur
("OVERHEIDop.vraagNummer", "dcterms:title"); what is not as it should be is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kvtui.model import Asker, DocumentKind, Respondent
from kvtui.parsing.heads.dates import first_date
from kvtui.parsing.heads.identity import session_in_full
from kvtui.parsing.heads.stated import MetadataFacts

_IDENTIFIER = re.compile(
    r"(?:ah-(?:tk|ek)-\d{8}-[A-Z]{0,2}\d{1,6}[a-z]?|kv-tk-\d{4}Z\d{5}[a-z]?|kv-tk-\d{8}-[A-Z]{0,3}\d{1,6}|(?:ah|kv)-\d{4,10}H?)"
    r"(?:-[hn]\d{1,2})?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(\d{4})\s?[–—/-]\s?(\d{4}|\d{2})")
_CASE = re.compile(r"(\d{4})\s?[Zz]\s?(\d{5})")
# The Chamber's own form, two digits for each year and five for the number: "242501244".
_LONG_NUMBER = re.compile(r"\d{4}(\d{5})")
_NUMBER = re.compile(r"\d{1,5}[a-z]?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.+Z-]*)?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ABOUT = re.compile(r"\s(?:over|inzake|betreffende|omtrent)\s+(?P<subject>\S.*)", re.IGNORECASE)
_OF_QUESTIONS = re.compile(
    r"(?:(?:nader\s|aanvullend\s)?antwoord(?:en)?\s|beantwoording\s|(?:bericht\s(?:van\s)?|verzoek\s)?uitstel\s|mededeling\s)?"
    r"[^«»\"]{0,60}?\b(?:kamer)?vra(?:gen|ag)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*[;|]\s*")
_PARTY = re.compile(r"\s*\(([^()]{1,60})\)\s*\Z")
_INITIALS = r"(?:(?:[A-Z][a-z]{0,2}|IJ|Chr|Th)\.\s?-?)+"
_INITIALS_FIRST = re.compile(rf"{_INITIALS}\s*(?=\S)")
_INITIALS_LAST = re.compile(
    rf",?\s+{_INITIALS}(?P<particle>(?:\s*(?:van|de|der|den|het|ten|ter|te|el|la|von|in|'t|’t))*)\Z"
)
_TITLES = re.compile(r"(?:(?:drs|mr|dr|ir|prof|ing|bc)\.?|dhr\.?|mw\.?|mevrouw|de heer)\s+", re.IGNORECASE)
_OFFICES = re.compile(r"minister|staatssecretaris|kabinet|regering|kamer\b", re.IGNORECASE)
_KINDS = (
    ("mondelinge vragen", DocumentKind.ORAL),
    ("mededeling", DocumentKind.NOTICE),
    ("uitstel", DocumentKind.NOTICE),
    ("antwoord", DocumentKind.ANSWER),
    ("kamervragen zonder antwoord", DocumentKind.QUESTIONS),
    ("schriftelijke vragen", DocumentKind.QUESTIONS),
)


def metadata_facts(pairs: Iterable[tuple[str, str]]) -> MetadataFacts:
    """The facts in metadata pairs; of names that come more than once the first that can be read."""
    contents: dict[str, list[str]] = {}
    for name, content in pairs:
        contents.setdefault(re.split(r"[.:]", name)[-1].lower(), []).append(content.strip())

    def of(*names: str) -> list[str]:
        return [content for name in names for content in contents.get(name, ())]

    identifier = _identifier(of("identifier"))
    kind = _kind([*of("type", "archieftype", "soort"), *of("publicationname", "publicatienaam")], of("title"))
    title = next(iter(of("title")), None) or None
    years = next(filter(None, map(_years, of("vergaderjaar"))), None)
    number = next(filter(None, map(_number, of("aanhangselnummer"))), None)
    ministers = _people(of("ontvanger", "geadresseerde", "gerichtaan"))
    answered = kind in (DocumentKind.ANSWER, DocumentKind.NOTICE)
    return MetadataFacts(
        identifier=identifier,
        kind=kind,
        number=number or _number_in(identifier),
        session_year=years or _years_in(identifier),
        case_number=_case([*of("vraagnummer"), identifier or ""]),
        title=title,
        subject=subject_in(title) if title else None,
        submitted=next(filter(None, map(_date, of("datumindiening"))), None),
        received=next(filter(None, map(_date, of("datumontvangst"))), None),
        askers=_people(of("indiener", "vraagsteller")),
        respondents=tuple(Respondent(None, who.name) for who in ministers) if answered else (),
    )


def subject_in(title: str) -> str | None:
    """The subject in a title: "Antwoord op vragen van het lid Sterk over de koppeling" – "de koppeling".

    None where the title is not that of a set of questions, or is cut off.
    """
    title = " ".join(title.split())
    head = _OF_QUESTIONS.match(title)
    found = _ABOUT.search(title, head.end()) if head else None
    if not found or title.endswith(("...", "…")):
        return None
    subject = found["subject"].strip()
    return subject.removesuffix(".").strip() or None


def surname(name: str) -> str:
    """A member's name as a header prints it: "A.G. Wolbert", "Wolbert A.G." and "Wolbert" are "Wolbert"."""
    name = _TITLES.sub("", " ".join(name.split())).strip(" ,")
    last = _INITIALS_LAST.search(name)
    if last and last.start():
        name = f"{last['particle'].strip()} {name[: last.start()]}".strip()
    else:
        first = _INITIALS_FIRST.match(name)
        name = name[first.end() :] if first else name
    return name[:1].upper() + name[1:]


def _identifier(contents: list[str]) -> str | None:
    found = next((content for content in contents if _IDENTIFIER.fullmatch(content)), None)
    if not found:
        return None
    # "ah-tk-…" and "-h1" are written small, case letters are not
    head, _, tail = found.partition("-")
    return f"{head.lower()}-{re.sub(r'^[TE]K(?=-)', lambda m: m[0].lower(), tail)}".replace("z", "Z")


def _kind(told: list[str], titles: list[str]) -> DocumentKind | None:
    """By what the publisher calls it; "Kamervragen (Aanhangsel)" says nothing, and then the title tells."""
    for words in (told, titles):
        for content in words:
            for lead, kind in _KINDS:
                if content.lower().startswith(lead):
                    return kind
    return None


def _years(content: str) -> str | None:
    found = _YEARS.fullmatch(content)
    return session_in_full(found[1], found[2]) if found else None


def _years_in(identifier: str | None) -> str | None:
    found = re.match(r"ah-[te]k-(\d{4})(\d{4})-", identifier or "")
    return f"{found[1]}-{found[2]}" if found else None


def _number(content: str) -> str | None:
    long = _LONG_NUMBER.fullmatch(content)
    if long:
        return str(int(long[1]))
    return content.lstrip("0") or None if _NUMBER.fullmatch(content) else None


def _number_in(identifier: str | None) -> str | None:
    found = re.match(r"ah-[te]k-\d{8}-([A-Z]{0,2}\d+[a-z]?)", identifier or "")
    return found[1] if found else None


def _case(contents: list[str]) -> str | None:
    """A case has a Z; of old publications the number of a document (D) is stated in its place."""
    found = next((f for content in contents if (f := _CASE.search(content))), None)
    return f"{found[1]}Z{found[2]}" if found else None


def _date(content: str) -> date | None:
    """A date as metadata write it; a day that does not exist is none."""
    for pattern, order in ((_ISO, (1, 2, 3)), (_DUTCH, (3, 2, 1))):
        found = pattern.fullmatch(content)
        if found:
            try:
                return date(*(int(found[place]) for place in order))
            except ValueError:
                return None
    return first_date(content) if re.search(r"[a-z]{3}", content) else None


def _people(contents: list[str]) -> tuple[Asker, ...]:
    people: list[Asker] = []
    for content in contents:
        for name in _SEVERAL.split(content):
            party = _PARTY.search(name)
            bare = surname(name[: party.start()] if party else name)
            if any(c.isalpha() for c in bare) and not _OFFICES.search(bare):
                people.append(Asker(bare, party[1].strip() if party else None))
    return tuple(dict.fromkeys(people))

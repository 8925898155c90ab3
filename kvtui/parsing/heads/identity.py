"""What a publication is called: identifier, number, session year, case number.

From its page feet and header where they print it, else from the file's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<ah>ah)-(?P<chamber>tk|ek)-(?P<years>\d{8})-(?P<number>[A-Z]{0,2}\d{1,6}[a-z]?)(?P<edition>-[hn]\d{1,2})?"
    r"|kv-(?P<kv>tk)-(?P<case>\d{4}[Zz]\d{5})(?P<suffix>[a-z]?(?:-[hn]\d{1,2})?))(?![A-Za-z0-9])"
)
_SESSION_YEAR = re.compile(r"ergaderjaar\s?(?P<from>\d{4})\s?[–—/-]\s?(?P<to>\d{4}|\d{2})(?!\d)")
_NUMBER = re.compile(r"(?:AH\s?|Nr\.?\s?)?(?P<number>\d{1,5}[A-Za-z]?)\Z")
_CASE = re.compile(r"(?<!\d)(?P<year>\d{4})\s?[Zz]\s?(?P<number>\d{5})(?!\d)")


@dataclass(frozen=True, slots=True)
class Identity:
    """The names of a publication; each None where neither text nor file name tells."""

    identifier: str | None
    number: str | None
    session_year: str | None
    case_number: str | None


def identity_of(header: list[str], furniture: list[str], file_name: str | None) -> Identity:
    """The identity that header and page feet state, filled up from the file's name."""
    printed = _first(_IDENTIFIER, furniture)
    named = _IDENTIFIER.search(file_name) if file_name else None
    known = printed or named
    year = _first(_SESSION_YEAR, furniture)
    session_year = session_in_full(year["from"], year["to"]) if year else None
    number = next((m["number"] for m in map(_NUMBER.match, header) if m), None)
    case = next((m for m in map(_CASE.match, header) if m and m.end() == len(m.string)), None)
    case_number = f"{case['year']}Z{case['number']}" if case else None
    if known and known["ah"]:
        years = known["years"]
        session_year = session_year or f"{years[:4]}-{years[4:]}"
        number = number or known["number"]
    if known and known["case"]:
        case_number = case_number or known["case"].upper()
    return Identity(_identifier(known, session_year, number, case_number), number, session_year, case_number)


def session_in_full(first: str, last: str) -> str:
    """A session year with four digits for each year: "2023" and "24" or "2024" give "2023-2024"."""
    century = int(first[:2]) + (last[-2:] == "00")
    return f"{first}-{century}{last[-2:]}"


def case_number_in(text: str) -> str | None:
    """The first case number in a text, normalised."""
    found = _CASE.search(text)
    return f"{found['year']}Z{found['number']}" if found else None


def _first(pattern: re.Pattern[str], texts: list[str]) -> re.Match[str] | None:
    return next((found for found in map(pattern.search, texts) if found), None)


def _identifier(
    known: re.Match[str] | None, session_year: str | None, number: str | None, case_number: str | None
) -> str | None:
    if known:
        return known[0]
    if session_year and number:
        return f"ah-tk-{session_year.replace('-', '')}-{number}"
    if case_number and not number:
        return f"kv-tk-{case_number}"
    return None

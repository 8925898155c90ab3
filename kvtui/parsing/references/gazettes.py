"""Citations of Staatsblad, Staatscourant and Handelingen: "Stb. 1993, 668", "Stcrt. 1999, nr. 145".

Without year or number they are incomplete, and so are Handelingen without an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.found import Claims, Found
from kvtui.parsing.references.issues import NR, read_issues
from kvtui.parsing.references.wording import MONTH, broken
from kvtui.parsing.references.years import YEAR, session_year

_GAZETTE = lazy(
    r"(?<![A-Za-z])(?P<name>Stb|Staatsblad|Stcrt|Staatscourant)\b\.?\s*(?:van\s+het\s+Koninkrijk\s*(?:der\s+Nederlanden)?)?\s*,?\s*"
)
_YEAR_AND_NUMBER = lazy(rf"(?P<year>(?:18|19|20)\d\d)\s*[,/.-]?\s*(?P<nr>{NR}\s*)?(?=\d)")
_YEAR_ONLY = lazy(r"(?:18|19|20)\d\d(?!\d)")
_NUMBER_AND_YEAR = lazy(
    rf"(?:{NR}\s*)?(?P<number>\d{{1,5}})(?!\d)(?:\s*,\s*(?P<year>(?:18|19|20)\d\d)(?![\d/]))?"
)
_DATED = lazy(
    rf"(?:van\s+|d\.\s?d\.\s*)?\d{{1,2}}\s+{MONTH}\s+(?P<year>\d{{4}})(?:\s*,\s*{NR}\s*(?P<number>\d{{1,5}}))?"
)
_NEXT_YEAR = lazy(rf"\s*(?:,\s*en|,|;|en|alsmede)\s*(?P<year>(?:18|19|20)\d\d)\s*,\s*(?P<nr>{NR}\s*)?(?=\d)")

_PROCEEDINGS = lazy(
    rf"\b{broken('Han-de-lin-gen')}\s*[,:]?\s*(?P<chamber>II|I|TK|EK|Tweede\s+Kamer|Eerste\s+Kamer)?(?![A-Za-z])\s*[,:]?\s*"
    rf"(?:{broken('ver-ga-der-jaar')}\s*)?(?P<year>{YEAR})"
    rf"(?:\s*,?\s*(?:{NR}\s*(?=\d)|(?=\d+\s*,?\s*item))(?P<number>\d{{1,3}})(?!\d))?(?:\s*,?\s*item\s*(?P<item>\d{{1,3}}))?"
)


def find_gazettes(text: str, claims: Claims) -> Iterator[Found]:
    """The Staatsbladen and Staatscouranten that one text cites."""
    for name in _GAZETTE().finditer(text) if "Stb" in text or "Stcrt" in text or "Staats" in text else ():
        for found in _issues_of(text, name):
            if claims.take(found.start, found.end):
                yield found


def find_proceedings(text: str, claims: Claims) -> Iterator[Found]:
    """The Handelingen (verbatim reports) that one text cites."""
    for found in _PROCEEDINGS().finditer(text) if "andel" in text else ():
        if not claims.take(*found.span()):
            continue
        digits, certain = session_year(found["year"])
        if digits and found["number"] and found["item"]:
            house = (
                "ek"
                if (found["chamber"] or "").startswith(("I ", "EK", "Eerste")) or found["chamber"] == "I"
                else "tk"
            )
            target = f"h-{house}-{digits}-{found['number']}-{found['item']}"
            yield Found(*found.span(), ReferenceKind.PUBLICATION, (target,), certain)
        else:
            yield Found(*found.span(), ReferenceKind.INCOMPLETE, certain=False)


def _issues_of(text: str, name: re.Match[str]) -> Iterator[Found]:
    series = "stb" if name["name"] in ("Stb", "Staatsblad") else "stcrt"
    start, offset = name.span()
    following = _YEAR_AND_NUMBER().match(text, offset)
    if following is None:
        found = _without_year(text, name, series)
        if found:
            yield found
        return
    while following:
        issues = read_issues(text, following.end())
        if issues is None or not issues.values[0].isdigit():
            return
        targets = tuple(f"{series}-{following['year']}-{value}" for value in issues.values)
        yield Found(start, issues.end, ReferenceKind.PUBLICATION, targets)
        following = _NEXT_YEAR().match(text, issues.end)
        start = following.start("year") if following else issues.end


def _without_year(text: str, name: re.Match[str], series: str) -> Found | None:
    """ "Stcrt. 7 augustus 1996", "Stb. 172": no identifier; "Stcrt. 145, 1999" has one."""
    start, offset = name.span()
    year_only = _YEAR_ONLY().match(text, offset)
    if year_only:
        return Found(start, year_only.end(), ReferenceKind.INCOMPLETE, certain=False)
    named = _DATED().match(text, offset) or _NUMBER_AND_YEAR().match(text, offset)
    if named and named["year"] and named["number"]:
        target = f"{series}-{named['year']}-{named['number']}"
        return Found(start, named.end(), ReferenceKind.PUBLICATION, (target,))
    return Found(start, named.end(), ReferenceKind.INCOMPLETE, certain=False) if named else None

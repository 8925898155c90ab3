"""Citations of Kamerstukken: "Kamerstuk 36 410 VIII, nr. 112", "(36 471-64)", "Eerste Kamer, 36 373, H".

The dossier number is looked for, and the words before it taken along; what has a "Kamerstuk" but no
complete number is incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.found import Claims, Found
from kvtui.parsing.references.issues import NR, read_issues
from kvtui.parsing.references.wording import broken
from kvtui.parsing.references.years import YEAR

_WORD = rf"[Kk](?:{broken('amer-stuk-ken')}|{broken('amer-stuk')}|(?<=\b[Kk])st\.?)(?:nummer|nr\.?|dossier)?"
_SESSION_YEAR = rf"(?:(?:{broken('ver-ga-der-jaar')}|jaargang)\s*)?{YEAR}"
_CHAMBER = r"(?:II|I|ll|TK|EK|(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?)"
_WIDTH = 110
_PREFIX = lazy(
    rf"(?P<named>{_WORD}|\b(?:TK|EK|(?:Tweede|Eerste)\s+Kamer))?"
    rf"(?P<chamber>\s*[,:(]?\s*{_CHAMBER}(?![A-Za-z]))?\s*[,;:(]?\s*(?:{_SESSION_YEAR}\s*[,;:]?\s*)?(?:nrs?\.?\s*)?\Z"
)
_DOSSIER = lazy(r"[1-9]\d[\s.]?\d{3}(?!\d)")
# Without "nr." a number must stand at the end: "Kamerstuk 36 410, 12." but not "…, 12 mei".
_PLAIN = r"\s*,\s*\d{1,4}\s*(?:[.;:)\],]|\Z)"
_ISSUE_FOLLOWS = rf"(?=\s*[,;]?\s*{NR}\s*[\dA-Z]|\s?-\s?\d|{_PLAIN})"
_BEHIND = lazy(
    rf"(?:\s?[-–]\s?(?P<suffix>\d\d){_ISSUE_FOLLOWS})?"
    r"(?:\s?-?\s?\(?\s*(?P<kingdom>R\s?\d{3,4})\s*\)?)?"
    rf"(?:\s*-?\s*(?:[Hh]oofdstuk\s+)?(?P<chapter>[IVX]{{1,6}}|[A-P]){_ISSUE_FOLLOWS})?"
    rf"(?:\s*[,;:]?\s*(?P<nr>{NR}\s*(?=[\dA-Z]))|\s?[-–]\s?(?P<dash>\d{{1,4}}(?!\d|\s\d{{3}}\b))"
    rf"|(?={_PLAIN})\s*,\s*(?P<plain>\d{{1,4}})|\s*,\s*(?:letter\s+)?(?P<letter>[A-Z]{{1,2}})(?![\w-]))?"
)
_BARE_WORD = lazy(
    rf"{_WORD}\s*[,:]?\s*(?:{_CHAMBER}\s*[,;:]?\s*)?(?:{_SESSION_YEAR}\s*[,;:]?\s*)?(?:{NR}\s*\d{{1,4}}(?!\d|[\s.]\d{{3}}))?"
)
_REPLACED = lazy(
    rf"ter\s+vervanging\s+van\s+(?:(?:het|dat|die)\s+gedrukt\s+onder\s+)?(?P<nr>{NR}\s*\d{{1,4}})(?!\d)"
)


def find_kamerstukken(text: str, claims: Claims) -> Iterator[Found]:
    """The Kamerstukken that one text cites; `claims` holds what is taken already (addresses, identifiers)."""
    covered = 0
    for dossier in _DOSSIER().finditer(text):
        if dossier.start() < covered or text[dossier.start() - 1 : dossier.start()].isdigit():
            continue
        found = _citation(text, dossier, covered)
        if found and claims.take(found.start, found.end):
            covered = found.end
            yield found


def find_incomplete_kamerstukken(text: str, claims: Claims) -> Iterator[Found]:
    """The citations that name no dossier: "Kamerstuk nr. 45", "ter vervanging van nr. 45"."""
    for word in _BARE_WORD().finditer(text) if "stuk" in text or "kst" in text or "Kst" in text else ():
        if word[0][-1].isdigit() and claims.take(*word.span()):
            yield Found(*word.span(), ReferenceKind.INCOMPLETE, certain=False)
    for replaced in _REPLACED().finditer(text) if "vervanging" in text else ():
        if claims.take(*replaced.span("nr")):
            yield Found(*replaced.span("nr"), ReferenceKind.INCOMPLETE, certain=False)


def _citation(text: str, dossier: re.Match[str], covered: int) -> Found | None:
    behind = _BEHIND().match(text, dossier.end())
    assert behind is not None  # every part of it is optional
    begin = max(covered, dossier.start() - _WIDTH)
    if behind.end() == dossier.end() and "stuk" not in text[begin : dossier.start()]:
        return None  # any five digits
    prefix = _PREFIX().search(text[begin : dossier.start()])
    assert prefix is not None  # so is every part of this
    is_named = bool(prefix["named"])
    start = begin + prefix.start() if is_named or prefix["chamber"] else dossier.start()
    start += len(text[start : dossier.start()]) - len(text[start : dossier.start()].lstrip(" \u00a0,;:("))
    is_senate = (
        bool(prefix["chamber"] and prefix["chamber"].strip(" ,:(") in ("I", "EK")) or "Eerste" in prefix[0]
    )
    values, end = _numbers(text, behind, is_named=is_named, is_senate=is_senate or "EK" in prefix[0])
    base = _base(dossier[0], behind)
    if values:
        return Found(start, end, ReferenceKind.PUBLICATION, tuple(f"{base}-{value}" for value in values))
    if is_named and prefix["named"][:2].lower() in ("ka", "ks"):
        return Found(start, dossier.end(), ReferenceKind.INCOMPLETE, certain=False)
    return None


def _numbers(
    text: str, behind: re.Match[str], *, is_named: bool, is_senate: bool
) -> tuple[tuple[str, ...], int]:
    """The issue numbers behind a dossier, and the offset behind them; none where it is no citation."""
    if behind["nr"]:
        issues = read_issues(text, behind.end(), plural=behind["nr"].startswith(("nrs", "nummers", "nos")))
        return (issues.values, issues.end) if issues else ((), behind.end())
    if behind["dash"] and not behind["dash"].startswith("0"):
        spaced = text[behind.start() - 4 : behind.start() - 3].isspace()
        bracketed = spaced and text[behind.end() : behind.end() + 1] == ")"
        if is_named or bracketed or behind["suffix"] or behind["chapter"]:
            return (behind["dash"],), behind.end()
    if behind["plain"] and is_named:
        return (behind["plain"],), behind.end()
    if behind["letter"]:
        closed = text[behind.end() : behind.end() + 1] == ")"
        if is_senate or (is_named and closed):
            return (behind["letter"],), behind.end()
    return (), behind.end()


def _base(printed: str, behind: re.Match[str]) -> str:
    parts = ["kst", "".join(c for c in printed if c.isdigit())]
    for name in ("suffix", "kingdom", "chapter"):
        if behind[name]:
            parts.append("".join(behind[name].split()))
    return "-".join(parts)

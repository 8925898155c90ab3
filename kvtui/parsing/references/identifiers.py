"""Identifiers printed as such: ah-tk-20232024-1047, kst-36410-VIII-112, 2024Z14250, ECLI:NL:RVS:2024:3946.

They are found in running text and inside addresses alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.found import Found

_DASH = r"\s?[-‑–]\s?"
_IDENTIFIER = lazy(
    r"(?<![0-9A-Za-z])(?:"
    rf"(?P<set>(?:ah|kv|AH|KV){_DASH}(?:tk|ek|TK|EK)){_DASH}(?:\d{{8}}{_DASH}[A-Za-z]{{0,3}}\d{{1,5}}[a-z]?"
    rf"|\d{{4}}[Zz]\d{{5}}[a-z]?)(?:{_DASH}[hn]\d)?"
    r"|(?P<kst>(?:kst|KST)-(?:\d{5}(?:-[0-9A-Za-z()]{1,12}){1,3}|\d{6,8}))"
    r"|(?:stb|stcrt)-\d{4}-\d{1,6}|h-(?:tk|ek)-\d{8}(?:-\d{1,4}){2,3}"
    r"|(?P<year>(?:19|20)\d\d)\s?(?P<letter>[ZDzd])\s?(?P<number>\d{5})"
    r")(?![0-9A-Za-z])",
)
_ECLI = lazy(
    r"(?:ECLI|ecli)\s?:\s?(?P<country>[A-Za-z]{2})-?\s?:\s?(?P<court>[A-Za-z]{1,7}\d{0,2})-?\s?:\s?(?P<year>\d{4})"
    r"-?\s?:\s?(?P<number>[0-9A-Z]+(?:\.[0-9A-Z]+)*)"
)
_LETTERS_OF_DOSSIER = lazy(r"(?<=-)[ivxr]+\d*(?=-)")


def find_identifiers(text: str) -> Iterator[Found]:
    """The identifiers of one text, each normalised; ECLIs last."""
    # all have a dash or a year: looking for these is much faster
    may_be = "-" in text or "20" in text or "19" in text or "–" in text or "‑" in text
    for found in _IDENTIFIER().finditer(text) if may_be else ():
        yield Found(*found.span(), ReferenceKind.PUBLICATION, (_normalised(found),))
    if "ecli" in text or "ECLI" in text:
        for found in _ECLI().finditer(text):
            target = ":".join(
                ("ECLI", *(found[name].upper() for name in ("country", "court", "year", "number")))
            )
            yield Found(*found.span(), ReferenceKind.PUBLICATION, (target,))


def _normalised(found: re.Match[str]) -> str:
    if found["year"]:
        return f"{found['year']}{found['letter'].upper()}{found['number']}"
    printed = "".join(found[0].split()).replace("–", "-").replace("‑", "-")
    if found["set"]:
        lowered = printed.lower()
        return lowered.replace("z", "Z") if "z" in lowered else lowered
    if found["kst"]:
        return _LETTERS_OF_DOSSIER().sub(lambda letters: letters[0].upper(), printed.lower())
    return printed.lower()

"""Citations of answered questions: "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1047".

The year stands before or behind the number, "nr." may be missing, several numbers may follow one year.
Without year or number it is incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.found import Claims, Found
from kvtui.parsing.references.issues import NR, read_issues
from kvtui.parsing.references.wording import broken
from kvtui.parsing.references.years import YEAR, session_year

_SESSION = rf"(?:{broken('[Vv]er-ga-der-jaar')}|verg\.?\s?jr?\.?|jaargang|zitting(?:sjaar)?)"
_CHAMBER = r"(?:II|I|ll|TK|EK|(?:Tweede|Eerste)\s+Kamer)(?![A-Za-z])"
_WORD = lazy(rf"{broken('[Aa]an-hang-sel')}s?\)?")
_PROCEEDINGS = lazy(rf"\s*(?:(?:van\s*de|der|bij\s*de|bij)?\s*{broken('[Hh]an-de-lin-gen')})")
_TO_NUMBER = lazy(
    rf"\s*[,:]?\s*(?:(?:van\s+de\s+)?\(?(?P<chamber>{_CHAMBER})\)?)?\s*[,:;]?\s*\(?(?:{_SESSION}\s*)?(?P<year>{YEAR})?\)?"
    rf"\s*[,:;]?\s*(?P<nr>(?:met\s+)?{NR}\s*)?"
)
_YEAR_BEHIND = lazy(rf"\s*[,;(]?\s*(?:{_SESSION}\s*)?(?P<year>{YEAR})")
_NEXT_YEAR = lazy(
    rf"\s*(?:,\s*en|,|;|en|alsmede)\s*(?:{_SESSION}\s*)?(?P<year>{YEAR})\s*[,:;]?\s*(?P<nr>{NR}\s*)?(?=\d)"
)
_SHORT = lazy(
    rf"(?<![A-Za-z])(?:ah|AH)(?:-(?P<house>tk|ek|TK|EK))?[-\s](?P<year>{YEAR})\s*,?\s*(?:{NR}\s*)?(?P<number>\d{{1,5}})(?!\d)"
)
_SENATE = lazy(r"Eerste|\bI\b|\bEK\b")
_WIDTH = 90
_BEFORE = lazy(
    rf"(?P<named>(?:Tweede\s+Kamer|Eerste\s+Kamer|TK|EK|[Kk]amervragen|Handelingen)\s*[,:(]?\s*)?"
    rf"(?P<chamber>{_CHAMBER}\s*[,;:]?\s*)?(?:{_SESSION}\s*)?(?P<year>{YEAR})?\s*[,;:(]?\s*\Z"
)
# Nothing but the words beside it tells that "Aanhangsel nr. 300" is of questions and not of a treaty.
_ANSWER_TO = r"antwoord(?:en)?\s+op\s+(?:de\s+)?vra(?:ag|gen)\s+\d{1,3}(?:\s*(?:,|en|t/m)\s*\d{1,3})*"
_ANSWER_BEFORE = lazy(rf"\b{_ANSWER_TO}\s*[,(]\s*(?:[Zz]ie\s+)?\Z")
_ANSWER_BEHIND = lazy(
    rf"\d{{1,5}}(?:(?:,|\s+en)\s*\d{{1,5}})*\s*[,;(]\s*(?:[Zz]ie\s+)?(?:het\s+|de\s+)?{_ANSWER_TO}\s*(?:[.,;)]|\Z)"
)
_LONGEST_DOCUMENT = 60
"""Pages. "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2" is a page's foot."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The words up to the number: "vergaderjaar 2023–2024, Aanhangsel van de Handelingen, nr."."""

    start: int
    end: int
    year: str | None
    house: str
    plural: bool
    masthead: bool
    """Nothing but a year before the word, as at the head of each document."""
    page_foot: bool
    """As at the foot of each page, should a small number follow."""


def find_aanhangsels(text: str, claims: Claims) -> Iterator[Found]:
    """The sets of answered questions that one text cites."""
    for word in _WORD().finditer(text) if "hang" in text else ():
        for found in _citations(text, word):
            if claims.take(found.start, found.end):
                yield found
    for short in _SHORT().finditer(text) if "ah-" in text or "AH" in text else ():
        if claims.take(*short.span()):
            yield _found(
                text, short.span(), short["year"], (short["number"],), (short["house"] or "tk").lower()
            )


def _citations(text: str, word: re.Match[str]) -> Iterator[Found]:
    opening = _opening(text, word)
    if opening is None:
        return
    year, end, values = opening.year, opening.end, _values(text, opening.end, plural=opening.plural)
    if values:
        year, end = (year, values[1]) if year else _with_year_behind(text, values[1])
        if opening.page_foot and int(values[0][0]) <= _LONGEST_DOCUMENT:
            return
    elif year is None or opening.masthead:
        return
    yield _found(text, (opening.start, end), year, values[0] if values else (), opening.house)
    while values and opening.year and (following := _NEXT_YEAR().match(text, end)):
        # "… nr. 5 en vergaderjaar 2022–2023, nr. 12": the same word serves several years.
        values = _values(text, following.end(), plural=_is_plural(following))
        if values:
            end = values[1]
            yield _found(text, (following.start("year"), end), following["year"], values[0], opening.house)


def _opening(text: str, word: re.Match[str]) -> _Opening | None:
    chunk = text[max(0, word.start() - _WIDTH) : word.start()]
    before = _BEFORE().search(chunk)
    proceedings = _PROCEEDINGS().match(text, word.end())
    behind = _TO_NUMBER().match(text, proceedings.end() if proceedings else word.end())
    assert before is not None  # every part of these two patterns is optional
    assert behind is not None
    says_what = proceedings or before["year"] or behind["year"] or (before["named"] and word[0].endswith(")"))
    if not says_what and not (behind["nr"] and _is_of_questions(text, word, before, behind.end())):
        return None  # "zie aanhangsel 2 bij het verdrag"
    words_before = before[0].lstrip(" ,;:(") if before["named"] or before["year"] else ""
    chambers = f"{before[0]} {behind['chamber'] or ''}"
    return _Opening(
        start=word.start() - len(words_before),
        end=behind.end(),
        year=behind["year"] or before["year"],
        house="ek" if _SENATE().search(chambers) else "tk",
        plural=_is_plural(behind),
        masthead=behind["year"] is None,
        page_foot=not (
            proceedings or behind["nr"] or behind["year"] or (before["named"] or "").startswith("TK")
        ),
    )


def _is_of_questions(text: str, word: re.Match[str], before: re.Match[str], number: int) -> bool:
    """Whether the words beside "Aanhangsel nr." speak of questions to the government or their answer."""
    if not word[0].startswith("A"):
        return False
    if "amervragen" in (before["named"] or "") or _ANSWER_BEHIND().match(text, number):
        return True
    return _ANSWER_BEFORE().search(text, max(0, word.start() - _WIDTH), word.start()) is not None


def _values(text: str, start: int, *, plural: bool) -> tuple[tuple[str, ...], int] | None:
    issues = read_issues(text, start, plural=plural)
    return (issues.values, issues.end) if issues and issues.values[0].isdigit() else None


def _with_year_behind(text: str, end: int) -> tuple[str | None, int]:
    behind = _YEAR_BEHIND().match(text, end)
    return (behind["year"], behind.end()) if behind else (None, end)


def _found(text: str, span: tuple[int, int], year: str | None, values: tuple[str, ...], house: str) -> Found:
    digits, certain = session_year(year) if year else (None, False)
    if not values or digits is None:
        end = span[0] + len(text[slice(*span)].rstrip(" ,;:("))
        return Found(span[0], end, ReferenceKind.INCOMPLETE, certain=False)
    targets = tuple(f"ah-{house}-{digits}-{value}" for value in values)
    return Found(*span, ReferenceKind.PUBLICATION, targets, certain=certain)


def _is_plural(found: re.Match[str]) -> bool:
    return bool(found["nr"]) and found["nr"].startswith(("nrs", "nummers", "nos"))

"""What is typed behind the colon of a filter, normalised: `dagen:>42`, `jaar:23/24`, `aan:VenJ`, `kort:ja`.

Every function gives None for what it does not understand; the reader of queries then takes it as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from kvtui.library.ministries import abbreviated, ministry_codes, ministry_names
from kvtui.library.query.combining import any_of
from kvtui.library.query.dates import Period, day_after, day_before, period_of, session_of
from kvtui.library.query.fields import DateBound, Field
from kvtui.library.query.numbers import cited_identifiers, identifiers_of
from kvtui.library.query.parties import party_names
from kvtui.library.query.tree import EXACTLY, Filter, FilterField, Node, Not, TextPlace
from kvtui.model import DocumentKind

QUOTES: Final = re.compile('["„“”«»]')
NO_DAYS: Final = Not(Filter(FilterField.DAYS, least=0))
"""Documents of which it is not known how long it took: `dagen:geen`."""

NO_SESSION: Final = ""
"""The value of `FilterField.SESSION` for documents whose text gives none: `jaar:geen`."""
NONE: Final = "geen"
"""How both are typed."""

_KINDS: Final = {
    DocumentKind.ANSWER: ("antwoord", "antwoorden", "beantwoord", "answers", "answered"),
    DocumentKind.NOTICE: ("mededeling", "mededelingen", "uitstel", "uitgesteld", "notices"),
    DocumentKind.QUESTIONS: ("vragen", "vraag", "onbeantwoord", "unanswered"),
    DocumentKind.ORAL: ("mondeling", "mondelinge"),
    DocumentKind.OTHER: ("overig", "overige", "anders"),
}
_SHORTEST_KIND: Final = 2
_YES: Final = ("ja", "yes", "j", "y", "true", "waar", "1")
_NO: Final = ("nee", "neen", "no", "n", "false", "niet", "onwaar", "0")
_NONE: Final = (NONE, "none", "onbekend", "unknown")
_COMPARISON: Final = re.compile(r"(?P<sign><=|=<|>=|=>|[<>=≤≥])\s*(?P<rest>.+)")
_RANGE: Final = re.compile(r"(?P<least>[^.]*?)\s*(?:\.{2,3}|…)\s*(?P<most>[^.]*)")
_DASHED: Final = re.compile(r"(?P<least>\d+)\s*[-–]\s*(?P<most>\d+)", re.ASCII)
_NUMBERS: Final = re.compile(r"(?P<least>\d+)\s*(?:[-–]|\.{2,3}|…)\s*(?P<most>\d+)", re.ASCII)
_CASE: Final = re.compile(r"(?P<year>\d{4})\s?[Zz]\s?(?P<number>\d{1,5}[a-z]?)", re.ASCII)
_LAST_DAY: Final = 99991231
"""There is no day after it."""
_MOST_DIGITS: Final = 9
_MOST_NUMBERS: Final = 200
"""Numbers that `nr:1050-1060` may stand for."""

Bounds = tuple[int | None, int | None]


def filter_of(field: Field, typed: Iterable[str]) -> Node | None:
    """The condition for the values typed behind a field, any of which will do.

    None where one of them is not understood, where there is none, and for a text place. No filter knows the
    star of `veilig*`.
    """
    values = [" ".join(QUOTES.sub(" ", value).split()) for value in typed]
    if not values or "" in values or "*" in "".join(values) or isinstance(field, TextPlace):
        return None
    if field in _NORMALISERS:
        found = [_NORMALISERS[field](value) for value in values]
        flat = tuple(dict.fromkeys(value for some in found for value in some))
        if field is FilterField.NUMBER and all(map(_CASE.fullmatch, flat)):
            field = FilterField.CASE
        return Filter(FilterField(field), flat) if all(found) else None
    nodes = [_READERS[field](value) for value in values]
    return any_of(_with_values_together(nodes)) if all(nodes) else None


def _with_values_together(nodes: Iterable[Node | None]) -> list[Node | None]:
    """The same conditions, those by value as one; a calendar year among session years is one by days."""
    by_value = [node for node in nodes if isinstance(node, Filter) and node.values]
    values = dict.fromkeys(value for node in by_value for value in node.values)
    together = [Filter(by_value[0].field, tuple(values))] if by_value else []
    return [*together, *(node for node in nodes if node not in by_value)]


def _member(typed: str) -> tuple[str, ...]:
    """The name, or `=` and that very name; no other comparison means anything before a name."""
    found = _COMPARISON.fullmatch(typed)
    if found is None:
        return (typed,)
    return (EXACTLY + found["rest"],) if found["sign"] == EXACTLY else ()


def _addressed(typed: str) -> tuple[str, ...]:
    return ministry_codes(typed) or (typed,)


def _respondent(typed: str) -> tuple[str, ...]:
    """The name; for the abbreviation of a ministry the portfolios that are printed behind names."""
    code = abbreviated(typed)
    return ministry_names(code) if code else (typed,)


def _number(typed: str) -> tuple[str, ...]:
    several = _NUMBERS.fullmatch(typed)
    if several and not session_of(typed) and len(several[0]) <= _MOST_DIGITS * 2:
        least, most = int(several["least"]), int(several["most"])
        return tuple(map(str, range(least, most + 1))) if most - least < _MOST_NUMBERS else ()
    return () if _is_compared(typed) else identifiers_of(typed)


def _cited(typed: str) -> tuple[str, ...]:
    return () if _is_compared(typed) else cited_identifiers(typed)


def _is_compared(typed: str) -> bool:
    """Whether a sign stands before a number: they are looked up by name. `<https://…>` is an address."""
    return _COMPARISON.fullmatch(typed) is not None and not (typed[0] == "<" and typed[-1] == ">")


def _case(typed: str) -> tuple[str, ...]:
    found = _CASE.fullmatch(typed)
    return (f"{found['year']}Z{found['number'].lower():>05}",) if found else ()


def _kind(typed: str) -> tuple[str, ...]:
    """Any of the names, or the beginning of those of one kind."""
    wanted = typed.lower()
    names = {name: kind.value for kind, some in _KINDS.items() for name in (kind.value, *some)}
    if wanted in names:
        return (names[wanted],)
    begun = {kind for name, kind in names.items() if name.startswith(wanted)}
    return tuple(begun) if len(begun) == 1 and len(wanted) >= _SHORTEST_KIND else ()


def _yes_or_no(typed: str) -> tuple[str, ...]:
    wanted = typed.lower()
    return ("ja",) if wanted in _YES else ("nee",) if wanted in _NO else ()


_NORMALISERS: Final[dict[Field, Callable[[str], tuple[str, ...]]]] = {
    FilterField.MEMBER: _member,
    FilterField.PARTY: party_names,
    FilterField.ADDRESSED: _addressed,
    FilterField.RESPONDENT: _respondent,
    FilterField.NUMBER: _number,
    FilterField.CASE: _case,
    FilterField.KIND: _kind,
    FilterField.CITES: _cited,
    FilterField.JOINT: _yes_or_no,
    FilterField.UNANSWERED: _yes_or_no,
    FilterField.SHORT: _yes_or_no,
}


def _days(typed: str) -> Node | None:
    if typed.lower() in _NONE:
        return NO_DAYS
    return _bounded(FilterField.DAYS, _number_bounds(typed))


def _questions(typed: str) -> Node | None:
    return _bounded(FilterField.QUESTIONS, _number_bounds(typed))


def _date(typed: str) -> Node | None:
    return _bounded(FilterField.DATE, _date_bounds(typed))


def _session(typed: str) -> Node | None:
    """A session year ("2023-2024") or none, else days: a calendar year, or a range or comparison of years."""
    if typed.lower() in _NONE:
        return Filter(FilterField.SESSION, (NO_SESSION,))
    session = session_of(typed)
    if session:
        return Filter(FilterField.SESSION, (session,))
    years = _DASHED.fullmatch(typed)
    return _date(f"{years['least']}..{years['most']}" if years else typed)


def _from(typed: str) -> Node | None:
    period = _period(typed)
    return Filter(FilterField.DATE, least=period[0]) if period else None


def _before(typed: str) -> Node | None:
    period = _period(typed)
    return Filter(FilterField.DATE, most=day_before(period[0])) if period else None


_READERS: Final[dict[Field, Callable[[str], Node | None]]] = {
    FilterField.DAYS: _days,
    FilterField.QUESTIONS: _questions,
    FilterField.DATE: _date,
    FilterField.SESSION: _session,
    DateBound.FROM: _from,
    DateBound.BEFORE: _before,
}


def _bounded(field: FilterField, bounds: Bounds | None) -> Node | None:
    return Filter(field, least=bounds[0], most=bounds[1]) if bounds else None


def _period(typed: str) -> Period | None:
    """A date; for a session year its first day: session years begin in September."""
    session = session_of(typed)
    return period_of(typed) or (period_of(f"{session[:4]}-09") if session else None)


def _number_bounds(typed: str) -> Bounds | None:
    """42, >42, >=42, <42, 10..20, 10.., 10-20."""
    if found := _COMPARISON.fullmatch(typed):
        number = _whole(found["rest"])
        return None if number is None else _compared(found["sign"], (number, number), number + 1, number - 1)
    if found := _RANGE.fullmatch(typed) or _DASHED.fullmatch(typed):
        least, most = _whole(found["least"]), _whole(found["most"])
        if (found["least"] and least is None) or (found["most"] and most is None):
            return None
        return _in_order(least, most)
    number = _whole(typed)
    return None if number is None else (number, number)


def _date_bounds(typed: str) -> Bounds | None:
    """A date for all its days, or compared, or a range of two: 2024-02, >=2024, 2023..2024-06."""
    if found := _COMPARISON.fullmatch(typed):
        period = _period(found["rest"])
        if period is None or (found["sign"] == ">" and period[1] == _LAST_DAY):
            return None
        above = day_after(min(period[1], _LAST_DAY - 1))
        return _compared(found["sign"], period, above, day_before(period[0]))
    if found := _RANGE.fullmatch(typed):
        first, last = _period(found["least"]), _period(found["most"])
        if bool(first) != bool(found["least"]) or bool(last) != bool(found["most"]) or not (first or last):
            return None
        if first and last:
            return (min(first[0], last[0]), max(first[1], last[1]))
        return (first[0] if first else None, last[1] if last else None)
    return _period(typed)


def _compared(sign: str, ends: tuple[int, int], above: int, below: int) -> Bounds:
    """The bounds for a sign before what goes from one end to the other."""
    if sign in (">=", "=>", "≥"):
        return (ends[0], None)
    if sign in ("<=", "=<", "≤"):
        return (None, ends[1])
    if sign == ">":
        return (above, None)
    return (None, below) if sign == "<" else ends


def _in_order(first: int | None, second: int | None) -> Bounds | None:
    """The two ends of a range, the lower one first; None where it has no end at all."""
    if first is None and second is None:
        return None
    if first is None or second is None:
        return (first, second)
    return (min(first, second), max(first, second))


def _whole(typed: str) -> int | None:
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS else None

"""The numbers behind "nr." in a citation: "nr. 5", "nrs. 5 en 6", "nr. 679, nr. 684 en 685", "nrs. 3-7".

A list ends before what only looks like its next number: a date, a page, the next dossier or year.
"""

from __future__ import annotations

from dataclasses import dataclass

from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.wording import MONTH

NR = r"n(?:rs?|os?|ummers?)(?![a-z])\.?"
"""A pattern for "nr.", "nrs.", "no." and "nummer"."""

_DIGITS = r"(?P<digits>\d{1,2}\.\d{3}(?!\d)|\d{1,%d}(?!\d))(?:[a-z](?![a-z]))?"
_LETTERS = r"(?P<letters>[A-Z]{1,3})(?!\w)"
_FIRST = lazy(rf"{_DIGITS % 5}|{_LETTERS}")
# Not the next dossier ("36 410, nr. 6"), the next year ("2024/25, …") nor a case ("2024Z01234").
_NEXT = lazy(rf"(?!(?:19|20)\d\d\s?[-–/,ZD]\s?\d|\d{{1,2}}\s\d{{3}}\b)(?:{_DIGITS % 4}|{_LETTERS})")
_SEPARATOR = lazy(
    rf"\s*(?P<word>,\s*en\b|,|en\b|en(?=\d)|&|;?\s*alsmede|alsook|t/m|tot\s+en\s+met|[-–])\s*(?P<nr>{NR}\s*)?"
)
_NOT_OF_LIST = lazy(
    rf"\s?(?:{MONTH}|%|euro|miljoen|miljard|procent|jaar|maand|we[ek]|dagen|gemeenten|leden|moties|amendementen|andere)"
)
_LIST_GOES_ON = lazy(r"\s*(?:,|en\b|&)\s*(?:nrs?\.?\s*)?\d")
_PROSE = lazy(r"\s+(?!waar|word|werd|zijn|heb|heeft|betreff|inzake|over|voor|alsmede|resp)[a-zà-ÿ]{4,}")
_DASHES = ("-", "–")
_RANGE_WORDS = ("t/m", *_DASHES)
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Issues:
    """The numbers (or Eerste Kamer letters) of a list, and the offset behind it."""

    values: tuple[str, ...]
    end: int


def read_issues(text: str, start: int, *, plural: bool = False) -> Issues | None:
    """The list that begins exactly at `start`, behind "nr."; `plural` where "nrs." was printed."""
    first = _FIRST().match(text, start)
    if first is None:
        return None
    parts = [("", first["letters"] or _plain(first["digits"]), first.end())]
    while separator := _SEPARATOR().match(text, parts[-1][2]):
        found = _NEXT().match(text, separator.end())
        if found is None or _NOT_OF_LIST().match(text, found.end()):
            break
        if found["letters"] and not (separator["nr"] or first["letters"]):
            break
        value = found["letters"] or _plain(found["digits"])
        if separator["word"] in _DASHES and not _is_short_range(parts[-1][1], value):
            break
        if not separator["nr"] and not plural and not _closes(text, separator["word"], found.end()):
            break
        parts.append((separator["word"], value, found.end()))
    return Issues(tuple(_written_out(parts)), parts[-1][2])


def _closes(text: str, word: str, end: int) -> bool:
    """Whether a number without "nr." of its own belongs to a list that began with the singular "nr."."""
    if word in _RANGE_WORDS or word.startswith("tot"):
        return True
    if word == ",":
        return _LIST_GOES_ON().match(text, end) is not None
    return _PROSE().match(text, end) is None


def _is_short_range(first: str, last: str) -> bool:
    """Whether a dash between two numbers means "to", and is no part of another number."""
    return first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= 20


def _plain(digits: str) -> str:
    return digits.replace(".", "")


def _written_out(parts: list[tuple[str, str, int]]) -> list[str]:
    values: list[str] = []
    for word, value, _ in parts:
        is_range = word in _RANGE_WORDS or word.startswith("tot")
        if is_range and value.isdigit() and values[-1].isdigit():
            first, last = int(values[-1]) + 1, int(value)
            if first <= last <= first + _LONGEST_RANGE:
                values.extend(str(number) for number in range(first, last))
        values.append(value)
    return list(dict.fromkeys(values))

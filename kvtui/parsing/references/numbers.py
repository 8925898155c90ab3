"""Lists of question numbers: "2, 6 en 8", "4 tot en met 6", "29en 30", "3 + 5", "één en twee".

Knows the grammar of the list, not what makes it a reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.wording import MONTH

_COUNTS = (
    "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien twintig"
)
_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"

COUNT_WORDS = {word: value for value, word in enumerate(_COUNTS.split(), start=1)}
"""Telwoorden; "een" without accents is nearly always the article and left out."""

ORDINAL_WORDS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}
"""Rangtelwoorden."""

_LONGEST_RANGE = 300

_NUMBER = lazy(
    r"(?P<digits>\d{1,3})(?!\d|[.]\d|\s?%|(?:e|ste|de)\b)(?:[a-h](?![a-zà-ÿ]))?"
    rf"|(?P<word>{'|'.join(COUNT_WORDS)})\b(?!\s+voor\b)"
)
_SEPARATOR = lazy(
    r"\s*(?:(?P<range>t/m|t/|tot\s*en\s*met|tot|[-–—])(?:\s*(?:de\s+)?(?:vra(?:ag|gen)|antwoord(?:en)?)(?=\s))?"
    r"|,?\s*(?:respectievelijk|resp\.?)|,\s*en(?:\s|(?=\d))|,|;?\s*[eé]n(?:/of)?(?:\s+met)?|&|\+|/|of|alsmede|alsook|(?=\s\d))\s*"
)
# "antwoord op vraag 3, 5 gemeenten …": a number with what it counts behind it is none of the list.
_COUNTED = lazy(
    rf"\s*(?:%|°|[€$]|{MONTH}|(?:euro|procent|miljoen|miljard|duizend|honderd|ja(?:ar|ren)|maand(?:en)?|we(?:ek|ken)"
    r"|dag(?:en)?|u(?:ur|ren)|minuten|keer|maal|maten|personen|mensen|kinderen|gra(?:ad|den)|kilometer|km|meter|hectare"
    r"|gemeenten|provincies|landen|lidstaten|zaken|gevallen|vragen|leden|punten|partijen|ton|kilo)\b)"
)


@dataclass(frozen=True, slots=True)
class NumberList:
    """A list as read: its numbers, ranges written out, and the offset behind it."""

    numbers: tuple[int, ...]
    end: int


def read_numbers(text: str, start: int) -> NumberList | None:
    """The list of numbers that begins exactly at `start`; None where there is none."""
    first = _NUMBER().match(text, start)
    if first is None:
        return None
    parts = [(False, _value(first), first.end(), "")]
    while separator := _SEPARATOR().match(text, parts[-1][2]):
        found = _NUMBER().match(text, separator.end())
        if found is None or (not separator[0].strip() and not _goes_on(text, found.end(), len(parts))):
            break
        parts.append((separator["range"] is not None, _value(found), found.end(), separator[0]))
    if _COUNTED().match(text, parts[-1][2]):
        if parts[-1][3] in ("", ","):  # "vraag 2 weken", "vraag 1,5 graad"
            return None
        del parts[-1]
    return NumberList(_written_out([(is_range, value) for is_range, value, _, _ in parts]), parts[-1][2])


def _value(found: re.Match[str]) -> int:
    return COUNT_WORDS[found["word"]] if found["word"] else int(found["digits"])


def _goes_on(text: str, offset: int, count: int) -> bool:
    """Whether a list with a lost comma ("7, 8, 9 10 en 11") goes on behind the number."""
    separator = _SEPARATOR().match(text, offset)
    return count > 1 and separator is not None and bool(separator[0].strip())


def _written_out(parts: list[tuple[bool, int]]) -> tuple[int, ...]:
    numbers: dict[int, None] = {}
    previous = 0
    for is_range, value in parts:
        if is_range and previous < value <= previous + _LONGEST_RANGE:
            numbers.update(dict.fromkeys(range(previous + 1, value + 1)))
        numbers[value] = None
        previous = value
    return tuple(numbers)

"""Numbers of lists and notes as they are printed: 1, a, A, i, I.

Which number a paragraph has is for the formats.
"""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LARGEST_LETTERS = 780
"""Thirty letters: Word's own limit."""


def formatted(number: int, form: str) -> str:
    """A number in one of the forms of ECMA-376 17.18.59 (ST_NumberFormat); unknown forms are decimal."""
    match form:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}e"
        case "none":
            return ""
    return str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …: how Word and (with letter sync) OpenDocument go on after z."""
    if not 0 < number <= _LARGEST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    text = ""
    for value, digits in _ROMAN:
        times, number = divmod(number, value)
        text += digits * times
    return text

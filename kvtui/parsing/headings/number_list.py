"""Lists of question numbers as headings print them: "2", "4, 5, 7 en 8", "2 t/m 6", "7 t/ 10".

The grammar is that of the headings of real documents, misprints included.
"""

from __future__ import annotations

import re
from functools import cache

HIGHEST = 400
"""The longest set known has 128 questions; a larger number is a year or a dossier."""
_RANGE = r"t\s?/\s?m|t/|tot\sen\smet|tot|-|–"
_BETWEEN = (
    rf"\s?(?:,\s?en|,|en|&|\+|{_RANGE})\s?(?:(?:vraag|vragen|antwoord)\s)?|\s(?=\d{{1,3}}\s?(?:,|en\s))"
)
NUMBERS = rf"\d{{1,3}}(?:(?:{_BETWEEN})\d{{1,3}}(?!\d)){{0,60}}"
"""A regular expression (text, without groups) for such a list."""


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,3}})|({_RANGE})")


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of such a list, ranges filled in, in the printed order and each once.

    Gives () where the list makes no sense: zero, a falling range, a number above `HIGHEST`.
    """
    numbers: list[int] = []
    ranging = False
    for found in _token().finditer(text):
        if found[2]:
            ranging = True
            continue
        number = int(found[1])
        if not 0 < number <= HIGHEST:
            return ()
        if ranging and numbers:
            if number <= numbers[-1]:
                return ()
            numbers.extend(range(numbers[-1] + 1, number + 1))
        else:
            numbers.append(number)
        ranging = False
    return tuple(dict.fromkeys(numbers))

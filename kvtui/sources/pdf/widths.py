"""How wide words are, worked out from the lines they stand on: whether one would have fitted elsewhere."""

from __future__ import annotations

import re

from kvtui.sources.pdf.layout import Row

# Signs before a word hang on it ("(< 10.000"), and so does a number ("24 april", "nr. 7").
_FIRST_WORD = re.compile(r"(?:(?:[^\w\s]+|\d+|nrs?\.)\s)*\S+")
_WITHOUT_NARROW = dict.fromkeys(map(ord, "iljtfrI.,:;'’‘|!()[]/- "))
_BROAD_TWICE = {ord(letter): 2 * letter for letter in "mwMW@%—"}
SPARE = 0.25
"""Of the size: how much a width worked out from the letters may be wrong."""


def fits(row: Row, room: float) -> bool:
    """Whether the row's first word, and a space, takes less than this; worked out from the row's width."""
    segment = row.segments[0]
    if room < segment.size / 5:
        return False
    text = segment.text
    found = _FIRST_WORD.match(text)
    word = found[0] if found else text
    if room > len(word) * segment.size:
        return True
    if room < len(word) * segment.size / 5:
        return False
    whole = _units(text)
    return whole > 0 and (segment.x1 - segment.x0) * (_units(word) + 0.5) / whole < room


def _units(text: str) -> float:
    """How wide letters are, counted in middling ones."""
    return 0.5 * len(text.translate(_WITHOUT_NARROW)) + 0.5 * len(text.translate(_BROAD_TWICE))

"""Words glued together where a converter dropped the ends of printed lines.

"betrokken personen waar nu overwordt bericht": a converter that joins lines without a space leaves
one such place in every printed line, so each stretch of a line's length is searched for its one
likeliest seam. Only rows that have lost their line ends are touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from kvtui.parsing.lazy import lazy
from kvtui.parsing.rows import LONG, Row
from kvtui.parsing.text.frequent_words import (
    ARTICLES,
    BEFORE_ARTICLES,
    FREQUENT,
    NEVER_FIRST_PART,
    NEVER_LAST_PART,
    PRONOMINAL,
)

_LINE = 95
"""Characters: longer than any printed line of the official layout."""
_SHORTEST, _LONGEST, _USUAL = 40, 98, 74
_WORD = lazy(r"[^\W\d_]+")
_TOKEN = lazy(r"[^\W\d_]{4,}")
# In these, and in those below, what is rarest comes first: it is looked for at each character.
_SENTENCES = re.compile(r"[.?!](?=[A-ZÀ-Þ«])(?<=[a-zà-ÿ»)”].)")
# Not the seams of names that are written so: "GroenLinks", "ChristenUnie", "YouTube".
_CASES = re.compile(
    r"[A-ZÀ-Þ](?=[a-zà-ÿ])(?<=[a-zà-ÿ].)(?<!\bGroen.)(?<!\bChristen.)(?<!\bYou.)(?<!\bTik.)(?<!\bWhats.)"
)
_STOPS = lazy(r"(?<=[,;:)»])(?=[a-zA-ZÀ-ÿ(«])(?<=[a-zà-ÿ0-9].)|(?=[(«])(?<=[a-zà-ÿ])")
_DIGITS = lazy(r"(?=\d)(?<=[a-zà-ÿ]{3})|(?<=\d)(?=[a-zà-ÿ]{3})")
_HYPHEN = lazy(r"(?P<left>[^\W\d_]*[a-zà-ÿ])-(?P<right>[a-zà-ÿ]+)")
# "(boven)regionale" is one word.
_PREFIX = lazy(r"(?:^|\s)\([^\W\d_]{2,12}\)$")
# Endings of adjectives before their noun; no first part of a compound ends so.
_ADJECTIVE = lazy(r".{3}(?:ige|lijke|ische|ende|bare|zame|eerde|elde|tieve|ieve|nale|iële|aire|ogde|ste)\Z")
_ADDRESS = lazy(r"\S*(?:://|www\.|[/%#=_]\S*[/%#=_.])\S*")
# What speaks for a seam.
_CERTAIN, _WORDS = 90, 70
_SHORTEST_WORD = 4

_Inside = Callable[[str], tuple[tuple[int, int], ...]]
"""The seams inside a word of the text, see `_inside`; the same word comes often."""


def separate_glued(rows: list[Row]) -> list[Row]:
    """The rows with the glued words among them separated; other rows as they were."""
    long = [row for row in rows if len(row.text) > _LINE and row.ended is None]
    if not long or max(len(row.text) for row in long) > LONG * 20 or not _is_glued(long):
        return rows
    words = Counter(word.lower() for row in rows for word in _WORD().findall(row.text))
    glued = {id(row) for row in long}
    inside = cache(partial(_inside, words=words))
    return [
        replace(row, text=_separated(row.text, words, inside)) if id(row) in glued else row for row in rows
    ]


def _is_glued(rows: list[Row]) -> bool:
    """Whether the long rows show sentences or names run together, one in a few lines at least."""
    seams = sum(len(_SENTENCES.findall(row.text)) + len(_CASES.findall(row.text)) for row in rows)
    return seams >= 2 and seams * 2000 > sum(len(row.text) for row in rows)


def _separated(text: str, words: Counter[str], inside: _Inside) -> str:
    pieces: list[str] = []
    begin = line = 0
    addresses = [found.span() for found in _ADDRESS().finditer(text)]
    while len(text) - line > _LINE:
        seams = [
            seam
            for seam in _seams(text, line + _SHORTEST, min(line + _LONGEST, len(text)), words, inside)
            if not any(start <= seam[1] < end for start, end in addresses)
        ]
        if not seams:
            line += _USUAL
            continue
        _, at, width, between = max(seams, key=lambda seam: (seam[0], -abs(seam[1] - line - _USUAL)))
        pieces += (text[begin:at], between)
        begin = at + width
        line = at
    return "".join(pieces) + text[begin:]


def _seams(
    text: str, start: int, end: int, words: Counter[str], inside: _Inside
) -> Iterator[tuple[int, int, int, str]]:
    """The places where a line may have ended: what speaks for it, where, how much goes, what comes."""
    for found in _SENTENCES.finditer(text, start + 1, end):
        # the paragraphs are cut here later on
        yield _CERTAIN + 5, found.end(), 0, ""
    for pattern in (_STOPS(), _DIGITS()):
        for found in pattern.finditer(text, start, end):
            if not _PREFIX().search(text, max(0, found.start() - 16), found.start()):
                yield _CERTAIN - 5, found.start(), 0, " "
    for found in _HYPHEN().finditer(text, start, end) if text.find("-", start, end) >= 0 else ():
        whole = (found["left"] + found["right"]).lower()
        if words[whole]:
            yield _CERTAIN, found.end("left"), 1, ""
        elif not _known(found["right"], words) and not words[found[0].lower()] > 1:
            yield _WORDS - 5, found.end("left"), 1, ""
    for found in _TOKEN().finditer(text, start, end):
        for weight, at in inside(found[0]):
            yield weight, found.start() + at, 0, " "


def _inside(word: str, words: Counter[str]) -> tuple[tuple[int, int], ...]:
    """The seams inside one word: what speaks for each, and where it is."""
    cases = [case.start() for case in _CASES.finditer(word)]
    seams = [(_CERTAIN, case) for case in cases if len(word) > 9 or _known(word[:case], words)]
    lower = word.lower()
    if lower in FREQUENT:
        return tuple(seams)
    # a word that returns is one, unless its halves return more often
    least = words[lower]
    for cut in range(1, len(word)):
        left, right = lower[:cut], lower[cut:]
        weight = _speaks_for(left, right, words)
        if weight and all(half in FREQUENT or words[half] >= least for half in (left, right)):
            seams.append((weight, cut))
    return tuple(seams)


def _speaks_for(left: str, right: str, words: Counter[str]) -> int:
    """How much two halves of a word speak for being words of their own.

    One of them must be a word with which Dutch builds no others, or hardly: "voor" and "aan" will
    not do at the front, "de" and "en" not at the end.
    """
    right_is_word = _is_word(right, words)
    if left in PRONOMINAL or not (right_is_word or right in ARTICLES or right in NEVER_LAST_PART):
        return 0
    if left in BEFORE_ARTICLES and right in ARTICLES:
        return _WORDS + len(left)
    if left in NEVER_FIRST_PART and right_is_word:
        return _WORDS + len(left)
    if right in NEVER_LAST_PART and _is_word(left, words):
        return _WORDS + len(right)
    if right_is_word and _is_word(left, words) and _ADJECTIVE().search(left):
        return _WORDS - 10
    return 0


def _is_word(word: str, words: Counter[str]) -> bool:
    return word in FREQUENT or (len(word) >= _SHORTEST_WORD and word in words)


def _known(word: str, words: Counter[str]) -> bool:
    return word.lower() in FREQUENT or word.lower() in words

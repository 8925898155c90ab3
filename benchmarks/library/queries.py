"""Two hundred queries of ten kinds, of words that occur in the corpus, in the grammar of each program.

The same corpus gives the same queries.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from benchmarks.library.parsed import Row, rows
from benchmarks.library.places import Place

_EACH = 20
_LOOKED_AT = 12_000
"""Rows from which words are taken, spread over the corpus."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){2}")
_FREQUENT = 0.02
"""Share of the pairs from which a word is a frequent one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query."""

    kind: str
    typed: str
    """In kvtui."""
    match: str
    """In FTS5."""
    condition: tuple[str, str] | None
    """In SQL, on a pair's row, and its value."""
    patterns: tuple[str, ...]
    """For ripgrep: each must be in the file."""
    without: str
    """For ripgrep: must not be in it."""


@dataclass(frozen=True, slots=True)
class _Words:
    chance: random.Random
    pairs: Sequence[Row]
    frequent: Sequence[str]
    rare: Sequence[str]


def queries(place: Place) -> list[Asked]:
    """The queries for a corpus, all kinds in turn."""
    words = _words(place)
    kinds: dict[str, Callable[[_Words], Asked]] = {
        "a frequent word": lambda words: _one(words.chance.choice(words.frequent)),
        "a rare word": lambda words: _one(words.chance.choice(words.rare)),
        "two words": partial(_several, 2),
        "three words": partial(_several, 3),
        "a phrase": _phrase,
        "a prefix": _prefix,
        "a word and a session": _in_session,
        "a word, a ministry or a party": _of_somebody,
        "OR": _either,
        "NOT": _without,
    }
    made = []
    for _ in range(_EACH):
        for kind, make in kinds.items():
            made.append(replace(make(words), kind=kind))
    return made


def _words(place: Place) -> _Words:
    chance = random.Random(place.size)
    share = min(1.0, _LOOKED_AT / (place.size * 6))
    chosen = (row for chunk in rows(place) for row in chunk if chance.random() < share and row.answer)
    pairs = list(islice(chosen, _LOOKED_AT))
    counts: Counter[str] = Counter()
    for row in pairs:
        counts.update({word.lower() for word in _WORD.findall(f"{row.question} {row.answer}")})
    return _Words(
        chance,
        pairs,
        sorted(word for word, count in counts.items() if count >= _FREQUENT * len(pairs)),
        sorted(word for word, count in counts.items() if count == 1),
    )


def _asked(
    typed: str,
    match: str,
    patterns: tuple[str, ...],
    *,
    condition: tuple[str, str] | None = None,
    without: str = "",
) -> Asked:
    return Asked("", typed, match, condition, patterns, without)


def _one(word: str) -> Asked:
    return _asked(word, f'"{word}"', (word,))


def _of_one_pair(words: _Words, count: int) -> list[str]:
    """That many different words of one answer and its question."""
    while True:
        row = words.chance.choice(words.pairs)
        found = sorted({word.lower() for word in _WORD.findall(f"{row.question} {row.answer}")})
        if len(found) >= count:
            return words.chance.sample(found, count)


def _several(count: int, words: _Words) -> Asked:
    chosen = _of_one_pair(words, count)
    return _asked(" ".join(chosen), " AND ".join(f'"{one}"' for one in chosen), tuple(chosen))


def _phrase(words: _Words) -> Asked:
    while True:
        found = _PHRASE.findall(words.chance.choice(words.pairs).answer)
        if found:
            phrase = words.chance.choice(found).lower()
            return _asked(f'"{phrase}"', f'"{phrase}"', (phrase.replace(" ", r"\s+"),))


def _prefix(words: _Words) -> Asked:
    begin = _of_one_pair(words, 1)[0][: words.chance.randint(4, 6)]
    return _asked(f"{begin}*", f'"{begin}"*', (rf"{begin}\w*",))


def _in_session(words: _Words) -> Asked:
    word, session = _of_one_pair(words, 1)[0], words.chance.choice(words.pairs).session
    patterns = (rf"vergaderjaar\s+{session.replace('-', '.')}", word)
    return _asked(f"{word} jaar:{session}", f'"{word}"', patterns, condition=("session = ?", session))


def _of_somebody(words: _Words) -> Asked:
    word, row = words.chance.choice(words.frequent), words.chance.choice(words.pairs)
    if words.chance.random() < 0.5 and row.ministries:
        code = row.ministries.split()[0]
        condition = ("instr(ministries, ?)", f" {code} ")
        return _asked(f"{word} aan:{code}", f'"{word}"', (word,), condition=condition)
    party = row.parties.strip("|").split("|")[0]
    condition = ("instr(parties, ?)", f"|{party}|")
    patterns = (rf"\({party}\)", word)
    return _asked(f'{word} partij:"{party}"', f'"{word}"', patterns, condition=condition)


def _either(words: _Words) -> Asked:
    one, other = _of_one_pair(words, 2)
    return _asked(f"{one} OR {other}", f'"{one}" OR "{other}"', (f"{one}|{other}",))


def _without(words: _Words) -> Asked:
    one, other = _of_one_pair(words, 1)[0], words.chance.choice(words.frequent)
    return _asked(f"{one} -{other}", f'"{one}" NOT "{other}"', (one,), without=other)

"""The words of the index that a typed word stands for: its forms, and the compounds that it is a part of.

Asiel stands for asiels, and behind those for asielopvang: what is left of a compound must itself be
made of words that the index knows, or be long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import Final

from kvtui.library.index.letter_groups import GROUP
from kvtui.library.index.vocabulary import Vocabulary

_SHORTEST_PART: Final = GROUP
_SHORTEST_REST: Final = 3
_LONG: Final = 4
_LONG_IN_COMMON: Final = 5
"""The same for a word in many records: Neder-land is none."""
_RARER: Final = 100
_LINKS: Final = ("", "s", "e", "en", "er")
_ENDINGS: Final = frozenset(
    "aan als ben dan dat den der des die dit een gen heid hem hen het hun ing kan ken lijk loos men met nog"
    " ons ren sel ten ter tot uit van was wel wij zal zij".split()
)
"""Little words that are mostly endings at that place: voorwaar-den."""
_MOST_RECORDS: Final = 50_000
"""Of a word in more records than this no compounds are looked for: nobody gets to them."""
_MOST_CANDIDATES: Final = 1000
_MOST_COMPOUNDS: Final = 500
_DEEPEST: Final = 2
_MOST_KEPT: Final = 512


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a word stands for."""

    word: str
    forms: tuple[str, ...]
    """Words with its stem; the word itself first, also where it is not known."""
    compounds: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The shortest pieces of which one is in every form and every compound."""
        return _shortest(self.forms)


class Expander:
    """Expands words by a vocabulary, and keeps what it found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Nothing is expanded yet."""
        self.vocabulary = vocabulary
        self._kept: dict[str, Expansion] = {}

    def expand(self, word: str) -> Expansion:
        """The forms and compounds of a folded word."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[word] = self._expanded(word)
        return found

    def _expanded(self, word: str) -> Expansion:
        if not (word.isascii() and word.isalpha()):
            return Expansion(word, (word,))
        forms = self.vocabulary.forms(word)
        if sum(map(self.vocabulary.count, forms)) > _MOST_RECORDS:
            return Expansion(word, forms)
        return Expansion(word, forms, self._compounds(forms))

    def _compounds(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        """The words made of one of the forms and other known words, the most frequent first."""
        found: dict[str, int] = {}
        known = cache(self.vocabulary.count)
        for part in _shortest(forms):
            if len(part) < _SHORTEST_PART:
                continue
            for candidate, count in self.vocabulary.containing(part, _MOST_CANDIDATES):
                splitter = _Splitter(known, 1 + count // _RARER)
                if candidate not in forms and splitter.is_compound(candidate, part, forms):
                    found[candidate] = count
        return tuple(nlargest(_MOST_COMPOUNDS, found, key=found.__getitem__))


@dataclass(frozen=True, slots=True)
class _Splitter:
    """Takes one compound apart."""

    frequency: Callable[[str], int]
    least: int
    """How often a word must occur to be taken for one: the Neder of a broken Neder-land is rare."""

    def is_compound(self, word: str, part: str, forms: tuple[str, ...]) -> bool:
        """Whether the word is a form, in which the part is, with other words before or behind it."""
        place = word.find(part)
        while place >= 0:
            head, behind = word[:place], word[place:]
            if not head or self._is_head(head, part):
                if head and behind in forms:
                    return True
                tails = {behind.removeprefix(form) for form in forms if behind.startswith(form)}
                if any(self._is_tail(tail, _DEEPEST) or self._stands_alone(tail, part) for tail in tails):
                    return True
            place = word.find(part, place + 1)
        return False

    def _is_head(self, head: str, part: str) -> bool:
        """Whether what stands before is made of words, with or without a link at its end."""
        heads = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        return self._stands_alone(head, part) or any(self._is_made_of_words(each, _DEEPEST) for each in heads)

    def _is_tail(self, tail: str, deepest: int) -> bool:
        """Whether what stands behind is made of words, with or without a link before it."""
        tails = (tail.removeprefix(link) for link in _LINKS if tail.startswith(link))
        return any(each not in _ENDINGS and self._is_made_of_words(each, deepest) for each in tails)

    def _is_made_of_words(self, text: str, deepest: int) -> bool:
        """Whether the text is a word, or words one behind the other."""
        if len(text) < _SHORTEST_REST:
            return False
        if self._is_word(text):
            return True
        return deepest > 0 and any(
            self._is_word(text[:cut]) and self._is_tail(text[cut:], deepest - 1)
            for cut in range(len(text) - _SHORTEST_REST, _SHORTEST_PART - 1, -1)
        )

    def _is_word(self, text: str) -> bool:
        return self.frequency(text) >= self.least

    def _stands_alone(self, rest: str, part: str) -> bool:
        """Whether chance hardly puts such a part and rest together; then the rest need not be known."""
        long = _LONG if self.least == 1 else _LONG_IN_COMMON
        return min(len(part), len(rest)) >= long and rest not in _ENDINGS


def _shortest(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms that hold no other form."""
    return tuple(form for form in forms if not any(other != form and other in form for other in forms))

"""Which words of a list have some letters in them: for each group of four letters the places of its words.

The places are in the order in which the words were given, so that whoever looks can stop at the first
ones. A group says where to look; whether the letters are there is seen in the word itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

GROUP: Final = 4
"""Letters; what is shorter cannot be looked for."""
_NUMBER: Final = "I"
_BYTES: Final = array(_NUMBER).itemsize


def group_table(words: Iterable[tuple[str, int]]) -> tuple[bytes, list[bytes]]:
    """For words in small ASCII letters, each with its place: where each group's places are, and these."""
    places: defaultdict[str, array[int]] = defaultdict(lambda: array(_NUMBER))
    for word, place in words:
        for start in range(len(word) - GROUP + 1):
            places[word[start : start + GROUP]].append(place)
    groups = sorted(places)
    ends = accumulate(len(places[group]) for group in groups)
    table = array(_NUMBER, map(_code, groups)) + array(_NUMBER, ends)
    return table.tobytes(), [places.pop(group).tobytes() for group in groups]


@dataclass(frozen=True, slots=True)
class LetterGroups:
    """A table as it was written."""

    codes: Sequence[int]
    ends: Sequence[int]
    places: Sequence[int]

    def places_for(self, part: str) -> Sequence[int]:
        """Places of all words with that part in them, and of some others; one can come twice."""
        groups = {part[start : start + GROUP] for start in range(len(part) - GROUP + 1)}
        return min(map(self._places, groups), key=len, default=())

    def _places(self, group: str) -> Sequence[int]:
        code = _code(group)
        at = bisect_left(self.codes, code)
        if at == len(self.codes) or self.codes[at] != code:
            return ()
        return self.places[self.ends[at - 1] if at else 0 : self.ends[at]]


def read_group_table(table: memoryview, places: memoryview) -> LetterGroups:
    """What `group_table` made. Raises `ValueError` where the lengths cannot be."""
    if len(table) % (2 * _BYTES) or len(places) % _BYTES:
        raise ValueError("no table of letter groups")
    numbers = table.cast(_NUMBER)
    half = len(numbers) // 2
    return LetterGroups(numbers[:half], numbers[half:], places.cast(_NUMBER))


def _code(group: str) -> int:
    """A number by which groups are in the order of the alphabet."""
    return int.from_bytes(group.encode("ascii"), "big")

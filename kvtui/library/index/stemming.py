"""The stem that the forms of a Dutch word share: gezin and gezinnen, brief and brieven.

Martin Porter's Dutch stemmer, and the spelling that it leaves as it is in a plural.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_VOICELESS: Final = {"z": "s", "v": "f"}
_DOUBLED: Final = frozenset("bcdfgklmnprst")
_SHORTEST: Final = 3


def stems(words: Sequence[str]) -> list[str]:
    """The stem of each word, in the same order; the words are small letters without accents."""
    return [_settled(stem) for stem in _stemmer()(words)]


def _settled(stem: str) -> str:
    """A double consonant at the end becomes one; z and v become s and f, as in huizen and huis."""
    if len(stem) < _SHORTEST:
        return stem
    last = stem[-1]
    if last in _VOICELESS:
        return stem[:-1] + _VOICELESS[last]
    if last == stem[-2] and last in _DOUBLED:
        return stem[:-1]
    return stem


@cache
def _stemmer() -> Callable[[Sequence[str]], list[str]]:
    import Stemmer

    # a cache makes it four times slower where every word comes once
    made: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer("dutch_porter", 0).stemWords
    return made

"""Letters to choose one of several links by: as short as can be, none the beginning of another."""

from __future__ import annotations

from itertools import islice, product

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


def letters_for(count: int) -> list[str]:
    """So many different strings of the same length."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters in islice(product(LETTERS, repeat=length), count)]

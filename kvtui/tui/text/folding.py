"""Text as it is compared when one searches: without accents and capitals, character for character."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text in small letters without accents; as long as the text itself, so that places agree."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_BASES).lower()
    if len(folded) == len(text):
        return folded
    return "".join(character.lower()[:1] or character for character in text.translate(_BASES))


def _bases() -> dict[int, str]:
    """Letters with an accent -> the letter; typographic quotes and dashes -> those of a keyboard."""
    table = {
        code: base
        for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
        if (base := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)
    }
    plain = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " ", "ø": "o", "Ø": "O"}
    table.update({ord(fancy): typed for fancy, typed in plain.items()})
    return table


_BASES = _bases()

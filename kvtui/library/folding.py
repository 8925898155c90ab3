"""Text as names and rows are compared: in small letters, without accents."""

from __future__ import annotations

import unicodedata
from typing import Final

_TYPED: Final = str.maketrans("‘’“”–—\xa0øØ", "''\"\"-- oO")


def folded(text: str) -> str:
    """The text in small letters, without accents, with the quotes and dashes of a keyboard."""
    if not text.isascii():
        parts = unicodedata.normalize("NFD", text.translate(_TYPED))
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return text.lower()

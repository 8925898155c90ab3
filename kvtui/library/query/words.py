"""The words of a text as the index knows them: runs of letters and digits, small, without accents.

Forms of words and compounds are for `search`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice
from typing import Final

_RUNS: Final = re.compile(r"[^\W_]+")
_WITH_BASE: Final = frozenset(
    (
        *(0xB2, 0xB3, 0xB9),
        *range(0xC0, 0x250),
        *range(0x1E00, 0x1F00),
        *range(0x2070, 0x209D),
        *range(0x2460, 0x24EB),
        *range(0xFB00, 0xFB05),
        0xFB06,
        *range(0xFF10, 0xFF5B),
    )
)
"""Letters and digits that tantivy writes as their base; what is above or outside stays as it is."""
_WITHOUT_DECOMPOSITION: Final = {
    "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "ß": "ss", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "q", "ŀ": "l",
    "ł": "l", "ŉ": "n", "ŋ": "n", "œ": "oe", "ŧ": "t", "ƀ": "b", "ƒ": "f", "ƚ": "l", "ǝ": "e", "ǣ": "ae",
    "ǥ": "g", "ǽ": "ae", "ǿ": "o", "ȷ": "j", "ɇ": "e", "ɉ": "j", "ɍ": "r", "ɏ": "y", "ƶ": "z",
}  # fmt: skip


def folded_words(text: str) -> list[str]:
    """The words of a text, in order: "Één foto’s" gives een, foto and s.

    The same as the index makes of Latin text (tantivy: simple tokenizer, lower case, ASCII folding).
    """
    if text.isascii():
        return _RUNS.findall(text.lower())
    runs = _RUNS.findall(unicodedata.normalize("NFC", text))
    return ["".join(map(_folded, run.lower())) for run in runs]


def beginning(text: str, count: int) -> str:
    """The text up to the end of that many of its words; empty for none."""
    composed = unicodedata.normalize("NFC", text)
    ends = [run.end() for run in islice(_RUNS.finditer(composed), count)]
    return composed[: ends[-1]] if ends else ""


@cache
def _folded(letter: str) -> str:
    """One small letter without its accent; a ligature gives its letters."""
    if letter.isascii():
        return letter
    if letter in _WITHOUT_DECOMPOSITION:
        return _WITHOUT_DECOMPOSITION[letter]
    if ord(letter) not in _WITH_BASE:
        return letter
    base = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return base if base.isascii() and base.isalnum() else letter

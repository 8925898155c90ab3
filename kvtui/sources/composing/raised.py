"""Raised digits typed by hand: marks of footnotes, unless they are powers.

What a format itself knows to be a footnote does not come here.
"""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"\(?\d{1,3}\)?(?:\s*(?:[,;&+]|en)\s*\(?\d{1,3}\)?)*[.,]?")
_NUMBER = re.compile(r"\(?(\d{1,3})\)?")
_LENGTH = re.compile(r"(?:^|[\s\d(/])(?:[kcdmhµ]|da)?m$")
"""A unit of length, of which 2 and 3 are powers: "120 m", "km"."""
_TEN = re.compile(r"(?:^|[^\d.,])10$")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_text(before: str, raised: str, after: str) -> str:
    """How raised characters are written, given what stands before and after them on the line.

    A footnote's mark becomes "[3]", a power "m²"; ordinals ("1e"), fractions and other letters stay
    as they are.
    """
    stripped = raised.strip()
    if not _NUMBERS.fullmatch(stripped) or after.startswith(("/", "⁄")):
        return raised
    if stripped in ("2", "3") and _LENGTH.search(before):
        return stripped.translate(_POWERS)
    if stripped.isdecimal() and _TEN.search(before):
        return stripped.translate(_POWERS)
    if before.endswith("CO"):
        return raised
    return _NUMBER.sub(r"[\1]", stripped) + ("" if before.strip() else " ")

"""Elements that hold a printed number or mark: of an item of a list, of a note, of a reference to one."""

from __future__ import annotations

from lxml import etree

LONGEST_LABEL = 30
"""Characters of what may stand before an item of a list."""
LONGEST_MARK = 8
"""Characters of a note's mark with what is set around it."""
_LOOKS = tuple(f"{{*}}{name}" for name in ("nadruk", "sup", "inf", "unl"))


def is_label(element: etree._Element, longest: int) -> bool:
    """Whether an element holds nothing but a text of at most so many characters.

    In a damaged file one that is not closed holds what comes behind it.
    """
    if sum(1 for _ in element.iter("*")) > 1 + sum(1 for _ in element.iter(*_LOOKS)):
        return False
    return sum(len(str(text).strip()) for text in element.itertext()) <= longest

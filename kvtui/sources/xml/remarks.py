"""What a `kamervraagopmerking` is: a notice (Mededeling), or the explanatory note (Toelichting)."""

from __future__ import annotations

import re

from lxml import etree

from kvtui.sources.lines import Opens

_NOTE = re.compile(r"Toelichting\b|Deze vragen (?:dienen|zijn) ter aanvulling", re.IGNORECASE)
_LOOKED_AT = 200
"""Characters in which it shows."""


def is_note(element: etree._Element) -> bool:
    """Whether an element is the explanatory note."""
    name = str(element.tag).rpartition("}")[2].lower()
    if name == "kamervraagopmerking":
        return remark_opens(element) is Opens.NOTE
    return name in ("toelicht", "toelichting")


def remark_opens(element: etree._Element) -> Opens:
    """The part that a remark is, by its first words: the element has one name for both."""
    begins = ""
    for text in element.itertext():
        begins = (begins + str(text)[:_LOOKED_AT]).lstrip()
        if len(begins) >= _LOOKED_AT:
            break
    return Opens.NOTE if _NOTE.match(begins) else Opens.NOTICE

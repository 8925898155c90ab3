"""The numbers and bullets of an OpenDocument text's lists, counted as its writer counts (ODF 1.3, 5.3)."""

from __future__ import annotations

import re

from lxml import etree

from kvtui.sources.composing.number_formats import formatted
from kvtui.sources.composing.symbols import bullet
from kvtui.sources.odt.styles import FO, STYLE, TEXT, OdtStyles

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile(r"%(\d{1,2})%")
_ID = "{http://www.w3.org/XML/1998/namespace}id"

Counters = dict[int, int]
"""The number that each level of a list has reached, by level from 1."""


class OdtLists:
    """Counts through the lists of a file, which are to be given in their order."""

    def __init__(self) -> None:
        """Begins before the first list."""
        self._by_id: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}
        self._outline: Counters = {}

    def begin(self, element: etree._Element, style: str) -> Counters:
        """The counters of a list that is in no other one: of the list it continues, or new ones."""
        continued = element.get(f"{TEXT}continue-list")
        if continued is not None and continued in self._by_id:
            counters = self._by_id[continued]
        elif element.get(f"{TEXT}continue-numbering") == "true":
            counters = self._by_style.get(style, {})
        else:
            counters = {}
        self._by_id[element.get(_ID, "")] = self._by_style[style] = counters
        return counters

    def heading(self, element: etree._Element, styles: OdtStyles) -> str:
        """What stands before a heading (text:h) outside lists, by the outline of the file."""
        level = whole(element.get(f"{TEXT}outline-level"), 1)
        if styles.outline is None or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        count(self._outline, level, element.get(f"{TEXT}start-value"), styles.outline)
        return label(styles.outline, level, self._outline)


def count(counters: Counters, level: int, start: str | None, style: etree._Element | None) -> None:
    """One more item on a level; `start` is the number that the item itself asks for."""
    if start is not None:
        counters[level] = whole(start, 1)
    elif level in counters:
        counters[level] += 1
    else:
        counters[level] = _start(style, level)
    for deeper in [each for each in counters if each > level]:
        del counters[deeper]


def label(style: etree._Element | None, level: int, counters: Counters) -> str:
    """What stands before an item, with a space behind it: "1. ", "• "; nothing where the style has none."""
    found = _level(style, level)
    if found is None:
        return ""
    if not found.tag.endswith("-number") and not found.tag.endswith("outline-level-style"):
        properties = found.find(f"{STYLE}text-properties")
        font = (
            ""
            if properties is None
            else properties.get(f"{STYLE}font-name") or properties.get(f"{FO}font-family")
        )
        return f"{bullet(found.get(f'{TEXT}bullet-char', '•'), font or '')} "
    shown = found.get(f"{STYLE}num-list-format")
    if shown is None:
        levels = range(max(1, level - whole(found.get(f"{TEXT}display-levels"), 1) + 1), level + 1)
        numbers = [number for each in levels if (number := _number(style, each, counters))]
        middle = ".".join(numbers) if _number(style, level, counters) else ""
        shown = found.get(f"{STYLE}num-prefix", "") + middle + found.get(f"{STYLE}num-suffix", "")
    else:
        shown = _PLACE.sub(lambda place: _number(style, int(place[1]), counters), shown)
    return f"{shown.strip()} " if shown.strip() else ""


def whole(text: str | None, otherwise: int) -> int:
    """A number written out, or another where it is none."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 7 else otherwise


def _level(style: etree._Element | None, level: int) -> etree._Element | None:
    levels = [] if style is None else [each for each in style if isinstance(each.tag, str)]
    return next((each for each in levels if each.get(f"{TEXT}level") == str(level)), None)


def _start(style: etree._Element | None, level: int) -> int:
    found = _level(style, level)
    return 1 if found is None else whole(found.get(f"{TEXT}start-value"), 1)


def _number(style: etree._Element | None, level: int, counters: Counters) -> str:
    found = _level(style, level)
    form = "" if found is None else found.get(f"{STYLE}num-format", "")
    return formatted(counters.get(level, _start(style, level)), _FORMS.get(form, "decimal")) if form else ""

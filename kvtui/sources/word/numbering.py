"""The automatic numbers of Word's paragraphs, counted as Word counts them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kvtui.sources.composing.number_formats import formatted
from kvtui.sources.composing.symbols import bullet
from kvtui.sources.word.package import W
from kvtui.sources.word.styles import WordStyles, switched

_LEVELS = range(9)
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    font: str = ""
    behind: str = " "
    all_decimal: bool = False
    restarts_after: int | None = None
    """The level (counted from 1) after which this one begins anew; None is any higher one, 0 none."""


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: which counters it uses, its levels, and where it begins anew when first used."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class WordNumbering:
    """Counts through the paragraphs of a file, which are to be given in their order."""

    def __init__(self, root: etree._Element | None, styles: WordStyles) -> None:
        """`root` is that of numbering.xml."""
        self._styles = styles
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._lists: dict[str, _List | None] = {}
        self._of_styles: dict[str, tuple[str | None, int | None]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None, style_id: str) -> str:
        """What Word prints before a paragraph ("1. ", "a) ", "• "), or nothing; counts it."""
        if not self._nums:
            return ""
        num_id, level = self._place(properties, style_id)
        found = self._list(num_id)
        if found is None:
            return ""
        self._count(num_id, found, level)
        shown = found.levels.get(level, _Level())
        if shown.form == "bullet":
            text = bullet(shown.text, shown.font)
        else:
            text = _PLACE.sub(
                lambda place: self._number(found, int(place[1]) - 1, shown.all_decimal), shown.text
            )
        return text + shown.behind if text.strip() else ""

    def _place(self, properties: etree._Element | None, style_id: str) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else its style's."""
        num_id, level = _num_pr(None if properties is None else properties.find(f"{W}numPr"))
        if style_id not in self._of_styles:
            self._of_styles[style_id] = self._place_of_style(style_id)
        of_style, level_of_style = self._of_styles[style_id]
        if level is None and num_id in (None, of_style):
            level = level_of_style
        return num_id or of_style or "0", level if level is not None and level in _LEVELS else 0

    def _place_of_style(self, style_id: str) -> tuple[str | None, int | None]:
        num_id: str | None = None
        level: int | None = None
        for style in self._styles.chain(style_id):
            own_id, own_level = _num_pr(style.find(f"{W}pPr/{W}numPr"))
            if num_id is None and own_id is not None:
                num_id = own_id
                linked = self._linked_level(own_id, style.get(f"{W}styleId", ""))
                own_level = linked if linked is not None else own_level
            level = level if level is not None else own_level
        return num_id, level

    def _linked_level(self, num_id: str, style_id: str) -> int | None:
        """The level of a list that is linked with a paragraph style (w:pStyle in w:lvl)."""
        num = self._nums.get(num_id)
        abstract = None if num is None else self._abstracts.get(_value(num, "abstractNumId") or "")
        for level in [] if abstract is None else abstract.findall(f"{W}lvl"):
            if _value(level, "pStyle") == style_id:
                return _whole(level.get(f"{W}ilvl"))
        return None

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id = None if num is None else _value(num, "abstractNumId")
        abstract = self._abstracts.get(abstract_id or "")
        if num_id == "0" or num is None or abstract is None or abstract_id is None:
            return None
        linked = _value(abstract, "numStyleLink")
        for style in self._styles.chain(linked) if linked else []:
            other, _ = _num_pr(style.find(f"{W}pPr/{W}numPr"))
            target = self._nums.get(other or "")
            abstract_id = (None if target is None else _value(target, "abstractNumId")) or abstract_id
            abstract = self._abstracts.get(abstract_id, abstract)
        levels = dict(_level(element) for element in abstract.findall(f"{W}lvl"))
        starts = {}
        for override in num.findall(f"{W}lvlOverride"):
            at = _whole(override.get(f"{W}ilvl")) or 0
            levels |= dict(_level(element) for element in override.findall(f"{W}lvl"))
            start = _whole(_value(override, "startOverride"))
            if start is not None:
                starts[at] = start
        return _List(abstract_id, levels, starts)

    def _count(self, num_id: str, found: _List, level: int) -> None:
        counters = self._counters.setdefault(found.abstract, {})
        if level in found.starts and (num_id, level) not in self._begun:
            counters.pop(level, None)
        self._begun.add((num_id, level))
        for higher in range(level):
            counters.setdefault(higher, self._start(found, higher))
        counters[level] = counters[level] + 1 if level in counters else self._start(found, level)
        for deeper in [each for each in counters if each > level]:
            after = found.levels.get(deeper, _Level()).restarts_after
            if after is None or level < after:
                del counters[deeper]

    @staticmethod
    def _start(found: _List, level: int) -> int:
        return found.starts.get(level, found.levels.get(level, _Level()).start)

    def _number(self, found: _List, level: int, all_decimal: bool) -> str:
        number = self._counters[found.abstract].get(level, self._start(found, level))
        form = found.levels.get(level, _Level()).form
        return formatted(number, "decimal" if all_decimal else form)


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    elements = [] if root is None else root.findall(f"{W}{tag}")
    return {element.get(f"{W}{key}", ""): element for element in elements}


def _level(element: etree._Element) -> tuple[int, _Level]:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    start = _whole(_value(element, "start"))
    behind = _value(element, "suff")
    return _whole(element.get(f"{W}ilvl")) or 0, _Level(
        start=0 if start is None else start,
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        font="" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "",
        behind="" if behind == "nothing" else " ",
        all_decimal=bool(switched(element.find(f"{W}isLgl"))),
        restarts_after=_whole(_value(element, "lvlRestart")),
    )


def _num_pr(element: etree._Element | None) -> tuple[str | None, int | None]:
    return (None, None) if element is None else (_value(element, "numId"), _whole(_value(element, "ilvl")))


def _value(element: etree._Element, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and len(text) < 10 and text.lstrip("-").isdecimal() else None

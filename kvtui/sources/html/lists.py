"""Lists of HTML pages: the mark of each item as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from kvtui.sources.composing.number_formats import formatted
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.lines import Role

End = Callable[[], None]

_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_UNMARKED_CLASS = re.compile(r"unstyled|no-bullet|ongemarkeerd", re.IGNORECASE)
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WHOLE = re.compile(r"\s*(-?\d{1,6})\s*\Z")


class HtmlLists:
    """The lists that are open where a page is being read."""

    def __init__(self, composer: Composer) -> None:
        """For lines that go to that composer."""
        self._composer = composer
        self._counts: list[int] = []

    @property
    def inside(self) -> bool:
        """Whether a list is open."""
        return bool(self._counts)

    def begin(self, element: etree._Element) -> End:
        """A `ul` or `ol` begins."""
        self._composer.end()
        if not self._counts:
            self._composer.gap()
        self._counts.append(_whole(element.get("start"), 1))
        return self._end

    def _end(self) -> None:
        self._composer.end()
        self._counts.pop()
        if not self._counts:
            self._composer.gap()

    def item(self, element: etree._Element) -> End:
        """A `li` begins."""
        self._composer.end()
        count = 1
        if self._counts:
            count = _whole(element.get("value"), self._counts[-1])
            self._counts[-1] = count + 1
        around = element.getparent()
        if around is not None and self._composer.role is Role.TEXT:
            self._composer.item(_mark(around, count))
        return self._composer.end_item


def _mark(around: etree._Element, count: int) -> str:
    if _UNMARKED.search(around.get("style") or "") or _UNMARKED_CLASS.search(around.get("class") or ""):
        return ""
    if around.tag == "ol":
        return formatted(count, _FORMS.get(around.get("type") or "", "decimal")) + "."
    return "•"


def _whole(text: str | None, otherwise: int) -> int:
    found = _WHOLE.match(text) if text else None
    return int(found[1]) if found else otherwise

"""Lists of KOOP's XML: the mark of each item as it is printed, or as the kind of list says."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from kvtui.sources.cleaning import one_line
from kvtui.sources.composing.number_formats import formatted
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.xml.labels import LONGEST_LABEL, is_label

End = Callable[[], None]

_FORMS = {
    "a": "lowerLetter", "alfa": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "1": "decimal", "expliciet": "decimal", "arabisch": "decimal", "cijfer": "decimal", "nummer": "decimal",
}  # fmt: skip
_DASHED = ("ndash", "mdash", "streep", "dash", "liggend")
_UNMARKED = ("ongemarkeerd", "geen", "none", "simple")


class OfficialLists:
    """The lists that are open where a file is being read."""

    def __init__(self, composer: Composer) -> None:
        """For lines that go to that composer."""
        self._composer = composer
        self._open: list[tuple[str, int]] = []

    @property
    def inside(self) -> bool:
        """Whether a list is open."""
        return bool(self._open)

    def begin(self, element: etree._Element) -> End:
        """A `lijst` begins."""
        self._composer.end()
        if not self._open:
            self._composer.gap()
        self._open.append((element.get("type") or element.get("soort") or "", 0))
        return self._end

    def _end(self) -> None:
        self._composer.end()
        self._open.pop()
        if not self._open:
            self._composer.gap()

    def item(self, element: etree._Element) -> End:
        """A `li` begins."""
        self._composer.end()
        kind, count = self._open[-1] if self._open else ("", 0)
        if self._open:
            self._open[-1] = (kind, count + 1)
        self._composer.item(_mark(element, kind, count + 1))
        return self._composer.end_item


def _mark(item: etree._Element, kind: str, count: int) -> str:
    printed = item.find("{*}li.nr")
    if printed is not None and not is_label(printed, LONGEST_LABEL):
        # its text follows as it stands
        return ""
    mark = one_line("".join(map(str, printed.itertext()))) if printed is not None else ""
    if mark in ("-", "—"):
        return "–"
    if mark:
        return mark
    if kind in _FORMS:
        return formatted(count, _FORMS[kind]) + "."
    if kind in _UNMARKED:
        return ""
    return "–" if kind in _DASHED else "•"

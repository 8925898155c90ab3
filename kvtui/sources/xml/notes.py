"""Notes of KOOP's XML: their marks, whether they stand in the text or are referred to from elsewhere."""

from __future__ import annotations

import re

from lxml import etree

from kvtui.sources.cleaning import one_line
from kvtui.sources.xml.labels import LONGEST_MARK, is_label

_NUMBER = re.compile(r"\d{1,4}")
_NOTES = ("{*}noot", "{*}voetnoot")
_REFERENCES = ("{*}nootref", "{*}voetref")


class Notes:
    """The marks of a file's notes: printed ones as they are, others counted."""

    def __init__(self, root: etree._Element) -> None:
        """Finds the notes that are referred to."""
        self._last = 0
        self._marks: dict[etree._Element, str] = {}
        self._by_identifier: dict[str, etree._Element] = {}
        self._referred: set[etree._Element] = set()
        if next(root.iter(*_REFERENCES), None) is None:
            return
        for element in root.iter(*_NOTES):
            for key, value in element.attrib.items():
                if _local(key) in ("id", "nr", "nootid", "noot"):
                    self._by_identifier.setdefault(str(value).strip(), element)
        self._referred = {
            note for reference in root.iter(*_REFERENCES) if (note := self.target(reference)) is not None
        }

    def target(self, reference: etree._Element) -> etree._Element | None:
        """The note that an element refers to, by any of its attributes."""
        for value in reference.attrib.values():
            note = self._by_identifier.get(str(value).strip().removeprefix("#"))
            if note is not None:
                return note
        return None

    def is_referred(self, note: etree._Element) -> bool:
        """Whether the note's mark stands elsewhere, so that none belongs where the note is."""
        return note in self._referred

    def mark_of(self, note: etree._Element, printed: str = "") -> str:
        """The note's mark: its own number, else the one `printed` where it is referred to, else counted."""
        known = self._marks.get(note)
        if known:
            return known
        number = note.find("{*}noot.nr")
        if number is not None and not is_label(number, LONGEST_MARK):
            number = None
        own = one_line("".join(map(str, number.itertext()))) if number is not None else note.get("nr", "")
        mark = _clean(own) or _clean(printed) or str(self._last + 1)
        if mark.isdecimal():
            self._last = max(self._last, int(mark))
        self._marks[note] = mark
        return mark


def _clean(printed: str) -> str:
    """A mark without what is set around its number; nothing where it is no mark."""
    found = _NUMBER.search(printed)
    if found:
        return found[0]
    bare = printed.strip(" ()[].:")
    return bare if len(bare) <= LONGEST_MARK else ""


def _local(key: object) -> str:
    return str(key).rpartition("}")[2].lower()

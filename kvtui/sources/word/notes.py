"""Footnotes and endnotes of a Word file: their marks in the order of the text, and where their text is."""

from __future__ import annotations

from lxml import etree

from kvtui.sources.composing.number_formats import formatted
from kvtui.sources.word.package import W, WordPackage

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes where the file does not say (ECMA-376 17.11.17)."""


class WordNotes:
    """Counts the references to notes; they are to be given in their order."""

    def __init__(self, package: WordPackage) -> None:
        """Finds the notes and how they are numbered."""
        self._elements = {
            (kind, note.get(f"{W}id", "")): note
            for kind, root in (("footnote", package.footnotes), ("endnote", package.endnotes))
            if root is not None
            for note in root.findall(f"{W}{kind}")
            if note.get(f"{W}type", "normal") == "normal"
        }
        self._forms = {kind: _setting(package, kind, "numFmt") or form for kind, form in _FORMS.items()}
        self._next = {kind: int(_setting(package, kind, "numStart") or "1") for kind in _FORMS}
        self._marks: dict[tuple[str, str], str] = {}

    def mark(self, reference: etree._Element, custom: str | None = None) -> str:
        """What stands in the text for a reference, without brackets; `custom` is a mark typed by hand."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        key = (kind, reference.get(f"{W}id", ""))
        if custom is None:
            text = formatted(self._next[kind], self._forms[kind])
            self._next[kind] += 1
        else:
            text = custom.strip()
        self._marks.setdefault(key, text)
        return text

    @property
    def referred(self) -> list[tuple[str, etree._Element]]:
        """Marks and texts of the notes to which the text refers, in that order."""
        return [(mark, self._elements[key]) for key, mark in self._marks.items() if key in self._elements]

    @property
    def missing(self) -> int:
        """How many notes to which the text refers are not in the file."""
        return sum(key not in self._elements for key in self._marks)


def _setting(package: WordPackage, kind: str, tag: str) -> str | None:
    """A setting of notes: of the first section that has it, else of the file."""
    for root in (package.body, package.settings):
        for properties in [] if root is None else root.iter(f"{W}{kind}Pr"):
            found = properties.find(f"{W}{tag}")
            value = None if found is None else found.get(f"{W}val", "")
            if value and (tag != "numStart" or (value.isdecimal() and len(value) < 6)):
                return value
    return None

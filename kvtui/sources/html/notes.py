"""Notes of HTML pages: which links are marks, which elements are the notes, whatever program wrote them.

A mark is a link within the page to something further on; the link back from there is none. Official
pages, pandoc, mammoth, Word and LibreOffice all write them so.
"""

from __future__ import annotations

import re

from lxml import etree

from kvtui.sources.cleaning import one_line

_MARK = re.compile(r"[\[(]?\s?(\d{1,3}|[*†‡]{1,3}|[a-z])\s?[\])]?\Z")
_SAYS_NOTE = re.compile(r"fn|ftn|edn|foot|note|noot|voet", re.IGNORECASE)
_NOTE_CLASSES = frozenset(
    "noot voetnoot footnote footnotetext footnote-text msofootnotetext msoendnotetext sdfootnote".split()
)
_NUMBER_CLASSES = frozenset("nootnum nootnummer noot-nr nootnr footnote-number".split())
_RUNNING = frozenset("a span sup b i em strong small font".split())
_LONGEST_MARK = 12


class NoteFinder:
    """The links and targets of a page, and what they turn out to be."""

    def __init__(self) -> None:
        """Before the page is walked through."""
        self._order = 0
        self._places: dict[str, tuple[int, etree._Element]] = {}
        self._links: list[tuple[int, etree._Element, str]] = []
        self._marks: dict[etree._Element, str] = {}
        self._backs: set[etree._Element] = set()
        self._notes: dict[etree._Element, str] = {}
        self._count = 0

    def step(self) -> None:
        """An element without attributes goes by."""
        self._order += 1

    def take(self, element: etree._Element) -> None:
        """Takes an element in, in the order of the page."""
        self._order += 1
        for key in ("id", "name") if element.tag == "a" else ("id",):
            identifier = element.get(key)
            if identifier:
                self._places.setdefault(identifier, (self._order, element))
        target = element.get("href") if element.tag == "a" else None
        if target and target.startswith("#"):
            self._links.append((self._order, element, target[1:]))

    def decide(self) -> None:
        """Tells marks and links back apart, when all is taken in."""
        leading_back: list[tuple[etree._Element, etree._Element]] = []
        for order, link, identifier in self._links:
            place, target = self._places.get(identifier, (0, None))
            if target is None:
                continue
            if place < order:
                leading_back.append((link, target))
                continue
            mark, note = _mark_in(link), _block_of(target)
            if mark and note is not None and _is_mark(link, identifier):
                self._marks[link] = mark
                self._notes.setdefault(note, mark)
        # a link back leads to the mark, or to an element fast around it
        led_to = {element for mark in self._marks for element in (mark, mark.getparent())}
        self._backs = {link for link, target in leading_back if target in led_to}

    def mark(self, link: etree._Element) -> str | None:
        """The mark that a link is; None where it is none."""
        return self._marks.get(link)

    def is_back(self, link: etree._Element) -> bool:
        """Whether a link leads from a note back to its mark."""
        return link in self._backs

    def note(self, element: etree._Element, classes: frozenset[str]) -> str | None:
        """The mark of the note that an element is; None where it is none."""
        mark = self._notes.get(element)
        if mark is None and classes & _NOTE_CLASSES and element.tag not in _RUNNING:
            mark = _own_number(element) or str(self._count + 1)
        if mark is not None and mark.isdecimal():
            self._count = max(self._count, int(mark))
        return mark


def is_number(classes: frozenset[str]) -> bool:
    """Whether an element of these classes holds the number of a note."""
    return bool(classes & _NUMBER_CLASSES)


def _mark_in(link: etree._Element) -> str | None:
    found = _MARK.match(_begin_of(link))
    return found[1] if found else None


def _begin_of(element: etree._Element, longest: int = _LONGEST_MARK) -> str:
    """The text of an element, as far as it is needed to know a mark."""
    text = ""
    for piece in element.itertext():
        text = (text + str(piece)[: 2 * longest]).lstrip()
        if len(text) > longest:
            break
    return one_line(text)


def _is_mark(link: etree._Element, identifier: str) -> bool:
    """Whether a link is raised, or says that it is of a note."""
    parent = link.getparent()
    if parent is not None and parent.tag == "sup":
        return True
    words = (identifier, *(link.get(key) for key in ("class", "role", "rel", "style", "id")))
    return any(child.tag == "sup" for child in link) or any(_SAYS_NOTE.search(word) for word in words if word)


def _block_of(target: etree._Element) -> etree._Element | None:
    """The note that a target is in: the block, and the box around it that has it first and a name."""
    block: etree._Element | None = target
    while block is not None and block.tag in _RUNNING:
        block = block.getparent()
    if block is None or block.tag in ("body", "html", "td", "table", "ol", "ul"):
        return None
    box = block.getparent()
    if box is not None and box.tag in ("div", "li", "aside") and box.get("id") and box[0] is block:
        return box
    return block


def _own_number(element: etree._Element) -> str | None:
    found = re.match(r"[\[(]?(\d{1,3})(?:[\])]|[.:]?(?:\s|\Z)|(?=[A-Z«]))", _begin_of(element))
    return found[1] if found else None

"""The runs of a Word paragraph as pieces of text: what a reader of the printed page would see.

Fields give their result, tracked changes their outcome; text boxes are handed on to be read as
blocks of their own.
"""

from __future__ import annotations

from lxml import etree

from kvtui.sources.composing.look import Look
from kvtui.sources.composing.styled_text import LINE_BREAK, PAGE_BREAK, Kind, Piece
from kvtui.sources.composing.symbols import symbol
from kvtui.sources.word.notes import WordNotes
from kvtui.sources.word.package import W
from kvtui.sources.word.styles import WordStyles

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

ALTERNATIVES = f"{MC}AlternateContent"
BOX = f"{W}txbxContent"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
UNSEEN = frozenset(
    f"{W}{tag}"
    for tag in (
        "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr tblPr tblGrid tblPrEx trPr tcPr rubyPr sectPr "
        "del moveFrom delText instrText delInstrText"
    ).split()
)
"""Elements whose text no reader sees: properties, deletions, instructions of fields."""
_TEXTS = {f"{W}t", f"{_MATH}t", f"{_DRAWING}t"}
_CHARACTERS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}
_REFERENCES = {f"{W}footnoteReference", f"{W}endnoteReference"}


def alternative(element: etree._Element) -> etree._Element | None:
    """The one of several versions of the same content that is read: the first with text in it."""
    versions = [version for version in element if version.tag in (f"{MC}Choice", f"{MC}Fallback")]
    return next((version for version in versions if next(version.iter(f"{W}t", BOX), None) is not None), None)


class RunReader:
    """Reads the paragraphs of one story (body, header, note …) in their order; fields may span several."""

    def __init__(self, story: etree._Element, styles: WordStyles, notes: WordNotes) -> None:
        """`story` is the element that holds all the paragraphs to come."""
        self._styles = styles
        self._notes = notes
        self._broken = _fields_without_end(story)
        self._instructions: list[bool] = []
        """For each field that is open, whether its instruction (not its result) is being read."""
        self._pieces: list[Piece] = []
        self._boxes: list[etree._Element] = []
        self._style = ""
        self._custom: etree._Element | None = None

    def read(self, paragraph: etree._Element, style_id: str) -> tuple[list[Piece], list[etree._Element]]:
        """The pieces of a paragraph in that style, and the text boxes that hang on it."""
        self._pieces, self._boxes, self._style = [], [], style_id
        self._walk(paragraph, self._styles.run(None, style_id))
        return self._pieces, self._boxes

    def outside_fields(self) -> list[bool]:
        """Leaves the open fields, as a text box does; gives what `inside_fields` needs afterwards."""
        left, self._instructions = self._instructions, []
        return left

    def inside_fields(self, left: list[bool]) -> None:
        """Goes back into the fields that `outside_fields` left."""
        self._instructions = left

    def _walk(self, parent: etree._Element, look: Look) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._walk(child, self._styles.run(child.find(f"{W}rPr"), self._style))
                self._custom = None
            elif tag in _TEXTS:
                self._add(child.text or "", look)
            elif tag in UNSEEN:
                continue
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag], look)
            elif tag == f"{W}fldChar":
                self._field(child)
            elif isinstance(tag, str):
                self._other(child, look)

    def _other(self, element: etree._Element, look: Look) -> None:
        tag = element.tag
        if tag in (f"{W}br", f"{W}cr"):
            if not any(self._instructions):
                self._pieces.append(PAGE_BREAK if element.get(f"{W}type") == "page" else LINE_BREAK)
        elif tag in _REFERENCES:
            self._reference(element)
        elif tag == f"{W}sym":
            code = element.get(f"{W}char", "")
            self._add(symbol(_hexadecimal(code), element.get(f"{W}font", "")), look)
        elif tag in (BOX, WORD_ART):
            if not any(self._instructions):
                self._boxes.append(element)
        elif tag == ALTERNATIVES:
            chosen = alternative(element)
            if chosen is not None:
                self._walk(chosen, look)
        else:
            self._walk(element, look)

    def _add(self, text: str, look: Look) -> None:
        if look.hidden or any(self._instructions):
            return
        if self._custom is not None:
            self._mark(self._notes.mark(self._custom, custom=text))
        else:
            kind = Kind.RAISED if look.raised else Kind.TEXT
            self._pieces.append(Piece(text, kind, bool(look.bold), bool(look.italic)))

    def _reference(self, element: etree._Element) -> None:
        if any(self._instructions):
            return
        if switched_on(element, "customMarkFollows"):
            self._custom = element
        else:
            self._mark(self._notes.mark(element))

    def _mark(self, mark: str) -> None:
        if mark:
            self._pieces.append(Piece(f"[{mark}]", Kind.MARK))

    def _field(self, element: etree._Element) -> None:
        """Field characters: begin, an instruction, separate, the result, end (ECMA-376 17.16.18)."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self._broken:
            self._instructions.append(True)
        elif kind == "separate" and self._instructions:
            self._instructions[-1] = False
        elif kind == "end" and self._instructions:
            self._instructions.pop()


def switched_on(element: etree._Element, attribute: str) -> bool:
    """Whether an on-off attribute is on."""
    return element.get(f"{W}{attribute}", "0") in ("1", "true", "on")


def _fields_without_end(story: etree._Element) -> set[etree._Element]:
    """Beginnings of fields that never end: damage, which must not hide all that follows."""
    begun: list[etree._Element] = []
    for element in story.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
    return set(begun)


def _hexadecimal(text: str) -> int:
    try:
        return int(text[:6], 16)
    except ValueError:
        return 0

"""pdfium's functions as `glyphs` calls them: bound for many calls, and the style of a font.

Stands alone: no other module of kvtui is imported.
"""

from __future__ import annotations

import ctypes
import importlib
import re
from typing import Any

BOLD, ITALIC = 1, 2
# PDF 32000-1, table 123: the flags of a font.
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_BOLD_NAME = re.compile(r"bold|black|heavy|(?<!medium)demi\b", re.IGNORECASE)
_LIGHT_NAME = re.compile(r"regular|roman|book|light|medium", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|cursive|slanted|(?<=[a-z,-])It\b", re.IGNORECASE)
_BOLD_WEIGHT = 700
_OF_TEXT = (
    "FPDFText_CountChars",
    "FPDFText_ClosePage",
    "FPDFText_GetFontSize",
    "FPDFText_GetText",
    "FPDFText_GetTextObject",
    "FPDFText_GetUnicode",
)
"""They take a page's text, as an address."""


class PdfLibrary:
    """pdfium, its functions bound for many calls: no pointer objects, places in memory kept."""

    def __init__(self) -> None:
        """Loads it."""
        self.raw: Any = importlib.import_module("pypdfium2_raw")
        self.raw.FPDF_InitLibrary()
        self.load_text = self.raw.FPDFText_LoadPage
        self.load_text.restype = ctypes.c_void_p
        for name in _OF_TEXT:
            function = getattr(self.raw, name)
            function.argtypes = (ctypes.c_void_p, *function.argtypes[1:])
        self.object_at = self.raw.FPDFText_GetTextObject
        self.object_at.restype = ctypes.c_void_p
        self.size_at = self.raw.FPDFText_GetFontSize
        self.font_of = self.raw.FPDFTextObj_GetFont
        self.font_of.argtypes, self.font_of.restype = (ctypes.c_void_p,), ctypes.c_void_p
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.matrix, self.box = self.raw.FS_MATRIX(), self.raw.FS_RECTF()
        self.places = tuple(map(ctypes.addressof, (self.x, self.y, self.matrix, self.box)))
        """Where the next three write to."""
        self.origin_of = self._writing("FPDFText_GetCharOrigin", 2)
        self.matrix_of = self._writing("FPDFText_GetMatrix", 1)
        self.box_of = self._writing("FPDFText_GetLooseCharBox", 1)
        self.drawn_at = self.raw.FPDFPage_GetObject
        self.drawn_at.restype = ctypes.c_void_p
        self.kind_of = self.raw.FPDFPageObj_GetType
        self.kind_of.argtypes = (ctypes.c_void_p,)

    def _writing(self, name: str, places: int) -> Any:
        """A function of a page's text and a character's index that writes to addresses."""
        function = getattr(self.raw, name)
        function.argtypes = (ctypes.c_void_p, ctypes.c_int) + (ctypes.c_void_p,) * places
        return function

    def style_of(self, font: int | None) -> int:
        """Weight and slant of a font, told by its name, its flags and its stem."""
        if not font:
            return 0
        pointer = ctypes.cast(font, self.raw.FPDF_FONT)
        buffer = ctypes.create_string_buffer(256)
        self.raw.FPDFFont_GetBaseFontName(pointer, buffer, 256)
        name = buffer.value.decode("latin-1").rpartition("+")[2]
        flags, angle = self.raw.FPDFFont_GetFlags(pointer), ctypes.c_int()
        self.raw.FPDFFont_GetItalicAngle(pointer, angle)
        heavy = self.raw.FPDFFont_GetWeight(pointer) >= _BOLD_WEIGHT and not _LIGHT_NAME.search(name)
        bold = bool(_BOLD_NAME.search(name)) or (flags > 0 and bool(flags & _FLAG_BOLD)) or heavy
        slanted = (flags > 0 and bool(flags & _FLAG_ITALIC)) or angle.value != 0
        return BOLD * bold + ITALIC * (bool(_ITALIC_NAME.search(name)) or slanted)

"""What runs in the process of its own: PDFs in on standard input, their text with its places out.

A request is a line with a size and that many bytes; the answer is JSON, one line a page and a last
one with "end" or "error". Only `binding`, `rulings` and `stretches` are loaded with it, see `process`.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import math
import re
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO
from unicodedata import normalize

from kvtui.sources.pdf.binding import PdfLibrary
from kvtui.sources.pdf.rulings import has_picture, rulings_on
from kvtui.sources.pdf.stretches import stretches_of

MOST_PAGES = 2000
"""Pages: far above any Kamervraag (the longest known has some 70)."""
MOST_CHARACTERS = 5_000_000
MOST_RUNS = 400_000
"""Pieces of text drawn at once: a long document in which every letter is one has fewer."""
MOST_MEMORY = 1 << 30
"""Bytes of memory for the process, where the platform can hold it to them."""
MOST_SECONDS = 30
"""Of work of the processor for one document, where the platform counts them."""

_ERRORS = {
    3: "is damaged: no page can be found in it; fetch or save it anew",
    4: "is protected with a password; save it without one",
    5: "is protected in a way that cannot be opened; save it without protection",
}
_STATED = ("Title", "Subject", "Author", "Keywords")
# Accents that stand alone, and what they are over or under a letter.
_COMBINING = dict(
    zip(
        "`´^ˆ˜¨¯˘˙˚˝ˇ¸˛",
        "\u0300\u0301\u0302\u0302\u0303\u0308\u0304\u0306\u0307\u030a\u030b\u030c\u0327\u0328",
        strict=True,
    )
)
_ACCENT = re.compile(f"[{re.escape(''.join(_COMBINING))}]")
_GONE = "\0"
"""In the place of an accent that became part of its letter."""


class UnreadableError(Exception):
    """A document that cannot be read; the message says why and what to do."""


class OpenDocument:
    """One PDF while it is read."""

    def __init__(self, library: PdfLibrary, data: bytes) -> None:
        """Raises `UnreadableError`."""
        self._library, self._raw, self._data = library, library.raw, data
        self._styles: dict[int | None, int] = {}
        self._document = self._raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            error = self._raw.FPDF_GetLastError()
            raise UnreadableError(_ERRORS.get(error, _ERRORS[3]))

    def close(self) -> None:
        """Give its memory back."""
        self._raw.FPDF_CloseDocument(self._document)

    def stated(self) -> list[tuple[str, str]]:
        """The title and the like that stand beside the text."""
        found = []
        buffer = ctypes.create_string_buffer(4096)
        for name in _STATED:
            size = self._raw.FPDF_GetMetaText(self._document, name.encode(), buffer, 4096)
            if 2 < size <= 4096:
                found.append((name, buffer.raw[: size - 2].decode("utf-16-le", errors="ignore")))
        return found

    def pages(self) -> Iterator[dict[str, Any]]:
        """Each page: its box, how it is turned, its runs of text and its rulings.

        A page that cannot be read is told so. Raises `UnreadableError`, also where most are such.
        """
        count = self._raw.FPDF_GetPageCount(self._document)
        if count <= 0:
            raise UnreadableError(_ERRORS[3])
        if count > MOST_PAGES:
            raise UnreadableError(f"has {count} pages; PDFs of at most {MOST_PAGES} pages are read")
        characters = runs = 0
        failed: list[int] = []
        for number in range(count):
            page = self._raw.FPDF_LoadPage(self._document, number)
            text = page and self._library.load_text(page)
            if text:
                characters += self._raw.FPDFText_CountChars(text)
                if characters > MOST_CHARACTERS:
                    raise UnreadableError(f"holds more than {MOST_CHARACTERS} characters, too many to read")
                found = self._page(page, text)
                runs += len(found["runs"])
                if runs > MOST_RUNS:
                    raise UnreadableError(f"holds more than {MOST_RUNS} pieces of text, too many to read")
                yield found
                self._raw.FPDFText_ClosePage(text)
            else:
                failed.append(number + 1)
                yield {"box": (0, 0, 0, 0), "turned": 0, "runs": (), "rulings": (), "failed": True}
            if page:
                self._raw.FPDF_ClosePage(page)
        if 2 * len(failed) > count:
            which = f"page {failed[0]} of {count}" if len(failed) == 1 else f"{len(failed)} of {count} pages"
            raise UnreadableError(f"is damaged: {which} cannot be read; fetch or save it anew")

    def _page(self, page: Any, text: int) -> dict[str, Any]:
        box = self._library.box
        self._raw.FPDF_GetPageBoundingBox(page, box)
        edges = [box.left, box.bottom, box.right, box.top]
        runs = list(self._runs(text))
        return {
            "box": edges,
            "turned": self._raw.FPDFPage_GetRotation(page),
            "runs": runs,
            "rulings": rulings_on(self._library, page),
            "picture": not runs and has_picture(self._library, page),
        }

    def _runs(self, text: int) -> Iterator[tuple[object, ...]]:
        """Characters drawn at once: (text, x and y where it begins and ends, size, direction, style)."""
        characters = self._characters(text)
        composed = self._composed(text, characters)
        spaced = False
        for start, end, object_ in stretches_of(self._library, text, characters):
            drawn = composed[start:end]
            words = drawn.rstrip(" ")
            if not object_ or not words or words == _GONE:
                spaced = spaced or " " in drawn or not object_  # a space that pdfium puts where a gap is
                continue
            yield (
                spaced,
                drawn.replace(_GONE, ""),
                *self._place(text, start, start + len(words) - 1, object_),
            )
            spaced = False

    def _characters(self, text: int) -> str:
        """The page's characters: one for each that pdfium counts."""
        count = self._raw.FPDFText_CountChars(text)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        self._raw.FPDFText_GetText(text, 0, count, buffer)
        found = bytes(buffer).decode("utf-16-le", errors="replace")[:-1]
        if len(found) == count and "\0" not in found:
            return found.replace("\ufffe", "\x02")
        return "".join(map(self._character, (self._raw.FPDFText_GetUnicode(text, at) for at in range(count))))

    def _composed(self, text: int, characters: str) -> str:
        """The same with the accents that are drawn over a letter made one with it."""
        if not _ACCENT.search(characters):
            return characters
        found = list(characters)
        for match in _ACCENT.finditer(characters):
            at = match.start()
            for beside in (at - 1, at + 1):
                letter = found[beside] if 0 <= beside < len(found) else ""
                whole = normalize("NFC", letter.replace("ı", "i") + _COMBINING[match[0]])
                if letter and len(whole) == 1 and self._is_over(text, at, beside):
                    found[beside], found[at] = whole, _GONE
                    break
        return "".join(found)

    def _is_over(self, text: int, accent: int, letter: int) -> bool:
        """Whether the middle of one character's box lies in the other's."""
        library, box, place = self._library, self._library.box, self._library.places[3]
        library.box_of(text, accent, place)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        library.box_of(text, letter, place)
        return bool(box.left < x < box.right and box.bottom < y < box.top)

    def _character(self, code: int) -> str:
        return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"

    def _place(self, text: int, first: int, last: int, object_: int) -> tuple[object, ...]:
        library = self._library
        x, y, matrix, box = library.x, library.y, library.matrix, library.box
        x_place, y_place, matrix_place, box_place = library.places
        library.origin_of(text, first, x_place, y_place)
        library.matrix_of(text, first, matrix_place)
        library.box_of(text, last, box_place)
        size = library.size_at(text, first)
        font = library.font_of(object_)
        style = self._styles.get(font)
        if style is None:
            style = self._styles[font] = library.style_of(font)
        begin_x, begin_y = round(x.value, 2), round(y.value, 2)
        if not matrix.b and matrix.a >= 0:
            height = size * math.hypot(matrix.c, matrix.d)
            return (begin_x, begin_y, round(box.right, 2), begin_y, round(height, 2), 0, style)
        direction = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        ends = ((box.right, begin_y), (begin_x, box.top), (box.left, begin_y), (begin_x, box.bottom))
        end_x, end_y = ends[(direction + 45) // 90 % 4]
        height = size * math.hypot(matrix.c, matrix.d)
        return (begin_x, begin_y, round(end_x, 2), round(end_y, 2), round(height, 2), direction, style)


def answer_to(library: PdfLibrary, data: bytes, output: BinaryIO) -> None:
    """Write what is found in a document, or why nothing is."""

    def say(message: dict[str, Any]) -> None:
        output.write(json.dumps(message).encode() + b"\n")

    try:
        document = OpenDocument(library, data)
        try:
            for page in document.pages():
                say(page)
            say({"end": document.stated()})
        finally:
            document.close()
    except UnreadableError as error:
        say({"error": str(error)})
    except MemoryError:
        say({"error": "takes more memory than a document may"})
    output.flush()


def _limit(name: str, value: int) -> None:
    """Hold the process to a limit, where the platform knows it."""
    try:
        resource: Any = importlib.import_module("resource")
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        within = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (within, hard))
    except (ImportError, AttributeError, ValueError, OSError):
        return


def _allow_more_time() -> None:
    """The processor's time is counted from the process's beginning, its limit from each document's."""
    import time

    _limit("RLIMIT_CPU", math.ceil(time.process_time()) + MOST_SECONDS)


def main() -> None:
    """Answer until standard input ends, which it does when the reader ends."""
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_AS", MOST_MEMORY)
    library = PdfLibrary()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := requests.readline(32):
        size = int(line)
        data = requests.read(size)
        if len(data) < size:
            return
        _allow_more_time()
        answer_to(library, data, answers)

"""What is drawn on a page beside its text: straight lines (of tables, above footnotes) and pictures.

Stands alone but for `binding`: it runs in the process of `glyphs`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from kvtui.sources.pdf.binding import PdfLibrary

_MOST_OBJECTS = 20_000
_MOST_RULINGS = 1000
_MOST_INSIDE = 1000
"""Objects looked at in a form."""
_MOST_SEGMENTS = 400
"""Of one path: more is a drawing."""
_THICK, _LONG = 2.5, 4.0
"""Points: a ruling is at most so thick and at least so long."""

Ruling = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def rulings_on(library: PdfLibrary, page: Any) -> list[Ruling]:
    """The thin upright and level paths of a page, as it stands before it is turned."""
    path, drawn_at, kind_of = library.raw.FPDF_PAGEOBJ_PATH, library.drawn_at, library.kind_of
    found: list[Ruling] = []
    for at in range(min(library.raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = drawn_at(page, at)
        if kind_of(drawn) != path:
            continue
        found += _rulings_in(library.raw, ctypes.cast(drawn, library.raw.FPDF_PAGEOBJECT))
        if len(found) >= _MOST_RULINGS:
            return found[:_MOST_RULINGS]
    return found


def has_picture(library: PdfLibrary, page: Any) -> bool:
    """Whether a picture stands on the page, also one within a form that is drawn there."""
    raw = library.raw
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = library.drawn_at(page, at)
        kind = library.kind_of(drawn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == raw.FPDF_PAGEOBJ_FORM:
            form = ctypes.cast(drawn, raw.FPDF_PAGEOBJECT)
            most = min(raw.FPDFFormObj_CountObjects(form), _MOST_INSIDE)
            inside = (raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(form, one)) for one in range(most))
            if raw.FPDF_PAGEOBJ_IMAGE in inside:
                return True
    return False


def _rulings_in(raw: Any, path: Any) -> list[Ruling]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return []
    whole = (left.value, bottom.value, right.value, top.value)
    if _is_ruling(whole):
        return [_rounded(whole)]
    if not 4 <= raw.FPDFPath_CountSegments(path) <= _MOST_SEGMENTS:
        return []
    return [_rounded(part) for part in _parts(raw, path) if _is_ruling(part)]


def _parts(raw: Any, path: Any) -> Iterator[Ruling]:
    """The boxes of what a path draws without lifting the pen; of a larger box, those of its sides."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    pieces: list[list[tuple[float, float]]] = []
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not pieces:
            pieces.append([])
        pieces[-1].append(place)
    for piece in pieces:
        box = _box(piece)
        if _is_ruling(box):
            yield box
        else:
            yield from (_box(piece[at : at + 2]) for at in range(len(piece) - 1))


def _box(places: list[tuple[float, float]]) -> Ruling:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def _is_ruling(box: Ruling) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= _THICK and max(wide, high) >= _LONG


def _rounded(box: Ruling) -> Ruling:
    left, bottom, right, top = (round(value, 1) for value in box)
    return left, bottom, right, top

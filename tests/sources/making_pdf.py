"""PDFs for tests, written as plain syntax with the fonts that every PDF reader has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FONTS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
TIMES, MAPPED = "Times-Roman", "Mapped"
SPECIAL = "\ufb01\ufb03\uf0b7\uf02d\u00ad\u00b4\u00b8\u0131"
"""What the font "Mapped" says its characters from 0xC0 on are; its others are those of Helvetica."""
WIDTH, HEIGHT = 595, 842
BODY = 9.0
LEFT, LEADING = 220, 11


@dataclass(frozen=True)
class Words:
    """Words at a place: points from the left and from the bottom."""

    text: str
    x: float
    y: float
    size: float = BODY
    font: str = "Helvetica"
    turned: bool = False
    """A quarter to the left."""


@dataclass(frozen=True)
class Ruling:
    """A straight line of half a point, from one place to another."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Grid:
    """The lines of a table drawn as one path: where they stand, the upright and the level ones."""

    xs: Sequence[float]
    ys: Sequence[float]


Drawn = Words | Ruling | Grid


def pdf_of(*pages: Iterable[Drawn], page_keys: str = "", trailer_keys: str = "", title: str = "") -> bytes:
    """A PDF of pages on which words and lines are drawn in the order given."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>" for font in FONTS
    ]
    objects.append(f"<< /Title ({title}) >>")
    objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{TIMES} /Encoding /WinAnsiEncoding >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 9 0 R >>")
    codes = [f"<{code:02X}> <{code:04X}>" for code in range(0x20, 0x7F)]
    codes += [f"<{0xC0 + at:02X}> <{ord(special):04X}>" for at, special in enumerate(SPECIAL)]
    mapping = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n" + "\n".join(codes) + "\nendbfchar endcmap"
    )
    objects.append(f"<< /Length {len(mapping)} >>\nstream\n{mapping}\nendstream")
    kids = []
    for page in pages:
        content = "\n".join(map(_drawn, page))
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R {page_keys}"
            " /Resources << /Font << /F0 3 0 R /F1 4 0 R /F2 5 0 R /F3 7 0 R /F4 8 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return file_of(objects, trailer_keys)


def file_of(objects: Sequence[str], trailer_keys: str = "") -> bytes:
    """The objects of a PDF, numbered from 1 (the catalogue; the sixth states the title), as a file."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    size = len(objects) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    info = "/Info 6 0 R" if size > 6 else ""
    end = f"trailer\n<< /Size {size} /Root 1 0 R {info} {trailer_keys} >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(data) + end.encode()


def column(
    lines: Iterable[str],
    top: float = 700,
    *,
    left: float = LEFT,
    size: float = BODY,
    leading: float = LEADING,
) -> list[Words]:
    """Lines under each other; an empty one is white space."""
    return [Words(line, left, top - at * leading, size) for at, line in enumerate(lines) if line]


def _drawn(drawn: Drawn) -> str:
    if isinstance(drawn, Ruling):
        return f"0.5 w {drawn.x0} {drawn.y0} m {drawn.x1} {drawn.y1} l S"
    if isinstance(drawn, Grid):
        lines = [(x, min(drawn.ys), x, max(drawn.ys)) for x in drawn.xs]
        lines += [(min(drawn.xs), y, max(drawn.xs), y) for y in drawn.ys]
        return "0.5 w " + " ".join(f"{x0} {y0} m {x1} {y1} l" for x0, y0, x1, y1 in lines) + " S"
    text = drawn.text
    if drawn.font == MAPPED:
        text = "".join(chr(0xC0 + SPECIAL.index(one)) if one in SPECIAL else one for one in text)
    text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    turn = "0 1 -1 0" if drawn.turned else "1 0 0 1"
    font = (*FONTS, TIMES, MAPPED).index(drawn.font)
    return f"BT /F{font} {drawn.size} Tf {turn} {drawn.x} {drawn.y} Tm ({text}) Tj ET"

"""Whether Word draws lines between the cells of a table: by the table, its cells or its style."""

from __future__ import annotations

from lxml import etree

from kvtui.sources.word.package import W
from kvtui.sources.word.styles import WordStyles

_INNER = ("insideH", "insideV")
_NO_LINE = {"nil", "none"}


def lines_are_drawn(table: etree._Element, styles: WordStyles) -> bool:
    """Whether lines (or, by its style, shaded bands) part the cells of a table (w:tbl)."""
    named = table.find(f"{W}tblPr/{W}tblStyle")
    chain = [] if named is None else styles.chain(named.get(f"{W}val", ""))
    own = table.find(f"{W}tblPr/{W}tblBorders")
    inherited = [style.find(f"{W}tblPr/{W}tblBorders") for style in chain]
    for edge in _INNER:
        said = (line for borders in (own, *inherited) if (line := _line(borders, edge)) is not None)
        if next(said, False):
            return True
    if own is None and any(style.find(f"{W}tblStylePr/{W}tcPr") is not None for style in chain):
        return True
    return _most_cells_have_lines(table)


def _most_cells_have_lines(table: etree._Element) -> bool:
    cells = table.findall(f"{W}tr/{W}tc")
    lined = sum(
        1
        for cell in cells
        if any(
            _line(cell.find(f"{W}tcPr/{W}tcBorders"), edge)
            for edge in ("top", "bottom", "left", "right", "start")
        )
    )
    return lined * 2 > len(cells)


def _line(borders: etree._Element | None, edge: str) -> bool | None:
    """Whether borders draw a line on an edge; None where they say nothing of it."""
    found = None if borders is None else borders.find(f"{W}{edge}")
    return None if found is None else found.get(f"{W}val", "none") not in _NO_LINE

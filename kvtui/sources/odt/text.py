"""Walks the paragraphs, lists, tables and frames of an OpenDocument text and gives its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from kvtui.sources.composing.flow import Flow
from kvtui.sources.composing.look import Look
from kvtui.sources.composing.styled_text import LINE_BREAK, Kind, Piece, lines_of_paragraph, prefixed
from kvtui.sources.composing.table_rows import Cell, table_lines
from kvtui.sources.lines import Line, Role
from kvtui.sources.odt.lists import Counters, OdtLists, count, label, whole
from kvtui.sources.odt.styles import TABLE, TEXT, OdtStyles

_MOST_COLUMNS = 63
_UNSEEN = {
    *(
        "tracked-changes",
        "annotation",
        "annotation-end",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
    ),
    *(
        "forms",
        "binary-data",
        "image",
        "title",
        "desc",
        "hidden-text",
        "enhanced-geometry",
        "event-listeners",
    ),
    *("section-source", "table-of-content-source", "alphabetical-index-source", "bibliography-source"),
    *("illustration-index-source", "object-index-source", "table-index-source", "user-index-source"),
    *("script", "dde-connection-decls", "alphabetical-index-auto-mark-file", "param"),
}
"""Elements whose text no reader sees."""
_FRAMES = {"frame", "custom-shape", "text-box", "rect", "ellipse", "polygon", "path", "line", "caption", "g"}
_DISPLAY, _IS_HIDDEN = f"{TEXT}display", f"{TEXT}is-hidden"


@dataclass(slots=True)
class OdtNotes:
    """The notes of a file as lines, each behind its mark, in the order of the text."""

    lines: list[Line] = field(default_factory=list)


class OdtReader:
    """Reads one story: the text, or a page head or foot."""

    def __init__(
        self,
        styles: OdtStyles,
        notes: OdtNotes,
        role: Role = Role.TEXT,
        at_master_page: Callable[[str, Flow], None] = lambda name, flow: None,
    ) -> None:
        """`at_master_page` is called where pages of another kind begin."""
        self._styles = styles
        self._notes = notes
        self._role = role
        self._at_master_page = at_master_page
        self._lists = OdtLists()

    def read(self, story: etree._Element) -> Flow:
        """The lines of the story, page by page."""
        flow = Flow(self._role)
        self._blocks(story, flow)
        return flow

    def _blocks(self, parent: Iterable[etree._Element], flow: Flow) -> None:
        for child in parent:
            kind = kind_of(child)
            if kind in _UNSEEN or child.get(_DISPLAY) == "none" or child.get(_IS_HIDDEN) == "true":
                continue
            if kind == "p":
                self._paragraph(child, flow, "")
            elif kind == "h":
                self._paragraph(child, flow, self._lists.heading(child, self._styles))
            elif kind == "list":
                style = child.get(f"{TEXT}style-name", "")
                self._list(child, flow, style, self._lists.begin(child, style), 1)
            elif kind == "table":
                flow.add(self._table(child))
            elif kind:
                self._blocks(child, flow)

    def _list(self, element: etree._Element, flow: Flow, name: str, counters: Counters, level: int) -> None:
        style = self._styles.lists.get(name)
        for item in element:
            labelled = kind_of(item) != "list-item"
            for child in item if kind_of(item) in ("list-item", "list-header") else ():
                kind = kind_of(child)
                if kind == "list":
                    self._list(child, flow, child.get(f"{TEXT}style-name", name), counters, level + 1)
                elif kind not in ("p", "h"):
                    self._blocks([child], flow)
                elif labelled:
                    self._paragraph(child, flow, "")
                else:
                    labelled = True
                    count(counters, level, item.get(f"{TEXT}start-value"), style)
                    self._paragraph(child, flow, label(style, level, counters))

    def _paragraph(self, paragraph: etree._Element, flow: Flow, before: str) -> None:
        name = paragraph.get(f"{TEXT}style-name", "")
        master = self._styles.master_page(name)
        if master or self._styles.breaks_page(name, "before"):
            flow.break_page()
        if master:
            self._at_master_page(master, flow)
        pieces: list[Piece] = []
        boxes: list[etree._Element] = []
        self._inline(paragraph, self._styles.look("paragraph", name), pieces, boxes)
        if before and (any(piece.text.strip() for piece in pieces) or any(c.isalnum() for c in before)):
            pieces.insert(0, Piece(before))
        flow.add_paragraph(lines_of_paragraph(pieces, self._role))
        for box in boxes:
            inner = Flow(self._role)
            self._blocks(box, inner)
            if inner.lines:
                flow.blank()
                flow.add(inner.lines)
                flow.blank()
        if self._styles.breaks_page(name, "after"):
            flow.break_page()

    def _inline(
        self, element: etree._Element, look: Look, pieces: list[Piece], boxes: list[etree._Element]
    ) -> None:
        _add(element.text, look, pieces)
        for child in element:
            kind = kind_of(child)
            if kind in ("s", "tab"):
                _add(" ", look, pieces)
            elif kind == "line-break":
                pieces.append(LINE_BREAK)
            elif kind == "note":
                pieces.append(Piece(f"[{self._note(child)}]", Kind.MARK))
            elif kind in _FRAMES:
                boxes.append(child)
            elif kind and kind not in _UNSEEN and child.get(_IS_HIDDEN) != "true":
                styled = child.get(f"{TEXT}style-name") if kind == "span" else None
                inner = look if styled is None else self._styles.look("text", styled).over(look)
                self._inline(child, inner, pieces, boxes)
            _add(child.tail, look, pieces)

    def _note(self, note: etree._Element) -> str:
        """The mark of a note; its text goes to the others."""
        citation = next((each for each in note if kind_of(each) == "note-citation"), None)
        mark = "" if citation is None else "".join(map(str, citation.itertext())).strip()
        body = next((each for each in note if kind_of(each) == "note-body"), None)
        place = len(self._notes.lines)
        reader = OdtReader(self._styles, self._notes, Role.NOTE)
        read = [] if body is None else [line for line in reader.read(body).lines if line.text]
        first, *others = read or [Line("", role=Role.NOTE, ended=True)]
        self._notes.lines[place:place] = [prefixed(first, f"[{mark}] "), *others]
        return mark

    def _table(self, table: etree._Element) -> list[Line]:
        rows: list[list[Cell]] = []
        cells = 0
        bordered = 0
        for row in _rows(table):
            rows.append([])
            for cell in row:
                kind = kind_of(cell)
                if kind not in ("table-cell", "covered-table-cell"):
                    continue
                flow = Flow(self._role)
                if kind == "table-cell":
                    self._blocks(cell, flow)
                    cells += 1
                    bordered += self._styles.has_border(cell.get(f"{TABLE}style-name", ""))
                repeated = min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_COLUMNS)
                rows[-1] += [flow.lines, *[()] * (repeated - 1)]
        return table_lines([row for row in rows if row], drawn=bordered * 2 > cells, role=self._role)


def kind_of(element: etree._Element) -> str:
    """The name of an element without its namespace (writers have their own for some); "" for others."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those in groups too, not those of tables within."""
    found: list[etree._Element] = []
    for child in table:
        if kind_of(child) == "table-row":
            found.append(child)
        elif kind_of(child) in ("table-header-rows", "table-rows", "table-row-group"):
            found += _rows(child)
    return found


def _add(text: str | None, look: Look, pieces: list[Piece]) -> None:
    if text and not look.hidden:
        kind = Kind.RAISED if look.raised else Kind.TEXT
        pieces.append(Piece(text, kind, bool(look.bold), bool(look.italic)))

"""Walks the paragraphs, tables and text boxes of a Word story and gives its lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from kvtui.sources.cleaning import one_line
from kvtui.sources.composing.flow import Flow
from kvtui.sources.composing.styled_text import Kind, Piece, lines_of_paragraph
from kvtui.sources.composing.table_rows import Cell, table_lines
from kvtui.sources.lines import Line, Role
from kvtui.sources.word.borders import lines_are_drawn
from kvtui.sources.word.notes import WordNotes
from kvtui.sources.word.numbering import WordNumbering
from kvtui.sources.word.package import W
from kvtui.sources.word.runs import ALTERNATIVES, BOX, UNSEEN, WORD_ART, RunReader, alternative
from kvtui.sources.word.styles import WordStyles, switched

_MOST_COLUMNS = 63
"""Of a table in Word; a file that says more is not believed."""


@dataclass(frozen=True, slots=True)
class WordContext:
    """What is one for a whole file: styles, and the counts of numbers and notes."""

    styles: WordStyles
    numbering: WordNumbering
    notes: WordNotes


class StoryReader:
    """Reads one story: the body, a header, a footer or a note."""

    def __init__(
        self,
        story: etree._Element,
        context: WordContext,
        role: Role = Role.TEXT,
        at_section_end: Callable[[Flow], None] = lambda flow: None,
    ) -> None:
        """`at_section_end` is called behind the last paragraph of each section but the last."""
        self._story = story
        self._context = context
        self._role = role
        self._at_section_end = at_section_end
        self._runs = RunReader(story, context.styles, context.notes)
        self._carried: list[Piece] = []
        """Text before a paragraph mark that was deleted: it belongs to the next paragraph."""

    def read(self) -> Flow:
        """The lines of the story, page by page."""
        flow = Flow(self._role)
        self._blocks(self._story, flow)
        if self._carried:
            flow.add_paragraph(lines_of_paragraph(self._carried, self._role))
        return flow

    def _blocks(self, parent: etree._Element, flow: Flow) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, flow)
            elif tag == f"{W}tbl":
                rows = [self._row(row) for row in _below(child, f"{W}tr")]
                drawn = lines_are_drawn(child, self._context.styles)
                flow.add(table_lines([row for row in rows if row], drawn=drawn, role=self._role))
            elif tag == ALTERNATIVES:
                chosen = alternative(child)
                if chosen is not None:
                    self._blocks(chosen, flow)
            elif isinstance(tag, str) and tag not in UNSEEN:
                self._blocks(child, flow)

    def _paragraph(self, paragraph: etree._Element, flow: Flow) -> None:
        properties = paragraph.find(f"{W}pPr")
        style_id = self._context.styles.paragraph_style(properties)
        pieces, boxes = self._runs.read(paragraph, style_id)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried += pieces
        else:
            pieces, self._carried = self._carried + pieces, []
            if properties is not None and switched(properties.find(f"{W}pageBreakBefore")):
                flow.break_page()
            label = self._context.numbering.label(properties, style_id)
            flow.add_paragraph(lines_of_paragraph(_labelled(pieces, label), self._role))
        for box in boxes:
            flow.add(self._box(box))
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._at_section_end(flow)

    def _box(self, box: etree._Element) -> list[Line]:
        """The lines of a text box, or the words of WordArt, with white space around."""
        flow = Flow(self._role)
        if box.tag == WORD_ART:
            flow.add([Line(one_line(box.get("string", "")), role=self._role, ended=True)])
        else:
            left = self._runs.outside_fields()
            self._blocks(box, flow)
            self._runs.inside_fields(left)
        blank = Line("", role=self._role)
        return [blank, *flow.lines, blank] if flow.lines else []

    def _row(self, row: etree._Element) -> list[Cell]:
        """The cells of a row, with empty ones where one stretches over several columns."""
        if row.find(f"{W}trPr/{W}del") is not None:
            return []
        cells: list[Cell] = [()] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _below(row, f"{W}tc"):
            flow = Flow(self._role)
            if not _is_covered(cell):
                self._blocks(cell, flow)
            cells.append(flow.lines)
            cells += [()] * (_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
        return cells


def _labelled(pieces: list[Piece], label: str) -> list[Piece]:
    """The pieces with an automatic number before the first words; a bullet without words is left out."""
    if not label or not (any(piece.text.strip() for piece in pieces) or any(c.isalnum() for c in label)):
        return pieces
    first = next((n for n, piece in enumerate(pieces) if piece.kind is not Kind.PAGE_BREAK), len(pieces))
    return [*pieces[:first], Piece(label), *pieces[first:]]


def _below(parent: etree._Element, tag: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, those in content controls too, not those of tables within."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif (
            isinstance(child.tag, str)
            and child.tag not in UNSEEN
            and child.tag not in (f"{W}p", f"{W}tbl", BOX)
        ):
            found += _below(child, tag)
    return found


def _is_covered(cell: etree._Element) -> bool:
    """Whether a cell is merged into the one above or before it."""
    for tag in ("vMerge", "hMerge"):
        merge = cell.find(f"{W}tcPr/{W}{tag}")
        if merge is not None and merge.get(f"{W}val", "continue") == "continue":
            return True
    return False


def _number(element: etree._Element | None, otherwise: int) -> int:
    text = "" if element is None else element.get(f"{W}val", "")
    return min(int(text), _MOST_COLUMNS) if text.isdecimal() and len(text) < 6 else otherwise

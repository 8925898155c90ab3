"""Tables as lines: "| cell | cell |" for those that show data, plain lines for those that only place text.

Which cells there are, and whether lines are drawn around them, is for the formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kvtui.sources.composing.flow import Flow
from kvtui.sources.composing.styled_text import prefixed
from kvtui.sources.lines import Line, Role, Span

Cell = Sequence[Line]
"""The lines of a cell; none where it is empty or covered by another."""

_MOST_PARAGRAPHS = 8
_LONGEST_CELL = 1500
"""Characters. A cell with more than these is a text; with few such cells a table still shows data."""
_QUESTION = re.compile(r"(?:Vraag|Antwoord)\s\d{1,3}\s?[.:]?", re.IGNORECASE)
_NUMBER = re.compile(r"[€$<>≤≥±~-]*\s*\d[\d.,\s–-]*(?:%|[a-z]{1,3}\.?)?")


def table_lines(rows: Sequence[Sequence[Cell]], *, drawn: bool, role: Role) -> list[Line]:
    """The lines of a table, with a blank one before and after it.

    A table shows data where lines are drawn between its cells and it has two columns, where it has
    three, or where one has numbers. Others are letterheads, places for signatures and boxes, and forms
    with a question or answer in a cell.
    """
    flow = Flow(role)
    if _shows_data(rows, drawn):
        width = max(len(row) for row in rows)
        flow.add(_row(row, width, role) for row in rows if any(_words(cell) for cell in row))
    else:
        for row in rows:
            flow.add([line for cell in row for line in cell] or [Line("", role=role)])
    lines = flow.lines
    while lines and not lines[-1].text:
        lines.pop()
    return [Line("", role=role), *lines, Line("", role=role)] if lines else []


def _shows_data(rows: Sequence[Sequence[Cell]], drawn: bool) -> bool:
    full = [columns for row in rows if len(columns := [n for n, cell in enumerate(row) if _words(cell)]) > 1]
    if any(_is_question(cell) for row in rows for cell in row):
        return False
    if any(map(_is_long, (cell for row in rows for cell in row))) and not _is_regular(rows, full):
        return False
    if drawn:
        return bool(full)
    widest = max((len(columns) for columns in full), default=0)
    return len(full) > 1 and (widest > 2 or _has_numbers(rows))


def _is_question(cell: Cell) -> bool:
    """Whether a cell holds a heading ("Vraag 1") and the text under it."""
    filled = [line.text for line in cell if line.text]
    return len(filled) > 1 and _QUESTION.fullmatch(filled[0]) is not None


def _is_long(cell: Cell) -> bool:
    """Whether a cell holds a text of its own, as a column of a page does."""
    filled = [line.text for line in cell if line.text]
    return len(filled) > _MOST_PARAGRAPHS or sum(map(len, filled)) > _LONGEST_CELL


def _is_regular(rows: Sequence[Sequence[Cell]], full: Sequence[Sequence[int]]) -> bool:
    """Whether two rows at least fill more than one column, and most cells are short.

    A letter in a table has one row of texts; questions beside their answers are long throughout.
    """
    cells = [cell for row in rows for cell in row if _words(cell)]
    return len(full) > 1 and 2 * sum(map(_is_long, cells)) < len(cells)


def _has_numbers(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether some column has a heading and below it numbers alone, three at least."""
    for column in range(max(len(row) for row in rows)):
        texts = [text for row in rows if column < len(row) and (text := _words(row[column]))]
        if len(texts) < 4 or any(c.isdecimal() for c in texts[0]):
            continue
        if all(_NUMBER.fullmatch(text) for text in texts[1:]):
            return True
    return False


def _words(cell: Cell) -> str:
    return " ".join(line.text for line in cell if line.text)


def _row(row: Sequence[Cell], width: int, role: Role) -> Line:
    """One row with as many cells as the widest has."""
    text = "|"
    styles: list[Span] = []
    for cell in [*row, *[()] * (width - len(row))]:
        for line in cell:
            if line.text:
                text += " "
                words = line.text.replace("|", r"\|")
                if words == line.text:
                    styles += prefixed(line, text).styles
                text += words
        text += " |"
    return Line(text, role=role, ended=True, styles=tuple(sorted(styles, key=lambda span: span.start)))

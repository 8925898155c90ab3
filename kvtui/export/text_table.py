"""A table in lines of plain text: in columns, or each row as "name: cell" where columns don't fit."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.export.columns import Columns, Grid, fit
from kvtui.export.marked import Table
from kvtui.export.wrapping import columns, wrap

_STEP = "  "


def draw_table(table: Table, width: int, indent: str = "") -> list[str]:
    """The lines of a table within `width` columns, indented; only a longer word sticks out."""
    grid = fit(table.columns, width - columns(indent))
    if grid is None:
        return _stacked(table, width, indent)
    lines: list[str] = []
    rule = grid.crossing.join("─" * size for size in grid.sizes)
    for index, row in enumerate(table.rows):
        lines += _in_columns(row, table.columns, grid)
        is_last = index == len(table.rows) - 1
        if (index == 0 and table.columns.names) or (grid.folds and not is_last):
            lines.append(rule)
    return [(indent + line).rstrip() for line in lines]


def _in_columns(row: Sequence[str], known: Columns, grid: Grid) -> list[str]:
    cells = [wrap(cell, size) for cell, size in zip(row, grid.sizes, strict=False)]
    lines = []
    for number in range(max(1, *(len(cell) for cell in cells))):
        words = [cell[number] if number < len(cell) else "" for cell in cells]
        padded = [
            " " * (size - columns(text)) + text if is_number else text + " " * (size - columns(text))
            for text, size, is_number in zip(words, grid.sizes, known.numeric, strict=False)
        ]
        lines.append(grid.between.join(padded))
    return lines


def _stacked(table: Table, width: int, indent: str) -> list[str]:
    names = table.columns.names
    blocks = [wrap(" · ".join(name for name in names if name), width, indent)] if names else []
    for row in table.rows[bool(names) :]:
        lines: list[str] = []
        for index, cell in enumerate(row):
            if cell:
                name = f"{names[index]}: " if index < len(names) and names[index] else ""
                begin = indent + (_STEP if lines else "")
                lines += wrap(name + cell, width, begin + _STEP, first=begin)
        blocks.append(lines)
    return [line for lines in blocks for line in (*lines, "")][:-1]

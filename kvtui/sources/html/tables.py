"""Tables of HTML pages that show data: rows of cells, merged by `colspan` and `rowspan`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from kvtui.sources.composing.cell_grid import SpanningCell, laid_out
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.composing.table_rows import table_lines

End = Callable[[], None]
_HIGHEST = 10_000
_BORDER = re.compile(r"border[a-z-]*\s*:\s*(?!none|0|inherit)", re.IGNORECASE)


@dataclass(slots=True)
class _Table:
    """A table: whether lines are drawn in it, and the rows so far."""

    drawn: bool
    rows: list[list[SpanningCell]] = field(default_factory=list)


class HtmlTables:
    """The tables with data that are open where a page is being read."""

    def __init__(self, composer: Composer) -> None:
        """For lines that go to that composer."""
        self._composer = composer
        self._open: list[_Table] = []

    @property
    def inside(self) -> bool:
        """Whether a table is open."""
        return bool(self._open)

    def begin(self, element: etree._Element) -> End:
        """A `table` with data begins; its rows are written where it ends."""
        self._composer.end()
        self._composer.gap()
        self._open.append(_Table(_is_drawn(element)))
        return self._end

    def _end(self) -> None:
        self._composer.end()
        table = self._open.pop()
        if table.rows:
            lines = table_lines(laid_out(table.rows), drawn=table.drawn, role=self._composer.role)
            self._composer.add_lines(lines)
        self._composer.gap()

    def row(self) -> End:
        """A `tr` begins."""
        self._open[-1].rows.append([])
        return self._end_row

    def _end_row(self) -> None:
        self._composer.end()

    def cell(self, element: etree._Element) -> End:
        """A `td` or `th` begins."""
        table = self._open[-1]
        if not table.rows:
            table.rows.append([])
        if element.tag == "th":
            table.drawn = True
        self._composer.begin_part()

        def ended() -> None:
            lines = self._composer.end_part()
            across, down = (_number(element.get(key) or "") for key in ("colspan", "rowspan"))
            table.rows[-1].append(SpanningCell(lines, None, across, down))

        return ended


def _is_drawn(element: etree._Element) -> bool:
    """Whether the page says that lines are to be seen between the cells."""
    border = element.get("border")
    if border is not None and border.strip() not in ("0", "none"):
        return True
    return _BORDER.search(element.get("style") or "") is not None


def _number(text: str) -> int:
    text = text.strip()
    return min(int(text), _HIGHEST) if text.isascii() and text.isdecimal() and len(text) < 20 else 1

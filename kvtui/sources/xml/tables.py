"""CALS tables of KOOP's XML: rows of entries, merged by the names of columns and by `morerows`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from kvtui.sources.composing.cell_grid import SpanningCell, laid_out
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.composing.table_rows import table_lines

End = Callable[[], None]
_HIGHEST = 10_000


@dataclass(slots=True)
class _Group:
    """A table, or one `tgroup` of it: the places of its columns and the rows so far."""

    columns: dict[str, int] = field(default_factory=dict)
    spans: dict[str, tuple[str, str]] = field(default_factory=dict)
    rows: list[list[SpanningCell]] = field(default_factory=list)


class OfficialTables:
    """The tables that are open where a file is being read."""

    def __init__(self, composer: Composer) -> None:
        """For lines that go to that composer."""
        self._composer = composer
        self._groups: list[_Group] = []

    def group(self, element: etree._Element) -> End:
        """A `table` or `tgroup` begins; its rows are written where it ends."""
        self._composer.end()
        self._composer.gap()
        group = _Group()
        for child in element.iterchildren("{*}colspec", "{*}spanspec"):
            if child.get("spanname"):
                group.spans[child.get("spanname", "")] = (child.get("namest", ""), child.get("nameend", ""))
            else:
                group.columns.setdefault(child.get("colname", ""), len(group.columns))
        self._groups.append(group)
        return self._end_group

    def _end_group(self) -> None:
        self._composer.end()
        group = self._groups.pop()
        if group.rows:
            lines = table_lines(laid_out(group.rows), drawn=True, role=self._composer.role)
            self._composer.add_lines(lines)
        self._composer.gap()

    def row(self, element: etree._Element) -> End:
        """A `row` begins."""
        if self._groups:
            self._groups[-1].rows.append([])
        return self._end_row

    def _end_row(self) -> None:
        self._composer.end()

    def cell(self, element: etree._Element) -> End:
        """An `entry` begins; one outside a row is a paragraph."""
        if not self._groups or not self._groups[-1].rows:
            self._composer.end()
            return self._end_row
        group = self._groups[-1]
        self._composer.begin_part()

        def ended() -> None:
            lines = self._composer.end_part()
            column, across = _columns_of(element, group)
            down = 1 + _number(element.get("morerows", ""))
            group.rows[-1].append(SpanningCell(lines, column, across, down))

        return ended


def _columns_of(entry: etree._Element, group: _Group) -> tuple[int | None, int]:
    """The first column of an entry, where it is told, and how many it spans."""
    named = (entry.get("namest", ""), entry.get("nameend", ""))
    first, last = group.spans.get(entry.get("spanname", ""), named)
    begin = group.columns.get(first or entry.get("colname", ""))
    end = group.columns.get(last)
    return begin, end - begin + 1 if begin is not None and end is not None and end >= begin else 1


def _number(text: str) -> int:
    return min(int(text), _HIGHEST) if text.isascii() and text.isdecimal() and len(text) < 20 else 0

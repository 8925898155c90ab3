"""The results of a search: four rows each, of which only those near the window are held.

Documents found by their number stand above what was found in texts. Fetches nothing itself: `missing`
says which hits show and are not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kvtui.library.entries import Entry
from kvtui.tui.palette import Palette, palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.text.blocks import Ink
from kvtui.tui.text.entry_words import entry_facts, entry_name
from kvtui.tui.text.excerpts import excerpt_rows
from kvtui.tui.text.search_words import place_words
from kvtui.tui.text.wording import asker_words, day_words

if TYPE_CHECKING:
    from kvtui.library.search.results import Hit

PAGE = 50
"""Hits that are fetched at once."""
_PAGES_KEPT = 40
_EXCERPT_ROWS = 2

Pages = Mapping[int, Sequence["Hit"]]
"""The hits that are there, by the number of their page."""


class ResultList(RowList):
    """Documents and hits in the order of the search."""

    ITEM_HEIGHT = 2 + _EXCERPT_ROWS
    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.numbered: Sequence[Entry] = ()
        self.total = 0
        self.pages: dict[int, Sequence[Hit]] = {}

    @property
    def count(self) -> int:
        """Documents found by number, and all hits, fetched or not."""
        return len(self.numbered) + self.total

    def show(self, numbered: Sequence[Entry], total: int, pages: Pages) -> None:
        """Show the results of another search; the cursor keeps its row as far as it can."""
        self.numbered, self.total, self.pages = numbered, total, dict(pages)
        self.items_changed()

    def add(self, page: int, hits: Sequence[Hit]) -> None:
        """Hits that were missing."""
        self.pages[page] = hits
        if len(self.pages) > _PAGES_KEPT:
            here = self._page_of(self.cursor)
            del self.pages[max(self.pages, key=lambda number: abs(number - here))]
        self.refresh()
        self.moves += 1

    def missing(self) -> int | None:
        """The page of the first hit that shows, or is current, and is not there."""
        if not self.total or not self.size.height:
            return None
        first = self.scroll_offset.y // self.ITEM_HEIGHT
        last = (self.scroll_offset.y + self.size.height - 1) // self.ITEM_HEIGHT
        for index in (first, last, self.cursor):
            page = self._page_of(min(index, self.count - 1))
            if page not in self.pages:
                return page
        return None

    def _page_of(self, index: int) -> int:
        return max(0, index - len(self.numbered)) // PAGE

    def item(self, index: int) -> Entry | Hit | None:
        """A document found by number, or a hit; None where it has not been fetched."""
        if index < len(self.numbered):
            return self.numbered[index]
        page, place = divmod(index - len(self.numbered), PAGE)
        hits = self.pages.get(page, ())
        return hits[place] if place < len(hits) else None

    @property
    def current(self) -> Entry | Hit | None:
        """The current row."""
        return self.item(self.cursor) if self.cursor < self.count else None

    # Drawing

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """Where and when; who asked whom about what; the words found."""
        palette = palette_of(self.app)
        item, here = self.item(index), index == self.cursor
        if item is None:
            row = [Segment("   …" if line == 0 else "", palette.inks[Ink.MUTED])]
        elif line == 0:
            row = _first_row(item, here, width, palette)
        elif line == 1:
            entry = item if isinstance(item, Entry) else item.entry
            row = [Segment("  " + cut(_whose_words(entry), width - 3), palette.inks[Ink.MUTED])]
        elif isinstance(item, Entry):
            words = entry_facts(item) if line == 2 else ""
            row = [Segment("  " + cut(words, width - 3), palette.inks[Ink.MUTED])]
        else:
            row = _excerpt_row(item, line - 2, width, palette)
        strip = Strip(row).adjust_cell_length(width, palette.base)
        under = Style.null() if not here else palette.current if self.has_focus else palette.resting
        return lay_under(strip, under, palette.base) if here else strip


def _first_row(item: Entry | Hit, here: bool, width: int, palette: Palette) -> list[Segment]:
    """The document's number, the part in it, the subject, and the date at the right."""
    entry = item if isinstance(item, Entry) else item.entry
    day = day_words(entry.received or entry.submitted)
    name = entry_name(entry)
    if isinstance(item, Entry):
        part = (item.session_year or "") if item.number else ""
    else:
        part = place_words(item.part, item.number, item.numbers) or entry_facts(entry)
    room = width - 3 - cell_len(name) - cell_len(day) - 2
    where = cut(f" · {part}" if part else "", room)
    room -= cell_len(where) + 3
    about = f" · {cut(entry.subject, room)}" if entry.subject and room > 8 else ""
    between = width - 3 - cell_len(name + where + about) - cell_len(day)
    return [
        Segment("▸ " if here else "  ", palette.key),
        Segment(name, palette.number),
        Segment(where, palette.inks[Ink.STRONG]),
        Segment(about, palette.base),
        Segment(" " * max(1, between), palette.base),
        Segment(day, palette.inks[Ink.MUTED]),
    ]


def _whose_words(entry: Entry) -> str:
    """ "Eerdmans (JA21) → JenV": who asked, and which ministries."""
    to = f"→ {', '.join(entry.ministries)}" if entry.ministries else ""
    return " ".join(words for words in (asker_words(entry.askers), to) if words) or entry.file_name


def _excerpt_row(hit: Hit, line: int, width: int, palette: Palette) -> list[Segment]:
    rows = excerpt_rows(hit.excerpt.text, hit.excerpt.marks, width - 5, _EXCERPT_ROWS)
    segments = [Segment("    ", palette.base)]
    if line >= len(rows):
        return segments
    row, at = rows[line], 0
    for start, end in row.marks:
        segments.append(Segment(row.text[at:start], palette.base))
        segments.append(Segment(row.text[max(at, start) : end], palette.match))
        at = max(at, end)
    segments.append(Segment(row.text[at:], palette.base))
    return segments

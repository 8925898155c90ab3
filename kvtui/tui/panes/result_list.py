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
from textual import events
from textual.message import Message
from textual.strip import Strip

from kvtui.library.entries import Entry
from kvtui.library.printable import printable
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
    from kvtui.library.search.results import Excerpt, Hit, SearchError, Shown

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

    class Damaged(Message):
        """The text of a hit that shows is damaged; posted once for what a search found."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.numbered: Sequence[Entry] = ()
        self.total = 0
        self.pages: dict[int, Sequence[Hit]] = {}
        self._height = 0
        self._is_damaged = False

    @property
    def count(self) -> int:
        """Documents found by number, and all hits, fetched or not."""
        return len(self.numbered) + self.total

    def show(self, numbered: Sequence[Entry], total: int, pages: Pages) -> None:
        """Show the results of another search; the cursor keeps its row as far as it can."""
        self.numbered, self.total, self.pages = numbered, total, dict(pages)
        self._is_damaged = False
        self.items_changed()

    def add(self, page: int, hits: Sequence[Hit]) -> None:
        """Hits that were missing."""
        self.pages[page] = hits
        if len(self.pages) > _PAGES_KEPT:
            here = self._page_of(self.cursor)
            del self.pages[max(self.pages, key=lambda number: abs(number - here))]
        self.refresh()
        self.moves += 1

    def grow(self, total: int) -> None:
        """There are more hits than was known."""
        if total != self.total:
            self.total = total
            self.items_changed()

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

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current row as far down as it was, in proportion."""
        height, before = self.size.height, self._height
        if height and before and height != before:
            first = self.cursor * self.ITEM_HEIGHT
            down = round((first - self.scroll_offset.y) * height / before)
            self.scroll_to(y=max(0, first - down), animate=False, force=True)
        self._height = height or before

    # Drawing

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """Where and when; who asked whom about what; the words found."""
        palette = palette_of(self.app)
        item, here = self.item(index), index == self.cursor
        shown, problem = shown_of(item)
        if problem is not None:
            self._note(problem)
            row = [
                Segment(f"  {cut(str(problem), width - 3)}" if line == 0 else "", palette.inks[Ink.WARNING])
            ]
        elif item is None:
            row = [Segment("   …" if line == 0 else "", palette.inks[Ink.MUTED])]
        elif line == 0:
            row = _first_row(item, shown, here, width, palette)
        elif line == 1:
            entry = entry_of(item)
            row = [Segment("  " + cut(_whose_words(entry), width - 3), palette.inks[Ink.MUTED])]
        elif shown is None:
            words = entry_facts(entry_of(item)) if line == 2 else ""
            row = [Segment("  " + cut(words, width - 3), palette.inks[Ink.MUTED])]
        else:
            row = _excerpt_row(shown.excerpt, line - 2, width, palette, _match(here, palette))
        strip = Strip(row).adjust_cell_length(width, palette.base)
        under = Style.null() if not here else palette.current if self.has_focus else palette.resting
        return lay_under(strip, under, palette.base) if here else strip

    def _note(self, problem: SearchError) -> None:
        from kvtui.library.search.results import DamagedError

        if isinstance(problem, DamagedError) and not self._is_damaged:
            self._is_damaged = True
            self.post_message(self.Damaged())


def entry_of(item: Entry | Hit) -> Entry:
    """The document of a row."""
    return item if isinstance(item, Entry) else item.entry


def shown_of(item: Entry | Hit | None) -> tuple[Shown | None, SearchError | None]:
    """What is shown of a hit, or why that is impossible; nothing of either for other rows."""
    from kvtui.library.search.results import SearchError

    if item is None or isinstance(item, Entry):
        return None, None
    try:
        return item.shown, None
    except SearchError as error:
        return None, error


def _first_row(
    item: Entry | Hit, shown: Shown | None, here: bool, width: int, palette: Palette
) -> list[Segment]:
    """The document's number, the part in it, the subject, and the date at the right."""
    entry = entry_of(item)
    day = day_words(entry.received or entry.submitted)
    name = entry_name(entry)
    if shown is None:
        part = (entry.session_year or "") if entry.number else ""
    else:
        part = place_words(shown.part, shown.number, shown.numbers) or entry_facts(entry)
    room = width - 3 - cell_len(name) - cell_len(day) - 2
    where = cut(f" · {part}" if part else "", room)
    room -= cell_len(where) + 3
    subject = entry.subject or printable(entry.file_name)
    about = f" · {cut(subject, room)}" if room > 8 else ""
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


def _match(here: bool, palette: Palette) -> Style:
    """The marked words; in a row that is reversed itself, as without colours, underlined."""
    return palette.match + Style(underline=True) if here and palette.current.reverse else palette.match


def _excerpt_row(excerpt: Excerpt, line: int, width: int, palette: Palette, match: Style) -> list[Segment]:
    rows = excerpt_rows(excerpt.text, excerpt.marks, width - 5, _EXCERPT_ROWS)
    segments = [Segment("    ", palette.base)]
    if line >= len(rows):
        return segments
    row, at = rows[line], 0
    for start, end in row.marks:
        segments.append(Segment(row.text[at:start], palette.base))
        segments.append(Segment(row.text[max(at, start) : end], match))
        at = max(at, end)
    segments.append(Segment(row.text[at:], palette.base))
    return segments

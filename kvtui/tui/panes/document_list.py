"""The list of documents: three rows each, newest first; only those that show are fetched and drawn.

The rows come from the library's catalogue, by their numbers there; which they are is for the screen to say.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from kvtui.library.entries import Entry
from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.text.blocks import Ink
from kvtui.tui.text.entry_words import entry_facts, entry_name
from kvtui.tui.text.wording import asker_words, day_words

_PAGE = 32  # rows fetched at once
_PAGES_KEPT = 16

Fetch = Callable[[Sequence[int]], Sequence[Entry]]
"""Gives the entries of some files by their numbers in the catalogue."""


class DocumentList(RowList):
    """Entries in order; the current one stays current while others come."""

    ITEM_HEIGHT = 3
    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.open_path: Path | None = None
        self.total = 0
        self.words = ""
        self._starred: frozenset[str] = frozenset()
        self._files: array[int] = array("q")
        self._fetch: Fetch = lambda files: ()
        self._pages: LRUCache[int, dict[int, Entry]] = LRUCache(_PAGES_KEPT)

    # Entries

    @property
    def count(self) -> int:
        """How many documents the filter lets through."""
        return len(self._files)

    @property
    def current(self) -> Entry | None:
        """The current row."""
        return self.entry_at(self.cursor) if self.cursor < self.count else None

    def entry_at(self, index: int) -> Entry | None:
        """The entry of a row; None where the catalogue has it no more."""
        page = index // _PAGE
        entries = self._pages.get(page)
        if entries is None:
            fetched = self._fetch(self._files[page * _PAGE : (page + 1) * _PAGE])
            entries = self._pages[page] = {entry.file: entry for entry in fetched}
        return entries.get(self._files[index])

    def show_rows(self, files: array[int], total: int, fetch: Fetch) -> None:
        """Show these files in this order, out of `total`; the current one keeps its row of the window."""
        current = self._files[self.cursor] if self.cursor < self.count else None
        in_window = self.cursor * self.ITEM_HEIGHT - self.scroll_offset.y
        self._files, self.total, self._fetch = files, total, fetch
        self._pages.clear()
        if current is not None:
            self.cursor = self._index(current)
        self.items_changed()
        if current is not None and self.scroll_offset.y:
            self.scroll_to(y=self.cursor * self.ITEM_HEIGHT - in_window, animate=False, force=True)

    def _index(self, file: int) -> int:
        """The row of a file; the first where it has none."""
        try:
            return self._files.index(file)
        except ValueError:
            return 0

    def choose_file(self, file: int) -> None:
        """Make a document current, if the filter lets it through."""
        index = self._index(file)
        if index < self.count and self._files[index] == file:
            self.choose(index)

    def show_open(self, path: Path | None) -> None:
        """Mark the document that is open."""
        self.open_path = path
        self.refresh()

    def star(self, names: frozenset[str]) -> None:
        """Show in which documents there are bookmarks: their identifiers or paths."""
        self._starred = names
        self.refresh()

    class FilterWanted(Message):
        """The row of the filter was clicked."""

    def on_click(self, event: events.Click) -> None:
        """The first row asks for the filter; the others are documents."""
        if event.y < self.headroom:
            event.prevent_default()
            self.post_message(self.FilterWanted())

    # Drawing

    @property
    def headroom(self) -> int:
        """The row of the filter."""
        return 1

    def draw_head(self, line: int, width: int) -> Strip:
        """What the list is filtered by."""
        palette = palette_of(self.app)
        if not self.words:
            return Strip([Segment(" / filter…", palette.key_off)]).adjust_cell_length(width, palette.base)
        words = [Segment(" / ", palette.key), Segment(cut(self.words, width - 4), palette.base)]
        return Strip(words).adjust_cell_length(width, palette.base)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """Number and subject; who asked; when, how many questions, how long it took."""
        palette = palette_of(self.app)
        entry = self.entry_at(index)
        if entry is None:
            return Strip.blank(width, palette.base)
        here = index == self.cursor
        under = Style.null() if not here else palette.current if self.has_focus else palette.resting
        muted = palette.inks[Ink.MUTED]
        room = width - 3
        if line == 0:
            pointer = "▸ " if here else "  "
            name = cut(entry_name(entry), room)
            number = palette.number if entry.path == self.open_path else palette.inks[Ink.STRONG]
            subject = cut(entry.subject or "", room - cell_len(name) - 1)
            star = "★" if (entry.identifier or str(entry.path)) in self._starred else " "
            segments = [
                Segment(pointer, palette.key),
                Segment(name, number),
                Segment(star, palette.star),
                Segment(subject, palette.base),
            ]
        elif line == 1:
            who = asker_words(entry.askers) or entry.file_name
            segments = [Segment("  " + cut(who, room), palette.base if entry.askers else muted)]
        else:
            ink = palette.inks[Ink.WARNING] if entry.problem else muted
            segments = [Segment("  " + cut(_facts(entry), room), ink)]
        strip = Strip(segments).adjust_cell_length(width, palette.base)
        return lay_under(strip, under, palette.base) if here else strip


def _facts(entry: Entry) -> str:
    if entry.problem:
        return entry.reason
    facts = (day_words(entry.received or entry.submitted), entry_facts(entry))
    return " · ".join(fact for fact in facts if fact) or ("…" if not entry.is_read else "")

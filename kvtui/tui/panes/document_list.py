"""The list of documents: three rows each, newest first, filtered as one types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from kvtui.library.entries import Entry, SortKey, newest_first
from kvtui.library.printable import printable
from kvtui.model import DocumentKind
from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.text.blocks import Ink
from kvtui.tui.text.folding import fold
from kvtui.tui.text.wording import asker_words, day_words

_KINDS = {
    DocumentKind.NOTICE: "notice",
    DocumentKind.QUESTIONS: "open",
    DocumentKind.ORAL: "oral",
    DocumentKind.OTHER: "no Kamervragen",
}


class DocumentList(RowList):
    """Entries in order; the current one stays current while others come."""

    ITEM_HEIGHT = 3
    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.open_path: Path | None = None
        self.was_moved = False
        self._starred: frozenset[str] = frozenset()
        self.words = ""
        self._all: list[tuple[SortKey, Entry]] = []
        self._keys: dict[Path, SortKey] = {}
        self._texts: dict[Path, str] = {}
        self.shown: list[Entry] = []

    # Entries

    @property
    def count(self) -> int:
        """How many documents the filter lets through."""
        return len(self.shown)

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self._all)

    @property
    def current(self) -> Entry | None:
        """The current row."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    def add(self, entries: Iterable[Entry]) -> None:
        """Put entries in their places, in place of earlier ones of the same files."""
        stale = False
        for entry in entries:
            key = newest_first(entry)
            stale = stale or entry.path in self._keys
            self._keys[entry.path] = key
            self._texts[entry.path] = _searched(entry)
            self._all.append((key, entry))
        if stale:
            latest = {entry.path: (key, entry) for key, entry in self._all}
            self._all = list(latest.values())
        self._all.sort(key=lambda item: item[0])
        self._refill()

    def filter(self, words: str) -> None:
        """Show the documents that have all these words in what their rows say."""
        self.words = words
        self._refill()
        self.reveal()

    def _refill(self) -> None:
        """Choose the rows anew; the current document stays current and keeps its row of the window."""
        current = self.current
        in_window = self.cursor * self.ITEM_HEIGHT - self.scroll_offset.y
        wanted = fold(self.words).split()
        texts = self._texts
        self.shown = [
            entry for _, entry in self._all if not wanted or all(word in texts[entry.path] for word in wanted)
        ]
        if current is not None:
            self.cursor = self._index(current.path)
        self.items_changed()
        if current is not None and self.scroll_offset.y:
            self.scroll_to(y=self.cursor * self.ITEM_HEIGHT - in_window, animate=False, force=True)

    def _index(self, path: Path) -> int:
        key = self._keys.get(path)
        if key is None:
            return 0
        index = bisect_left(self.shown, key, key=newest_first)
        return index if index < len(self.shown) and self.shown[index].path == path else 0

    def choose_path(self, path: Path) -> None:
        """Make a document current, if the filter lets it through."""
        index = self._index(path)
        if index < len(self.shown) and self.shown[index].path == path:
            self.choose(index)

    def show_open(self, path: Path | None) -> None:
        """Mark the document that is open."""
        self.open_path = path
        self.refresh()

    def star(self, names: frozenset[str]) -> None:
        """Show in which documents there are bookmarks: their identifiers or paths."""
        self._starred = names
        self.refresh()

    def move_line(self, step: int) -> None:
        """To the next or previous document."""
        self.was_moved = True
        super().move_line(step)

    def move_page(self, step: int) -> None:
        """A page of documents on or back."""
        self.was_moved = True
        super().move_page(step)

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
        entry = self.shown[index]
        here = index == self.cursor
        under = Style.null() if not here else palette.current if self.has_focus else palette.resting
        muted = palette.inks[Ink.MUTED]
        room = width - 3
        if line == 0:
            pointer = "▸ " if here else "  "
            name = cut(_name(entry), room)
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


def _name(entry: Entry) -> str:
    return entry.number or entry.case_number or entry.identifier or printable(entry.path.stem)


def _facts(entry: Entry) -> str:
    if entry.problem:
        return entry.reason
    facts = [day_words(entry.received or entry.submitted)]
    if entry.question_count:
        facts.append(f"{entry.question_count} q")
    if entry.kind in _KINDS:
        facts.append(_KINDS[entry.kind])
    elif entry.answering_days is not None:
        facts.append(f"{entry.answering_days} d")
    return " · ".join(fact for fact in facts if fact) or ("…" if not entry.is_read else "")


def _searched(entry: Entry) -> str:
    """What the filter looks in: all that the row says."""
    parts = (
        _name(entry),
        entry.identifier or "",
        entry.case_number or "",
        entry.subject or "",
        asker_words(entry.askers),
        day_words(entry.received or entry.submitted),
        _KINDS.get(entry.kind, "") if entry.kind else "",
        entry.file_name,
    )
    return fold(" ".join(parts))

"""All bookmarks, newest first: open one, write a note on it, delete it, bring it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import BindingType
from textual.strip import Strip

from kvtui.library.printable import printable
from kvtui.model import TextPart
from kvtui.tui.bindings import bindings_for
from kvtui.tui.commands import Context
from kvtui.tui.desk import Desk
from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.prompt import Prompt
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.screens.commanded import Keymap
from kvtui.tui.screens.dialog import Dialog
from kvtui.tui.text.blocks import Ink
from kvtui.tui.text.wording import PART_WORDS, day_words

if TYPE_CHECKING:
    from kvtui.userdata.bookmarks import Bookmark


class BookmarkList(RowList):
    """Three rows each: where and when, its first words, the note."""

    ITEM_HEIGHT = 3

    def __init__(self, marks: Sequence[Bookmark]) -> None:
        """These bookmarks."""
        super().__init__()
        self.marks = marks

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.marks)

    @property
    def current(self) -> Bookmark | None:
        """The current one."""
        return self.marks[self.cursor] if self.marks else None

    @property
    def headroom(self) -> int:
        """A row to say that there are none."""
        return 0 if self.marks else 1

    def draw_head(self, line: int, width: int) -> Strip:
        """Say that there are none."""
        palette = palette_of(self.app)
        words = " No bookmarks yet: b marks a document, a question or an answer."
        return Strip([Segment(words, palette.inks[Ink.MUTED])]).adjust_cell_length(width, palette.base)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the three rows; the date stands before the note where the first row is too narrow."""
        palette = palette_of(self.app)
        mark, here = self.marks[index], index == self.cursor
        room = width - 4
        muted = palette.inks[Ink.MUTED]
        day = day_words(mark.created.astimezone().date())
        fits = cell_len(place_words(mark)) + 2 + cell_len(day) <= room
        if line == 0:
            where = cut(place_words(mark), room)
            row = [
                Segment(" ▸ " if here else "   ", palette.key),
                Segment(where, palette.inks[Ink.STRONG]),
            ]
            if fits:
                row.append(Segment(" " * (room - cell_len(where) - cell_len(day)) + day, muted))
        elif line == 1:
            row = [Segment("   " + cut(mark.excerpt or mark.title, room), palette.base)]
        else:
            note = f"✎ {mark.note}" if mark.note else ""
            before = "   " if fits else f"   {day}  "
            row = [Segment(before, muted), Segment(cut(note, width - 1 - cell_len(before)), palette.star)]
        strip = Strip(row).adjust_cell_length(width, palette.base)
        return lay_under(strip, palette.current, palette.base) if here else strip


def place_words(mark: Bookmark) -> str:
    """Where a bookmark is: "ah-tk-20232024-1059, answer 3"."""
    place = mark.place
    name = place.identifier or printable(PurePath(place.path or "").name)
    if place.part is None or place.part is TextPart.HEADER:
        return name
    part = PART_WORDS[place.part]
    return f"{name}, {part} {place.number}" if place.number is not None else f"{name}, {part}"


class BookmarksScreen(Dialog["Bookmark"]):
    """The list of bookmarks; gives the one to open."""

    CONTEXT = Context.BOOKMARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Context.BOOKMARKS)

    def __init__(self, desk: Desk, keymap: Keymap) -> None:
        """The bookmarks of this desk."""
        self._desk = desk
        self._list = BookmarkList(desk.bookmarks())
        self._deleted: list[Bookmark] = []
        super().__init__("Bookmarks", self._list, keymap, 84)
        self.commands.is_off = self._is_off

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the keys do."""
        return {
            "bookmark_open": self._open,
            "bookmark_note": self._ask_note,
            "bookmark_delete": self._delete,
            "bookmark_undo": self._undo,
            "bookmark_close": self.close,
        }

    def _is_off(self, name: str) -> bool:
        if name == "bookmark_undo":
            return not self._deleted
        return name != "bookmark_close" and self._list.current is None

    def rows_wanted(self, width: int) -> int:
        """Three rows each, and room for a few."""
        return max(6, self._list.count * self._list.ITEM_HEIGHT)

    def _reload(self) -> None:
        self._list.marks = self._desk.bookmarks()
        self._list.items_changed()
        self.tell_keys()

    def _open(self) -> None:
        if self._list.current is not None:
            self.dismiss(self._list.current)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A bookmark was clicked."""
        self._open()

    def _delete(self) -> None:
        mark = self._list.current
        if mark is not None:
            self._desk.remove_bookmark(mark)
            self._deleted.append(mark)
            self._reload()
            self.app.notify("Bookmark deleted; u brings it back.", markup=False)

    def _undo(self) -> None:
        if self._deleted:
            self._desk.restore_bookmark(self._deleted.pop())
            self._reload()

    def _ask_note(self) -> None:
        mark = self._list.current
        if mark is not None:
            self.key_bar.display = False
            self.prompt.ask("note", "Note", mark.note)

    def on_prompt_submitted(self, message: Prompt.Submitted) -> None:
        """The note was written."""
        mark = self._list.current
        if mark is not None:
            self._desk.set_note(mark, message.text)
        self._end_note()

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """The note stays as it was."""
        self._end_note()

    def _end_note(self) -> None:
        self.prompt.close()
        self.key_bar.display = True
        self.set_focus(self._list)
        self._reload()

"""The source of the open document, over the reader: the text as extracted, and what was made of it.

The file is read and explained again, in a thread; the reader beneath stays as it is.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from kvtui.export.source import (
    SourceRow,
    label_of,
    legend,
    repair_counts,
    short_legend,
    source_rows,
    source_title,
)
from kvtui.library.printable import printable
from kvtui.parsing.explaining import RepairKind
from kvtui.tui.bindings import bindings_for, bindings_of
from kvtui.tui.commands import MOVES, Context
from kvtui.tui.handing_over import hand_over
from kvtui.tui.panes.frame import Caption, Frame
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.source_pane import SourcePane
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap
from kvtui.tui.text.blocks import Block, Ink, PaneText
from kvtui.tui.text.source_text import PlacedRepair, Wanted, part_starts, repairs_in, row_of

_WIDE, _MIDDLE = 100, 60
"""Cells from which the frame says in which part one is, and on which page."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A source made ready to be shown."""

    title: str
    rows: Sequence[SourceRow]
    parts: Sequence[int]
    repairs: Sequence[PlacedRepair]
    counts: dict[RepairKind, int]


def _told_of(path: Path) -> _Told:
    """Reads and explains a file. Raises `SourceError`."""
    from kvtui.library.reading import explain_document

    explanation = explain_document(path)
    rows = source_rows(explanation)
    title = source_title(explanation, printable(path.name))
    return _Told(title, rows, part_starts(rows), repairs_in(rows), repair_counts(explanation))


class SourceScreen(Commanded, Screen[None], inherit_bindings=False):
    """The whole screen for one source; `v` and Escape go back."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Context.SOURCE), *bindings_of(*MOVES)]
    DEFAULT_CSS: ClassVar[str] = "SourceScreen { overflow: hidden; }"

    def __init__(self, path: Path, wanted: Wanted, keymap: Keymap) -> None:
        """The source of a file, to be opened at a place of its document."""
        super().__init__()
        self._path, self._wanted, self._keymap = path, wanted, keymap
        self.pane = SourcePane(id="source")
        self.frame = Frame(self.pane, id="source-frame")
        self.key_bar = KeyBar(id="source-keys")
        self._told: _Told | None = None
        self._repair: int | None = None
        self._part: tuple[int, int] | None = None
        self.commands = CommandSet(self._handlers(), is_off=self._is_off)

    def compose(self) -> ComposeResult:
        """The text, and its keys at the bottom."""
        yield self.frame
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin to read."""
        self.set_focus(self.pane)
        self.watch(self.pane, "moves", self._tell, init=False)
        self._tell()
        self.run_worker(self._read, thread=True, group="source")

    def _read(self) -> None:
        """In a thread: read the file again and explain it."""
        from kvtui.sources import SourceError

        gc.disable()  # collecting what a large file makes, again and again, would hold up keys
        try:
            told = _told_of(self._path)
            first = row_of(told.rows, self._wanted)
        except SourceError as error:
            self._hand_over(self._show_problem, str(error))
        else:
            self._hand_over(self._show, told, first)
        finally:
            gc.enable()

    def _hand_over(self, to: Callable[..., None], *what: object) -> None:
        """In a thread: call a method of the screen, if it is still there."""
        if not get_current_worker().is_cancelled:
            hand_over(self, to, *what)

    def _show(self, told: _Told, first: int) -> None:
        self._told = told
        self.pane.show_source(told.rows, first)
        self._tell()

    def _show_problem(self, problem: str) -> None:
        self.pane.show(PaneText((Block(), Block(printable(problem), Ink.WARNING))))
        self.frame.caption("source", Caption(f"Source of {printable(self._path.name)}"))

    # Words

    def on_resize(self, event: events.Resize) -> None:
        """More or less room for words."""
        self._tell()

    def _tell(self) -> None:
        """Bring the words in the frame and the row of keys up to date."""
        self.key_bar.tell(self.commands.hints(self._keymap, Context.SOURCE))
        if self._told is None:
            name = printable(self._path.name)
            self.frame.caption("source", Caption(f"Source of {name}", "reading…"))
            return
        position = self._position(self._told)
        room = self.size.width - cell_len(position) - 10
        full, short = self._statuses(self._told)
        status = full if cell_len(full) <= room else short
        self.frame.caption("source", Caption(f"Source of {self._told.title}", status, position))

    def _position(self, told: _Told) -> str:
        """Which part is at the top, on which page, and how much of the whole lies above the bottom."""
        if not told.rows or not self.pane.size.height:
            return ""
        top, bottom = self.pane.top_row, self.pane.bottom_row
        pages = told.rows[-1].page
        width = self.size.width
        words = [f"page {told.rows[top].page} of {pages}"] if pages > 1 and width >= _MIDDLE else []
        if width >= _WIDE and (label := label_of(told.rows[top])):
            words.insert(0, label)
        words.append(f"{round(100 * (bottom + 1) / len(told.rows))}%")
        return " · ".join(words)

    def _statuses(self, told: _Told) -> tuple[str, str]:
        """The current repair where it shows, else all of them: in full and in little room."""
        if self._repair is None or not self._is_shown(told.repairs[self._repair]):
            return legend(told.counts), short_legend(told.counts)
        repair = told.repairs[self._repair].shown.repair
        place = f"{self._repair + 1} of {len(told.repairs)}"
        words = f"{repair.words}: " if repair.words else ""
        return f"{place} · {words}{repair.kind}", f"{place} {repair.kind}"

    # Commands

    def _handlers(self) -> Mapping[str, Callable[[], None]]:
        pane = self.pane
        return {
            "up": lambda: pane.move_line(-1),
            "down": lambda: pane.move_line(1),
            "page_up": lambda: pane.move_page(-1),
            "page_down": lambda: pane.move_page(1),
            "home": pane.move_home,
            "end": pane.move_end,
            "source_next_repair": lambda: self._step_repair(1),
            "source_previous_repair": lambda: self._step_repair(-1),
            "source_next_part": lambda: self._step_part(1),
            "source_previous_part": lambda: self._step_part(-1),
            "source_help": self._open_help,
            "source_close": lambda: self._close(),  # noqa: PLW0108 - dismissing needs the message pump
        }

    def _is_off(self, name: str) -> bool:
        if name == "source_next_repair":
            return self._told is None or not self._told.repairs
        return name == "source_next_part" and (self._told is None or not self._told.parts)

    def on_text_selected(self, event: events.TextSelected) -> None:
        """A drag ended: copy what was selected."""
        text = self.get_selected_text()
        if text and text.strip():
            self.app.copy_to_clipboard(text)
            self.app.notify(f"Copied the selection: {len(text)} characters.", markup=False, timeout=4)

    def _close(self) -> None:
        self.dismiss(None)

    def _open_help(self) -> None:
        from kvtui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keymap))

    def _step_repair(self, step: int) -> None:
        """To the next or previous repair: from the one that shows as current, else from the window."""
        if self._told is None or not self._told.repairs:
            return
        repairs = self._told.repairs
        current, top, bottom = self._repair, self.pane.top_row, self.pane.bottom_row
        if current is not None and self._is_shown(repairs[current]):
            found = current + step
        elif step > 0:
            found = next((i for i, placed in enumerate(repairs) if placed.row >= top), 0)
        else:
            found = next((i for i in reversed(range(len(repairs))) if repairs[i].row <= bottom), -1)
        self._repair = found % len(repairs)
        self.pane.point_at(repairs[self._repair])

    def _is_shown(self, placed: PlacedRepair) -> bool:
        return self.pane.top_row <= placed.row <= self.pane.bottom_row

    def _step_part(self, step: int) -> None:
        """Bring the next or previous heading to the top; at the end of the text count on all the same."""
        if self._told is None or not self._told.parts:
            return
        parts = self._told.parts
        y = self.pane.scroll_offset.y
        if self._part is not None and self._part[0] == y:
            found = self._part[1] + step
        elif step > 0:
            found = next((i for i, row in enumerate(parts) if row > self.pane.top_row), len(parts) - 1)
        else:
            found = next((i for i in reversed(range(len(parts))) if parts[i] < self.pane.top_row), 0)
        found = max(0, min(found, len(parts) - 1))
        self.pane.bring_to_top(parts[found])
        self._part = (self.pane.scroll_offset.y, found)

"""Opening files: small texts at once, other formats and large files while the screen goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from kvtui.library.entries import entry_of
from kvtui.library.folders import is_lines_name
from kvtui.tui.first_reading import LARGE, Reading, read_first, read_whole, size_of
from kvtui.tui.head_start import HeadStart
from kvtui.tui.opening import OpenDocuments, Opened, prepare

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen

Then = Callable[[Opened], None]


class Opener:
    """Reads documents and hands them on when they are ready to be shown."""

    def __init__(self, screen: ReaderScreen, head_start: HeadStart | None) -> None:
        """`head_start` reads the first document already."""
        self._screen = screen
        self._head_start = head_start
        self._documents = OpenDocuments()
        self._wanted: Path | None = None
        """What was asked for last: what comes later of another is kept, not shown."""

    # The first document

    def begin(self) -> bool:
        """Show the first document if it is read already; else False, and `begin_late` is to be called."""
        if self._head_start is None or not self._head_start.is_ready:
            return False
        self._take_first()
        return True

    def begin_late(self) -> None:
        """Show the first document when it comes, or read it now."""
        if self._head_start is None:
            self._read_first()
        else:
            asyncio.get_running_loop().add_reader(self._head_start.fileno(), self._take_late)

    def _take_late(self) -> None:
        if self._head_start is not None:
            asyncio.get_running_loop().remove_reader(self._head_start.fileno())
            self._take_first()

    def _take_first(self) -> None:
        head_start = self._head_start
        if head_start is None:
            return
        try:
            reading = head_start.take()
        except (EOFError, OSError):
            self._read_first()
            return
        self._show_first(reading)
        if reading is not None and reading.document is not None and not reading.is_whole:
            self._screen.run_worker(lambda: self._take_rest(head_start), thread=True, group="read")

    def _read_first(self) -> None:
        """Without a process that reads already: show what can be read at once, then the rest."""
        reading = read_first(self._screen.librarian.paths)
        self._show_first(reading)
        if reading is not None and reading.document is not None and not reading.is_whole:
            path = reading.path
            self._screen.run_worker(lambda: self._read_rest(path), thread=True, group="read")

    def _show_first(self, reading: Reading | None) -> None:
        if reading is not None and reading.theme:
            self._screen.wear(reading.theme)
        if reading is None:
            self._screen.windows.say("There are no documents here.", severity="warning")
        elif reading.document is None:
            self._screen.windows.say(reading.problem, severity="error")
        else:
            opened = prepare(reading.document, reading.path, is_whole=reading.is_whole)
            self._documents.keep(opened)
            navigator = self._screen.navigator
            view = navigator.view_from(opened, reading.focus, reading.places) if reading.focus else None
            navigator.show(opened, view)
            if view is not None:
                self._screen.windows.bring(view.focus)

    def _take_rest(self, head_start: HeadStart) -> None:
        """In a thread: the whole of the first document, when its beginning shows already."""
        try:
            reading = head_start.take()
        except (EOFError, OSError):
            return
        if reading is not None:
            self._take_whole(reading)

    # Any document

    def open(self, path: Path, then: Then) -> None:
        """Read a document and hand it on; says why when it cannot be read."""
        self._wanted = path
        kept = self._documents.get(path)
        if kept is not None:
            then(kept)
        elif size_of(path) > LARGE:
            self._screen.run_worker(lambda: self._read_large(path, then), thread=True, group="read")
        elif is_lines_name(path.name):
            self._hand_on(read_whole(path), then)
        else:
            self._screen.run_worker(lambda: self._read_beside(path, then), thread=True, group="read")

    def _hand_on(self, reading: Reading, then: Then) -> None:
        if reading.document is None:
            self._screen.windows.say(reading.problem, severity="error")
            return
        opened = prepare(reading.document, reading.path, is_whole=reading.is_whole)
        self._documents.keep(opened)
        if opened.path == self._wanted:
            then(opened)

    def _read_beside(self, path: Path, then: Then) -> None:
        """In a thread: a file whose format takes longer than a key may."""
        reading = read_whole(path)
        if not get_current_worker().is_cancelled:
            self._screen.app.call_from_thread(self._hand_on, reading, then)

    def _read_large(self, path: Path, then: Then) -> None:
        """In a thread: first the beginning, then the whole; or the whole at once."""
        from kvtui.tui.reading_process import readings_of

        for index, reading in enumerate(readings_of(path)):
            if get_current_worker().is_cancelled:
                return
            if index:
                self._take_whole(reading)
            else:
                self._screen.app.call_from_thread(self._hand_on, reading, then)

    def _read_rest(self, path: Path) -> None:
        """In a thread: the whole of a large document whose beginning shows already."""
        from kvtui.tui.reading_process import readings_of

        for reading in readings_of(path):
            if reading.is_whole:
                self._take_whole(reading)

    def _take_whole(self, reading: Reading) -> None:
        """In a thread: put the whole of a document in the place of its beginning."""
        if reading.document is None:
            return
        opened = prepare(reading.document, reading.path)
        if not get_current_worker().is_cancelled:
            self._screen.app.call_from_thread(self._exchange, opened)

    def _exchange(self, opened: Opened) -> None:
        self._documents.keep(opened)
        self._screen.librarian.take([entry_of(opened.document, opened.path)])
        self._screen.navigator.exchange(opened)

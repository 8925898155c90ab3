"""Opening files: small texts at once, other formats and large files while the screen goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from kvtui.library.printable import printable
from kvtui.library.reading import end_reading, is_read_at_once
from kvtui.tui.first_reading import (
    Reading,
    ended_reading,
    first_path,
    is_large,
    read_first,
    read_whole,
    version_of,
)
from kvtui.tui.handing_over import hand_over
from kvtui.tui.head_start import HeadStart
from kvtui.tui.opening import OpenDocuments, Opened, prepare

if TYPE_CHECKING:
    from kvtui.tui.reading_process import ReadingProcesses
    from kvtui.tui.screens.reader import ReaderScreen

_TOLD_AFTER = 0.15
"""Seconds after which one is told what is being read: what comes sooner needs no words."""
_READ_AGAIN = "The file has changed; it was read again."

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
        self._awaited: Path | None = None
        """What was asked for last, while it is not there."""
        self._told: Path | None = None
        """What one is told to be being read."""
        self._unfinished: set[Path] = set()
        """Those of which only the beginning could be read."""
        self._processes: ReadingProcesses | None = None

    @property
    def waits_for(self) -> str:
        """What is being read, in words, if that takes long."""
        return f"reading {printable(self._told.name)}…" if self._told is not None else ""

    def extent(self, opened: Opened) -> str:
        """How much there is of a document, in words; empty for the whole."""
        if opened.is_whole:
            return ""
        return "only its beginning" if opened.path in self._unfinished else "reading the rest…"

    def end(self) -> None:
        """End all that is being read: leaving waits for the threads that read."""
        if self._head_start is not None:
            self._head_start.kill()
        if self._processes is not None:
            self._processes.end()
        end_reading()

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
            head_start.kill()
            self._open_first()
            return
        self._show_first(reading)
        if reading is not None and reading.document is not None and not reading.is_whole:
            path = reading.path
            self._screen.run_worker(lambda: self._take_rest(head_start, path), thread=True, group="read")
        else:
            head_start.kill()

    def _open_first(self) -> None:
        """After the process that read it has died: the first document once more, like any other."""
        path = first_path(self._screen.librarian.paths)
        if path is None:
            self._show_first(None)
        else:
            self.open(path, self._screen.navigator.show)

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
            opened = prepare(reading.document, reading)
            self._documents.keep(opened)
            navigator = self._screen.navigator
            view = navigator.view_from(opened, reading.focus, reading.places) if reading.focus else None
            navigator.show(opened, view)
            if view is not None:
                self._screen.windows.bring(view.focus)

    def _take_rest(self, head_start: HeadStart, path: Path) -> None:
        """In a thread: the whole of the first document, when its beginning shows already."""
        try:
            reading = head_start.take()
        except (EOFError, OSError):
            reading = None
        head_start.kill()
        self._take_whole(reading or ended_reading(path))

    # Any document

    def open(self, path: Path, then: Then) -> None:
        """Read a document and hand it on; says why when it cannot be read."""
        self._wanted = path
        self._await(None)
        kept = self._documents.get(path)
        if kept is not None:
            then(kept)
        elif is_read_at_once(path):
            self._hand_on(read_whole(path), then)
        else:
            self._await(path)
            read = self._read_large if is_large(path) else self._read_beside
            self._screen.run_worker(lambda: read(path, then), thread=True, group="read")

    def reopen(self, opened: Opened, then: Callable[[], None]) -> None:
        """Go on with an open document as its file is now: where that has changed, read it again first."""
        version = version_of(opened.path)
        if version is None or version == opened.version:
            then()
            return

        def exchange(changed: Opened) -> None:
            self._screen.navigator.exchange(changed)
            self._screen.windows.say(_READ_AGAIN)
            then()

        self.open(opened.path, exchange)

    def renew(self) -> None:
        """Show the open document as its file is now, where that has changed; what is asked for goes on."""
        opened = self._screen.navigator.opened
        if opened is None or not (opened.is_whole or opened.path in self._unfinished):
            return
        path = opened.path
        if version_of(path) not in (None, opened.version):
            self._screen.run_worker(lambda: self._read_again(path), thread=True, group="read")

    def _read_again(self, path: Path) -> None:
        """In a thread: the whole of a document that is open."""
        readings = self._processes_started().readings_of(path) if is_large(path) else [read_whole(path)]
        for reading in readings:
            if reading.is_whole and not get_current_worker().is_cancelled:
                opened = prepare(reading.document, reading) if reading.document is not None else None
                hand_over(self._screen, self._show_again, opened, reading.problem)

    def _show_again(self, opened: Opened | None, problem: str) -> None:
        navigator = self._screen.navigator
        before = navigator.opened
        if opened is None:
            self._screen.windows.say(problem, severity="error")
            return
        self._unfinished.discard(opened.path)
        self._documents.keep(opened)
        if before is None or before.path != opened.path:
            return  # one went on to another meanwhile
        navigator.turn_to(opened)
        if navigator.opened is not None and navigator.opened.document is not before.document:
            self._screen.windows.say(_READ_AGAIN)

    def _await(self, path: Path | None) -> None:
        """Tell, if it takes long, that a file is being read; None where none is any more."""
        self._awaited = path
        if path is not None:
            self._screen.set_timer(_TOLD_AFTER, lambda: self._tell(path))
        elif self._told is not None:
            self._told = None
            self._screen.windows.tell_captions()

    def _tell(self, path: Path) -> None:
        if path == self._awaited:
            self._told = path
            self._screen.windows.tell_captions()

    def _hand_on(self, reading: Reading, then: Then) -> None:
        if reading.path == self._awaited:
            self._await(None)
        if reading.document is None:
            self._screen.windows.say(reading.problem, severity="error")
            return
        opened = prepare(reading.document, reading)
        self._documents.keep(opened)
        if opened.path == self._wanted:
            then(opened)

    def _read_beside(self, path: Path, then: Then) -> None:
        """In a thread: a file whose format takes longer than a key may."""
        reading = read_whole(path)
        if not get_current_worker().is_cancelled:
            hand_over(self._screen, self._hand_on, reading, then)

    def _read_large(self, path: Path, then: Then) -> None:
        """In a thread: first the beginning, then the whole; or the whole at once."""
        for index, reading in enumerate(self._processes_started().readings_of(path)):
            if get_current_worker().is_cancelled:
                return
            if index:
                self._take_whole(reading)
            else:
                hand_over(self._screen, self._hand_on, reading, then)

    def _read_rest(self, path: Path) -> None:
        """In a thread: the whole of a large document whose beginning shows already."""
        for reading in self._processes_started().readings_of(path):
            if reading.is_whole:
                self._take_whole(reading)

    def _processes_started(self) -> ReadingProcesses:
        """Made when the first large file is read: a start needs none."""
        if self._processes is None:
            from kvtui.tui.reading_process import ReadingProcesses

            self._processes = ReadingProcesses()
        return self._processes

    def _take_whole(self, reading: Reading) -> None:
        """In a thread: put the whole of a document in the place of its beginning, or say why not."""
        opened = prepare(reading.document, reading) if reading.document is not None else None
        if get_current_worker().is_cancelled:
            return
        if opened is None:
            hand_over(self._screen, self._leave_unfinished, reading)
        else:
            hand_over(self._screen, self._exchange, opened)

    def _leave_unfinished(self, reading: Reading) -> None:
        self._unfinished.add(reading.path)
        self._screen.windows.say(f"Only the beginning is here. {reading.problem}", severity="error")
        self._screen.windows.tell_captions()

    def _exchange(self, opened: Opened) -> None:
        self._unfinished.discard(opened.path)
        self._documents.keep(opened)
        shown = self._screen.navigator.opened
        if shown is not None and shown.path == opened.path:
            self._screen.navigator.exchange(opened)

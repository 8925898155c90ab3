"""Which documents there are: the list that fills while others read the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from kvtui.library.entries import Entry
from kvtui.library.shelf import Shelf
from kvtui.tui.opening import Opened

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen


class Librarian:
    """Fills the list, opens what is chosen in it."""

    def __init__(self, screen: ReaderScreen, paths: Sequence[Path]) -> None:
        """A librarian of some files and folders."""
        self._screen = screen
        self.paths = tuple(paths)
        self.shelf = Shelf()
        self.is_reading = False

    def begin(self) -> None:
        """Look for all documents."""
        self.is_reading = True
        self._screen.run_worker(self._read_all, thread=True, exclusive=True, group="scan")

    def _read_all(self) -> None:
        """In a thread: the rows of all documents, in batches."""
        from kvtui.library.scanning import scan

        worker = get_current_worker()
        call = self._screen.app.call_from_thread
        for entries in scan(self.paths, stop=lambda: worker.is_cancelled):
            if worker.is_cancelled:
                return
            call(self.take, entries)
        if not worker.is_cancelled:
            call(self._all_read)
            import kvtui.parsing  # noqa: F401 - 40 ms that the next document need not wait for

    def _all_read(self) -> None:
        self.is_reading = False
        self._screen.windows.tell_captions()

    def take(self, entries: Sequence[Entry]) -> None:
        """Put rows into the list; the open document is its current row until one moves in it."""
        for entry in entries:
            self.shelf.add(entry)
        documents = self._screen.documents
        documents.add(entries)
        self._screen.asking.hint_filtered()
        opened = self._screen.navigator.opened
        if opened is not None and not documents.was_moved:
            documents.choose_path(opened.path)

    def open_current(self) -> None:
        """Open the current row of the list."""
        entry = self._screen.documents.current
        if entry is not None:
            self.open_entry(entry)

    def open_entry(self, entry: Entry) -> None:
        """Open a document of the list, where one was in it last."""
        navigator = self._screen.navigator
        if entry.problem is not None:
            self._screen.windows.say(entry.problem, severity="warning")
            return

        def show(opened: Opened) -> None:
            shown = navigator.opened
            if shown is None or (shown.path, shown.version) != (opened.path, opened.version):
                navigator.leave()
                navigator.show(opened, navigator.last_view(opened))
            self._screen.windows.bring("questions")

        self._screen.opener.open(entry.path, show)

    def filter(self, words: str) -> None:
        """Show the documents with these words only."""
        self._screen.documents.filter(words)

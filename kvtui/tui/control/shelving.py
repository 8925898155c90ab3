"""Which documents there are: the library behind the list, kept up to date while one reads.

The catalogue answers at once from what was known last; another process looks for new, changed and gone
files, and tells how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from kvtui.library.entries import Entry
from kvtui.library.links.wording import count_words
from kvtui.tui.handing_over import hand_over
from kvtui.tui.opening import Opened

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue
    from kvtui.library.collection import Collection
    from kvtui.library.indexing.progress import Progress
    from kvtui.tui.screens.reader import ReaderScreen

Answer = TypeVar("Answer")


class Librarian:
    """Fills the list, opens what is chosen in it."""

    def __init__(self, screen: ReaderScreen, paths: Sequence[Path]) -> None:
        """A librarian of some files and folders."""
        self._screen = screen
        self.paths = tuple(paths)
        self.collection: Collection | None = None
        self.catalogue: Catalogue | None = None
        """None until there is one."""
        self.progress: Progress | None = None
        """How far the reading of files is; None before it begins."""
        self.is_reading = False
        self._was_asked = False
        self._is_mended = False

    # The library

    def ask(self, question: Callable[[Catalogue], Answer]) -> Answer | None:
        """What the catalogue answers; None where there is none yet, or it turns out to be damaged.

        Then it is made anew, once: the next question may be answered.
        """
        if self.catalogue is None:
            return None
        from kvtui.library.catalogue import CatalogueError

        try:
            return question(self.catalogue)
        except CatalogueError:
            if not self._is_mended:
                self._is_mended = True
                self._screen.call_later(self.begin)
            return None

    def look_again(self) -> None:
        """Look for new, changed and gone files because the reader wants it, and tell what was found."""
        self._was_asked, self._is_mended = True, False
        self.begin()

    def begin(self) -> None:
        """Open the library, and look for changes in its files."""
        if not self.is_reading:
            self.is_reading = True
            self._screen.run_worker(self._refresh, thread=True, exclusive=True, group="library")

    def _refresh(self) -> None:
        """In a thread: show what is known, then follow what another process finds."""
        from kvtui.library.collection import discard_unused
        from kvtui.library.indexing.background import background_refresh
        from kvtui.library.indexing.progress import IndexingError
        from kvtui.tui.holding import collection_for
        from kvtui.userdata.paths import cache_dir

        worker = get_current_worker()
        collection = self.collection or collection_for(self.paths)
        hand_over(self._screen, self._hold, collection)
        is_open = self._open_catalogue(collection)
        try:
            for progress in background_refresh(collection, lambda: worker.is_cancelled):
                is_open = is_open or self._open_catalogue(collection)
                hand_over(self._screen, self._take_progress, progress)
        except IndexingError as error:
            hand_over(self._screen, self._screen.windows.say, f"The library: {error}", "error")
        if not worker.is_cancelled:
            hand_over(self._screen, self._all_read)
            discard_unused(cache_dir())
            import kvtui.parsing  # noqa: F401 - 40 ms that the next document need not wait for

    def _hold(self, collection: Collection) -> None:
        self.collection = collection
        if collection.notice:
            self._screen.windows.say(collection.notice, severity="warning")

    def _open_catalogue(self, collection: Collection) -> bool:
        """In a thread: open the catalogue; False where there is none yet."""
        from kvtui.library.catalogue import CatalogueError, open_catalogue

        try:
            catalogue = open_catalogue(collection.folder)
        except CatalogueError:
            return False
        hand_over(self._screen, self._take_catalogue, catalogue)
        return True

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        if self.catalogue is not None:
            self.catalogue.close()
        self.catalogue = catalogue
        self.show_rows()
        self._screen.navigator.surroundings_changed()

    def _take_progress(self, progress: Progress) -> None:
        from kvtui.library.indexing.progress import Stage

        self.progress = progress
        if progress.stage is Stage.TOLD:
            self._screen.windows.say(progress.words, severity="warning")
        elif progress.stage is Stage.COMMITTED:
            self.show_rows()
        self._screen.windows.tell_captions()

    def _all_read(self) -> None:
        self.is_reading = False
        self.show_rows()
        self._screen.navigator.surroundings_changed()
        self._screen.opener.renew()
        if self._was_asked:
            self._was_asked = False
            self._screen.windows.say(self._found_words())
        self._screen.windows.tell_captions()

    def _found_words(self) -> str:
        total = count_words(self._screen.documents.total, "document")
        if self.progress is None or not self.progress.done:
            return f"No file is new or has changed: {total}."
        failed = f", {self.progress.failed:,} of them cannot be read" if self.progress.failed else ""
        return f"{count_words(self.progress.done, 'file')} read{failed}: {total}."

    @property
    def status(self) -> str:
        """How far the reading of files is, in words; empty when all are read."""
        if not self.is_reading:
            return ""
        progress = self.progress
        if progress is None or not progress.total or progress.done >= progress.total:
            return "looking…"
        return f"{progress.done:,} of {progress.total:,} read"

    def end(self) -> None:
        """Let go of the library; a temporary one is thrown away."""
        from kvtui.library.collection import discard_temporary

        if self.catalogue is not None:
            self.catalogue.close()
            self.catalogue = None
        if self.collection is not None:
            discard_temporary(self.collection)

    # The list

    def show_rows(self) -> None:
        """Bring the list up to date; the open document is its current row until one moves in it."""
        documents = self._screen.documents
        words = documents.words
        rows = self.ask(lambda catalogue: (catalogue.order(words), catalogue.count()))
        if rows is None:
            return  # it is being made anew: what the list shows stays until that is there
        documents.show_rows(*rows, self._entries)
        self._screen.asking.hint_filtered()
        self.follow_open()

    def follow_open(self) -> None:
        """Make the open document the current row, unless one is moving in the list."""
        opened = self._screen.navigator.opened
        if opened is not None and self._screen.windows.front_name != "documents":
            entry = self.entry_of(opened)
            if entry is not None:
                self._screen.documents.choose_file(entry.file)

    def _entries(self, files: Sequence[int]) -> Sequence[Entry]:
        return self.ask(lambda catalogue: catalogue.entries(files)) or ()

    def filter(self, words: str) -> None:
        """Show the documents with these words only."""
        self._screen.documents.words = words
        self.show_rows()
        self._screen.documents.reveal()

    def entry_of(self, opened: Opened) -> Entry | None:
        """The row of an open document: that of its file, else of another file of the same publication."""
        identifier = opened.document.identifier
        return self.ask(
            lambda catalogue: (
                catalogue.at(opened.path) or (catalogue.find(identifier) if identifier else None)
            )
        )

    def with_surroundings(self, opened: Opened) -> Opened:
        """An open document with what the library knows now around it; itself where that is the same."""
        entry = self.entry_of(opened)
        if entry is None:
            return opened
        from kvtui.library.links.surroundings import surroundings_of
        from kvtui.tui.opening import surrounded

        around = self.ask(lambda catalogue: surroundings_of(opened.document, entry, catalogue))
        return opened if around in (None, opened.indexed.around) else surrounded(opened, around)

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

    def open_beside(self, step: int) -> None:
        """Open the document with the next or previous number of the same series."""
        opened = self._screen.navigator.opened
        entry = self.entry_of(opened) if opened is not None else None
        beside = self.ask(lambda catalogue: catalogue.beside(entry, step)) if entry is not None else None
        if beside is None:
            which = "next" if step > 0 else "previous"
            self._screen.windows.say(f"The library has no {which} document by number.")
        else:
            self.open_entry(beside)

"""Reads the files that are unread, and writes what is in them into both stores.

Commits sooner at first, so that a reader has something to look at, and less often later: a commit costs
the same for few documents as for many.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Final

from kvtui.library.folders import exists
from kvtui.library.index.opening import has_index
from kvtui.library.index.vocabulary import is_vocabulary_current, write_vocabulary
from kvtui.library.indexing.few import FEW, SMALL
from kvtui.library.indexing.packing import Packed, read_packed
from kvtui.library.indexing.progress import Progress, Report, Stage
from kvtui.library.indexing.snapshots import without
from kvtui.library.indexing.stores import Stores
from kvtui.library.indexing.workers import read_in_processes

_FIRST: Final = 0.7  # seconds from the start to the first commit
_LONGER: Final = 2.0  # each next one after so many times longer
_LONGEST: Final = 8.0
_REPORTED: Final = 0.1  # seconds between two reports
_AT_ONCE: Final = 20_000  # files
_MANY: Final = 4  # the words are gathered anew when there are so many times more documents


class Filling:
    """One filling of the stores: how far it is."""

    def __init__(self, folder: Path, stores: Stores, report: Report, stop: Callable[[], bool]) -> None:
        """For the stores of the library in that folder."""
        self._folder = folder
        self._stores = stores
        self._report = report
        self._stop = stop
        self._started = time.monotonic()
        self._committed = self._reported = self._started
        self._interval = _FIRST
        self._written = 0  # since the last commit
        self._indexed = 0
        self._with_words = 0  # of those indexed, when the words were gathered last
        self._left: set[int] = set()
        self.read = 0
        self.failed = 0
        self.total = 0

    def fill(self, processes: int) -> None:
        """Reads until nothing is unread, or `stop()`; in the end everything read is committed."""
        while not self._stop() and (jobs := self._next_jobs()):
            self._tell(Stage.READING)
            size = sum(size for _, _, size in jobs)
            with closing(self._results([job[:2] for job in jobs], size, processes)) as results:
                for result in results:
                    if self._stop():
                        break
                    if result is not None:
                        self._take(*result)
                    self._commit_in_time()
            self._commit()

    def words(self) -> None:
        """Gathers the words of the index, unless they are there: a kill may have been before that."""
        if has_index(self._folder) and not is_vocabulary_current(self._folder):
            write_vocabulary(self._folder)
        self._with_words = self._indexed

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._started

    def _next_jobs(self) -> list[tuple[int, Path, int]]:
        """The next files with their sizes: not all of a million at once."""
        catalogue = self._stores.catalogue
        self.total = self.read + catalogue.count_unread() - len(self._left)
        found = catalogue.unread(_AT_ONCE + len(self._left))
        return [job for job in found if job[0] not in self._left]

    def _results(
        self, jobs: list[tuple[int, Path]], size: int, processes: int
    ) -> Generator[tuple[int, Packed] | None, None, None]:
        if len(jobs) > FEW or size > SMALL:
            yield from read_in_processes(jobs, processes, self._stop)
            return
        for file, path in jobs:
            if self._stop():
                return
            yield file, read_packed(file, path)

    def _take(self, file: int, found: Packed) -> None:
        self.read += 1
        self._written += 1
        path = os.fsdecode(found.rows.path)
        if found.rows.problem is None:
            self._indexed += self._stores.put(file, found)
        elif exists(Path(path)):
            self.failed += 1
            self._stores.put(file, found)
        elif os.path.isdir(os.path.dirname(path)):
            self._forget(file)
        else:  # its whole folder went away, as with a disk: the next look tells what became of it
            self._left.add(file)
        if time.monotonic() - self._reported > _REPORTED:
            self._tell(Stage.READING)

    def _forget(self, file: int) -> None:
        """Takes away a file that went away meanwhile; it is found again if it comes back as it was."""
        catalogue = self._stores.catalogue
        folder, snapshot, name = catalogue.folder_of(file)
        catalogue.put_folder(folder, b"", without(snapshot, [name]))
        catalogue.drop_files([file])

    def _commit_in_time(self) -> None:
        if self._written and time.monotonic() - self._committed > self._interval:
            self._commit()

    def _commit(self) -> None:
        if not self._written:
            return
        self._stores.commit()
        self._written = 0
        self._committed = time.monotonic()
        self._interval = min(_LONGEST, self._interval * _LONGER)
        if self._indexed > self._with_words and self._indexed >= _MANY * self._with_words:
            self.words()
        self._tell(Stage.COMMITTED)

    def _tell(self, stage: Stage) -> None:
        self._reported = time.monotonic()
        self._report(Progress(stage, self.read, self.total, self.failed, self.seconds))

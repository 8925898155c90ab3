"""Reads files and folders into entries without making the reader's process stutter.

A few small files are read in the calling thread, which is a worker's; more in processes of their
own (`scan_processes`), because a thread would take the screen's turns.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kvtui.library.entries import Entry, entry_of_name
from kvtui.library.folders import find_files
from kvtui.library.scan_processes import scan_in_processes
from kvtui.library.scanner import read_entry

FEW = 8
"""Files up to this number are not worth a process, which takes 100 ms to start."""
SMALL = 256 * 1024
"""Bytes of all of them together: a thread that parses more is felt in the keys."""


def scan(paths: Sequence[Path], *, stop: Callable[[], bool] = lambda: False) -> Iterator[list[Entry]]:
    """The entries of all files among and under the paths, in batches, until `stop()` is true.

    Where there are many, each file comes twice: first by its name alone (`Entry.is_read` is False),
    then as read, the newest by name first. A file or folder that cannot be read comes with its
    `problem`. Blocks: call it in a thread. Closing the iterator ends the processes.
    """
    problems: list[Entry] = []

    def report(folder: Path, why: str) -> None:
        problems.append(entry_of_name(folder, problem=f"{folder}: cannot be read: {why}"))

    files = find_files(paths, report)
    few = list(itertools.islice(files, FEW + 1))
    if len(few) <= FEW and sum(map(_size, few)) <= SMALL:
        yield from _scan_here(few, stop)
        if problems:
            yield problems
        return
    left_over: list[Path] = []
    yield from scan_in_processes(paths, left_over, stop)
    yield from _scan_here(left_over, stop)


def _scan_here(files: Iterable[Path], stop: Callable[[], bool]) -> Iterator[list[Entry]]:
    for path in files:
        if stop():
            return
        yield [read_entry(path)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

"""Reading large files in processes of their own, so that the screen keeps answering.

Such a process runs `main`: a path as argument, readings as messages on its output.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from kvtui.library.processes import kill_with_children, python_process
from kvtui.tui.first_reading import (
    Reading,
    ended_reading,
    message_of,
    read_beginning,
    read_whole,
    reading_from,
)


class ReadingProcesses:
    """Those that run, until they are ended all at once."""

    def __init__(self) -> None:
        """None yet."""
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_ended = False

    def readings_of(self, path: Path) -> Iterator[Reading]:
        """The beginning of a large file, then the whole, or why not. Blocks: call it in a thread.

        Closing the iterator ends the process. After `end` nothing more comes.
        """
        try:
            process = self._start(path)
        except OSError:
            yield read_whole(path)
            return
        if process is None:
            return
        try:
            yield from _readings_from(process, path, lambda: self._is_ended)
        finally:
            self._let_go(process)

    def end(self) -> None:
        """End all of them, and start no more."""
        with self._lock:
            self._is_ended = True
            for process in self._running:
                kill_with_children(process)

    def _start(self, path: Path) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_ended:
                return None
            process = python_process("kvtui.tui.reading_process", str(path))
            self._running.add(process)
            return process

    def _let_go(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.discard(process)
            kill_with_children(process)
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _readings_from(
    process: subprocess.Popen[bytes], path: Path, is_ended: Callable[[], bool]
) -> Iterator[Reading]:
    assert process.stdout is not None
    try:
        while True:
            reading = reading_from(process.stdout.read)
            if reading is not None:
                yield reading
                if reading.is_whole:
                    return
    except (EOFError, OSError, pickle.UnpicklingError):
        if not is_ended():
            yield ended_reading(path)


def main() -> None:
    """In the process."""
    path = Path(sys.argv[1])
    reading = read_beginning(path)
    sys.stdout.buffer.write(message_of(reading))
    sys.stdout.buffer.flush()
    if not reading.is_whole:
        with contextlib.suppress(AttributeError, OSError):
            os.nice(10)  # keys come first
        sys.stdout.buffer.write(message_of(read_whole(path)))
        sys.stdout.buffer.flush()

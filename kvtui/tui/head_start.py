"""Reading the first document in a process of its own, while Textual is imported in this one.

Importing Textual takes longer than reading a document does: with a second core the text is
there before the screen is. Where processes cannot be forked, the reader does without.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kvtui.tui.first_reading import Reading, message_of, read_first, read_whole, reading_from


class HeadStart:
    """The reading process, and what comes from it."""

    def __init__(self, pid: int, pipe: int) -> None:
        """Made by `begin`."""
        self._pid: int | None = pid
        self._lock = threading.Lock()
        self._pipe = pipe
        self._looked_at: Reading | None = None

    def fileno(self) -> int:
        """The pipe, for the event loop to wait on."""
        return self._pipe

    @property
    def is_ready(self) -> bool:
        """Whether the next reading can be taken without waiting."""
        return self._looked_at is not None or bool(select.select([self._pipe], [], [], 0)[0])

    def refusal(self) -> str:
        """Why the first document cannot be read, if that is known already; else empty."""
        if not self.is_ready:
            return ""
        try:
            self._looked_at = self.take()
        except (EOFError, OSError):
            return ""
        return self._looked_at.problem if self._looked_at else ""

    def take(self) -> Reading | None:
        """The next reading, waiting for it; None where there is no document.

        Raises:
            EOFError: the process ended without it.
        """
        looked_at, self._looked_at = self._looked_at, None
        return looked_at or reading_from(lambda count: os.read(self._pipe, min(count, 1 << 20)))

    def kill(self) -> None:
        """End the process with what it started, finished or not; a thread that waits for it goes on."""
        with self._lock:
            if self._pid is not None:
                pid, self._pid = self._pid, None
                for kill in (os.killpg, os.kill):  # the second for where it has no group of its own
                    with suppress(OSError):
                        kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    def end(self) -> None:
        """Let go of the process, when nobody waits for it any more."""
        self.kill()
        with self._lock:
            if self._pipe >= 0:
                os.close(self._pipe)
                self._pipe = -1


def begin(paths: Sequence[Path]) -> HeadStart | None:
    """Start reading the first document among the paths; None where that cannot be done.

    To be called before any thread runs and before Textual is imported.
    """
    if not hasattr(os, "fork"):
        return None
    try:
        pipe, inlet = os.pipe()
        pid = os.fork()
    except OSError:
        return None
    if pid == 0:
        _read_and_exit(paths, inlet)
    with suppress(OSError):
        os.setpgid(pid, pid)  # here as well: it may be killed before it has come to it
    os.close(inlet)
    return HeadStart(pid, pipe)


def _read_and_exit(paths: Sequence[Path], inlet: int) -> None:
    """In the child: send the first document, then the rest of it if it is large."""
    try:
        with suppress(OSError):
            os.setpgid(0, 0)  # ends together with the process that reads a PDF for it
        reading = read_first(paths)
        _send(inlet, message_of(reading))
        if reading is not None and not reading.is_whole:
            os.nice(10)  # keys come first
            _send(inlet, message_of(read_whole(reading.path)))
    finally:
        os._exit(0)  # nothing of the parent's is cleaned up twice


def _send(inlet: int, message: bytes) -> None:
    view = memoryview(message)
    while view:
        view = view[os.write(inlet, view) :]

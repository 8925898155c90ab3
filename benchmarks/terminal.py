"""A program in a pseudo-terminal of 120 by 40: what it printed, when, and what then shows.

A thread stamps each piece of output as it arrives; the terminal emulator (pyte) draws the pieces
later, when the line is quiet, so that its slowness is in no figure. What to measure is for `measures`.
"""

from __future__ import annotations

import fcntl
import os
import pty
import queue
import signal
import struct
import sys
import termios
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import pyte

COLUMNS, ROWS = 120, 40
IDLE = 0.02
"""Seconds without output after which the emulator may draw what has arrived."""
_PATIENCE = 0.25
"""Seconds after which it draws although the output goes on."""
_SYNCHRONISED_ASKED, _SYNCHRONISED_YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_MIB = 2**20

# The reader thread must get the interpreter at once, also while pyte draws (the default is 5 ms).
sys.setswitchinterval(0.0005)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of output."""

    at: float
    """Seconds of the monotonic clock when it was read."""
    data: bytes
    """Empty for the end of the output."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of a program and its children, in MiB."""

    resident: float
    """RSS: what is in memory, libraries shared with other programs included."""
    unique: float
    """USS: what would be free if the program ended."""


class Terminal:
    """A running program, and the screen that it has drawn so far."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start `command` (found along PATH) with `environment` and no other variables."""
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: queue.Queue[Chunk] = queue.Queue()
        self._undrawn: deque[Chunk] = deque()
        self.output: list[Chunk] = []
        """Everything that was read from the queue."""
        self.started = time.monotonic()
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            _become(command, environment)
        _resize(self._descriptor)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        data = b"start"
        while data:
            try:
                data = os.read(self._descriptor, 65536)
            except OSError:  # what Linux says when the program has closed its end
                data = b""
            self._chunks.put(Chunk(time.monotonic(), data))
            if _SYNCHRONISED_ASKED in data:  # answer as a modern terminal does
                os.write(self._descriptor, _SYNCHRONISED_YES)

    def next_chunk(self, timeout: float) -> Chunk | None:
        """The next piece of output; None when none came within `timeout` seconds."""
        try:
            chunk = self._chunks.get(timeout=timeout)
        except queue.Empty:
            return None
        self.output.append(chunk)
        self._undrawn.append(chunk)
        return chunk

    def drawn(self, deadline: float) -> Iterator[Chunk]:
        """Each piece of output after it was drawn, until `deadline` (monotonic) or the end of the output."""
        ended = False
        while not ended and time.monotonic() < deadline:
            chunk = self.next_chunk(IDLE)
            ended = chunk is not None and not chunk.data
            if chunk is None or ended or chunk.at - self._undrawn[0].at > _PATIENCE:
                yield from self.draw()

    def draw(self) -> Iterator[Chunk]:
        """Put what was not drawn yet on the emulated screen: each piece, after it was drawn."""
        while self._undrawn:
            chunk = self._undrawn.popleft()
            self._stream.feed(chunk.data.replace(_SYNCHRONISED_ASKED, b""))
            yield chunk

    def collected(self, quiet: float, limit: float) -> list[Chunk]:
        """What arrives until `quiet` seconds passed without output, at most `limit`; nothing is drawn."""
        deadline = time.monotonic() + limit
        chunks: list[Chunk] = []
        while time.monotonic() < deadline:
            chunk = self.next_chunk(quiet)
            if chunk is None:
                break
            chunks.append(chunk)
            if not chunk.data:
                break
        return chunks

    def catch_up(self) -> None:
        """Read and draw everything that has arrived by now."""
        while self.next_chunk(0) is not None:
            pass
        for _ in self.draw():
            pass

    def text(self, columns: slice = slice(None), rows: slice = slice(None)) -> str:
        """What stands in some columns and rows of the emulated screen, joined by line ends."""
        return "\n".join(row[columns] for row in self.screen.display[rows])

    def press(self, key: bytes) -> float:
        """Send `key`; the moment (monotonic) just before."""
        now = time.monotonic()
        os.write(self._descriptor, key)
        return now

    def memory(self) -> Memory:
        """Memory of the program and its children now; zero when it has ended."""
        try:
            usages = [process.memory_full_info() for process in self._family()]
        except psutil.Error:
            return Memory(0.0, 0.0)
        return Memory(sum(u.rss for u in usages) / _MIB, sum(u.uss for u in usages) / _MIB)

    def processor_seconds(self) -> float:
        """Processor time that the program and its children have used so far."""
        try:
            return sum(sum(process.cpu_times()[:2]) for process in self._family())
        except psutil.Error:
            return 0.0

    def _family(self) -> list[psutil.Process]:
        root = psutil.Process(self.pid)
        return [root, *root.children(recursive=True)]

    def close(self) -> None:
        """End the program and its children, each by its own number, and wait for them."""
        try:
            family = self._family()
        except psutil.Error:
            family = []
        for how in (signal.SIGTERM, signal.SIGKILL):
            for process in family:
                try:
                    process.send_signal(how)
                except psutil.NoSuchProcess:
                    continue
            _, family = psutil.wait_procs(family, timeout=2)
        self._reader.join(timeout=2)
        os.close(self._descriptor)


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """A `Terminal` with `command`, ended at the end of the block."""
    terminal = Terminal(command, environment)
    try:
        yield terminal
    finally:
        terminal.close()


def _resize(descriptor: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """In the child: turn into `command`, never return."""
    try:
        _resize(0)
        os.execvpe(command[0], list(command), dict(environment))
    finally:
        os._exit(127)

"""Reads many files in processes of their own (`worker`), over all cores.

One that dies, or is ended because it does not come to an end, costs the file that it was at.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from kvtui.library.indexing.packing import Packed, failed_packed, read_packed
from kvtui.library.indexing.worker import request_of
from kvtui.library.processes import kill_with_children, python_process

Job = tuple[int, Path]
"""A file's number and path."""

PATIENCE: Final = 60.0
"""Seconds that one file may take."""
_AHEAD: Final = 16  # files that a worker knows of: it never waits for the next one
_TICK: Final = 0.1  # seconds after which the indexer may look at other things
_STILLBORN: Final = 3  # processes that die before they can read: then it is not the files


def process_count() -> int:
    """All processors that this process may use."""
    with suppress(AttributeError, OSError):  # not on every system
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def read_in_processes(
    jobs: Sequence[Job], processes: int, stop: Callable[[], bool]
) -> Iterator[tuple[int, Packed] | None]:
    """What is kept of all files, as it comes; None now and then, until all are there or `stop()`.

    Closing the iterator ends the processes.
    """
    pool = _Pool(jobs)
    try:
        for _ in range(min(processes, len(jobs))):
            pool.start()
        while pool.is_busy and not stop():
            yield from pool.results()
        if not stop():
            for file, path in pool.left_over():
                if stop():
                    return
                yield file, read_packed(file, path)
    finally:
        pool.end()


class _Worker:
    """A process, and the files that it was asked for and has not sent."""

    def __init__(self, process: subprocess.Popen[bytes], jobs: deque[Job]) -> None:
        self.process = process
        self.jobs = jobs
        self.asked: deque[Job] = deque()
        self.thread: threading.Thread | None = None
        self.can_read = False
        self.is_late = False
        self.since = time.monotonic()

    def ask(self) -> None:
        """Asks for as many files as it should know of; for one thread only."""
        assert self.process.stdin is not None
        lines = []
        while len(self.asked) < _AHEAD:
            try:
                job = self.jobs.popleft()
            except IndexError:
                break
            self.asked.append(job)
            lines.append(request_of(*job))
        if lines:
            self.process.stdin.write(b"".join(lines))
            self.process.stdin.flush()

    def frames(self) -> Iterator[bytes]:
        """What it sends, until it ends."""
        assert self.process.stdout is not None
        while len(head := self.process.stdout.read(4)) == 4:
            length = int.from_bytes(head, "big")
            frame = self.process.stdout.read(length)
            if len(frame) < length:
                return
            yield frame


class _Pool:
    """The processes, what is still to be read, and what has come."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = deque(jobs)
        self._arrived: queue.Queue[tuple[_Worker, bytes | None]] = queue.Queue(maxsize=500)
        self._running: list[_Worker] = []
        self._stillborn = 0

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def start(self) -> None:
        """Starts a process, if that can be done."""
        try:
            process = python_process("kvtui.library.indexing.worker", stdin=subprocess.PIPE)
        except OSError:
            return
        worker = _Worker(process, self._jobs)
        self._running.append(worker)
        worker.thread = threading.Thread(target=self._attend, args=(worker,), daemon=True)
        worker.thread.start()

    def results(self) -> Iterator[tuple[int, Packed] | None]:
        """What comes within one tick, then None."""
        deadline = time.monotonic() + _TICK
        while self._running and (left := deadline - time.monotonic()) > 0:
            try:
                worker, frame = self._arrived.get(timeout=left)
            except queue.Empty:
                break
            if frame:
                yield pickle.loads(frame)
            elif frame is None:
                yield from self._go_on_without(worker)
        now = time.monotonic()
        for worker in self._running:
            if worker.asked and now - worker.since > PATIENCE:
                worker.is_late = True
                kill_with_children(worker.process)
        yield None

    def left_over(self) -> Iterator[Job]:
        """The files that no process could be got to read."""
        while self._jobs:
            yield self._jobs.popleft()

    def end(self) -> None:
        """Ends all processes, and the threads that wait for them."""
        for worker in self._running:
            kill_with_children(worker.process)
        for worker in self._running:
            while worker.thread is not None and worker.thread.is_alive():
                with suppress(queue.Empty):  # it may be waiting for room
                    self._arrived.get(timeout=0.01)
            _end(worker)

    def _attend(self, worker: _Worker) -> None:
        """In a thread of its own: keeps a worker busy and passes on what it sends, None at its end."""
        with suppress(OSError, ValueError):  # the process died, or `end` closed the pipes
            for frame in worker.frames():
                worker.since = time.monotonic()
                if frame:
                    worker.asked.popleft()
                worker.can_read = True
                worker.ask()
                self._arrived.put((worker, frame))
                if not worker.asked:
                    break
        self._arrived.put((worker, None))

    def _go_on_without(self, worker: _Worker) -> Iterator[tuple[int, Packed]]:
        """After a process ended: the file that it died on as a problem, and another process for the rest."""
        self._running.remove(worker)
        _end(worker)
        if not worker.can_read:
            self._stillborn += 1
        if worker.asked:
            file, path = worker.asked.popleft()
            yield file, failed_packed(file, path, f"{path}: {_why(worker)}")
        self._jobs.extendleft(reversed(worker.asked))
        if self._jobs and self._stillborn < _STILLBORN and len(self._running) < len(self._jobs):
            self.start()


def _why(worker: _Worker) -> str:
    if worker.is_late:
        return f"was not read within {PATIENCE:.0f} seconds"
    return "the process that read it was ended, perhaps for want of memory"


def _end(worker: _Worker) -> None:
    kill_with_children(worker.process)
    worker.process.wait()
    for pipe in (worker.process.stdin, worker.process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()

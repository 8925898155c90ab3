"""The processes that read many files: starting them, gathering what they send, outliving them.

Each runs `kvtui.library.scanner` on a share of the files and ends when this process does. One
that dies costs the file it died on; another goes on with the rest.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kvtui.library.entries import Entry, entry_of_name
from kvtui.library.entry_lines import entry_from, line_of, message_of
from kvtui.library.folders import find_files
from kvtui.library.processes import kill_with_children, python_process

_BATCH_SECONDS = 0.1
_RESTARTS = 3
_MOST_PROCESSES = 4


class _Worker:
    """A scanning process, and which of its files have not come yet."""

    def __init__(self, share: tuple[int, int], restarts: int, process: subprocess.Popen[bytes]) -> None:
        self.share = share
        self.restarts = restarts
        self.process = process
        self.waiting: dict[Path, None] = {}  # in the order in which they will come
        self.is_reading = False
        self.is_done = False

    def take(self, line: bytes) -> list[Entry]:
        """Notes what a line says; gives its entries."""
        kind, content = message_of(line)
        if kind == "entry":
            entry = entry_from(content)
            self.waiting.pop(entry.path, None)
            return [entry]
        if kind == "names":
            paths = [Path(name) for name in content]
            self.waiting.update(dict.fromkeys(paths))
            return [entry_of_name(path) for path in paths]
        if kind == "folder":
            folder, why = content
            return [entry_of_name(Path(folder), problem=f"{folder}: cannot be read: {why}")]
        self.is_reading = True
        self.is_done = kind == "done"
        return []

    def end(self) -> None:
        """Ends the process, if it has not ended itself, and what it started."""
        kill_with_children(self.process)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


class _Scan:
    """The running processes, what they sent, and what none of them could read."""

    def __init__(self) -> None:
        self.arrivals: queue.SimpleQueue[tuple[_Worker, bytes | None]] = queue.SimpleQueue()
        self.running: list[_Worker] = []
        self.left_over: list[Path] = []

    def start(self, paths: Sequence[Path], share: tuple[int, int], restarts: int = 0) -> None:
        """Starts a process for a share of the files; where that fails they are left over."""
        try:
            process = python_process("kvtui.library.scanner", stdin=subprocess.PIPE)
        except OSError:
            self.left_over.extend(_share_of(paths, share))
            return
        worker = _Worker(share, restarts, process)
        self.running.append(worker)
        request = line_of("request", {"paths": [str(path) for path in paths], "share": share})
        threading.Thread(target=self._listen, args=(worker, request), daemon=True).start()

    def next_batch(self, paths: Sequence[Path]) -> list[Entry]:
        """The entries that arrive within the time of one batch."""
        batch: list[Entry] = []
        deadline = time.monotonic() + _BATCH_SECONDS
        while self.running and (left := deadline - time.monotonic()) > 0:
            try:
                worker, line = self.arrivals.get(timeout=left)
            except queue.Empty:
                break
            if line is not None:
                batch += worker.take(line)
                continue
            self.running.remove(worker)
            worker.end()
            if not worker.is_done:
                batch += self._go_on_without(worker, paths)
        return batch

    def _listen(self, worker: _Worker, request: bytes) -> None:
        """In a thread of its own: asks, and passes on the answer line by line, None at its end."""
        stdin, stdout = worker.process.stdin, worker.process.stdout
        assert stdin is not None
        assert stdout is not None
        with suppress(OSError, ValueError):  # the process died, or `end` closed the pipes
            stdin.write(request)
            stdin.flush()
            for line in stdout:
                if line.endswith(b"\n"):  # else it died within the line
                    self.arrivals.put((worker, line))
        self.arrivals.put((worker, None))

    def _go_on_without(self, dead: _Worker, paths: Sequence[Path]) -> list[Entry]:
        """After a process died: the file it died on as a problem, and another process for the rest."""
        if not dead.is_reading:
            self.left_over.extend(_share_of(paths, dead.share))
            return []
        if not dead.waiting:
            return []
        killer, *rest = dead.waiting
        if dead.restarts < _RESTARTS:
            self.start(rest, (0, 1), dead.restarts + 1)
        else:
            self.left_over.extend(rest)
        return [entry_of_name(killer, problem=f"{killer}: the process that read it was ended; try it alone")]


def scan_in_processes(
    paths: Sequence[Path], left_over: list[Path], stop: Callable[[], bool]
) -> Iterator[list[Entry]]:
    """Batches of entries as they come, each file first by its name, until all are read or `stop()`.

    Files that no process could be got to read are appended to `left_over`.
    """
    scan = _Scan()
    shares = _process_count()
    try:
        for share in range(shares):
            scan.start(paths, (share, shares))
        while scan.running and not stop():
            batch = scan.next_batch(paths)
            if batch:
                yield batch
        left_over.extend(scan.left_over)
    finally:
        for worker in scan.running:
            worker.end()


def _share_of(paths: Sequence[Path], share: tuple[int, int]) -> list[Path]:
    first, shares = share
    return list(find_files(paths))[first::shares]


def _process_count() -> int:
    """One less than the processors, which is the screen's; at least one.

    Few also because each may start a process for PDFs. What such a one may take at most (1 GiB) only
    a damaged document takes: a sound one takes some 40 MB.
    """
    return max(1, min(_MOST_PROCESSES, (os.cpu_count() or 2) - 1))

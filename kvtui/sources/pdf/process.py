"""The process in which pdfium runs: started when the first PDF is read, held to limits, used again.

A document that crashes it or keeps it busy costs that document; the next one gets a new process.
What comes from it is JSON and is held to be no more than that.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from kvtui.sources.errors import SourceError

WORKING_SECONDS = 30.0
"""For one document, by the clock."""
IDLE_SECONDS = 15.0
"""Without work it ends by itself after these: it takes some 20 MB."""
_LATE = f"takes longer than {WORKING_SECONDS:.0f} seconds to read; it is damaged or too large"
_CRASHED = "stops the PDF library: it is damaged, or needs more memory or time than a document may take"
_STOPPED = "was not read to its end: reading was stopped"
_LONGEST_LINE = 64 * 1024 * 1024
"""Bytes of one page; more is no answer of ours."""

# -I and the reader's own path: a folder of documents must not bring modules of its own. The modules
# are loaded from their files, so that nothing else of the reader's is imported there (50 ms).
_BOOT = """
import sys, json
sys.path[:] = json.loads(sys.argv[1])
from importlib.util import module_from_spec, spec_from_file_location
for name in ("binding", "rulings", "stretches", "glyphs"):
    whole = "kvtui.sources.pdf." + name
    spec = spec_from_file_location(whole, sys.argv[2] + "/" + name + ".py")
    sys.modules[whole] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
module.main()
"""
_COMMAND = (sys.executable, "-I", "-S", "-c", _BOOT)


class _DiedError(Exception):
    """The process ended while it had work."""


class _Child:
    """A running process, and the thread that ends it when its time is over."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [*_COMMAND, json.dumps(sys.path), str(Path(__file__).parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._changed = threading.Condition()
        self._deadline = self._looks_at = time.monotonic() + WORKING_SECONDS
        self.is_late = False
        threading.Thread(target=self._watch, daemon=True, name="pdf-limits").start()

    def begin(self) -> bool:
        """Whether it lives and takes work; its time runs from now."""
        with self._changed:
            if self._process.poll() is not None:
                return False
            self._deadline = time.monotonic() + WORKING_SECONDS
            if self._deadline < self._looks_at:
                self._changed.notify()
            return True

    def rest(self) -> None:
        """Its work is done."""
        with self._changed:
            self._deadline = time.monotonic() + IDLE_SECONDS  # the watch may see it late: waking it costs

    def ask(self, data: bytes) -> list[dict[str, Any]]:
        """Its answer to a document: the messages of the pages and the last one.

        Raises:
            _DiedError: it ended, or its answer is none.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        answer: list[dict[str, Any]] = []
        try:
            self._process.stdin.write(b"%d\n" % len(data))
            self._process.stdin.write(data)
            self._process.stdin.flush()
            while not answer or "runs" in answer[-1]:
                line = self._process.stdout.readline(_LONGEST_LINE)
                if not line.endswith(b"\n"):
                    raise _DiedError
                answer.append(dict(json.loads(line)))
        except (OSError, ValueError, TypeError, RecursionError):
            raise _DiedError from None
        return answer

    def end(self) -> None:
        """Kill it, finished or not, and leave nothing of it."""
        with self._changed:
            self._deadline = 0.0
            self._changed.notify()
        self._process.kill()
        self._process.wait()
        self.let_go()

    def kill(self) -> None:
        """Kill it and wait for nothing: who reads its answer finds that it ended."""
        self._process.kill()

    def let_go(self) -> None:
        """Close this process's ends of its pipes; it ends when all have done so."""
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def disown(self) -> None:
        """In a forked process: the parent's child is not ours to wait for."""
        self._process.returncode = 0
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    os.close(pipe.fileno())

    def _watch(self) -> None:
        with self._changed:
            while self._deadline and self._process.poll() is None:
                left = self._deadline - time.monotonic()
                if left <= 0:
                    self.is_late = True
                    self._process.kill()
                    self._process.wait()
                    return
                self._looks_at = self._deadline
                self._changed.wait(left)


class _Keeper:
    """The one child of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._kills = 0

    def ask(self, data: bytes) -> list[dict[str, Any]]:
        """The child's answer; one document at a time. Raises `_DiedError` or OSError."""
        kills = self._kills
        with self._lock:
            if self._kills != kills:
                raise _DiedError(_STOPPED)
            child = self._living()
            try:
                if self._kills != kills:  # while it was being started
                    raise _DiedError
                answer = child.ask(data)
            except _DiedError:
                self.end()
                reason = _STOPPED if self._kills != kills else _LATE if child.is_late else _CRASHED
                raise _DiedError(reason) from None
            except BaseException:  # interrupted: what it answers is for nobody
                self.end()
                raise
            child.rest()
            return answer

    def _living(self) -> _Child:
        if self._child is not None and self._child.begin():
            return self._child
        self.end()
        self._child = _Child()
        return self._child

    def end(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def kill(self) -> None:
        """Kill the child without waiting for who has the lock; all who wait for an answer are told so."""
        self._kills += 1
        child = self._child
        if child is not None:
            child.kill()

    def forget(self) -> None:
        """In a forked process: the child is the parent's."""
        child, self._child, self._lock = self._child, None, threading.Lock()
        if child is not None:
            child.disown()


_keeper = _Keeper()
atexit.register(_keeper.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_keeper.forget)


def end_now() -> None:
    """Kill the process at once, whatever it does: for a reader that quits. Any thread may call it.

    Who waits for its answer gets a `SourceError` instead; the next PDF that is asked for starts a new one.
    """
    _keeper.kill()


def pdf_messages(data: bytes, name: str) -> list[dict[str, Any]]:
    """What `glyphs` finds in a PDF: a message a page, then {"end": …}. Blocks; any thread may call it.

    Raises:
        SourceError: the document cannot be read, or the process cannot be run.
    """
    try:
        answer = _keeper.ask(data)
    except _DiedError as death:
        raise SourceError(f"{name}: {death}") from None
    except OSError as error:
        raise SourceError(f"{name}: no process can be started for it: {error.strerror or error}") from None
    if "error" in answer[-1]:
        raise SourceError(f"{name}: {answer[-1]['error']}")
    return answer

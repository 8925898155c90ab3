"""The process that reads many files into entries, so that the reader's own process stays free.

Started by `scan_processes`. Gets one request on its standard input, sends lines (`entry_lines`): first
the names of all its files, then each file's entry; ends when the input is closed, which is also
what happens when the reader dies.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from kvtui.library.entries import Entry, SortKey, entry_of, entry_of_name, newest_first
from kvtui.library.entry_lines import entry_values, line_of, message_of
from kvtui.library.folders import find_files
from kvtui.library.reading import read_document

NAMES_AT_ONCE = 500


def main() -> None:
    """Answers the request on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the reader
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    _, request = message_of(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_reader, daemon=True).start()
    try:
        _answer(request)
    except BrokenPipeError:
        os._exit(0)


def read_entry(path: Path) -> Entry:
    """The entry of a file; one with a problem where it cannot be read. Never raises."""
    from kvtui.sources import SourceError

    try:
        return entry_of(read_document(path), path)
    except SourceError as error:
        return entry_of_name(path, problem=str(error))


def _answer(request: dict[str, Any]) -> None:
    paths = [Path(path) for path in request["paths"]]
    share, shares = request["share"]
    files = find_files(paths, report=lambda folder, why: _send("folder", [str(folder), why]))
    mine = sorted(list(files)[share::shares], key=_newest_name_first)
    for start in range(0, len(mine), NAMES_AT_ONCE):
        _send("names", [str(path) for path in mine[start : start + NAMES_AT_ONCE]])
    _send("reading", None)
    for path in mine:
        _send("entry", entry_values(read_entry(path)))
    _send("done", None)


def _newest_name_first(path: Path) -> SortKey:
    return newest_first(entry_of_name(path))


def _send(kind: str, content: object) -> None:
    """One line at a time: what has arrived when the process dies tells which file killed it."""
    sys.stdout.buffer.write(line_of(kind, content))
    sys.stdout.buffer.flush()


def _end_with_reader() -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()

"""The process that reads files for the indexer, one after the other.

Gets lines on its standard input, each a file's number and path; sends for each a frame: the length in
four bytes, then the pickled number and `Packed`. Its first frame is empty: it can read now. Ends when its
input is closed, which is also what happens when the indexer dies.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import Final

from kvtui.library.indexing.packing import read_packed

_MEMORY: Final = 3 << 30
"""Bytes of address space: what needs more is damaged, and would take the machine with it."""


def main() -> None:
    """Answers the requests on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the indexer
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    _limit_memory()
    import kvtui.library.facts.facts
    import kvtui.parsing
    import kvtui.sources  # noqa: F401 (before the first file, which must not pay for it)

    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    _send(b"")
    while True:
        number, _, path = requests.get().rstrip(b"\n").partition(b" ")
        file = int(number)
        found = read_packed(file, Path(os.fsdecode(bytes.fromhex(path.decode("ascii")))))
        _send(pickle.dumps((file, found), protocol=pickle.HIGHEST_PROTOCOL))


def request_of(file: int, path: Path) -> bytes:
    """The line that asks for a file."""
    return f"{file} {os.fsencode(path).hex()}\n".encode("ascii")


def _send(frame: bytes) -> None:
    try:
        sys.stdout.buffer.write(len(frame).to_bytes(4, "big") + frame)
        sys.stdout.buffer.flush()
    except OSError:
        os._exit(0)


def _listen(requests: queue.SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    main()

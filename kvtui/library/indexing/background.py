"""A library is refreshed for the reader in a process of its own, so that the reader's own stays free.

A few small files are read in the thread that asks. The process gets one line of JSON on its standard input,
the collection; sends one for each `Progress`. Ends when the input is closed, with what it has read
committed; that is also what happens when the reader dies.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from kvtui.library.collection import Collection
from kvtui.library.indexing.few import is_small
from kvtui.library.indexing.progress import IndexingError, Progress, Stage
from kvtui.library.processes import kill_with_children, python_process

_PATIENCE: Final = 2.0  # seconds for an orderly end
_TICK: Final = 0.1  # seconds
_OUTCOME: Final = "outcome"


def background_refresh(
    collection: Collection, stop: Callable[[], bool] = lambda: False
) -> Iterator[Progress]:
    """Refreshes a library: what is reported, until it is done or `stop()`.

    For a thread that may wait. After `stop()` nobody waits for the process: it ends by itself.

    Raises:
        IndexingError: as `refreshing.refresh`, or the process cannot be started or died.
    """
    if is_small(collection.roots):
        from kvtui.library.indexing.refreshing import refresh

        told: list[Progress] = []
        refresh(collection, told.append, stop)
        yield from told
        return
    try:
        process = python_process("kvtui.library.indexing.background", stdin=subprocess.PIPE)
    except OSError as error:
        raise IndexingError(f"no process can be started: {error.strerror or error}") from error
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with suppress(OSError):
            process.stdin.write(_request(collection))
            process.stdin.flush()
        for line in _lines(process.stdout.fileno(), stop):
            message = json.loads(line)
            if _OUTCOME in message:
                if message[_OUTCOME]:
                    raise IndexingError(message[_OUTCOME])
                return
            yield Progress(**{**message, "stage": Stage(message["stage"])})
        if not stop():
            raise IndexingError("the process that reads the files was ended; what was read is kept")
    finally:
        _let_go(process, stop)


def main() -> None:
    """Answers the request on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the reader
    with suppress(AttributeError, OSError):
        os.nice(5)
    request = json.loads(sys.stdin.buffer.readline())
    collection = Collection(
        tuple(Path(os.fsdecode(bytes.fromhex(root))) for root in request["roots"]),
        Path(os.fsdecode(bytes.fromhex(request["folder"]))),
    )
    ended = threading.Event()
    threading.Thread(target=_listen, args=(ended,), daemon=True).start()
    from kvtui.library.indexing.refreshing import refresh

    why = ""
    try:
        refresh(collection, lambda progress: _send(asdict(progress)), ended.is_set)
    except IndexingError as error:
        why = str(error)
    except OSError:
        os._exit(0)
    except Exception as error:  # a mistake of kvtui's own must reach the reader in words
        why = f"kvtui fails while it reads the library ({type(error).__name__}: {error}); please report it"
    with suppress(OSError):
        _send({_OUTCOME: " ".join(why.split())})
    os._exit(0)


def _request(collection: Collection) -> bytes:
    return (
        json.dumps(
            {
                "roots": [os.fsencode(root).hex() for root in collection.roots],
                "folder": os.fsencode(collection.folder).hex(),
            }
        ).encode("ascii")
        + b"\n"
    )


def _send(message: dict[str, Any]) -> None:
    with suppress(BrokenPipeError):  # the reader is gone: `ended` tells
        sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


def _listen(ended: threading.Event) -> None:
    """Sets the event when the input is closed."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    ended.set()


def _lines(output: int, stop: Callable[[], bool]) -> Iterator[bytes]:
    """The lines that come, until the end or `stop()`."""
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(output, selectors.EVENT_READ)
        while not stop():
            if not selector.select(_TICK):
                continue
            came = os.read(output, 1 << 16)
            if not came:
                return
            *lines, rest = (rest + came).split(b"\n")
            yield from lines


def _let_go(process: subprocess.Popen[bytes], stop: Callable[[], bool]) -> None:
    """Lets the process commit what it has and end; waits for that only where nobody is in a hurry."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):
        process.stdin.close()
    process.stdout.close()
    if not stop():
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            kill_with_children(process)
            process.wait()


if __name__ == "__main__":
    main()

"""One indexer at a time for each library; readers never wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kvtui.library.indexing.progress import IndexingError, Progress, Report, Stage

_NAME: Final = "lock"
_PATIENCE: Final = 0.2  # seconds between two looks at `stop`


@contextmanager
def locked(folder: Path, report: Report, stop: Callable[[], bool]) -> Iterator[bool]:
    """Holds the lock of a library's folder; gives False where `stop()` came before it was free.

    Another process that has it is told of once. The lock ends with its process. Raises `IndexingError`.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _NAME)
    told = False
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=_PATIENCE if told else 0)
            break
        except Timeout:
            if not told:
                report(Progress(Stage.WAITING, words="another kvtui is reading this library's files"))
                told = True
            if stop():
                yield False
                return
        except (OSError, NotImplementedError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise IndexingError(f"{folder} cannot be written: {why}") from error
    try:
        yield True
    finally:
        lock.release()

"""What fuzzing finds: kept as a file each, one for each place in the code, and made smaller."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from kvtui.sources import SourceError

_LEAST_SECONDS = 4.0
_SECONDS_A_BYTE = 0.0003
"""Of the processor, instrumented: ten times what documents need; what grows faster than the input exceeds it."""


class TooSlowError(BaseException):
    """An input took more of the processor's time than its size allows; nothing catches it on the way."""


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Ends what takes longer than an input of that size may, wherever Python is."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise TooSlowError(f"more than {_LEAST_SECONDS + size * _SECONDS_A_BYTE:.0f} s for {size} bytes")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LEAST_SECONDS + size * _SECONDS_A_BYTE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def outcome_of(run: Callable[[bytes], None], data: bytes) -> BaseException | None:
    """What is wrong with what becomes of an input; None where everything holds."""
    try:
        with limited(len(data)):
            run(data)
    except SourceError as error:
        message = str(error)
        return AssertionError(f"not one line: {message!r}") if "\n" in message else None
    except (Exception, TooSlowError) as error:
        return error
    return None


def kind_of(error: BaseException) -> str:
    """What tells findings apart: the error, and where in kvtui or in which check it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "kvtui" in Path(frame.filename).parts]
    if isinstance(error, AssertionError):
        return f"AssertionError {re.split('[:,]', str(error))[0]}"
    if isinstance(error, TooSlowError):
        return f"TooSlowError {own[min(2, len(own) - 1)].name if own else ''}"
    return f"{type(error).__name__} {f'{own[-1].name}:{own[-1].lineno}' if own else ''}"


def keep(folder: Path, target: str, data: bytes, error: BaseException) -> Path:
    """Writes an input and beside it what went wrong and how to see it again."""
    folder.mkdir(parents=True, exist_ok=True)
    words = re.sub(r"\W+", "-", kind_of(error))[:60].strip("-")
    path = folder / f"{target}-{words}-{hashlib.sha256(data).hexdigest()[:8]}"
    path.write_bytes(data)
    told = "".join(traceback.format_exception(error, limit=-12))
    path.with_suffix(".why").write_text(
        f"{kind_of(error)}\nreproduce: {reproducing(target, path)}\n\n{told}",
        "utf-8",
        errors="backslashreplace",
    )
    return path


def reproducing(target: str, path: Path) -> str:
    """The command that shows a finding again."""
    return f"{Path('.venv/bin/python')} -m fuzzing --reproduce {target} {os.path.relpath(path)}"


def minimised(run: Callable[[bytes], None], data: bytes, seconds: float) -> bytes:
    """The smallest input that still shows the same finding, within the time given."""
    from time import monotonic

    error = outcome_of(run, data)
    if error is None:
        return data
    wanted, until = kind_of(error), monotonic() + seconds
    size = max(1, len(data) // 2)
    while size and monotonic() < until:
        start = 0
        while start < len(data) and monotonic() < until:
            shorter = data[:start] + data[start + size :]
            found = outcome_of(run, shorter)
            if found is not None and kind_of(found) == wanted:
                data = shorter
            else:
                start += size
        size //= 2
    return data

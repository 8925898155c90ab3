"""The standard output: its encoding, and what goes wrong with it."""

from __future__ import annotations

import contextlib
import os
import sys
from io import TextIOWrapper
from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal; one that was closed before kvtui began is None."""
    return stream is not None and stream.isatty()


def prepare_stdout() -> None:
    """UTF-8 where the output is a file or pipe; on a terminal its own encoding, unknown letters as "?"."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


class OutputError(Exception):
    """The standard output cannot be written; the message says why."""


def write(text: str) -> None:
    """Writes to the standard output. Raises `OutputError`, or BrokenPipeError where nobody reads any more."""
    if sys.stdout is None:
        raise OutputError("it is closed")
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error


def finish() -> None:
    """Writes what is still held back; raises what `write` raises."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error


def silence() -> None:
    """What Python still holds back for the output must not be an error at the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""From a file to a `Document`: the sources and the parser, one behind the other.

A mistake of kvtui's own on one file is told like a file that cannot be read: it must not end the
reading of others.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kvtui.library.folders import is_lines_name
from kvtui.model import Document
from kvtui.model.formats import LINES

if TYPE_CHECKING:
    from kvtui.parsing.explaining import Explanation

SMALL_TEXT = 200_000
"""Bytes up to which a text is read within the time that a key may take."""

T = TypeVar("T")


def read_document(path: Path) -> Document:
    """Reads and parses one file. Raises `kvtui.sources.SourceError`, whose words are for the reader."""
    from kvtui.parsing import parse
    from kvtui.sources import read_source

    return _guarded(path, lambda: parse(read_source(path)))


def read_beginning_of(path: Path, length: int) -> Document | None:
    """The same for the first `length` bytes of a file; None where its format must be read whole."""
    from kvtui.parsing import parse
    from kvtui.sources import source_beginning

    def read() -> Document | None:
        source = source_beginning(path, length)
        return parse(source) if source is not None else None

    return _guarded(path, read)


def explain_document(path: Path) -> Explanation:
    """The same with what became of each line of the file. Raises as `read_document`."""
    from kvtui.parsing.explaining import explain
    from kvtui.sources import read_source

    return _guarded(path, lambda: explain(read_source(path)))


def is_read_at_once(path: Path) -> bool:
    """Whether reading takes no longer than a key may: a small file that is text, by name and by content.

    Not so for what is in an archive: its size is not known before it is unpacked.
    """
    if not is_lines_name(path.name):
        return False
    from kvtui.sources import SourceError
    from kvtui.sources.formats import format_of

    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > SMALL_TEXT:
            return False
        return format_of(path.read_bytes(), path.name) in LINES
    except (OSError, SourceError):
        return False


def end_reading() -> None:
    """Ends what other threads are reading through a process of the sources: they fail at once.

    For the end of the program, which waits for its threads.
    """
    process = sys.modules.get("kvtui.sources.pdf.process")  # none runs where nobody imported it
    if process is not None:
        process.end_now()


def _guarded(path: Path, read: Callable[[], T]) -> T:
    from kvtui.sources import SourceError

    try:
        return read()
    except SourceError:
        raise
    except Exception as error:
        where = f"{type(error).__name__}: {error}".splitlines()[0]
        raise SourceError(f"{path}: kvtui fails on this file ({where}); please report it") from error

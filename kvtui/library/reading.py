"""From a file to a `Document`: the sources and the parser, one behind the other.

A mistake of kvtui's own on one file is told like a file that cannot be read: it must not end the
reading of others.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kvtui.model import Document

if TYPE_CHECKING:
    from kvtui.parsing.explaining import Explanation
    from kvtui.sources import SourceText

T = TypeVar("T")


def read_document(path: Path) -> Document:
    """Reads and parses one file. Raises `kvtui.sources.SourceError`, whose words are for the reader."""
    from kvtui.parsing import parse

    return _read(path, parse)


def explain_document(path: Path) -> Explanation:
    """The same with what became of each line of the file. Raises as `read_document`."""
    from kvtui.parsing.explaining import explain

    return _read(path, explain)


def _read(path: Path, how: Callable[[SourceText], T]) -> T:
    from kvtui.sources import SourceError, read_source

    try:
        return how(read_source(path))
    except SourceError:
        raise
    except Exception as error:
        where = f"{type(error).__name__}: {error}".splitlines()[0]
        raise SourceError(f"{path}: kvtui fails on this file ({where}); please report it") from error

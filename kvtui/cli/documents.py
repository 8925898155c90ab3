"""The documents that a command is given, read one by one: a zip archive stands for those in it.

What cannot be read is said on the standard error; what is done with the others is for the commands.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from kvtui.cli import messages
from kvtui.library.folders import SUFFIXES, find_files, is_folder
from kvtui.model.formats import ARCHIVE_SUFFIX
from kvtui.sources import SourceError

T = TypeVar("T")


def read_each(files: Sequence[Path], read: Callable[[Path], T]) -> Iterator[tuple[Path, T | SourceError]]:
    """Each document with what `read` makes of it, in the order given, or with why it cannot be read."""
    for file in files:
        try:
            paths = _documents_of(file)
        except SourceError as error:
            yield file, _said(error)
            continue
        for path in paths:
            result: T | SourceError
            try:
                result = read(path)
            except SourceError as error:
                result = _said(error)
            yield path, result


def _documents_of(file: Path) -> Sequence[Path]:
    """The paths through a zip archive to the documents in it; of any other file its own path.

    Raises:
        SourceError: the archive is refused, damaged or without documents.
    """
    if os.path.isdir(file) or not is_folder(file):
        return [file]
    problems: list[str] = []
    found = list(find_files([file], report=lambda path, why: problems.append(f"{path}: {why}")))
    if not found:
        raise SourceError(problems[0] if problems else nothing_in(file))
    return found


def nothing_in(folder: Path) -> str:
    """What is said of a folder or an archive without documents."""
    ends = ", ".join(SUFFIXES) + (f" and {ARCHIVE_SUFFIX}" if os.path.isdir(folder) else "")
    return f"{folder}: no documents in it; kvtui reads files that end in {ends}"


def _said(error: SourceError) -> SourceError:
    messages.say(str(error))
    return error

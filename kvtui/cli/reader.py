"""`kvtui [PATH…]`: opens the reader, after saying what would keep it from opening.

The library, the paths of last time or the samples stand in for missing ones.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from kvtui.cli import messages
from kvtui.cli.output import is_terminal
from kvtui.library.folders import find_files, has_documents, is_folder, samples_folder

_LOOKED_AT = 4096  # bytes
_TOO_LARGE = 100 * 1024 * 1024  # bytes


def read(paths: Sequence[Path]) -> int:
    """Opens the reader on the paths; gives the exit code."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        what = "the reader needs a terminal as its input and output"
        return messages.fail(f'{what}; to print a document use "kvtui show FILE"', messages.WRONG_USE)
    problem = _problem(paths)
    if problem is not None:
        return messages.fail(problem)
    from kvtui.tui.app import run

    try:
        return run(tuple(paths) or _roots_or_last())
    except Exception as error:
        from kvtui.sources import SourceError  # not sooner: a start does not need it

        if not isinstance(error, SourceError):
            raise
        return messages.fail(str(error))


def _problem(paths: Sequence[Path]) -> str | None:
    """Why nothing of the paths can be read; None where something can, or there are none."""
    first = None
    for path in paths:
        problem = _problem_in(path) if is_folder(path) else _problem_with(path)
        if problem is None:
            return None
        first = first or problem
    return first


def _problem_in(folder: Path) -> str | None:
    if has_documents(folder):
        return None
    problems: list[str] = []
    files = find_files([folder], report=lambda path, why: problems.append(f"{path}: cannot be read: {why}"))
    if next(files, None) is not None:
        return None
    if problems:
        return problems[0]
    from kvtui.cli.documents import nothing_in  # not sooner: a start does not need it

    return nothing_in(folder)


def _problem_with(path: Path) -> str | None:
    if _may_be_read(path):
        return None
    from kvtui.sources import SourceError, read_source

    try:
        read_source(path)
    except SourceError as error:
        return str(error)
    return None


def _may_be_read(path: Path) -> bool:
    """Whether a glance finds nothing wrong with a file; the reading itself waits until it is shown."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _TOO_LARGE:
            return False
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except OSError:
        return False
    return head.startswith((b"%PDF", b"PK")) or (bool(head.strip()) and b"\0" not in head)


def _roots_or_last() -> tuple[Path, ...]:
    """The roots of the library, else the paths opened last as far as they are there, else the samples."""
    from kvtui.userdata.paths import database_file
    from kvtui.userdata.positions import glance_at_last_paths
    from kvtui.userdata.roots import glance_at_roots

    roots = glance_at_roots(database_file())
    if roots:
        return tuple(roots)
    there = tuple(path for path in glance_at_last_paths(database_file()) if os.path.exists(path))
    return there or (samples_folder(),)

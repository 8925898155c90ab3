"""Finds the documents in folders, and the folder of the samples.

Decides by name only which files in a folder are documents; a file that is named explicitly is
always taken. What is in the files is for `reading`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

SUFFIXES = (".md", ".markdown", ".txt")
"""The names of documents end so, in small letters or capitals."""

Report = Callable[[Path, str], None]
"""Told of a folder that cannot be read: the folder, and why in words."""


def find_files(paths: Sequence[Path], report: Report | None = None) -> Iterator[Path]:
    """The files among the paths as given, and the documents in the folders among them, recursively.

    Folders are walked in the order of their names, files before subfolders; hidden names are
    skipped, folders reached twice (by links or because given twice) are walked once.
    """
    walked: set[tuple[int, int]] = set()
    given: set[Path] = set()
    for path in paths:
        if os.path.isdir(path):  # False, not an error, for a name that is too long or may not be looked at
            yield from _files_in(path, walked, report)
        elif path not in given:
            given.add(path)
            yield path


def samples_folder() -> Path:
    """The folder of the sample documents: in the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "sample_docs"
    return inside if inside.is_dir() else package.parent / "sample_docs"


def _files_in(top: Path, walked: set[tuple[int, int]], report: Report | None) -> Iterator[Path]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in walked:
                continue
            walked.add((status.st_dev, status.st_ino))
            files, folders = _listed(folder)
        except OSError as error:
            if report is not None:
                report(folder, error.strerror or str(error))
            continue
        yield from (folder / name for name in files)
        waiting.extend(folder / name for name in reversed(folders))


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the documents and of the subfolders, each in order."""
    files: list[str] = []
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            mode = _mode(entry)
            if stat.S_ISDIR(mode):
                folders.append(entry.name)
            elif stat.S_ISREG(mode) and entry.name.lower().endswith(SUFFIXES):
                files.append(entry.name)
    return sorted(files), sorted(folders)


def _mode(entry: os.DirEntry[str]) -> int:
    """What it is; a broken link counts as a file, for `reading` to report."""
    try:
        if entry.is_dir():  # costs no look at the disk, unlike `stat`
            return stat.S_IFDIR
        if entry.is_file():
            return stat.S_IFREG
        return entry.stat().st_mode
    except OSError:
        return stat.S_IFREG

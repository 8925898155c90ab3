"""Finds the documents in folders and zip archives, and the folder of the samples.

Decides by name only which files in a folder are documents; a file that is named explicitly is
always taken. What is in the files is for `reading`.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kvtui.model import formats

SUFFIXES = tuple(formats.SUFFIXES)
"""The names of documents end so, in small letters or capitals."""
_BESIDE = ("metadata.xml", "metadata_owms.xml")
"""Names that end so are of files about a document."""

Report = Callable[[Path, str], None]
"""Told of a folder that cannot be read: the folder, and why in words."""


def find_files(paths: Sequence[Path], report: Report | None = None) -> Iterator[Path]:
    """The files among the paths as given, and the documents in the folders among them, recursively.

    A zip archive is a folder. Folders are walked in the order of their names, files before
    subfolders; hidden names are skipped, folders reached twice (by links or because given twice) are
    walked once.
    """
    walked: set[tuple[int, int]] = set()
    given: set[Path] = set()
    for path in paths:
        if is_folder(path):
            for folder, names in _walk(path, walked, report, reversed):
                yield from (folder / name for name in names)
        elif path not in given:
            given.add(path)
            yield path


def last_folders_first(paths: Sequence[Path]) -> Iterator[tuple[Path, Sequence[str]]]:
    """The folders that `find_files` walks and the names of the documents in each, the last subfolders first.

    Subfolders are often called after years. The files among the paths come with the folder they are in.
    """
    walked: set[tuple[int, int]] = set()
    for path in paths:
        if is_folder(path):
            yield from _walk(path, walked, None, list)
        else:
            yield path.parent, [path.name]


def has_documents(folder: Path) -> bool:
    """Whether there is a document in the folder itself: known at the first, however many there are."""
    try:
        with os.scandir(folder) as entries:
            return any(
                is_document_name(entry.name) and entry.is_file()
                for entry in entries
                if not entry.name.startswith(".")
            )
    except OSError:
        return False  # also for an archive


def samples_folder() -> Path:
    """The folder of the sample documents: in the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "sample_docs"
    return inside if inside.is_dir() else package.parent / "sample_docs"


def is_folder(path: Path) -> bool:
    """Whether a path is a folder, or a zip archive, which is opened as one."""
    # False, not an error, for a name that is too long or may not be looked at
    return os.path.isdir(path) or (is_archive_name(path.name) and os.path.isfile(path))


def exists(path: Path) -> bool:
    """Whether there is something at a path; of one through a zip archive, whether that is there."""
    return os.path.exists(path) or any(
        is_archive_name(parent.name) and os.path.isfile(parent) for parent in path.parents
    )


def is_document_name(name: str) -> bool:
    """Whether a file of that name in a folder is taken for a document."""
    lowered = name.lower()
    return lowered.endswith(SUFFIXES) and not lowered.endswith(_BESIDE)


def sidecar_of(name: str) -> str | None:
    """What document a file of that name in its folder tells of, by name with or without its suffix.

    An empty string for one that may tell of all documents of its folder; None for one that tells of none.
    """
    lowered = name.lower()
    if lowered in _BESIDE:
        return ""
    return name[: -len(_BESIDE[0]) - 1] if lowered.endswith("." + _BESIDE[0]) else None


def sidecar_names(name: str) -> tuple[str, ...]:
    """How the files beside a document of that name can be called that tell of it."""
    own = (f"{name}.{_BESIDE[0]}", f"{Path(name).stem}.{_BESIDE[0]}")
    return tuple(dict.fromkeys((*own, *_BESIDE)))


def is_lines_name(name: str) -> bool:
    """Whether a file of that name is read as fast as its lines: text or Markdown."""
    return formats.SUFFIXES.get(Path(name).suffix.lower()) in formats.LINES


def _walk(
    top: Path,
    walked: set[tuple[int, int]],
    report: Report | None,
    stacked: Callable[[list[str]], Iterable[str]],
) -> Iterator[tuple[Path, list[str]]]:
    """Each folder with the names of its documents; of its subfolders as `stacked`, the last goes first."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in walked:
                continue
            walked.add((status.st_dev, status.st_ino))
            files, folders = _listed(folder) if stat.S_ISDIR(status.st_mode) else _listed_in_zip(folder)
        except OSError as error:
            if report is not None:
                report(folder, error.strerror or str(error))
            continue
        yield folder, files
        waiting.extend(folder / name for name in stacked(folders))


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
            elif stat.S_ISREG(mode) and is_document_name(entry.name):
                files.append(entry.name)
            elif stat.S_ISREG(mode) and is_archive_name(entry.name):
                folders.append(entry.name)
    return sorted(files), sorted(folders)


def _listed_in_zip(archive: Path) -> tuple[list[str], list[str]]:
    """The same for an archive: the names of documents lead through its folders."""
    from kvtui.sources import SourceError  # not sooner: most starts see no archive
    from kvtui.sources.zip_folder import members_of

    try:
        return [name for name in members_of(archive) if is_document_name(name)], []
    except SourceError as error:
        raise OSError(errno.EIO, str(error).removeprefix(f"{archive}: ")) from None


def is_archive_name(name: str) -> bool:
    """Whether a file of that name is opened as a folder."""
    return name.lower().endswith(formats.ARCHIVE_SUFFIX)


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

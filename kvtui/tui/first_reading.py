"""What the reader sees first: which document, read, and where one was in it. No Textual here.

A large file is read in two steps, so that its beginning is there at once.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kvtui.model import Document
from kvtui.userdata.places import Place

_HEAD = 60_000  # bytes
_LOOKED_AT = 1_000  # names after which no other folder is looked into
_LENGTH = 8  # bytes in front of each message

Version = tuple[int, int]
"""When a file was written, in nanoseconds, and how many bytes it has: another version has others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read, in whole or its beginning, or why not."""

    path: Path
    document: Document | None = None
    is_whole: bool = True
    problem: str = ""
    focus: str = ""
    """The pane that was in front when it was left; empty if it never was."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each pane of it stood then."""
    theme: str = ""
    """The theme chosen in the program; empty if none was."""
    version: Version | None = None
    """Which version of the file was read; None for one that was not there."""


def read_first(paths: Sequence[Path]) -> Reading | None:
    """Choose the document to begin with and read it, or its beginning; None where there is none.

    It is the one that was left last, if it is among the paths, else the newest, by the library or by name.
    """
    path = first_path(paths)
    if path is None:
        return None
    from kvtui.userdata.choices import glance_at_choice
    from kvtui.userdata.paths import database_file
    from kvtui.userdata.positions import glance_at_position

    theme = glance_at_choice(database_file(), "theme") or ""
    reading = replace(read_beginning(path), theme=theme)
    if reading.document is None:
        return reading
    place = Place(identifier=reading.document.identifier, path=str(path))
    position = glance_at_position(database_file(), place)
    return replace(reading, focus=position.focus, places=position.panes) if position else reading


def first_path(paths: Sequence[Path]) -> Path | None:
    """The file to begin with."""
    from kvtui.library.folders import exists
    from kvtui.tui.holding import newest_known
    from kvtui.userdata.paths import database_file
    from kvtui.userdata.positions import glance_at_last_place

    last = glance_at_last_place(database_file())
    if last is not None and last.path is not None:
        path = Path(last.path)
        if exists(path) and any(path == one or one in path.parents for one in paths):
            return path
    known = newest_known(paths)
    if known is not None and exists(known):
        return known
    return _newest_by_name(paths)


def _newest_by_name(paths: Sequence[Path]) -> Path | None:
    """The newest file by its name; among many folders that of those looked into, the last first."""
    from kvtui.library.entries import entry_of_name, newest_first, newest_name
    from kvtui.library.folders import last_folders_first

    newest: list[Path] = []
    looked_at = 0
    for folder, names in last_folders_first(paths):
        name = newest_name(names)
        if name is not None:
            newest.append(folder / name)
        looked_at += len(names)
        if looked_at >= _LOOKED_AT:
            break
    return min(newest, key=lambda path: newest_first(entry_of_name(path)), default=None)


def read_beginning(path: Path) -> Reading:
    """Read a file, of a large one the beginning where its format allows."""
    from kvtui.library.reading import read_beginning_of
    from kvtui.sources import SourceError

    if not is_large(path):
        return read_whole(path)
    version = version_of(path)
    try:
        beginning = read_beginning_of(path, _HEAD)
    except SourceError as error:
        return Reading(path, problem=str(error))
    return Reading(path, beginning, is_whole=False, version=version) if beginning else read_whole(path)


def read_whole(path: Path) -> Reading:
    """Read a file to its end."""
    from kvtui.library.reading import read_document
    from kvtui.sources import SourceError

    version = version_of(path)
    try:
        return Reading(path, read_document(path), version=version)
    except SourceError as error:
        return Reading(path, problem=str(error))


def ended_reading(path: Path) -> Reading:
    """What is known of a file when the process that read it has died."""
    return Reading(path, problem=f"{path}: could not be read: the process that read it was ended")


def is_large(path: Path) -> bool:
    """Whether a file is read in two steps; not so for one in an archive, whose size is not known."""
    from kvtui.library.reading import SMALL_TEXT

    try:
        return path.stat().st_size > SMALL_TEXT
    except OSError:
        return False


def version_of(path: Path) -> Version | None:
    """The version of a file as it is now, of one in an archive that of the archive; None without any."""
    for file in (path, *path.parents):
        try:
            found = file.stat()
        except NotADirectoryError:  # the path leads through an archive
            continue
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
    return None


def message_of(reading: Reading | None) -> bytes:
    """A reading as bytes for another process of kvtui."""
    body = pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(_LENGTH, "big") + body


def reading_from(read: Callable[[int], bytes]) -> Reading | None:
    """The next reading from a stream of messages, given how to read so many bytes of it.

    Raises:
        EOFError: the stream ended.
    """
    length = int.from_bytes(_exactly(read, _LENGTH), "big")
    found = pickle.loads(_exactly(read, length))
    return found if isinstance(found, Reading) else None


def _exactly(read: Callable[[int], bytes], count: int) -> bytes:
    parts = []
    while count:
        part = read(count)
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)

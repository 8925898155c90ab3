"""Finds the index in a library's folder, and says what is wrong with one that cannot be used.

An index of another version and a damaged one are discarded and made anew by whoever writes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kvtui.library.index.schema import TOKENIZER, VERSION, make_analyzer, make_schema

if TYPE_CHECKING:
    from tantivy import Index

_FOLDER: Final = "index"
_META: Final = "meta.json"
_VERSION: Final = "version"
_DAMAGED: Final = "damaged"
_SYSTEM: Final = re.compile(r"\bos error (\d+)")
_PANIC: Final = "PanicException"
"""What tantivy raises where its own files are not what it wrote; it cannot be imported."""


class TextIndexError(Exception):
    """The index cannot be read or written; the message is a clause that says why."""


class MissingIndexError(TextIndexError):
    """There is none yet."""


class OtherVersionError(TextIndexError):
    """It was written by another version of kvtui."""


class DamagedIndexError(TextIndexError):
    """Its files are not what was written."""


def index_folder(folder: Path) -> Path:
    """Where the index of a library's folder is."""
    return folder / _FOLDER


def meta_file(folder: Path) -> Path:
    """The file that every commit replaces."""
    return folder / _FOLDER / _META


def has_index(folder: Path) -> bool:
    """Whether something was committed."""
    return meta_file(folder).exists()


def open_index(folder: Path) -> Index:
    """The index of a library, for reading or writing.

    Raises `MissingIndexError`, `OtherVersionError` or `DamagedIndexError`.
    """
    from tantivy import Index

    place = index_folder(folder)
    if not has_index(folder):
        raise MissingIndexError("there is no index yet")
    if _written_version(place) != str(VERSION):
        raise OtherVersionError("the index was written by another version of kvtui")
    with tantivy_errors(DamagedIndexError, "the index is damaged"):
        index = Index.open(str(place))
        index.register_tokenizer(TOKENIZER, make_analyzer())
        index.searcher()  # opens every file
    return index


def create_index(folder: Path) -> Index:
    """A new, empty index in a library's folder. Raises `TextIndexError`."""
    from tantivy import Index

    place = index_folder(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / _VERSION).write_text(str(VERSION), "ascii")
    except OSError as error:
        raise TextIndexError(f"{place} cannot be written: {error.strerror or error}") from error
    with tantivy_errors(TextIndexError, f"{place} cannot be written"):
        index = Index(make_schema(), str(place))
        index.register_tokenizer(TOKENIZER, make_analyzer())
    return index


def commit_of(folder: Path) -> int:
    """The number of the last commit: each has a larger one, and the merging of segments keeps it.

    Raises `MissingIndexError` or `DamagedIndexError`.
    """
    try:
        return int(json.loads(meta_file(folder).read_bytes())["opstamp"])
    except FileNotFoundError as error:
        raise MissingIndexError("there is no index yet") from error
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DamagedIndexError("the index is damaged") from error


def check_index(folder: Path) -> None:
    """Raises what `open_index` does; `DamagedIndexError` also where a search came upon damage."""
    open_index(folder)
    if (index_folder(folder) / _DAMAGED).exists():
        raise DamagedIndexError("the index is damaged")


def mark_damaged(folder: Path) -> None:
    """Leaves word for whoever writes next that the index is damaged; goes with the index itself."""
    with suppress(OSError):
        (index_folder(folder) / _DAMAGED).touch()


def is_damage(error: BaseException | None) -> bool:
    """Whether an error of tantivy says that the files themselves are broken."""
    words = str(error).lower()
    is_content = "corrupt" in words or ("io error" in words and "os error" not in words)
    return type(error).__name__ == _PANIC or is_content


def discard_index(folder: Path) -> None:
    """Takes the index away; a reader that has it open goes on with what it has."""
    meta_file(folder).unlink(missing_ok=True)
    shutil.rmtree(index_folder(folder), ignore_errors=True)


@contextmanager
def tantivy_errors(problem: type[TextIndexError], words: str) -> Iterator[None]:
    """Whatever goes wrong in tantivy becomes that problem; even a panic, which is no `Exception`.

    Its own words, with the paths of its files, are for its makers: told is only what the system said,
    and of damage not even that.
    """
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        found = None if problem is DamagedIndexError else _SYSTEM.search(str(error))
        raise problem(f"{words}: {os.strerror(int(found[1]))}" if found else words) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise problem(words) from error


def _written_version(place: Path) -> str:
    try:
        return (place / _VERSION).read_text("ascii").strip()
    except (OSError, ValueError):
        return ""

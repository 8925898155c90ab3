"""Finds the index in a library's folder, and says what is wrong with one that cannot be used.

An index of another version and a damaged one are discarded and made anew by whoever writes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kvtui.library.index.schema import TOKENIZER, VERSION, make_analyzer, make_schema

if TYPE_CHECKING:
    from tantivy import Index

_FOLDER: Final = "index"
_META: Final = "meta.json"
_VERSION: Final = "version"


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


def open_index(folder: Path) -> Index:
    """The index of a library, for reading or writing.

    Raises `MissingIndexError`, `OtherVersionError` or `DamagedIndexError`.
    """
    from tantivy import Index

    place = index_folder(folder)
    if not meta_file(folder).exists():
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


def discard_index(folder: Path) -> None:
    """Takes the index away; a reader that has it open goes on with what it has."""
    meta_file(folder).unlink(missing_ok=True)
    shutil.rmtree(index_folder(folder), ignore_errors=True)


@contextmanager
def tantivy_errors(problem: type[TextIndexError], words: str) -> Iterator[None]:
    """Whatever goes wrong in tantivy becomes that problem; even a panic, which is no `Exception`."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise problem(f"{words}: {' '.join(str(error).split())}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise problem(f"{words}: {' '.join(str(error).split())}") from error


def _written_version(place: Path) -> str:
    try:
        return (place / _VERSION).read_text("ascii").strip()
    except (OSError, ValueError):
        return ""

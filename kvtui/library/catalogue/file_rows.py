"""What the catalogue keeps of one file, as the values of its rows.

Made where the file is read: the one process that writes has only to write them. Plain values, which cost
a tenth of what a `Facts` costs to send.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from kvtui.library.catalogue.row_words import row_words
from kvtui.library.catalogue.rows import citation_values, storable, values_of
from kvtui.library.entries import Entry
from kvtui.model.formats import Format

if TYPE_CHECKING:
    from kvtui.library.facts.facts import Facts

_FORMATS: Final = tuple(
    map(str, (Format.XML, Format.HTML, Format.DOCX, Format.ODT, Format.PDF, Format.MARKDOWN, Format.TEXT))
)
"""The best first: what is marked up says what it is, what is printed has to be guessed at."""
_MOST: Final = 2**32 - 1


class FileRows(NamedTuple):
    """The rows of a file that was read, or that could not be read."""

    path: bytes
    problem: str | None
    values: tuple[object, ...]
    """Of `rows.OWN_COLUMNS`."""
    publication: str | None
    """What it is a file of; None where it could not be read or has no identifier."""
    worth: bytes
    """Sorts the best file of a publication first."""
    fingerprint: str | None
    names: tuple[str, ...]
    words: str
    members: tuple[str, ...]
    parties: tuple[str, ...]
    ministries: tuple[str, ...]
    citations: tuple[tuple[object, ...], ...]
    """Of `rows.CITATION_COLUMNS`."""


def file_rows(facts: Facts) -> FileRows:
    """The rows for what was read of a file."""
    entry = facts.entry
    identifier = entry.identifier if entry.problem is None else None
    return FileRows(
        path=os.fsencode(entry.path),
        problem=entry.problem,
        values=values_of(entry),
        publication=storable(identifier.lower()) if identifier else None,
        worth=_worth(entry),
        fingerprint=facts.fingerprint or None,
        names=names_of(entry),
        words=words_of(entry),
        members=_once(who.named for who in entry.askers),
        parties=_once(who.party for who in entry.askers if who.party),
        ministries=_once(entry.ministries),
        citations=tuple(map(citation_values, facts.citations)),
    )


def names_of(entry: Entry) -> tuple[str, ...]:
    """By what a listed file is found."""
    return _once(one.lower() for one in (entry.identifier, entry.case_number) if one)


def words_of(entry: Entry) -> str:
    """The words that its row in the list is found by."""
    return storable(row_words(entry))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(storable, texts)))


def _worth(entry: Entry) -> bytes:
    """The best format goes first, then more questions, then a file of its own, then the path."""
    rank = _FORMATS.index(entry.format) if entry.format in _FORMATS else len(_FORMATS)
    path = os.fsencode(entry.path)
    is_in_archive = b".zip/" in path.lower()
    return struct.pack(">BI?", rank, _MOST - min(entry.question_count, _MOST), is_in_archive) + path

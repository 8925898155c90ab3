"""Single documents of the catalogue by what names them: number, case, path, series, citation."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kvtui.library.catalogue.counting import Rows
from kvtui.library.catalogue.rows import (
    CITATION_COLUMNS,
    ENTRY_COLUMNS,
    citation_from,
    entry_from,
    storable,
)
from kvtui.library.entries import Entry
from kvtui.library.naming import REPRINTS, case_of, first_print_of, names_a_case
from kvtui.model import DocumentKind

if TYPE_CHECKING:
    from kvtui.library.facts.citations import Citation

_FROM: Final = f"SELECT {ENTRY_COLUMNS} FROM files JOIN folders USING (folder)"
_NAMED: Final = (
    f"SELECT {ENTRY_COLUMNS} FROM names JOIN files USING (file) JOIN folders USING (folder)"
    " WHERE names.name = ? ORDER BY sort_key"
)
_CITED: Final = ", ".join(f"citations.{column}" for column in CITATION_COLUMNS.split(", "))
CITATIONS_FROM: Final = f"SELECT {CITATION_COLUMNS} FROM citations WHERE file = ? ORDER BY rowid"
GUESSES: Final = (
    "SELECT likely.target, other.target, likely.file, coalesce(received, submitted)"
    " FROM citations AS likely JOIN citations AS other"
    " ON other.rowid = likely.rowid + 1 AND other.file = likely.file AND other.choice = 2"
    " JOIN files ON files.file = likely.file WHERE likely.choice = 1"
)
_AT_ONCE: Final = 500  # values of one statement

_BY_WORTH: Final = (DocumentKind.ANSWER, DocumentKind.NOTICE, DocumentKind.QUESTIONS, DocumentKind.ORAL)


def find(rows: Rows, name: str) -> Entry | None:
    """See `Catalogue.find`."""
    for wanted in _forms(name):
        found = find_all(rows, wanted)
        if found:
            exact = [entry for entry in found if (entry.identifier or "").lower() == wanted]
            return min(exact or found, key=_worth)  # the first of those alike is the newest
    return None


def find_all(rows: Rows, name: str) -> list[Entry]:
    """See `Catalogue.find_all`."""
    return [entry_from(row) for row in rows(_NAMED, (storable(name.lower()),))]


def numbered(rows: Rows, names: Sequence[str]) -> list[Entry]:
    """See `Catalogue.numbered`."""
    found: dict[int, Entry] = {}
    for name in names:
        if name.isdecimal():
            of_number = rows(f"{_FROM} WHERE listed AND number = ? ORDER BY sort_key", (name,))
            entries = [entry_from(row) for row in of_number]
        elif names_a_case(name):
            entries = _of_case(rows, name)
        else:
            entries = next(filter(None, (find_all(rows, form) for form in _forms(name))), [])
        for entry in entries:
            found.setdefault(entry.file, entry)
    return list(found.values())


def _of_case(rows: Rows, name: str) -> list[Entry]:
    """The publication of that very name, then all that became of the case, the answer first."""
    named = find_all(rows, name)
    found = {
        entry.file: entry for entry in sorted(named or find_all(rows, case_of(name) or name), key=_worth)
    }
    for entry in list(found.values()):
        for other in same_set(rows, entry):
            found.setdefault(other.file, other)
    itself = {entry.file for entry in named} if case_of(name) else set()
    return sorted(found.values(), key=lambda entry: (entry.file not in itself, _worth(entry)))


def at(rows: Rows, path: Path) -> Entry | None:
    """See `Catalogue.at`."""
    for folder, name in _splits(os.fsencode(path)):
        found = rows(f"{_FROM} WHERE files.name = ? AND folders.path = ?", (name, folder))
        if found:
            return entry_from(found[0])
    return None


def locate(rows: Rows, identifier: str | None, path: str | None) -> Entry | None:
    """See `Catalogue.locate`."""
    if identifier and (entry := find(rows, identifier)) is not None:
        return entry
    if path is None:
        return None
    if (entry := at(rows, Path(path))) is not None:
        return entry
    name = os.fsencode(Path(path).name)
    inner = b"/" + name
    alike = rows(
        "SELECT file FROM files WHERE name = ?1 OR substr(name, ?3) = ?2 UNION ALL SELECT file FROM files"
        " JOIN folders USING (folder) WHERE name = x'' AND substr(path, ?3) = ?2 LIMIT 2",
        (name, inner, -len(inner)),
    )
    return entry_of_file(rows, alike[0][0]) if len(alike) == 1 else None


def entry_of_file(rows: Rows, file: int) -> Entry | None:
    """The entry of a file, or None."""
    return _first(rows(f"{_FROM} WHERE files.file = ?", (file,)))


def newest(rows: Rows) -> Entry | None:
    """See `Catalogue.newest`."""
    return _first(rows(f"{_FROM} WHERE listed ORDER BY sort_key LIMIT 1"))


def failures(rows: Rows) -> list[Entry]:
    """See `Catalogue.failures`."""
    return [entry_from(row) for row in rows(f"{_FROM} WHERE state = 2 ORDER BY sort_key")]


def beside(rows: Rows, entry: Entry, step: int) -> Entry | None:
    """See `Catalogue.beside`."""
    way, sign = ("", ">") if step > 0 else (" DESC", "<")
    return _first(
        rows(
            f"{_FROM}, (SELECT chain AS c, place AS p, file AS f FROM files WHERE file = ?1) WHERE listed AND"
            f" chain = c AND (place, files.file) {sign} (p, f)"
            f" ORDER BY chain{way}, place{way}, files.file{way} LIMIT 1 OFFSET ?2",
            (entry.file, max(0, abs(step) - 1)),
        )
        if step
        else []
    )


def same_set(rows: Rows, entry: Entry) -> list[Entry]:
    """See `Catalogue.same_set`."""
    found = rows(
        f"{_FROM} WHERE files.file IN (SELECT file FROM files WHERE listed AND fingerprint IS NOT NULL AND"
        " fingerprint = (SELECT fingerprint FROM files WHERE file = ?1) UNION SELECT file FROM names WHERE"
        " name = ?2) AND files.file != ?1 ORDER BY sort_key",
        (entry.file, storable((entry.case_number or "").lower())),
    )
    return [entry_from(row) for row in found]


def citations_to(rows: Rows, names: Collection[str]) -> list[tuple[Entry, Citation]]:
    """See `Catalogue.citations_to`."""
    wanted = sorted({storable(name) for name in names if name})
    found = rows(
        f"SELECT {ENTRY_COLUMNS}, {_CITED} FROM citations JOIN files USING (file) JOIN folders USING (folder)"
        f" WHERE target IN ({','.join('?' * len(wanted))}) ORDER BY sort_key, citations.rowid",
        wanted,
    )
    width = ENTRY_COLUMNS.count(",") + 1
    entries: dict[int, Entry] = {}
    for row in found:
        if row[0] not in entries:
            entries[row[0]] = entry_from(row[:width])
    return [(entries[row[0]], citation_from(row[width:])) for row in found]


def known(rows: Rows, names: Collection[str]) -> set[str]:
    """See `Catalogue.known`."""
    return set(days(rows, names))


def days(rows: Rows, names: Collection[str]) -> dict[str, date | None]:
    """See `Catalogue.days`."""
    forms = [(storable(form), name) for name in names for form in _forms(name)]
    found: dict[str, date | None] = {}
    for start in range(0, len(forms), _AT_ONCE):
        some = forms[start : start + _AT_ONCE]
        sql = (
            "SELECT names.name, coalesce(received, submitted) FROM names JOIN files USING (file)"
            f" WHERE names.name IN ({','.join('?' * len(some))})"
        )
        there = dict(rows(sql, [form for form, _ in some]))
        for form, name in some:
            if form in there:
                found.setdefault(name, there[form] and date.fromordinal(there[form]))
    return found


def _forms(name: str) -> Iterator[str]:
    """The name in small letters, then those of the other prints of the same publication."""
    wanted = name.lower()
    yield wanted
    first_print = first_print_of(wanted)
    if first_print != wanted:
        yield first_print
    else:
        yield from (wanted + reprint for reprint in REPRINTS)


def _splits(path: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The folders and names that can stand for a path: given by name, in a folder, through an archive."""
    yield path, b""
    parts = path.split(b"/")
    for count in range(len(parts) - 1, 0, -1):
        folder = b"/".join(parts[:count])
        if count == len(parts) - 1 or folder.lower().endswith(b".zip"):
            yield folder or b"/", b"/".join(parts[count:])


def _first(found: Sequence[Any]) -> Entry | None:
    return entry_from(found[0]) if found else None


def _worth(entry: Entry) -> int:
    return _BY_WORTH.index(entry.kind) if entry.kind in _BY_WORTH else len(_BY_WORTH)

"""The entries known so far, to find a document by what another calls it.

Grows while a folder is being scanned; knows nothing of order or of the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kvtui.library.entries import Entry, newest_first
from kvtui.model import DocumentKind

_BY_WORTH = (DocumentKind.ANSWER, DocumentKind.NOTICE, DocumentKind.QUESTIONS, DocumentKind.ORAL)


class Shelf:
    """Entries by path, by identifier and by case number (zaaknummer)."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """A shelf with these entries."""
        self._by_path: dict[Path, Entry] = {}
        self._by_name: dict[str, dict[Path, Entry]] = {}
        for entry in entries:
            self.add(entry)

    def __len__(self) -> int:
        """How many files are known."""
        return len(self._by_path)

    def add(self, entry: Entry) -> None:
        """Puts an entry on the shelf, in place of an earlier one for the same file."""
        old = self._by_path.get(entry.path)
        if old is not None:
            for name in _names(old):
                self._by_name[name].pop(old.path, None)
        self._by_path[entry.path] = entry
        for name in _names(entry):
            self._by_name.setdefault(name, {})[entry.path] = entry

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order in which their files became known."""
        return tuple(self._by_path.values())

    def at(self, path: Path) -> Entry | None:
        """The entry of a file, or None."""
        return self._by_path.get(path)

    def find(self, identifier: str) -> Entry | None:
        """The document of that identifier or case number, or None.

        A case (zaak) can have several documents: an answer goes before a notice and before the
        questions alone, and of two alike the newer.
        """
        name = identifier.lower()
        found = [entry for entry in self._by_name.get(name, {}).values() if entry.problem is None]
        exact = [entry for entry in found if (entry.identifier or "").lower() == name]
        return min(exact or found, key=_by_worth, default=None)

    def locate(self, identifier: str | None, path: str | None) -> Entry | None:
        """The document of a bookmark: by identifier, else at its path, else the only file of that name."""
        if identifier and (entry := self.find(identifier)) is not None:
            return entry
        if path is None:
            return None
        if (entry := self.at(Path(path))) is not None:
            return entry
        name = Path(path).name
        alike = [entry for entry in self._by_path.values() if entry.path.name == name]
        return alike[0] if len(alike) == 1 else None


def _names(entry: Entry) -> set[str]:
    return {name.lower() for name in (entry.identifier, entry.case_number) if name}


def _by_worth(entry: Entry) -> tuple[object, ...]:
    worth = _BY_WORTH.index(entry.kind) if entry.kind in _BY_WORTH else len(_BY_WORTH)
    return (worth, *newest_first(entry))

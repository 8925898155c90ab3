"""What is read of a file made ready for both stores, by whoever reads it.

The indexer is one process and the readers are many: what can be done before is done there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kvtui.library.catalogue.file_rows import FileRows, file_rows
from kvtui.library.index.documents import documents_of

if TYPE_CHECKING:
    from kvtui.library.facts.facts import Facts


class Packed(NamedTuple):
    """Plain values that cost little to send."""

    rows: FileRows
    documents: tuple[str, ...]
    """For the index, each as JSON."""


def read_packed(file: int, path: Path) -> Packed:
    """Reads the file with that number. Never raises: what cannot be read comes with its problem."""
    from kvtui.library.facts.facts import read_facts  # 50 ms with the parser: most refreshes read nothing

    return _packed(file, read_facts(path))


def failed_packed(file: int, path: Path, problem: str) -> Packed:
    """The same for a file that cannot be read, with why in a sentence."""
    from kvtui.library.facts.facts import failed_facts

    return _packed(file, failed_facts(path, problem))


def _packed(file: int, facts: Facts) -> Packed:
    return Packed(file_rows(facts), documents_of(file, facts.records))

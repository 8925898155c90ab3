"""Everything around one document in the library, gathered once when it is shown.

Its life line, who cites it, what the publications that its header names turn out to be, and its other files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.links.citing import Citings, cited_by_others
from kvtui.library.links.life_line import LifeLine, life_line
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.resolving import resolve
from kvtui.library.links.wording import entry_words
from kvtui.model import Document, Reference, ReferenceKind, TextPart

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the library knows around one document."""

    life_line: LifeLine = field(default_factory=LifeLine)
    citings: Citings = field(default_factory=Citings)
    named: Mapping[Reference, str] = field(default_factory=dict)
    """For each publication that the header names: what it turns out to be, or that it is not there."""
    others: tuple[str, ...] = ()
    """The other files of the same publication: their names, or paths where they are in another folder."""


def surroundings_of(document: Document, entry: Entry, catalogue: Catalogue) -> Surroundings:
    """Looks round for a document whose row in the library is `entry`. Raises `CatalogueError`."""
    named: dict[Reference, str] = {}
    for reference in document.references:
        if reference.kind is ReferenceKind.PUBLICATION and reference.part is TextPart.HEADER:
            found = resolve(reference, document, catalogue)
            if found.outcome is Outcome.FOUND and found.entry is not None:
                named[reference] = entry_words(found.entry)
            else:
                named[reference] = "not in the library"
    return Surroundings(
        life_line=life_line(entry, catalogue),
        citings=cited_by_others(entry, catalogue),
        named=named,
        others=tuple(_name_beside(path, entry.path) for path in catalogue.others(entry.file)),
    )


def _name_beside(path: Path, beside: Path) -> str:
    return path.name if path.parent == beside.parent else str(path)

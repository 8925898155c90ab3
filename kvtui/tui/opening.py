"""Documents made ready for the panes, and those that were opened before."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.library.links.resolving import cited_by
from kvtui.model import Document
from kvtui.tui.first_reading import Reading, Version, version_of
from kvtui.tui.text.blocks import PaneText
from kvtui.tui.text.indexed import Indexed, index_document
from kvtui.tui.text.question_text import question_text

if TYPE_CHECKING:
    from kvtui.library.links.surroundings import Surroundings

_KEPT = 16  # documents


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, ready to be shown."""

    path: Path
    indexed: Indexed
    questions: PaneText
    is_whole: bool = True
    """False for the beginning of a file of which the rest is still being read, or could not be."""
    version: Version | None = None
    """Which version of the file this is."""

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.indexed.document


def prepare(document: Document, reading: Reading) -> Opened:
    """Make the look-ups and the question pane's text of the document that was read."""
    indexed = index_document(document, cited_by(document))
    return Opened(reading.path, indexed, question_text(indexed), reading.is_whole, reading.version)


def surrounded(opened: Opened, around: Surroundings) -> Opened:
    """The same document with what the library knows around it."""
    indexed = replace(opened.indexed, around=around)
    return replace(opened, indexed=indexed, questions=question_text(indexed))


class OpenDocuments:
    """The documents opened last, as long as their files do not change."""

    def __init__(self) -> None:
        """None yet."""
        self._kept: OrderedDict[Path, Opened] = OrderedDict()

    def get(self, path: Path) -> Opened | None:
        """A document that was opened before."""
        kept = self._kept.get(path)
        if kept is None or kept.version != version_of(path):
            return None
        self._kept.move_to_end(path)
        return kept

    def keep(self, opened: Opened) -> None:
        """Keep a document for when one comes back to it."""
        if opened.is_whole:
            self._kept[opened.path] = opened
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

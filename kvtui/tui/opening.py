"""Documents made ready for the panes, and those that were opened before."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from kvtui.library.resolving import cited_by
from kvtui.model import Document
from kvtui.tui.text.blocks import PaneText
from kvtui.tui.text.indexed import Indexed, index_document
from kvtui.tui.text.question_text import question_text

_KEPT = 16  # documents


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, ready to be shown."""

    path: Path
    indexed: Indexed
    questions: PaneText
    is_whole: bool = True
    """False for the beginning of a file of which the rest is still being read."""

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.indexed.document


def prepare(document: Document, path: Path, *, is_whole: bool = True) -> Opened:
    """Make the look-ups and the question pane's text of a document."""
    indexed = index_document(document, cited_by(document))
    return Opened(path, indexed, question_text(indexed), is_whole)


class OpenDocuments:
    """The documents opened last, as long as their files do not change."""

    def __init__(self) -> None:
        """None yet."""
        self._kept: OrderedDict[Path, tuple[int, Opened]] = OrderedDict()

    def get(self, path: Path) -> Opened | None:
        """A document that was opened before."""
        kept = self._kept.get(path)
        if kept is None or kept[0] != _version(path):
            return None
        self._kept.move_to_end(path)
        return kept[1]

    def keep(self, opened: Opened) -> None:
        """Keep a document for when one comes back to it."""
        if opened.is_whole:
            self._kept[opened.path] = (_version(opened.path), opened)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def _version(path: Path) -> int:
    for file in (path, *path.parents):  # a path may lead through an archive
        try:
            return file.stat().st_mtime_ns
        except NotADirectoryError:
            continue
        except OSError:
            return 0
    return 0

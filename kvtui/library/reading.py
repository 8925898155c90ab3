"""From a file to a `Document`: the sources and the parser, one behind the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.model import Document

if TYPE_CHECKING:
    from kvtui.parsing.explaining import Explanation


def read_document(path: Path) -> Document:
    """Reads and parses one file. Raises `kvtui.sources.SourceError`, whose words are for the reader."""
    from kvtui.parsing import parse
    from kvtui.sources import read_source

    return parse(read_source(path))


def explain_document(path: Path) -> Explanation:
    """The same with what became of each line of the file. Raises as `read_document`."""
    from kvtui.parsing.explaining import explain
    from kvtui.sources import read_source

    return explain(read_source(path))

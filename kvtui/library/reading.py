"""From a file to a `Document`: the sources and the parser, one behind the other."""

from __future__ import annotations

from pathlib import Path

from kvtui.model import Document


def read_document(path: Path) -> Document:
    """Reads and parses one file. Raises `kvtui.sources.SourceError`, whose words are for the reader."""
    from kvtui.parsing import parse
    from kvtui.sources import read_source

    return parse(read_source(path))

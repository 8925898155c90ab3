"""Bytes of one format in, pages of lines out.

One package a format (plain text is a module); the format is told by content, with the file's name as
a hint. What the lines mean is for `parsing`.
"""

from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Line, Opens, Page, Role, SourceText, Span
from kvtui.sources.reading import read_source, source_beginning, source_from_text, source_of

__all__ = [
    "Line",
    "Opens",
    "Page",
    "Role",
    "SourceError",
    "SourceText",
    "Span",
    "read_source",
    "source_beginning",
    "source_from_text",
    "source_of",
]

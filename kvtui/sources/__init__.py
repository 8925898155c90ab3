"""Bytes of one format in, pages of lines out.

One module a format; the format is told by content, with the file's name as a hint. What the
lines mean is for `parsing`.
"""

from kvtui.sources.lines import Line, Page, SourceText
from kvtui.sources.reading import SourceError, read_source, source_from_text

__all__ = ["Line", "Page", "SourceError", "SourceText", "read_source", "source_from_text"]

"""Plain text: lines and form feeds."""

from __future__ import annotations

from kvtui.sources.cleaning import lines_of, safe_text
from kvtui.sources.lines import Line, Page, SourceText

_BLANK = Line("")


def plain_source(text: str, path: str | None) -> SourceText:
    """The pages and lines of a text; form feeds end a page."""
    return SourceText(path, "text", pages_of(text))


def pages_of(text: str) -> tuple[Page, ...]:
    """Pages of lines with spaces made plain and unsafe characters taken out."""
    pages = (lines_of(page) for page in safe_text(text).split("\x0c"))
    return tuple(Page(tuple(Line(line) if line else _BLANK for line in page)) for page in pages)

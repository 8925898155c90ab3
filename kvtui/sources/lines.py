"""What every source gives: pages of lines, with their text and nothing that drives a terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source, without its newline; an empty text is a blank line."""

    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines between two page breaks; a source without page breaks has one page."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole source as lines."""

    path: str | None
    format: str
    """"text" or "markdown"."""
    pages: tuple[Page, ...]
    markup: tuple[str, ...] = ()
    """Words of markup that say nothing to a reader (tags, the addresses of images)."""

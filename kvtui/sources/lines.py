"""What every source gives: pages of lines, their text and what the format knows of it.

Nothing here drives a terminal: sources take control characters out. What a line means is for
`parsing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kvtui.model import Style


class Role(Enum):
    """What a format knows a line to be."""

    TEXT = "text"
    FURNITURE = "furniture"
    """A page head or foot, told by its place or its markup."""
    NOTE = "note"
    """Of a footnote; the line that begins one opens with its mark in square brackets: "[3] NOS, …"."""


class Opens(Enum):
    """The part of a publication that a line begins, where the format says so."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    NOTE = "note"
    """The explanatory note (Toelichting)."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a line that are printed in another style: from `start` up to `end`."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source, without its newline; an empty text is a blank line.

    A footnote's mark in running text, where the format knows it, is written "[3]". A row of a
    table is one line, "| cell | cell |".
    """

    text: str
    role: Role = Role.TEXT
    opens: Opens | None = None
    ended: bool | None = None
    """Whether a paragraph ends here; None where the format does not know."""
    styles: tuple[Span, ...] = ()
    """In order, not overlapping within one style."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines between two page breaks; a source without page breaks has one page."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole source as lines."""

    path: str | None
    format: str
    """"text", "markdown", "pdf", "docx", "odt", "xml" or "html"."""
    pages: tuple[Page, ...]
    markup: tuple[str, ...] = ()
    """Words of markup that say nothing to a reader (tags, the addresses of images)."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What a publisher states beside the text: names ("OVERHEIDop.vraagnummer") and contents, as given."""
    problems: tuple[str, ...] = ()
    """What could not be read of the file, each a sentence for the reader: "Page 3 cannot be read."."""

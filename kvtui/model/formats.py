"""The formats in which publications come, and how the names of their files end."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats that kvtui reads; the values of `Source.format`."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XML = "xml"
    HTML = "html"


SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".odt": Format.ODT,
    ".xml": Format.XML,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}
"""How the names of documents end, in small letters; what is in them decides."""
LINES = frozenset({Format.TEXT, Format.MARKDOWN})
"""The formats that are text line by line: read fast, and from the beginning."""
ALL_TEXT = LINES | {Format.XML, Format.HTML}
"""The formats whose files hold nothing but text and marks."""
ARCHIVE_SUFFIX = ".zip"
"""How the names of archives end that are opened as folders."""

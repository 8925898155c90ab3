"""Which format some bytes are in: told by the content, with the file's name as a hint."""

from __future__ import annotations

import re
from pathlib import PurePath

from kvtui.model.formats import Format
from kvtui.sources.errors import SourceError

_MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
_LOOKED_AT = 4096
"""Bytes at the beginning in which a format shows itself."""
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_RICH_TEXT = b"{\\rtf"
_PDF = b"%PDF-"
_LONGEST_PREAMBLE = 1024
"""Bytes before a PDF's head that Acrobat passes over (ISO 32000-1, implementation note 13)."""
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""OLE: Word's format before 2007, and encrypted Word files."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    rb"\s*(?:<\?xml\s|<!DOCTYPE\s+(?!html)|<(?:[\w-]+:)?(?:officiele-publicatie|vraagdoc|kamervragen)\b)"
)
# What converters write without a head around it.
_FRAGMENT = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:p|div|h[1-6]|table|ul|ol|section|article|main|meta|title|span)(?=[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} |\*\*\S)", re.MULTILINE)
"""Its headings and bold marks."""
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}


def format_of(data: bytes, name: str) -> Format:
    """The format of a file's bytes.

    Raises:
        SourceError: the bytes are in a format that kvtui does not read.
    """
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if _is_pdf(data, head):
        return Format.PDF
    if head.startswith(_ZIP):
        return _zipped(data, name)
    if head.startswith(_EMPTY_ZIP):
        raise SourceError(f"{name}: is an empty archive; there is nothing to read")
    if head.lstrip().startswith(_RICH_TEXT):
        raise SourceError(f"{name}: is a Rich Text file (.rtf); save it as .docx, ODT or PDF")
    if head.startswith(_COMPOUND):
        raise SourceError(
            f"{name}: is an old Word file (.doc) or a protected one; save it as .docx without a password"
        )
    plain = _without_zeros(head)
    if _HTML.match(plain):
        return Format.HTML
    if _XML.match(plain):
        return Format.XML
    suffix = PurePath(name).suffix.lower()
    if suffix in _MARKDOWN_SUFFIXES:
        return Format.MARKDOWN
    if _FRAGMENT.match(plain) or (b"<" in plain and suffix in _HTML_SUFFIXES):
        return Format.HTML
    if suffix == ".xml" and plain.lstrip().startswith(b"<"):
        return Format.XML
    return Format.MARKDOWN if _MARKDOWN.search(plain.decode("latin-1")) else Format.TEXT


def _is_pdf(data: bytes, head: bytes) -> bool:
    """Whether a PDF begins, behind white space or other bytes; a text that names its head is none."""
    before, found, _ = head[: _LONGEST_PREAMBLE + len(_PDF)].partition(_PDF)
    return bool(found) and (not before.strip(b"\0\t\n\f\r \xfe\xff") or b"endobj" in data)


def _zipped(data: bytes, name: str) -> Format:
    """Word and OpenDocument files are zip archives; others hold documents and are opened as folders."""
    if data[30 : 30 + len(_OPEN_DOCUMENT)] == _OPEN_DOCUMENT:
        return Format.ODT
    if b"word/document.xml" in data or PurePath(name).suffix.lower() == ".docx":
        return Format.DOCX
    if PurePath(name).suffix.lower() == ".odt":
        return Format.ODT
    raise SourceError(f"{name}: is a zip file without a Word or OpenDocument text in it")


def _without_zeros(head: bytes) -> bytes:
    """UTF-16 as if it had one byte a character: enough to see a tag."""
    return head[2:].replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head

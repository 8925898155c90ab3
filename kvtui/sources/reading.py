"""Picks the reader of a file's format and hands it the bytes.

Refuses an empty file and more text than anybody reads; what opens a file is `files`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kvtui.model.formats import ALL_TEXT, LINES, Format
from kvtui.sources.decoding import decode
from kvtui.sources.errors import SourceError
from kvtui.sources.files import LARGEST, FileBytes, file_bytes
from kvtui.sources.formats import format_of
from kvtui.sources.lines import SourceText
from kvtui.sources.metadata import metadata_beside
from kvtui.sources.plain_text import plain_source

LARGEST_TEXT = 25 * 1024 * 1024
"""Bytes of a file that is all text (the largest known Kamervraag has 64 kB): reading more takes minutes."""


def read_source(path: Path) -> SourceText:
    """What a file holds, as pages of lines; its path may lead through a zip archive.

    Raises:
        SourceError: the file is missing, not readable, empty, damaged, larger than `files.LARGEST` or
            in a format that kvtui does not read.
    """
    return _with_metadata(source_of(_bytes_of(path, LARGEST).data, str(path)), path)


def source_beginning(path: Path, length: int) -> SourceText | None:
    """The first `length` bytes of a file up to a space; None where its format must be read whole.

    Raises:
        SourceError: as `read_source`.
    """
    file = _bytes_of(path, length)
    data = file.data
    found = format_of(data, str(path))
    if found not in LINES:
        return None
    _refuse_large_text(file.size, str(path))
    end = max(data.rfind(b"\n"), data.rfind(b" ")) + 1
    text = decode(data[: end or len(data)], str(path))
    return _with_metadata(source_from_text(text, path=str(path), format=found), path)


def _with_metadata(source: SourceText, path: Path) -> SourceText:
    """The source with what a file beside it states; what its own file states comes first."""
    beside = metadata_beside(path)
    return replace(source, metadata=(*source.metadata, *beside)) if beside else source


def source_of(data: bytes, name: str) -> SourceText:
    """The same for the bytes of a file; `name` is its path or what else to call it.

    Raises:
        SourceError: as `read_source`.
    """
    found = format_of(data, name)
    if found in ALL_TEXT:
        _refuse_large_text(len(data), name)
    if found in LINES:
        return source_from_text(decode(data, name), path=name, format=found)
    return _READERS[found](data, name)


def _pdf(data: bytes, name: str) -> SourceText:
    from kvtui.sources.pdf.reading import pdf_source

    return pdf_source(data, name)


def _docx(data: bytes, name: str) -> SourceText:
    from kvtui.sources.word.reading import docx_source

    return docx_source(data, name)


def _odt(data: bytes, name: str) -> SourceText:
    from kvtui.sources.odt.reading import odt_source

    return odt_source(data, name)


def _xml(data: bytes, name: str) -> SourceText:
    from kvtui.sources.xml.reading import xml_source

    return xml_source(data, name)


def _html(data: bytes, name: str) -> SourceText:
    from kvtui.sources.html.reading import html_source

    return html_source(data, name)


# Each imports its library only when a file of its format is read.
_READERS: dict[Format, Callable[[bytes, str], SourceText]] = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.ODT: _odt,
    Format.XML: _xml,
    Format.HTML: _html,
}


def source_from_text(text: str, *, path: str | None = None, format: str = "text") -> SourceText:
    """The same for a text that is already in memory; `format` is "text" or "markdown"."""
    if format != "markdown":
        return plain_source(text, path)
    from kvtui.sources.markdown.reading import markdown_source

    return markdown_source(text, path)


def _bytes_of(path: Path, length: int) -> FileBytes:
    found = file_bytes(path, length)
    if not found.data.strip():
        raise SourceError(f"{path}: is empty; there is nothing to read")
    return found


def _refuse_large_text(size: int, name: str) -> None:
    if size > LARGEST_TEXT:
        raise SourceError(f"{name}: is {size >> 20} MB of text; kvtui reads at most {LARGEST_TEXT >> 20} MB")

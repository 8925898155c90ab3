"""Reads a file's bytes and hands them to the module of its format.

Refuses what cannot be a document with one clear line; decodes text in UTF-8, UTF-16 with a mark
and Windows-1252.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kvtui.model.formats import ALL_TEXT, LINES, Format
from kvtui.sources.errors import SourceError
from kvtui.sources.formats import format_of
from kvtui.sources.lines import SourceText
from kvtui.sources.metadata import metadata_beside
from kvtui.sources.plain_text import plain_source

LARGEST = 100 * 1024 * 1024
"""Bytes of a file: far above any Kamervraag, pictures included."""
LARGEST_TEXT = 25 * 1024 * 1024
"""Bytes of a file that is all text (the largest known Kamervraag has 64 kB): reading more takes minutes."""

# Windows-1252 differs from Latin-1 here; its five holes stay the controls that sources take out.
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(128, 160)
}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_source(path: Path) -> SourceText:
    """What a file holds, as pages of lines; its path may lead through a zip archive.

    Raises:
        SourceError: the file is missing, not readable, empty, damaged, larger than `LARGEST` or in a
            format that kvtui does not read.
    """
    return _with_metadata(source_of(_bytes_of(path), str(path)), path)


def source_beginning(path: Path, length: int) -> SourceText | None:
    """The first `length` bytes of a file up to a space; None where its format must be read whole.

    Raises:
        SourceError: as `read_source`.
    """
    data = _bytes_of(path, length)
    found = format_of(data, str(path))
    if found not in LINES:
        return None
    _refuse_large_text(os.stat(path).st_size if os.path.isfile(path) else 0, str(path))
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


def decode(data: bytes, name: str) -> str:
    """The text of some bytes: by its byte order mark, else UTF-8, else Windows-1252.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise SourceError(f"{name}: is a binary file in no format that kvtui reads")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS_1252)


def _bytes_of(path: Path, length: int = LARGEST + 1) -> bytes:
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise SourceError(f"{path}: is not a file; give a document or a folder of documents")
            if found.st_size > LARGEST:
                size = found.st_size // (1024 * 1024)
                raise SourceError(f"{path}: is {size} MB; kvtui reads documents of at most 100 MB")
            data = file.read(length)
    except (FileNotFoundError, NotADirectoryError):
        data = _bytes_through_archive(path)
    except PermissionError:
        raise SourceError(f"{path}: may not be read; check its permissions") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: is a folder, not a document") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{path}: cannot be read: {reason}") from None
    if not data.strip():
        raise SourceError(f"{path}: is empty; there is nothing to read")
    return data


def _refuse_large_text(size: int, name: str) -> None:
    if size > LARGEST_TEXT:
        raise SourceError(f"{name}: is {size >> 20} MB of text; kvtui reads at most {LARGEST_TEXT >> 20} MB")


def _bytes_through_archive(path: Path) -> bytes:
    from kvtui.sources.zip_folder import archive_above, read_through

    archive = archive_above(path)
    if archive is None:
        raise SourceError(f"{path}: does not exist; check the name")
    return read_through(archive, path)


def _open_without_waiting(name: str, flags: int) -> int:
    """Opens so that a named pipe without a writer does not hang the reader."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))

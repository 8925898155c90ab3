"""Reads a file's bytes and hands its text to the module of its format.

Refuses what cannot be a document with one clear line; decodes UTF-8, UTF-16 with a mark and
Windows-1252.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kvtui.sources.lines import SourceText
from kvtui.sources.markdown import looks_like_markdown, markdown_source
from kvtui.sources.plain_text import plain_source

LARGEST = 100 * 1024 * 1024
"""Bytes: far above any Kamervraag (the largest known is 64 kB of text)."""

_MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
# Windows-1252 differs from Latin-1 here; its five holes stay the controls that sources take out.
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(128, 160)
}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class SourceError(Exception):
    """A file that cannot be read as a document; the message is one line for the reader."""


def read_source(path: Path) -> SourceText:
    """The text of a file as pages of lines.

    Raises:
        SourceError: the file is missing, not readable, empty, binary or larger than `LARGEST`.
    """
    text = decode(_bytes_of(path), str(path))
    kind = "markdown" if path.suffix.lower() in _MARKDOWN_SUFFIXES or looks_like_markdown(text) else "text"
    return source_from_text(text, path=str(path), format=kind)


def source_from_text(text: str, *, path: str | None = None, format: str = "text") -> SourceText:
    """The same for a text that is already in memory; `format` is "text" or "markdown"."""
    return markdown_source(text, path) if format == "markdown" else plain_source(text, path)


def decode(data: bytes, name: str) -> str:
    """The text of some bytes: by its byte order mark, else UTF-8, else Windows-1252.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data or data.startswith((b"%PDF-", b"PK\x03\x04")):
        raise SourceError(f"{name}: is a binary file; kvtui reads Markdown and plain text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS_1252)


def _bytes_of(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise SourceError(f"{path}: is not a file; give a document or a folder of documents")
            if found.st_size > LARGEST:
                size = found.st_size // (1024 * 1024)
                raise SourceError(f"{path}: is {size} MB; kvtui reads documents of at most 100 MB")
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise SourceError(f"{path}: does not exist; check the name") from None
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


def _open_without_waiting(name: str, flags: int) -> int:
    """Opens so that a named pipe without a writer does not hang the reader."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))

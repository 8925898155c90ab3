"""The text of a document by a bare extraction library: what kvtui's reading is measured against.

Each takes a path and gives the text of all paragraphs and tables, without any thought about it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
from lxml import etree, html
from markdown_it import MarkdownIt

from kvtui.model.formats import Format

Extraction = Callable[[Path], object]


def decoded(path: Path) -> str:
    """Of a text file."""
    return path.read_bytes().decode("utf-8", "replace")


def markdown_tokens(path: Path) -> object:
    """markdown-it-py's tokens, with the rules of CommonMark alone."""
    return _COMMON_MARK.parse(decoded(path))


_COMMON_MARK = MarkdownIt("commonmark")


def pdf_text(path: Path) -> str:
    """pypdfium2's text of all pages."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return "\f".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


class PdfProcess:
    """The same in a process of its own that is started once, as kvtui's is."""

    def __init__(self) -> None:
        """Starts it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.extraction"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __call__(self, path: Path) -> str:
        """The text of a PDF."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n".encode())
        self._process.stdin.flush()
        return self._process.stdout.read(int(self._process.stdout.readline())).decode()

    def end(self) -> None:
        """Ends it."""
        self._process.communicate()


def _answer_paths() -> None:
    """The work of that process: for each path a length and the text."""
    for line in sys.stdin:
        text = pdf_text(Path(line.removesuffix("\n"))).encode("utf-8", "replace")
        sys.stdout.buffer.write(b"%d\n%s" % (len(text), text))
        sys.stdout.buffer.flush()


def docx_text(path: Path) -> str:
    """python-docx's text of paragraphs and tables."""
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def odt_text(path: Path) -> str:
    """lxml's text of an OpenDocument's content."""
    with ZipFile(path) as archive:
        return "".join(map(str, etree.fromstring(archive.read("content.xml")).itertext()))


def xml_text(path: Path) -> str:
    """lxml's text of an XML file."""
    return "".join(map(str, etree.fromstring(path.read_bytes()).itertext()))


def html_text(path: Path) -> str:
    """lxml's text of an HTML page."""
    page: Any = html.fromstring(path.read_bytes())
    return str(page.text_content())


LIBRARIES: dict[Format, dict[str, Extraction]] = {
    Format.TEXT: {"read and decode": decoded},
    Format.MARKDOWN: {"read and decode": decoded, "markdown-it-py": markdown_tokens},
    Format.PDF: {"pypdfium2": pdf_text},
    Format.DOCX: {"python-docx": docx_text},
    Format.ODT: {"lxml": odt_text},
    Format.XML: {"lxml": xml_text},
    Format.HTML: {"lxml.html": html_text},
}
"""By format; of a PDF there is also `PdfProcess`."""

if __name__ == "__main__":
    _answer_paths()

"""What each converter makes of a PDF or Word file, written as OUT/NAME.CONVERTER.(txt|md|html).

Runs in the environment that convert_corpus.py makes; libraries are imported by what needs them.

usage: python converters.py OUT [--only CONVERTER] DOCUMENT…
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OLDER = "pymupdf4llm-older"
"""Made only when asked for by name: it wants an older pymupdf4llm on the path."""


@dataclass(frozen=True)
class Converter:
    """One way to convert: its name, what it reads and writes, and the function from path to text."""

    name: str
    reads: str
    writes: str
    convert: Callable[[Path], str]


def converters() -> tuple[Converter, ...]:
    """All that can run here; the two of poppler only where `pdftotext` is installed."""
    found = [
        Converter("docling", ".docx", ".md", _docling),
        Converter("mammoth", ".docx", ".md", _mammoth_markdown),
        Converter("mammoth", ".docx", ".html", _mammoth_html),
        Converter("markitdown", ".docx", ".md", _markitdown),
        Converter("markitdown", ".pdf", ".md", _markitdown),
        Converter("pandoc", ".docx", ".md", _pandoc("markdown")),
        Converter("pandoc-gfm", ".docx", ".md", _pandoc("gfm")),
        Converter("pandoc-plain", ".docx", ".txt", _pandoc("plain")),
        Converter("pdfminer", ".pdf", ".txt", _pdfminer),
        Converter("pdfplumber", ".pdf", ".txt", _pdfplumber),
        Converter("pymupdf4llm", ".pdf", ".md", _pymupdf4llm(layout=True)),
        Converter("pymupdf4llm-plain", ".pdf", ".md", _pymupdf4llm(layout=False)),
        Converter(OLDER, ".pdf", ".md", _pymupdf4llm_older),
        Converter("pypdf", ".pdf", ".txt", _pypdf),
        Converter("pypdf2", ".pdf", ".txt", _pypdf2),
        Converter("pypdfium2", ".pdf", ".txt", _pypdfium2),
    ]
    if shutil.which("pdftotext"):
        found.append(Converter("pdftotext", ".pdf", ".txt", _poppler()))
        found.append(Converter("pdftotext-layout", ".pdf", ".txt", _poppler("-layout")))
    return tuple(found)


def _docling(path: Path) -> str:
    # the reader of Word alone: docling's front door imports torch, and its PDF reader fetches models
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    read = InputDocument(path_or_stream=path, format=InputFormat.DOCX, backend=MsWordDocumentBackend)
    return str(read._backend.convert().export_to_markdown())


def _mammoth_markdown(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.convert_to_markdown(file).value)


def _mammoth_html(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        body = mammoth.convert_to_html(file).value
    return f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"></head><body>{body}</body></html>\n'


def _markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return str(MarkItDown().convert(str(path)).text_content)


def _pandoc(dialect: str) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        import pypandoc

        return str(pypandoc.convert_file(str(path), dialect))

    return convert


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(str(path)))


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def _pymupdf4llm(*, layout: bool) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        import pymupdf4llm

        pymupdf4llm.use_layout(layout)
        return str(pymupdf4llm.to_markdown(str(path)))

    return convert


def _pymupdf4llm_older(path: Path) -> str:
    import pymupdf4llm

    return str(pymupdf4llm.to_markdown(str(path), show_progress=False))


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _pypdf2(path: Path) -> str:
    from PyPDF2 import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(str(path)).pages)


def _pypdfium2(path: Path) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def _poppler(*options: str) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        return subprocess.run(
            ["pdftotext", *options, path, "-"], check=True, capture_output=True
        ).stdout.decode()

    return convert


def write_all(out: Path, only: str | None, documents: list[Path]) -> int:
    """Convert `documents` into `out`; how many conversions failed, each told on standard error."""
    failed = 0
    chosen = [each for each in converters() if (each.name == only if only else each.name != OLDER)]
    for document in documents:
        for converter in chosen:
            if converter.reads != document.suffix:
                continue
            try:
                # some print their progress
                with contextlib.redirect_stdout(sys.stderr):
                    text = converter.convert(document)
            except Exception as error:
                print(f"{converter.name}: {document.name}: {error}", file=sys.stderr)
                failed += 1
                continue
            name = f"{document.stem}.{converter.name}{converter.writes}"
            (out / name).write_text(text, "utf-8", errors="replace", newline="")
    return failed


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Converts documents with all converters.")
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--only")
    arguments.add_argument("documents", type=Path, nargs="+")
    given = arguments.parse_args()
    logging.disable()  # pypdf and docling say what they could do with other packages
    sys.exit(1 if write_all(given.out, given.only, given.documents) else 0)

"""`kvtui show`: prints documents, without the screen.

A file that cannot be read is named on the standard error, and the others are printed; a zip archive is
printed as the documents in it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kvtui.cli import messages
from kvtui.cli.documents import read_each
from kvtui.cli.output import is_terminal, prepare_stdout, write
from kvtui.library.reading import read_document
from kvtui.model import Document, Source
from kvtui.sources import SourceError

_LEAST_WIDTH = 20


def show(files: Sequence[Path], form: str) -> int:
    """Prints the files in their order as "text", "json", "markdown" or "source"; gives the exit code."""
    prepare_stdout()
    if form == "json":
        return _show_json(files)
    render = _renderer(form)
    failed: list[Path] = []
    texts = _texts(files, render, failed)
    if form in ("text", "source") and is_terminal(sys.stdout):
        from kvtui.cli.pager import page

        page("\n\n".join(texts))
    else:
        for number, text in enumerate(texts):
            write(f"\n\n{text}" if number else text)
    return messages.FAILURE if failed else messages.OK


def _renderer(form: str) -> Callable[[Path], str]:
    """What reads a file and gives its text in that form."""
    if form == "markdown":
        from kvtui.export.markdown import to_markdown

        return lambda path: to_markdown(read_document(path))
    if form == "source":
        return _source_renderer()
    from kvtui.export.text import to_text

    width = _width()
    return lambda path: to_text(read_document(path), width)


def _source_renderer() -> Callable[[Path], str]:
    """On a terminal wrapped and with colours, if they are wanted; else a row a line, to be searched."""
    from kvtui.export.source import coloured, plain, source_text
    from kvtui.library.printable import printable
    from kvtui.library.reading import explain_document

    width = _width() if is_terminal(sys.stdout) else None
    paint = plain if width is None or os.environ.get("NO_COLOR") else coloured
    return lambda path: source_text(explain_document(path), printable(path.name), width, paint)


def _width() -> int:
    return max(_LEAST_WIDTH, shutil.get_terminal_size((80, 24)).columns)


def _texts(files: Sequence[Path], render: Callable[[Path], str], failed: list[Path]) -> Iterator[str]:
    for path, text in read_each(files, render):
        if isinstance(text, SourceError):
            failed.append(path)
        else:
            yield text


def _show_json(files: Sequence[Path]) -> int:
    """One line for each document, always: for one that cannot be read an empty one that says so."""
    from kvtui.export.json import to_json

    code = messages.OK
    for path, read in read_each(files, read_document):
        if isinstance(read, SourceError):
            write(to_json(_unread(path, read)) + "\n")
            code = messages.FAILURE
        else:
            write(to_json(read) + "\n")
    return code


def _unread(path: Path, error: SourceError) -> Document:
    return Document(source=Source(path=str(path)), warnings=(f"Not read: {error}",))

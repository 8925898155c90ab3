"""`kvtui show`: prints documents, without the screen.

A file that cannot be read is named on the standard error, and the others are printed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kvtui.cli import messages
from kvtui.cli.output import is_terminal, prepare_stdout, write
from kvtui.library.reading import read_document
from kvtui.model import Document, Source
from kvtui.sources import SourceError

_LEAST_WIDTH = 20


def show(files: Sequence[Path], form: str) -> int:
    """Prints the files in their order as "text", "json" or "markdown"; gives the exit code."""
    prepare_stdout()
    if form == "json":
        return _show_json(files)
    render = _renderer(form)
    failed: list[Path] = []
    texts = _texts(files, render, failed)
    if form == "text" and is_terminal(sys.stdout):
        from kvtui.cli.pager import page

        page("\n\n".join(texts))
    else:
        for number, text in enumerate(texts):
            write(f"\n\n{text}" if number else text)
    return messages.FAILURE if failed else messages.OK


def _renderer(form: str) -> Callable[[Document], str]:
    if form == "markdown":
        from kvtui.export.markdown import to_markdown

        return to_markdown
    from kvtui.export.text import to_text

    width = max(_LEAST_WIDTH, shutil.get_terminal_size((80, 24)).columns)
    return lambda document: to_text(document, width)


def _texts(files: Sequence[Path], render: Callable[[Document], str], failed: list[Path]) -> Iterator[str]:
    for path in files:
        try:
            document = read_document(path)
        except SourceError as error:
            messages.say(str(error))
            failed.append(path)
        else:
            yield render(document)


def _show_json(files: Sequence[Path]) -> int:
    """One line for each file, always: for one that cannot be read an empty document that says so."""
    from kvtui.export.json import to_json

    code = messages.OK
    for path in files:
        try:
            document = read_document(path)
        except SourceError as error:
            messages.say(str(error))
            document = Document(source=Source(path=str(path)), warnings=(f"Not read: {error}",))
            code = messages.FAILURE
        write(to_json(document) + "\n")
    return code

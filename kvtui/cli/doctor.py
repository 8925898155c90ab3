"""`kvtui doctor`: explains how documents were read, for a report of a mistake.

A file that cannot be read is named on the standard error, and the others are explained.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

import kvtui
from kvtui.cli import messages
from kvtui.cli.output import prepare_stdout, write
from kvtui.export.report import FileFacts, report_text
from kvtui.library.printable import printable
from kvtui.library.reading import explain_document
from kvtui.library.resolving import Outcome, resolve
from kvtui.library.shelf import Shelf
from kvtui.model import Document, Reference
from kvtui.sources import SourceError

_LIBRARIES = {"pdf": "pypdfium2", "docx": "python-docx", "odt": "lxml", "xml": "lxml", "html": "lxml"}
_CHECKSUM = 12  # characters
_WORDS = {
    Outcome.FOUND: "found",
    Outcome.NOT_IN_LIBRARY: "another publication",
    Outcome.INCOMPLETE: "incomplete",
    Outcome.OUT_OF_RANGE: "out of range",
    Outcome.EXTERNAL: "web address",
}


def explain_files(files: Sequence[Path]) -> int:
    """Prints a report on each file; gives the exit code."""
    prepare_stdout()
    code = messages.OK
    first = True
    for path in files:
        try:
            report = _report(path)
        except SourceError as error:
            messages.say(str(error))
            code = messages.FAILURE
        else:
            write(report if first else f"\n\n{report}")
            first = False
    return code


def _report(path: Path) -> str:
    explanation = explain_document(path)
    document = explanation.document
    versions = tuple(_versions(document.source.format or ""))
    facts = FileFacts(printable(path.name), _content(path), versions)
    return report_text(explanation, facts, lambda reference: _outcome(reference, document))


def _content(path: Path) -> str:
    """The size of a file and the beginning of its SHA-256."""
    try:
        data = path.read_bytes()
    except OSError:
        return "a member of an archive"
    return f"{len(data):,} bytes · sha256 {hashlib.sha256(data).hexdigest()[:_CHECKSUM]}"


def _versions(format: str) -> Iterator[str]:
    yield f"kvtui {kvtui.__version__}"
    yield f"Python {platform.python_version()}"
    library = _LIBRARIES.get(format)
    if library is not None:
        yield f"{library} {metadata.version(library)}"


def _outcome(reference: Reference, document: Document) -> str:
    """The outcome with no other document at hand; with its reason where it leads nowhere."""
    found = resolve(reference, document, Shelf())
    words = _WORDS[found.outcome]
    return f"{words}: {found.reason}" if found.outcome is Outcome.OUT_OF_RANGE else words

"""`kvtui doctor`: explains how documents were read, for a report of a mistake.

A file that cannot be read is named on the standard error too; of it only the file itself is described.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

import kvtui
from kvtui.cli import messages
from kvtui.cli.documents import read_each
from kvtui.cli.output import prepare_stdout, write
from kvtui.export.report import FileFacts, failure_text, report_text
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.resolving import resolve
from kvtui.library.printable import printable
from kvtui.library.reading import explain_document
from kvtui.model import Document, Reference
from kvtui.model.formats import ARCHIVE_SUFFIX, LINES
from kvtui.parsing.explaining import Explanation
from kvtui.sources import SourceError
from kvtui.sources.decoding import decode
from kvtui.sources.files import file_bytes
from kvtui.sources.formats import format_of

_LIBRARIES = {"pdf": "pypdfium2", "docx": "python-docx", "odt": "lxml", "xml": "lxml", "html": "lxml"}
_CHECKSUM = 12  # characters
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins, and one without members (APPNOTE.TXT 4.3)."""
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
    for number, (path, explanation) in enumerate(read_each(files, explain_document)):
        if isinstance(explanation, SourceError):
            code = messages.FAILURE
            report = _failure(path, explanation)
        else:
            report = _report(path, explanation)
        write(f"\n\n{report}" if number else report)
    return code


def _report(path: Path, explanation: Explanation) -> str:
    document = explanation.document
    data = file_bytes(path).data
    facts = FileFacts(printable(path.name), _content(data), tuple(_versions(document.source.format or "")))
    return report_text(explanation, facts, lambda reference: _outcome(reference, document))


def _failure(path: Path, error: SourceError) -> str:
    """What is known of a file that is no document."""
    try:
        data = file_bytes(path).data
    except SourceError:
        data = b""  # that is why it was not read
    found = _format(data, path.name)
    facts = FileFacts(printable(path.name), _content(data) if data else "", tuple(_versions(found or "")))
    return failure_text(facts, found, printable(_without_folder(str(error), path)))


def _format(data: bytes, name: str) -> str | None:
    """The format that the bytes show; None for none that is known."""
    if data.startswith(_ZIP) and name.lower().endswith(ARCHIVE_SUFFIX):
        return "zip"
    try:
        found = format_of(data, name)
        if found in LINES:  # what shows no other format can still be no text
            decode(data, name)
    except SourceError:
        return None
    return found


def _without_folder(message: str, path: Path) -> str:
    """The message without where the file lies; an archive around it keeps its name."""
    for above in (path, *path.parents):
        if message.startswith(f"{above}: "):
            words = message.removeprefix(f"{above}: ")
            return words if above == path else f"{above.name}: {words}"
    return message


def _content(data: bytes) -> str:
    """The size of a file and the beginning of its SHA-256."""
    return f"{len(data):,} bytes · sha256 {hashlib.sha256(data).hexdigest()[:_CHECKSUM]}"


def _versions(format: str) -> Iterator[str]:
    yield f"kvtui {kvtui.__version__}"
    yield f"Python {platform.python_version()}"
    library = _LIBRARIES.get(format)
    if library is not None:
        yield f"{library} {metadata.version(library)}"


def _outcome(reference: Reference, document: Document) -> str:
    """The outcome with no other document at hand; with its reason where it leads nowhere."""
    found = resolve(reference, document, None)
    words = _WORDS[found.outcome]
    return f"{words}: {found.reason}" if found.outcome is Outcome.OUT_OF_RANGE else words

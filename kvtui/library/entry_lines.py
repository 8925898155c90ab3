"""An `Entry` as one line of JSON and back: what the scanning process sends to the reader.

Pure ASCII, so that any file name, in UTF-8 or not, arrives as it is.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from kvtui.library.entries import Entry
from kvtui.model import Asker, DocumentKind


def entry_values(entry: Entry) -> list[Any]:
    """The fields in order, as JSON can hold them."""
    return [
        str(entry.path),
        entry.identifier,
        entry.kind,
        entry.number,
        entry.session_year,
        entry.case_number,
        entry.subject,
        [[asker.name, asker.party] for asker in entry.askers],
        entry.submitted and entry.submitted.isoformat(),
        entry.received and entry.received.isoformat(),
        entry.question_count,
        entry.answering_days,
        entry.problem,
    ]


def entry_from(values: list[Any]) -> Entry:
    """The entry of those values."""
    path, identifier, kind, number, session_year, case_number, subject, askers, *rest = values
    submitted, received, question_count, answering_days, problem = rest
    return Entry(
        path=Path(path),
        identifier=identifier,
        kind=kind and DocumentKind(kind),
        number=number,
        session_year=session_year,
        case_number=case_number,
        subject=subject,
        askers=tuple(Asker(name, party) for name, party in askers),
        submitted=submitted and date.fromisoformat(submitted),
        received=received and date.fromisoformat(received),
        question_count=question_count,
        answering_days=answering_days,
        problem=problem,
    )


def line_of(kind: str, content: object) -> bytes:
    """One message as a line."""
    return json.dumps([kind, content], separators=(",", ":")).encode("ascii") + b"\n"


def message_of(line: bytes) -> tuple[str, Any]:
    """The kind and content of a line."""
    kind, content = json.loads(line)
    return kind, content

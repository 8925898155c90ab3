"""What a row of the list says, in the form in which the filter of the list looks for words."""

from __future__ import annotations

from datetime import date
from typing import Final

from kvtui.library.entries import Entry
from kvtui.library.folding import folded
from kvtui.model import DocumentKind

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_KINDS: Final = {
    DocumentKind.NOTICE: "notice",
    DocumentKind.QUESTIONS: "open",
    DocumentKind.ORAL: "oral",
    DocumentKind.OTHER: "no kamervragen",
}


def row_words(entry: Entry) -> str:
    """All that the row of an entry says, folded."""
    parts = (
        entry.number or "",
        entry.identifier or "",
        entry.case_number or "",
        entry.subject or "",
        " ".join(asker.named for asker in entry.askers),
        _day(entry.received or entry.submitted),
        _KINDS.get(entry.kind, "") if entry.kind else "",
        entry.file_name,
    )
    return folded(" ".join(part for part in parts if part))


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

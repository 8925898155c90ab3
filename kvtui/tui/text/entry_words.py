"""What a row says of a document: its shortest name, and in few letters what became of it."""

from __future__ import annotations

from kvtui.library.entries import Entry
from kvtui.library.printable import printable
from kvtui.model import DocumentKind

_KINDS = {
    DocumentKind.NOTICE: "notice",
    DocumentKind.QUESTIONS: "open",
    DocumentKind.ORAL: "oral",
    DocumentKind.OTHER: "no Kamervragen",
}


def entry_name(entry: Entry) -> str:
    """Its number; without one its case number, identifier or file name."""
    return entry.number or entry.case_number or entry.identifier or printable(entry.path.stem)


def entry_facts(entry: Entry) -> str:
    """ "10 q · 24 d": how many questions, and in how many days they were answered, or that they were not."""
    facts = []
    if entry.question_count:
        facts.append(f"{entry.question_count} q")
    if entry.kind in _KINDS:
        facts.append(_KINDS[entry.kind])
    elif entry.answering_days is not None:
        facts.append(f"{entry.answering_days} d")
    return " · ".join(facts)

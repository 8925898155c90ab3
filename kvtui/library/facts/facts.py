"""All that the library keeps of one file: made where the file is read, sent to where it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kvtui.library.entries import Entry, entry_of, entry_of_name
from kvtui.library.facts.citations import Citation, citations_of
from kvtui.library.facts.records import Record, records_of
from kvtui.library.folding import folded
from kvtui.library.reading import read_document
from kvtui.model import Document

_TELLING: Final = 60
"""Letters that tell apart what the same members ask on the same day: a question, or two short ones."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One file as it was read."""

    entry: Entry
    """With `problem` where it could not be read: then the rest is empty."""
    citations: tuple[Citation, ...] = ()
    records: tuple[Record, ...] = ()
    fingerprint: str = ""
    """The same for all documents that hold the same set of questions; empty where too little is known."""


def facts_of(document: Document, path: Path) -> Facts:
    """The facts of a document that was read from that file."""
    citations = citations_of(document)
    records = records_of(document, citations)
    return Facts(
        entry=replace(entry_of(document, path), ministries=records[0].facts.ministries),
        citations=citations,
        records=records,
        fingerprint=_fingerprint(document),
    )


def read_facts(path: Path) -> Facts:
    """Reads a file. Never raises: what cannot be read comes as an entry with its problem."""
    from kvtui.sources import SourceError

    try:
        return facts_of(read_document(path), path)
    except SourceError as error:
        return failed_facts(path, str(error))
    except Exception as error:  # a mistake of kvtui's own costs one file
        where = f"{type(error).__name__}: {error}".splitlines()[0]
        return failed_facts(path, f"{path}: kvtui fails on this file ({where}); please report it")


def failed_facts(path: Path, problem: str) -> Facts:
    """The facts of a file that cannot be read, with why in a sentence."""
    return Facts(entry_of_name(path, problem))


def _fingerprint(document: Document) -> str:
    """Of the day, the members and the first questions, whose letters alone count: digits may be footnotes.

    The first question alone may be "Bent u bekend met het bericht?" in sets that have nothing in common.
    """
    begin = _beginning(document)
    if document.submitted is None or not document.askers or not begin:
        return ""
    members = sorted(folded(asker.name) for asker in document.askers)
    told = "\n".join((document.submitted.isoformat(), *members, begin))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _beginning(document: Document) -> str:
    """The letters of as many of the first questions as tell one set from another."""
    begin = ""
    for question in document.questions:
        begin += "".join(filter(str.isalpha, folded(" ".join(question.paragraphs))))
        if len(begin) >= _TELLING:
            break
    return begin

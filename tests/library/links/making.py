"""Small libraries of invented documents, from texts to a catalogue on the disk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kvtui.library.catalogue import Catalogue, open_catalogue
from kvtui.library.catalogue.file_rows import file_rows
from kvtui.library.catalogue.writing import make_anew, open_to_write
from kvtui.library.entries import Entry
from kvtui.library.facts.facts import facts_of
from kvtui.model import (
    Answer,
    Asker,
    Document,
    DocumentKind,
    ExplanatoryNote,
    Footnote,
    Header,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    Respondent,
    TextPart,
)
from kvtui.parsing.references import find_references

ASKED = date(2099, 1, 10)
BOS = Asker("Bos", "SVP")
VEEN = Asker("Veen", "PvO")
MINISTER = Respondent("Minister", "Duin", "Water")
OTHER_MINISTER = Respondent("Staatssecretaris", "Rietveld", "Wegen")


def answer(number: int, received: date, **more: Any) -> Document:
    """A set of three questions with answers: what else is given replaces what is usual."""
    return published(DocumentKind.ANSWER, number, received, **more)


def notice(number: int, received: date, **more: Any) -> Document:
    """A notice to the same questions."""
    return published(DocumentKind.NOTICE, number, received, **more)


def published(kind: DocumentKind, number: int, received: date, **more: Any) -> Document:
    """An Aanhangsel of 2098-2099."""
    usual: dict[str, Any] = {
        "identifier": f"ah-tk-20982099-{number}",
        "number": str(number),
        "session_year": "2098-2099",
        "respondents": (MINISTER,),
    }
    return made(kind=kind, received=received, **{**usual, **more})


def questions(case: str, submitted: date = ASKED, **more: Any) -> Document:
    """Questions without answers."""
    usual: dict[str, Any] = {"identifier": f"kv-tk-{case}", "case_number": case}
    return made(kind=DocumentKind.QUESTIONS, submitted=submitted, **{**usual, **more})


def made(
    *,
    header: str = "",
    asks: Sequence[str] = ("Vaart de pont?", "Waarom niet?", "Wanneer wel?"),
    answers: Sequence[str] = (),
    note: str = "",
    footnotes: Sequence[tuple[str, TextPart, int]] = (),
    **fields: Any,
) -> Document:
    """A document with these texts and the references in them.

    Each footnote comes with the part and the number of the block that carries its mark.
    """
    usual: dict[str, Any] = {"submitted": ASKED, "askers": (BOS,), "subject": "de pont"}
    document = Document(
        header=Header((header,) if header else ()),
        questions=tuple(Question(number, paragraphs=(text,)) for number, text in enumerate(asks, 1)),
        answers=tuple(Answer((number,), paragraphs=(text,)) for number, text in enumerate(answers, 1)),
        notice=Notice("Mededeling") if fields.get("kind") is DocumentKind.NOTICE else None,
        explanatory_note=ExplanatoryNote("Toelichting", (note,)) if note else None,
        footnotes=tuple(Footnote(str(mark), text) for mark, (text, _, _) in enumerate(footnotes, 1)),
        **{**usual, **fields},
    )
    marks = tuple(
        Reference(part, (number,), 0, 0, 0, str(mark), ReferenceKind.FOOTNOTE, (str(mark),))
        for mark, (_, part, number) in enumerate(footnotes, 1)
    )
    carriers = {index: (number,) for index, (_, _, number) in enumerate(footnotes)}
    return replace(document, references=(*marks, *find_references(document, carriers)))


def library(folder: Path, *documents: Document) -> Catalogue:
    """A catalogue of these documents, each in a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    root = os.fsencode(folder)
    names = [os.fsencode(f"{index}-{one.identifier}.txt") for index, one in enumerate(documents)]
    make_anew(folder)
    with open_to_write(folder) as writer:
        number = writer.put_folder(root, b"", b"")
        writer.add_files(number, root, [(name, 1) for name in names])
        files = writer.files_in(number)
        for name, document in zip(names, documents, strict=True):
            writer.put(files[name], file_rows(facts_of(document, folder / os.fsdecode(name))))
        writer.commit()
    return open_catalogue(folder)


class Entries:
    """Rows that are found by their identifier or case number, without a catalogue."""

    def __init__(self, *entries: Entry) -> None:
        self._entries = entries

    def find(self, name: str, /) -> Entry | None:
        wanted = name.lower()
        names = ((entry, (entry.identifier or "", entry.case_number or "")) for entry in self._entries)
        return next((entry for entry, both in names if wanted in map(str.lower, both)), None)

    def same_set(self, entry: Entry, /) -> Sequence[Entry]:
        return ()


def entry_in(catalogue: Catalogue, name: str | int) -> Entry:
    """The entry of an identifier, or of an Aanhangsel's number in 2098-2099."""
    entry = catalogue.find(f"ah-tk-20982099-{name}" if isinstance(name, int) else name)
    assert entry is not None
    return entry


def cites(number: int) -> str:
    """An Aanhangsel of 2098-2099 as texts cite it."""
    return f"Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. {number}"

"""What a list of documents shows of each: one `Entry`.

Made from a parsed document, or from the file's name alone while it waits to be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kvtui.library.printable import printable
from kvtui.model import Asker, Document, DocumentKind, Respondent

_PUBLISHED_NAME = re.compile(r"ah-(?:tk|ek)-(?P<first>\d{4})(?P<second>\d{4})-(?P<number>\d+)", re.IGNORECASE)
_CASE_NAME = re.compile(r"\d{4}Z\d{5}", re.IGNORECASE)
_SESSIONS = re.compile(r"(?:\A|\0)ah-[te]k-(\d{8})-\d", re.IGNORECASE)
_CASE_YEARS = re.compile(r"(?:\A|\0)[^.\0]*?(\d{4})Z\d{5}", re.IGNORECASE)
"""The same in many names, with a NUL between them."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list."""

    path: Path
    identifier: str | None = None
    kind: DocumentKind | None = None
    """None while the file has not been read, or could not be."""
    number: str | None = None
    session_year: str | None = None
    case_number: str | None = None
    subject: str | None = None
    askers: tuple[Asker, ...] = ()
    submitted: date | None = None
    received: date | None = None
    question_count: int = 0
    answering_days: int | None = None
    problem: str | None = None
    """Why the file could not be read, in a sentence; None where it could or was not tried yet."""
    file: int = 0
    """Its number in the catalogue; 0 for a row that is not from there."""
    respondents: tuple[Respondent, ...] = ()
    ministries: tuple[str, ...] = ()
    """To which the questions are put: codes of `kvtui.library.ministries`, each once."""
    format: str | None = None
    """A value of `kvtui.model.formats.Format`; None while the file has not been read, or could not be."""
    others: int = 0
    """How many other files hold the same publication."""

    @property
    def is_read(self) -> bool:
        """Whether the row holds what is in the file, or says why not; False while only its name is known."""
        return self.kind is not None or self.problem is not None

    @property
    def file_name(self) -> str:
        """The file's name as it may be shown: a name can hold what would drive the terminal."""
        return printable(self.path.name)

    @property
    def known_as(self) -> str:
        """What it is called where documents name each other: by its identifier, without one by its file."""
        return self.identifier or self.file_name

    @property
    def reason(self) -> str:
        """The problem without the path before it, as it may be shown; empty where there is none."""
        return printable((self.problem or "").removeprefix(f"{self.path}: "))


SortKey = tuple[int, int, int, str]


def entry_of(document: Document, path: Path) -> Entry:
    """The row of a document that was read from that file."""
    return Entry(
        path=path,
        identifier=document.identifier,
        kind=document.kind,
        number=document.number,
        session_year=document.session_year,
        case_number=document.case_number,
        subject=document.subject,
        askers=document.askers,
        submitted=document.submitted,
        received=document.received,
        question_count=len(document.questions),
        answering_days=document.answering_days,
        respondents=document.respondents,
        format=document.source.format,
    )


def entry_of_name(path: Path, problem: str | None = None) -> Entry:
    """The row of a file that has not been read, or could not be: what its name tells."""
    stem = path.name.split(".")[0]
    if found := _PUBLISHED_NAME.match(stem):
        return Entry(
            path=path,
            identifier=stem.lower(),
            number=found["number"],
            session_year=f"{found['first']}-{found['second']}",
            problem=problem,
        )
    case = _CASE_NAME.search(stem)
    return Entry(path=path, case_number=case[0].upper() if case else None, problem=problem)


def newest_first(entry: Entry) -> SortKey:
    """Sort key: the latest date first, then the highest number; without a date behind those with one.

    A row without a date is placed among its like by session year or case number, so that a list
    in which only the names are known has nearly the order that it will have.
    """
    day = entry.received or entry.submitted
    number = _first_number(entry.number)
    if day is not None:
        return (0, -day.toordinal(), -number, str(entry.path))
    session = _first_number(entry.session_year)
    if session:
        return (1, -session, -number, str(entry.path))
    case = _first_number(entry.case_number)
    return (2, -case, -_first_number((entry.case_number or "").partition("Z")[2]), str(entry.path))


def newest_name(names: Sequence[str]) -> str | None:
    """The name that `newest_first` puts before all others while the files are not read; None without any.

    Only those of the last session are parsed: of a hundred thousand it costs less than listing them does.
    """
    text = "\0".join(names)
    found = _SESSIONS.findall(text) or _CASE_YEARS.findall(text)
    if found:
        latest = max(found)
        names = [name for name in names if latest in name]
    return min(names, key=lambda name: newest_first(entry_of_name(Path(name))), default=None)


def _first_number(text: str | None) -> int:
    found = _DIGITS.search(text or "")
    return int(found[0][:18]) if found else 0

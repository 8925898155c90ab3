"""An `Entry` as the values of a row in `files`, and back.

A name may hold bytes that are no UTF-8 and a text anything: paths are bytes, texts what SQLite can hold.
"""

from __future__ import annotations

import json
import os
import re
import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kvtui.library.entries import Entry, newest_first
from kvtui.model import Asker, DocumentKind, Respondent, TextPart

if TYPE_CHECKING:
    from kvtui.library.facts.citations import Citation

ENTRY_COLUMNS: Final = (
    "files.file, folders.path, files.name, identifier, kind, number, session_year, case_number, subject,"
    " askers, submitted, received, question_count, answering_days, files.problem, respondents, ministries,"
    " format, others"
)
"""What `entry_from` takes, of `files JOIN folders USING (folder)`."""
OWN_COLUMNS: Final = (
    "identifier",
    "kind",
    "number",
    "session_year",
    "case_number",
    "subject",
    "askers",
    "submitted",
    "received",
    "question_count",
    "answering_days",
    "problem",
    "respondents",
    "ministries",
    "format",
    "sort_key",
    "chain",
    "place",
)
"""What `values_of` gives."""
CITATION_COLUMNS: Final = (
    "target, part, numbers, paragraph, first, behind, text, questions, certain, place, carrier, choice"
)
"""What `citation_values` gives and `citation_from` takes."""

_PUBLISHED: Final = re.compile(
    r"(?P<series>(?:ah|kv)-(?:tk|ek))-(?P<year>\d{4})(?:Z|\d{4}-[a-z]{0,2})(?P<number>\d{1,9})",
    re.IGNORECASE | re.ASCII,
)
_SESSION: Final = re.compile(r"(\d{4})-\d{4}", re.ASCII)
_CASE: Final = re.compile(r"(\d{4})Z(\d{1,9})", re.IGNORECASE | re.ASCII)
_DIGITS: Final = re.compile(r"\d{1,9}", re.ASCII)
_NUMBERS: Final = 10**9  # more than a year has
_ABOVE: Final = 1 << 62  # so that a lower number of the sort key comes first


def entry_from(row: Sequence[Any]) -> Entry:
    """The entry of the values of `ENTRY_COLUMNS`."""
    (
        file, folder, name, identifier, kind, number, session_year, case_number, subject, askers,
        submitted, received, question_count, answering_days, problem, respondents, ministries, form, others,
    ) = row  # fmt: skip
    return Entry(
        path=path_from(folder, name),
        identifier=identifier,
        kind=DocumentKind(kind) if kind else None,
        number=number,
        session_year=session_year,
        case_number=case_number,
        subject=subject,
        askers=tuple(Asker(*one) for one in json.loads(askers)) if askers else (),
        submitted=date.fromordinal(submitted) if submitted else None,
        received=date.fromordinal(received) if received else None,
        question_count=question_count,
        answering_days=answering_days,
        problem=problem,
        file=file,
        respondents=tuple(Respondent(*one) for one in json.loads(respondents)) if respondents else (),
        ministries=tuple(ministries.split(" ")) if ministries else (),
        format=form,
        others=others,
    )


def values_of(entry: Entry) -> tuple[object, ...]:
    """The values of `OWN_COLUMNS`."""
    askers = [(storable(who.name), who.party and storable(who.party)) for who in entry.askers]
    respondents = [(who.office, who.name, who.portfolio) for who in entry.respondents]
    return (
        _text(entry.identifier),
        entry.kind,
        _text(entry.number),
        _text(entry.session_year),
        _text(entry.case_number),
        _text(entry.subject),
        json.dumps(askers) if askers else "",
        entry.submitted and entry.submitted.toordinal(),
        entry.received and entry.received.toordinal(),
        entry.question_count,
        entry.answering_days,
        _text(entry.problem),
        json.dumps(respondents) if respondents else "",
        " ".join(entry.ministries),
        entry.format,
        sort_key(entry),
        *chain_of(entry),
    )


def sort_key(entry: Entry) -> bytes:
    """Bytes that sort as `newest_first` does."""
    rank, when, number, path = newest_first(entry)
    return struct.pack(">BQQ", rank, _ABOVE + when, _ABOVE + number) + path.encode("utf-8", "surrogatepass")


def path_from(folder: bytes, name: bytes) -> Path:
    """The path of a file; one that was given by name has its whole path as folder, and no name."""
    return Path(os.fsdecode(os.path.join(folder, name) if name else folder))


def is_under(path: bytes, top: bytes) -> bool:
    """Whether a path is that of `top` or below it."""
    return path == top or path.startswith(top.rstrip(b"/") + b"/")


def chain_of(entry: Entry) -> tuple[str | None, int | None]:
    """The series that a publication is numbered in, and its place there; None for one without number."""
    if found := _PUBLISHED.match(entry.identifier or ""):
        return found["series"].lower(), int(found["year"]) * _NUMBERS + int(found["number"])
    session = _SESSION.match(entry.session_year or "")
    number = _DIGITS.search(entry.number or "")
    if session and number:
        return "ah-tk", int(session[1]) * _NUMBERS + int(number[0])
    if found := _CASE.match(entry.case_number or ""):
        return "kv-tk", int(found[1]) * _NUMBERS + int(found[2])
    return None, None


def citation_values(citation: Citation) -> tuple[object, ...]:
    """The values of `CITATION_COLUMNS`."""
    return (
        storable(citation.target),
        citation.part,
        _joined(citation.numbers),
        citation.paragraph,
        citation.start,
        citation.end,
        storable(citation.text),
        _joined(citation.questions),
        citation.certain,
        citation.place,
        citation.carrier,
        citation.choice,
    )


def citation_from(row: Sequence[Any]) -> Citation:
    """The citation of those values."""
    from kvtui.library.facts.citations import Citation  # 45 ms with the parser: a list of rows needs none

    target, part, numbers, paragraph, start, end, text, questions, certain, place, carrier, choice = row
    return Citation(
        part=TextPart(part),
        numbers=_parted(numbers),
        paragraph=paragraph,
        start=start,
        end=end,
        text=text,
        target=target,
        questions=_parted(questions),
        certain=bool(certain),
        place=place,
        carrier=TextPart(carrier),
        choice=choice,
    )


def storable(text: str) -> str:
    """The text without lone surrogates, which SQLite refuses."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _text(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _joined(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))


def _parted(numbers: str) -> tuple[int, ...]:
    return tuple(map(int, numbers.split()))

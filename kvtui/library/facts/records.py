"""What is searched of a document: one `Record` for each pair of questions and answer, one for its header.

Plain values, made in a worker process and given to the index in another; which of them becomes which
field there is for `index`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kvtui.library.facts.citations import Citation
from kvtui.library.ministries import ministry_of
from kvtui.library.naming import cited_name
from kvtui.model import Document, ReferenceKind
from kvtui.model.pairs import Pair, pairs

_SHORT = 3
_PART_BITS, _NUMBER_BITS = 16, 20
_CASE_YEARS_BEHIND = 3000
_DIGITS = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What every record of one document tells of it."""

    subject: str
    kind: str
    session: str
    """Vergaderjaar, "2023-2024"; empty where it is not known, as the other texts are."""
    case: str
    names: tuple[str, ...]
    """Its number, identifier and case number, in small letters."""
    members: tuple[str, ...]
    parties: tuple[str, ...]
    respondents: tuple[str, ...]
    ministries: tuple[str, ...]
    """Codes of the ministries that were asked."""
    portfolios: tuple[str, ...]
    """Offices and portfolios that were asked, as printed."""
    day: int
    """Day of the answer or else of the questions, as 20240131; 0 where none is known."""
    days: int | None
    """Days it took to answer; None without answers: a notice is none."""
    questions: int
    unanswered: bool
    cites: tuple[str, ...]
    """Other publications as `cited_name` names them, in small letters; of a guessed year both."""
    recency: int
    """Higher for what `newest_first` puts higher; the last `_PART_BITS` bits are 0."""


@dataclass(frozen=True, slots=True)
class Record:
    """The texts of one pair, or of the header."""

    facts: DocumentFacts
    part: int
    """0 for the header, from 1 for the pairs in the order in which one reads them."""
    numbers: tuple[int, ...] = ()
    """The question numbers: first those of `questions`, one for each, then those that are only answered."""
    title: str = ""
    """The subject; on the header only."""
    questions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    """Those called in the pair; on the header those called nowhere else."""
    notice: str = ""
    note: str = ""
    """Toelichting."""
    unplaced: str = ""
    joint: bool = False
    """Whether one answer covers several questions."""
    short: bool = False
    """Whether the answer has at most three words."""

    @property
    def recency(self) -> int:
        """Higher for newer documents, and within one for what is read first."""
        return self.facts.recency + (1 << _PART_BITS) - 1 - min(self.part, (1 << _PART_BITS) - 1)


def records_of(document: Document, citations: Sequence[Citation]) -> tuple[Record, ...]:
    """The header's record, then one for each pair in reading order; never empty.

    Takes the document with its citations, as `citations_of` finds them.
    """
    facts = _facts(document, citations)
    calls = _calls(document)
    notes: dict[str, list[str]] = {}
    for footnote in document.footnotes:
        notes.setdefault(footnote.mark, []).append(footnote.text)
    found = []
    called: set[str] = set()
    for part, pair in enumerate(pairs(document), start=1):
        record_numbers = _numbers(pair)
        marks = {mark: None for number in record_numbers for mark in calls.get(number, ()) if mark in notes}
        called.update(marks)
        footnotes = tuple(text for mark in marks for text in notes[mark])
        found.append(_pair_record(facts, part, pair, record_numbers, footnotes))
    rest = tuple(text for mark, texts in notes.items() if mark not in called for text in texts)
    return (_header_record(document, facts, rest), *found)


def _header_record(document: Document, facts: DocumentFacts, footnotes: tuple[str, ...]) -> Record:
    notice, note = document.notice, document.explanatory_note
    return Record(
        facts,
        part=0,
        title=facts.subject,
        footnotes=footnotes,
        notice=_text(notice.paragraphs) if notice else "",
        note=_text(note.paragraphs) if note else "",
        unplaced=_text(document.unplaced),
    )


def _pair_record(
    facts: DocumentFacts, part: int, pair: Pair, numbers: tuple[int, ...], footnotes: tuple[str, ...]
) -> Record:
    answers = tuple(_text(answer.paragraphs) for answer in pair.answers)
    return Record(
        facts,
        part,
        numbers,
        questions=tuple(_text(question.paragraphs) for question in pair.questions),
        answers=answers,
        footnotes=footnotes,
        joint=any(len(answer.numbers) > 1 for answer in pair.answers),
        short=bool(answers) and len(" ".join(answers).split(None, _SHORT)) <= _SHORT,
    )


def _numbers(pair: Pair) -> tuple[int, ...]:
    asked = [question.number for question in pair.questions]
    answered = (number for answer in pair.answers for number in answer.numbers if number not in asked)
    return (*asked, *dict.fromkeys(answered))


def _calls(document: Document) -> dict[int, dict[str, None]]:
    """The marks of the footnotes that the text of each question, or its answer, calls."""
    found: dict[int, dict[str, None]] = {}
    for reference in document.references:
        if reference.kind is ReferenceKind.FOOTNOTE:
            for number in reference.numbers:
                found.setdefault(number, {}).update((str(target), None) for target in reference.targets)
    return found


def _facts(document: Document, citations: Sequence[Citation]) -> DocumentFacts:
    day = document.received or document.submitted
    asked = document.addressees
    offices = [(who.portfolio, who.office) for who in asked or document.respondents]
    return DocumentFacts(
        subject=document.subject or "",
        kind=document.kind.value,
        session=document.session_year or "",
        case=(document.case_number or "").lower(),
        names=_lower(name for name in (document.number, document.identifier, document.case_number) if name),
        members=_once(asker.name for asker in document.askers),
        parties=_once(asker.party or "" for asker in document.askers),
        respondents=_once(
            " ".join(filter(None, (who.name, who.office, who.portfolio))) for who in document.respondents
        ),
        ministries=_once(ministry_of(portfolio, office) or "" for portfolio, office in offices),
        portfolios=_once(f"{who.office} {who.portfolio or ''}".strip() for who in asked),
        day=0 if day is None else day.year * 10000 + day.month * 100 + day.day,
        days=document.answering_days if document.answers else None,
        questions=len(document.questions),
        unanswered=document.kind.is_unanswered,
        cites=_lower(cited_name(one.target) for one in citations if one.target),
        recency=_recency(document, day),
    )


def _recency(document: Document, day: date | None) -> int:
    """As `entries.newest_first`: by day, else by session year or case number; then by number."""
    if day is not None:
        when, number = day.toordinal(), document.number
    elif document.session_year:
        when, number = _CASE_YEARS_BEHIND + _first_number(document.session_year), document.number
    else:
        year, _, number = (document.case_number or "").partition("Z")
        when = _first_number(year)
    placed = min(_first_number(number), (1 << _NUMBER_BITS) - 1)
    return (min(when, (1 << _NUMBER_BITS) - 1) << _NUMBER_BITS | placed) << _PART_BITS


def _first_number(text: str | None) -> int:
    found = _DIGITS.search(text or "")
    return int(found[0][:18]) if found else 0


def _text(paragraphs: Iterable[str]) -> str:
    return "\n".join(paragraphs)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    """Each once, in their order, without the empty ones."""
    return tuple(dict.fromkeys(filter(None, values)))


def _lower(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.lower() for value in values))

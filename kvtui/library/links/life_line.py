"""The life of one set of questions: asked, put off, answered, followed up, and what of it is missing.

Each document is told by what it turns out to be; nothing is guessed from a name. Which documents belong to
a set is for `question_set`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import Citation
from kvtui.library.links.citing import Citing
from kvtui.library.links.question_set import Outward, question_set
from kvtui.library.links.targets import day_of, is_set_of_questions
from kvtui.library.links.wording import asker_words, respondent_words
from kvtui.library.naming import first_print_of
from kvtui.model import DocumentKind, TextPart

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

_OF_ASKERS = (TextPart.QUESTION, TextPart.NOTE)
_BY_WORTH = (DocumentKind.ANSWER, DocumentKind.QUESTIONS, DocumentKind.NOTICE)


class EventKind(Enum):
    """What happened; in the order in which events of one day are told."""

    EARLIER = auto()
    """Another set that the askers name, or the header above the answer."""
    ASKED = auto()
    """Ingezonden."""
    MISSING = auto()
    """What there is or should be, and the library doesn't have; without a day."""
    NOTICE = auto()
    """Mededeling: mostly that the answer comes later."""
    ANSWER = auto()
    FURTHER_ANSWER = auto()
    """Nader antwoord: the same minister once more."""
    SIBLING = auto()
    """The same questions answered by another minister."""
    FOLLOW_UP = auto()
    """Later questions that name this set."""
    MENTION = auto()
    """An answer to other questions, or the header above it, that names this set."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    kind: EventKind
    words: str
    """For the reader: who, and about what."""
    day: date | None = None
    """None where it is not known."""
    days: int | None = None
    """Days since the event with a day before this one."""
    entry: Entry | None = None
    """The document; None where it is not in the library."""
    identifier: str = ""
    """Of the document, also where it is not in the library; empty where none is known."""
    is_here: bool = False
    """Whether it is the document that was asked about."""
    citation: Citation | None = None
    """The place that names this set (or, for an earlier set, the place in this set that names it)."""


@dataclass(frozen=True, slots=True)
class LifeLine:
    """The events in their order."""

    events: tuple[Event, ...] = ()


def life_line(entry: Entry, catalogue: Catalogue) -> LifeLine:
    """What happened to the questions of a document, in order; nothing for a document without questions."""
    if entry.kind in (None, DocumentKind.OTHER, DocumentKind.ORAL):
        return LifeLine()
    of_questions = question_set(entry, catalogue)
    members, outward = of_questions.members, of_questions.outward
    events = [
        *_asked(members),
        *_told(members),
        *_answered(members, entry),
        *_missing(outward),
        *_earlier(outward, members, catalogue),
        *_named_by_others(of_questions.inward, members),
    ]
    here = (replace(one, is_here=_is(one.entry, entry)) for one in sorted(events, key=_order))
    return LifeLine(tuple(_with_days(here)))


def name_of(event: Event) -> str:
    """What the document of an event is called, and whether it is there; empty where the words say it."""
    if event.entry is not None:
        return event.identifier or event.entry.known_as
    is_named = event.identifier and event.kind is not EventKind.MISSING
    return f"{event.identifier}, not in the library" if is_named else ""


# Its own events


def _asked(members: Sequence[Entry]) -> Iterator[Event]:
    questions = next((one for one in members if one.kind is DocumentKind.QUESTIONS), None)
    day = next((one.submitted for one in members if one.submitted), None)
    if questions is None and day is None:
        return
    first = questions or members[0]
    case = next((one.case_number for one in members if one.case_number), None)
    identifier = (questions.identifier if questions else None) or (f"kv-tk-{case}" if case else "")
    askers = asker_words(first.askers)
    words = f"asked by {askers}" if askers else "asked"
    yield Event(EventKind.ASKED, words, day, entry=questions, identifier=identifier)


def _told(members: Sequence[Entry]) -> Iterator[Event]:
    for member in members:
        if member.kind is DocumentKind.NOTICE:
            by = respondent_words(member.respondents)
            yield _event_of(EventKind.NOTICE, f"notice by {by}" if by else "notice", member)


def _answered(members: Sequence[Entry], here: Entry) -> Iterator[Event]:
    answers = sorted((one for one in members if one.kind is DocumentKind.ANSWER), key=_published)
    if not answers:
        asked = next((one.submitted for one in members if one.submitted), None)
        last = max((day for one in members if (day := day_of(one))), default=asked)
        yield Event(EventKind.MISSING, "no answer to these questions in the library", last)
        return
    main = here if here.kind is DocumentKind.ANSWER else answers[0]
    told: dict[str, EventKind] = {}
    for answer in answers:
        first_print = first_print_of(answer.identifier or "")
        if first_print in told:
            kind, what = told[first_print], "printed again: answer"
        elif not _share_a_minister(main, answer):
            kind, what = EventKind.SIBLING, "the same questions answered"
        elif EventKind.ANSWER in told.values():
            kind, what = EventKind.FURTHER_ANSWER, "further answer"
        else:
            kind, what = EventKind.ANSWER, "answer"
        told[first_print or str(answer.file)] = kind
        by = respondent_words(answer.respondents)
        yield _event_of(kind, f"{what} by {by}" if by else what, answer)


def _share_a_minister(one: Entry, other: Entry) -> bool:
    """Whether one of those who answer is the same; also where it is not known who does."""
    names = [{who.name.casefold() for who in entry.respondents if who.name} for entry in (one, other)]
    return not all(names) or not names[0].isdisjoint(names[1])


def _missing(outward: Iterable[Outward]) -> Iterator[Event]:
    """What the headers name and the library doesn't have: what it is called, never what it might be."""
    told: set[str] = set()
    for cited in outward:
        if cited.entry is not None or cited.citation.part is not TextPart.HEADER:
            continue
        if is_set_of_questions(cited.identifier) and cited.identifier not in told:
            told.add(cited.identifier)
            yield Event(
                EventKind.MISSING,
                f"{cited.identifier} is named in the header and not in the library",
                day_of(cited.source),
                identifier=cited.identifier,
                citation=cited.citation,
            )


# Other sets


def _earlier(outward: Iterable[Outward], members: Sequence[Entry], catalogue: Catalogue) -> Iterator[Event]:
    """The earlier sets that the askers name, each once; and those that are named beside the answer.

    A case is named by its number, which the notice may print and the answer not: the answer is told.
    """
    own = {member.file for member in members}
    told: set[object] = set()
    for cited in outward:
        entry = cited.entry
        is_of_askers = _is_of_askers(cited.source, cited.citation)
        if entry is None or entry.file in own or not (is_of_askers or cited.citation.part is TextPart.HEADER):
            continue
        if (key := _set_of(entry)) not in told:
            told.add(key)
            entry = min((entry, *catalogue.same_set(entry)), key=_worth)
            what = _about(f"{'follows up on' if is_of_askers else 'see also'} {_by(entry)}", entry)
            yield replace(_event_of(EventKind.EARLIER, what, entry), citation=cited.citation)


def _named_by_others(inward: Iterable[Citing], members: Sequence[Entry]) -> Iterator[Event]:
    """Later sets that name this one: those of whose askers do it follow it up, the others mention it."""
    asked = min((one.submitted for one in members if one.submitted), default=None)
    sets: dict[object, list[Citing]] = {}
    for entry, citation in inward:
        published = day_of(entry)
        if asked is None or published is None or published >= asked:
            sets.setdefault(_set_of(entry), []).append((entry, citation))
    for citings in sets.values():
        asking = [citing for citing in citings if _is_of_askers(*citing)]
        entry, citation = min(asking or citings, key=lambda citing: _worth(citing[0]))
        event = _follow_up(entry) if asking else _mention(entry)
        yield replace(event, citation=citation)


def _follow_up(entry: Entry) -> Event:
    by = asker_words(entry.askers)
    words = _about(f"follow-up questions by {by}" if by else "follow-up questions", entry)
    return replace(_event_of(EventKind.FOLLOW_UP, words, entry), day=entry.submitted or day_of(entry))


def _mention(entry: Entry) -> Event:
    return _event_of(EventKind.MENTION, _about(f"named in {_by(entry)}", entry), entry)


def _is_of_askers(source: Entry, citation: Citation) -> bool:
    """Whether those who asked name it: in a question, the note, or a footnote of these.

    A header is theirs in questions only: above answers "Zie ook" is of those who publish them.
    """
    return source.kind is DocumentKind.QUESTIONS or citation.carrier in _OF_ASKERS


def _set_of(entry: Entry) -> object:
    """The same for the questions, the notice and the answer to the same questions, as far as rows tell."""
    if entry.submitted is None or not entry.askers:
        return entry.case_number or entry.file
    return (entry.submitted, tuple(who.name.casefold() for who in entry.askers), entry.question_count)


def _worth(entry: Entry) -> int:
    return _BY_WORTH.index(entry.kind) if entry.kind in _BY_WORTH else len(_BY_WORTH)


# Words and order


def _by(entry: Entry) -> str:
    """`the answer to Bos (SVP)`, `the questions of Bos (SVP)`."""
    by = asker_words(entry.askers)
    match entry.kind:
        case DocumentKind.ANSWER:
            return f"the answer to {by}" if by else "the answer"
        case DocumentKind.NOTICE:
            return f"the notice to {by}" if by else "the notice"
        case _:
            return f"the questions of {by}" if by else "the questions"


def _about(words: str, entry: Entry) -> str:
    return f"{words}: {entry.subject}" if entry.subject else words


def _event_of(kind: EventKind, words: str, entry: Entry) -> Event:
    return Event(kind, words, day_of(entry), entry=entry, identifier=entry.identifier or "")


def _published(entry: Entry) -> tuple[date, int]:
    number = entry.number or ""
    return day_of(entry) or date.max, int(number) if number.isdecimal() else 0


def _order(event: Event) -> tuple[date, int, str]:
    """By day; what is missing stands before what names it, and "no answer" behind the set's own events."""
    is_absence = event.kind is EventKind.MISSING and not event.identifier
    kind = EventKind.SIBLING if is_absence else event.kind
    return event.day or date.max, kind.value, event.identifier


def _is(entry: Entry | None, here: Entry) -> bool:
    return entry is not None and entry.file == here.file


def _with_days(events: Iterable[Event]) -> Iterator[Event]:
    """The events with the days between them; what is missing has only lent its place from another's day."""
    before: date | None = None
    for event in events:
        if event.kind is EventKind.MISSING:
            yield replace(event, day=None)
            continue
        days = (event.day - before).days if event.day and before else None
        before = event.day or before
        yield replace(event, days=days)

"""What the library knows around a document, as blocks: its life line, and who cites it from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.links.wording import count_words, list_words
from kvtui.library.printable import printable
from kvtui.model import Reference, ReferenceKind, TextPart
from kvtui.tui.text.blocks import Abroad, Anchor, Block, Ink, Link, Span, Spot
from kvtui.tui.text.weaving import Weaver
from kvtui.tui.text.wording import PART_WORDS, day_words, number_words

if TYPE_CHECKING:
    from kvtui.library.facts.citations import Citation
    from kvtui.library.links.citing import Citing
    from kvtui.library.links.life_line import Event, EventKind
    from kvtui.library.links.surroundings import Surroundings

_LIFE_LINE, _CITED_BY = "life line", "cited by"
_HANG = 2
_MOST = 200
"""Citing places that are listed; a library may have thousands for one document."""

_MOST_FILES = 3
"""Other files of the same document that are named; the command `kvtui library` lists all."""


def has_more(around: Surroundings | None) -> bool:
    """Whether there is something to tell here."""
    return around is not None and (_has_events(around) or bool(around.citings.everything))


def _has_events(around: Surroundings) -> bool:
    return any(event.entry is not None and not event.is_here for event in around.life_line.events)


def is_section(block: Block) -> bool:
    """Whether a block of the questions begins one of the parts that are told here."""
    return block.rule and block.text in (_LIFE_LINE, _CITED_BY)


def add_life_line(weaver: Weaver) -> None:
    """Add what happened to these questions, in order, if more is known than this document says."""
    around = weaver.indexed.around
    if around is None or not _has_events(around):
        return
    weaver.rule(_LIFE_LINE)
    for event in around.life_line.events[:_MOST]:
        _add_event(weaver, event)


def _add_event(weaver: Weaver, event: Event) -> None:
    """A row for the day, and below it what happened, as a link where the library has it."""
    from kvtui.library.links.life_line import name_of

    later = f"{count_words(event.days, 'day')} later" if event.days else ""
    weaver.add(" · ".join(part for part in (day_words(event.day), later) if part), Ink.MUTED)
    words = printable(event.words)
    if event.is_here:
        weaver.add(f"{words} · this document", Ink.STRONG, hang=_HANG)
        return
    spans: tuple[Span, ...] = ()
    if event.entry is not None:
        spans = (Span(0, len(words), Ink.PUBLICATION, len(weaver.links)),)
        weaver.links.append(_link_to(event.entry, event.citation if _cites_here(event) else None))
    text = " · ".join(filter(None, (words, name_of(event))))
    weaver.blocks.append(Block(text, Ink.MUTED, spans, hang=_HANG))


def _cites_here(event: Event) -> bool:
    """Whether the event's citation stands in its document, and not in this set."""
    from kvtui.library.links.life_line import EventKind

    return event.kind in (EventKind.FOLLOW_UP, EventKind.MENTION)


def life_line_words(weaver: Weaver) -> str:
    """What the life line holds besides this document, in a few words; empty where that is nothing."""
    around = weaver.indexed.around
    if around is None:
        return ""
    from kvtui.library.links.life_line import EventKind

    names: tuple[tuple[EventKind, str], ...] = (
        (EventKind.EARLIER, "earlier set"),
        (EventKind.NOTICE, "notice"),
        (EventKind.ANSWER, "answer"),
        (EventKind.FURTHER_ANSWER, "further answer"),
        (EventKind.SIBLING, "answer of another minister"),
        (EventKind.FOLLOW_UP, "follow-up"),
        (EventKind.MENTION, "mention"),
    )
    elsewhere = [event.kind for event in around.life_line.events if event.entry and not event.is_here]
    counts = [_counted(elsewhere.count(kind), name) for kind, name in names if kind in elsewhere]
    return f"life line: {list_words(counts)}" if counts else ""


def _counted(count: int, name: str) -> str:
    first, space, rest = name.partition(" of ")
    return count_words(count, first) + space + rest


def other_files_words(weaver: Weaver) -> str:
    """In which files the document is, too: "also in brief.docx"; empty where in no other."""
    around = weaver.indexed.around
    if around is None or not around.others:
        return ""
    more = len(around.others) - _MOST_FILES
    names = [*map(printable, around.others[:_MOST_FILES]), *([f"{more} more"] if more > 0 else [])]
    return f"also in {list_words(names)}"


def add_citing_documents(weaver: Weaver) -> None:
    """Add every document that cites this one, newest first."""
    around = weaver.indexed.around
    if around is not None and around.citings.everything:
        weaver.rule(_CITED_BY)
        add_citings(weaver, around.citings.everything)


def add_citings(weaver: Weaver, citings: Iterable[Citing]) -> None:
    """Add places of other documents, a link each, with the subject below; a part of a document once."""
    shown: dict[tuple[int, TextPart, tuple[int, ...]], Citing] = {}
    for entry, citation in citings:
        shown.setdefault((entry.file, citation.part, citation.numbers), (entry, citation))
    for entry, citation in list(shown.values())[:_MOST]:
        _add_citing(weaver, entry, citation)
    if len(shown) > _MOST:
        weaver.add(f"and {len(shown) - _MOST:,} others", Ink.MUTED)


def _add_citing(weaver: Weaver, entry: Entry, citation: Citation) -> None:
    place = PART_WORDS[citation.part]
    if citation.numbers:
        place = f"{place} {number_words(citation.numbers)}"
    words = f"{place} of {entry.known_as}"
    day = day_words(entry.received or entry.submitted)
    spans = (Span(0, len(words), Ink.PUBLICATION, len(weaver.links)),)
    weaver.links.append(_link_to(entry, citation))
    weaver.blocks.append(Block(f"{words} · {day}" if day else words, Ink.MUTED, spans))
    if entry.subject:
        weaver.add(entry.subject, Ink.MUTED, hang=_HANG)


def _link_to(entry: Entry, citation: Citation | None) -> Link:
    """A link to another document: to the place that cites this one, or to its beginning."""
    name = entry.identifier or entry.case_number or ""
    targets = (name,) if name else ()
    reference = Reference(TextPart.HEADER, (), 0, 0, 0, name, ReferenceKind.PUBLICATION, targets)
    spot = Spot(anchor_of_citation(citation), citation.start) if citation is not None else None
    return Link(Ink.PUBLICATION, reference, name or None, Spot(None), abroad=Abroad(entry, spot))


def anchor_of_citation(citation: Citation) -> Anchor:
    """The paragraph of its own document in which a citation stands."""
    numbered = citation.numbers and citation.part is not TextPart.FOOTNOTE
    return Anchor(citation.part, citation.numbers[0] if numbered else None, citation.paragraph)

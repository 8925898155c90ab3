"""The documents that one set of questions became, what they cite and what cites them.

They have the same questions or the same case number, or the header of one names the other ("Zie ook
Aanhangsel"). What that makes of the set's life is for `life_line`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import Citation
from kvtui.library.links.citing import Citing, citing_any
from kvtui.library.links.targets import day_of, targets_of
from kvtui.model import TextPart

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Outward:
    """A publication that a document of the set cites."""

    source: Entry
    citation: Citation
    identifier: str
    entry: Entry | None
    """None where it is not in the library."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All that is known of one set of questions."""

    members: tuple[Entry, ...]
    """Its documents; the first is the one that was asked about."""
    outward: tuple[Outward, ...]
    inward: tuple[Citing, ...]
    """The places in other documents that cite it, newest first."""


def question_set(entry: Entry, catalogue: Catalogue) -> QuestionSet:
    """The set to which a document belongs."""
    members = [entry, *catalogue.same_set(entry)]
    outward = list(_outward(members, catalogue))
    inward = citing_any(members, catalogue)
    more = _by_header(members, outward, inward)
    if more:
        outward += _outward(more, catalogue)
        inward = citing_any([*members, *more], catalogue)
    return QuestionSet((*members, *more), tuple(outward), inward)


def _outward(members: Sequence[Entry], catalogue: Catalogue) -> Iterator[Outward]:
    for member in members:
        citations = catalogue.citations_from(member.file)
        for citation, target in targets_of(citations, day_of(member), catalogue):
            if target.identifier:
                yield Outward(member, citation, target.identifier, target.entry)


def _by_header(members: Sequence[Entry], outward: Sequence[Outward], inward: Sequence[Citing]) -> list[Entry]:
    """What a header joins to the set, if it was asked on the same day: headers may name earlier sets too."""
    named = [one.entry for one in outward if one.entry and one.citation.part is TextPart.HEADER]
    naming = [entry for entry, citation in inward if citation.part is TextPart.HEADER]
    known = {member.file for member in members}
    found = {
        entry.file: entry
        for entry in (*named, *naming)
        if entry.file not in known and _asked_together(entry, members[0])
    }
    return list(found.values())


def _asked_together(one: Entry, other: Entry) -> bool:
    if one.submitted is None or other.submitted is None:
        return bool(one.askers) and one.askers == other.askers
    return one.submitted == other.submitted

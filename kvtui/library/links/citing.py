"""Who cites a document of the library, and which of its questions.

The references within one document are in `kvtui.library.links.resolving`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import Citation
from kvtui.library.links.targets import day_of, find, targets_of
from kvtui.library.naming import REPRINTS, case_of, first_print_of, names_a_case

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

Citing = tuple[Entry, Citation]
"""A document, and the place in it that cites."""


@dataclass(frozen=True, slots=True)
class Citings:
    """What cites one document, newest first."""

    everything: tuple[Citing, ...] = ()
    whole: tuple[Citing, ...] = ()
    """Those that name none of its questions."""
    questions: Mapping[int, tuple[Citing, ...]] = field(default_factory=dict)
    """Question number -> those that name it."""

    def of_question(self, number: int) -> tuple[Citing, ...]:
        """Those that name that question."""
        return self.questions.get(number, ())


def cited_by_others(entry: Entry, catalogue: Catalogue) -> Citings:
    """Every place of another document that cites this one, by its number or that of its case.

    A case is cited by what leads from its number to this document: see `kvtui.library.links.targets.find`.
    """
    names = (name for name in names_of(entry, catalogue) if _leads_to(name, entry, catalogue))
    everything = _citing(set(names), {entry.file}, catalogue)
    questions: dict[int, list[Citing]] = {}
    for citing in everything:
        for number in citing[1].questions:
            questions.setdefault(number, []).append(citing)
    return Citings(
        everything=everything,
        whole=tuple(citing for citing in everything if not citing[1].questions),
        questions={number: tuple(found) for number, found in sorted(questions.items())},
    )


def citing_absent(identifier: str, catalogue: Catalogue) -> tuple[Citing, ...]:
    """Every place that cites a publication or case that is not in the library, newest first."""
    case = case_of(identifier) or (identifier if names_a_case(identifier) else None)
    names = _names_of_case(case) if case else _prints_of(identifier)
    return _citing(set(names), frozenset(), catalogue)


def citing_any(entries: Sequence[Entry], catalogue: Catalogue) -> tuple[Citing, ...]:
    """Every place of other documents that cites one of these or its case, newest first, each once."""
    names = {name for entry in entries for name in names_of(entry, catalogue)}
    return _citing(names, {entry.file for entry in entries}, catalogue)


def _citing(names: Set[str], own: Set[int], catalogue: Catalogue) -> tuple[Citing, ...]:
    """Every place outside the `own` files that cites one of the names."""
    places: dict[tuple[int, int], Citing] = {}
    for citing, citation in catalogue.citations_to(names) if names else ():
        if citing.file not in own and (not citation.choice or _is_meant(citing, citation, catalogue)):
            places.setdefault((citing.file, citation.place), (citing, citation))
    return tuple(places.values())


def _leads_to(name: str, entry: Entry, catalogue: Catalogue) -> bool:
    """Whether a name of a document leads to it: that of a case leads to one document of several."""
    if not names_a_case(name):
        return True
    found = find(name, catalogue)
    return found is not None and found.file == entry.file


def names_of(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """All by which others may cite a document: its identifier, those of its other prints, its case.

    Of one that doesn't print its case number the case of the other documents with the same questions.
    """
    names = dict.fromkeys(_prints_of(entry.identifier) if entry.identifier else ())
    for case in _cases(entry, catalogue):
        names.update(dict.fromkeys(_names_of_case(case)))
    return tuple(names)


def _prints_of(identifier: str) -> tuple[str, ...]:
    first_print = first_print_of(identifier)
    return (identifier, first_print, *(first_print + reprint for reprint in REPRINTS))


def _names_of_case(case: str) -> tuple[str, str]:
    return case, f"kv-tk-{case}"


def _cases(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    if entry.case_number:
        yield entry.case_number
    else:
        yield from (other.case_number for other in catalogue.same_set(entry) if other.case_number)


def _is_meant(citing: Entry, citation: Citation, catalogue: Catalogue) -> bool:
    """Whether a guessed citation is the one that is meant, of the two that its place has."""
    there = [one for one in catalogue.citations_from(citing.file) if one.place == citation.place]
    return any(
        one.target == citation.target and one.choice == citation.choice
        for one, _ in targets_of(there, day_of(citing), catalogue)
    )

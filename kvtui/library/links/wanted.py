"""What is cited and not in the library, the most cited first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kvtui.library.naming import case_of
from kvtui.model import official_url

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

_AT_ONCE = 500
_QUESTIONS = re.compile(r"kv-|\d{4}Z\d{5}")


class WantedKind(StrEnum):
    """What sort of publication it is, as its identifier tells."""

    ANSWERS = "answers"
    """Aanhangsel: a set of answers or a notice."""
    QUESTIONS = "questions"
    """Questions, by their case number."""
    PAPER = "paper"
    """Kamerstuk."""
    OTHER = "other"
    """A letter or another document by its number, a judgment, a gazette."""


_KINDS = {
    WantedKind.ANSWERS: "answers",
    WantedKind.PAPER: "Kamerstuk",
}
_KINDS_OF_OTHERS = (
    ("stb-", "Staatsblad"),
    ("stcrt-", "Staatscourant"),
    ("blg-", "annex"),
    ("h-", "Handelingen"),
    ("ECLI:", "judgment"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A publication that is cited and not in the library."""

    identifier: str
    kind: WantedKind
    times: int
    """In how many places it is cited."""
    documents: int
    """By how many documents."""
    url: str | None
    """Its official page, where one can be told from the identifier."""


def wanted(catalogue: Catalogue) -> Iterator[Wanted]:
    """Everything that is cited and not in the library, one by one, the most cited first.

    Of a citation whose session year had to be guessed that one of its two targets is wanted that a link says
    is not there.
    """
    guessed = _guessed(catalogue)
    counts: list[tuple[str, int, int]] = []
    for target, times, certain in catalogue.cited_targets():
        files = guessed.pop(target.lower(), (target, []))[1]
        if files:  # a document may name it both with its year and without
            citing = {entry.file for entry, one in catalogue.citations_to([target]) if not one.choice}
            counts.append((target, times + len(files), len(citing.union(files))))
        else:
            counts.append((target, times, certain))
    counts += [(target, len(files), len(set(files))) for target, files in guessed.values()]
    counts.sort(key=lambda row: (-row[1], row[0]))
    for start in range(0, len(counts), _AT_ONCE):
        yield from _missing(counts[start : start + _AT_ONCE], catalogue)


def kind_of(identifier: str) -> WantedKind:
    """What sort of publication an identifier is of."""
    if identifier.startswith("ah-"):
        return WantedKind.ANSWERS
    if identifier.startswith("kst-"):
        return WantedKind.PAPER
    return WantedKind.QUESTIONS if _QUESTIONS.match(identifier) else WantedKind.OTHER


def kind_words(one: Wanted) -> str:
    """What sort of publication it is: "case" for a case number, "document" where nothing more is known."""
    if one.kind is WantedKind.QUESTIONS:
        return "questions" if one.identifier.startswith("kv-") else "case"
    begins = (words for start, words in _KINDS_OF_OTHERS if one.identifier.startswith(start))
    return _KINDS.get(one.kind) or next(begins, "document")


def _missing(rows: list[tuple[str, int, int]], catalogue: Catalogue) -> Iterator[Wanted]:
    names = {target: (target, case_of(target)) for target, _, _ in rows}
    known = catalogue.known([name for both in names.values() for name in both if name])
    for target, times, documents in rows:
        if known.isdisjoint(names[target]):
            yield Wanted(target, kind_of(target), times, documents, official_url(target))


def _guessed(catalogue: Catalogue) -> dict[str, tuple[str, list[int]]]:
    """What guesses mean and the library lacks, in small letters -> its identifier, the files that cite it."""
    guesses = catalogue.guesses()
    days = catalogue.days({name for likely, other, _, _ in guesses for name in (likely, other)})
    found: dict[str, tuple[str, list[int]]] = {}
    for likely, other, file, day in guesses:
        missing = _meant_and_missing((likely, other), day, days)
        if missing:
            found.setdefault(missing.lower(), (missing, []))[1].append(file)
    return found


def _meant_and_missing(
    candidates: tuple[str, str], day: date | None, days: Mapping[str, date | None]
) -> str | None:
    """The candidate that a link says is not there, as `targets_of` decides; None where there is none."""
    possible = None
    for name in candidates:
        if name not in days:
            possible = possible or name
            continue
        published = days[name]
        if day is None or published is None or published <= day:
            return None
    return possible

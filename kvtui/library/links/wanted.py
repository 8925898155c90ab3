"""What is cited and not in the library, the most cited first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kvtui.library.links.targets import case_of
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

    Of a citation whose session year had to be guessed the likelier target is wanted, unless the library has
    the other one.
    """
    elsewhere = _found_as_the_other(catalogue)
    some: list[tuple[str, int, int]] = []
    for row in catalogue.cited_targets():
        some.append(row)
        if len(some) == _AT_ONCE:
            yield from _missing(some, elsewhere, catalogue)
            some.clear()
    yield from _missing(some, elsewhere, catalogue)


def kind_of(identifier: str) -> WantedKind:
    """What sort of publication an identifier is of."""
    if identifier.startswith("ah-"):
        return WantedKind.ANSWERS
    if identifier.startswith("kst-"):
        return WantedKind.PAPER
    return WantedKind.QUESTIONS if _QUESTIONS.match(identifier) else WantedKind.OTHER


def _missing(
    rows: list[tuple[str, int, int]], elsewhere: dict[str, list[int]], catalogue: Catalogue
) -> Iterator[Wanted]:
    names = {target: (target, case_of(target)) for target, _, _ in rows}
    known = catalogue.known([name for both in names.values() for name in both if name])
    for target, times, documents in rows:
        if known.isdisjoint(names[target]):
            files = elsewhere.get(target.lower(), [])
            if times > len(files):
                yield Wanted(
                    identifier=target,
                    kind=kind_of(target),
                    times=times - len(files),
                    documents=max(1, documents - len(set(files))),
                    url=official_url(target),
                )


def _found_as_the_other(catalogue: Catalogue) -> dict[str, list[int]]:
    """Likelier targets that are not in the library where the other one is -> the files that cite them so."""
    guesses = catalogue.guesses()
    known = catalogue.known({name for likely, other, _ in guesses for name in (likely, other)})
    found: dict[str, list[int]] = defaultdict(list)
    for likely, other, file in guesses:
        if likely not in known and other in known:
            found[likely.lower()].append(file)
    return found

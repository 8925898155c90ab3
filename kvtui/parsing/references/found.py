"""What a finder hands back: a stretch of one text and what it points at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kvtui.model.document import ReferenceKind


@dataclass(frozen=True, slots=True)
class Found:
    """A reference in one text; offsets in code points."""

    start: int
    end: int
    kind: ReferenceKind
    targets: tuple[int | str, ...] = ()
    certain: bool = True
    questions: tuple[int, ...] = ()
    """The questions of the publication that the text names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A numbered question or answer as it is spoken of; of this document or of another."""

    start: int
    end: int
    numbers: tuple[int, ...]
    answer: bool
    """Whether its words are of an answer ("antwoord op vraag 6") and not only of a question ("vraag 6")."""


class Claims:
    """The stretches of a text that are taken, so that no two references overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Take the given stretches at once."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self.take(start, end)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing between the two offsets is taken."""
        at = bisect_left(self._starts, end)
        return at == 0 or self._ends[at - 1] <= start

    def take(self, start: int, end: int) -> bool:
        """Take the stretch; False, and nothing changes, where a part of it is taken already."""
        if not self.free(start, end):
            return False
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True

    def last_before(self, offset: int) -> tuple[int, int] | None:
        """The last taken stretch that ends at or before the offset."""
        at = bisect_left(self._starts, offset)
        return (self._starts[at - 1], self._ends[at - 1]) if at and self._ends[at - 1] <= offset else None

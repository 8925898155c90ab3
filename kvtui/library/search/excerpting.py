"""The stretch of a record that shows best what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kvtui.library.query.tree import TextPlace
from kvtui.library.search.marking import Found, Marker
from kvtui.library.search.results import Excerpt
from kvtui.model import TextPart

_LENGTH: Final = 260
_MOST_FOUND: Final = 200
_PLACES: Final = {
    TextPart.QUESTION: TextPlace.QUESTION,
    TextPart.ANSWER: TextPlace.ANSWER,
    TextPart.FOOTNOTE: TextPlace.FOOTNOTE,
    TextPart.HEADER: TextPlace.SUBJECT,
}
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record."""

    part: TextPart
    number: int | None
    """The question to which it belongs."""
    text: str


def best_excerpt(passages: Sequence[Passage], marker: Marker) -> tuple[Passage, Excerpt]:
    """The passage with most of the words that were found, the first of equals, and its best stretch.

    There must be a passage.
    """
    best, found, most = passages[0], list[Found](), 0
    for passage in passages:
        here = marker.found(passage.text, _PLACES.get(passage.part))
        wishes = len({each.wish for each in here})
        if wishes > most:
            best, found, most = passage, here, wishes
    return best, _excerpt(best.text, found[:_MOST_FOUND])


def _excerpt(text: str, found: Sequence[Found]) -> Excerpt:
    start, end = _stretch(text, found)
    before, behind = _CUT if start > 0 else "", _CUT if end < len(text) else ""
    shift = len(before) - start
    marks: list[tuple[int, int]] = []
    for each in found:
        if each.start >= start and each.end <= end and (not marks or each.start + shift >= marks[-1][1]):
            marks.append((each.start + shift, each.end + shift))
    shown = "".join(" " if letter.isspace() else letter for letter in text[start:end])
    return Excerpt(before + shown + behind, tuple(marks))


def _stretch(text: str, found: Sequence[Found]) -> tuple[int, int]:
    """Start and end of the stretch with most different words, then most words; cut between words."""
    if len(text) <= _LENGTH:
        return 0, len(text)
    first, last = _densest(found)
    lead = max(0, (_LENGTH - (last - first)) // 3)
    start = max(0, min(first - lead, len(text) - _LENGTH))
    end = min(len(text), max(start + _LENGTH, last))
    if start > 0:
        while start < first and not text[start - 1].isspace():
            start += 1
    if end < len(text):
        whole = end
        while whole > last and not text[whole].isspace():
            whole -= 1
        end = whole if whole > last else end
    return start, end


def _densest(found: Sequence[Found]) -> tuple[int, int]:
    """Where the best run of found words begins and ends; both 0 where nothing was found."""
    best, most = (0, 0), (0, 0)
    for index, first in enumerate(found):
        wishes, last, count = {first.wish}, first.end, 1
        for each in found[index + 1 :]:
            if each.end - first.start > _LENGTH - 40:
                break
            wishes.add(each.wish)
            last, count = max(last, each.end), count + 1
        if (len(wishes), count) > most:
            best, most = (first.start, last), (len(wishes), count)
    return best

"""Footnote marks in running text: found by form and by the order of their numbers, then taken out.

"bericht?1", "vuurwerk».1, 2", "[3 ]", "afkomst 4)", a "5" on a line of its own or at a line's
start. A number that is no mark stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kvtui.parsing.text.paragraphs import Paragraph

_FORMS = re.compile(
    r"\[\s?(?P<square>\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3})*)\s?\](?!\()"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,3})"
    r"|(?<![\d(])(?P<round>\d{1,2})\)(?=[\s.,;:?!]|\Z)"
    r"|(?<!\d)(?P<plain>\d{1,3}(?:(?:\s?,\s?|\sen\s|\s)\d{1,3}(?!\d))*)(?!\d)"
)
_SQUARE = re.compile(r"\[\s?\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3})*\s?\](?!\()")
_FIRST = re.compile(r"[\[\d¹²³⁰⁴-⁹]")
_STRETCH = re.compile(r"\[|\d+|[¹²³⁰⁴-⁹]+")
_RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_BEHIND = re.compile(r"(?![.,]\d)[\s.,;:?!»”’)]|\Z")
_FAST = re.compile(r"(?:[?!»”’)'\"%]|(?:(?<!\d)|(?<=(?:19|20)\d\d))[.,;:]|[a-zà-ÿ]{3}|[A-Z]{3})\Z")
_UNDEFINED = re.compile(
    r"\s?\[\s?\d{1,2}(?:\s?[,\s]\s?\d{1,2})*\s?\](?!\()"
    r"|(?<=[?!»”])\d{1,2}(?:,\s?\d{1,2}(?!\d))*(?=\s+[A-ZÀ-Þ«]|\s?\Z|[.?])"
    r"|(?<=[.?!»”’'\")])\s?\d{1,2}\)(?=\s+[A-ZÀ-Þ«]|\s?\Z)"
)
_BEHIND_STOP = re.compile(r"[?!»”]\d")
_STOPPED = re.compile(r"[?!.;»”)]\s\Z")
# "bericht1?, 2": the second mark of a list that a stop divides.
_LISTED = re.compile(r"(?<=[?!.»”]),\s?\Z")
_NEXT_SENTENCE = re.compile(r"\s?(?:[A-ZÀ-Þ«]|\Z)|[.,?!]")
# Words behind which a number counts or names something.
_COUNTED = re.compile(
    r"(?:\b(?:nr|nrs|art|p|blz)\.|(?<![\w-])(?:artikel|artikelen|art\.|lid|leden|nrs?\.?|nummers?|vraag|vragen|antwoord|punt"
    r"|bijlage|pagina|blz\.|p\.|hoofdstuk|paragraaf|lijn|fase|stap|categorie|box|cluster|groep|deel|tabel|figuur"
    r"|en|tot|van|over|op|de|het|circa|ruim|bijna)\s)\Z",
    re.IGNORECASE,
)


_BRACKETED_WIDTH = 120
"""Characters: what stands between brackets is seldom longer."""


class _Weight(IntEnum):
    """How much a form speaks for a mark; the chain of marks with the greatest sum wins."""

    LINE_START = 2
    """First on a printed line, or loose before a stop."""
    LOOSE = 5
    """Behind a stop and a space, where a sentence or paragraph begins."""
    FAST = 8
    """Fast behind a word or a stop."""
    SURE = 12
    """In a form that only marks have, or on a line of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark taken out of a paragraph: where it stood, as printed, and its number."""

    start: int
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]
    kept: tuple[tuple[int, int], ...]
    """The stretches of the paragraph that are left, in order: first character, character behind the last."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    paragraph: int
    start: int
    end: int
    numbers: tuple[int, ...]
    weight: _Weight


def take_marks(
    paragraphs: Sequence[Paragraph],
    defined: Sequence[str],
    *,
    round_marks: bool,
    told: frozenset[str] = frozenset(),
) -> list[Marked]:
    """The paragraphs of the whole document, in order, without footnote marks.

    `defined` are the marks of the footnotes; `round_marks` tells that they are printed "1)". Those
    in `told` the format knows: printed "[1]" they need no other proof.
    """
    certain = [f for i, p in enumerate(paragraphs) for f in _told_in(i, p, told)] if told else []
    marked = {str(number) for found in certain for number in found.numbers}
    taken = {(found.paragraph, found.start) for found in certain}
    left = (mark.rstrip(")") for mark in defined if mark not in marked)
    known = {int(mark) for mark in left if mark.isdecimal() and int(mark)}
    sought = [
        found
        for index, paragraph in enumerate(paragraphs)
        for found in _candidates(index, paragraph, known, round_marks)
        # no note is numbered 0
        if all(found.numbers) and (found.paragraph, found.start) not in taken
    ]
    chosen: dict[int, list[_Candidate]] = {}
    for found in [*certain, *(_in_order(sought) if known or not told else [])]:
        chosen.setdefault(found.paragraph, []).append(found)
    doubled = {mark for mark in defined if mark.endswith(")")}
    return [
        _without(p.text, sorted(chosen.get(index, []), key=lambda found: found.start), doubled)
        for index, p in enumerate(paragraphs)
    ]


def _told_in(index: int, paragraph: Paragraph, told: frozenset[str]) -> Iterator[_Candidate]:
    """The marks in square brackets of notes that the format knows."""
    for found in _SQUARE.finditer(paragraph.text):
        numbers = tuple(int(n) for n in re.findall(r"\d+", found[0]))
        if told.issuperset(map(str, numbers)):
            yield _Candidate(index, found.start(), found.end(), numbers, _Weight.SURE)


def _candidates(index: int, paragraph: Paragraph, known: set[int], round_marks: bool) -> Iterator[_Candidate]:
    if not known:
        yield from _undefined(index, paragraph)
        return
    for found in _forms_in(paragraph.text):
        kind = found.lastgroup or ""
        printed = found[kind].translate(_RAISED) if kind == "raised" else found[kind]
        numbers = tuple(int(n) for n in re.findall(r"\d+", printed))
        if kind == "plain":
            plain = _plain(index, paragraph, found, known) if numbers[0] in known else None
            if plain:
                yield plain
        elif kind == "round":
            in_brackets = _closes_bracket(paragraph.text, found.start())
            if round_marks and numbers[0] in known and not in_brackets:
                yield _Candidate(index, found.start(), found.end(), numbers, _Weight.SURE)
        elif numbers[0] in known:
            yield _Candidate(index, found.start(), found.end(), numbers, _Weight.SURE)


def _forms_in(text: str) -> Iterator[re.Match[str]]:
    """The forms that a mark may have, found from their first character: most of a text has none."""
    if text.isascii() and not any(map(text.__contains__, "0123456789")):
        return  # told much faster than where they are
    position = 0
    while start := _FIRST.search(text, position):
        found = _FORMS.match(text, start.start())
        if found:
            yield found
        position = (found or _STRETCH.match(text, start.start()) or start).end()


def _undefined(index: int, paragraph: Paragraph) -> Iterator[_Candidate]:
    """Marks of which a converter lost the definitions: only forms that nothing else has."""
    text = paragraph.text
    if "[" not in text and ")" not in text and not _BEHIND_STOP.search(text):
        return
    for found in _UNDEFINED.finditer(text):
        if found[0][-1] == ")" and _closes_bracket(text, found.start()):
            continue
        numbers = tuple(int(n) for n in re.findall(r"\d+", found[0]))
        yield _Candidate(index, found.start(), found.end(), numbers, _Weight.SURE)


def _closes_bracket(text: str, start: int) -> bool:
    """Whether a "3)" at `start` ends what a bracket opened: "(Kamerstuk 29 279, nr. 3)"."""
    before = text[max(0, start - _BRACKETED_WIDTH) : start]
    return before.rfind("(") > before.rfind(")")


def _plain(index: int, paragraph: Paragraph, found: re.Match[str], known: set[int]) -> _Candidate | None:
    """Bare numbers: a list of them only as far as it counts up by one."""
    start = found.start("plain")
    listed = _LISTED.search(paragraph.text, max(0, start - 3), start)
    digits = list(re.finditer(r"\d+", found["plain"]))
    numbers = [int(number[0]) for number in digits]
    count = 1
    while count < len(numbers) and numbers[count] == numbers[count - 1] + 1 and numbers[count] in known:
        count += 1
    end = start + digits[count - 1].end()
    if listed and _NEXT_SENTENCE.match(paragraph.text, end):
        return _Candidate(index, listed.start(), end, tuple(numbers[:count]), _Weight.LOOSE)
    weight = _weight(paragraph, start, end)
    return None if weight is None else _Candidate(index, start, end, tuple(numbers[:count]), weight)


def _weight(paragraph: Paragraph, start: int, end: int) -> _Weight | None:
    """What speaks for bare numbers at a place being marks; None where nothing does."""
    text = paragraph.text
    begins_line = start > 0 and paragraph.begins_line(start)
    if begins_line and (end == len(text) or paragraph.begins_line(end + 1)):
        return _Weight.SURE
    before, behind = text[max(0, start - 20) : start], text[end : end + 2]
    if not before or not _BEHIND.match(behind) or _COUNTED.search(before):
        return None
    if _FAST.search(before):
        return _Weight.FAST
    if not before[-1].isspace():
        return None
    if _STOPPED.search(before) and _NEXT_SENTENCE.match(behind):
        return _Weight.LOOSE
    return _Weight.LINE_START if begins_line or behind[:1] in ("?", "!", ".", "»") else None


def _in_order(candidates: list[_Candidate]) -> list[_Candidate]:
    """The chain of candidates whose numbers rise through the document and whose weights sum highest.

    A Fenwick tree keeps the best chain up to each number: time n log m, whatever the text.
    """
    highest = max((c.numbers[-1] for c in candidates), default=0)
    tree = [-1] * (highest + 1)
    sums: list[int] = []
    back: list[int] = []
    for place, found in enumerate(candidates):
        best, number = -1, found.numbers[0] - 1
        while number > 0:
            if tree[number] >= 0 and (best < 0 or sums[tree[number]] > sums[best]):
                best = tree[number]
            number -= number & -number
        sums.append(found.weight * len(found.numbers) + (sums[best] if best >= 0 else 0))
        back.append(best)
        number = found.numbers[-1]
        while number <= highest:
            if tree[number] < 0 or sums[place] > sums[tree[number]]:
                tree[number] = place
            number += number & -number
    chain: list[_Candidate] = []
    place = max(range(len(sums)), key=sums.__getitem__, default=-1)
    while place >= 0:
        chain.append(candidates[place])
        place = back[place]
    return chain[::-1]


def _without(text: str, marks: list[_Candidate], doubled: set[str]) -> Marked:
    """The text with those marks cut out and the white space around each closed up."""
    pieces: list[str] = []
    taken: list[Mark] = []
    stretches: list[tuple[int, int]] = []
    length = begin = 0
    for found in marks:
        kept = text[begin : found.start]
        behind = text[found.end : found.end + 1]
        if behind in ("", ".", ",", ";", ":", "?", "!", "»", "”", ")") or (
            kept.endswith(" ") and behind == " "
        ):
            kept = kept.rstrip()
        pieces.append(kept)
        stretches.append((begin, begin + len(kept)))
        length += len(kept)
        taken.extend(_each(text[found.start : found.end].strip(), length, doubled))
        begin = found.end
        if not length or pieces[-1].endswith(" "):
            begin += len(text[begin:]) - len(text[begin:].lstrip())
    pieces.append(text[begin:])
    stretches.append((begin, len(text)))
    return Marked("".join(pieces).rstrip() if marks else text, tuple(taken), tuple(stretches))


def _each(printed: str, start: int, doubled: set[str]) -> Iterator[Mark]:
    """One mark for each number of a printed list; together their texts are the whole list."""
    numbers = list(re.finditer(r"\d+", printed.translate(_RAISED)))
    begin = 0
    for position, number in enumerate(numbers):
        end = number.end() if position + 1 < len(numbers) else len(printed)
        mark = printed if printed in doubled else number[0]
        yield Mark(start, printed[begin:end].strip(" ,"), mark)
        begin = end

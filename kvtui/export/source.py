"""The source of a document as rows to look at: what each line became, and every repair with a sign.

Pure data from an `Explanation`. The screen draws the rows; `source_text` prints them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from kvtui.export.wrapping import columns
from kvtui.parsing.explaining import Explanation, Fate, Piece, Repair, RepairKind, SourceLine


class Tone(StrEnum):
    """How loud words are."""

    TEXT = "text"
    STRONG = "strong"
    """A heading."""
    QUIET = "quiet"
    """Page heads and feet, text without a place, line numbers, what says nothing."""
    SIGN = "sign"
    """A repair."""


@dataclass(frozen=True, slots=True)
class ShownRepair:
    """A repair as it stands in the text of a row, its sign included: from `start` up to `end`."""

    start: int
    end: int
    repair: Repair


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the source, or the stretch of it that became one part."""

    line: int
    """Counted from 1 through the whole source."""
    page: int
    """Counted from 1."""
    begins: bool
    """Whether this is the beginning of its line."""
    fate: Fate | None
    """None where the line says nothing: a blank line, a rule."""
    numbers: tuple[int, ...]
    text: str
    """As extracted, with the signs of its repairs."""
    repairs: tuple[ShownRepair, ...]
    letters: int
    """How many letters and digits of the source it has."""

    @property
    def tone(self) -> Tone:
        """How loud its words are, where no repair is."""
        return _TONES.get(self.fate, Tone.TEXT)


SIGNS = {
    RepairKind.JOINED: "↳",
    RepairKind.HYPHEN: "¬",
    RepairKind.SEPARATED: "␣",
    RepairKind.MARK: "{}",
    RepairKind.INFERRED: "‹›",
}
_COUNTED = {
    RepairKind.JOINED: ("joined", "joined"),
    RepairKind.HYPHEN: ("hyphen", "hyphens"),
    RepairKind.SEPARATED: ("separated", "separated"),
    RepairKind.MARK: ("mark", "marks"),
    RepairKind.INFERRED: ("inferred", "inferred"),
}
"""For one and for several."""
_TONES: dict[Fate | None, Tone] = {
    Fate.HEADING: Tone.STRONG,
    Fate.FURNITURE: Tone.QUIET,
    Fate.UNPLACED: Tone.QUIET,
    None: Tone.QUIET,
}
_SHORT = {
    Fate.HEADER: "head",
    Fate.HEADING: "hdg",
    Fate.QUESTION: "Q",
    Fate.ANSWER: "A",
    Fate.NOTICE: "notice",
    Fate.NOTE: "note",
    Fate.FOOTNOTE: "fn",
    Fate.FURNITURE: "page",
    Fate.UNPLACED: "?",
}
_LABELLED = 12
"""Columns: the widest label."""
_LEAST_WIDTH = 12
"""Columns that text has at least, however narrow the terminal."""


def source_rows(explanation: Explanation) -> list[SourceRow]:
    """The rows of a source from top to bottom: each line one row, or one for each part it holds."""
    return [row for index, line in enumerate(explanation.lines) for row in _rows_of(index + 1, line)]


def _rows_of(number: int, line: SourceLine) -> Iterator[SourceRow]:
    if not line.pieces:
        text, repairs = _signed(line.text, 0, len(line.text), line.repairs)
        yield SourceRow(number, line.page + 1, True, None, (), text, tuple(repairs), 0)
    starts = [repair.start for repair in line.repairs]
    for begin, piece in enumerate(_parts(line.pieces)):
        last = piece.end == len(line.text)
        here = line.repairs[bisect_left(starts, piece.start) : bisect_left(starts, piece.end + last)]
        text, repairs = _signed(line.text, piece.start, piece.end, here)
        letters = sum(map(str.isalnum, line.text[piece.start : piece.end]))
        yield SourceRow(
            number, line.page + 1, not begin, piece.fate, piece.numbers, text, tuple(repairs), letters
        )


def _parts(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one part put together."""
    for _, same in groupby(pieces, lambda piece: (piece.fate, piece.numbers)):
        first, *others = same
        yield replace(first, end=others[-1].end) if others else first


def _signed(text: str, start: int, end: int, repairs: Sequence[Repair]) -> tuple[str, list[ShownRepair]]:
    """The text from `start` to `end` with signs, and where they stand."""
    pieces: list[str] = []
    shown: list[ShownRepair] = []
    done, length = start, 0
    for repair in repairs:
        first = max(done, repair.start)
        words = text[first : max(first, min(repair.end, end))]
        sign = _with_sign(repair, words)
        pieces += [text[done:first], sign]
        length += first - done
        shown.append(ShownRepair(length, length + len(sign.rstrip()), repair))
        length += len(sign)
        done = first + len(words)
    pieces.append(text[done:end])
    return "".join(pieces).rstrip(), shown


def _with_sign(repair: Repair, words: str) -> str:
    match repair.kind:
        case RepairKind.JOINED:
            return f"{SIGNS[repair.kind]} {words}"
        case RepairKind.MARK:
            return f"{{{words}}}"
        case RepairKind.INFERRED:
            return f"‹{repair.words} inferred› {words}"
        case _:
            return words + SIGNS[repair.kind]


def label_of(row: SourceRow) -> str:
    """What a row became: "question 3", "answer 2–6", "heading"; empty where it says nothing."""
    if row.fate is None:
        return ""
    numbered = row.numbers and row.fate is not Fate.HEADING
    label = f"{row.fate.value} {number_list(row.numbers)}" if numbered else row.fate.value
    return label if len(label) <= _LABELLED else label[: _LABELLED - 1] + "…"


def short_label_of(row: SourceRow) -> str:
    """The same in six columns, for a narrow screen: "Q3", "A2–6", "hdg"."""
    if row.fate is None:
        return ""
    label = _SHORT[row.fate]
    if row.numbers and row.fate is not Fate.HEADING:
        label += number_list(row.numbers)
    return label if len(label) <= 6 else label[:5] + "…"


def number_list(numbers: Sequence[int]) -> str:
    """Numbers in little room: "2", "2,5", and "2–6" where they follow each other."""
    if len(numbers) > 1 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ",".join(map(str, numbers))


def repair_counts(explanation: Explanation) -> dict[RepairKind, int]:
    """How many repairs of each kind there are; kinds without any are left out."""
    found = Counter(repair.kind for line in explanation.lines for repair in line.repairs)
    return {kind: found[kind] for kind in RepairKind if found[kind]}


def legend(counts: dict[RepairKind, int]) -> str:
    """The signs with what they stand for and how often: "↳ 3 joined · ¬ 2 hyphens"."""
    words = [f"{SIGNS[kind]} {count} {_COUNTED[kind][count > 1]}" for kind, count in counts.items()]
    return " · ".join(words) or "nothing was repaired"


def short_legend(counts: dict[RepairKind, int]) -> str:
    """The same without words: "↳3 ¬2"."""
    return " ".join(f"{SIGNS[kind]}{count}" for kind, count in counts.items()) or "no repairs"


Paint = Callable[[str, Tone], str]
"""Gives words the looks of a tone."""


def plain(words: str, tone: Tone) -> str:
    """Words as they are."""
    return words


def coloured(words: str, tone: Tone) -> str:
    """Words with the escape sequences of a terminal."""
    code = {Tone.STRONG: "1", Tone.QUIET: "2", Tone.SIGN: "1;33"}.get(tone)
    return f"\x1b[{code}m{words}\x1b[0m" if code and words.strip() else words


def source_text(explanation: Explanation, name: str, width: int | None, paint: Paint = plain) -> str:
    """The whole source: a row a line with its number and what it became; the signs are counted at the end.

    Rows are wrapped to `width` columns, or not at all where that is None.
    """
    rows = source_rows(explanation)
    label = label_of if width is None or width >= 60 else short_label_of
    labels = max((len(label(row)) for row in rows), default=0)
    digits = len(str(len(explanation.lines)))
    gutter = digits + labels + 4
    pages = explanation.lines[-1].page + 1 if explanation.lines else 1
    lines = [paint(source_title(explanation, name), Tone.STRONG), ""]
    page = 1
    for row in rows:
        if row.page != page:
            page = row.page
            lines.append(paint(f"{'':{gutter}}── page {page} of {pages} ──", Tone.QUIET))
        before = f"{row.line:>{digits}}  {label(row):{labels}}  "
        before = paint(before if row.text else before.rstrip(), Tone.QUIET)
        for start, end in _breaks(row.text, width and max(_LEAST_WIDTH, width - gutter)):
            lines.append(before + _painted(row, start, end, paint))
            before = " " * gutter
    lines += ["", paint(legend(repair_counts(explanation)), Tone.QUIET)]
    return "\n".join(lines) + "\n"


def source_title(explanation: Explanation, name: str) -> str:
    """ "ah-tk-20982099-12.md · markdown · 3 pages · 142 lines"."""
    lines = len(explanation.lines)
    pages = explanation.lines[-1].page + 1 if lines else 0
    words = [name, explanation.document.source.format or "text"]
    if pages > 1:
        words.append(f"{pages} pages")
    words.append("1 line" if lines == 1 else f"{lines} lines")
    return " · ".join(words)


def _painted(row: SourceRow, start: int, end: int, paint: Paint) -> str:
    words, done = "", start
    for shown in row.repairs:
        first, last = max(done, shown.start), min(end, shown.end)
        if first < last:
            words += paint(row.text[done:first], row.tone) + paint(row.text[first:last], Tone.SIGN)
            done = last
    return words + paint(row.text[done:end], row.tone)


def _breaks(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """The (start, end) of each printed line of a row; a word wider than that stays whole."""
    start = end = 0
    for word in re.finditer(r"\S+", text) if width is not None else ():
        if end > start and columns(text[start : word.end()]) > (width or 0):
            yield start, end
            start = word.start()
        end = word.end()
    yield start, len(text)

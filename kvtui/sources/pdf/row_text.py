"""The text of a row: spaces where gaps are, footnote marks in brackets, the words that stand out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kvtui.model import Style
from kvtui.sources.lines import Span
from kvtui.sources.pdf.furniture import Type
from kvtui.sources.pdf.layout import Row
from kvtui.sources.pdf.notes import marks_in
from kvtui.sources.pdf.runs import BOLD, ITALIC, Run

_SPACE = 0.2
"""Of the size: a wider gap between runs drawn apart is a space."""
_WIDE_SPACE = 0.5
"""The same for runs drawn one after the other: there pdfium gives the spaces."""
_NO_GAP = 0.05
"""Of the size: runs with less between them touch; a space between those is drawn."""
_NARROW = 0.7
"""Of a line's usual space: less is none within an address."""
_ADDRESS = re.compile(r"(?:://|www\.)\S*\Z", re.IGNORECASE)
_UNIT = re.compile(r"(?:\b|(?<=\d))[kcdm]?m\s*\Z")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TEN = re.compile(r"(?<![\d.,])10\s*\Z")

Styled = tuple[str, tuple[Span, ...]]
"""A text and the spans of it that stand out."""


def text_of(row: Row, mark: str, body: Type, defined: frozenset[str]) -> Styled:
    """The text of a row with its marks in brackets, and the words that stand out.

    `mark` is that of the note which the row begins, if it does; `defined` are those of all notes.
    """
    text = ""
    spans: list[Span] = []
    last: Run | None = None
    for segment in row.segments:
        for run in segment.runs:
            if last is None and mark:
                words = f"[{mark}] {_behind(run.text, mark)}"
            else:
                words = _words(run, row, text, defined)
            narrow = last is not None and _is_narrow(text, last, run, row)
            words = words.lstrip(" ") if narrow else words
            begin = len(text)
            if words[0] == "[" and run.size < row.size and run is not segment.runs[0]:
                text = text.rstrip() + words  # a mark stands fast behind what it follows
                begin = len(text) - len(words)
                spans = [Span(span.start, min(span.end, begin), span.style) for span in spans]
            elif not text or text.endswith(" "):
                text += words.lstrip()
            elif last is not None and words[0] != " " and _is_gap(last, run, segment.runs) and not narrow:
                text = f"{text} {words}"
            else:
                text += words
            _note_styles(spans, begin, len(text), run.style & ~body.style)
            last = run
    text = text.rstrip()
    if "  " not in text:
        return text, _trimmed(text, spans) if spans else ()
    return _squeezed(text, spans)


def _behind(text: str, mark: str) -> str:
    return text.lstrip().removeprefix(mark).lstrip(" .)")


def _words(run: Run, row: Row, before: str, defined: frozenset[str]) -> str:
    if run.size >= row.size * 0.9:
        return run.text
    marks = marks_in(run, row)
    if not marks:
        return run.text
    if marks[0] in ("2", "3") and len(marks) == 1 and _UNIT.search(before):
        return run.text.translate(_POWERS)
    if marks[0].isdigit() and marks[0] not in defined and defined and _TEN.search(before):
        return run.text.translate(_POWERS)
    behind = " " if run.text.endswith(" ") else ""
    return "".join(f"[{mark}]" for mark in marks) + behind


def _is_gap(last: Run, run: Run, segment: Sequence[Run]) -> bool:
    """Whether a space must be put before a run."""
    if run is segment[0]:
        return True
    wide = _WIDE_SPACE if run.order == last.order + 1 else _SPACE
    return run.x0 - last.x1 > wide * max(last.size, run.size)


def _is_narrow(text: str, last: Run, run: Run, row: Row) -> bool:
    """Whether the text ends in an address and the gap after it is narrower than the line's other spaces."""
    if not _ADDRESS.search(text):
        return False
    spaces = sorted(
        right.x0 - left.x1
        for left, right in pairwise(row.runs)
        if right is not run and right.text.startswith(" ") and right.x0 - left.x1 > _NO_GAP * right.size
    )
    gap = run.x0 - last.x1
    return bool(spaces) and _NO_GAP * run.size < gap < _NARROW * spaces[len(spaces) // 2]


def _note_styles(spans: list[Span], begin: int, end: int, style: int) -> None:
    for bit, kind in ((BOLD, Style.BOLD), (ITALIC, Style.ITALIC)):
        if style & bit and begin < end:
            last = next((i for i in range(len(spans) - 1, -1, -1) if spans[i].style is kind), None)
            if last is not None and spans[last].end == begin:
                spans[last] = Span(spans[last].start, end, kind)
            else:
                spans.append(Span(begin, end, kind))


def _trimmed(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without the spaces at their edges, those of nothing left out."""
    found = []
    for span in spans:
        words = text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        end = span.start + len(words.rstrip())
        if start < end:
            found.append(Span(start, end, span.style))
    return tuple(found)


def _squeezed(text: str, spans: Sequence[Span]) -> Styled:
    """White space made single spaces, and the spans moved along."""
    to: list[int] = []
    squeezed: list[str] = []
    for character in text:
        to.append(len(squeezed))
        if character != " " or (squeezed and squeezed[-1] != " "):
            squeezed.append(character)
    to.append(len(squeezed))
    shorter = "".join(squeezed).rstrip()
    last = len(text)  # a span may take in spaces that were at the end
    moved = [Span(to[min(span.start, last)], to[min(span.end, last)], span.style) for span in spans]
    return shorter, _trimmed(shorter, moved)

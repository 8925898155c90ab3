"""Puts runs of text together to lines: safe, with single spaces, marks behind their word, styles as spans.

Which runs there are and how they look is for the formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum
from itertools import groupby, pairwise
from typing import NamedTuple

from kvtui.model import Style
from kvtui.sources.cleaning import safe_text
from kvtui.sources.composing.raised import raised_text
from kvtui.sources.lines import Line, Role, Span

_SPACES = re.compile(r"\s+")
_LOOKED_AT = 40
"""Characters before raised digits that tell what these are."""
_OVERALL = 0.9
"""The share of a text's characters in one style above which the style makes nothing stand out."""


class Kind(Enum):
    """What a piece of a paragraph is."""

    TEXT = "text"
    RAISED = "raised"
    MARK = "mark"
    """A footnote's mark, in its brackets."""
    LINE_BREAK = "line break"
    PAGE_BREAK = "page break"


class Piece(NamedTuple):
    """A stretch of a paragraph in one look."""

    text: str
    kind: Kind = Kind.TEXT
    bold: bool = False
    italic: bool = False


LINE_BREAK = Piece("", Kind.LINE_BREAK)
PAGE_BREAK = Piece("", Kind.PAGE_BREAK)
_BREAKS = (Kind.LINE_BREAK, Kind.PAGE_BREAK)


def lines_of_paragraph(pieces: Sequence[Piece], role: Role) -> list[list[Line]]:
    """The lines of a paragraph, a list for each page that it stands on.

    Only the last line surely ends the paragraph: people use line breaks for both.
    """
    if all(piece.kind not in _BREAKS for piece in pieces):
        line = line_of(pieces, role=role)
        return [[line]] if line.text else [[]]
    pages: list[list[Line]] = [[]]
    breaks = 0
    for kind, group in groupby(pieces, key=lambda piece: piece.kind if piece.kind in _BREAKS else Kind.TEXT):
        together = list(group)
        if kind is Kind.PAGE_BREAK:
            pages.append([])
        elif kind is Kind.TEXT and (line := line_of(together, role=role, ended=None)).text:
            pages[-1] += [Line("", role=role), line] if breaks > 1 and pages[-1] else [line]
        breaks = len(together) if kind is Kind.LINE_BREAK else 0
    if breaks and pages[-1]:
        pages[-1].append(Line("", role=role))
    return [[_ended(*pair) for pair in pairwise([*page, Line("")])] for page in pages]


def line_of(pieces: Iterable[Piece], *, role: Role = Role.TEXT, ended: bool | None = True) -> Line:
    """One line of pieces without breaks among them."""
    parts = [""]
    length = 0
    styled: dict[Style, list[tuple[int, int]]] = {Style.BOLD: [], Style.ITALIC: []}
    for piece in _with_marks(list(pieces)):
        words = piece.text
        if not words.isprintable():
            words = _SPACES.sub(" ", safe_text(words))
        elif "  " in words:
            words = _SPACES.sub(" ", words)
        if parts[-1].endswith(" ") or not length:
            if piece.kind is not Kind.MARK:
                words = words.lstrip(" ")
            elif length:
                parts[-1] = parts[-1][:-1]
                length -= 1
        if words:
            parts.append(words)
            start, length = length, length + len(words)
            if piece.bold:
                styled[Style.BOLD].append((start, length))
            if piece.italic:
                styled[Style.ITALIC].append((start, length))
    text = "".join(parts).rstrip(" ")
    spans = [span for style, places in styled.items() for span in _spans(text, places, style)]
    if len(spans) > 1:
        spans.sort(key=lambda span: span.start)
    return Line(text, role, None, ended, tuple(spans))


def _ended(line: Line, following: Line) -> Line:
    """A line before white space ends a paragraph."""
    return replace(line, ended=True) if line.text and not following.text else line


def prefixed(line: Line, prefix: str) -> Line:
    """The line with something before it."""
    width = len(prefix)
    moved = tuple(Span(span.start + width, span.end + width, span.style) for span in line.styles)
    return replace(line, text=(prefix + line.text).rstrip(" "), styles=moved)


def from_character(line: Line, start: int) -> Line:
    """The line from a character on."""
    moved = (replace(span, start=max(span.start - start, 0), end=span.end - start) for span in line.styles)
    return replace(line, text=line.text[start:], styles=tuple(span for span in moved if span.end > 0))


def without_overall_styles(lines: Sequence[Line]) -> list[Line]:
    """The lines without a style that nearly all of the text is in."""
    text = [line for line in lines if line.role is Role.TEXT]
    enough = _OVERALL * sum(len(line.text) for line in text)
    lengths = dict.fromkeys(Style, 0)
    for line in text:
        for span in line.styles:
            lengths[span.style] += span.end - span.start
    everywhere = {style for style, length in lengths.items() if length > enough}
    if not everywhere:
        return list(lines)
    return [
        replace(line, styles=tuple(s for s in line.styles if s.style not in everywhere)) for line in lines
    ]


def _with_marks(pieces: list[Piece]) -> list[Piece]:
    """The pieces with raised ones that stand together decided on as one."""
    if all(piece.kind is not Kind.RAISED for piece in pieces):
        return pieces
    done: list[Piece] = []
    before = ""
    groups = [list(group) for _, group in groupby(pieces, key=lambda piece: piece.kind is Kind.RAISED)]
    for group, following in zip(groups, [*groups[1:], []], strict=True):
        raised = "".join(piece.text for piece in group)
        before, standing = (before + raised)[-_LOOKED_AT:], before
        if group[0].kind is not Kind.RAISED:
            done += group
            continue
        written = raised_text(standing, raised, following[0].text if following else "")
        if written == raised:
            done += [piece._replace(kind=Kind.TEXT) for piece in group]
        else:
            done.append(group[0]._replace(text=written, kind=Kind.MARK))
    return done


def _spans(text: str, places: list[tuple[int, int]], style: Style) -> Iterable[Span]:
    """Spans without spaces at their edges; places with nothing but a space between them are one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start - joined[-1][1] <= 1 and text[joined[-1][1] : start].strip(" ") == "":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        words = text[start:end]
        if words.strip(" "):
            first = start + len(words) - len(words.lstrip(" "))
            yield Span(first, first + len(words.strip(" ")), style)

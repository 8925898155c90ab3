"""Running text from rows: lines joined, hyphens at line ends undone, paragraphs kept apart.

A paragraph remembers where its lines began, because footnote marks hide there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from kvtui.parsing.rows import Joint, Row, count_letters


class Origin(NamedTuple):
    """Where a stretch of a paragraph comes from."""

    start: int
    """Its first character in the paragraph; it runs to the next stretch."""
    line: int
    """The line of the source."""
    letters: int
    """How many letters and digits of that line stand before it."""
    joint: Joint
    """How it hung on what came before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text and the offsets at which its printed lines began."""

    text: str
    lines: tuple[int, ...] = (0,)
    """In rising order, the first 0."""
    origins: tuple[Origin, ...] = ()
    """In the paragraph's order, the first from 0."""

    def begins_line(self, offset: int) -> bool:
        """Whether a printed line began at that offset."""
        place = bisect_left(self.lines, offset)
        return place < len(self.lines) and self.lines[place] == offset

    def stretches(self) -> Iterator[tuple[Origin, int]]:
        """Each origin and the end of its stretch."""
        for origin, follower in pairwise(self.origins):
            yield origin, follower.start
        if self.origins:
            yield self.origins[-1], len(self.text)

    def part(self, begin: int, end: int) -> Paragraph:
        """A part of the paragraph as one of its own, without the spaces at its end."""
        if begin == 0 and end == len(self.text):
            return self
        first, last = bisect_right(self.lines, begin), bisect_left(self.lines, end)
        lines = (0, *(start - begin for start in self.lines[first:last]))
        text = self.text[begin:end].rstrip()
        first = bisect_right(self.origins, begin, key=attrgetter("start"))
        last = bisect_left(self.origins, end, key=attrgetter("start"))
        origins = [o._replace(start=o.start - begin) for o in self.origins[first:last]]
        if first:
            cut = self.origins[first - 1]
            letters = cut.letters + count_letters(self.text[cut.start : begin])
            joint = cut.joint if cut.start == begin else Joint.SPACE
            origins.insert(0, Origin(0, cut.line, letters, joint))
        return Paragraph(text, lines, tuple(origins))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document's lines were broken: the usual width of a line, None where lines are paragraphs."""

    width: int | None
    hyphenated: frozenset[str] = frozenset()
    """Words that stand hyphenated inside a line ("niet-gebruiker"), in small letters."""


_RAGGED = 3
"""Characters by which proportional type makes full lines differ."""
_END = re.compile(r"[.?!:;][»”’\"')\]]*\s?\d{0,3}\Z|[»”\"]\Z")
_END_WIDTH = 40
"""Characters: a stop, the quotes and brackets behind it and a footnote mark are fewer."""
_ITEM = re.compile(r"(?:[•·▪◦‣*]|[-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_SHORT = 50
# No sentence and no title ends with these.
_HANGING = re.compile(r"\s(?:de|het|een|van|voor|door|met|aan|op|in|te|bij|en|of|dat|die|tot|uit|om)\Z")
_UNDONE = "-"
_MARKS_ONLY = re.compile(r"\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3}){0,5}\Z")
# The mark of the sentence before, pushed to a new line by a converter.
_MARK_FIRST = re.compile(r"\d{1,3}(?:\s(?=[A-Za-zÀ-ÿ])|[,»]\s)")
_HYPHEN = re.compile(r"[a-zà-ÿ]-\Z")
_SUSPENDED = re.compile(r"(?:en|of|dan|tot|en/of)\b")
_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]{2,30}-[^\W\d_]{2,30}(?![\w-])")
_LAST_LETTERS = re.compile(r"[^\W\d_]+-\Z")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS_END = re.compile(
    r"(?:https?:/|www\.|\b[\w-]{1,60}\.(?:nl|com|org|eu|net|be|de|info)/)\S*[/\-_=?&.%]\Z"
)
_ADDRESS_GOES_ON = re.compile(r"[^\s,;()»”\"]*[/\-_=.%0-9][^\s]*|[a-z][^\s]*\Z")
# "voeren?Bent u": a printed line ended there, and no space was put in its place.
_GLUED_SENTENCE = re.compile(
    r"[.?!](?:(?=[A-ZÀ-Þ«][a-zà-ÿ«])(?<=[a-zà-ÿ0-9»”)\]].)|[»”)](?=[A-ZÀ-Þ][a-zà-ÿ]))"
)


def layout_of(rows: list[Row]) -> Layout:
    """The layout of a document, from its rows."""
    hyphenated = frozenset(
        word.lower() for row in rows if "-" in row.text for word in _HYPHENATED.findall(row.text)
    )
    lengths = sorted(len(row.text) for row in rows if len(row.text) > 30)
    if not lengths or lengths[len(lengths) * 19 // 20] > 130:
        return Layout(None, hyphenated)
    return Layout(lengths[len(lengths) // 2], hyphenated)


def paragraphs_of(rows: list[Row], layout: Layout) -> list[Paragraph]:
    """The paragraphs of one block's rows."""
    groups: list[list[Row]] = []
    above: Row | None = None
    for row in rows:
        if above is not None and not _breaks(above, row, layout):
            groups[-1].append(row)
        else:
            groups.append([row])
        above = _speaker(above, row)
    return [paragraph for group in groups for paragraph in _split_glued(joined(group, layout))]


def joined(rows: list[Row], layout: Layout) -> Paragraph:
    """All the rows as one paragraph."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[Origin] = []
    length = 0
    for row in rows:
        between = _between(pieces[-1], row, layout) if pieces else ""
        if between == _UNDONE:
            pieces[-1] = pieces[-1][:-1]
            length -= 1
            between = ""
        pieces.append(between)
        length += len(between)
        if row.joint > Joint.SPACE or not starts:
            starts.append(length)
        origins.append(Origin(length, row.line, row.letters, row.joint))
        pieces.append(row.text)
        length += len(row.text)
    return Paragraph("".join(pieces), tuple(starts), tuple(origins))


def _speaker(above: Row | None, row: Row) -> Row:
    """The row by which the next one is judged: a line of footnote marks speaks for the line above it."""
    is_number = row.text[:1].isdecimal()
    if is_number and above is not None and row.joint > Joint.SPACE and _MARKS_ONLY.match(row.text):
        return replace(row, text=above.text + " " + row.text)
    return row


def _between(above: str, row: Row, layout: Layout) -> str:
    """What stands between two joined rows: a space or nothing, `_UNDONE` where a hyphen goes."""
    if row.joint is Joint.GLUED:
        return ""
    if row.joint is Joint.SPACE:
        return " "
    last = above.rsplit(" ", 1)[-1]
    if _ADDRESS_END.search(last) and _ADDRESS_GOES_ON.match(row.text.split(" ", 1)[0]):
        return ""
    if above.endswith("-") and not above.endswith(" -") and not _SUSPENDED.match(row.text):
        if not (_HYPHEN.search(above) and row.text[:1].islower()):
            return ""
        return "" if _is_hyphenated(last, row.text, layout) else _UNDONE
    return " "


def _is_hyphenated(last: str, text: str, layout: Layout) -> bool:
    """Whether the hyphen belongs to the word: the document prints it inside a line too."""
    left, right = _LAST_LETTERS.search(last), _FIRST_LETTERS.match(text)
    return bool(left and right and f"{left[0]}{right[0]}".lower() in layout.hyphenated)


def _breaks(above: Row, row: Row, layout: Layout) -> bool:
    """Whether a new paragraph begins with this row."""
    if row.text.startswith("|") or above.text.endswith("|"):
        # a row of a table
        return row.joint > Joint.SPACE
    if above.ended is not None and row.joint > Joint.SPACE:
        return _breaks_where_told(above, row)
    if row.joint <= Joint.SPACE or _is_mark(row):
        return False
    ended = _is_ended(above.text)
    if _ITEM.match(row.text):
        return ended or row.joint is Joint.BLANK
    if row.joint is Joint.BLANK:
        return ended or not row.text[:1].islower()
    if row.text[:1].islower() or (row.text.startswith("(") and above.text.endswith(("»", "”"))):
        return False
    return _was_ended(above.text, row, layout) if ended else _is_title(above.text, row, layout)


def _breaks_where_told(above: Row, row: Row) -> bool:
    """The same where the format tells of ends; official XML too cuts paragraphs inside a sentence."""
    if not above.ended:
        return _ITEM.match(row.text) is not None and _is_ended(above.text)
    if _is_ended(above.text) or _ITEM.match(row.text):
        return True
    goes_on = row.text[:1].islower() and len(above.text) > _SHORT
    return not (goes_on or _HANGING.search(above.text))


def _is_ended(text: str) -> bool:
    """Whether a sentence ends with a text, its quotes and its marks."""
    return _END.search(text, max(0, len(text) - _END_WIDTH)) is not None


def _is_mark(row: Row) -> bool:
    """Whether a row is footnote marks, or begins with the mark of the sentence above it."""
    if row.joint is Joint.BLANK or not row.text[:1].isdecimal():
        return False
    return _MARKS_ONLY.match(row.text) is not None or (
        row.joint is Joint.LINE and _MARK_FIRST.match(row.text) is not None
    )


def _was_ended(above: str, row: Row, layout: Layout) -> bool:
    """Whether somebody ended the line above: the next word would have fitted on it."""
    if layout.width is None:
        return True
    return len(above) + 1 + len(row.text.split(" ", 1)[0]) <= layout.width - _RAGGED


def _is_title(above: str, row: Row, layout: Layout) -> bool:
    """Whether a line without a stop is a title or an item: a short one where lines are paragraphs."""
    unwrapped = layout.width is None and row.joint is not Joint.PAGE
    return unwrapped and len(above) < _SHORT and not above.endswith((",", "-"))


def _split_glued(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph cut where two sentences stand together without a space."""
    text = paragraph.text
    if not _may_be_glued(text):
        return [paragraph]
    ends = [at for at in (f.end() for f in _GLUED_SENTENCE.finditer(text)) if not _inside_address(text, at)]
    return [paragraph.part(begin, end) for begin, end in pairwise([0, *ends, len(text)])]


def _may_be_glued(text: str) -> bool:
    """Whether a stop has something else than a space behind it: counting is much faster than looking."""
    stops = text.count(".") + text.count("?") + text.count("!")
    return stops > text.count(". ") + text.count("? ") + text.count("! ") + text.endswith((".", "?", "!"))


def _inside_address(text: str, position: int) -> bool:
    word = text[text.rfind(" ", max(0, position - 300), position) + 1 : position + 1]
    return "://" in word or word.startswith(("www.", "(www."))

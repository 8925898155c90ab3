"""The building stones of a pane's text: blocks, the inked spans in them, and the links they carry.

Plain values that know nothing of Textual or of widths; `wrapping` breaks them into rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kvtui.export.columns import Columns
from kvtui.library.entries import Entry
from kvtui.model import Reference, Style, TextPart


class Ink(StrEnum):
    """What a piece of text is; the palette says how that looks in a theme."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    RULE = "rule"
    LINE = "line"
    LABEL = "label"
    IDENTIFIER = "identifier"
    GOOD = "good"
    WARNING = "warning"
    INTERNAL = "internal"
    PUBLICATION = "publication"
    URL = "url"
    FOOTNOTE = "footnote"
    DEAD = "dead"


class Rail(StrEnum):
    """A question's part of the line that holds the questions of one joint answer together."""

    NONE = "none"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A paragraph of the document: the part, the number of its block, the paragraph's index.

    For an answer the number is the first that it covers, for a footnote the paragraph is its
    index in `Document.footnotes`; header, note and notice have no number. Part None is
    `Document.unplaced`.
    """

    part: TextPart | None
    number: int | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of the document: an anchor and an offset into its paragraph.

    Without an anchor the offset counts rows from the top of the pane, above its first paragraph.
    """

    anchor: Anchor | None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Abroad:
    """A place in another document of the library."""

    entry: Entry
    spot: Spot | None = None
    """None for the document as a whole."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something in a text that can be followed, or that says why it cannot."""

    ink: Ink
    reference: Reference
    """The reference of the document; for a line of "cited by" the one that points here."""
    target: int | str | None
    """Question number, identifier, address or footnote mark; None where nothing is named."""
    source: Spot
    """Where it stands; for a line of "cited by" where the citing reference stands."""
    backward: bool = False
    """True for a line of "cited by": following it goes to the place that refers."""
    abroad: Abroad | None = None
    """Where it leads, for a link that the text has not but the library knows."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text with an ink of its own, and the index of its link if it is one."""

    start: int
    end: int
    ink: Ink
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Stress:
    """A stretch of a block's text that is printed bold or italic, over whatever ink it has."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class TableRow:
    """What makes a block a row of a table: it is laid out in columns, see `table_rows`."""

    columns: Columns
    """Those of its table."""
    cells: tuple[tuple[int, int], ...]
    """(start, end) of each cell in the block's text."""
    is_head: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is shown: wrapped to the pane, with its label hanging left of it."""

    text: str = ""
    ink: Ink = Ink.TEXT
    spans: tuple[Span, ...] = ()
    """Sorted, without overlap."""
    anchor: Anchor | None = None
    inserted: tuple[tuple[int, int], ...] = ()
    """(offset in `text`, length) of what is shown but is not in the paragraph: marks.

    A negative length is that of what stands there in the paragraph and is not shown.
    """
    label: str = ""
    hang: int = 0
    """Columns left of the text, in which the label stands."""
    indent: int = 0
    """Columns by which every row but the first stands in: those of a list's marker."""
    number: int | None = None
    """The question that this block belongs to, where it is drawn with a number in front."""
    rail: Rail = Rail.NONE
    rule: bool = False
    """Drawn as a line across the pane with the text set into it."""
    stresses: tuple[Stress, ...] = ()
    row: TableRow | None = None

    def shown(self, offset: int) -> int:
        """The place in `text` of an offset into the paragraph."""
        for position, length in self.inserted:
            if position > offset or (length < 0 and position == offset):
                break
            offset += length
        return offset

    def original(self, position: int) -> int:
        """The offset into the paragraph of a place in `text`; the inverse of `shown`."""
        removed = 0
        for start, length in self.inserted:
            if position < start or (length > 0 and position == start):
                break
            removed += min(length, position - start)
        return position - removed


@dataclass(frozen=True, slots=True)
class PaneText:
    """All that a text pane shows: its blocks from top to bottom and their links in that order."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()


BLANK = Block()

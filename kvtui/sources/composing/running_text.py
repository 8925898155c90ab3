"""Puts lines together from the running text of XML and HTML: paragraphs, items, notes, parts apart.

Knows no element names; the readers of a format say what begins and what ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kvtui.sources.cleaning import one_line
from kvtui.sources.composing.links import address_behind, is_shown
from kvtui.sources.composing.styled_text import Kind, Piece, line_of, without_overall_styles
from kvtui.sources.lines import Line, Opens, Role, Span

_OWN_MARK = re.compile(r"(?:[-–—•·▪◦‣]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})[.)°])(?:\s|\Z)")
_OWN_NUMBER = re.compile(r"[\[(]?(\d{1,4}|[^\w\s]{1,3}|[a-z])[\])]?[.:]?(?:\s+|(?=[^\d\s.,])|\Z)")


@dataclass(slots=True)
class _Part:
    """A stretch of text that is put together apart from what surrounds it."""

    role: Role = Role.TEXT
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    raised: int = 0
    opens: Opens | None = None
    item: str = ""
    gap: bool = False
    owes_space: bool = False
    closed: int = 0
    """Paragraphs so far."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the paragraph that is being put together."""

    part: int
    closed: int
    piece: int


class Composer:
    """The lines of a document in the making."""

    def __init__(self) -> None:
        """Begins without lines."""
        self._part = _Part()
        self._around: list[_Part] = []
        self._notes: list[Line] = []

    def add(self, text: str) -> None:
        """Running text, in the styles that are on."""
        part = self._part
        if not part.pieces and text.isspace():
            return
        if part.owes_space:
            part.owes_space = False
            if text[:1].isalnum():
                part.pieces.append(Piece(" "))
        kind = Kind.RAISED if part.raised else Kind.TEXT
        part.pieces.append(Piece(text, kind, part.bold > 0, part.italic > 0))

    def bold(self, step: int) -> None:
        """Bold type begins (1) or ends (-1); nests, as the other styles do."""
        self._part.bold += step

    def italic(self, step: int) -> None:
        """Slanted type begins (1) or ends (-1)."""
        self._part.italic += step

    def raised(self, step: int) -> None:
        """Raised type begins (1) or ends (-1)."""
        self._part.raised += step

    def opens(self, kind: Opens) -> None:
        """The next line that has text begins a block of that kind."""
        self._part.opens = kind

    def item(self, mark: str) -> None:
        """The next paragraph is an item of a list; it shows this mark unless its text brings one."""
        self._part.item = mark

    def gap(self) -> None:
        """White space stands here."""
        self._part.gap = True

    @property
    def role(self) -> Role:
        """What the lines that are being made are."""
        return self._part.role

    @role.setter
    def role(self, role: Role) -> None:
        self._part.role = role

    @property
    def pending(self) -> bool:
        """Whether text waits for the end of its paragraph."""
        return any(not piece.text.isspace() for piece in self._part.pieces)

    def end(self, ended: bool | None = True) -> bool:
        """Ends the paragraph, if there is text in it; tells whether there was."""
        part = self._part
        pieces = part.pieces
        if not pieces:
            return False
        part.pieces = []
        part.closed += 1
        part.owes_space = False
        words, kind, bold, italic = pieces[0]
        if len(pieces) == 1 and kind is Kind.TEXT and not (bold or italic):
            line = Line(one_line(words), part.role, None, ended)
        else:
            line = line_of(pieces, role=part.role, ended=ended)
        if line.text:
            self._append(line)
        return bool(line.text)

    def end_item(self) -> None:
        """Ends an item of a list; one without text shows its mark."""
        self.end()
        mark, self._part.item = self._part.item, ""
        if mark:
            self.add(mark)
            self.end()

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Lines that are ready; blank ones are white space."""
        for line in lines:
            if line.text:
                self._append(replace(line, role=self._part.role))
            else:
                self.gap()

    def _append(self, line: Line) -> None:
        part = self._part
        if part.gap:
            part.gap = False
            if part.lines and part.lines[-1].text:
                part.lines.append(Line("", part.role))
        if part.item:
            mark, part.item = part.item, ""
            if not _OWN_MARK.match(line.text):
                line = _behind(mark + " ", line)
        if part.opens:
            line = Line(line.text, line.role, part.opens, line.ended, line.styles)
            part.opens = None
        part.lines.append(line)

    def begin_part(self) -> None:
        """What follows is put together apart, until `end_part`: a note, a cell."""
        self._around.append(self._part)
        self._part = _Part(self._part.role)

    def end_part(self) -> tuple[Line, ...]:
        """The lines of the part that ends here."""
        self.end()
        lines = self._part.lines
        self._part = self._around.pop()
        return tuple(lines)

    def place(self) -> Place:
        """Where the text now is, for `link`."""
        return Place(len(self._around), self._part.closed, len(self._part.pieces))

    def link(self, begun: Place, target: str) -> bool:
        """What was added since `begun` is a link: its web address is written behind it where it doesn't show.

        Tells whether the target can be seen in the text.
        """
        if (begun.part, begun.closed) != (len(self._around), self._part.closed):
            return False
        words = "".join(piece.text for piece in self._part.pieces[begun.piece :])
        if not words or words.isspace():
            return False
        address = address_behind(words, target)
        if address:
            self.add(f" ({address})")
        return address is not None or is_shown(words, target)

    def mark(self, mark: str) -> None:
        """A note's mark, fast behind what stands before it; between paragraphs it goes with the first."""
        part = self._part
        if not self.pending and part.lines and part.lines[-1].text and not part.item:
            last = part.lines[-1]
            part.lines[-1] = replace(last, text=f"{last.text}[{mark}]")
            return
        part.pieces.append(Piece(f"[{mark}]", Kind.MARK))
        part.owes_space = True

    def note(self, mark: str, lines: Iterable[Line]) -> None:
        """A footnote: its mark and its lines, which come behind all others."""
        first, *others = [line for line in lines if line.text] or [Line("")]
        own = _OWN_NUMBER.match(first.text)
        if own and own[1] == mark:
            first = _without_start(first, own.end())
        first = _behind(f"[{mark}] ", first) if first.text else Line(f"[{mark}]", ended=True)
        self._notes.extend(replace(line, role=Role.NOTE, opens=None) for line in (first, *others))

    def finish(self) -> tuple[Line, ...]:
        """All lines, the notes last; a style that nearly everything has is left out."""
        self.end()
        lines = self._part.lines
        if self._notes:
            lines = [*lines, *([Line("")] if lines else []), *self._notes]
        return tuple(without_overall_styles(lines))


def _behind(lead: str, line: Line) -> Line:
    """The line with something before it."""
    width = len(lead)
    spans = tuple(Span(s.start + width, s.end + width, s.style) for s in line.styles)
    return replace(line, text=lead + line.text, styles=spans)


def _without_start(line: Line, width: int) -> Line:
    spans = tuple(Span(max(s.start - width, 0), s.end - width, s.style) for s in line.styles if s.end > width)
    return replace(line, text=line.text[width:], styles=spans)

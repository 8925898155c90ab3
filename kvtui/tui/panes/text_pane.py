"""A pane of text with links: draws the rows that show, and what is found, chosen or selected in them.

Knows blocks and links, not what a Kamervraag is; which text it shows is the screen's business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from kvtui.tui.palette import Palette, palette_of
from kvtui.tui.panes.row_drawing import Highlight, draw_pieces, draw_rule, lay_under, selected
from kvtui.tui.panes.wrapped_pane import WrappedPane
from kvtui.tui.text.blocks import Anchor, Block, Link, PaneText, Spot
from kvtui.tui.text.table_rows import Piece

_FLASH = 0.7  # seconds


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where a link stands in the blocks."""

    block: int
    start: int
    end: int


class TextPane(WrappedPane):
    """Text on the line API, its strips kept until something that they show changes."""

    class LinkClicked(Message):
        """A link was clicked."""

        def __init__(self, pane: TextPane, link: int) -> None:
            """Which link of which pane."""
            super().__init__()
            self.pane = pane
            self.link = link

    def __init__(self, *, id: str | None = None) -> None:
        """An empty pane."""
        super().__init__(id=id)
        self.current_link: int | None = None
        self._letters: Mapping[int, str] = {}
        self._link_places: list[LinkPlace] = []
        self._matches: Mapping[Anchor, Sequence[tuple[int, int]]] = {}
        self._match: tuple[Anchor, int] | None = None
        self._flashing: frozenset[Anchor] = frozenset()
        self._strips: LRUCache[int, Strip] = LRUCache(512)

    def show(self, text: PaneText, top: Spot | None = None) -> None:
        """Show a text, with `top` in the first row as soon as the pane has a width."""
        self.current_link = None
        self._letters = {}
        self._flashing = frozenset()
        self._link_places = [
            LinkPlace(index, span.start, span.end)
            for index, block in enumerate(text.blocks)
            for span in block.spans
            if span.link is not None
        ]
        super().show(text, top)

    def repaint(self) -> None:
        """Draw all rows anew: something other than the text changed how they look."""
        self._strips.clear()
        super().repaint()

    def notify_style_update(self) -> None:
        """A new theme: forget what is drawn."""
        super().notify_style_update()
        self._strips.clear()

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the rows that are to be painted."""
        self.fit()  # the first picture is painted before on_resize is called
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the window."""
        row = self.scroll_offset.y + y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return strip

    def _draw(self, row: int) -> Strip:
        palette = palette_of(self.app)
        width = self.size.width
        if row >= len(self.rows):
            return Strip.blank(width, palette.base)
        index, start, _ = self.rows.row(row)
        block = self.text.blocks[index]
        margin = Segment(" " * self.margin, palette.base)
        if block.rule:
            segments = [margin, *draw_rule(block.text, self.measure, palette)]
        else:
            pieces = self.rows.pieces(row)
            lights = self._highlights(index, block, row, pieces)
            label = self.draw_label(block, start == 0, row == self.rows.rows_of(index).stop - 1, palette)
            segments = [margin, *label, *draw_pieces(block, pieces, palette, lights, row)]
        strip = Strip(segments).adjust_cell_length(width, palette.base)
        under = self.row_style(block, palette)
        return strip if under is None else lay_under(strip, under, palette.base)

    def draw_label(self, block: Block, first: bool, last: bool, palette: Palette) -> list[Segment]:
        """What stands left of the text in the first, last or another row of a block."""
        label = block.label if first else ""
        return [Segment(label.ljust(block.hang), palette.inks[block.ink])] if block.hang else []

    def row_style(self, block: Block, palette: Palette) -> Style | None:
        """A style for the whole row, under its text; None here."""
        return None

    def _highlights(self, index: int, block: Block, row: int, pieces: Sequence[Piece]) -> list[Highlight]:
        palette = palette_of(self.app)
        lights = []
        if block.anchor in self._flashing:
            lights.append(Highlight(0, len(block.text), palette.flash))
        for begin, stop in self._matches.get(block.anchor, ()) if block.anchor else ():
            style = palette.match_current if self._match == (block.anchor, begin) else palette.match
            lights.append(Highlight(block.shown(begin), block.shown(stop - 1) + 1, style))
        if self.current_link is not None:
            place = self._link_places[self.current_link]
            if place.block == index:
                style = palette.link if self.has_focus else palette.link_resting
                lights.append(Highlight(place.start, place.end, style))
        for link, letters in self._letters.items():
            place = self._link_places[link]
            if place.block == index:
                stop = place.start + len(letters)
                lights.append(Highlight(place.start, stop, palette.label, letters))
        selection = self.text_selection
        if selection is not None and (stretch := selection.get_span(row)) is not None:
            lights += [Highlight(start, end, palette.selection) for start, end in selected(pieces, stretch)]
        return lights

    def mark_matches(
        self, matches: Mapping[Anchor, Sequence[tuple[int, int]]], current: tuple[Anchor, int] | None
    ) -> None:
        """Highlight what was found: (start, end) by paragraph, and the start of the one where one is."""
        self._matches, self._match = matches, current
        self.repaint()

    def flash(self, anchors: Sequence[Anchor]) -> None:
        """Light up some paragraphs for a moment."""
        self._flashing = frozenset(anchors)
        self.repaint()
        self.set_timer(_FLASH, self._end_flash)

    def _end_flash(self) -> None:
        self._flashing = frozenset()
        self.repaint()

    # Links

    @property
    def link(self) -> Link | None:
        """The current link."""
        return None if self.current_link is None else self.text.links[self.current_link]

    def choose_link(self, index: int | None) -> None:
        """Make a link the current one and show it."""
        self.current_link = index
        if index is not None:
            place = self._link_places[index]
            row = self.rows.find(place.block, place.start)
            if row is None:
                self.wrap_all()
                row = self.rows.find(place.block, place.start)
            if row is not None:
                self.show_rows(row, row, 1)
        self.repaint()
        self.moves += 1

    def bring_up(self, block: int) -> None:
        """Scroll a block to the top, and make the first link from there on the current one."""
        self.wrap_all()
        links = (index for index, place in enumerate(self._link_places) if place.block >= block)
        self.choose_link(next(links, None))
        row = self.rows.find(block, 0)
        if row is not None:
            self.scroll_to(y=row, animate=False, force=True)

    def visible_links(self) -> list[int]:
        """The links that begin in the rows that show."""
        top = self.scroll_offset.y
        bottom = min(top + self.size.height, len(self.rows)) - 1
        if bottom < top:
            return []
        first, last = self.rows.row(top)[0], self.rows.row(bottom)[0]
        return [
            index
            for index, place in enumerate(self._link_places)
            if first <= place.block <= last
            and top <= (self.rows.find(place.block, place.start) or 0) <= bottom
        ]

    def link_region(self, index: int) -> Region:
        """Where on the screen a link begins: a region of one row."""
        place = self._link_places[index]
        row = self.rows.find(place.block, place.start) or 0
        block = self.text.blocks[place.block]
        x = self.margin + block.hang
        width = 1
        for piece in self.rows.pieces(row):
            if piece.ink is None and piece.start <= place.start < piece.end:
                x += cell_len(block.text[piece.start : place.start])
                width = cell_len(block.text[place.start : min(piece.end, place.end)])
                break
            x += cell_len(piece.words or block.text[piece.start : piece.end])
        content = self.content_region
        return Region(content.x + x, content.y + row - self.scroll_offset.y, max(1, width), 1)

    def letter_links(self, letters: Mapping[int, str]) -> None:
        """Draw letters over some links, to choose one by; none to end that."""
        self._letters = letters
        self.repaint()

    # Mouse and selection

    def on_click(self, event: events.Click) -> None:
        """Follow a link; a drag that ends on one is a selection, not a click."""
        event.prevent_default()
        link = event.style.meta.get("link")
        if self.screen.get_selected_text():
            return
        if link is not None:
            self.post_message(self.LinkClicked(self, link))
        elif 0 <= (row := self.scroll_offset.y + event.get_content_offset_capture(self).y) < len(self.rows):
            self.clicked_block(self.text.blocks[self.rows.row(row)[0]])

    def clicked_block(self, block: Block) -> None:
        """A block was clicked beside its links: nothing here."""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, rows of one paragraph joined again as the text has them, cells by tabs."""
        stretches: dict[int, list[tuple[int, int]]] = {}
        for row in range(len(self.rows)):
            stretch = selection.get_span(row)
            if stretch is not None:
                pieces = selected(self.rows.pieces(row), stretch)
                stretches.setdefault(self.rows.row(row)[0], []).extend(pieces)
        return "\n".join(self._joined(index, found) for index, found in stretches.items()), "\n"

    def _joined(self, index: int, stretches: list[tuple[int, int]]) -> str:
        """The words of a block in some stretches of it; a row can end within a word: an address."""
        block = self.text.blocks[index]
        words, behind = "", None
        for start, end in sorted(stretches):
            if behind is not None:
                between = block.text[behind:start]
                words += "\t" * between.count("|") if block.row is not None and "|" in between else between
            words += block.text[start:end]
            behind = end
        return words

    def selection_updated(self, selection: Selection | None) -> None:
        """Show another selection."""
        self.repaint()

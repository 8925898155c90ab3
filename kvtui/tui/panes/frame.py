"""The lines around the panes, with their titles, what they say at the bottom, and how far one is.

╭ Documents ─┬ Questions ───╮      One widget draws all of it under the panes, which stand
│            │              ┃      in its gaps: lines meet, and a pane costs one column.
╰── 3 of 80 ─┴── 2 of 9 ────╯
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.containers import Horizontal
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kvtui.tui.palette import Palette, palette_of


@dataclass(frozen=True, slots=True)
class Caption:
    """The words in the lines around a pane."""

    title: str = ""
    status: str = ""
    """At the bottom left: what the current link is."""
    position: str = ""
    """At the bottom right: "3 of 9"."""


class Frame(Horizontal):
    """Draws the lines; its children are the panes."""

    DEFAULT_CSS: ClassVar[str] = """
    Frame { height: 1fr; }
    Frame > * { margin: 1; height: 1fr; }
    """

    def __init__(self, *panes: ScrollView, id: str | None = None) -> None:
        """A frame around some panes, from left to right."""
        super().__init__(*panes, id=id)
        self._captions: dict[str, Caption] = {}
        self._thumbs: dict[ScrollView, tuple[Region, range]] = {}

    def show_only(self, *panes: ScrollView) -> None:
        """Show these panes and no others; the lines follow as soon as each has its place."""
        before = self._displayed()
        for child in self.children:
            child.display = child in panes
        if self._displayed() != before:
            self.call_after_refresh(self.refresh)  # a pane may get the very place that it had, and not tell

    def _displayed(self) -> list[bool]:
        return [bool(child.display) for child in self.children]

    def caption(self, pane: str, caption: Caption) -> None:
        """Change the words around the pane with that id."""
        if self._captions.get(pane) != caption:
            self._captions[pane] = caption
            self._refresh_lines()

    def caption_of(self, pane: str) -> Caption:
        """The words around the pane with that id."""
        return self._captions.get(pane, Caption())

    def on_mount(self) -> None:
        """Watch how far the panes are scrolled."""
        for pane in self.query(ScrollView):
            self.watch(pane, "moves", partial(self._draw_thumb, pane), init=False)

    def _draw_thumb(self, pane: ScrollView) -> None:
        region, thumb = pane.region, _thumb(pane)
        place, before = self._thumbs.get(pane, (Region(), range(0)))
        self._thumbs[pane] = region, thumb
        changed = set(thumb) ^ set(before)
        if region != place:
            self.refresh()  # all lines stand elsewhere
        elif changed:
            first = min(changed)
            x, y = region.right - self.region.x, region.y - self.region.y
            self.refresh(Region(x, y + first, 1, max(changed) - first + 1))

    def _refresh_lines(self) -> None:
        self.refresh(Region(0, 0, self.size.width, 1), Region(0, self.size.height - 1, self.size.width, 1))

    def _shown(self) -> list[ScrollView]:
        return [
            child
            for child in self.children
            if isinstance(child, ScrollView) and child.display and child.region.width
        ]

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The strip of a row: a line across at the top and the bottom, lines down between."""
        palette = palette_of(self.app)
        width = self.size.width
        panes = self._shown()
        if not panes:
            return Strip.blank(width, palette.base)
        if y == 0:
            segments = self._across(panes, palette, "╭┬╮", top=True)
        elif y == self.size.height - 1:
            segments = self._across(panes, palette, "╰┴╯", top=False)
        else:
            segments = self._down(panes, palette, y)
        return Strip(segments).adjust_cell_length(width, palette.base)

    def _across(self, panes: list[ScrollView], palette: Palette, corners: str, *, top: bool) -> list[Segment]:
        segments = [Segment(corners[0], _line_style(palette, panes[0]))]
        for index, pane in enumerate(panes):
            caption = self.caption_of(pane.id or "")
            line = _line_style(palette, pane)
            if top:
                title = palette.title_focus if pane.has_focus else palette.title
                segments += _titled(caption.title, pane.region.width, line, title)
            else:
                segments += _captioned(caption, pane.region.width, line, palette.title)
            beside = panes[index + 1] if index + 1 < len(panes) else pane
            joint = corners[1] if beside is not pane else corners[2]
            segments.append(Segment(joint, _line_style(palette, pane if pane.has_focus else beside)))
        return segments

    def _down(self, panes: list[ScrollView], palette: Palette, y: int) -> list[Segment]:
        segments = [Segment("│", _line_style(palette, panes[0]))]
        for index, pane in enumerate(panes):
            beside = panes[index + 1] if index + 1 < len(panes) else pane
            style = _line_style(palette, pane if pane.has_focus else beside)
            sign = "│"
            if y - 1 in _thumb(pane):
                sign, style = "┃", palette.key if pane.has_focus else palette.title
            segments += [Segment(" " * pane.region.width, palette.base), Segment(sign, style)]
        return segments


def _line_style(palette: Palette, pane: ScrollView) -> Style:
    return palette.frame_focus if pane.has_focus else palette.frame


def _thumb(pane: ScrollView) -> range:
    """The rows of the window that stand for what shows of the whole."""
    height, total = pane.size.height, pane.virtual_size.height
    if not height or total <= height:
        return range(0)
    length = max(1, height * height // total)
    first = round((height - length) * min(1.0, pane.scroll_offset.y / (total - height)))
    return range(first, first + length)


def _titled(title: str, width: int, line: Style, style: Style) -> list[Segment]:
    """A line with a title near its left end; a title that is too long is cut."""
    if width < 6 or not title:
        return [Segment("─" * width, line)]
    words = f" {cut(title, width - 4)} "
    return [Segment("─", line), Segment(words, style), Segment("─" * (width - 1 - cell_len(words)), line)]


def _captioned(caption: Caption, width: int, line: Style, style: Style) -> list[Segment]:
    """A line with a status near its left end and a position near its right."""
    right = f" {caption.position} " if caption.position and width > 12 else ""
    room = width - 2 - cell_len(right) - 4
    left = f" {cut(caption.status, room)} " if caption.status and room > 6 else ""
    between = width - 2 - cell_len(left) - cell_len(right)
    return [
        Segment("─", line),
        Segment(left, style),
        Segment("─" * between, line),
        Segment(right, style),
        Segment("─", line),
    ]


def cut(words: str, width: int) -> str:
    """Words in at most so many cells, with "…" where they are cut."""
    return words if cell_len(words) <= width else set_cell_size(words, max(0, width - 1)).rstrip() + "…"

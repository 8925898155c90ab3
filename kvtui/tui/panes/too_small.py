"""What covers a screen that is too small for any text: how large the window must be."""

from __future__ import annotations

import textwrap
from typing import Any, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from kvtui.tui.palette import palette_of

_LEAST = Size(30, 7)
"""The smallest screen in which anything can be read."""
_WORDS = (f"kvtui needs {_LEAST.width}×{_LEAST.height} cells.", "Make the window larger.")


def cover(screen: Screen[Any], size: Size) -> None:
    """Cover a screen of that size if it has no room for any text, else uncover it."""
    is_too_small = size.width < _LEAST.width or size.height < _LEAST.height
    covers = screen.query(TooSmall)
    if is_too_small and not covers:
        screen.mount(TooSmall())
    covers.set(display=is_too_small)


class TooSmall(Widget):
    """Lies over all there is on its screen; keys go on to what lies under it."""

    DEFAULT_CSS: ClassVar[str] = """
    TooSmall { overlay: screen; position: absolute; width: 100vw; height: 100vh; }
    """

    def render_line(self, y: int) -> Strip:
        """A row of the words, in the middle of an empty screen."""
        base = palette_of(self.app).base
        width, height = self.size
        rows = [row for words in _WORDS for row in textwrap.wrap(words, max(1, width))][:height]
        index = y - (height - len(rows)) // 2
        words = rows[index].center(width) if 0 <= index < len(rows) else ""
        return Strip([Segment(words, base)]).adjust_cell_length(width, base)

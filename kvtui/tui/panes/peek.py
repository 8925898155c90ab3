"""The small window with the target of a link, over the text."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from kvtui.tui.bindings import bindings_for
from kvtui.tui.commands import Context
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.text.blocks import PaneText
from kvtui.tui.text.rows import Rows

_WIDEST = 76


class Peek(TextPane):
    """A text in a box; hidden until `open`."""

    BINDINGS = bindings_for(Context.PEEK)
    DEFAULT_CSS: ClassVar[str] = """
    Peek {
        display: none; layer: over; position: absolute;
        border: round $primary; border-title-color: $primary; border-subtitle-color: $text-muted;
        border-title-style: bold;
    }
    """

    class Closed(Message):
        """The reader closed it."""

        def __init__(self, *, follow: bool) -> None:
            """Whether its link is to be followed."""
            super().__init__()
            self.follow = follow

    def __init__(self, *, id: str | None = None) -> None:
        """A hidden window."""
        super().__init__(id=id)
        self._pane: TextPane | None = None

    @property
    def is_open(self) -> bool:
        """Whether it shows."""
        return self._pane is not None

    def open(self, title: str, text: PaneText, pane: TextPane, link: Region) -> None:
        """Show a text beside a link of a pane, both above or under it, where there is more room."""
        self._pane = pane
        screen = self.screen.size
        width = min(_WIDEST, screen.width - 2)
        rows = Rows(text.blocks, max(1, width - 4))
        rows.extend(screen.height)
        above, below = link.y - 1, screen.height - 2 - link.bottom
        room = max(above, below, 3)
        height = max(3, min(len(rows) + 2, room, 2 + 2 * screen.height // 3))
        y = link.bottom if height <= below or below >= above else link.y - height
        x = max(1, min(link.x, screen.width - width - 1))
        self.styles.width, self.styles.height = width, height
        self.styles.offset = Offset(x, max(0, y))
        self.border_title = Content(title)
        self.border_subtitle = Content("space closes · ⏎ goes there")
        self.display = True
        self.show(text)
        self.screen.set_focus(self, scroll_visible=False)

    def close(self) -> TextPane | None:
        """Hide; gives the pane with the link."""
        pane, self._pane = self._pane, None
        self.display = False
        return pane

    def action_command(self, name: str) -> None:
        """A key of the small window."""
        self.post_message(self.Closed(follow=name == "peek_follow"))

"""The row of keys at the bottom of the screen: those that do something now, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kvtui.tui.palette import palette_of
from kvtui.tui.text.blocks import Ink


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One key of the bar."""

    command: str
    sign: str
    label: str
    enabled: bool = True


class KeyBar(Widget):
    """Keys with their words; a click calls the command."""

    DEFAULT_CSS: ClassVar[str] = "KeyBar { height: 1; }"

    class Pressed(Message):
        """A key of the bar was clicked."""

        def __init__(self, command: str) -> None:
            """The command's name."""
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:
        """An empty bar."""
        super().__init__(id=id)
        self.hints: Sequence[KeyHint] = ()

    def tell(self, hints: Sequence[KeyHint]) -> None:
        """Show these keys, the last two always, of the others as many as fit."""
        if list(hints) != list(self.hints):
            self.hints = hints
            self.refresh()

    def fitting(self, width: int) -> list[KeyHint]:
        """The keys that have room: from the left, and always the last two."""
        others, last = self.hints[:-2], self.hints[-2:]
        room = width - sum(map(_width, last))
        kept = []
        for hint in others:
            if _width(hint) > room:
                break
            room -= _width(hint)
            kept.append(hint)
        return [*kept, *last]

    def render_line(self, y: int) -> Strip:
        """The keys in one row."""
        palette = palette_of(self.app)
        segments = []
        for hint in self.fitting(self.size.width):
            meta = Style.from_meta({"command": hint.command})
            key = palette.key if hint.enabled else palette.key_off
            words = palette.inks[Ink.MUTED] if hint.enabled else palette.key_off
            segments += [
                Segment(f" {hint.sign}", key + meta),
                Segment(f" {hint.label} ", words + meta),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, palette.base)

    def on_click(self, event: events.Click) -> None:
        """Call the command under the mouse."""
        command = event.style.meta.get("command")
        if command is not None:
            self.post_message(self.Pressed(command))


def _width(hint: KeyHint) -> int:
    return cell_len(hint.sign) + cell_len(hint.label) + 3

"""The line at the bottom in which one types: what to find, a filter, a number, a note."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kvtui.tui.palette import Palette, palette_of
from kvtui.tui.text.line_edit import Line

_CURSOR = Style(reverse=True)


class Prompt(Widget, can_focus=True):
    """One line of input; hidden until `ask`."""

    DEFAULT_CSS: ClassVar[str] = "Prompt { height: 1; display: none; }"

    class Changed(Message):
        """Something was typed."""

        def __init__(self, purpose: str, text: str) -> None:
            """What is asked for, and the text now."""
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Submitted(Changed):
        """Enter was pressed."""

    class Cancelled(Changed):
        """Escape was pressed."""

    def __init__(self, *, id: str | None = None) -> None:
        """A hidden prompt."""
        super().__init__(id=id)
        self.purpose = ""
        self.line = Line()
        self._label = ""
        self._hint = ""
        self._is_answered = False
        self._later: list[events.Key] = []

    @property
    def is_open(self) -> bool:
        """Whether something is being asked for."""
        return bool(self.purpose)

    def ask(self, purpose: str, label: str, text: str = "") -> None:
        """Open, with a text to begin from."""
        self.purpose, self._label, self._hint = purpose, label, ""
        self._is_answered = False
        self.line = Line(text, len(text))
        self.display = True
        self.screen.set_focus(self)
        self.refresh()

    def hint(self, words: str) -> None:
        """Say something at the right: how many were found."""
        self._hint = words
        self.refresh()

    def close(self) -> None:
        """Hide; who asked gives the focus back."""
        self.purpose = ""
        self.display = False
        for key in self._later:
            press_again(self.app, key)
        self._later.clear()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All keys but those with ctrl or alt that edit nothing."""
        return self.is_open

    def on_key(self, event: events.Key) -> None:
        """Type, edit, submit, cancel."""
        event.stop()
        event.prevent_default()
        if self.is_open:
            self.take_key(event)
        elif self.screen.focused is not self:
            press_again(self.app, event)

    def take_key(self, event: events.Key) -> bool:
        """What a key does: each does something or nothing here. Also called before the focus came."""
        key, character = event.key, event.character
        if self._is_answered:  # typed on before the answer came to who asked
            self._later.append(event)
        elif key == "enter":
            self._is_answered = True
            self.post_message(self.Submitted(self.purpose, self.line.text))
        elif key in ("escape", "ctrl+c") or (key == "backspace" and not self.line.text):
            self._is_answered = True
            self.post_message(self.Cancelled(self.purpose, self.line.text))
        else:
            edited = self.line.pressed(key)
            if edited is None and character is not None and character.isprintable():
                edited = self.line.typed(character)
            if edited is not None:
                self._take(edited)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Type what was pasted."""
        event.stop()
        self._take(self.line.typed(event.text))

    def _take(self, line: Line) -> None:
        changed = line.text != self.line.text
        self.line = line
        self.refresh()
        if changed:
            self.post_message(self.Changed(self.purpose, line.text))

    def render_line(self, y: int) -> Strip:
        """Label, text with cursor, hint at the right."""
        return draw_line(self._label, self.line, self._hint, self.size.width, palette_of(self.app))


def press_again(app: App[object], key: events.Key) -> None:
    """Press a key once more, for who has the focus by then."""
    # as sent by the app: Textual stops a message on its way up at whoever sent it
    app.post_message(events.Key(key.key, key.character).set_sender(app))


def draw_line(label: str, line: Line, hint: str, width: int, palette: Palette) -> Strip:
    """A line being typed, behind its label, as much of it as has room before a hint at the right."""
    label = f" {label} "
    hint = f" {hint} " if hint else ""
    room = max(4, width - cell_len(label) - cell_len(hint) - 1)
    text, cursor = line.text, line.cursor
    first = max(0, cursor - room + 1)
    strip = Strip(
        [
            Segment(label, palette.key),
            Segment(text[first:cursor], palette.base),
            Segment(text[cursor : cursor + 1] or " ", palette.base + _CURSOR),
            Segment(text[cursor + 1 : first + room], palette.base),
        ]
    ).adjust_cell_length(max(0, width - cell_len(hint)), palette.base)
    return Strip([*strip, Segment(hint, palette.title)]).adjust_cell_length(width, palette.base)

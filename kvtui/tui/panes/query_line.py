"""The line of the search in which one types the query; unlike the prompt it stays where it is."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kvtui.tui.palette import palette_of
from kvtui.tui.panes.frame import cut
from kvtui.tui.panes.prompt import draw_line, press_again
from kvtui.tui.panes.row_drawing import lay_under
from kvtui.tui.text.line_edit import Line

_REMEMBERED = 100  # queries
_CLEARING = ("backspace", "delete", "ctrl+w", "ctrl+u")


class QueryLine(Widget, can_focus=True):
    """One line of text with a cursor; keys that edit nothing go on to the screen."""

    DEFAULT_CSS: ClassVar[str] = "QueryLine { height: 1; }"

    class Changed(Message):
        """Something was typed."""

        def __init__(self, text: str) -> None:
            """The text now."""
            super().__init__()
            self.text = text

    def __init__(self, text: str, history: tuple[str, ...], *, id: str | None = None) -> None:
        """With a text, and the texts that were put in before, the latest last."""
        super().__init__(id=id)
        self.line = Line(text, len(text))
        self.history = history
        self._steps_back, self._draft = 0, ""
        self._is_replaced = False
        self._hint = ""
        self._is_held = False
        self._later: list[events.Key] = []

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.line.text

    @property
    def is_open(self) -> bool:
        """Whether one types in it."""
        return self.screen.focused is self

    def put(self, text: str) -> None:
        """Put another text in it."""
        self._steps_back = 0
        self._take(Line(text, len(text)))

    def replace_next(self) -> None:
        """Let the first key that types something replace the text."""
        self._is_replaced = bool(self.text)
        self.refresh()

    def hold(self) -> None:
        """Let the keys that come now wait, but for Escape: they are for what is not there yet."""
        self._is_held = True

    def release(self) -> None:
        """Press the keys that waited once more, for who has the focus by then."""
        self._is_held = False
        for key in self._later:
            press_again(self.app, key)
        self._later.clear()

    def remember(self) -> None:
        """Put the text into the history."""
        text = self.text.strip()
        if text:
            self.history = (*(earlier for earlier in self.history if earlier != text), text)[-_REMEMBERED:]

    def take_earlier(self) -> None:
        """The text before, around to what was being typed."""
        if not self._steps_back:
            self._draft = self.text
        steps = (self._steps_back + 1) % (len(self.history) + 1)
        self.put(self.history[-steps] if steps else self._draft)
        self._steps_back = steps

    def hint(self, words: str) -> None:
        """Say something at the right."""
        if words != self._hint:
            self._hint = words
            self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All keys that type something."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Type and edit."""
        if self.take_key(event):
            event.stop()
            event.prevent_default()

    def take_key(self, event: events.Key) -> bool:
        """What a key does; false for one that edits nothing. Also called before the focus came."""
        if self._is_held and event.key != "escape":
            self._later.append(event)
            return True
        typed = event.character if event.character is not None and event.character.isprintable() else ""
        line = Line() if self._is_replaced and (typed or event.key in _CLEARING) else self.line
        edited = line.pressed(event.key)
        if edited is None and typed:
            edited = line.typed(typed)
        if edited is not None:
            self._steps_back = 0
            self._take(edited)
        return edited is not None

    def on_paste(self, event: events.Paste) -> None:
        """Type what was pasted."""
        event.stop()
        line = Line() if self._is_replaced else self.line
        self._take(line.typed(event.text.strip()))

    def _take(self, line: Line) -> None:
        changed = line.text != self.line.text
        self._is_replaced = False
        self.line = line
        self.refresh()
        if changed:
            self.post_message(self.Changed(line.text))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes, and what is typed next is put to the text."""
        self._is_replaced = False
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A slash, the text, the hint; without the focus no cursor."""
        palette, width = palette_of(self.app), self.size.width
        if not self.has_focus:
            row = [Segment(" / ", palette.key), Segment(cut(self.text, width - 4), palette.base)]
            strip = Strip(row).adjust_cell_length(max(0, width - cell_len(self._hint) - 2), palette.base)
            return Strip([*strip, Segment(f" {self._hint} ", palette.title)]).adjust_cell_length(width)
        strip = draw_line("/", self.line, self._hint, width, palette)
        if not self._is_replaced:
            return strip
        marked = lay_under(strip.crop(3, 3 + cell_len(self.text)), palette.selection, palette.base)
        return Strip.join((strip.crop(0, 3), marked, strip.crop(3 + marked.cell_length)))

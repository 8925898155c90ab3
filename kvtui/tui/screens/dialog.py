"""What all dialogs are: a box in the middle with a list or a text in it, and its own row of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from kvtui.tui.bindings import bindings_for, bindings_of
from kvtui.tui.commands import MOVES, Context
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.prompt import Prompt
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap

Result = TypeVar("Result")


class Dialog(Commanded, ModalScreen[Result], inherit_bindings=False):
    """A box with a body; a subclass says what its commands do."""

    AUTO_FOCUS = ""
    CONTEXT: ClassVar[Context] = Context.DIALOG
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Context.DIALOG), *bindings_of(*MOVES)]
    DEFAULT_CSS: ClassVar[str] = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical {
        border: round $primary; background: $background; padding: 0 0;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $text-muted;
    }
    Dialog RowList, Dialog TextPane { height: 1fr; margin: 0 0 1 0; }
    """

    def __init__(self, title: str, body: RowList | TextPane, keymap: Keymap, width: int) -> None:
        """A dialog as wide as `width` at most and as high as its body needs."""
        super().__init__()
        self.body = body
        self.keymap = keymap
        self.key_bar = KeyBar()
        self.prompt = Prompt()
        self._box = Vertical(body, self.key_bar, self.prompt)
        self._box.border_title = Content(title)
        self._width = width
        moves: dict[str, Callable[[], None]] = {
            "up": lambda: body.move_line(-1),
            "down": lambda: body.move_line(1),
            "page_up": lambda: body.move_page(-1),
            "page_down": lambda: body.move_page(1),
            "home": body.move_home,
            "end": body.move_end,
        }
        self.commands = CommandSet({**moves, **self.handlers()})

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the dialog's own commands do."""
        return {"dialog_close": self.close}

    def close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def compose(self) -> ComposeResult:
        """The box."""
        yield self._box

    def on_mount(self) -> None:
        """The keys go to the body."""
        self.set_focus(self.body)
        self.fit(self.app.size.width, self.app.size.height)
        self.tell_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the box within the screen."""
        self.fit(event.size.width, event.size.height)

    def rows_wanted(self, width: int) -> int:
        """How many rows the body would have in that width."""
        raise NotImplementedError

    def fit(self, width: int, height: int) -> None:
        """Size the box to what is in it, within the screen."""
        box_width = min(self._width, width - 2)
        self._box.styles.width = box_width
        self._box.styles.height = max(6, min(self.rows_wanted(box_width - 2) + 4, height - 2))

    def tell_position(self, words: str) -> None:
        """Say at the bottom of the box how far one is."""
        self._box.border_subtitle = Content(words)

    def tell_keys(self) -> None:
        """Bring the row of keys up to date."""
        contexts = dict.fromkeys((self.CONTEXT, Context.DIALOG))
        self.key_bar.tell(self.commands.hints(self.keymap, *contexts))

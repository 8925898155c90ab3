"""A reference to something that is not among the files: what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.binding import BindingType

from kvtui.tui.bindings import bindings_for
from kvtui.tui.browsing import open_page
from kvtui.tui.commands import Context
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.screens.commanded import Keymap
from kvtui.tui.screens.dialog import Dialog
from kvtui.tui.text.blocks import Block, Ink, PaneText
from kvtui.tui.text.rows import Rows


class ReferenceScreen(Dialog[None]):
    """Offers to copy the name of a publication and to open its page."""

    CONTEXT = Context.REFERENCE
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Context.REFERENCE)

    def __init__(self, name: str, reason: str, url: str | None, keymap: Keymap) -> None:
        """`url` is the page that may be opened, None where there is none."""
        self._subject, self._url = name, url
        blocks = [Block(name, Ink.STRONG), Block(), Block(reason)]
        if url is not None and url != name:
            blocks += [Block(), Block(url, Ink.MUTED)]
        self._text = PaneText(tuple(blocks))
        super().__init__("Web page" if name == url else "Another publication", TextPane(), keymap, 74)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Copying, opening, closing."""
        handlers = {"reference_copy": self._copy, "dialog_close": self.close}
        if self._url is not None:
            handlers["reference_open"] = self._open
        return handlers

    def on_mount(self) -> None:
        """Show what it is."""
        super().on_mount()
        if isinstance(self.body, TextPane):
            self.body.show(self._text)

    def rows_wanted(self, width: int) -> int:
        """The rows of the text."""
        rows = Rows(self._text.blocks, width - 2)
        rows.extend(100)
        return len(rows)

    def _copy(self) -> None:
        self.app.copy_to_clipboard(self._subject)
        self.app.notify(f"Copied: {self._subject}", markup=False)
        self.close()

    def _open(self) -> None:
        if self._url is not None:
            open_page(self.app, self._url)
        self.close()

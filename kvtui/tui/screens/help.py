"""The help: every command with its keys, from the table."""

from __future__ import annotations

from kvtui.tui.commands import COMMANDS, key_sign, keys_of
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.screens.commanded import Keymap
from kvtui.tui.screens.dialog import Dialog
from kvtui.tui.text.blocks import Block, Ink, PaneText, Span
from kvtui.tui.text.rows import Rows

_KEYS_WIDTH = 18
_SIGNS = (
    ("underlined", "a link; its colour says where it leads"),
    ("⊘", "a reference that names nothing that can be opened; its pane says why"),
    ("▸ ▹", "the current question, and those that share its answer"),
    ("↳  ¬  ␣", "in the source: a paragraph joined, a hyphen undone, words separated"),
    ("{3}  ‹ ›", "in the source: a footnote mark taken out, a heading inferred"),
    ("★", "a bookmark"),
    ("¹", "a footnote, printed below"),
)


class HelpScreen(Dialog[None]):
    """All keys, by what they are for."""

    def __init__(self, keymap: Keymap, first: str = "") -> None:
        """With the reader's own keys, where there are any; the group of commands `first` at the top."""
        self._text = help_text(keymap, first)
        super().__init__("Help", TextPane(), keymap, 78)

    def on_mount(self) -> None:
        """Show the text."""
        super().on_mount()
        if isinstance(self.body, TextPane):
            self.body.show(self._text)

    def rows_wanted(self, width: int) -> int:
        """The rows of the text."""
        rows = Rows(self._text.blocks, width - 2)
        rows.extend(10_000)
        return len(rows)


def help_text(keymap: Keymap, first: str = "") -> PaneText:
    """The table of commands as a text: keys and description, under the heading of their group.

    The group `first` stands before the others.
    """
    blocks: list[Block] = []
    group = ""
    for command in sorted(COMMANDS, key=lambda command: command.group != first):
        if command.group != group:
            group = command.group
            blocks += [Block(), Block(group, Ink.STRONG)]
        keys = "  ".join(key_sign(key) for key in keys_of(command, keymap))
        blocks.append(_row(keys, command.description))
    digits = _row("a number  ⏎", "Go to that question")
    blocks.insert(next(i for i, block in enumerate(blocks) if block.text.startswith("Links")) - 1, digits)
    blocks += [Block(), Block("Signs", Ink.STRONG), *(_row(sign, words) for sign, words in _SIGNS)]
    return PaneText(tuple(blocks[1:]))


def _row(keys: str, words: str) -> Block:
    return Block(words, label=keys, hang=_KEYS_WIDTH, spans=(Span(0, len(words), Ink.TEXT),), ink=Ink.LABEL)

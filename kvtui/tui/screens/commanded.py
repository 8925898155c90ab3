"""What all screens share: keys that are commands of the table, and what is said where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from textual import events
from textual.screen import Screen

from kvtui.tui.commands import BY_NAME, Context, commands_in, key_sign, keys_of
from kvtui.tui.panes.key_bar import KeyBar, KeyHint
from kvtui.tui.panes.too_small import cover

Keymap = Mapping[str, tuple[str, ...]]
"""Command name -> the reader's own keys for it."""


@dataclass
class CommandSet:
    """The commands that a screen knows now, and which of them can do something."""

    handlers: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    is_available: Callable[[str], bool] = lambda name: True
    """Whether a key belongs to the command now; if not it goes to another command."""
    is_off: Callable[[str], bool] = lambda name: False
    """Whether the command can do nothing now: its key is dimmed."""

    def knows(self, name: str) -> bool:
        """Whether the command can be called here and now."""
        return name in self.handlers and self.is_available(name)

    def run(self, name: str) -> None:
        """Call a command."""
        if self.knows(name):
            self.handlers[name]()

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:
        """For `check_action`: actions other than `command` are not its business."""
        return action != "command" or self.knows(str(parameters[0]))

    def hints(self, keymap: Keymap, *contexts: Context) -> list[KeyHint]:
        """The row of keys: every command with a label."""
        return [
            KeyHint(command.name, sign_of(command.name, keymap), command.label, not self.is_off(command.name))
            for context in contexts
            for command in commands_in(context)
            if command.label and self.knows(command.name)
        ]


def sign_of(name: str, keymap: Keymap) -> str:
    """A command's key as the row of keys prints it."""
    if BY_NAME[name].sign and name not in keymap:
        return BY_NAME[name].sign
    return key_sign(keys_of(BY_NAME[name], keymap)[0])


class Commanded:
    """For a screen whose bindings and key bar call the commands of its `CommandSet`."""

    commands: CommandSet

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        self.commands.run(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which of the commands of a key is meant."""
        return self.commands.allows(action, parameters)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        self.action_command(message.command)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room for anything else."""
        if isinstance(self, Screen):
            cover(self, event.size)

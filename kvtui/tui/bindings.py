"""Textual bindings from the table of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from kvtui.tui.commands import BY_NAME, Command, Context, commands_in


def bindings_for(*contexts: Context) -> list[BindingType]:
    """Bindings that call `command(name)` of the node that has them; an earlier context goes first."""
    return [_binding(command) for context in contexts for command in commands_in(context)]


def bindings_of(*names: str) -> list[BindingType]:
    """Bindings of some commands, whatever their context."""
    return [_binding(BY_NAME[name]) for name in names]


def _binding(command: Command) -> Binding:
    return Binding(",".join(command.keys), f"command('{command.name}')", command.description, id=command.name)

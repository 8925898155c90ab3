"""The commands of the table for Textual's command palette."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from kvtui.tui.commands import Command, Context, commands_in, key_sign, keys_of
from kvtui.tui.screens.reader import ReaderScreen


class CommandProvider(Provider):
    """Every command of the reader, with its keys."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in _offered():
            yield DiscoveryHit(command.description, self._runner(command), help=self._keys(command))

    async def search(self, query: str) -> Hits:
        """The commands whose description is like what is typed."""
        matcher = self.matcher(query)
        for command in _offered():
            score = matcher.match(command.description)
            if score > 0:
                words = matcher.highlight(command.description)
                yield Hit(score, words, self._runner(command), help=self._keys(command))

    def _runner(self, command: Command) -> partial[None]:
        reader = self.screen
        assert isinstance(reader, ReaderScreen)
        return partial(reader.action_command, command.name)

    def _keys(self, command: Command) -> str:
        reader = self.screen
        keymap = reader.keymap if isinstance(reader, ReaderScreen) else {}
        return "  ".join(key_sign(key) for key in keys_of(command, keymap))


def _offered() -> list[Command]:
    return [command for command in commands_in(Context.READER) if command.name != "palette"]

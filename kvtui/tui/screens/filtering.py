"""A list that is filtered by words typed at the bottom of its screen, as one types.

The screen says what a filter does to its list; this opens and closes the line in which it is typed.
"""

from __future__ import annotations

from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.prompt import Prompt


class Filtering:
    """For a screen with a prompt in the place of its row of keys."""

    key_bar: KeyBar
    prompt: Prompt

    def filter_by(self, words: str) -> None:
        """Show what has these words; all of it where there are none."""
        raise NotImplementedError

    def filter_typed(self) -> None:
        """The line is closed: give the focus back to the list."""
        raise NotImplementedError

    def ask_filter(self, words: str) -> None:
        """Have the filter typed, from what it was before."""
        self.key_bar.display = False
        self.prompt.ask("filter", "Filter", words)

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        """Filter as one types."""
        self.filter_by(message.text)

    def on_prompt_submitted(self, message: Prompt.Submitted) -> None:
        """The filter stays."""
        self._end()

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """No filter."""
        self.filter_by("")
        self._end()

    def _end(self) -> None:
        self.prompt.close()
        self.key_bar.display = True
        self.filter_typed()

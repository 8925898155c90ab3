"""The least that Textual needs to show a text: the app that kvtui is compared with.

`python benchmarks/bare.py FILE` shows the file in one `Static` that scrolls. It wraps no more, finds
no links and keeps no place: what kvtui costs above it is what kvtui itself costs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class Bare(App[None]):
    """One text, scrolling."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        """The text in a container that has the focus, so that paging keys reach it."""
        with VerticalScroll(can_focus=True):
            yield Static(self._text, markup=False)


def main() -> None:
    """Show the file named on the command line."""
    Bare(Path(sys.argv[1]).read_text(encoding="utf-8")).run()


if __name__ == "__main__":
    main()

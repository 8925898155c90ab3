"""The Textual app: theme, keymap, the reader's screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from kvtui.tui import themes
from kvtui.tui.commands import BY_NAME, unknown_names
from kvtui.tui.desk import Desk
from kvtui.tui.head_start import HeadStart
from kvtui.tui.panes.prompt import Prompt
from kvtui.tui.panes.query_line import QueryLine
from kvtui.tui.screens.reader import ReaderScreen
from kvtui.userdata.paths import config_file
from kvtui.userdata.settings import load_settings

_TERMINAL_LOOKED_AT_EVERY = 2.0  # seconds


class ReaderApp(App[None]):
    """One window on Kamervragen."""

    TITLE = "kvtui"
    ENABLE_COMMAND_PALETTE = False  # ours is a command of the table
    CSS = """
    ToastRack { margin: 0 2 2 0; }
    Toast { padding: 0 1; margin: 0; width: auto; max-width: 70%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, paths: Sequence[Path], head_start: HeadStart | None = None) -> None:
        """A reader of some files and folders; `head_start` reads the first of them already."""
        # with NO_COLOR only the terminal's own two: Textual's greys would come out black on black
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.paths = tuple(path.absolute() for path in paths)
        self.failure: Exception | None = None
        self.animation_level = "none"
        self.settings = load_settings(config_file())
        self.desk = Desk(lambda words: self.notify(words, severity="warning", markup=False, timeout=10))
        self._head_start = head_start
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        wanted = self.settings.theme
        known = wanted is not None and wanted in self.available_themes
        self.theme = wanted if wanted is not None and known else themes.DEFAULT
        if self.no_color:
            self.theme = "ansi-dark"

    def get_default_screen(self) -> Screen[None]:
        """The reader is the first screen."""
        known = {name: keys for name, keys in self.settings.keys.items() if name in BY_NAME}
        self.set_keymap({name: ",".join(keys) for name, keys in known.items()})
        return ReaderScreen(self.paths, self.desk, known, self._wear, self._head_start)

    def _wear(self, theme: str) -> None:
        """Put on a theme chosen in an earlier run, where `config.toml` names none."""
        if self.settings.theme is None and theme in self.available_themes and not self.no_color:
            self.theme = theme

    def on_mount(self) -> None:
        """Tell what in the settings was not understood."""
        problems = list(self.settings.problems)
        problems += [f"keys: there is no command {name!r}." for name in unknown_names(self.settings.keys)]
        if self.settings.theme is not None and self.settings.theme not in self.available_themes:
            problems.append(f"theme: there is no theme {self.settings.theme!r}.")
        for problem in problems:
            self.notify(problem, severity="warning", markup=False, timeout=10)
        if sys.__stdin__ is not None and sys.__stdin__.isatty():
            self.set_interval(_TERMINAL_LOOKED_AT_EVERY, self._leave_without_terminal)

    def _leave_without_terminal(self) -> None:
        """End when the terminal is gone: where no signal tells, its end would be read for ever."""
        try:
            os.get_terminal_size(sys.__stdin__.fileno())  # type: ignore[union-attr]
        except OSError:
            for screen in self.screen_stack:
                if isinstance(screen, ReaderScreen):
                    screen.let_go()
            self.desk.close()
            os._exit(1)  # Textual would wait until the terminal takes its last words

    def on_key(self, event: events.Key) -> None:
        """Keys that were pressed before the line in which one types had the focus belong to it."""
        lines = [*self.screen.query(Prompt), *self.screen.query(QueryLine)]
        line = next((line for line in lines if line.is_open), None)
        if line is not None and line.take_key(event):
            event.prevent_default()

    def on_unmount(self) -> None:
        """Close what was opened."""
        self.desk.close()

    def _handle_exception(self, error: Exception) -> None:
        """Leave the screen in order; `run` passes the error on instead of printing a traceback."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

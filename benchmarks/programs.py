"""The programs that are compared: what starts them, and the surroundings that each run gets.

Every run has a home directory of its own that did not exist before, so no program finds settings,
a history or a library of an earlier run.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Program:
    """A reader of text files in a terminal."""

    name: str
    """What the tables call it."""
    command: tuple[str, ...]
    """What starts it; the path to read comes behind."""

    def opening(self, path: Path) -> tuple[str, ...]:
        """The command that opens `path`."""
        return (*self.command, str(path))


def kvtui() -> Program:
    """The kvtui that is installed beside the Python that runs this."""
    return Program("kvtui", (str(Path(sys.executable).with_name("kvtui")),))


def bare() -> Program:
    """The bare Textual app, run by the same Python."""
    return Program("bare Textual app", (sys.executable, str(Path(__file__).with_name("bare.py"))))


@contextmanager
def fresh_environment() -> Iterator[dict[str, str]]:
    """The variables of one run, with directories that are deleted at the end of the block."""
    with tempfile.TemporaryDirectory(prefix="kvtui-bench-", ignore_cleanup_errors=True) as home:
        kept = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        directories = {
            name: os.path.join(home, name.lower())
            for name in (
                *(f"XDG_{kind}_HOME" for kind in ("CONFIG", "DATA", "CACHE", "STATE")),
                *(f"KVTUI_{kind}_DIR" for kind in ("CONFIG", "DATA", "LOG")),
            )
        }
        yield {
            **kept,
            **directories,
            "HOME": home,
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }

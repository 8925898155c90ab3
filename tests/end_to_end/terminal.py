"""A real terminal for the end-to-end test: a child in a pty and the screen that its output draws."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

_PATIENCE = 30.0
"""Seconds after which a condition that does not come true fails the test."""


class Terminal:
    """A program in a terminal of a given size; keys go in, the screen's text comes out."""

    def __init__(
        self, argv: list[str], environment: dict[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            argv[0], argv[1:], env={**environment}, dimensions=(rows, columns), timeout=_PATIENCE
        )

    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> None:
        """Types keys."""
        self._child.send(keys)

    def wait_for(self, words: str) -> None:
        """Reads until the screen shows these words."""
        self.wait_until(lambda: words in self.text(), f"the screen shows {words!r}")

    def wait_until(self, condition: Callable[[], bool], description: str) -> None:
        """Reads until the condition holds; fails with the screen where it never does."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"never came: {description}\n{self.text()}")
            self._read()

    def wait_for_the_end(self) -> int:
        """Reads until the program ends; its exit code."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def _read(self) -> None:
        try:
            data: bytes = self._child.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            raise AssertionError(f"the program ended\n{self.text()}") from None
        # pyte takes private SGR sequences for ordinary ones
        self._stream.feed(data.replace(b"\x1b[>4;1m", b"").replace(b"\x1b[?2026$p", b""))


def environment(home: Path) -> dict[str, str]:
    """A clean environment in which every directory of the reader is a new one."""
    return {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "KVTUI_DATA_DIR": str(home / "data"),
        "KVTUI_CONFIG_DIR": str(home / "config"),
        "KVTUI_LOG_DIR": str(home / "log"),
        "KVTUI_CACHE_DIR": str(home / "cache"),
    }

"""Runs `kvtui show` as a process that is held to limits and watched: for files that are made to harm."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

GOOD = "Vraag 1\nVaart de veerpont?\nAntwoord 1\nJa.\n"
PATIENCE = 120
"""Seconds, by the clock of a machine that may be busy."""
MEMORY = 2 * 1024**3
"""Bytes of address space for a process: a few times what the largest sound document takes."""
SPY = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request"):
        os._exit(99)
    if event == "open" and "geheim" in os.fsdecode(arguments[0] if not isinstance(arguments[0], int) else ""):
        os._exit(98)

sys.addaudithook(refuse)
from kvtui.cli.main import main
sys.exit(main())
"""
"""The command under an audit hook (PEP 578): it ends at once where a secret or the network is reached for."""

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits, pipes and links of POSIX")


@dataclass(frozen=True)
class Shown:
    code: int
    out: str
    lines: list[str]
    """Of the standard error."""


def shown(*files: Path, options: tuple[str, ...] = (), memory: int = MEMORY) -> Shown:
    """What `kvtui show` prints, held to a limit of memory."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    done = subprocess.run(
        [sys.executable, "-c", SPY, "show", *options, *map(os.fsencode, files)],
        capture_output=True,
        timeout=PATIENCE,
        preexec_fn=limit if sys.platform == "linux" else None,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        check=False,
    )
    assert done.returncode not in (98, 99), "reached for a secret or the network"
    out, said = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in said
    return Shown(done.returncode, out, said.splitlines())


def assert_refused(path: Path, good: Path, words: str, *, named: Path | None = None) -> None:
    """One line that says what, and the other file is printed all the same.

    `named` is what the line begins with where that is not the path itself: the archive around it.
    """
    result = shown(path, good)
    assert result.code == 1
    assert len(result.lines) == 1, result.lines
    assert result.lines[0].startswith(f"kvtui: {named or path}: ")
    assert words in result.lines[0]
    assert "Vaart de veerpont?" in result.out


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path

"""ripgrep over the files of a corpus: what one does who has no index.

It finds files, not pairs, and knows no accents; a query of several words is one run for each.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from benchmarks.library.queries import Asked


def search_files(program: str, folder: Path, asked: Asked) -> int:
    """How many files hold all patterns of a query and not the other one, letter case aside."""
    first, *others = asked.patterns
    found = _run([program, *_FLAGS, "--files-with-matches", "-e", _whole(first), str(folder)])
    for pattern in others:
        found = _among(found, program, "--files-with-matches", pattern)
    if asked.without:
        found = _among(found, program, "--files-without-match", asked.without)
    return found.count(b"\0")


_FLAGS = ("--ignore-case", "--multiline", "--no-ignore", "--hidden", "--null")


def _whole(pattern: str) -> str:
    return rf"\b(?:{pattern})\b"


def _among(files: bytes, program: str, which: str, pattern: str) -> bytes:
    """Those of `files`, which end in zero bytes, that hold a pattern, or that do not."""
    if not files:
        return b""
    return _run(["xargs", "-0", program, *_FLAGS, which, "-e", _whole(pattern)], files)


def _run(command: list[str], given: bytes | None = None) -> bytes:
    """What a command prints; finding nothing is no failure."""
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=False).stdout

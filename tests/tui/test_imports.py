"""What the first screen must not wait for: each of these takes milliseconds to import."""

from __future__ import annotations

import subprocess
import sys

_LATER = (
    "kvtui.parsing",
    "kvtui.library.catalogue",
    "sqlite3",
    "tantivy",
    "Stemmer",
    "rapidfuzz",
    "pydantic",
    "lxml",
)


def test_the_screen_is_there_without_parser_database_and_index() -> None:
    code = "import sys, kvtui.tui.reader_app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "kvtui.tui.screens.reader" in loaded
    assert not set(_LATER) & set(loaded)

"""How fast kvtui makes a document of a file, beside markdown-it-py making tokens of the same file.

All times begin with a path and contain the reading of the file; parsers are made beforehand.
markdown-it-py runs with two sets of rules: CommonMark alone, the fastest it has, and those with
which Textual's Markdown viewer, frogmouth and hike run it (tables, and links found in the text).
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, figure, middle, ratio
from kvtui.parsing import parse
from kvtui.sources import read_source

_LEAST_SECONDS = 0.2
"""A file is read again within one run until this has passed: one small file takes too short to time."""
_KVTUI, _PLAIN, _VIEWER = "kvtui", "markdown-it-py, CommonMark", "markdown-it-py, as viewers use it"


def parse_speed(paths: list[Path], runs: int) -> Table:
    """MB/s (millions of bytes) of all on each of `paths`: the median of `runs`, in turn."""
    readers: dict[str, Callable[[Path], object]] = {
        _KVTUI: _document,
        _PLAIN: partial(_tokens, MarkdownIt("commonmark")),
        _VIEWER: partial(_tokens, MarkdownIt("gfm-like")),
    }
    rows, goals = [], []
    for path in paths:
        size = path.stat().st_size / 1e6
        speeds = in_turn({name: partial(_speed, reader, path) for name, reader in readers.items()}, runs)
        medians = {name: middle(measured) for name, measured in speeds.items()}
        rows.append((f"{size:.2f} MB", *(figure(speed, 2) for speed in medians.values())))
        for other in (_PLAIN, _VIEWER):
            share = ratio(medians[_KVTUI], medians[other])
            goals.append(Goal(f"parsing {size:.2f} MB, against {other}", 1.0, share, "×", True))
    return Table(
        "Parsing",
        ("file", f"{_KVTUI} MB/s", f"{_PLAIN} MB/s", f"{_VIEWER} MB/s"),
        tuple(rows),
        tuple(goals),
        ("From a path to a `Document` (kvtui) and to a list of tokens (markdown-it-py), reading included.",),
    )


def _document(path: Path) -> object:
    return parse(read_source(path))


def _tokens(parser: MarkdownIt, path: Path) -> object:
    return parser.parse(path.read_text(encoding="utf-8"))


def _speed(reader: Callable[[Path], object], path: Path) -> float:
    """MB/s of `reader` on the file at `path`, over as many times as fit in a moment."""
    gc.collect()
    times, begin = 0, time.perf_counter()
    while True:
        reader(path)
        times += 1
        passed = time.perf_counter() - begin
        if passed >= _LEAST_SECONDS:
            return path.stat().st_size / 1e6 * times / passed

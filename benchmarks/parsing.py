"""How fast kvtui makes a document of a file, beside markdown-it-py making tokens of the same file.

Both times begin with a path and contain the reading of the file. markdown-it-py runs with its
CommonMark rules alone, the fastest it has.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.tables import Goal, Table, figure

_LEAST_SECONDS = 0.2
"""A file is read again within one run until this has passed: one small file takes too short to time."""


def parse_speed(paths: list[Path], runs: int) -> Table:
    """MB/s (millions of bytes) of both on each of `paths`: the median of `runs`, in turn."""
    rows, goals = [], []
    for path in paths:
        size = path.stat().st_size / 1e6
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(runs):
            ours.append(size / _seconds(_kvtui, path))
            theirs.append(size / _seconds(_markdown_it, path))
        speed, other = median(ours), median(theirs)
        rows.append((f"{size:.2f} MB", figure(speed, 2), figure(other, 2), figure(speed / other, 2)))
        goals.append(Goal(f"parsing {size:.2f} MB, against markdown-it-py", 1.0, speed / other, "×", True))
    return Table(
        "Parsing",
        ("file", "kvtui MB/s", "markdown-it-py MB/s", "ratio"),
        tuple(rows),
        tuple(goals),
        ("From a path to a `Document` (kvtui) and to a list of tokens (markdown-it-py), reading included.",),
    )


def _seconds(work: Callable[[Path], None], path: Path) -> float:
    """Seconds that `work` takes on `path`, as the mean of as many times as fit in a moment."""
    gc.collect()
    times, begin = 0, time.perf_counter()
    while True:
        work(path)
        times += 1
        passed = time.perf_counter() - begin
        if passed >= _LEAST_SECONDS:
            return passed / times


def _kvtui(path: Path) -> None:
    from kvtui.parsing import parse
    from kvtui.sources import read_source

    parse(read_source(path))


def _markdown_it(path: Path) -> None:
    from markdown_it import MarkdownIt

    MarkdownIt().parse(path.read_text(encoding="utf-8"))

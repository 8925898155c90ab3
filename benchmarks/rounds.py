"""Runs programs in turn: every round runs each once, so that a machine that slows down is slow for all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

Result = TypeVar("Result")


def in_turn(measures: Mapping[str, Callable[[], Result]], runs: int) -> dict[str, list[Result]]:
    """`runs` results of each of `measures`, by its name.

    One round goes before and is thrown away: it compiles bytecode and fills the disk's cache.
    """
    results: dict[str, list[Result]] = {name: [] for name in measures}
    for run in range(runs + 1):
        for name, measure in measures.items():
            _say(f"round {run} of {runs}: {name}")
            result = measure()
            if run:
                results[name].append(result)
    _say("")
    return results


def _say(what: str) -> None:
    """Show `what` on standard error as the one line of progress, where that is a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)

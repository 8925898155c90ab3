"""From a key press in the search to its results on the screen, and the memory of the reader meanwhile."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.library.places import Place, built, empty_place, environment
from benchmarks.library.queries import Asked, queries
from benchmarks.library.searching import almost_worst
from benchmarks.measures import settle, watch
from benchmarks.programs import kvtui
from benchmarks.tables import Goal, Table, difference, figure, middle
from benchmarks.terminal import Memory, Terminal, running

_LIMIT = 60.0
_QUIET = 0.3
"""Seconds of silence after which the results of a key, and the counts beside them, are there."""
_PATIENCE = 10.0
_TYPED = 10
"""Queries that are typed, one of each kind."""
_ANONYMOUS = re.compile(r"^Anonymous:\s+(\d+) kB", re.MULTILINE)
_CLEAR = b"\x15"
_SETTLED = 2.0
"""Seconds given to what goes on behind the first screen before memory is measured."""
_FASTEST, _ABOVE = 50, 40
_TOLD, _RESULTS = slice(1, 2), (slice(0, 86), slice(2, -2))
"""The row that says how many there are, and the columns and rows of the results."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One run in which queries were typed."""

    answered: tuple[float, ...]
    """Milliseconds from each key press to the results that it brought."""
    pressed: int
    before: Memory
    after: Memory
    filled: float | None
    """MiB of `after` that are no pages of files; None where the system does not tell."""


def typing(places: Sequence[Place], cache: Path) -> Iterator[Table]:
    """Ten queries typed key by key with each library; the reader's memory before and behind them."""
    made = {place: queries(built(place)) for place in places}
    smallest = next(iter(made.values()), [])
    runs = {f"{place.size:,}": _typed(place, asked) for place, asked in made.items()}
    yield _keys(runs)
    yield _memory({"no library": _typed(empty_place(cache), smallest), **runs})


def _typed(place: Place, asked: Sequence[Asked]) -> Typed:
    """Type some queries of all kinds into the search of a reader."""
    with environment(place) as variables, running(kvtui().command, variables) as terminal:
        watch(terminal, ("▸ 1 ",), _LIMIT)
        settle(terminal)
        time.sleep(_SETTLED)
        before = terminal.memory()
        terminal.press(b"s")
        terminal.collected(_QUIET, _PATIENCE)
        answered: list[float] = []
        pressed = 0
        for one in asked[:_TYPED]:
            for key in one.typed:
                pressed += 1
                answered += _press(terminal, key.encode())
            _press(terminal, _CLEAR)
        return Typed(tuple(answered), pressed, before, terminal.memory(), _filled(terminal.pid))


def _filled(pid: int) -> float | None:
    """MiB that a process and its children have filled themselves, which no file could give back."""
    try:
        root = psutil.Process(pid)
        pids = [pid, *(child.pid for child in root.children(recursive=True))]
        rollups = [Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii") for one in pids]
    except (psutil.Error, OSError):
        return None
    return sum(int(kib) for text in rollups for kib in _ANONYMOUS.findall(text)) / 1024


def _press(terminal: Terminal, key: bytes) -> list[float]:
    """Milliseconds from a key to the last change of the results, or of how many there are; else nothing."""
    terminal.catch_up()
    shown = _shown(terminal)
    moment = terminal.press(key)
    terminal.collected(_QUIET, _PATIENCE)
    last: list[float] = []
    for chunk in terminal.draw():
        before, shown = shown, _shown(terminal)
        if shown != before:
            last = [(chunk.at - moment) * 1000]
    return last


def _shown(terminal: Terminal) -> str:
    return f"{terminal.text(rows=_TOLD)}\n{terminal.text(*_RESULTS)}"


def _keys(runs: dict[str, Typed]) -> Table:
    rows, goals = [], []
    for name, run in runs.items():
        worst = almost_worst(run.answered)
        rows.append(
            (
                name,
                f"{len(run.answered)} of {run.pressed}",
                figure(middle(run.answered), 1),
                figure(worst, 1),
                figure(max(run.answered, default=None), 1),
            )
        )
        goals.append(Goal(f"{name}: key press to results, 95 of 100", _FASTEST, worst, "ms"))
    return Table(
        "Typing a query",
        ("documents", "answered", "median ms", "95 of 100 ms", "worst ms"),
        tuple(rows),
        tuple(goals),
        (
            f"{_TYPED} queries of all kinds, typed key by key: from each key press to the last change of the "
            "results or of their number. The program is quiet before each key; a key that changes nothing "
            "of the results, as a space, is not answered.",
        ),
    )


def _memory(runs: dict[str, Typed]) -> Table:
    base = next(iter(runs.values()))
    rows = []
    goals: list[Goal] = []
    for name, run in runs.items():
        more = [
            difference(run.before.unique, base.before.unique),
            difference(run.before.resident, base.before.resident),
            difference(run.after.unique, base.after.unique),
            difference(run.filled, base.filled),
        ]
        measured = (run.before.unique, run.before.resident, run.after.unique, run.after.resident, run.filled)
        rows.append((name, *(figure(value, 1) for value in (*measured, more[0], more[2], more[3]))))
        if run is not base:
            goals.append(Goal(f"{name}: own memory, above no library", _ABOVE, more[0], "MiB"))
            goals.append(Goal(f"{name}: own memory after searches, above no library", _ABOVE, more[2], "MiB"))
    return Table(
        "Memory of the reader",
        (
            *(
                "documents",
                "own MiB",
                "resident MiB",
                "after searches, own MiB",
                "resident MiB",
                "no file MiB",
            ),
            *("own + MiB", "after searches, own + MiB", "no file + MiB"),
        ),
        tuple(rows),
        tuple(goals),
        (
            "Of the reader and its children once settled, and after the queries above: what is theirs alone "
            "(USS) and all of it (RSS). Pages of the index that were looked at are in both, and the system "
            "takes them back when it needs them; what is no page of any file is told apart (no file).",
        ),
    )

"""From the command to the first screen with a library, beside the start without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.documents import ON_THE_FIRST_SCREEN
from benchmarks.library.places import Place, built, empty_place, environment
from benchmarks.measures import settle, watch
from benchmarks.programs import kvtui
from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, figure, middle, ratio
from benchmarks.terminal import running

_LIMIT = 60.0
_GOAL = 1.1
_FIRST_QUESTION = ("▸ 1 ",)
"""What shows that the first question of whichever document is there: the list has opened the newest."""


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds from the command; None for what was not seen."""

    first_paint: float | None
    text: float | None
    settled: float


def library_starts(places: Sequence[Place], cache: Path, ordinary: Path, runs: int) -> Table:
    """`kvtui` and `kvtui FILE` with each library and without one, `runs` times in turn."""
    empty = empty_place(cache)
    names = {"no library": empty, **{f"{place.size:,}": built(place) for place in places}}
    opened: dict[str, tuple[list[str], tuple[str, ...]]] = {
        "kvtui": ([], _FIRST_QUESTION),
        "kvtui FILE": ([str(ordinary)], ON_THE_FIRST_SCREEN),
    }
    measures = {
        f"{command}, {name}": partial(_start, place, arguments, words)
        for command, (arguments, words) in opened.items()
        for name, place in names.items()
    }
    medians = {name: _median(results) for name, results in in_turn(measures, runs).items()}
    rows: list[tuple[str, ...]] = []
    goals: list[Goal] = []
    for name, start in medians.items():
        command, _, library = name.partition(", ")
        base = medians[f"{command}, no library"]
        paint, text = ratio(start.first_paint, base.first_paint), ratio(start.text, base.text)
        moments = (start.first_paint, start.text, start.settled)
        rows.append((name, *(figure(moment) for moment in moments), figure(paint, 2), figure(text, 2)))
        if start is not base:
            goals.append(Goal(f"{library}: {command}, first paint", _GOAL, paint, "×"))
            goals.append(Goal(f"{library}: {command}, text", _GOAL, text, "×"))
    return Table(
        "Start with a library",
        ("command and documents", "first paint ms", "text ms", "settled ms", "first paint ×", "text ×"),
        tuple(rows),
        tuple(goals),
        (
            "From the command to 20 characters on the screen (first paint), to the first question of the "
            "document that is opened (text) and to the last byte before it is quiet (settled); × is against "
            "the same command where there is no library: `kvtui` then shows its samples. `kvtui` opens the "
            "newest document of the library, `kvtui FILE` the usual one of 9 questions.",
        ),
    )


def _start(place: Place, arguments: Sequence[str], words: tuple[str, ...]) -> Start:
    with environment(place) as variables, running([*kvtui().command, *arguments], variables) as terminal:
        sight = watch(terminal, words, _LIMIT)
        return Start(sight.first_paint, sight.text, settle(terminal))


def _median(started: Sequence[Start]) -> Start:
    return Start(
        middle([start.first_paint for start in started]),
        middle([start.text for start in started]),
        middle([start.settled for start in started]) or 0.0,
    )

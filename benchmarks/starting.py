"""From a command to a document that can be read, beside the bare app and the readers that people know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.documents import ON_THE_FIRST_SCREEN
from benchmarks.measures import settle, watch
from benchmarks.others import Missing
from benchmarks.programs import Program, bare, fresh_environment, kvtui
from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, difference, figure, middle, ratio
from benchmarks.terminal import Memory, running

_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Start:
    """One start, or the medians of several: ms from the start, MiB; None for what was not seen."""

    first_paint: float | None
    text: float | None
    settled: float | None
    resident: float | None
    unique: float | None


def starts(path: Path, others: Sequence[Program | Missing], runs: int) -> tuple[Table, Table]:
    """Every program opening `path`, `runs` times in turn: the table of times and that of memory."""
    present = [program for program in others if isinstance(program, Program)]
    programs = [bare(), kvtui(), *present]
    results = in_turn({program.name: partial(_start, program, path) for program in programs}, runs)
    medians = {name: _median(started) for name, started in results.items()}
    missing = [other for other in others if isinstance(other, Missing)]
    return _times(medians, missing), _memory(medians, missing)


def _start(program: Program, path: Path) -> Start:
    with fresh_environment() as environment, running(program.opening(path), environment) as terminal:
        sight = watch(terminal, ON_THE_FIRST_SCREEN, _LIMIT)
        settled = settle(terminal)
        memory = terminal.memory() if sight.text is not None else Memory(0.0, 0.0)
    seen = sight.text is not None
    return Start(
        sight.first_paint,
        sight.text,
        settled if seen else None,
        memory.resident if seen else None,
        memory.unique if seen else None,
    )


def _median(started: Sequence[Start]) -> Start:
    return Start(
        middle([start.first_paint for start in started]),
        middle([start.text for start in started]),
        middle([start.settled for start in started]),
        middle([start.resident for start in started]),
        middle([start.unique for start in started]),
    )


def _times(medians: dict[str, Start], missing: Sequence[Missing]) -> Table:
    base, ours = medians[bare().name], medians[kvtui().name]
    rows = [
        (
            name,
            figure(start.first_paint),
            figure(start.text),
            figure(start.settled),
            figure(ratio(start.first_paint, base.first_paint), 2),
            figure(ratio(start.text, base.text), 2),
        )
        for name, start in medians.items()
    ]
    goals = [
        Goal("first paint, against the bare app", 1.2, ratio(ours.first_paint, base.first_paint), "×"),
        Goal("text, against the bare app", 1.3, ratio(ours.text, base.text), "×"),
    ]
    for name, start in medians.items():
        if name.startswith("hike"):
            goals.append(
                Goal(f"first paint, against {name}", 0.5, ratio(ours.first_paint, start.first_paint), "×")
            )
            goals.append(Goal(f"text, against {name}", 0.5, ratio(ours.text, start.text), "×"))
    return Table(
        "Start",
        ("program", "first paint ms", "text ms", "settled ms", "first paint ×", "text ×"),
        (*rows, *((other.name, other.reason, "–", "–", "–", "–") for other in missing)),
        tuple(goals),
        (
            "From the command to 20 characters on the screen (first paint), to the words of the first "
            "question and its answer (text) and to the last byte before it is quiet (settled); "
            "× is against the bare app.",
        ),
    )


def _memory(medians: dict[str, Start], missing: Sequence[Missing]) -> Table:
    base, ours = medians[bare().name], medians[kvtui().name]
    rows = [
        (
            name,
            figure(start.unique, 1),
            figure(start.resident, 1),
            figure(difference(start.unique, base.unique), 1),
            figure(difference(start.resident, base.resident), 1),
        )
        for name, start in medians.items()
    ]
    goals = (
        Goal("own memory, above the bare app", 12, difference(ours.unique, base.unique), "MiB"),
        Goal("resident memory, above the bare app", 12, difference(ours.resident, base.resident), "MiB"),
    )
    return Table(
        "Memory",
        ("program", "own MiB", "resident MiB", "own + MiB", "resident + MiB"),
        (*rows, *((other.name, other.reason, "–", "–", "–") for other in missing)),
        goals,
        ("Of the program and its children once settled: what is theirs alone (USS) and all of it (RSS).",),
    )

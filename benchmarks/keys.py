"""From a key press to the last byte of its answer, while someone walks through a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from benchmarks.documents import ON_THE_FIRST_SCREEN
from benchmarks.measures import Press, press_all, settle, to_and_fro, watch
from benchmarks.others import Missing
from benchmarks.programs import Program, bare, fresh_environment, kvtui
from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, figure, middle
from benchmarks.terminal import running

ROUNDS = 5
"""Starts over which the presses are spread: one start may be luckier than another."""
_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Walk:
    """A way to move through a document."""

    label: str
    forward: str
    back: str
    before: tuple[str, ...] = ()
    """Keys that are pressed first and not measured."""


WALKS = (
    Walk("next and previous question (n p)", "n", "p"),
    Walk("one line or question (↓ ↑)", "down", "up"),
    Walk("a page (PgDn PgUp)", "page down", "page up"),
    Walk("a page of a long answer (PgDn PgUp)", "page down", "page up", ("n", "tab")),
)
_PAGING = WALKS[2]


def key_times(path: Path, others: Sequence[Program | Missing], presses: int) -> Table:
    """kvtui's walks through `path`, `presses` each, and a fifth of that of paging in the others."""
    present = [program for program in others if isinstance(program, Program)]
    few, fewer = presses // ROUNDS, max(presses // ROUNDS // 5, 1)
    walked = [(kvtui(), walk, few) for walk in WALKS] + [(bare(), _PAGING, few)]
    walked += [(program, _PAGING, fewer) for program in present]
    measures = {
        f"{program.name}: {walk.label}": partial(_walk, program, path, walk, count)
        for program, walk, count in walked
    }
    results = {name: list(chain(*rounds)) for name, rounds in in_turn(measures, ROUNDS).items()}
    rows = tuple(
        _row(name, results[name], count * ROUNDS)
        for name, (_, _, count) in zip(measures, walked, strict=True)
    )
    missing = tuple(
        (other.name, other.reason, "–", "–", "–", "–") for other in others if isinstance(other, Missing)
    )
    return Table(
        "Keys",
        ("what is pressed", "answered", "first byte ms", "median ms", "95 of 100 ms", "worst ms"),
        (*rows, *missing),
        tuple(_goals(results)),
        (
            "From a key press to the last byte of output that it causes. Answered are the presses "
            f"after which another text of the document shows, over {ROUNDS} starts; "
            "the program is quiet before each.",
        ),
    )


def _walk(program: Program, path: Path, walk: Walk, presses: int) -> list[Press]:
    with fresh_environment() as environment, running(program.opening(path), environment) as terminal:
        if watch(terminal, ON_THE_FIRST_SCREEN, _LIMIT).text is None:
            return []
        settle(terminal)
        press_all(terminal, walk.before)
        return press_all(terminal, to_and_fro(walk.forward, walk.back, (presses + 1) // 2, presses))


def _goals(results: Mapping[str, Sequence[Press]]) -> Iterator[Goal]:
    for name, answered in results.items():
        if name.startswith(kvtui().name):
            times = [press.last_byte for press in answered if press.last_change is not None]
            yield Goal(f"{name}, median", 16, middle(times), "ms")
            yield Goal(f"{name}, worst", 50, max(times, default=None), "ms")


def _row(name: str, answered: Sequence[Press], pressed: int) -> tuple[str, ...]:
    seen = sorted(press.last_byte for press in answered if press.last_change is not None)
    first = middle([press.first_byte for press in answered if press.last_change is not None])
    almost_worst = seen[int(0.95 * (len(seen) - 1))] if seen else None
    worst = seen[-1] if seen else None
    return (
        name,
        f"{len(seen)} of {pressed}",
        figure(first, 1),
        figure(middle(seen), 1),
        figure(almost_worst, 1),
        figure(worst, 1),
    )

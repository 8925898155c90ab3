"""What is big: one document of 5 MB, and a folder of ten thousand documents.

In both the first screen must be there at once and keys must be answered while the rest is read.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.documents import ON_THE_FIRST_SCREEN
from benchmarks.measures import Press, press_all, to_and_fro, watch
from benchmarks.others import Missing
from benchmarks.programs import Program, bare, fresh_environment, kvtui
from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, figure, middle, ratio
from benchmarks.terminal import Terminal, running

_LIMIT = 30.0
_SLOW_LIMIT = 90.0
"""Seconds given to the programs that are known to be slow with 5 MB."""
_READING_LIMIT = 180.0
"""Seconds given to the reading of all the rest."""
_PRESSES, _FEW_PRESSES, _STEPS = 20, 3, 2
_BRIEFLY = 0.1
"""Seconds of silence that end an answer here: the reading itself may print in between."""
_LOOK_EVERY, _IDLE_SHARE = 0.25, 0.2
"""A program has read all when, for a second, it used less than this share of one processor."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One start with something big; ms from the start."""

    text: float | None
    pressed: int = 0
    """How many keys were pressed, from the moment that the text was there."""
    presses: tuple[Press, ...] = ()
    """Those of them that were answered."""
    read: float | None = None
    """When the program had no more work to do; None where that was not waited for."""


def huge_document(ordinary: Path, huge: Path, others: Sequence[Program | Missing], runs: int) -> Table:
    """`huge` in kvtui beside `ordinary` in the bare app, `runs` times; `huge` once in the other programs."""
    results = in_turn(
        {
            "bare Textual app, a document of 9 questions": partial(_open, bare(), ordinary),
            "kvtui, 5 MB": partial(_open, kvtui(), huge, _PRESSES),
        },
        runs,
    )
    base, ours = results.values()
    last = _open(kvtui(), huge, wait_until_read=True)
    slow = {
        f"{program.name}, 5 MB": [_open(program, huge, _FEW_PRESSES, limit=_SLOW_LIMIT)]
        for program in (bare(), *others)
        if isinstance(program, Program)
    }
    goals = (
        Goal("5 MB: text, against the bare start", 1.4, ratio(_text(ours), _text(base)), "×"),
        *_key_goals("5 MB", ours),
    )
    return Table(
        "A document of 5 MB",
        _HEAD,
        tuple(_row(name, opened) for name, opened in (results | slow).items()),
        goals,
        (
            f"Keys are pressed from the moment that the text is there ({_PRESSES} a run); kvtui has read all "
            f"of it {figure(last.read)} ms after the start. The bare app with 5 MB, frogmouth and hike run "
            f"once, with {_FEW_PRESSES} keys, for at most {_SLOW_LIMIT:.0f} s.",
        ),
    )


def many_documents(ordinary: Path, folder: Path, runs: int) -> Table:
    """kvtui with `folder` beside kvtui with `ordinary`, `runs` times."""
    results = in_turn(
        {
            "kvtui, one file": partial(_open, kvtui(), ordinary, _PRESSES),
            "kvtui, the folder": partial(_open, kvtui(), folder, _PRESSES),
        },
        runs,
    )
    one, many = results.values()
    last = _open(kvtui(), folder, wait_until_read=True)
    return Table(
        "A folder of 10,000 documents",
        _HEAD,
        tuple(_row(name, opened) for name, opened in results.items()),
        (
            Goal("folder: first document, against one file", 1.5, ratio(_text(many), _text(one)), "×"),
            *_key_goals("folder", many),
        ),
        (
            f"Keys (next question) are pressed from the moment that the text is there ({_PRESSES} a run), "
            f"while the list fills; the whole folder has been read {figure(last.read)} ms after the start.",
        ),
    )


_HEAD = ("program", "text ms", "keys answered", "key, median ms", "key, worst ms")


def _open(
    program: Program, path: Path, presses: int = 0, *, limit: float = _LIMIT, wait_until_read: bool = False
) -> Opening:
    with fresh_environment() as environment, running(program.opening(path), environment) as terminal:
        text = watch(terminal, ON_THE_FIRST_SCREEN, limit).text
        if text is None:
            return Opening(None)
        keys = to_and_fro("n", "p", _STEPS, presses) if program == kvtui() else ["page down"] * presses
        answered = press_all(terminal, keys, quiet=_BRIEFLY)
        read = _wait_until_read(terminal) if wait_until_read else None
        return Opening(text, presses, tuple(answered), read)


def _wait_until_read(terminal: Terminal) -> float | None:
    """Wait until the program has been idle for a second; ms from its start to where that second began."""
    looked, used = time.monotonic(), terminal.processor_seconds()
    busy_until = looked
    while looked < terminal.started + _READING_LIMIT:
        terminal.collected(_LOOK_EVERY, _LOOK_EVERY)
        time.sleep(_LOOK_EVERY)
        since, looked = looked, time.monotonic()
        before, used = used, terminal.processor_seconds()
        if used - before > _IDLE_SHARE * (looked - since):
            busy_until = looked
        elif looked - busy_until >= 1.0:
            return (busy_until - terminal.started) * 1000
    return None


def _text(opened: Sequence[Opening]) -> float | None:
    return middle([opening.text for opening in opened])


def _times(opened: Sequence[Opening]) -> list[float]:
    """From each key press to the last change of the document's text."""
    moments = (press.last_change for opening in opened for press in opening.presses)
    return [moment for moment in moments if moment is not None]


def _key_goals(label: str, opened: Sequence[Opening]) -> tuple[Goal, Goal]:
    times = _times(opened)
    return (
        Goal(f"{label}: keys while the rest is read, median", 16, middle(times), "ms"),
        Goal(f"{label}: keys while the rest is read, worst", 50, max(times, default=None), "ms"),
    )


def _row(name: str, opened: Sequence[Opening]) -> tuple[str, ...]:
    times = _times(opened)
    return (
        name,
        figure(_text(opened)),
        f"{len(times)} of {sum(opening.pressed for opening in opened)}",
        figure(middle(times), 1),
        figure(max(times, default=None), 1),
    )

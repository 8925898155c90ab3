"""The imports that a start spends, as Python itself counts them (`-X importtime`).

The program runs in the pseudo-terminal; Python prints a line for each module that is imported,
between what the program draws. Counting makes imports slower: the figures say what to look at,
not what a start takes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import ON_THE_FIRST_SCREEN
from benchmarks.measures import settle, watch
from benchmarks.programs import bare, fresh_environment
from benchmarks.tables import Table, figure, middle
from benchmarks.terminal import running

_LINE = re.compile(rb"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")
_SHOWN = 14
"""Packages in the table; the others are added up."""


@dataclass(frozen=True, slots=True)
class Imports:
    """The modules that one start imported."""

    to_text: Counter[str]
    """Microseconds by package, before the document's text was on the screen."""
    after: Counter[str]
    """The same, from then until the program was quiet."""
    modules: int
    """How many modules, in all."""


def import_costs(path: Path, runs: int) -> Table:
    """What kvtui and the bare app import to show `path`: medians of `runs`, by package."""
    programs = {"bare": bare().command[1:], "kvtui": ("-m", "kvtui")}
    measured: dict[str, list[Imports]] = {name: [] for name in programs}
    for run in range(runs + 1):
        for name, arguments in programs.items():
            imports = _imports([sys.executable, "-X", "importtime", *arguments, str(path)])
            if run:  # the first warms up
                measured[name].append(imports)
    base = _medians([one.to_text for one in measured["bare"]])
    ours = _medians([one.to_text for one in measured["kvtui"]])
    later = _medians([one.after for one in measured["kvtui"]])
    by_cost = sorted(ours.keys() | later.keys(), key=lambda package: -ours[package] - later[package])
    rows = [_row(package, base[package], ours[package], later[package]) for package in by_cost[:_SHOWN]]
    others = by_cost[_SHOWN:]
    if others:
        sums = (sum(costs[package] for package in others) for costs in (base, ours, later))
        rows.append(_row(f"{len(others)} others", *sums))
    rows.append(_row("all", base.total(), ours.total(), later.total()))
    modules = {name: middle([one.modules for one in runs_of]) for name, runs_of in measured.items()}
    return Table(
        "Imports",
        ("package (ms, its own modules)", "bare app", "kvtui, to the text", "kvtui, after it"),
        tuple(rows),
        remarks=(
            f"{figure(modules['kvtui'])} modules in kvtui, {figure(modules['bare'])} in the bare app. "
            "Those of processes that it starts beside itself are among them. The counting makes each slower.",
        ),
    )


def _imports(command: Sequence[str]) -> Imports:
    with fresh_environment() as environment, running(command, environment) as terminal:
        shown = watch(terminal, ON_THE_FIRST_SCREEN, limit=30).text
        before = b"".join(chunk.data for chunk in terminal.output)
        settle(terminal)
        everything = b"".join(chunk.data for chunk in terminal.output)
    if shown is None:
        return Imports(Counter(), Counter(), 0)
    to_text, count = _by_package(before)
    after, count_after = _by_package(everything[len(before) :])
    return Imports(to_text, after, count + count_after)


def _by_package(output: bytes) -> tuple[Counter[str], int]:
    """Microseconds by first name of the module (of kvtui by room), and the number of modules."""
    costs: Counter[str] = Counter()
    lines = _LINE.findall(output)
    for microseconds, module in lines:
        package, *rooms = module.decode().split(".")
        if package == "kvtui" and rooms:
            package = f"kvtui.{rooms[0]}"
        costs["Python's own" if package.lstrip("_") in _STANDARD else package] += int(microseconds)
    return costs, len(lines)


_STANDARD = {name.lstrip("_") for name in sys.stdlib_module_names} | {"site", "sitecustomize"}


def _medians(runs: Sequence[Counter[str]]) -> Counter[str]:
    packages = set().union(*runs)
    return Counter({package: round(middle([run[package] for run in runs]) or 0) for package in packages})


def _row(name: str, *microseconds: float) -> tuple[str, ...]:
    return (name, *(figure(value / 1000, 1) for value in microseconds))

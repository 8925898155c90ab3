"""Figures as text: tables that are both readable in a terminal and Markdown, and goals with a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure must be at most, or at least."""

    what: str
    limit: float
    measured: float | None
    """None where it could not be measured."""
    unit: str
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """In words: met, not met, or not measured."""
        if self.measured is None:
            return "not measured"
        met = self.measured >= self.limit if self.at_least else self.measured <= self.limit
        return "met" if met else "NOT MET"


@dataclass(frozen=True, slots=True)
class Table:
    """One subject that was measured."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    goals: tuple[Goal, ...] = ()
    remarks: tuple[str, ...] = ()
    """What a reader must know to understand the figures, each a sentence."""


def figure(value: float | None, digits: int = 0) -> str:
    """`value` with `digits` behind the point; a dash where there is none."""
    return "–" if value is None else f"{value:,.{digits}f}"


def middle(values: Sequence[float | None]) -> float | None:
    """The median of those values that were measured; None where none was."""
    measured = [value for value in values if value is not None]
    return median(measured) if measured else None


def ratio(value: float | None, base: float | None) -> float | None:
    """How many times `base` goes into `value`; None where either is missing."""
    return value / base if value is not None and base else None


def difference(value: float | None, base: float | None) -> float | None:
    """How much more `value` is than `base`; None where either is missing."""
    return value - base if value is not None and base is not None else None


def rendered(table: Table) -> str:
    """`table` as Markdown, aligned, its goals as a second table."""
    parts = [f"### {table.title}", *table.remarks, _grid(table.head, table.rows)]
    if table.goals:
        parts.append(
            _grid(("goal", "limit", "measured", "verdict"), [_goal_row(goal) for goal in table.goals])
        )
    return "\n\n".join(parts) + "\n"


def _goal_row(goal: Goal) -> tuple[str, ...]:
    sign = "≥" if goal.at_least else "≤"
    digits = 2 if goal.unit == "×" else 1
    measured = figure(goal.measured, digits) + (f" {goal.unit}" if goal.measured is not None else "")
    return (goal.what, f"{sign} {goal.limit:g} {goal.unit}", measured, goal.verdict)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = "|".join("-" * (width + 2) if not n else "-" * (width + 1) + ":" for n, width in enumerate(widths))
    lines = [_line(head, widths), f"|{rule}|", *(_line(row, widths) for row in rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        f"{c:<{w}}" if not n else f"{c:>{w}}" for n, (c, w) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"

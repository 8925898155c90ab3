"""Back and forward, as in a browser: what one left, and what one came back from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kvtui.tui.text.blocks import Spot

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class PaneView:
    """What a text pane shows: the place in its first row and its current link."""

    top: Spot = field(default_factory=lambda: Spot(None))
    link: int | None = None


@dataclass(frozen=True, slots=True)
class View:
    """All that is needed to be exactly there again."""

    path: Path
    number: int | None
    """The current question."""
    focus: str
    """The pane in front."""
    questions: PaneView
    answer: PaneView
    in_sight: bool = False
    """Whether the current question begins in the rows that show, and so must in a smaller pane too."""


@dataclass(slots=True)
class History:
    """The views behind and ahead of the present one."""

    behind: list[View] = field(default_factory=list)
    ahead: list[View] = field(default_factory=list)

    def leave(self, view: View) -> None:
        """Remember a view on leaving it for a new one; what lay ahead is forgotten."""
        if not self.behind or self.behind[-1] != view:
            self.behind.append(view)
        del self.behind[:-_LONGEST]
        self.ahead.clear()

    def back(self, present: View) -> View | None:
        """The view to go back to; None at the beginning."""
        return _step(self.behind, self.ahead, present)

    def forward(self, present: View) -> View | None:
        """The view that one came back from; None at the end."""
        return _step(self.ahead, self.behind, present)


def _step(source: list[View], goal: list[View], present: View) -> View | None:
    if not source:
        return None
    goal.append(present)
    return source.pop()

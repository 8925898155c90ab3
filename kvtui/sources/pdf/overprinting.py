"""Text frames that stand on one place, as converters of letters leave them: set apart to be read.

What is drawn over something else is put above the page, frame under frame in the order of drawing;
nothing else tells which words belong together. Pages without such frames stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kvtui.sources.pdf.runs import RawPage, Run

_UP, _DOWN = 1.0, 8.0
"""Of the size: a run so much higher or lower than the one drawn before it begins another frame."""
_SAME_HEIGHT = 0.4
"""Of the smaller size: baselines that differ by less carry words over each other."""
_OVER = 3.0
"""Of the size: two frames lie over each other where this width of their words does."""
_BETWEEN = 4.0
"""Of the size: the space left between frames set apart."""
_MOST_FRAMES = 60
_NEIGHBOURS = 60
"""Runs looked at when those over one run are sought."""


def set_apart(page: RawPage) -> RawPage:
    """The page with the frames that lie over each other above its top, the first drawn highest."""
    frames = _frames(page.runs)
    if not 1 < len(frames) <= _MOST_FRAMES:
        return page
    half = sum(len(run.text) for run in page.runs) / 2
    loose = {at for at in _overprinted(frames) if sum(len(run.text) for run in frames[at]) <= half}
    if not loose:
        return page
    moved: dict[int, float] = {}
    floor = page.top
    for at in sorted(loose, reverse=True):
        size = max(run.size for run in frames[at])
        moved[at] = floor + _BETWEEN * size - min(run.y for run in frames[at])
        floor = max(run.y for run in frames[at]) + moved[at]
    runs = [
        replace(run, y=run.y + moved[at]) if at in moved else run
        for at, frame in enumerate(frames)
        for run in frame
    ]
    return replace(page, runs=tuple(runs))


def _frames(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs drawn after each other without going back up, or far down."""
    frames: list[list[Run]] = []
    for run in runs:
        rise = run.y - frames[-1][-1].y if frames else 0.0
        if not frames or rise > _UP * run.size or rise < -_DOWN * run.size:
            frames.append([])
        frames[-1].append(run)
    return frames


def _overprinted(frames: Sequence[Sequence[Run]]) -> set[int]:
    """Which frames have words over those of another."""
    placed = sorted(((run, at) for at, frame in enumerate(frames) for run in frame), key=lambda one: one[0].y)
    widths: Counter[tuple[int, int]] = Counter()
    for number, (run, at) in enumerate(placed):
        for other, beside in placed[number + 1 : number + _NEIGHBOURS]:
            size = min(run.size, other.size)
            if other.y - run.y > _SAME_HEIGHT * size:
                break
            over = min(run.x1, other.x1) - max(run.x0, other.x0)
            if at != beside and over > 0:
                widths[min(at, beside), max(at, beside)] += round(1000 * over / size)
    return {at for pair, width in widths.items() if width > 1000 * _OVER for at in pair}

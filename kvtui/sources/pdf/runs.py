"""A page as runs: characters drawn at once, with their place, size and style, turned upright.

Makes runs of what `glyphs` says of a page; undoes ligatures, private characters and text that
is drawn twice. How runs make lines is for `layout`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kvtui.sources.cleaning import safe_text

BOLD, ITALIC = 1, 2
"""As `glyphs` counts them."""


@dataclass(slots=True)
class Run:
    """Characters on one baseline; x goes right, y goes up, both in points."""

    text: str
    """With the spaces at its ends, if it has any."""
    x0: float
    x1: float
    y: float
    size: float
    style: int
    order: int
    """Its place in the order of drawing."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line drawn on the page, level or upright."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def is_level(self) -> bool:
        """Whether it goes from left to right."""
        return self.x1 - self.x0 > self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page before its lines are found."""

    runs: tuple[Run, ...]
    turned: tuple[Run, ...]
    """Text in another direction than most of the page; each stands as if upright, in its own order."""
    bottom: float
    top: float
    rulings: tuple[Ruling, ...] = ()
    is_lost: bool = False
    """Whether it cannot be read."""
    has_picture: bool = False
    """Of a page without text: whether a picture stands there, as of a scan."""


_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
# Private places of the fonts Symbol and Wingdings that Word uses for its lists.
_PRIVATE = str.maketrans(
    {
        **dict.fromkeys((0xF0B7, 0xF0A7, 0xF06C, 0xF0A8, 0xF06E, 0xF071, 0xF0D8, 0xF0E0, 0xF076), "•"),
        0xF02D: "–",
        0xF0BE: "–",
        0xF0FC: "✓",
        0xF020: " ",
    }
)
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\ufb00-\ufb06\ue000-\uf8ff\ufeff\u200b\u2060\u202a-\u202e]")
_HYPHEN = "\x02"
"""What pdfium gives for a hyphen at the end of a line."""
_TWICE = 0.2
"""Of the size: text drawn again within this distance is the same text, made bold by it."""
_SMALLEST = 0.01


def raw_pages(messages: Sequence[dict[str, Any]]) -> list[RawPage]:
    """The pages of what the process found.

    Raises:
        ValueError, TypeError, KeyError: the messages are not as `glyphs` writes them.
    """
    return [_page(message) for message in messages]


def _page(message: dict[str, Any]) -> RawPage:
    left, bottom, right, top = map(float, message["box"])
    found = message["runs"]
    quarter = _quarter(message["runs"], int(message["turned"]))
    if quarter == 1:
        bottom, top = -right, -left
    elif quarter == 2:
        bottom, top = -top, -bottom
    elif quarter == 3:
        bottom, top = left, right
    runs: list[Run] = []
    turned: list[Run] = []
    for order, (spaced, text, begin_x, begin_y, end_x, end_y, size, direction, style) in enumerate(found):
        words = clean(text)
        if spaced and not words[:1].isspace():
            words = " " + words
        if not words.strip():
            continue
        own = (direction + 45) // 90 % 4
        (x0, y), (x1, _) = _upright(begin_x, begin_y, own), _upright(end_x, end_y, own)
        run = Run(words, x0, max(x0, x1), y, max(size, _SMALLEST), style, order)
        (runs if own == quarter and direction % 90 == 0 else turned).append(run)
    rulings = tuple(_ruling(found, quarter) for found in message["rulings"])
    return RawPage(
        _once(runs), _once(turned), bottom, top, rulings, "failed" in message, bool(message.get("picture"))
    )


def clean(text: str) -> str:
    """The characters of a run as a reader sees them, spaces kept."""
    if not _ODD.search(text):
        return text.replace("\u00a0", " ")
    text = text.replace(_HYPHEN, "-").translate(_LIGATURES).translate(_PRIVATE)
    ends_soft = text.rstrip(" ").endswith("\u00ad")
    text = safe_text(re.sub(r"[\n\r\x0b\x0c\x85]", " ", text))
    return text + "-" if ends_soft else text


def _quarter(runs: Iterable[Sequence[Any]], page_turned: int) -> int:
    """The direction of most of the page's characters, in quarters of a turn to the left."""
    count: Counter[int] = Counter()
    for run in runs:
        count[(run[7] + 45) // 90 % 4] += len(run[1])
    return count.most_common(1)[0][0] if count else page_turned % 4


def _upright(x: float, y: float, quarter: int) -> tuple[float, float]:
    """A place after turning the page so that text in a direction goes right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _ruling(found: Sequence[float], quarter: int) -> Ruling:
    left, bottom, right, top = map(float, found)
    (x0, y0), (x1, y1) = _upright(left, bottom, quarter), _upright(right, top, quarter)
    return Ruling(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))


def _once(runs: list[Run]) -> tuple[Run, ...]:
    """Without the runs that are drawn again on (nearly) the same place."""
    seen: dict[str, list[Run]] = {}
    kept = []
    for run in runs:
        words = run.text.strip()
        near = run.size * _TWICE
        others = seen.setdefault(words, [])
        if any(
            abs(o.x0 - run.x0) < near and abs(o.y - run.y) < near and abs(o.size - run.size) < near
            for o in others[-4:]
        ):
            continue
        others.append(run)
        kept.append(run)
    return tuple(kept)

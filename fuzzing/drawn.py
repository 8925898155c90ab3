"""What the process of the PDF library says of pages, as lines that a fuzzer can mutate, and back.

A line is a run: "space x0 y0 x1 y1 size direction style|text"; a line "page …" begins a page, a line
"rule …" is a ruling. So the layout, which is pure Python, is fuzzed without the library.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

_LARGEST = 1e5
"""Points: the library gives no larger numbers."""


def text_of(messages: Sequence[dict[str, Any]]) -> bytes:
    """The pages of a document as lines."""
    lines: list[str] = []
    for message in messages:
        if "runs" not in message:
            continue
        lines.append("page " + " ".join(str(number) for number in (*message["box"], message["turned"])))
        lines += ["rule " + " ".join(map(str, ruling)) for ruling in message["rulings"]]
        lines += [_line(*run) for run in message["runs"]]
    return "\n".join(lines).encode("utf-8", "replace")


def _line(spaced: bool, text: str, *numbers: float) -> str:
    return " ".join([str(int(spaced)), *map(str, numbers)]) + "|" + text.replace("\n", " ")


def messages_in(data: bytes) -> list[dict[str, Any]]:
    """The pages that lines describe; a line that is none is left out."""
    pages: list[dict[str, Any]] = [_page((0, 0, 595, 842, 0))]
    for line in data.decode("utf-8", "replace").split("\n"):
        with contextlib.suppress(ValueError, OverflowError):
            if line.startswith("page "):
                pages.append(_page([_number(word) for word in line.split()[1:]]))
                continue
            if line.startswith("rule "):
                x0, y0, x1, y1 = map(_number, line.split()[1:])
                pages[-1]["rulings"].append((x0, y0, x1, y1))
                continue
            place, _, text = line.partition("|")
            spaced, x0, y0, x1, y1, size, direction, style = map(_number, place.split())
            if text:
                run = (bool(spaced), text, x0, y0, x1, y1, abs(size), int(direction) % 360, int(style) & 3)
                pages[-1]["runs"].append(run)
    return pages


def _page(numbers: Sequence[float]) -> dict[str, Any]:
    left, bottom, right, top, turned = numbers
    return {"box": [left, bottom, right, top], "turned": int(turned) % 4, "runs": [], "rulings": []}


def _number(word: str) -> float:
    number = float(word)
    if not -_LARGEST <= number <= _LARGEST:  # infinities and what is no number, too
        raise ValueError(word)
    return number

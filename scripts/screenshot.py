"""Draws the pictures of the README from the running program: a link about to be followed, and a search.

usage: python scripts/screenshot.py
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_docs"
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


_PICTURES = {
    "screenshot.svg": ("left", "down", "down", "down", "enter", "n", "n", "n", "l"),
    "search.svg": ("s", *"veerpont", "enter", "down", "down"),
}
"""The keys that lead to each."""


async def draw(keys: Sequence[str]) -> str:
    """A picture as SVG, without the fonts that it would load from elsewhere."""
    from kvtui.tui.reader_app import ReaderApp

    app = ReaderApp((SAMPLES,))
    async with app.run_test(size=(120, 34)) as pilot:
        await _settle(pilot)
        for key in keys:
            await pilot.press(key)
            await _settle(pilot)
        return _FONT_FACES.sub("", app.export_screenshot(title="kvtui"))


async def _settle(pilot: Pilot[None]) -> None:
    for _ in range(10):
        await pilot.pause(0.05)


def main() -> None:
    """Writes the pictures."""
    for name, keys in _PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ |= {f"KVTUI_{kind}_DIR": home for kind in ("DATA", "CONFIG", "CACHE")}
            (ROOT / "docs" / name).write_text(asyncio.run(draw(keys)), encoding="utf-8")


if __name__ == "__main__":
    main()

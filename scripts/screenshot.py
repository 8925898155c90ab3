"""Draws docs/screenshot.svg from the running program: a sample with a link about to be followed.

usage: python scripts/screenshot.py
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_docs"
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw() -> str:
    """The picture as SVG, without the fonts that it would load from elsewhere."""
    from kvtui.tui.reader_app import ReaderApp

    app = ReaderApp((SAMPLES,))
    async with app.run_test(size=(120, 34)) as pilot:
        await _settle(pilot)
        for key in ("left", "down", "down", "down", "enter", "n", "n", "n", "l"):
            await pilot.press(key)
            await _settle(pilot)
        return _FONT_FACES.sub("", app.export_screenshot(title="kvtui"))


async def _settle(pilot: Pilot[None]) -> None:
    for _ in range(10):
        await pilot.pause(0.05)


def main() -> None:
    """Writes the picture."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"KVTUI_DATA_DIR": home, "KVTUI_CONFIG_DIR": home}
        (ROOT / "docs" / "screenshot.svg").write_text(asyncio.run(draw()), encoding="utf-8")


if __name__ == "__main__":
    main()

"""From the reader to the source of the open document, at the words that one was reading.

The parser and the screen are imported when the source is first asked for: a start needs neither.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.model import TextPart

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen
    from kvtui.tui.text.source_text import Wanted

_READ_ON = (TextPart.ANSWER, TextPart.NOTICE, TextPart.NOTE, None)
"""The parts in which one may be far from the beginning when one asks."""


def open_source(screen: ReaderScreen) -> None:
    """Show the source over the reader, which stays as it is."""
    opened = screen.navigator.opened
    if opened is None:
        screen.windows.say("There is no document open.", severity="warning")
        return
    screen.opener.reopen(opened, lambda: _show_source(screen, opened.path))


def _show_source(screen: ReaderScreen, path: Path) -> None:
    from kvtui.tui.screens.source import SourceScreen

    screen.app.push_screen(SourceScreen(path, wanted_in(screen), screen.keymap))


def wanted_in(screen: ReaderScreen) -> Wanted:
    """The words in the first row of the answer, if that is in front; else the current question."""
    from kvtui.tui.text.source_text import Wanted

    opened, number = screen.navigator.opened, screen.navigator.number
    if opened is None or (number is None and screen.windows.front_name != "answer"):
        return Wanted(TextPart.HEADER)
    if screen.windows.front_name != "answer":
        return Wanted(TextPart.QUESTION, number)
    spot = screen.answer.top
    anchor = spot.anchor
    if anchor is None or anchor.part not in _READ_ON:
        return Wanted(TextPart.ANSWER, number)
    above = opened.indexed.paragraphs(anchor)[: anchor.paragraph]
    words = "".join(above) + opened.indexed.paragraph(anchor)[: spot.offset]
    return Wanted(anchor.part, anchor.number, sum(map(str.isalnum, words)))

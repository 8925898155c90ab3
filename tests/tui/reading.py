"""A reader at the keyboard for the tests of the screen: opens kvtui, presses keys, waits, looks."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget

from kvtui.tui.reader_app import ReaderApp
from kvtui.tui.screens.reader import ReaderScreen

SAMPLES = Path(__file__).parents[2] / "sample_docs"
COUNT = len(list(SAMPLES.iterdir()))
LIGHTHOUSES = SAMPLES / "ah-tk-20982099-704.md"
BRIDGE = SAMPLES / "ah-tk-20982099-1040.md"
GULLS = SAMPLES / "ah-tk-20982099-403.md"
BELLS = SAMPLES / "ah-tk-20982099-12.md"
FERRY = SAMPLES / "ah-tk-20982099-258.md"
FERRY_NOTICE = SAMPLES / "ah-tk-20982099-131.txt"
SHEEP = SAMPLES / "ah-tk-20982099-487.txt"
TIDES = SAMPLES / "ah-tk-20982099-819.txt"
UNANSWERED = SAMPLES / "kv-tk-2099Z03102.txt"

WIDE, MIDDLE, NARROW = (120, 40), (80, 24), (40, 12)
_PATIENCE = 30.0
"""Seconds after which a condition that does not come true fails the test."""


async def until(pilot: Pilot[None], condition: Callable[[], bool], description: str) -> None:
    """Lets the app run until the condition holds; fails with what the screen shows where it never does."""
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"never came: {description}\n{screen_text(pilot.app.screen)}")
        await pilot.pause()


def screen_text(screen: Widget) -> str:
    """What the screen shows, row by row, dialogs and messages included."""
    # Textual has no public way to ask for the drawn rows as text
    return "\n".join(strip.text for strip in screen.screen._compositor.render_strips())


class Reader:
    """Hands and eyes on one running kvtui."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        app = pilot.app
        assert isinstance(app, ReaderApp)
        self.app = app
        screen = app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        self.screen = screen
        self.copied: list[str] = []
        app.copy_to_clipboard = self.copied.append  # type: ignore[method-assign, assignment]

    # Hands

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, words: str) -> None:
        """Types words, spaces included."""
        await self.pilot.press(*({" ": "space"}.get(letter, letter) for letter in words))

    async def until(self, condition: Callable[[], bool], description: str) -> None:
        await until(self.pilot, condition, description)

    async def until_shown(self, words: str) -> None:
        await self.until(lambda: self.shows(words), f"the screen shows {words!r}")

    async def until_told(self, words: str) -> None:
        await self.until(lambda: words in self.told, f"the reader is told {words!r}, not {self.told!r}")

    async def until_at(self, number: int) -> None:
        await self.until(lambda: self.number == number, f"question {number} is the current one")

    async def until_open(self, path: Path) -> None:
        await self.until(lambda: self.path == path, f"{path.name} is open")

    def damage_catalogue(self) -> None:
        """Something else is in its files."""
        for file in self.library.glob("catalogue-*.sqlite3*"):
            file.write_bytes(b"geen catalogus" * 500)

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.until(lambda: self.screen.size == (columns, rows), f"the screen is {columns}×{rows}")
        await self.pilot.pause()

    async def click(self, pane: str, words: str) -> None:
        """Clicks on words that a pane shows."""
        await self.pilot.click(f"#{pane}", offset=self.place_of(pane, words))

    # Eyes

    @property
    def text(self) -> str:
        """The whole screen."""
        return screen_text(self.app.screen)

    def shows(self, words: str) -> bool:
        """Whether the words stand on the screen, broken over rows or not."""
        return _plain(words) in _plain(self.text)

    def rows(self, pane: str) -> list[str]:
        """The rows of a pane as they are drawn, whether something lies over them or not."""
        widget = self.screen.query_one(f"#{pane}")
        return [widget.render_line(y).text for y in range(widget.size.height)]

    def pane(self, name: str) -> str:
        """What a pane shows, in running text."""
        return _plain(" ".join(self.rows(name)))

    def place_of(self, pane: str, words: str) -> Offset:
        """Where words begin in a pane."""
        for y, row in enumerate(self.rows(pane)):
            if words in row:
                return Offset(row.index(words), y)
        raise AssertionError(f"{words!r} is not in a row of {pane}:\n" + "\n".join(self.rows(pane)))

    @property
    def library(self) -> Path:
        """Where the library of what is open is kept."""
        collection = self.screen.librarian.collection
        assert collection is not None
        return collection.folder

    @property
    def told(self) -> str:
        """All that kvtui said in passing and still shows."""
        return "\n".join(str(notice.message) for notice in self.app._notifications)

    @property
    def number(self) -> int | None:
        """The current question."""
        return self.screen.navigator.number

    @property
    def pointed(self) -> int | None:
        """The question that the pointer marks, if it shows."""
        found = re.search(r"▸\D*?(\d+)", "\n".join(self.rows("questions")))
        return int(found[1]) if found else None

    @property
    def path(self) -> Path | None:
        """The open file."""
        opened = self.screen.navigator.opened
        return opened.path if opened else None

    @property
    def focus(self) -> str:
        """The id of the pane that takes the keys."""
        focused = self.app.screen.focused
        return str(focused.id) if focused is not None else ""

    @property
    def caption(self) -> str:
        """What the frame says of the answer pane's current link."""
        return self.screen.frame.caption_of("answer").status

    @property
    def title(self) -> str:
        """The title of the answer pane."""
        return self.screen.frame.caption_of("answer").title

    @property
    def shown_panes(self) -> list[str]:
        names = ("documents", "questions", "answer")
        return [name for name in names if self.screen.query_one(f"#{name}").region.width]

    @property
    def place(self) -> tuple[object, ...]:
        """All that makes up where one is: file, question, focus, rows and links of both panes."""
        questions, answer = self.screen.questions, self.screen.answer
        scrolls = (questions.scroll_offset.y, answer.scroll_offset.y)
        links = (questions.current_link, answer.current_link)
        return (self.path, self.number, self.focus, *scrolls, *links)


@asynccontextmanager
async def reading(*paths: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Reader]:
    """A reader of some files, from when the first is on the screen and the list is full."""
    app = ReaderApp(paths)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(pilot)
        screen = reader.screen
        await reader.until(
            lambda: bool(screen.documents.total) and not screen.librarian.is_reading, "the list is full"
        )
        yield reader
    assert app.failure is None


def _plain(words: str) -> str:
    return " ".join(words.split())

"""Someone at the keyboard of the search, browse and wanted screens, and a searcher that finds what it is told."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from kvtui.library.catalogue import Catalogue, open_catalogue
from kvtui.library.collection import Collection, collection_of
from kvtui.library.entries import Entry
from kvtui.library.indexing.refreshing import refresh
from kvtui.library.query.numbers import identifiers_of
from kvtui.library.query.tree import Query
from kvtui.library.search.results import (
    Counts,
    DamagedError,
    Documents,
    Excerpt,
    Facet,
    Hit,
    Order,
    Results,
    Shown,
)
from kvtui.library.search.searching import Searcher, open_searcher
from kvtui.model import Asker, DocumentKind, TextPart
from kvtui.tui import themes
from tests.tui.reading import WIDE, screen_text, until

Result = TypeVar("Result")

TEXT = (
    "De veerpont over de Zilte Plas vaart bij mist niet, omdat de oever dan niet te zien is; reizigers met "
    "een fiets wachten aan de kade op de eerstvolgende pont, of lopen om over de brug die bij dezelfde mist "
    "ook verdwijnt, zoals in het antwoord op vraag 3 van het lid Klepelaar [sic] is uiteengezet."
)
FACETS = {
    Facet.PARTY: (("Ochtendpartij", 300), ("Lijst Laagwater", 120), ("Unie van Veerlieden", 12)),
    Facet.MEMBER: (("Klepelaar", 300), ("Van Zoetermist", 120), ("Wadman-Eb", 12)),
    Facet.MINISTRY: (("IenW", 290), ("BZK", 31)),
    Facet.SESSION: (("2098-2099", 301), ("2097-2098", 20)),
    Facet.KIND: (("answer", 310), ("notice", 11)),
    Facet.TIME: (("<22", 80), ("22-42", 200), (">42", 41)),
}
FACETS_OF_NOTHING: Mapping[Facet, tuple[tuple[str, int], ...]] = {}


def entry(number: int) -> Entry:
    """An invented document."""
    return Entry(
        path=Path(f"/nowhere/ah-tk-20982099-{number}.xml"),
        identifier=f"ah-tk-20982099-{number}",
        kind=DocumentKind.ANSWER,
        number=str(number),
        session_year="2098-2099",
        subject="het bericht «Veerpont vaart niet bij mist»",
        askers=(Asker("Klepelaar", "Ochtendpartij"), Asker("Van Zoetermist", "Lijst Laagwater")),
        received=date(2099, 6, 1) - timedelta(days=number % 300),
        question_count=9,
        answering_days=24,
        ministries=("IenW", "BZK"),
    )


def hit(number: int, words: Sequence[str] = ("mist",)) -> Hit:
    """A hit in the document of that number: by turns in a question and in a joint answer."""
    marks = [
        (at, at + len(word)) for word in words for at in range(len(TEXT)) if TEXT.lower().startswith(word, at)
    ]
    first = number % 7 + 1
    excerpt = Excerpt(TEXT, tuple(sorted(marks)))
    if number % 3:
        shown = Shown(TextPart.ANSWER, first, (first, first + 1), excerpt)
    else:
        shown = Shown(TextPart.QUESTION, first, (first,), excerpt)
    return Hit(number, entry(number), lambda: shown)


@dataclass(frozen=True, slots=True)
class Library:
    """Documents that were read into a catalogue and an index."""

    collection: Collection
    catalogue: Catalogue

    def searcher(self) -> Searcher:
        return open_searcher(self.collection.folder, self.catalogue)


@contextmanager
def library_of(folder: Path, cache: Path) -> Iterator[Library]:
    """The library of a folder."""
    collection = collection_of([folder], cache)
    refresh(collection, lambda progress: None)
    catalogue = open_catalogue(collection.folder)
    try:
        yield Library(collection, catalogue)
    finally:
        catalogue.close()


def _fail() -> Shown:
    raise DamagedError("the index is damaged")


class Finder:
    """Finds in a made-up library: as many hits as `totals` says for a query, else `total`."""

    def __init__(self, total: int = 120, totals: Mapping[str, int] | None = None) -> None:
        self.total = total
        self.totals = dict(totals or {})
        self.suggestions: Mapping[str, tuple[tuple[str, str], ...]] = {}
        self.asked: list[tuple[str, Order, int]] = []
        self.counted: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.problem: Exception | None = None
        self.damaged = False
        """Whether the texts of the hits cannot be fetched."""
        self.uncounted = 0
        """Hits of which a search does not know yet how many there are."""
        self.unknown: set[str] = set()
        self.may_count = threading.Event()
        self.may_count.set()
        self.is_asked_at_once = False
        self._is_busy = threading.Lock()

    def search(self, query: Query, order: Order, offset: int = 0, limit: int = 50) -> Results:
        self.is_asked_at_once |= not self._is_busy.acquire(blocking=False)
        self.asked.append((query.text, order, offset))
        assert self.gate.wait(30)
        self._is_busy.release()
        if self.problem is not None:
            raise self.problem
        text = query.text.strip()
        total = self.totals.get(text, 0 if text.endswith("*") else self.total)
        words = [word for word in text.lower().split() if ":" not in word]
        numbers = range(1000 - offset, 1000 - min(offset + limit, total), -1)
        return Results(
            query=query,
            total=total,
            documents=None,
            hits=tuple(self._hit(number % 1000 or 1000, words) for number in numbers),
            suggestions=self.suggestions.get(text, ()),
            numbered=(entry(int(text)),) if text.isdecimal() and identifiers_of(text) else (),
            milliseconds=3.2,
            is_counted=not self.uncounted,
        )

    def _hit(self, number: int, words: Sequence[str]) -> Hit:
        return replace(hit(number, words), look_up=_fail) if self.damaged else hit(number, words)

    def knows(self, word: str) -> bool:
        return word.strip() not in self.unknown

    def count(self, query: Query) -> Counts:
        total = self.totals.get(query.text.strip(), self.total) + self.uncounted
        assert self.may_count.wait(30)
        return Counts(total, Documents((total + 2) // 3))

    def facets(self, query: Query) -> Mapping[Facet, tuple[tuple[str, int], ...]]:
        self.counted.append(query.text)
        return FACETS if self.totals.get(query.text.strip(), self.total) else FACETS_OF_NOTHING


class ScreenApp(App[None]):
    """Shows one screen over an empty one, and keeps what it gives."""

    def __init__(self, make: Callable[[], Screen[Result]]) -> None:
        super().__init__()
        self._make = make
        self.given: list[object] = []
        self.copied: list[str] = []
        self.animation_level = "none"
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name

    def on_mount(self) -> None:
        self.open(self._make())

    def open(self, screen: Screen[Result]) -> None:
        self.push_screen(screen, self.given.append)

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)


class Hands:
    """Keys pressed on a screen, and what it shows."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        assert isinstance(pilot.app, ScreenApp)
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, words: str) -> None:
        """Types words, spaces and all."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", ">": "greater_than_sign"}
        await self.pilot.press(*(names.get(letter, letter) for letter in words))

    async def until(self, condition: Callable[[], bool], description: str) -> None:
        await until(self.pilot, condition, description)

    async def until_shown(self, words: str) -> None:
        await self.until(lambda: self.shows(words), f"the screen shows {words!r}")

    async def until_given(self, count: int = 1) -> object:
        """The last of so many things that screens gave on closing."""
        await self.until(lambda: len(self.app.given) == count, f"a screen was closed, {count} in all")
        return self.app.given[-1]

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.until(lambda: self.app.screen.size == (columns, rows), f"the screen is {columns}×{rows}")
        await self.pilot.pause()

    @property
    def text(self) -> str:
        return screen_text(self.app.screen)

    def shows(self, words: str) -> bool:
        """Whether the words stand on the screen, broken over rows or not."""
        return " ".join(words.split()) in " ".join(self.text.split())

    @property
    def focus(self) -> str:
        focused = self.app.screen.focused
        return str(focused.id) if focused is not None else ""

    @property
    def told(self) -> str:
        return "\n".join(str(notice.message) for notice in self.app._notifications)


@asynccontextmanager
async def showing(make: Callable[[], Screen[Result]], size: tuple[int, int] = WIDE) -> AsyncIterator[Hands]:
    """A screen, from when it is there."""
    app = ScreenApp(make)
    async with app.run_test(size=size, notifications=True) as pilot:
        hands = Hands(pilot)
        await hands.until(lambda: len(app.screen_stack) == 2 and app.screen.is_mounted, "the screen is open")
        yield hands

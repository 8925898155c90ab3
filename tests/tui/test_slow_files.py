"""Files that take long, or whose reading never ends: what one is told, and that leaving does not wait."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kvtui.library import processes
from kvtui.tui.control import opening_files
from kvtui.tui.first_reading import Reading, read_beginning, read_whole
from kvtui.tui.reading_process import ReadingProcesses
from kvtui.tui.screens.source import SourceScreen
from tests.sources.making_pdf import column, pdf_of
from tests.tui.reading import MIDDLE, NARROW, WIDE, Reader, reading

HEAD = (
    "Vragen van het lid Duin (PvdG) aan de Minister van Eb over {0} (ingezonden 3 mei 2099).\n"
    "Antwoord van Minister Wad (Eb) (ontvangen 4 juni 2099).\nVraag 1\nDrijft {0}?\nAntwoord 1\nJa.\n"
)
ENDED = "could not be read: the process that read it was ended"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text that is shown first, and a PDF."""
    (tmp_path / "ah-tk-20982099-9.txt").write_text(HEAD.format("de brug"), "utf-8")
    (tmp_path / "ah-tk-20982099-8.pdf").write_bytes(pdf_of(column(HEAD.format("de pont").splitlines())))
    return tmp_path


def large(folder: Path) -> Path:
    """A text that is read in two steps, second in the list in the place of the PDF."""
    for pdf in folder.glob("*.pdf"):
        pdf.unlink()
    path = folder / "ah-tk-20982099-8.txt"
    path.write_text(HEAD.format("de pont") + "De pont drijft nog steeds.\n" * 10_000, "utf-8")
    return path


class SlowReading:
    """Reading that waits until the test lets it go on, or the reader ends it."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()
        self.is_ended = False

    def read(self, path: Path) -> Reading:
        assert self.goes_on.wait(30), "nobody ended it"
        return Reading(path, problem=f"{path}: ended") if self.is_ended else read_whole(path)

    def end(self) -> None:
        self.is_ended = True
        self.goes_on.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowReading:
    slow = SlowReading()
    monkeypatch.setattr(opening_files, "read_whole", slow.read)
    monkeypatch.setattr(opening_files, "end_reading", slow.end)
    return slow


@pytest.fixture
def boot(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes processes run other code before their own."""
    start = "import sys, json; sys.path[:] = json.loads(sys.argv[1])\n"
    return lambda code: monkeypatch.setattr(processes, "_BOOT", start + code + "\n" + processes._BOOT)


async def open_second(reader: Reader) -> None:
    await reader.until(lambda: "Drijft de brug?" in reader.text, "the first document")
    await reader.press("shift+tab", "down", "enter")


def awaited(reader: Reader) -> str:
    """What the frame says at the bottom, in any pane."""
    frame = reader.screen.frame
    return " ".join(frame.caption_of(pane).status for pane in ("documents", "questions", "answer"))


async def test_leaving_does_not_wait_for_a_reading_that_hangs(folder: Path, slow: SlowReading) -> None:
    async with reading(folder) as reader:
        await open_second(reader)
        await reader.press("q")
    assert slow.is_ended


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=str)
async def test_one_is_told_what_is_being_read_until_it_is_there(
    folder: Path, slow: SlowReading, size: tuple[int, int]
) -> None:
    async with reading(folder, size=size) as reader:
        await open_second(reader)
        await reader.until(lambda: "reading ah-tk-20982099-8.pdf…" in reader.text, "one is told")
        slow.goes_on.set()
        await reader.until_open(folder / "ah-tk-20982099-8.pdf")
        assert "reading" not in awaited(reader)


async def test_one_is_told_no_longer_when_it_fails_or_another_is_opened(
    folder: Path, slow: SlowReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(folder) as reader:
        await open_second(reader)
        await reader.until(lambda: "reading ah" in awaited(reader), "one is told")
        await reader.press("up", "enter")
        await reader.until(lambda: "reading ah" not in awaited(reader), "the first is there at once")
        await reader.press("shift+tab", "down", "enter")
        await reader.until(lambda: "reading ah" in awaited(reader), "one is told again")
        slow.end()
        await reader.until_told("8.pdf: ended")
        assert "reading ah" not in awaited(reader)
        assert reader.path == folder / "ah-tk-20982099-9.txt"


async def test_a_large_file_whose_process_dies_is_told(folder: Path, boot: Callable[[str], None]) -> None:
    large(folder)
    async with reading(folder) as reader:
        boot("import os; os._exit(9)")
        await open_second(reader)
        await reader.until_told(ENDED)


async def test_a_beginning_stays_marked_when_the_rest_fails(
    folder: Path, boot: Callable[[str], None]
) -> None:
    path = large(folder)
    async with reading(folder) as reader:
        boot("import os, kvtui.tui.reading_process as one; one.read_whole = lambda path: os._exit(9)")
        await open_second(reader)
        await reader.until_told(f"Only the beginning is here. {path}")
        assert "Drijft de pont?" in reader.text
        assert "only its beginning" in awaited(reader)


async def test_the_rest_of_a_file_that_was_left_is_not_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = large(folder)
    goes_on = threading.Event()

    def read_slowly(self: ReadingProcesses, path: Path) -> object:
        yield read_beginning(path)
        goes_on.wait(30)
        yield read_whole(path)

    monkeypatch.setattr(ReadingProcesses, "readings_of", read_slowly)
    async with reading(folder) as reader:
        await open_second(reader)
        await reader.until_open(path)
        await reader.press("shift+tab", "up", "enter")
        await reader.until_open(folder / "ah-tk-20982099-9.txt")
        goes_on.set()
        kept = reader.screen.opener._documents
        await reader.until(lambda: kept.get(path) is not None, "the rest has come")
        assert reader.path == folder / "ah-tk-20982099-9.txt"


def test_a_process_that_hangs_is_ended_and_says_nothing(tmp_path: Path, boot: Callable[[str], None]) -> None:
    path = large(tmp_path)
    sign = tmp_path / "begun"
    os.mkfifo(sign)
    boot(f"open({str(sign)!r}, 'w').close(); import threading; threading.Event().wait()")
    processes = ReadingProcesses()
    found: list[Reading] = []
    thread = threading.Thread(target=lambda: found.extend(processes.readings_of(path)))
    thread.start()
    sign.read_text()  # waits until it has begun
    processes.end()
    thread.join(30)
    assert not thread.is_alive()
    assert found == list(processes.readings_of(path)) == []


async def test_the_source_of_a_file_that_has_changed_is_that_of_the_new_document(folder: Path) -> None:
    path = folder / "ah-tk-20982099-9.txt"
    async with reading(folder) as reader:
        await reader.until(lambda: "Drijft de brug?" in reader.text, "the document")
        path.write_text(HEAD.format("de vlonder"), "utf-8")
        await reader.press("v")
        await reader.until(lambda: isinstance(reader.app.screen, SourceScreen), "the source is open")
        await reader.until_shown("Drijft de vlonder?")
        assert "it was read again" in reader.told
        await reader.press("v")
        await reader.until_shown("Drijft de vlonder?")
        assert "Drijft de brug?" not in reader.text


async def test_opening_a_file_that_has_changed_shows_it_as_it_is(folder: Path) -> None:
    path = folder / "ah-tk-20982099-9.txt"
    async with reading(folder) as reader:
        await reader.until(lambda: "Drijft de brug?" in reader.text, "the document")
        path.write_text(HEAD.format("de vlonder"), "utf-8")
        await reader.press("shift+tab", "enter")
        await reader.until_shown("Drijft de vlonder?")

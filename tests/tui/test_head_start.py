"""The process that reads the first document while Textual is imported: what becomes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import psutil
import pytest

from kvtui.tui.first_reading import message_of, read_whole
from kvtui.tui.head_start import HeadStart
from kvtui.tui.reader_app import ReaderApp
from tests.tui.reading import LIGHTHOUSES, Reader


@pytest.fixture
def started() -> Iterator[tuple[HeadStart, int, int]]:
    """A process that sends nothing of itself: with its number, and where the test sends for it."""
    process = subprocess.Popen(
        [sys.executable, "-c", "import threading; threading.Event().wait()"], process_group=0
    )
    pipe, inlet = os.pipe()
    head_start = HeadStart(process.pid, pipe)
    yield head_start, process.pid, inlet
    head_start.end()
    process.wait()


async def test_it_is_gone_when_the_document_is_there(started: tuple[HeadStart, int, int]) -> None:
    head_start, pid, inlet = started
    os.write(inlet, message_of(read_whole(LIGHTHOUSES)))
    app = ReaderApp((LIGHTHOUSES,), head_start)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot)
        await reader.until_open(LIGHTHOUSES)
        await reader.until(lambda: not psutil.pid_exists(pid), "the process is gone")
    os.close(inlet)


async def test_a_document_on_which_it_died_is_read_like_any_other(
    started: tuple[HeadStart, int, int],
) -> None:
    head_start, pid, inlet = started
    os.close(inlet)
    app = ReaderApp((LIGHTHOUSES,), head_start)
    async with app.run_test(size=(120, 40)) as pilot:
        await Reader(pilot).until_open(LIGHTHOUSES)
    assert not psutil.pid_exists(pid)


async def test_a_beginning_stays_marked_when_it_dies_before_the_rest(
    started: tuple[HeadStart, int, int],
) -> None:
    head_start, _, inlet = started
    os.write(inlet, message_of(replace(read_whole(LIGHTHOUSES), is_whole=False)))
    os.close(inlet)
    app = ReaderApp((LIGHTHOUSES,), head_start)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.until_told("Only the beginning is here.")
        await reader.until_shown("only its beginning")

"""Keeps the main library up to date for a command: a bar on a terminal, lines elsewhere.

ctrl+c ends it with what was read committed; a second one ends it at once.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kvtui.cli import messages
from kvtui.cli.output import is_terminal
from kvtui.library.catalogue import CatalogueError, open_catalogue
from kvtui.library.collection import Collection, discard_temporary, main_collection
from kvtui.library.indexing.progress import IndexingError, Outcome, Progress, Report, Stage
from kvtui.userdata.paths import cache_dir

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_LINES = 10.0  # seconds between two lines


def keep_up_to_date(roots: Sequence[Path], *, again: bool = False) -> int:
    """Refreshes the main library; with `again` also what could not be read before. Gives the exit code."""
    from kvtui.library.indexing.refreshing import refresh, try_failed_again

    def run(collection: Collection, report: Report, stop: Callable[[], bool]) -> int:
        if again:
            try_failed_again(collection, report, stop)
        return _say(refresh(collection, report, stop), collection)

    return _run(roots, run)


def remove_former(roots: Sequence[Path]) -> int:
    """Takes the documents of former roots out of the main library. Gives the exit code."""
    from kvtui.library.indexing.removing import drop_former_roots

    def run(collection: Collection, report: Report, stop: Callable[[], bool]) -> int:
        gone = drop_former_roots(collection, report, stop)
        print(f"{_files(gone)} taken out of the library; nothing was deleted", file=sys.stderr)
        return messages.OK

    return _run(roots, run)


def _run(roots: Sequence[Path], run: Callable[[Collection, Report, Callable[[], bool]], int]) -> int:
    collection = main_collection(roots, cache_dir())
    if collection.notice:
        discard_temporary(collection)
        return messages.fail(collection.notice.partition(": the library is kept")[0])
    try:
        with reporting() as report, _stopping() as stop:
            return run(collection, report, stop)
    except (IndexingError, CatalogueError) as error:
        return messages.fail(f"{error}; what was read before is kept, kvtui refresh goes on")


def _say(outcome: Outcome, collection: Collection) -> int:
    if outcome.stopped:
        read = f" {_files(outcome.read)} read;" if outcome.read else ""
        return messages.fail(f"stopped;{read} kvtui refresh goes on", messages.INTERRUPTED)
    told = [f"{_files(outcome.read)} read"]
    failed = _failed_in(collection) if outcome.failed or outcome.problems else 0
    if failed:
        told.append(f"{failed:,} could not be read: kvtui library tells why")
    if outcome.gone:
        told.append(f"{_files(outcome.gone)} gone")
    words = "; ".join(told) if outcome.read or outcome.gone or failed else "nothing changed"
    print(f"{words} ({outcome.seconds:,.1f} s)", file=sys.stderr)
    return messages.OK


def _failed_in(collection: Collection) -> int:
    """As `kvtui library` counts: damaged archives and closed folders with the files."""
    with closing(open_catalogue(collection.folder)) as catalogue:
        return catalogue.state().failed


@contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """Whether ctrl+c was pressed; the second time it ends the program."""
    pressed = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def reporting() -> Iterator[Report]:
    """What draws or writes the progress on the standard error while it is open."""
    if not is_terminal(sys.stderr):
        yield _Lines()
        return
    with _bar() as bar:
        yield _Drawn(bar)


class _Lines:
    """Reports in lines, for a log."""

    def __init__(self) -> None:
        self._said = -_LINES

    def __call__(self, progress: Progress) -> None:
        if progress.stage in (Stage.TOLD, Stage.WAITING):
            messages.say(progress.words)
        elif progress.stage is Stage.READING and progress.seconds - self._said >= _LINES:
            self._said = progress.seconds
            print(f"{progress.done:,} of {_files(progress.total)} read", file=sys.stderr)


class _Drawn:
    """Reports in a bar."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("looking for changes", total=None, rate="")

    def __call__(self, progress: Progress) -> None:
        if progress.stage in (Stage.TOLD, Stage.WAITING):
            self._bar.console.print(messages.said(progress.words), markup=False, highlight=False)
        elif progress.stage is Stage.READING:
            rate = f"{progress.done / progress.seconds:,.0f}/s" if progress.seconds > 0.5 else ""
            self._bar.update(
                self._task,
                description="reading",
                completed=progress.done,
                total=progress.total,
                rate=rate,
            )


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    return RichProgress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )


def _files(number: int) -> str:
    return f"{number:,} file" + ("" if number == 1 else "s")

"""How fast a library is made and refreshed, beside tantivy alone and a bare walk; the indexer's memory."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.library.parsed import key_of
from benchmarks.library.places import Place, built, discard, environment, python, python_environment
from benchmarks.library.watching import Watched, watched
from benchmarks.programs import kvtui
from benchmarks.tables import Goal, Table, figure, middle, ratio

_INDEXING, _REFRESHING = 3.0, 2.0
_MEMORY = 1024
_MOST_IN_MEMORY = 200_000
"""Documents whose texts `alone` is trusted to hold at once."""


def indexing(places: Sequence[Place], cache: Path) -> Table:
    """Every corpus added to an empty library, once, and its texts to tantivy alone."""
    rows: list[tuple[str, ...]] = []
    goals: list[Goal] = []
    for place in places:
        ours, alone = _added(place), _alone(place, cache)
        label = f"{place.size:,}"
        rows.append(
            (
                label,
                figure(_bytes(place.corpus) / 1e6),
                figure(ours.seconds, 1),
                figure(place.size / ours.seconds),
                figure(alone, 1),
                figure(ratio(ours.seconds, alone), 2),
                figure(_bytes(place.library) / 1e6),
                figure(ours.unique),
                figure(ours.resident),
            )
        )
        goals += [
            Goal(f"{label}: indexing, against tantivy alone", _INDEXING, ratio(ours.seconds, alone), "×"),
            Goal(f"{label}: memory of the indexer", _MEMORY, ours.resident, "MiB"),
        ]
    return Table(
        "Indexing",
        (
            *("documents", "MB", "kvtui s", "kvtui documents/s", "tantivy alone s", "×", "library MB"),
            *("own MiB", "resident MiB"),
        ),
        tuple(rows),
        tuple(goals),
        (
            "`kvtui add` from its start to its end: reading and parsing every file, catalogue, index and "
            "words. tantivy alone is given the parsed texts from memory, with its own settings: five fields, "
            "the same words. Memory is the most that the indexer and its processes had together (own USS, "
            "resident RSS; what they share is counted for each).",
        ),
    )


def _added(place: Place) -> Watched:
    discard(place)
    with environment(place, keep_data=True) as variables:
        return watched([*kvtui().command, "add", str(place.corpus)], variables)


def _alone(place: Place, cache: Path) -> float | None:
    """Seconds of tantivy alone; None for a corpus whose texts the memory does not hold."""
    if place.size > _MOST_IN_MEMORY:
        return None
    key_of(place)  # reads the corpus now, where that has not been done
    with tempfile.TemporaryDirectory(dir=place.folder) as folder:
        return _printed(python("benchmarks.library.alone", str(place.size), str(cache), folder))[0]


def refreshing(places: Sequence[Place], runs: int) -> Table:
    """A refresh of each library in which nothing changed, beside a walk through its files."""
    rows: list[tuple[str, ...]] = []
    goals: list[Goal] = []
    for place in places:
        ours, command, bare, with_stat = zip(*_refreshes(built(place), runs), strict=True)
        share, share_of_stat = ratio(middle(ours), middle(bare)), ratio(middle(ours), middle(with_stat))
        figures = (middle(ours), middle(command), middle(bare), middle(with_stat))
        rows.append(
            (
                f"{place.size:,}",
                *(figure(value and value * 1000, 1) for value in figures),
                figure(share, 2),
                figure(share_of_stat, 2),
            )
        )
        what = f"{place.size:,}: refresh, against a walk"
        goals += [
            Goal(f"{what} with size and time", _REFRESHING, share_of_stat, "×"),
            Goal(f"{what} with names only", _REFRESHING, share, "×"),
        ]
    return Table(
        "Refresh with nothing changed",
        (
            *("documents", "in a running kvtui ms", "kvtui refresh ms", "walk ms", "walk with stat ms"),
            *("×, walk", "×, walk with stat"),
        ),
        tuple(rows),
        tuple(goals),
        (
            "The walk is `os.scandir` over the same folders; whoever looks for changes must ask for the size "
            "and the time of each file too (with stat). The command's time contains Python's own start.",
        ),
    )


def _refreshes(place: Place, runs: int) -> Iterator[tuple[float, float, float, float]]:
    """Seconds of a refresh in a process, of the command, and of the walks, in turn."""
    for _ in range(runs):
        inside = _printed(python("benchmarks.library.refreshing", str(place.library), str(place.corpus)))
        with environment(place, keep_data=True) as variables:
            command = watched([*kvtui().command, "refresh"], variables)
        bare, with_stat = _printed(python("benchmarks.library.walking", str(place.corpus)))
        yield inside[0], command.seconds, bare, with_stat


def _printed(command: Sequence[str]) -> list[float]:
    """The numbers that a module of the benchmarks prints."""
    done = subprocess.run(command, env=python_environment(), check=True, stdout=subprocess.PIPE, text=True)
    return [float(line) for line in done.stdout.split()]


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

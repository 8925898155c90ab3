"""The corpora, and a library of each as kvtui made it, in the cache folder; and the surroundings of a run.

What a reader writes goes to directories that are thrown away; the library's cache is the kept one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.files import VERSION, corpus_in
from benchmarks.measures import settle
from benchmarks.programs import fresh_environment, kvtui
from benchmarks.terminal import running
from kvtui.library.folders import samples_folder

_INDEXING_SAMPLES = 5.0
"""Seconds for what kvtui does at the first start with its samples."""


@dataclass(frozen=True, slots=True)
class Place:
    """A corpus and where what is made of it is kept."""

    size: int
    """Documents."""
    corpus: Path
    folder: Path

    @property
    def cache(self) -> Path:
        """What `KVTUI_CACHE_DIR` is for this library."""
        return self.folder / "cache"

    @property
    def data(self) -> Path:
        """What `KVTUI_DATA_DIR` was when the corpus was added."""
        return self.folder / "data"

    @property
    def library(self) -> Path:
        """Where kvtui keeps the catalogue and the index."""
        return self.cache / "library"


def place_of(cache: Path, size: int) -> Place:
    """The place for a corpus of that size; the corpus is written first when it is not there."""
    folder = cache / f"library-{VERSION}" / f"{size}"
    folder.mkdir(parents=True, exist_ok=True)
    return Place(size, corpus_in(cache, size), folder)


def empty_place(cache: Path) -> Place:
    """A place without a library, where kvtui shows its samples; it has been started there before."""
    folder = cache / f"library-{VERSION}" / "empty"
    place = Place(0, samples_folder(), folder)
    if not place.data.exists():
        place.data.mkdir(parents=True)
        with environment(place, keep_data=True) as variables, running(kvtui().command, variables) as terminal:
            settle(terminal)
            time.sleep(_INDEXING_SAMPLES)
    return place


def built(place: Place) -> Place:
    """The same with its library up to date: made when it is not there, else refreshed.

    Raises `subprocess.CalledProcessError` when kvtui does not get it done.
    """
    command = ["refresh"] if place.data.exists() else ["add", str(place.corpus)]
    with environment(place, keep_data=True) as variables:
        subprocess.run([*kvtui().command, *command], env=variables, check=True, capture_output=True)
    return place


def discard(place: Place) -> None:
    """Throw away the library; the corpus stays."""
    for folder in (place.cache, place.data):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def environment(place: Place, *, keep_data: bool = False) -> Iterator[dict[str, str]]:
    """The variables of a run with this library: its cache, and its data or a copy of them."""
    with fresh_environment() as variables:
        data = place.data if keep_data else Path(variables["KVTUI_DATA_DIR"])
        if not keep_data:
            shutil.copytree(place.data, data, dirs_exist_ok=True)
        yield {**variables, "KVTUI_CACHE_DIR": str(place.cache), "KVTUI_DATA_DIR": str(data)}


def python(module: str, *arguments: str) -> list[str]:
    """The command that runs a module of these benchmarks."""
    return [sys.executable, "-m", module, *arguments]


def python_environment() -> dict[str, str]:
    """Variables with which a module of the benchmarks is found, and nothing of kvtui's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KVTUI_")}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[2])}

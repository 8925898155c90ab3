"""How many documents of each format kvtui reads in a second, beside the bare extraction library.

The same files for both, on one processor with all children: from the path to a `Document` (kvtui) and to a
text (the libraries).
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.extraction import LIBRARIES, Extraction, PdfProcess, decoded
from benchmarks.in_each_format import files_in
from benchmarks.rounds import in_turn
from benchmarks.tables import Goal, Table, figure, middle, ratio
from kvtui.model.formats import LINES, Format
from kvtui.parsing import parse
from kvtui.sources import read_source

_MOST = 2.0
_LEAST_SECONDS = 0.1
"""Files are read again within one run until this has passed."""
_SUFFIXES = {
    Format.TEXT: ".txt",
    Format.MARKDOWN: ".md",
    Format.PDF: ".pdf",
    Format.DOCX: ".docx",
    Format.ODT: ".odt",
    Format.XML: ".xml",
    Format.HTML: ".html",
}
_WHOLE, _SOURCE = "kvtui", "kvtui, without parsing"
_IN_PROCESS = "pypdfium2, in a process of its own"


class _Files(NamedTuple):
    """Documents of one format."""

    name: str
    format: Format
    paths: Sequence[Path]


def format_speeds(folder: Path, runs: int, corpus: Path | None) -> Iterator[Table]:
    """A table of invented files in `folder`, and one of the files in `corpus` where that is given."""
    made = [
        _Files(f"{_shown(format)}, {size}", format, paths)
        for format, suffix in _SUFFIXES.items()
        for size, paths in files_in(folder, suffix).items()
    ]
    about = (
        "Documents in a second, on one processor, from the path to a `Document` (kvtui) and to a text (the "
        "others): 50 usual ones (10 questions, 10 kB of text) and a large one (1 MB of text) in each format.",
        "Without parsing: to lines of text, with what the format knows of them.",
        "Reading and decoding a text is no extraction; it is shown, and no goal is set against it.",
    )
    yield _speeds("Formats", made, runs, about)
    if corpus is not None:
        real = "The same for a folder of real documents."
        yield _speeds(f"Formats, documents of {corpus.name}", list(_real_files(corpus)), runs, (real,))


def _real_files(corpus: Path) -> Iterator[_Files]:
    """The documents below a folder that kvtui and the libraries can read, by format."""
    found: dict[Format, list[Path]] = {}
    for path in sorted(path for path in corpus.rglob("*") if path.is_file()):
        try:
            format = Format(read_source(path).format)
            for extraction in LIBRARIES[format].values():
                extraction(path)
        except Exception:  # whatever a library raises for what it cannot read
            continue
        found.setdefault(format, []).append(path)
    for format, paths in found.items():
        yield _Files(f"{_shown(format)}, {len(paths)} files", format, paths)


def _shown(format: Format) -> str:
    return format if format in LINES else format.upper()


def _speeds(title: str, sets: Sequence[_Files], runs: int, remarks: tuple[str, ...]) -> Table:
    rows: list[tuple[str, ...]] = []
    goals: list[Goal] = []
    with _one_processor(), _libraries() as libraries:
        for files in sets:
            others = libraries[files.format]
            readers: dict[str, Extraction] = {_WHOLE: _document, _SOURCE: read_source, **others}
            measured = in_turn(
                {name: partial(_speed, reader, files.paths) for name, reader in readers.items()}, runs
            )
            speeds = {name: middle(of_runs) for name, of_runs in measured.items()}
            rows += [_row(files, name, speeds) for name in others]
            goals += [
                Goal(f"{files.name}, time against {name}", _MOST, ratio(speeds[name], speeds[_WHOLE]), "×")
                for name, reader in others.items()
                if reader is not decoded
            ]
    head = (
        "documents",
        "against",
        "kvtui /s",
        "without parsing /s",
        "the other /s",
        "time ×",
        "without parsing ×",
    )
    return Table(title, head, tuple(rows), tuple(goals), remarks)


def _row(files: _Files, other: str, speeds: Mapping[str, float | None]) -> tuple[str, ...]:
    shown = [speeds[name] for name in (_WHOLE, _SOURCE, other)]
    ratios = [ratio(speeds[other], speeds[name]) for name in (_WHOLE, _SOURCE)]
    return (
        files.name,
        other,
        *(figure(speed, 0 if (speed or 0) >= 100 else 1) for speed in shown),
        *(figure(share, 2) for share in ratios),
    )


@contextmanager
def _libraries() -> Iterator[Mapping[Format, Mapping[str, Extraction]]]:
    """All libraries by format, with a process for PDFs."""
    process = PdfProcess()
    try:
        yield {**LIBRARIES, Format.PDF: {**LIBRARIES[Format.PDF], _IN_PROCESS: process}}
    finally:
        process.end()


@contextmanager
def _one_processor() -> Iterator[None]:
    """Keeps this process, and those that it starts, on one processor where the platform can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _document(path: Path) -> object:
    return parse(read_source(path))


def _speed(reader: Extraction, paths: Sequence[Path]) -> float:
    """Documents a second, over as many rounds through `paths` as fit in a moment."""
    gc.collect()
    done, begin = 0, time.perf_counter()
    while True:
        for path in paths:
            reader(path)
        done += len(paths)
        passed = time.perf_counter() - begin
        if passed >= _LEAST_SECONDS:
            return done / passed

"""The texts of a corpus as kvtui reads them, for programs that are given them ready: one row a pair.

Read once, over all processors, and kept; read anew when kvtui's reading has changed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import kvtui
from benchmarks.library.places import Place

_READ_BY = ("model", "sources", "parsing", "library/facts", "library/ministries.py")
"""The parts of kvtui on which the rows depend."""
_CHUNK = 200
"""Documents that go to a process, and into the file, at a time."""


class Row(NamedTuple):
    """A pair of questions and answer, or the header of a document."""

    document: int
    question: str
    answer: str
    footnote: str
    other: str
    subject: str
    session: str
    ministries: str
    """Codes, with a blank before and behind each."""
    parties: str
    """Names, with a bar before and behind each."""
    day: int


def rows(place: Place) -> Iterator[list[Row]]:
    """All rows of the corpus, some documents at a time."""
    with _file(place).open("rb") as stream:
        while True:
            try:
                yield pickle.load(stream)
            except EOFError:
                return


def key_of(place: Place) -> str:
    """Changes when the rows would."""
    return _file(place).stem


def _file(place: Place) -> Path:
    digest = hashlib.sha256()
    for part in _READ_BY:
        root = Path(kvtui.__file__).parent / part
        for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
            digest.update(path.read_bytes())
    path = place.folder / f"parsed-{digest.hexdigest()[:12]}.pickle"
    if not path.exists():
        for old in place.folder.glob("parsed-*"):
            old.unlink()
        _write(place, path)
    return path


def _write(place: Place, path: Path) -> None:
    paths = sorted(path for path in place.corpus.rglob("*") if path.is_file())
    unfinished = path.with_suffix(".unfinished")
    chunks = list(_chunks(enumerate(paths)))
    with (
        unfinished.open("wb") as stream,
        ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as workers,
    ):
        for made in workers.map(_rows_of, chunks):
            pickle.dump(made, stream, pickle.HIGHEST_PROTOCOL)
    unfinished.rename(path)


def _chunks(paths: Iterable[tuple[int, Path]]) -> Iterator[list[tuple[int, Path]]]:
    left = iter(paths)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


def _rows_of(paths: list[tuple[int, Path]]) -> list[Row]:
    from kvtui.library.facts.citations import citations_of
    from kvtui.library.facts.records import records_of
    from kvtui.parsing import parse
    from kvtui.sources import read_source

    made = []
    for number, path in paths:
        document = parse(read_source(path))
        for record in records_of(document, citations_of(document)):
            facts = record.facts
            made.append(
                Row(
                    document=number,
                    question="\n".join(record.questions),
                    answer="\n".join(record.answers),
                    footnote="\n".join(record.footnotes),
                    other="\n".join((record.title, record.notice, record.note, record.unplaced)),
                    subject=facts.subject,
                    session=facts.session,
                    ministries="".join(f" {code} " for code in facts.ministries),
                    parties="".join(f"|{name}|" for name in facts.parties),
                    day=facts.day,
                )
            )
    return made

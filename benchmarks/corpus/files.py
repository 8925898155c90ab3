"""The files of a corpus: named as published, in folders by session of a few thousand files each."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.answers import answers_of
from benchmarks.corpus.content import Content, Writer, content_of
from benchmarks.corpus.people import Chamber
from benchmarks.corpus.planning import Session, Set, sessions
from benchmarks.corpus.prose import prose
from benchmarks.corpus.writing import (
    Form,
    Markdown,
    PlainText,
    answer_document,
    notice_document,
    questions_document,
)

VERSION = 1
"""Rises with every change of what is written: figures of different versions cannot be compared."""
_FILES_IN_A_FOLDER = 5000
_PLAIN_SHARE = 0.5
_KEPT = 50_000
"""Publications that can be referred to."""


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    files: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: str


def corpus_in(cache: Path, documents: int, seed: int = 1) -> Path:
    """The folder in `cache` with a corpus of that size, written first when it is not there."""
    folder = cache / f"corpus-{VERSION}" / f"{documents}-{seed}"
    complete = folder.with_suffix(".complete")
    if not complete.exists():
        shutil.rmtree(folder, ignore_errors=True)
        write_corpus(folder, documents, seed)
        complete.touch()
    return folder


def write_corpus(folder: Path, documents: int, seed: int = 1) -> Written:
    """Write that many documents into `folder`, by the same seed the same bytes."""
    chance = random.Random(seed)
    writer = Writer(chance, prose(chance), [], [])
    files = size = 0
    for session in sessions(chance, documents):
        place = folder
        for index, file in enumerate(_files(session, writer)):
            if index % _FILES_IN_A_FOLDER == 0:
                place = _place(folder, session.year, index // _FILES_IN_A_FOLDER)
            data = file.text.encode()
            with open(place / file.name, "wb", buffering=0) as stream:
                stream.write(data)
            files += 1
            size += len(data)
        del writer.earlier[:-_KEPT], writer.earlier_cases[:-_KEPT]
    return Written(files, size)


def _place(folder: Path, year: int, part: int) -> Path:
    place = folder / (f"{year}-{year + 1}" + (f"-{part + 1}" if part else ""))
    place.mkdir(parents=True, exist_ok=True)
    return place


def _files(session: Session, writer: Writer) -> Iterator[_File]:
    chamber = Chamber(session.year)
    for one in session.sets:
        content = content_of(one, chamber, writer)
        yield from _files_of(one, content, writer)
        publications = [*([one.notice] if one.notice else []), *one.answers]
        writer.earlier.extend((one.session, publication.number) for publication in publications)
        writer.earlier_cases.append(one.case)


def _files_of(one: Set, content: Content, writer: Writer) -> Iterator[_File]:
    if one.has_questions:
        yield _File(f"kv-tk-{one.case}.txt", questions_document(one, content, PlainText()))
    name = f"ah-tk-{one.session}{one.session + 1}-"
    if one.notice:
        form, suffix = _form(writer)
        yield _File(f"{name}{one.notice.number}{suffix}", notice_document(one, one.notice, content, form))
    for answer in one.answers:
        form, suffix = _form(writer)
        text = answer_document(one, answer, content, answers_of(one, content, writer), form)
        yield _File(f"{name}{answer.number}{suffix}", text)


def _form(writer: Writer) -> tuple[Form, str]:
    drawn = writer.chance.random()
    return (PlainText(), ".txt") if drawn < _PLAIN_SHARE else (Markdown(int(drawn * 1e6)), ".md")

"""The words of the index with their counts, and the words of each stem: a file beside the index.

One file, replaced as a whole: a head that says of which commit of the index it is, a line `word⇥records`
for each word, then a line `stem⇥word word…` for each stem with other words than itself; both sorted; then
the words by groups of letters. A reader maps it and searches in it; without it every word stands for itself.
"""

from __future__ import annotations

import mmap
import os
import re
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from kvtui.library.index.letter_groups import group_table, read_group_table
from kvtui.library.index.opening import (
    TextIndexError,
    commit_of,
    index_folder,
    open_index,
    tantivy_errors,
)
from kvtui.library.index.schema import EVERYTHING
from kvtui.library.index.stemming import stems

_NAME: Final = "vocabulary"
_HEAD: Final = b"kvtui vocabulary 3 %020d %015d %015d %015d %015d %010d\n"
"""Its numbers: the commit of the index, the lengths in bytes of the words, the stems, the table of groups
and its places, and a checksum of all but the places: there are many, and each leads to a word that is
looked at."""
_HEAD_READ: Final = re.compile(re.sub(rb"%0(\d\d)d", rb"(\\d{\1})", _HEAD))
_STEP: Final = 1024
"""Bytes between the lines that are kept to find others by."""


def vocabulary_file(folder: Path) -> Path:
    """Where the vocabulary of a library is."""
    return index_folder(folder) / _NAME


def write_vocabulary(folder: Path) -> None:
    """Writes the words of what was committed. Raises `TextIndexError`; the old file then stays."""
    commit = commit_of(folder)
    words, counts = _counted_words(folder)
    lines, places = _word_lines(words, counts)
    of_stems = _stem_lines(words)
    most_frequent_first = sorted(range(len(words)), key=counts.__getitem__, reverse=True)
    table, leads = group_table((words[number], places[number]) for number in most_frequent_first)
    parts = (lines, of_stems, table)
    head = _HEAD % (commit, *map(len, parts), sum(map(len, leads)), zlib.crc32(b"".join(parts)))
    _replace(folder, (head, *parts, *leads))


def _counted_words(folder: Path) -> tuple[list[str], array[int]]:
    """The words that have forms, sorted, and in how many records each is."""
    searcher = open_index(folder).searcher()
    words, counts = list[str](), array("I")
    with tantivy_errors(TextIndexError, "the words of the index cannot be read"):
        for letter in ascii_lowercase:  # not all at once: that takes memory
            for word, count in sorted(searcher.terms_with_prefix(EVERYTHING, letter)):
                if word.isalpha() and word.isascii():
                    words.append(word)
                    counts.append(count)
    return words, counts


def _word_lines(words: Sequence[str], counts: Sequence[int]) -> tuple[bytes, Sequence[int]]:
    """A line for each word, and where each begins."""
    lines = [f"{word}\t{count}\n" for word, count in zip(words, counts, strict=True)]
    return "".join(lines).encode("ascii"), array("I", accumulate(map(len, lines), initial=0))


def _stem_lines(words: Sequence[str]) -> bytes:
    """A line for each stem with other words than itself."""
    of_words = stems(words)
    by_stem = sorted(range(len(words)), key=of_words.__getitem__)  # a list for each stem takes much memory
    lines = []
    for stem, numbers in groupby(by_stem, key=of_words.__getitem__):
        forms = [words[number] for number in numbers]
        if forms != [stem]:
            lines.append(f"{stem}\t{' '.join(forms)}\n")
    return "".join(lines).encode("ascii")


def _replace(folder: Path, parts: Iterable[bytes]) -> None:
    place = vocabulary_file(folder)
    waiting = place.with_name(f"{_NAME}.{os.getpid()}")
    try:
        with open(waiting, "wb") as file:
            file.writelines(parts)
        waiting.replace(place)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise TextIndexError(f"{place} cannot be written: {error.strerror or error}") from error


def is_vocabulary_current(folder: Path) -> bool:
    """Whether the vocabulary is whole and of the last commit of the index. Raises `TextIndexError`."""
    return Vocabulary(folder).commit == commit_of(folder)


class Vocabulary:
    """A mapped vocabulary file, or nothing where there is none that can be used."""

    def __init__(self, folder: Path) -> None:
        """Maps the file."""
        self.commit: int | None = None
        """The commit of the index that it is of; None where the file is missing or damaged."""
        data: mmap.mmap | bytes = b""
        with suppress(OSError, ValueError), open(vocabulary_file(folder), "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # not of a file of no length
        head = _HEAD_READ.match(data)
        lengths = [int(length) for length in head.groups()[1:5]] if head else []
        ends = list(accumulate(lengths, initial=head.end() if head else 0))
        view = memoryview(data)
        if head is None or ends[-1] != len(data) or zlib.crc32(view[ends[0] : ends[3]]) != int(head[6]):
            data, ends, view = b"", [0] * 5, memoryview(b"")
        else:
            self.commit = int(head[1])
        self._words = _Lines(data, ends[0], ends[1])
        self._stems = _Lines(data, ends[1], ends[2])
        self._groups = read_group_table(view[ends[2] : ends[3]], view[ends[3] : ends[4]])

    def count(self, word: str) -> int:
        """In how many records the word is; 0 for an unknown one."""
        return int(self._words.value(word) or 0)

    def forms(self, word: str) -> tuple[str, ...]:
        """The known words with the stem of this one; the word itself first, known or not."""
        (stem,) = stems([word])
        found = self._stems.value(stem) or (stem if self._words.value(stem) else "")
        return tuple(dict.fromkeys((word, *found.split())))

    def knows(self, word: str) -> bool:
        """Whether the word is known, or another of its forms."""
        return any(map(self.count, self.forms(word)))

    def containing(self, part: str, most: int) -> list[tuple[str, int]]:
        """The words with that part in them, and their counts: at most so many, the most frequent first.

        A part has at least four letters; fewer are in too many words.
        """
        wanted, found = part.encode(), dict[str, int]()
        for place in self._groups.places_for(part):
            word, count = self._words.line_at(place)
            if wanted in word:
                found[word.decode()] = int(count)
                if len(found) == most:
                    break
        return list(found.items())

    def beginning(self, letter: str, shortest: int, longest: int) -> list[str]:
        """The words that begin with a letter and are that long."""
        return self._words.beginning(letter, shortest, longest)


@dataclass(frozen=True)
class _Lines:
    """Sorted lines `key⇥value` in a stretch of bytes."""

    data: mmap.mmap | bytes
    start: int
    end: int

    @cached_property
    def _places(self) -> tuple[list[bytes], list[int]]:
        """The key of a line in each stretch of `_STEP` bytes, and where it begins."""
        keys, places = [], []
        place = self.start
        while place < self.end:
            keys.append(self.data[place : self.data.find(b"\t", place)])
            places.append(place)
            line_end = self.data.find(b"\n", min(place + _STEP, self.end - 1))
            if line_end < 0:
                break
            place = line_end + 1
        return keys, places

    def value(self, key: str) -> str | None:
        """What stands behind the key."""
        wanted = key.encode()
        start, end = self._stretch(wanted)
        # every line but the file's first has a line end before it, and the file begins with a head
        found = self.data.find(b"\n" + wanted + b"\t", max(start - 1, 0), end)
        if found < 0:
            return None
        behind = found + len(wanted) + 2
        return self.data[behind : self.data.find(b"\n", behind)].decode()

    def line_at(self, place: int) -> tuple[bytes, bytes]:
        """Key and value of the line that begins so many bytes behind the first; empty where none begins."""
        begin = self.start + place
        end = self.data.find(b"\n", begin, self.end)
        if end < 0 or self.data[begin - 1 : begin] != b"\n":
            return b"", b""
        key, _, value = self.data[begin:end].partition(b"\t")
        return key, value

    def beginning(self, letter: str, shortest: int, longest: int) -> list[str]:
        """The keys that begin with a letter and are that long."""
        wanted = letter.encode()
        start, _ = self._stretch(wanted)
        _, end = self._stretch(wanted + b"\x7f")
        # a pattern, as there can be a hundred thousand
        pattern = rf"^{letter}\w{{{max(0, shortest - 1)},{longest - 1}}}(?=\t)"
        return re.findall(pattern, self.data[start:end].decode(), re.ASCII | re.MULTILINE)

    def _stretch(self, key: bytes) -> tuple[int, int]:
        """Where a line with the key must be, if anywhere."""
        keys, places = self._places
        at = bisect_right(keys, key)
        start = places[at - 1] if at else self.start
        return start, places[at] if at < len(places) else self.end

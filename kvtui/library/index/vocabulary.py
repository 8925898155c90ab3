"""The words of the index with their counts, and the words of each stem: a file beside the index.

One file, replaced as a whole: a head that says of which commit of the index it is, a line `word⇥records`
for each word, then a line `stem⇥word word…` for each stem with other words than itself; both sorted. A
reader maps it and searches in it; without it every word stands for itself.
"""

from __future__ import annotations

import mmap
import os
import re
import zlib
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from pathlib import Path
from typing import Final

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
_HEAD: Final = b"kvtui vocabulary 2 %020d %015d %010d\n"
"""Its numbers: the commit of the index, the length of the words in bytes, a checksum of all behind it."""
_HEAD_READ: Final = re.compile(rb"kvtui vocabulary 2 (\d{20}) (\d{15}) (\d{10})\n")
_ONCE: Final = b"\t1"
"""The end of the line of a word that is in one record."""
_STEP: Final = 1024
"""Bytes between the lines that are kept to find others by."""


def vocabulary_file(folder: Path) -> Path:
    """Where the vocabulary of a library is."""
    return index_folder(folder) / _NAME


def write_vocabulary(folder: Path) -> None:
    """Writes the words of what was committed. Raises `TextIndexError`; the old file then stays."""
    commit = commit_of(folder)
    counts = _counts(folder)
    words = sorted(word for word in counts if word.isalpha() and word.isascii())
    of_stem: defaultdict[str, list[str]] = defaultdict(list)
    for word, stem in zip(words, stems(words), strict=True):
        of_stem[stem].append(word)
    first = "".join(f"{word}\t{counts[word]}\n" for word in words).encode("ascii")
    second = "".join(
        f"{stem}\t{' '.join(of_stem[stem])}\n" for stem in sorted(of_stem) if of_stem[stem] != [stem]
    ).encode("ascii")
    place = vocabulary_file(folder)
    waiting = place.with_name(f"{_NAME}.{os.getpid()}")
    try:
        waiting.write_bytes(_HEAD % (commit, len(first), zlib.crc32(first + second)) + first + second)
        waiting.replace(place)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise TextIndexError(f"{place} cannot be written: {error.strerror or error}") from error


def _counts(folder: Path) -> dict[str, int]:
    """In how many records each word is."""
    index = open_index(folder)
    with tantivy_errors(TextIndexError, "the words of the index cannot be read"):
        return dict(index.searcher().terms_with_prefix(EVERYTHING, ""))


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
        begin = end = 0
        try:
            with open(vocabulary_file(folder), "rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            pass  # a file of no length cannot be mapped
        head = _HEAD_READ.match(data)
        if head is not None and zlib.crc32(memoryview(data)[head.end() :]) == int(head[3]):
            self.commit = int(head[1])
            begin, end = head.end(), head.end() + int(head[2])
        else:
            data = b""
        self._words = _Lines(data, begin, end)
        self._stems = _Lines(data, end, len(data))

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
        """The words with that part in them, and their counts: at most so many, the most frequent first."""
        return self._words.containing(part, most)

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

    def containing(self, part: str, most: int) -> list[tuple[str, int]]:
        """The lines with that in their key: those with the largest values, of equals the first.

        Most words occur once: their lines are read only where there is room for them.
        """
        wanted = part.encode()
        found, once = list[tuple[str, int]](), list[int]()
        place = self.data.find(wanted, self.start, self.end)
        while place >= 0:
            end = self.data.find(b"\n", place)
            if self.data[end - len(_ONCE) : end] == _ONCE:
                once.append(place)
            else:
                found.append(self._line(place, end))
            place = self.data.find(wanted, end, self.end)
        largest = nlargest(most, found, key=itemgetter(1))
        rest = once[: most - len(largest)]
        return largest + [self._line(place, self.data.find(b"\n", place)) for place in rest]

    def _line(self, place: int, end: int) -> tuple[str, int]:
        """Key and value of the line around a place."""
        begin = self.data.rfind(b"\n", self.start - 1, place) + 1
        word, _, count = self.data[begin:end].partition(b"\t")
        return word.decode(), int(count)

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

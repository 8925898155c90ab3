"""The words of the index with their counts, and the words of each stem: a file beside the index.

One file, replaced as a whole: a line `word⇥records` for each word, then a line `stem⇥word word…` for each
stem with other words than itself; both sorted. A reader maps it and searches in it; without it every
word stands for itself.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from kvtui.library.index.opening import TextIndexError, index_folder, open_index, tantivy_errors
from kvtui.library.index.schema import EVERYTHING
from kvtui.library.index.stemming import stems

_NAME: Final = "vocabulary"
_HEAD: Final = b"kvtui vocabulary 1 %015d\n"
"""Its number is the length of the words, in bytes."""
_STEP: Final = 1024
"""Bytes between the lines that are kept to find others by."""


def vocabulary_file(folder: Path) -> Path:
    """Where the vocabulary of a library is."""
    return index_folder(folder) / _NAME


def write_vocabulary(folder: Path) -> None:
    """Writes the words of what was committed. Raises `TextIndexError`; the old file then stays."""
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
        waiting.write_bytes(_HEAD % len(first) + first + second)
        waiting.replace(place)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise TextIndexError(f"{place} cannot be written: {error.strerror or error}") from error


def _counts(folder: Path) -> dict[str, int]:
    """In how many records each word is."""
    index = open_index(folder)
    with tantivy_errors(TextIndexError, "the words of the index cannot be read"):
        return dict(index.searcher().terms_with_prefix(EVERYTHING, ""))


class Vocabulary:
    """A mapped vocabulary file, or nothing where there is none that can be used."""

    def __init__(self, folder: Path) -> None:
        """Maps the file."""
        self._data: mmap.mmap | bytes = b""
        self.stamp = (0, 0)
        head = len(_HEAD % 0)
        try:
            with open(vocabulary_file(folder), "rb") as file:
                status = os.fstat(file.fileno())
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self.stamp = (status.st_ino, status.st_mtime_ns)
            length = int(self._data[head - 16 : head])
        except (OSError, ValueError):
            self._data, head, length = b"", 0, 0
        self._words = _Lines(self._data, head, head + length)
        self._stems = _Lines(self._data, head + length, len(self._data))

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

    def containing(self, part: str) -> Iterator[tuple[str, int]]:
        """The words with that part in them, and their counts, in alphabetical order."""
        return self._words.containing(part)

    def beginning(self, letters: str) -> Iterator[tuple[str, int]]:
        """The words that begin so, and their counts."""
        return self._words.beginning(letters)


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

    def containing(self, part: str) -> Iterator[tuple[str, int]]:
        """The lines with that in their key."""
        wanted = part.encode()
        place = self.data.find(wanted, self.start, self.end)
        while place >= 0:
            begin = self.data.rfind(b"\n", self.start - 1, place) + 1
            end = self.data.find(b"\n", place)
            yield _line(self.data[begin:end])
            place = self.data.find(wanted, end, self.end)

    def beginning(self, letters: str) -> Iterator[tuple[str, int]]:
        """The lines whose key begins so."""
        wanted = letters.encode()
        start, _ = self._stretch(wanted)
        _, end = self._stretch(wanted + b"\x7f")
        for line in self.data[start:end].splitlines():
            if line.startswith(wanted):
                yield _line(line)

    def _stretch(self, key: bytes) -> tuple[int, int]:
        """Where a line with the key must be, if anywhere."""
        keys, places = self._places
        at = bisect_right(keys, key)
        start = places[at - 1] if at else self.start
        return start, places[at] if at < len(places) else self.end


def _line(line: bytes) -> tuple[str, int]:
    word, _, count = line.partition(b"\t")
    return word.decode(), int(count)

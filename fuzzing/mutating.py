"""Mutations that keep the shape of a document: lines and tags moved, copied, repeated, words put in.

Half of all mutations are these; the fuzzer's own mutate single bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

_PIECES = re.compile(rb"<[^<>]{0,200}>|[^<>\n]+|\n|[<>]")
_MOST_PIECES = 20_000
_MOST_REPEATED = 3000


def mutated(data: bytes, words: Sequence[bytes], longest: int, chance: random.Random) -> bytes:
    """A mutation of an input: one to four changes of its pieces."""
    pieces = _PIECES.findall(data[:longest])[:_MOST_PIECES]
    for _ in range(chance.randint(1, 4)):
        chance.choice(_CHANGES)(pieces, words, chance)
    return b"".join(pieces)[:longest]


Change = Callable[[list[bytes], Sequence[bytes], random.Random], None]


def _stretch(pieces: list[bytes], chance: random.Random) -> slice:
    start = chance.randrange(len(pieces) + 1)
    return slice(start, start + chance.choice((1, 1, 2, 3, 5, 10, 40)))


def _take_out(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    del pieces[_stretch(pieces, chance)]


def _move(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    stretch = _stretch(pieces, chance)
    moved = pieces[stretch]
    del pieces[stretch]
    place = chance.randrange(len(pieces) + 1)
    pieces[place:place] = moved


def _copy(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    place = chance.randrange(len(pieces) + 1)
    pieces[place:place] = pieces[_stretch(pieces, chance)]


def _repeat(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    stretch = _stretch(pieces, chance)
    pieces[stretch] = pieces[stretch] * chance.choice((2, 5, 50, _MOST_REPEATED))


def _put_in(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    pieces.insert(chance.randrange(len(pieces) + 1), chance.choice(words))


def _put_inside(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    if pieces:
        at = chance.randrange(len(pieces))
        place = chance.randrange(len(pieces[at]) + 1)
        pieces[at] = pieces[at][:place] + chance.choice(words) + pieces[at][place:]


def _empty(pieces: list[bytes], words: Sequence[bytes], chance: random.Random) -> None:
    """A number becomes another, or a short piece nothing."""
    if pieces:
        at = chance.randrange(len(pieces))
        number = chance.choice((b"0", b"1", b"2", b"10", b"999", b"-1", b"99999999999"))
        pieces[at] = re.sub(rb"\d+", number, pieces[at], count=1)


_CHANGES: tuple[Change, ...] = (_take_out, _move, _copy, _repeat, _put_in, _put_in, _put_inside, _empty)

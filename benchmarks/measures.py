"""What is measured of one run of one program: how soon it shows, how fast it answers keys, its memory.

Moments are in ms from the start or from the key press, memory in MiB. Which programs are run, how
often and in what order is for `sections`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.terminal import Chunk, Terminal

KEYS = {"page down": b"\x1b[6~", "page up": b"\x1b[5~", "down": b"\x1b[B", "up": b"\x1b[A", "tab": b"\t"}
"""What a terminal sends; a key that is not here sends itself."""
QUIET = 0.2
"""Seconds of silence after which the last byte was the last: thrice the gap between frames of a slow
animation, and well below what a program prints of its own accord (a clock, a fading message)."""
_PAINTED = 20
"""Characters that are not blank from which a screen counts as painted."""
_DOCUMENT = (slice(32, None), slice(1, -2))
"""The columns and rows in which every program shows the document, and no list, title or keys."""
_UNANSWERED = 1.0
"""Seconds after which a key that brought no byte counts as unanswered."""
_SETTLING = 20.0
"""Seconds given to a program to become quiet."""


@dataclass(frozen=True, slots=True)
class Sight:
    """When something was to be seen; None for never within the limit."""

    first_paint: float | None = None
    text: float | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """How one key press was answered."""

    first_byte: float
    last_byte: float
    """Of the silence that follows: see `QUIET`."""
    last_change: float | None
    """When the document's part of the screen had the text with which the answer ended; None where
    that text did not change. It counts where a program prints for other reasons too."""


def watch(terminal: Terminal, words: Iterable[str], limit: float) -> Sight:
    """Draw until all `words` are on the screen, at most `limit` seconds from the start.

    Several blanks count as one, so that what is aligned is found.
    """
    wanted = tuple(words)
    painted: float | None = None
    for chunk in terminal.drawn(terminal.started + limit):
        shown = " ".join(terminal.text().split())
        if painted is None and sum(not character.isspace() for character in shown) >= _PAINTED:
            painted = _milliseconds(terminal.started, chunk)
        if all(word in shown for word in wanted):
            return Sight(painted, _milliseconds(terminal.started, chunk))
    return Sight(painted)


def settle(terminal: Terminal) -> float:
    """Wait until the program is quiet; when its last byte came."""
    terminal.collected(2 * QUIET, _SETTLING)
    terminal.catch_up()
    last = terminal.output[-1].at if terminal.output else terminal.started
    return (last - terminal.started) * 1000


def press_all(
    terminal: Terminal, keys: Sequence[str], *, quiet: float = QUIET, limit: float = 10.0
) -> list[Press]:
    """Press `keys` in turn, each when the answer to the one before has ended; unanswered ones are left out.

    `limit` is how many seconds an answer may take.
    """
    presses = []
    for key in keys:
        terminal.catch_up()
        moment = terminal.press(KEYS.get(key, key.encode()))
        first = terminal.next_chunk(_UNANSWERED)
        if first is None:
            continue
        if not first.data:
            break
        # Nothing is drawn until the answer has ended: the emulator must not take time from the program.
        rest = terminal.collected(quiet, limit)
        changed = _last_change(terminal)
        presses.append(
            Press(
                _milliseconds(moment, first),
                _milliseconds(moment, rest[-1] if rest else first),
                None if changed is None else _milliseconds(moment, changed),
            )
        )
    return presses


def _last_change(terminal: Terminal) -> Chunk | None:
    """Draw what has arrived; the last piece that changed the text of the document."""
    last, shown = None, terminal.text(*_DOCUMENT)
    for chunk in terminal.draw():
        before, shown = shown, terminal.text(*_DOCUMENT)
        if shown != before:
            last = chunk
    return last


def to_and_fro(forward: str, back: str, steps: int, presses: int) -> list[str]:
    """`presses` keys: `steps` forward, as many back, and so on."""
    return list(islice(_endless(forward, back, steps), presses))


def _endless(forward: str, back: str, steps: int) -> Iterable[str]:
    while True:
        yield from [forward] * steps
        yield from [back] * steps


def _milliseconds(since: float, chunk: Chunk) -> float:
    return (chunk.at - since) * 1000

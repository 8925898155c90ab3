"""What an indexer tells while it works, and what it was when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What the indexer is at."""

    WAITING = "waiting"
    """Another process indexes this library."""
    LOOKING = "looking"
    """Goes through folders; `done` counts the files seen."""
    READING = "reading"
    """Reads files: `done` of `total`."""
    COMMITTED = "committed"
    """What was read so far can be seen by readers."""
    FINISHED = "finished"
    TOLD = "told"
    """`words` is something that the reader should know."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One report."""

    stage: Stage
    done: int = 0
    """Files read, or looked at."""
    total: int = 0
    """Files to read; 0 while that is not known."""
    failed: int = 0
    """Files among `done` that could not be read."""
    seconds: float = 0.0
    """Since reading began."""
    words: str = ""


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a refresh did."""

    read: int
    """Files read, those that failed included."""
    failed: int
    gone: int
    seconds: float
    stopped: bool
    """Whether it was told to stop before it was done."""
    problems: tuple[str, ...] = ()
    """Folders and roots that could not be looked through, each a sentence."""


class IndexingError(Exception):
    """The library cannot be written; the message is one line. What was committed last is there."""

"""What can become of a reference."""

from __future__ import annotations

from enum import Enum, auto


class Outcome(Enum):
    """What became of a reference."""

    FOUND = auto()
    """It can be followed: to a document, a question or a footnote."""
    NOT_IN_LIBRARY = auto()
    """A publication that is not among the files; it may have an official page."""
    INCOMPLETE = auto()
    """The text doesn't say enough: a number or a year is missing."""
    OUT_OF_RANGE = auto()
    """A question or footnote that this document doesn't have."""
    EXTERNAL = auto()
    """A web address."""

"""How text looks by a style of an office format: bold, italic, hidden, raised.

How styles inherit is for the formats.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """What a run or a style says of each property; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def over(self, other: Look) -> Look:
        """This look where it says something, else the other."""
        return Look(*(mine if mine is not None else its for mine, its in zip(self, other, strict=True)))

"""Queries as they are while one types: their last word may be the beginning of another.

Which of them finds something is for whoever searches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import Query

_LAST_WORD: Final = re.compile(r"(?:^|(?<=[\s(]))[^\W\d_]+$")
_SHORTEST: Final = 3
"""Letters with which words may begin: with fewer begins something in nearly every document."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A query of which the last word may go on."""

    word: str
    query: Query
    """The query with all words that begin so in its place; without a beginning that is too short."""
    is_too_short: bool


def unfinished(text: str) -> Unfinished | None:
    """What may become of a query; None where it ends in something else than a plain word.

    An operator that ends the text is no word.
    """
    last = _LAST_WORD.search(text)
    if last is None or text.count('"') % 2 or read_query(text).left_out:
        return None
    word = last[0]
    if len(word) >= _SHORTEST:
        return Unfinished(word, read_query(f"{text}*"), is_too_short=False)
    before = read_query(text[: last.start()])
    return Unfinished(word, replace(before, left_out=(*before.left_out, word)), is_too_short=True)

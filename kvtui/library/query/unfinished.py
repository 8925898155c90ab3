"""Queries as they are while one types: their last word may be the beginning of another.

Which of them finds something is for whoever searches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kvtui.library.query.fields import field_named
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import Query, TextPlace

_LAST_WORD: Final = re.compile(r"(?:^|(?<=[\s(\"„“”«]))(?:(?P<field>[^\W\d_]+):)?(?P<word>[^\W\d_]+)$")
_SHORTEST: Final = 3
"""Letters with which words may begin: with fewer begins something in nearly every document."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A query of which the last word may go on."""

    word: str
    begun: Query
    """The query with all words that begin so in its place."""
    without: Query | None
    """The query without it, where so few letters begin too much."""


def unfinished(typed: Query) -> Unfinished | None:
    """What may become of a query; None where it ends in something else than a word that can go on.

    An operator at the end is no such word, nor is a value of a filter.
    """
    last = _LAST_WORD.search(typed.text)
    if last is None or typed.left_out:
        return None
    if last["field"] and not isinstance(field_named(last["field"]), TextPlace):
        return None
    begun = read_query(f"{typed.text}*")
    if begun.unread != typed.unread:  # as behind NEAR, where no beginnings can be
        return None
    return Unfinished(last["word"], begun, _without(last, typed))


def _without(last: re.Match[str], typed: Query) -> Query | None:
    """The query without its last word; None for a longer one, or where the rest would be read otherwise."""
    word = last["word"]
    if len(word) >= _SHORTEST:
        return None
    before = read_query(typed.text[: last.start()])
    if before.unread != typed.unread:
        return None
    return replace(before, left_out=(*before.left_out, word))

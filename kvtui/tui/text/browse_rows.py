"""The dimensions that one can browse by, their values as rows, and the query that each value stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kvtui.library.catalogue import Dimension
from kvtui.library.ministries import ministry_name
from kvtui.library.query.compose import with_filter
from kvtui.library.query.tree import EXACTLY, FilterField
from kvtui.library.query.values import NONE
from kvtui.tui.panes.count_list import CountRow
from kvtui.tui.text.folding import fold

DIMENSIONS = {
    Dimension.SESSION: "Session year",
    Dimension.MEMBER: "Member",
    Dimension.PARTY: "Party",
    Dimension.MINISTRY: "Ministry",
    Dimension.KIND: "Kind",
}
"""Those that the search can filter by, with their names."""
_FIELDS = {
    Dimension.SESSION: FilterField.SESSION,
    Dimension.PARTY: FilterField.PARTY,
    Dimension.MINISTRY: FilterField.ADDRESSED,
    Dimension.KIND: FilterField.KIND,
}
_NO_SESSION = "no session year"
_PARTY = re.compile(r" \((?P<party>[^()]*)\)$")


@dataclass(frozen=True, slots=True)
class BrowseValue:
    """A value with its row."""

    row: CountRow
    value: str


def browse_values(dimension: Dimension, counts: Sequence[tuple[str, int]]) -> Sequence[BrowseValue]:
    """The rows for what was counted, in its order; ministries with their present names."""
    found = []
    for value, count in counts:
        name = ministry_name(value) if dimension is Dimension.MINISTRY else value
        words = (value or _NO_SESSION) if name == value else f"{value} · {name}"
        found.append(BrowseValue(CountRow(words, count), value))
    return found


def filtered(values: Sequence[BrowseValue], words: str) -> Sequence[BrowseValue]:
    """The values that have all these words in what their rows say."""
    wanted = fold(words).split()
    return [value for value in values if all(word in fold(value.row.words) for word in wanted)]


def query_of(dimension: Dimension, value: str) -> str:
    """The query for all documents with that value; a member of a party is looked for by both."""
    if dimension is not Dimension.MEMBER:
        return with_filter("", _FIELDS[dimension], value or NONE)
    of_member = with_filter("", FilterField.MEMBER, EXACTLY + _PARTY.sub("", value))
    party = _PARTY.search(value)
    return with_filter(of_member, FilterField.PARTY, party["party"]) if party else of_member

"""Conditions on documents and answers, as queries of the index.

What the values of a condition look like is said at `Filter`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from kvtui.library.index.schema import whole_name
from kvtui.library.query.tree import EXACTLY, Filter, FilterField
from kvtui.library.query.words import folded_words

if TYPE_CHECKING:
    import tantivy

_NO: Final = frozenset({"nee", "no", "n", "false", "0", "onwaar"})
_LAST: Final = 2**63
_Maker: TypeAlias = "Callable[[View, Filter], tantivy.Query]"


@dataclass(frozen=True, slots=True)
class View:
    """The index as it is at this moment."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher


def filter_query(view: View, condition: Filter) -> tantivy.Query:
    """The records that meet the condition; none where it names nothing that can be."""
    from tantivy import Query

    return Query.const_score_query(_MAKERS[condition.field](view, condition), 0.0)


def any_of(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    """What matches at least one of the queries; nothing where there are none."""
    from tantivy import Occur, Query

    found = list(queries)
    if not found:
        return Query.empty_query()
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, query) for query in found])


def words_query(schema: tantivy.Schema, field: str, words: list[str]) -> tantivy.Query:
    """These words one behind the other in a field; nothing where there are none."""
    from tantivy import Query

    if not words:
        return Query.empty_query()
    if len(words) == 1:
        return Query.term_query(schema, field, words[0], "freq")
    return Query.phrase_query(schema, field, list(words))


def _exact(field: str, view: View, condition: Filter) -> tantivy.Query:
    from tantivy import Query

    return any_of(Query.term_query(view.schema, field, value, "basic") for value in condition.values)


def _small(field: str, view: View, condition: Filter) -> tantivy.Query:
    from tantivy import Query

    return any_of(Query.term_query(view.schema, field, value.lower(), "basic") for value in condition.values)


def _worded(field: str, view: View, condition: Filter) -> tantivy.Query:
    return any_of(words_query(view.schema, field, folded_words(value)) for value in condition.values)


def _named(field: str, view: View, condition: Filter) -> tantivy.Query:
    """Names with these words; where there are none, the last word is taken for the beginning of one."""
    return any_of(_name_query(view, field, folded_words(value)) for value in condition.values)


def _name_query(view: View, field: str, words: list[str]) -> tantivy.Query:
    from tantivy import Query

    whole = words_query(view.schema, field, words)
    if not words or view.searcher.search(whole, 1, count=False).hits:
        return whole
    if len(words) > 1:
        return Query.phrase_prefix_query(view.schema, field, list(words))
    return Query.regex_query(view.schema, field, f"{words[0]}.*")


def _member(view: View, condition: Filter) -> tantivy.Query:
    """Names with these words; behind `EXACTLY` those that are that very name."""
    from tantivy import Query

    exact = [name for name in condition.values if name.startswith(EXACTLY)]
    others = tuple(name for name in condition.values if name not in exact)
    found = [Query.term_query(view.schema, "member_whole", whole_name(name), "basic") for name in exact]
    return any_of([*found, *([_named("member", view, replace(condition, values=others))] if others else [])])


def _party(view: View, condition: Filter) -> tantivy.Query:
    """The party of that very name; where there is none, those with the name as a part of theirs.

    So PvdA is not GroenLinks-PvdA, in which it went on.
    """
    from tantivy import Query

    names = [whole_name(value) for value in condition.values]
    known = [name for name in names if view.searcher.doc_freq("party_whole", name)]
    if known:
        return any_of(Query.term_query(view.schema, "party_whole", name, "basic") for name in known)
    return _named("party", view, condition)


def _addressed(view: View, condition: Filter) -> tantivy.Query:
    """The code of a ministry, or words of an office or portfolio as printed."""
    return any_of((_exact("ministry", view, condition), _worded("portfolio", view, condition)))


def _between(field: str, first: int, view: View, condition: Filter) -> tantivy.Query:
    """A number from `least` to `most`; `first` is the lowest that stands for something known."""
    from tantivy import FieldType, Query

    least = max(first, first if condition.least is None else condition.least)
    most = _LAST if condition.most is None else min(condition.most, _LAST)
    if most < least:
        return Query.empty_query()
    return Query.range_query(view.schema, field, FieldType.Unsigned, least, most)


def _flag(field: str, view: View, condition: Filter) -> tantivy.Query:
    from tantivy import Query

    wanted = not any(value.lower() in _NO for value in condition.values)
    return Query.term_query(view.schema, field, wanted, "basic")


_MAKERS: Final[Mapping[FilterField, _Maker]] = {
    FilterField.MEMBER: _member,
    FilterField.PARTY: _party,
    FilterField.ADDRESSED: _addressed,
    FilterField.RESPONDENT: partial(_named, "respondent"),
    FilterField.SESSION: partial(_exact, "session"),
    FilterField.NUMBER: partial(_small, "number"),
    FilterField.CASE: partial(_small, "case"),
    FilterField.DATE: partial(_between, "day", 1),
    FilterField.DAYS: partial(_between, "days", 0),
    FilterField.KIND: partial(_exact, "kind"),
    FilterField.CITES: partial(_small, "cites"),
    FilterField.JOINT: partial(_flag, "joint"),
    FilterField.UNANSWERED: partial(_flag, "unanswered"),
    FilterField.SHORT: partial(_flag, "short"),
    FilterField.QUESTIONS: partial(_between, "questions", 0),
}

"""A query's tree as queries of the index: one for what holds the words, one for compounds too."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kvtui.library.index.schema import EVERYTHING, SUBJECT, TEXTS
from kvtui.library.query.tree import (
    All,
    Any,
    Filter,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    TextPlace,
    Within,
    Word,
)
from kvtui.library.query.words import folded_words
from kvtui.library.search.expanding import Expander, Expansion
from kvtui.library.search.filtering import View, any_of, filter_query, words_query
from kvtui.library.search.speaking import Scope, scope_of

if TYPE_CHECKING:
    import tantivy

_FIELDS: Final[Mapping[TextPlace, tuple[str, ...]]] = {
    TextPlace.QUESTION: ("question",),
    TextPlace.ANSWER: ("answer",),
    TextPlace.FOOTNOTE: ("footnote",),
    TextPlace.SUBJECT: (SUBJECT,),
}
_TYPED: Final = 1.2
_TITLE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Context:
    """What is needed at every node."""

    view: View
    expander: Expander
    ranks: bool
    """Whether the hits are to be told apart by how good they are: that costs time."""
    with_compounds: bool
    words_in: tuple[str, ...] = (EVERYTHING,)
    """The fields for words that stand alone."""
    phrases_in: tuple[str, ...] = TEXTS
    """The fields for words of which the places count."""


class Compiled:
    """A tree in an index, as queries that are made when they are needed."""

    def __init__(self, node: Node, view: View, expander: Expander) -> None:
        """Makes nothing yet but what says whether the tree asks anything."""
        self.view = view
        self.scope = scope_of(node)
        self.total: int | None = None
        """How many records it finds, once somebody has counted them."""
        self._node = node
        self._expander = expander
        self._made: dict[tuple[bool, bool], tantivy.Query | None] = {}

    @property
    def asks_nothing(self) -> bool:
        """Whether nothing can be looked for, as with a tree of punctuation."""
        return self._query(ranks=False, with_compounds=False) is None

    @cached_property
    def has_more(self) -> bool:
        """Whether there are compounds to find."""
        return any(_expansions(self._node, self._expander))

    def first(self, *, ranks: bool) -> tantivy.Query:
        """What holds the words in one of their forms."""
        return self._query(ranks=ranks, with_compounds=False) or _nothing()

    @property
    def everything(self) -> tantivy.Query:
        """The same and what holds compounds of them; for counting."""
        return self._query(ranks=False, with_compounds=self.has_more) or _nothing()

    def behind(self, *, ranks: bool) -> tantivy.Query:
        """What holds only compounds."""
        from tantivy import Occur, Query

        found = self._query(ranks=ranks, with_compounds=True) or _nothing()
        return Query.boolean_query([(Occur.Must, found), (Occur.MustNot, self.first(ranks=False))])

    def _query(self, *, ranks: bool, with_compounds: bool) -> tantivy.Query | None:
        wanted = ranks, with_compounds
        if wanted not in self._made:
            context = _Context(self.view, self._expander, ranks=ranks, with_compounds=with_compounds)
            made = _compiled(self._node, context)
            self._made[wanted] = made and _scoped(made, self.scope, self.view.schema)
        return self._made[wanted]


def _nothing() -> tantivy.Query:
    from tantivy import Query

    return Query.empty_query()


def _expansions(node: Node, expander: Expander) -> Iterable[bool]:
    """For each word that is looked for: whether it has compounds."""
    match node:
        case Word(text=text):
            words = folded_words(text)
            yield len(words) == 1 and bool(expander.expand(words[0]).compounds)
        case Within(node=inner):
            yield from _expansions(inner, expander)
        case All(nodes=nodes) | Any(nodes=nodes):
            for each in nodes:
                yield from _expansions(each, expander)
        case _:
            pass


def _scoped(query: tantivy.Query, scope: Scope, schema: tantivy.Schema) -> tantivy.Query:
    from tantivy import Occur, Query

    if scope is Scope.EVERYTHING:
        return query
    wanted = Query.term_query(schema, "is_pair", scope is Scope.PAIRS, "basic")
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(wanted, 0.0))])


def _compiled(node: Node, context: _Context) -> tantivy.Query | None:
    match node:
        case Within(place=place, node=inner):
            fields = _FIELDS[place]
            return _compiled(inner, replace(context, words_in=fields, phrases_in=fields))
        case Filter():
            return filter_query(context.view, node)
        case Not(node=inner):
            return _all((), (inner,), context)
        case All(nodes=nodes):
            wanted = tuple(each for each in nodes if not isinstance(each, Not))
            return _all(wanted, tuple(each.node for each in nodes if isinstance(each, Not)), context)
        case Any(nodes=nodes):
            made = [query for each in nodes if (query := _compiled(each, context)) is not None]
            return any_of(made) if made else None
        case Word() | Prefix() | Phrase() | Near():
            return _words(node, context)


def _words(node: Word | Prefix | Phrase | Near, context: _Context) -> tantivy.Query | None:
    match node:
        case Word(text=text):
            return _word(folded_words(text), context)
        case Prefix(text=text):
            return _prefix(folded_words(text), context)
        case Phrase(words=words):
            return _phrase([word for typed in words for word in folded_words(typed)], context)
        case Near(words=words, distance=distance):
            return _near([word for typed in words for word in folded_words(typed)], distance, context)


def _all(wanted: Sequence[Node], unwanted: Sequence[Node], context: _Context) -> tantivy.Query | None:
    """What matches all of these and none of those; None where both ask nothing.

    What `-asiel` leaves out is what `asiel` finds, compounds and all.
    """
    from tantivy import Occur, Query

    whole = replace(context, with_compounds=True)
    musts = [(Occur.Must, query) for each in wanted if (query := _compiled(each, context)) is not None]
    nots = [(Occur.MustNot, query) for each in unwanted if (query := _compiled(each, whole)) is not None]
    if not musts and not nots:
        return None
    if not musts:
        musts = [(Occur.Must, Query.const_score_query(Query.all_query(), 0.0))]
    return musts[0][1] if len(musts) == 1 and not nots else Query.boolean_query([*musts, *nots])


def _word(words: Sequence[str], context: _Context) -> tantivy.Query | None:
    """A word in its forms; what was typed as one and is several words to the index is a phrase."""
    from tantivy import Query

    if len(words) != 1:
        return _phrase(words, context)
    expansion = context.expander.expand(words[0])
    schema = context.view.schema
    if not context.ranks:
        wanted = dict.fromkeys((*expansion.forms, *(expansion.compounds if context.with_compounds else ())))
        return any_of(
            Query.term_query(schema, field, word, "basic") for field in context.words_in for word in wanted
        )
    forms = _weights(expansion, context)
    weights = dict.fromkeys(expansion.compounds if context.with_compounds else (), 1.0) | forms
    made = [
        Query.boost_query(Query.term_query(schema, field, word, "freq"), weight)
        for field in context.words_in
        for word, weight in weights.items()
    ]
    if EVERYTHING in context.words_in:
        titles = (Query.term_query(schema, "title", form, "freq") for form in forms)
        made += [Query.boost_query(title, _TITLE) for title in titles]
    return any_of(made)


def _weights(expansion: Expansion, context: _Context) -> dict[str, float]:
    """What makes every form as rare as all of them together, and the typed one a little better.

    Otherwise tantivy would take a form that is hardly ever used for the best hit of all.
    """
    counts = {form: context.expander.vocabulary.count(form) for form in expansion.forms}
    records = context.view.searcher.num_docs
    together = _rarity(sum(counts.values()), records)
    weights = {form: together / _rarity(count, records) for form, count in counts.items()}
    weights[expansion.word] *= _TYPED
    return weights


def _rarity(count: int, records: int) -> float:
    """Inverse document frequency as BM25 has it."""
    count = min(count, records)
    return math.log(1 + (records - count + 0.5) / (count + 0.5))


def _prefix(words: Sequence[str], context: _Context) -> tantivy.Query | None:
    """Words that begin so; of several words the last is the beginning of one."""
    from tantivy import Query

    if not words:
        return None
    schema = context.view.schema
    if len(words) > 1:
        return any_of(Query.phrase_prefix_query(schema, field, list(words)) for field in context.phrases_in)
    return any_of(
        Query.const_score_query(Query.regex_query(schema, field, f"{words[0]}.*"), 1.0)
        for field in context.words_in
    )


def _phrase(words: Sequence[str], context: _Context) -> tantivy.Query | None:
    if not words:
        return None
    fields = context.phrases_in if len(words) > 1 else context.words_in
    return any_of(words_query(context.view.schema, field, list(words)) for field in fields)


def _near(words: Sequence[str], distance: int, context: _Context) -> tantivy.Query | None:
    """Each word, in any form, near the next one: before or behind it, with few words between."""
    from tantivy import Occur, Query

    if len(words) < 2:
        return _word(words, context)
    patterns = [_pattern(context.expander.expand(word).forms) for word in words]
    made = []
    for field in context.phrases_in:
        pairs = [
            any_of(
                Query.regex_phrase_query(context.view.schema, field, list(order), distance)
                for order in ((first, second), (second, first))
            )
            for first, second in pairwise(patterns)
        ]
        made.append(pairs[0] if len(pairs) == 1 else Query.boolean_query([(Occur.Must, p) for p in pairs]))
    return any_of(made)


def _pattern(forms: Sequence[str]) -> str:
    """A regular expression for one of these; letters and digits stand for themselves in it."""
    return "|".join(forms) if len(forms) == 1 else f"({'|'.join(forms)})"

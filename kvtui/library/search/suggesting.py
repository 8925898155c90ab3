"""What a reader may have meant by a word that occurs nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kvtui.library.index.schema import EVERYTHING
from kvtui.library.index.vocabulary import Vocabulary
from kvtui.library.query.tree import All, Any, Filter, Near, Node, Not, Phrase, Prefix, Query, Within, Word
from kvtui.library.query.words import folded_words
from kvtui.library.search.expanding import Expander
from kvtui.library.search.filtering import View

_SHORTEST: Final = 3
_SHORT: Final = 5
_MOST: Final = 5
_ADDRESS: Final = re.compile(r"[/@]|\w\.\w")
"""In an address of a page or of mail, of which no part is a word."""


def suggestions(query: Query, view: View, expander: Expander) -> tuple[tuple[str, str], ...]:
    """The words of which no form is in the index, each with the nearest that is, where there is one.

    The index is asked too: it may have words that have not come into the vocabulary yet.
    """
    vocabulary = expander.vocabulary
    found: dict[str, str] = {}
    addresses = {
        word for typed in query.text.split() if _ADDRESS.search(typed) for word in folded_words(typed)
    }
    for word in _words(query.node) if query.node is not None else ():
        if len(found) == _MOST:
            break
        if word in addresses:
            continue
        expansion = expander.expand(word)
        forms = (*expansion.forms, *expansion.compounds)
        if not any(map(vocabulary.knows, forms)) and not view.searcher.doc_freq(EVERYTHING, word):
            nearest = nearest_word(word, vocabulary)
            if nearest:
                found[word] = nearest
    return tuple(found.items())


def nearest_word(word: str, vocabulary: Vocabulary) -> str | None:
    """The known word with the fewest letters wrong, missing, added or swapped; of those the most frequent.

    Only words that begin with one of its first two letters are looked at.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return None
    most = 1 if len(word) <= _SHORT else 2
    candidates = [
        candidate
        for letter in dict.fromkeys(word[:2])
        for candidate in vocabulary.beginning(letter, len(word) - most, len(word) + most)
    ]
    near = extract(word, candidates, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
    ranked = [(distance, -vocabulary.count(candidate), candidate) for candidate, distance, _ in near]
    return min(ranked)[2] if ranked else None


def _words(node: Node) -> Iterator[str]:
    """Every word that is looked for; not what must be absent, nor beginnings of words."""
    match node:
        case Word(text=text):
            yield from folded_words(text)
        case Phrase(words=words) | Near(words=words):
            for typed in words:
                yield from folded_words(typed)
        case Within(node=inner):
            yield from _words(inner)
        case All(nodes=nodes) | Any(nodes=nodes):
            for each in nodes:
                yield from _words(each)
        case Not() | Filter() | Prefix():
            pass

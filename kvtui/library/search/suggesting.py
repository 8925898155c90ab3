"""What a reader may have meant by a word that occurs nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kvtui.library.index.schema import EVERYTHING
from kvtui.library.index.vocabulary import Vocabulary
from kvtui.library.query.tree import All, Any, Filter, Near, Node, Not, Phrase, Prefix, Within, Word
from kvtui.library.query.words import folded_words
from kvtui.library.search.filtering import View

_SHORTEST: Final = 3
_SHORT: Final = 5
_MOST: Final = 5


def suggestions(node: Node, view: View, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """The words that are not in the index, each with the nearest that is; those without one are left out.

    The index is asked too: it may have words that have not come into the vocabulary yet.
    """
    found: dict[str, str] = {}
    for word in _words(node):
        if len(found) == _MOST:
            break
        if not vocabulary.knows(word) and not view.searcher.doc_freq(EVERYTHING, word):
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
    counts = {
        candidate: count
        for letter in dict.fromkeys(word[:2])
        for candidate, count in vocabulary.beginning(letter)
        if abs(len(candidate) - len(word)) <= most
    }
    near = extract(word, list(counts), scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
    ranked = [(distance, -counts[candidate], candidate) for candidate, distance, _ in near]
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

"""Which words of a text a query found: to mark them in an excerpt and in the document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kvtui.library.query.tree import All, Any, Near, Node, Phrase, Prefix, TextPlace, Within, Word
from kvtui.library.query.words import folded_words
from kvtui.library.search.expanding import Expander

_ACCENTED: Final = re.compile("[\xc0-\u024f\u1e00-\u1eff]")


@dataclass(frozen=True, slots=True)
class Found:
    """One stretch of a text that was looked for."""

    start: int
    end: int
    """The character behind the last (code points)."""
    wish: int
    """Which of the query's words it answers."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A word, beginning or phrase of the query."""

    anchors: tuple[str, ...]
    """Pieces of which one is in everything that answers the wish."""
    words: frozenset[str] = frozenset()
    beginning: str = ""
    phrase: re.Pattern[str] | None = None
    place: TextPlace | None = None
    """The only sort of text in which it counts; None for all."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of one query in any text."""

    wishes: tuple[_Wish, ...] = ()

    def ranges(self, text: str, place: TextPlace | None = None) -> list[tuple[int, int]]:
        """What to mark: start and end of each stretch (code points), in order, none inside another.

        With `place`, only what was looked for in that sort of text; without, everything.
        """
        marks: list[tuple[int, int]] = []
        for found in self.found(text, place):
            if marks and found.start < marks[-1][1]:
                marks[-1] = (marks[-1][0], max(found.end, marks[-1][1]))
            else:
                marks.append((found.start, found.end))
        return marks

    def found(self, text: str, place: TextPlace | None = None) -> list[Found]:
        """Every stretch that answers a wish, by where it begins."""
        if not self.wishes:
            return []
        folded = _folded(text)
        stretches = {
            Found(start, end, number)
            for number, wish in enumerate(self.wishes)
            if place is None or wish.place is None or wish.place is place
            for start, end in _answers(wish, text, folded)
        }
        return sorted(stretches, key=lambda found: (found.start, found.end, found.wish))


def marker_of(node: Node | None, expander: Expander) -> Marker:
    """The marker of what a query looks for; what it must not find is not marked, nor are conditions."""
    return Marker(tuple(_wishes(node, expander)) if node is not None else ())


def _wishes(node: Node, expander: Expander) -> Iterator[_Wish]:
    match node:
        case Word() | Prefix() | Phrase() | Near():
            yield from _wishes_of_words(node, expander)
        case Within(place=place, node=inner):
            for wish in _wishes(inner, expander):
                yield wish if wish.place else replace(wish, place=place)
        case All(nodes=nodes) | Any(nodes=nodes):
            for each in nodes:
                yield from _wishes(each, expander)
        case _:
            pass


def _wishes_of_words(node: Word | Prefix | Phrase | Near, expander: Expander) -> Iterator[_Wish]:
    typed = (node.text,) if isinstance(node, Word | Prefix) else node.words
    words = [word for each in typed for word in folded_words(each)]
    if not words:
        return
    if isinstance(node, Near):
        for word in words:
            expansion = expander.expand(word)
            yield _Wish(anchors=expansion.parts, words=frozenset(expansion.forms))
    elif isinstance(node, Word) and len(words) == 1:
        expansion = expander.expand(words[0])
        yield _Wish(anchors=expansion.parts, words=frozenset((*expansion.forms, *expansion.compounds)))
    elif isinstance(node, Prefix) and len(words) == 1:
        yield _Wish(anchors=(words[0],), beginning=words[0])
    else:
        yield _phrase(words, ends_open=isinstance(node, Prefix))


def _phrase(words: list[str], *, ends_open: bool = False) -> _Wish:
    ending = r"[^\W_]*" if ends_open else r"(?![^\W_])"
    return _Wish(anchors=(words[0],), phrase=re.compile(r"[\W_]+".join(words) + ending))


def _answers(wish: _Wish, text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where something answers the wish; the same stretch can come more than once."""
    for anchor in wish.anchors:
        place = folded.find(anchor)
        while place >= 0:
            start = place
            while start and folded[start - 1].isalnum():
                start -= 1
            end = place + len(anchor)
            while end < len(folded) and folded[end].isalnum():
                end += 1
            if wish.phrase:
                found = wish.phrase.match(folded, place) if start == place else None
                if found:
                    yield place, found.end()
            elif _is_wanted(wish, text[start:end]):
                yield start, end
            place = folded.find(anchor, end)


def _is_wanted(wish: _Wish, written: str) -> bool:
    (word, *more) = folded_words(written) or ("",)
    if more:
        return False
    return word in wish.words or bool(wish.beginning and word.startswith(wish.beginning))


def _folded(text: str) -> str:
    """The text in small letters without accents; as long as the text itself, so that places agree."""
    small = text.lower()
    if text.isascii():
        return small
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _ACCENTED.sub(_base, small)


def _base(accented: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", accented[0])[0]

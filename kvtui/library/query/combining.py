"""Puts parts of a query together: all of them, any, none, near each other, in one sort of text.

What comes out is as flat as it can be, so that a query typed in two ways is one tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from kvtui.library.query.tree import All, Any, Filter, Near, Node, Not, Phrase, TextPlace, Within, Word

_MOST_WAYS: Final = 20
"""Ways of taking one of each that `(a OR b) NEAR (c OR d)` may have."""


def all_of(nodes: Iterable[Node | None]) -> Node | None:
    """All of these as one node, each once; None where there is none."""
    flat = _flat(nodes, All)
    return flat[0] if len(flat) == 1 else All(flat) if flat else None


def any_of(nodes: Iterable[Node | None]) -> Node | None:
    """Any of these as one node, each once; None where there is none."""
    flat = _flat(nodes, Any)
    return flat[0] if len(flat) == 1 else Any(flat) if flat else None


def _flat(nodes: Iterable[Node | None], kind: type[All] | type[Any]) -> tuple[Node, ...]:
    """The nodes, and instead of those of that kind what is in them; each once."""
    found: dict[Node, None] = {}
    for node in nodes:
        if isinstance(node, kind):
            found.update(dict.fromkeys(node.nodes))
        elif node is not None:
            found[node] = None
    return tuple(found)


def negated(node: Node) -> Node:
    """What does not match; twice is once more what does."""
    return node.node if isinstance(node, Not) else Not(node)


def within(place: TextPlace, node: Node) -> Node:
    """The words looked for in that text; filters and what has a place of its own stay as they are."""
    if _has_only_words(node):
        return Within(place, node)
    if isinstance(node, Not):
        return negated(within(place, node.node))
    if isinstance(node, All | Any):
        return type(node)(tuple(within(place, one) for one in node.nodes))
    return node


def _has_only_words(node: Node) -> bool:
    if isinstance(node, All | Any):
        return all(map(_has_only_words, node.nodes))
    return not isinstance(node, Filter | Within | Not)


def near(nodes: Sequence[Node | None], distances: Sequence[int]) -> Node | None:
    """Terms near each other; None where that cannot be said of them, such as of a filter."""
    choices = [_choices(node) for node in nodes]
    if not all(choices):
        return None
    if len(set(distances)) == 1:
        return _near_of(choices, distances[0])
    pairs = zip(choices, choices[1:], distances, strict=False)
    found = [_near_of((left, right), distance) for left, right, distance in pairs]
    return all_of(found) if all(found) else None


def _near_of(choices: Sequence[Sequence[Node]], distance: int) -> Node | None:
    ways = 1
    for some in choices:
        ways *= len(some)
    if ways > _MOST_WAYS:
        return None
    found = []
    for way in product(*choices):
        words = [word for node in way for word in _words_of(node)]
        phrases = [node for node in way if isinstance(node, Phrase) and len(node.words) > 1]
        found.append(all_of((Near(tuple(words), distance), *phrases)))
    return any_of(found)


def _choices(node: Node | None) -> Sequence[Node]:
    """The words or phrases any of which will do; empty for what is neither."""
    some = node.nodes if isinstance(node, Any) else (node,)
    words = [one for one in some if isinstance(one, Word | Phrase)]
    return words if len(words) == len(some) else ()


def _words_of(node: Node) -> tuple[str, ...]:
    return (node.text,) if isinstance(node, Word) else node.words if isinstance(node, Phrase) else ()

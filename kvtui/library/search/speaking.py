"""Of what a query speaks: of words, of pairs of question and answer, or of whole documents only."""

from __future__ import annotations

from enum import StrEnum

from kvtui.library.query.tree import All, Any, Filter, FilterField, Node, Not, TextPlace, Within

_OF_PAIRS = frozenset({FilterField.JOINT, FilterField.SHORT})


class Scope(StrEnum):
    """Which records a query chooses among."""

    EVERYTHING = "everything"
    """Words: pairs, and headers in which they are."""
    PAIRS = "pairs"
    """What a header could match without holding anything that was looked for."""
    DOCUMENTS = "documents"
    """Nothing but conditions on documents: one hit for each."""


def scope_of(node: Node) -> Scope:
    """Among which records to look."""
    if not _speaks_of_pairs(node):
        return Scope.DOCUMENTS
    return Scope.EVERYTHING if _needs_words(node) else Scope.PAIRS


def _speaks_of_pairs(node: Node) -> bool:
    match node:
        case Filter(field=field):
            return field in _OF_PAIRS
        case Within(place=place, node=inner):
            return place is not TextPlace.SUBJECT or _speaks_of_filter_of_pairs(inner)
        case Not(node=inner):
            return _speaks_of_pairs(inner)
        case All(nodes=nodes) | Any(nodes=nodes):
            return any(map(_speaks_of_pairs, nodes))
        case _:
            return True


def _speaks_of_filter_of_pairs(node: Node) -> bool:
    """The same within `onderwerp:`, where words speak of the document."""
    match node:
        case Filter() | Within():
            return _speaks_of_pairs(node)
        case Not(node=inner):
            return _speaks_of_filter_of_pairs(inner)
        case All(nodes=nodes) | Any(nodes=nodes):
            return any(map(_speaks_of_filter_of_pairs, nodes))
        case _:
            return False


def _needs_words(node: Node) -> bool:
    """Whether nothing can match without holding a word that was looked for."""
    match node:
        case Filter() | Not():
            return False
        case Within(place=place, node=inner):
            return place is not TextPlace.SUBJECT and _needs_words(inner)
        case All(nodes=nodes):
            return any(map(_needs_words, nodes))
        case Any(nodes=nodes):
            return all(map(_needs_words, nodes))
        case _:
            return True

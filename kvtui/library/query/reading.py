"""Reads what a reader types to search. Every text is a query: what is not understood is taken as words.

    asiel opvang                 all of these          asiel OR opvang     one of these
    "veilig land"                exactly so            -asiel, NOT asiel   not this
    veilig*                      begins so             asiel NEAR/5 land   near each other
    vraag:(asiel OR opvang)      in that text only     lid:Omtzigt         a filter

NEAR binds most, then AND, then OR, then standing side by side: `jaar:2024 asiel OR opvang` is of 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kvtui.library.query.combining import all_of, any_of, near, negated, within
from kvtui.library.query.pieces import LONGEST_TEXT, Piece, Sort, pieces_of
from kvtui.library.query.tree import (
    Near,
    Node,
    Phrase,
    Prefix,
    Query,
    TextPlace,
    Word,
)
from kvtui.library.query.values import filter_of
from kvtui.library.query.words import beginning, folded_words

MOST_WORDS: Final = 250
"""Words, and values of filters, that are searched; what comes behind them is left out."""
DEEPEST: Final = 50
"""Brackets within each other that are told apart; deeper ones make no difference."""

_BEGINS: Final = (Sort.CHUNK, Sort.PHRASE, Sort.OPEN, Sort.PLACE, Sort.FILTER, Sort.NOT)
_OPERATORS: Final = (Sort.OR, Sort.AND, Sort.NEAR, Sort.NOT)
_BETWEEN_WORDS: Final = re.compile(r"[;!?…]+|,(?!\d)|(?<!\d),")
_OTHER_COLON: Final = re.compile(r"\w:[^\s:]")
_EDGES: Final = re.compile(r"^[^\w*]+|[^\w*]+$")
_PREFIX: Final = re.compile(r"[^*]*\w\*+")


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that stand side by side, all of which must be so, and where it was typed."""

    node: Node
    start: int
    end: int


def read_query(text: str) -> Query:
    """How a text is read. Takes any text, never raises; `Query.unread` tells what was taken as words."""
    return read_items(text)[0]


def read_items(text: str) -> tuple[Query, tuple[Item, ...]]:
    """As `read_query`, and what its outermost parts are: the query is `All` of them."""
    pieces, is_cut = _within_limits(pieces_of(text))
    kept, left_out = _without_loose_end(_told_apart(pieces))
    reader = _Reader(kept)
    items = reader.read(0)
    strays = [(piece.start, piece.text) for piece in pieces if piece.sort is Sort.STRAY]
    unread = tuple(typed for _, typed in sorted(reader.unread + strays))
    cut = is_cut or bool(text[LONGEST_TEXT:].strip())
    return Query(text, all_of(item.node for item in items), unread, left_out, cut), tuple(items)


def _within_limits(pieces: Iterable[Piece]) -> tuple[list[Piece], bool]:
    """The pieces up to the limit of words, and whether there were more."""
    kept: list[Piece] = []
    words = 0
    for piece in pieces:
        size = len(piece.values) if piece.sort is Sort.FILTER else len(folded_words(piece.text))
        if words + size > MOST_WORDS:
            if words < MOST_WORDS:
                kept.append(_shortened(piece, MOST_WORDS - words))
            return kept, True
        words += size
        kept.append(piece)
    return kept, False


def _shortened(piece: Piece, room: int) -> Piece:
    """The piece with as many of its words, or of the values of a filter."""
    if piece.sort is Sort.FILTER:
        return replace(piece, values=piece.values[:room])
    return replace(piece, text=beginning(piece.text, room))


def _told_apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Without quotes that are never closed, and without brackets that are too deep."""
    kept: list[Piece] = []
    depth = 0
    for piece in pieces:
        if piece.sort is Sort.OPEN:
            depth += 1
        is_too_deep = piece.sort in (Sort.OPEN, Sort.CLOSE) and depth > DEEPEST
        if piece.sort is Sort.CLOSE and depth:
            depth -= 1
        if piece.sort is not Sort.STRAY and not is_too_deep:
            kept.append(piece)
    return kept


def _without_loose_end(pieces: list[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces without the operators behind the last thing that can be looked for, and these operators.

    What was typed is all kept where there is nothing else: then the operator may be the word that is meant.
    """
    end = len(pieces)
    while end and pieces[end - 1].sort in _OPERATORS:
        end -= 1
    if not any(piece.sort in (Sort.CHUNK, Sort.PHRASE, Sort.FILTER) for piece in pieces[:end]):
        return pieces, ()
    return pieces[:end], tuple(piece.text for piece in pieces[end:])


class _Reader:
    """Goes through the pieces once, from the left."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._place = 0
        self._aside: list[Item] = []
        self.unread: list[tuple[int, str]] = []

    def read(self, depth: int) -> list[Item]:
        """What stands side by side, up to the bracket that closes it, or the end."""
        items: list[Item] = []
        while piece := self._piece():
            if piece.sort is Sort.CLOSE and depth:
                break
            if piece.sort in _BEGINS:
                node = self._alternatives(depth)
                if node is not None:
                    items.append(Item(node, piece.start, self._pieces[self._place - 1].end))
            else:
                self._give_up(piece)
            items += self._aside
            self._aside = []
        return items

    def _alternatives(self, depth: int) -> Node | None:
        nodes = [self._conjunction(depth)]
        while self._operator(Sort.OR):
            nodes.append(self._conjunction(depth))
        return any_of(nodes)

    def _conjunction(self, depth: int) -> Node | None:
        nodes = [self._nearness(depth)]
        while self._operator(Sort.AND):
            nodes.append(self._nearness(depth))
        return all_of(nodes)

    def _nearness(self, depth: int) -> Node | None:
        nodes = [self._term(depth)]
        operators: list[Piece] = []
        while operator := self._operator(Sort.NEAR):
            operators.append(operator)
            nodes.append(self._term(depth))
        if not operators:
            return nodes[0]
        found = near(nodes, [operator.distance or 0 for operator in operators])
        if found is None:
            self.unread += [(operator.start, operator.text) for operator in operators]
        return found or all_of(nodes)

    def _term(self, depth: int) -> Node | None:
        """One word, phrase, filter or bracket, with what stands before it: `-`, NOT, `vraag:`."""
        before: list[Piece] = []
        while (piece := self._pieces[self._place]).sort in (Sort.NOT, Sort.PLACE):
            if not self._begins(self._place + 1):
                self._give_up(piece)
                return None
            before.append(piece)
            self._place += 1
        node = self._bare_term(piece, depth)
        for piece in reversed(before):
            if node is not None:
                node = negated(node) if piece.sort is Sort.NOT else within(_place_of(piece), node)
        return node

    def _bare_term(self, piece: Piece, depth: int) -> Node | None:
        self._place += 1
        if piece.sort is Sort.OPEN:
            return self._bracket(piece, depth)
        if piece.sort is Sort.PHRASE:
            return _phrase(piece)
        return self._filter(piece) if piece.sort is Sort.FILTER else self._chunk(piece)

    def _bracket(self, opening: Piece, depth: int) -> Node | None:
        node = all_of(item.node for item in self.read(depth + 1))
        if self._piece():
            self._place += 1
        else:
            self.unread.append((opening.start, opening.text))
        return node

    def _filter(self, piece: Piece) -> Node | None:
        node = filter_of(piece.field, piece.values) if piece.field else None
        if node is None:
            self.unread.append((piece.start, piece.text))
            return all_of(map(Word, folded_words(piece.text)))
        return negated(node) if piece.is_negated else node

    def _chunk(self, piece: Piece) -> Node | None:
        if _OTHER_COLON.search(piece.text) or "~" in piece.text:
            self.unread.append((piece.start, piece.text))
            return _side_by_side(folded_words(piece.text))
        return all_of(self._part(piece.start, part) for part in _BETWEEN_WORDS.split(piece.text))

    def _part(self, start: int, part: str) -> Node | None:
        """What is between commas: a word, a prefix, or the pieces of a word with a hyphen."""
        words = folded_words(part)
        if words and "*" in part:
            if _PREFIX.fullmatch(_EDGES.sub("", part)):
                return all_of((_side_by_side(words[:-1]), Prefix(words[-1])))
            self.unread.append((start, part))
        return _side_by_side(words)

    def _piece(self) -> Piece | None:
        return self._pieces[self._place] if self._place < len(self._pieces) else None

    def _begins(self, place: int) -> bool:
        return place < len(self._pieces) and self._pieces[place].sort in _BEGINS

    def _operator(self, sort: Sort) -> Piece | None:
        """The operator of that sort that is next, if something follows it that it can be for."""
        piece = self._piece()
        while piece and piece.sort is sort:
            if self._begins(self._place + 1):
                self._place += 1
                return piece
            self._give_up(piece)
            piece = self._piece()
        return None

    def _give_up(self, piece: Piece) -> None:
        """Takes a piece of the grammar that makes no sense here as words."""
        self._place += 1
        self.unread.append((piece.start, piece.text))
        node = _side_by_side(folded_words(piece.text))
        if node is not None:
            self._aside.append(Item(node, piece.start, piece.end))


def _side_by_side(words: Sequence[str]) -> Node | None:
    """Words that were typed without spaces: "GroenLinks-PvdA" is found only where they stand so."""
    if len(words) == 1:
        return Word(words[0])
    return Phrase(tuple(words)) if words else None


def _phrase(piece: Piece) -> Node | None:
    words = tuple(folded_words(piece.text))
    if piece.distance is not None and len(words) > 1:
        return Near(words, piece.distance)
    return Phrase(words) if words else None


def _place_of(piece: Piece) -> TextPlace:
    assert isinstance(piece.field, TextPlace)  # `pieces` makes no others
    return piece.field

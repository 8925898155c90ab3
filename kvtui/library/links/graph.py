"""The documents of a library and the citations between them as a graph: lines of JSON, or DOT for Graphviz.

Comes piece by piece, so that a whole library needs no memory: an edge may come before the nodes it joins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import Citation
from kvtui.library.links.citing import cited_by_others
from kvtui.library.links.targets import Target, day_of, targets_of
from kvtui.library.links.wording import entry_words
from kvtui.library.printable import printable
from kvtui.model import DocumentKind, TextPart

if TYPE_CHECKING:
    from kvtui.library.catalogue import Catalogue

_AT_ONCE = 500
_REMEMBERED = 20_000  # targets that are cited again and again are looked up once


@dataclass(frozen=True, slots=True)
class Node:
    """A document, or a publication that is cited and not in the library."""

    name: str
    """Its identifier; for a document that has none its file's name. Edges name their ends so."""
    words: str
    """What it is, for the reader."""
    kind: DocumentKind | None = None
    day: date | None = None
    subject: str | None = None
    is_in_library: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """One citation."""

    source: str
    part: TextPart
    numbers: tuple[int, ...]
    """The questions of the block that cites."""
    target: str | None
    """None where the text says too little."""
    questions: tuple[int, ...]
    """The questions of the target that the text names."""
    is_certain: bool
    """Whether nothing was inferred."""
    text: str


Piece: TypeAlias = Node | Edge


def graph_of(entry: Entry, catalogue: Catalogue) -> Iterator[Piece]:
    """A document, what it cites and what cites it."""
    told = {entry.known_as}
    yield _node(entry)
    for citation, target in targets_of(catalogue.citations_from(entry.file), day_of(entry), catalogue):
        yield from _cited(entry, citation, target, told)
    for citing, citation in cited_by_others(entry, catalogue).everything:
        if citing.known_as not in told:
            told.add(citing.known_as)
            yield _node(citing)
        yield _edge(citing, citation, entry.known_as)


def whole_graph(catalogue: Catalogue) -> Iterator[Piece]:
    """All documents with what they cite."""
    files = catalogue.order()
    finder = _Remembering(catalogue)
    told: set[str] = set()
    for start in range(0, len(files), _AT_ONCE):
        for entry in catalogue.entries(files[start : start + _AT_ONCE]):
            if entry.kind is None:
                continue
            yield _node(entry)
            for citation, target in targets_of(catalogue.citations_from(entry.file), day_of(entry), finder):
                if target.entry is None:
                    yield from _cited(entry, citation, target, told)
                else:
                    yield _edge(entry, citation, target.entry.known_as)


def to_json(piece: Piece) -> str:
    """A node or an edge as one line of JSON, ASCII only; "type" says which it is."""
    if isinstance(piece, Node):
        value: dict[str, object] = {
            "type": "node",
            "identifier": piece.name,
            "kind": piece.kind,
            "date": piece.day.isoformat() if piece.day else None,
            "subject": piece.subject,
            "in_library": piece.is_in_library,
        }
    else:
        value = {
            "type": "edge",
            "source": piece.source,
            "part": piece.part,
            "numbers": piece.numbers,
            "target": piece.target,
            "questions": piece.questions,
            "certain": piece.is_certain,
            "text": piece.text,
        }
    return json.dumps(value) + "\n"


def to_dot(pieces: Iterable[Piece]) -> Iterator[str]:
    """The graph in the language of Graphviz; what is not in the library and what was inferred is dashed."""
    yield 'digraph kvtui {\n  rankdir=RL;\n  node [shape=box, fontname="sans-serif"];\n'
    for piece in pieces:
        if isinstance(piece, Node):
            style = "" if piece.is_in_library else ", style=dashed"
            label = _quoted(piece.name, piece.words)
            yield f"  {_quoted(piece.name)} [label={label}, tooltip={_quoted(piece.subject or '')}{style}];\n"
        elif piece.target is not None:
            style = "" if piece.is_certain else ", style=dashed"
            yield (
                f"  {_quoted(piece.source)} -> {_quoted(piece.target)}"
                f" [label={_quoted(_numbers_words(piece))}{style}];\n"
            )
    yield "}\n"


class _Remembering:
    """A catalogue that looks up each name once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.find = lru_cache(maxsize=_REMEMBERED)(catalogue.find)
        self.same_set = lru_cache(maxsize=_REMEMBERED)(catalogue.same_set)


def _cited(entry: Entry, citation: Citation, target: Target, told: set[str]) -> Iterator[Piece]:
    """An edge, and its target if that was not told before."""
    name = target.entry.known_as if target.entry else target.identifier
    if name and name not in told:
        told.add(name)
        yield _node(target.entry) if target.entry else Node(name, "not in the library", is_in_library=False)
    yield _edge(entry, citation, name or None)


def _node(entry: Entry) -> Node:
    return Node(entry.known_as, entry_words(entry), entry.kind, day_of(entry), entry.subject)


def _edge(entry: Entry, citation: Citation, target: str | None) -> Edge:
    return Edge(
        source=entry.known_as,
        part=citation.part,
        numbers=citation.numbers,
        target=target,
        questions=citation.questions,
        is_certain=citation.certain,
        text=citation.text,
    )


def _numbers_words(edge: Edge) -> str:
    """`header`, `answer 2, 3 → 7`: where it stands and which questions it names."""
    there = f"{edge.part} {', '.join(map(str, edge.numbers))}".strip()
    return f"{there} → {', '.join(map(str, edge.questions))}" if edge.questions else there


def _quoted(*lines: str) -> str:
    r"""A string of DOT with `\n` between the lines, quotes and backslashes escaped."""
    escaped = (printable(" ".join(line.split())).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'

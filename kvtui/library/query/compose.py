"""Changes what was typed: adds a filter, or takes it out again.

What the reader typed stays as it is wherever that can be; else the query is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kvtui.library.query.combining import all_of
from kvtui.library.query.dates import written_day
from kvtui.library.query.reading import Item, read_items, read_query
from kvtui.library.query.tree import (
    EXACTLY,
    All,
    Any,
    Filter,
    FilterField,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Within,
    Word,
)
from kvtui.library.query.values import NO_DAYS, NONE, QUOTES, filter_of
from kvtui.library.query.words import folded_words
from kvtui.model import DocumentKind

_KIND_NAMES: Final = {
    DocumentKind.ANSWER: "antwoord",
    DocumentKind.NOTICE: "mededeling",
    DocumentKind.QUESTIONS: "vragen",
    DocumentKind.ORAL: "mondeling",
    DocumentKind.OTHER: "overig",
}
_PLAIN: Final = re.compile(r"[\w<>=≤≥][\w<>=≤≥.+'’&/–-]*")
_WORD: Final = re.compile(r"\w[\w.'’–-]*")


def with_filter(text: str, field: FilterField, value: str) -> str:
    """The text with a filter added that everything found must meet, or without it if it is there already.

    Takes a value as it may be typed behind the field; one that means nothing there leaves the text as it is.
    """
    wanted = filter_of(field, (value,))
    if wanted is None:
        return text
    query, items = read_items(text)
    outermost = _outermost(query.node)
    if wanted in outermost:
        return _taken_out(text, items, wanted, [node for node in outermost if node != wanted])
    if items and (query.left_out or not folded_words(text[items[-1].end :])):
        text = text[: items[-1].end]  # without an operator, which would stand between the two
    typed = _typed(field, value)
    added = f"{text.rstrip()} {typed}" if text.strip() else typed
    if set(_outermost(read_query(added).node)) == {*outermost, wanted}:
        return added
    return " ".join([*map(_grouped, outermost), typed])


def written(node: Node | None) -> str:
    """A query as it may be typed, so that reading it gives the same; empty for None."""
    return " ".join(map(_grouped, _outermost(node)))


def _outermost(node: Node | None) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, All) else (node,) if node else ()


def _taken_out(text: str, items: Iterable[Item], wanted: Node, rest: list[Node]) -> str:
    """The text without the filter, wherever it stands."""
    left, place = [], 0
    for item in items:
        if item.node == wanted:
            left.append(text[place : item.start].strip())
            place = item.end
    left.append(text[place:].strip())
    shorter = " ".join(filter(None, left))
    return shorter if read_query(shorter).node == all_of(rest) else written(all_of(rest))


def _typed(field: FilterField, value: str) -> str:
    if field is FilterField.KIND and value in list(DocumentKind):
        value = _KIND_NAMES[DocumentKind(value)]
    return f"{field.value}:{_quoted(value)}"


def _quoted(value: str) -> str:
    sign = EXACTLY if value.startswith(EXACTLY) else ""
    plain = " ".join(QUOTES.sub(" ", value.removeprefix(sign)).split())
    pattern = _WORD if sign else _PLAIN  # two signs one behind the other would be another one
    return sign + (plain if pattern.fullmatch(plain) else f'"{plain}"')


def _grouped(node: Node) -> str:
    """A part that can stand beside others, and behind a `-`."""
    match node:
        case Word(text):
            written_node = text
        case Prefix(text):
            written_node = f"{text}*"
        case Phrase(words):
            written_node = f'"{" ".join(words)}"'
        case Near(words, distance):
            written_node = f'"{" ".join(words)}"~{distance}'
        case Within(place, inner):
            written_node = f"{place.value}:{_grouped(inner)}"
        case Filter():
            written_node = _filter(node)
        case Not():
            written_node = f"dagen:{NONE}" if node == NO_DAYS else f"-{_grouped(node.node)}"
        case All(nodes):
            written_node = f"({' '.join(map(_grouped, nodes))})"
        case Any(nodes):
            written_node = f"({' OR '.join(map(_grouped, nodes))})"
    return written_node


def _filter(condition: Filter) -> str:
    name, least, most = condition.field.value, condition.least, condition.most
    if least is None and most is None:
        values = condition.values
        if condition.field is FilterField.KIND:
            values = tuple(_KIND_NAMES[DocumentKind(value)] for value in values)
        return f"{name}:{','.join(_quoted(value or NONE) for value in values)}"
    ends = ["" if end is None else str(end) for end in (least, most)]
    if condition.field is FilterField.DATE:
        ends = ["" if end is None else written_day(end) for end in (least, most)]
    return f"{name}:{ends[0]}" if least == most else f"{name}:{'..'.join(ends)}"

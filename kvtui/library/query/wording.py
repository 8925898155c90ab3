"""Tells in one line of English how a query was read: what is looked for, and among which documents.

`asiel and "veilig land" · asked by Omtzigt · to JenV (Justitie en Veiligheid) · from 2024-01-01`
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kvtui.library.ministries import ministry_code_of_names, ministry_name
from kvtui.library.printable import printable
from kvtui.library.query.dates import written_day
from kvtui.library.query.numbers import identifiers_of, number_with_any_session
from kvtui.library.query.parties import party_names
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
    Query,
    TextPlace,
    Within,
    Word,
)
from kvtui.library.query.values import NO_DAYS, NO_SESSION
from kvtui.library.query.words import folded_words
from kvtui.model import DocumentKind

_BETWEEN: Final = " · "
_PLACES: Final = {
    TextPlace.QUESTION: "in questions",
    TextPlace.ANSWER: "in answers",
    TextPlace.FOOTNOTE: "in footnotes",
    TextPlace.SUBJECT: "in the subject",
}
_KINDS: Final = {
    DocumentKind.ANSWER: "answers",
    DocumentKind.NOTICE: "notices",
    DocumentKind.QUESTIONS: "questions without an answer",
    DocumentKind.ORAL: "oral questions",
    DocumentKind.OTHER: "other documents",
}
_YES_NO: Final = {
    FilterField.JOINT: ("joint answers", "not joint answers"),
    FilterField.UNANSWERED: ("unanswered", "not unanswered"),
    FilterField.SHORT: ("answers of at most three words", "not answers of at most three words"),
}
_MOST_UNREAD: Final = 5
_LONGEST_UNREAD: Final = 40
_MOST_NUMBERS: Final = 4


def query_words(query: Query) -> str:
    """How a query was read, as one line that may be shown; empty where nothing was asked."""
    node = query.node
    parts = node.nodes if isinstance(node, All) else (node,) if node else ()
    words = [part for part in parts if not isinstance(part, Filter | Not)]
    told = [" and ".join(_inner(word, len(words) > 1) for word in words)]
    told += [_outer(part) for part in parts if isinstance(part, Filter | Not)]
    numbers = identifiers_of(query.text)
    if numbers:
        told.insert(0, f"the document {_listed(numbers)}")
    unread, left_out = ((), ()) if numbers else (query.unread, query.left_out)
    as_words = [piece for piece in unread if folded_words(piece)]
    ignored = [piece for piece in unread if not folded_words(piece)] + [*left_out]
    told.append(_pieces("read as words: ", as_words))
    told.append(_pieces("ignored: ", ignored))
    if query.is_cut:
        told.append("too long: only the beginning is searched")
    return printable(_BETWEEN.join(filter(None, told)))


def _outer(part: Filter | Not) -> str:
    """The words for a condition that stands on its own."""
    if isinstance(part, Not) and part != NO_DAYS and not isinstance(part.node, Filter):
        return f"without {_inner(part.node, True)}"
    return _told(part)


def _pieces(before: str, pieces: Sequence[str]) -> str:
    """Some of the pieces behind those words; empty where there is none."""
    if not pieces:
        return ""
    different = list(dict.fromkeys(" ".join(piece.split()) for piece in pieces))
    shown = [
        piece if len(piece) <= _LONGEST_UNREAD else f"{piece[:_LONGEST_UNREAD]}…"
        for piece in different[:_MOST_UNREAD]
    ]
    more = len(different) - len(shown)
    return before + ", ".join(shown) + (f" and {more} more" if more else "")


def _told(node: Node) -> str:
    match node:
        case Word(text):
            told = text
        case Prefix(text):
            told = f"{text}*"
        case Phrase(words):
            told = f'"{" ".join(words)}"'
        case Near():
            told = _nearness(node)
        case Within(place, inner):
            told = f"{_inner(inner, True)} {_PLACES[place]}"
        case Filter():
            told = _condition(node)
        case Not():
            told = f"not {_inner(node.node, True)}" if node != NO_DAYS else "with no known answering time"
        case All(nodes):
            told = " and ".join(_inner(one, True) for one in nodes)
        case Any(nodes):
            told = " or ".join(_inner(one, True) for one in nodes)
    return told


def _inner(node: Node, is_beside_others: bool) -> str:
    """The words for a part, in brackets where it would run together with its neighbours."""
    told = _told(node)
    return f"({told})" if is_beside_others and isinstance(node, All | Any) else told


def _nearness(node: Near) -> str:
    between = f"at most {_count(node.distance, 'word')} between"
    if len(node.words) == 2:
        return f"{node.words[0]} near {node.words[1]} ({between})"
    return f"{_listed(node.words, 'and')} near each other ({between})"


def _condition(condition: Filter) -> str:
    field = condition.field
    if field in _YES_NO:
        yes, no = _YES_NO[field]
        return _listed([yes if value == "ja" else no for value in condition.values])
    if field in _BOUNDED:
        return _BOUNDED[field](condition.least, condition.most)
    return _NAMED[field](condition.values)


def _dates(least: int | None, most: int | None) -> str:
    if least is not None and least == most:
        return f"on {written_day(least)}"
    from_day = f"from {written_day(least)}" if least is not None else ""
    to_day = f"up to and including {written_day(most)}" if most is not None else ""
    return " ".join(filter(None, (from_day, to_day)))


def _days(least: int | None, most: int | None) -> str:
    return f"taking {_amount(least, most, 'day')}"


def _questions(least: int | None, most: int | None) -> str:
    return f"with {_amount(least, most, 'question')}"


def _amount(least: int | None, most: int | None, thing: str) -> str:
    """`43 days or more`, `at most 21 days`, `22 to 42 days`."""
    if least is None:
        return f"at most {_count(most or 0, thing)}"
    if most is None:
        return f"{_count(least, thing)} or more"
    return _count(least, thing) if least == most else f"{least} to {_count(most, thing)}"


_BOUNDED: Final[dict[FilterField, Callable[[int | None, int | None], str]]] = {
    FilterField.DATE: _dates,
    FilterField.DAYS: _days,
    FilterField.QUESTIONS: _questions,
}


def _ministries(codes: Sequence[str]) -> str:
    names = ((code, ministry_name(code)) for code in codes)
    return "to " + _listed([f"{code} ({name})" if name != code else code for code, name in names])


def _member(name: str) -> str:
    return f"exactly {name.removeprefix(EXACTLY)}" if name.startswith(EXACTLY) else name


def _respondents(names: Sequence[str]) -> str:
    """The names; the portfolios of a ministry are told as the ministry."""
    code = ministry_code_of_names(names)
    return "answered by " + (f"{code} ({ministry_name(code)})" if code else _listed(names))


def _parties(names: Sequence[str]) -> str:
    """The names; of a party with two only the short one."""
    return "of " + _listed(list(dict.fromkeys(party_names(name)[0] for name in names)))


def _numbers(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NUMBERS
    if more > 1:
        return f"number {', '.join(names[:_MOST_NUMBERS])} or one of {more} more"
    return "number " + _listed(names)


def _sessions(years: Sequence[str]) -> str:
    if years == (NO_SESSION,):
        return "with no session year"
    return "session year " + _listed([year or "none" for year in years])


def _cited(targets: Sequence[str]) -> str:
    number = number_with_any_session(targets)
    return f"citing number {number} of any session year" if number else "citing " + _listed(targets)


_NAMED: Final[dict[FilterField, Callable[[Sequence[str]], str]]] = {
    FilterField.MEMBER: lambda names: "asked by " + _listed(map(_member, names)),
    FilterField.PARTY: _parties,
    FilterField.ADDRESSED: _ministries,
    FilterField.RESPONDENT: _respondents,
    FilterField.SESSION: _sessions,
    FilterField.NUMBER: _numbers,
    FilterField.CASE: lambda cases: "case " + _listed(cases),
    FilterField.KIND: lambda kinds: _listed([_KINDS[DocumentKind(kind)] for kind in kinds]),
    FilterField.CITES: _cited,
}


def _listed(names: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    all_names = list(names)
    return f" {last} ".join(filter(None, (", ".join(all_names[:-1]), all_names[-1])))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""References to a question or answer without its number: "de vorige vraag", "antwoord op de eerste vraag".

They are resolved by the printed order: "vorige" in an answer counts from the first question of its block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.references.context import Context
from kvtui.parsing.references.elsewhere import said_of_another
from kvtui.parsing.references.found import Claims, Found, Mention
from kvtui.parsing.references.lazy import lazy
from kvtui.parsing.references.numbers import COUNT_WORDS, ORDINAL_WORDS, read_numbers
from kvtui.parsing.references.wording import sentence_before

_COUNT = rf"(?:{'|'.join(COUNT_WORDS)}|\d{{1,2}}|beide)"
_NEIGHBOUR = lazy(
    rf"(?:(?P<before>{_COUNT})\s+)?(?P<way>[Vv]orige|[Vv]oorgaande?|[Vv]orig|[Vv]olgende?|[Bb]ovenstaande)\s+"
    rf"(?:(?P<behind>{_COUNT})\s+)?(?P<noun>vra(?:ag|gen)|antwoord(?:en)?)\b"
)
_ON_ANSWER = lazy(
    r"(?:(?:[Bb]e)?ant|Ant)woord(?:en|ing(?:en)?)?\s+(?:op|onder|bij|van)\s+(?:(?:de|het|uw)\s+)?\Z"
)
_NOT_THIS_SET = lazy(r"\b(?:mijn|onze|een|andere|eerdere)\s+\Z")
_UW = lazy(r"\b[Uu]w\s+\Z")
_POINTING = lazy(r"\b(?:[Zz]ie|verw(?:ijs|ezen|ijzing)\w*|[Zz]oals|[Cc]onform)\b")
_ORDINAL = rf"(?:(?:{'|'.join(ORDINAL_WORDS)})\b|\d{{1,2}}(?:e|ste|de)\b)"
_NTH_QUESTION = lazy(
    rf"\b(?P<list>{_ORDINAL}(?:\s*(?:,|,?\s*en|of)\s*(?:de\s+)?{_ORDINAL})*)\s+vra(?:ag|gen)\b"
)
_ONE_ORDINAL = lazy(_ORDINAL)
_DIGITS = lazy(r"\d+")
_BARE = lazy(
    r"\b[Zz]ie\s+(?:(?:ook|tevens|verder|mede|voorts|hiervoor|hierboven|boven)[\s,]+)*(?:(?:onder|sub|bij)\s+)?(?=\d)"
)
_UNDER = lazy(
    r"\b(?:[Zz]oals|[Hh]iervoor|[Hh]ierboven|[Dd]e|[Hh]et)\s+(?:(?:reeds|al|ook|hiervoor|hierboven)\s+)*onder\s+(?=\d)"
)
_BARE_END = lazy(r"\s*(?:\.(?!\d)|[,;\])]|\Z)")
_UNDER_END = lazy(
    r"\s+(?:reeds\s+|al\s+|is\s+)?(?:ge(?:noemde?|stelde?|meldde?|geven)|(?:ver|be|op|aan|toe|uiteen|weer)\w*)\b"
)


def find_relative(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    """The references of one text that name their question by its place; not in order."""
    if context.part is TextPart.HEADER or not context.facts.numbers:
        return
    yield from _neighbours(text, context, citations)
    yield from _nth_questions(text, context, citations)
    if context.part is TextPart.ANSWER:
        yield from _bare_numbers(text, context)


def _neighbours(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    for found in _NEIGHBOUR().finditer(text):
        targets = _neighbour_targets(found, context)
        before = text[max(0, found.start() - 40) : found.start()]
        lead = _ON_ANSWER().search(before)
        if not targets or (not lead and _is_owned(before, context)):
            continue
        way = found["way"].lower()
        sentence = sentence_before(text, found.start())
        if not way.startswith("vo") and not lead:
            continue  # "bovenstaande vraag" may be the question right above the answer
        if way.startswith("volg") and not (lead or _POINTING().search(sentence)):
            continue
        start = found.start() - (len(before) - lead.start()) if lead else found.start()
        reference = Found(start, found.end(), ReferenceKind.INTERNAL, targets)
        if not _is_anothers(text, reference, context, citations):
            yield reference


def _is_owned(before: str, context: Context) -> bool:
    """An asker's "uw vorige antwoord" is of an earlier set; a minister's "uw vorige vraag" is of this one."""
    asks = context.part in (TextPart.QUESTION, TextPart.NOTE)
    return bool(_NOT_THIS_SET().search(before) or (asks and _UW().search(before)))


def _neighbour_targets(found: re.Match[str], context: Context) -> tuple[int, ...]:
    counted = found["before"] or found["behind"]
    if counted is None and found["noun"] in ("vragen", "antwoorden"):
        return ()  # "de vorige vragen": which?
    count = 1 if counted is None else 2 if counted == "beide" else COUNT_WORDS.get(counted) or int(counted)
    if found["way"].lower().startswith("volg"):
        return context.following(count) if counted is None else ()
    if found["noun"] == "antwoord":
        return context.preceding_answer()
    targets = context.preceding(count)
    return targets if len(targets) == count else ()


def _nth_questions(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    """ "het antwoord op de eerste vraag", only where a pointing word stands before it.

    Else "de eerste vraag" is as often the first of two that one numbered question holds.
    """
    for found in _NTH_QUESTION().finditer(text):
        sentence = sentence_before(text, found.start())
        if not _POINTING().search(sentence):
            continue
        named = (_ordinal(word[0]) for word in _ONE_ORDINAL().finditer(found["list"]))
        targets = tuple(n for n in named if n in context.facts.places and n not in context.numbers)
        lead = _ON_ANSWER().search(sentence)
        start = found.start() - (len(sentence) - lead.start()) if lead else found.start()
        reference = Found(start, found.end(), ReferenceKind.INTERNAL, targets, certain=False)
        if targets and not _is_anothers(text, reference, context, citations):
            yield reference


def _ordinal(word: str) -> int:
    digits = _DIGITS().match(word)
    return int(digits[0]) if digits else ORDINAL_WORDS[word]


def _bare_numbers(text: str, context: Context) -> Iterator[Found]:
    """ "zie 3", "zie onder 3 + 5", "zoals onder 1 vermeld": so the 1990s point at the numbered answers."""
    for begin, ending in ((_BARE(), _BARE_END()), (_UNDER(), _UNDER_END())):
        for found in begin.finditer(text):
            numbers = read_numbers(text, found.end())
            if numbers is None or not ending.match(text, numbers.end):
                continue
            if (
                text[numbers.end : numbers.end + 1] == ")"
                and "(" not in text[max(0, found.start() - 60) : found.start()]
            ):
                continue  # "zie 2)" is a typed footnote mark
            targets = tuple(n for n in numbers.numbers if n not in context.numbers)
            if targets and all(n in context.facts.places for n in targets):
                yield Found(found.start(), numbers.end, ReferenceKind.INTERNAL, targets, certain=False)


def _is_anothers(text: str, found: Found, context: Context, citations: Claims) -> bool:
    mention = Mention(found.start, found.end, (), answer=False)
    citation = citations.last_before(found.start)
    return said_of_another(text, mention, context, citation[1] if citation else None)

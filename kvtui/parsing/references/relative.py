"""References to a question or answer without its number: "de vorige vraag", "antwoord op de eerste vraag".

They are resolved by the printed order: "vorige" in an answer counts from the first question of its block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.context import Context
from kvtui.parsing.references.elsewhere import said_of_another
from kvtui.parsing.references.found import Claims, Found, Mention
from kvtui.parsing.references.numbers import COUNT_WORDS, ORDINAL_WORDS, NumberList, read_numbers
from kvtui.parsing.references.wording import has_digit, names_question_or_answer, sentence_before

_COUNT = rf"(?:{'|'.join(COUNT_WORDS)}|\d{{1,2}}|beide)"
_NEIGHBOUR = lazy(
    r"(?P<way>[VvBb]o(?:rige?|orgaande?|lgende?|venstaande))\s+"
    rf"(?:(?P<count>{_COUNT})\s+)?(?P<noun>vra(?:ag|gen)|antwoord(?:en)?)\b"
)
_COUNT_BEFORE = lazy(rf"\b({_COUNT})\s+\Z")
_ON_ANSWER = lazy(
    r"(?:(?:[Bb]e)?ant|Ant)woord(?:en|ing(?:en)?)?\s+(?:op|onder|bij|van)\s+(?:(?:de|het|uw)\s+)?\Z"
)
_NOT_THIS_SET = lazy(r"\b(?:mijn|onze|een|andere|eerdere)\s+\Z")
_UW = lazy(r"\b[Uu]w\s+\Z")
_POINTING = lazy(r"\b(?:[Zz]ie|verw(?:ijs|ezen|ijzing)\w*|[Zz]oals|[Cc]onform)\b")
_OUT_OF = lazy(r"\b[Uu]it\s+de\s+\Z")
_ORDINAL = rf"(?:(?:{'|'.join(ORDINAL_WORDS)})|\d{{1,2}}(?:e|ste|de))\b"
_QUESTION_WORD = lazy(r"[vV]ra(?:ag|gen)\b")
_ORDINALS_BEFORE = lazy(rf"\b{_ORDINAL}(?:\s*(?:,|,?\s*en|of)\s*(?:de\s+)?{_ORDINAL}){{0,5}}\s+\Z")
_LONGEST_ORDINAL = 20
_ONE_ORDINAL = lazy(_ORDINAL)
_DIGITS = lazy(r"\d+")
_BARE = lazy(
    r"[Zz]ie\s+(?:(?:ook|tevens|verder|mede|voorts|hiervoor|hierboven|boven)[ ,]{1,3}){0,3}"
    r"(?P<under>(?:onder|sub|bij)\s+)?(?=\d)"
)
_UNDER = lazy(r"(?:onder|sub)\s+(?=\d)")
_BEFORE_UNDER = lazy(
    r"\b(?:[Zz]oals|[Hh]iervoor|[Hh]ierboven|[Dd]e|[Hh]et)\s+(?:(?:reeds|al|ook|hiervoor|hierboven)\s+){0,3}\Z"
)
_SEE_WHAT = lazy(
    r"\b[Zz]ie\s+(?:(?:ook|verder|tevens|voorts)\s+)?(?:(?:het|de|mijn)\s+)?"
    r"(?:gestelde|gemelde|vermelde|opgemerkte|reactie|beantwoording)\s+\Z"
)
_BARE_END = lazy(r"\s*(?:\.(?!\d)|[,;\])]|\Z)")
_UNDER_END = lazy(
    r"\s+(?:reeds\s+|al\s+|is\s+)?(?:ge(?:noemde?|stelde?|meldde?|geven)|(?:ver|be|op|aan|toe|uiteen|weer)\w*)\b"
)


def find_relative(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    """The references of one text that name their question by its place; not in order."""
    if context.part is TextPart.HEADER or not context.facts.numbers:
        return
    if names_question_or_answer(text):
        yield from _neighbours(text, context, citations)
        yield from _nth_questions(text, context, citations)
    if context.part in (TextPart.QUESTION, TextPart.ANSWER):
        yield from _bare_numbers(text, context)


def _neighbours(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    for found in _NEIGHBOUR().finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        counted = _COUNT_BEFORE().search(before)
        if counted:
            before = before[: counted.start()]
        begin = found.start() - (len(counted[0]) if counted else 0)
        targets = _neighbour_targets(found, counted[1] if counted else found["count"], context)
        lead = _ON_ANSWER().search(before)
        if not targets or (not lead and not _is_of_this_set(text, found, before, context)):
            continue
        start = begin - (len(before) - lead.start()) if lead else begin
        reference = Found(start, found.end(), ReferenceKind.INTERNAL, targets)
        if not _is_anothers(text, reference, context, citations):
            yield reference


def _is_of_this_set(text: str, found: re.Match[str], before: str, context: Context) -> bool:
    """Whether "vorige vraag", with no "antwoord op" before it, is a question of this document.

    An asker's "uw vorige antwoord" is of an earlier set, a minister's "uw vorige vraag" is of this one.
    "bovenstaande vraag" may be the question right above its own answer.
    """
    asks = context.part in (TextPart.QUESTION, TextPart.NOTE)
    if _NOT_THIS_SET().search(before) or (asks and _UW().search(before)):
        return False
    way = found["way"].lower()
    if way.startswith("volg"):
        return _POINTING().search(sentence_before(text, found.start())) is not None
    return not way.startswith("boven")


def _neighbour_targets(found: re.Match[str], counted: str | None, context: Context) -> tuple[int, ...]:
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
    for found in _QUESTION_WORD().finditer(text):
        before = text[max(0, found.start() - 80) : found.start()]
        word = before[-_LONGEST_ORDINAL:].rstrip()
        may_be_ordinal = word.endswith("e") and not word.endswith(" de")  # told much faster than what it is
        ordinals = _ORDINALS_BEFORE().search(before) if may_be_ordinal else None
        if ordinals is None:
            continue
        begin = found.start() - len(ordinals[0])
        sentence = sentence_before(text, begin)
        if not (_POINTING().search(sentence) or _OUT_OF().search(sentence)):
            continue
        named = (_ordinal(word[0]) for word in _ONE_ORDINAL().finditer(ordinals[0]))
        targets = tuple(n for n in named if n in context.facts.places and n not in context.numbers)
        lead = _ON_ANSWER().search(sentence)
        start = begin - (len(sentence) - lead.start()) if lead else begin
        reference = Found(start, found.end(), ReferenceKind.INTERNAL, targets, certain=False)
        if targets and not _is_anothers(text, reference, context, citations):
            yield reference


def _ordinal(word: str) -> int:
    digits = _DIGITS().match(word)
    return int(digits[0]) if digits else ORDINAL_WORDS[word]


def _bare_numbers(text: str, context: Context) -> Iterator[Found]:
    """ "zie 3", "zie onder 3 + 5", "zoals onder 1 vermeld": so the 1990s point at the numbered answers."""
    sees, is_under = "zie" in text or "Zie" in text, "onder" in text or "sub" in text
    if not (sees or is_under) or not has_digit(text):
        return
    for found in _BARE().finditer(text) if sees else ():
        numbers = read_numbers(text, found.end())
        if numbers is None or not (found["under"] or context.facts.bare_headings):
            continue
        if _BARE_END().match(text, numbers.end) and not _is_typed_mark(text, found.start(), numbers.end):
            yield from _of_this_document(found.start(), numbers, context)
    for found in _UNDER().finditer(text) if is_under else ():
        numbers = read_numbers(text, found.end())
        before = text[max(0, found.start() - 60) : found.start()]
        if not numbers:
            continue
        said = _UNDER_END().match(text, numbers.end) and _BEFORE_UNDER().search(before)
        if said or (_BARE_END().match(text, numbers.end) and _SEE_WHAT().search(before)):
            yield from _of_this_document(found.start(), numbers, context)


def _is_typed_mark(text: str, start: int, end: int) -> bool:
    """Whether it is "zie 2)", with a footnote mark as typed by hand."""
    return text[end : end + 1] == ")" and "(" not in text[max(0, start - 60) : start]


def _of_this_document(start: int, numbers: NumberList, context: Context) -> Iterator[Found]:
    targets = tuple(n for n in numbers.numbers if n not in context.numbers)
    if targets and all(n in context.facts.places for n in targets):
        yield Found(start, numbers.end, ReferenceKind.INTERNAL, targets, certain=False)


def _is_anothers(text: str, found: Found, context: Context, citations: Claims) -> bool:
    mention = Mention(found.start, found.end, (), answer=False)
    citation = citations.last_before(found.start)
    return said_of_another(text, mention, context, citation[1] if citation else None)

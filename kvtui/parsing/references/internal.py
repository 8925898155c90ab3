"""References to a numbered question or answer of the same document: "zie het antwoord op vraag 8".

`relative` finds those without a number, `elsewhere` decides which are of another document.
"""

from __future__ import annotations

from collections.abc import Iterator

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.context import Context
from kvtui.parsing.references.elsewhere import points_elsewhere
from kvtui.parsing.references.found import Claims, Found, Mention
from kvtui.parsing.references.numbers import read_numbers
from kvtui.parsing.references.wording import names_question_or_answer, sentence_before

# One set of first letters is faster to look for than two words, each with its own.
_ANCHOR = lazy(r"[VvAa](?:(?<=[Vv])ra(?:ag|gen)|(?<=[Aa])ntwoord(?:en)?)(?=\W|\d|op|onder|bij)")
_TO_NUMBER = lazy(r"\s*(?:(?:nrs?\.?|nummers?)\s*)?[:(]?\s*")
_ON_NUMBER = lazy(r"\s*(?:op|onder|bij|sub)\s*(?:de\s+)?(?=\d)")
# The words that belong to the link: "beantwoording van de" before "vragen 3 en 4".
_LEAD = lazy(
    r"(?:(?:[Bb]e)?(?<!ge)ant|Ant)woord(?:en|ing(?:en)?)?\s*(?:(?:op|onder|bij|van|aan|tot)\s*)?"
    r"(?:(?:de|het|uw|mijn|onze)\s*)?(?:[Kk]amer)?\Z"
)
_LEAD_WIDTH = 40
# A lost space: "vanvraag 2", "hetantwoord". Not "uitvraag", "aanvraag", "ondervragen", which are words;
# but "(uitvraag 4)" names a question.
_GLUED = lazy(
    r"\(uit\Z|(?:\A|[^A-Za-zÀ-ÿ])(?:van|bij|de|het|zie|met|en|mijn|ons|ook|tevens|verder|zoals|mede|antwoord|[Kk]amer)\Z"
)
_BEFORE_PLURAL = lazy(
    r"(?:\A|[.(;:,?!»”]|\b(?:op|onder|bij|de|van|zie|in|met|en|aan|mijn|uw|over|naar|voor|als|of|uit|tussen|antwoord"
    r"|antwoorden|betreft|betreffende|ook|tevens|mede|voorts|verder|[Zz]ie|[Oo]p|[Bb]ij|[Oo]nder|[Ii]n|[Dd]e|[Kk]amer))"
    r"\s*\Z"
)
_BEFORE_ANSWER = lazy(
    r"(?:\A|[.(;:,?!»”]|\b(?:zie|in|mijn|bij|onder|uit|naar|van|met|ons|mede|ook|tevens|voorts|verder|het|de|als|en|of|op"
    r"|conform|volgens|blijkens|per|[Zz]ie|[Ii]n|[Bb]ij|[Oo]nder|[Uu]it|[Hh]et|[Dd]e|[Mm]ijn|[Cc]onform|[Vv]olgens))\s*\Z"
)
_VERB_BEFORE = lazy(r"\b(?:ik|wij|zij|ze|we|u|een|geen|die|er|te|grote|meer|minder)\s*\Z")
_SENTENCE_START = lazy(r"(?:\A|[.?!:;»”)\]]|\d)\s*\Z")
_LIKE_HEADING = lazy(r"\s*[:.]?\s*(?:[A-ZÀ-Þ«“]|\Z)")
_CLOSED = lazy(r"\s*(?:[.,;)\]»]|\Z|(?:en|is|heb|wordt|staat)\b)")
_STRONG = lazy(r"\b(?:[Zz]ie|verw(?:ijs|ezen|ijzing)|[Zz]oals|mijn|[Cc]onform)\b")


def find_numbered(text: str, context: Context, citations: Claims) -> Iterator[Found]:
    """The references of one text to numbers of this document, in order; `citations` are its publications."""
    if context.part is TextPart.HEADER:
        return
    for mention in mentions(text):
        found = _within_document(text, mention, context)
        citation = citations.last_before(mention.start)
        if found and not points_elsewhere(text, mention, context, citation[1] if citation else None):
            yield found


def mentions(text: str) -> Iterator[Mention]:
    """The numbered questions and answers that one text speaks of, in order; of this document or another."""
    reached = 0
    for anchor in _ANCHOR().finditer(text) if names_question_or_answer(text) else ():
        if anchor.start() < reached:
            continue
        is_question = anchor[0][0] in "vV"
        mention = _question_at(text, *anchor.span()) if is_question else _answer_at(text, *anchor.span())
        if mention:
            reached = mention.end
            yield mention


def _question_at(text: str, start: int, end: int) -> Mention | None:
    numbers = read_numbers(text, _skip(text, end))
    if numbers is None:
        return None
    before = text[max(0, start - _LEAD_WIDTH) : start]
    lead = _LEAD().search(before)
    if lead is None:
        if before[-1:].isalpha() and not _GLUED().search(before):
            return None
        if before[-1:] == "-" or _VERB_BEFORE().search(before):
            return None
        if text[start + 3] == "g" and text[start].islower() and not _BEFORE_PLURAL().search(before):
            return None
        if _is_like_heading(text, start, numbers.end):
            return None
    begin = start - (len(before) - lead.start()) if lead else start
    return Mention(begin, numbers.end, numbers.numbers, answer=lead is not None)


def _answer_at(text: str, start: int, end: int) -> Mention | None:
    on_number = _ON_NUMBER().match(text, end)
    numbers = read_numbers(text, on_number.end() if on_number else _skip(text, end))
    if numbers is None:
        return None
    before = text[max(0, start - _LEAD_WIDTH) : start]
    if on_number and not _CLOSED().match(text, numbers.end):
        return None  # "antwoord op 2 brieven"
    if before[-1:].isalpha() and not _GLUED().search(before):
        return None
    if _is_like_heading(text, start, numbers.end):
        return None
    if not on_number and not _BEFORE_ANSWER().search(before):
        return None
    return Mention(start, numbers.end, numbers.numbers, answer=True)


def _is_like_heading(text: str, start: int, end: int) -> bool:
    """Whether it stands as the heading of a lost block: a capital, and whole sentences before and behind."""
    starts = _SENTENCE_START().search(text[max(0, start - 4) : start])
    return bool(starts) and text[start].isupper() and _LIKE_HEADING().match(text, end) is not None


def _skip(text: str, offset: int) -> int:
    found = _TO_NUMBER().match(text, offset)
    return found.end() if found else offset


def _within_document(text: str, mention: Mention, context: Context) -> Found | None:
    """The reference without its own block's numbers; numbers that the document lacks only on strong words."""
    places = context.facts.places
    others = [number for number in mention.numbers if number not in context.numbers]
    known = tuple(number for number in others if number in places)
    if known:
        return Found(mention.start, mention.end, ReferenceKind.INTERNAL, known)
    strong = context.part in (TextPart.ANSWER, TextPart.FOOTNOTE, TextPart.NOTICE)
    if (
        others
        and places
        and strong
        and mention.answer
        and _STRONG().search(sentence_before(text, mention.start))
    ):
        return Found(mention.start, mention.end, ReferenceKind.INTERNAL, tuple(others), certain=False)
    return None

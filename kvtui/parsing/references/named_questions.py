"""Which questions of another publication its citation names: "antwoord op vraag 7 van …, nr. 1047".

A question is given to a citation only where the words between the two leave no doubt; `elsewhere` decides
that it is none of this document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kvtui.model.document import ReferenceKind, TextPart
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.context import Context
from kvtui.parsing.references.elsewhere import CITATION_GLUE, is_owned
from kvtui.parsing.references.found import Claims, Found, Mention
from kvtui.parsing.references.internal import mentions
from kvtui.parsing.references.wording import names_question_or_answer, sentence_after

_ASKERS = (TextPart.QUESTION, TextPart.NOTE)
_SET_OF_QUESTIONS = lazy(r"(?:ah|kv)-|\d{4}[ZD]\d{5}")
_AANHANGSEL = lazy(r"[Aa]an-?\s?hang")
# The same publication by another of its numbers: "nr. 76 (2023D39037)", "2024Z15585/2024D37938".
_SAME_PUBLICATION = lazy(r"\s*[(/]\s*")
# Behind a citation: "nr. 12 (antwoord op vragen van het lid Bos), antwoord op vraag 3".
_ASIDE = lazy(r"\s*\([^()]{1,160}\)(?=\s*,)")
_ANEW = lazy(r"\b[Zz]ie\b")
_IN_PARTICULAR = lazy(r"\bmet\s+name\b|\bm\.n\.|\bspecifiek\b|\bbijzonder\b|\bi\.h\.b\.")
_PLACED = lazy(r"\b(?:op|onder|bij|in)\b")
_YOU_SAID = lazy(
    r"\s*\)?,?\s*(?:schrijft|schreef|stelt|stelde|geeft|gaf|zegt|zei|meldt|meldde|noemt|noemde)\s+u\s+"
    r"(?:in|bij|op)\s+(?:uw\s+|het\s+|de\s+)?\Z"
)
# Before one: "vraag 3 (Aanhangsel …", "vraag 8; Aanhangsel …", "vraag 7 van Aanhangsel …".
_DIRECTLY = lazy(r"\s*(?:[,;:(\[–-]\s*(?:zie\s+)?|(?:van|uit|in|bij)\s+(?:de\s+|het\s+)?)\(?\Z")
_TITLE = lazy(r"«[^»]*»|“[^”]*”|‘[^’]*’")
_NEW_CLAUSE = lazy(
    r"\b(?:[Zz]ie|[Zz]oals|en\s+(?:in|het|op|bij|naar|mijn|uw)|is|zijn|heb|heeft|hebt|hebben|word(?:t|en)|werd(?:en)?"
    r"|was|waren|ben|zal|zullen|kan|kunnen|ga|gaat|geef|geeft|gaf|schrij(?:f|ft)|schreef|stelt?|stelde|meldt?|noemt?"
    r"|staat|stond|blijkt|bleek|u|ik|dat|die|waar\w*|naar|verw\w+|motie\w*|(?:\w+)?brie(?:f|ven)|kamerstuk\w*"
    r"|ge(?!steld|geven\b)\w+[dt])\b"
)
_BEFORE_CITATION = lazy(r"[(,;]\s*(?:zie\s+)?\Z")
_LONGEST_WAY = 250
_SEEN = 160  # as far as `sentence_after` looks


def with_questions(text: str, found: Sequence[Found], context: Context) -> list[Found]:
    """The references of one text, the citations among them with the questions that the text names of them.

    Takes all references of the text by their start.
    """
    cited = [
        at
        for at, one in enumerate(found)
        if can_have_questions(one.kind, one.targets, text[one.start : one.end])
    ]
    if not cited or not names_question_or_answer(text):
        return list(found)
    taken = Claims(sorted((one.start, one.end) for one in found))
    named: dict[int, dict[int, None]] = {}
    for mention in mentions(text):
        if taken.free(mention.start, mention.end):
            for at in _citations_of(text, mention, found, cited, context):
                named.setdefault(at, {}).update(dict.fromkeys(mention.numbers))
    return [replace(one, questions=tuple(named[at])) if at in named else one for at, one in enumerate(found)]


def can_have_questions(kind: ReferenceKind, targets: Sequence[int | str], text: str) -> bool:
    """Whether it is one publication that can have questions; of several it is not said whose they are."""
    if kind is ReferenceKind.INCOMPLETE:
        return _AANHANGSEL().search(text) is not None
    is_one = kind is ReferenceKind.PUBLICATION and len(targets) == 1
    return is_one and _SET_OF_QUESTIONS().match(str(targets[0])) is not None


def belongs_to_footnote(text: str, mention: Mention, mark: int, part: TextPart) -> bool:
    """Whether a mention of another set's answer is explained by the footnote whose mark stands at `mark`.

    Of askers who speak of an answer as given it is; a minister must say whose answer it is.
    """
    if part in _ASKERS:
        return True
    between = _TITLE().sub("", text[mention.end : mark])
    return is_owned(text, mention.end) and not _NEW_CLAUSE().search(between)


def _citations_of(
    text: str, mention: Mention, found: Sequence[Found], cited: Sequence[int], context: Context
) -> list[int]:
    """The places in `found` of the citation that the mention belongs to, and of its other number."""
    before = max((at for at in cited if found[at].end <= mention.start), default=None)
    if before is not None and _belongs_behind(text[found[before].end : mention.start], mention, context):
        joined = before - 1 in cited and _are_joined(text, found[before - 1], found[before])
        return [before - 1, before] if joined else [before]
    behind = min((at for at in cited if found[at].start >= mention.end), default=None)
    if behind is not None and _belongs_before(text, mention, found[behind], found):
        joined = behind + 1 in cited and _are_joined(text, found[behind], found[behind + 1])
        return [behind, behind + 1] if joined else [behind]
    return []


def _are_joined(text: str, first: Found, second: Found) -> bool:
    return _SAME_PUBLICATION().fullmatch(text, first.end, second.start) is not None


def _belongs_behind(between: str, mention: Mention, context: Context) -> bool:
    if context.part in _ASKERS and mention.answer and _YOU_SAID().match(between):
        return True
    aside = _ASIDE().match(between)
    if aside:
        between = between[aside.end() :]
    if not CITATION_GLUE().match(between):
        return False
    if _ANEW().search(between) and not _IN_PARTICULAR().search(between):
        return False
    # "(Aanhangsel …, nr. 12) bij vraag 3" may be a question of this document
    return ")" not in between or (mention.answer and not _PLACED().search(between))


def _belongs_before(text: str, mention: Mention, citation: Found, found: Sequence[Found]) -> bool:
    between = text[mention.end : citation.start]
    if _DIRECTLY().match(between):
        return True
    if len(between) > _LONGEST_WAY or not is_owned(text, mention.end):
        return False
    if any(mention.end <= one.start < citation.start for one in found if one.start < one.end):
        return False
    if len(sentence_after(text, mention.end)) < min(len(between), _SEEN):
        return False
    words = _TITLE().sub("", between)
    return _BEFORE_CITATION().search(words) is not None and not _NEW_CLAUSE().search(words)

"""Whether "antwoord op vraag 6" speaks of another set of questions, by the words round it.

Every rule here errs to the side of silence: a missing link costs a look, a wrong one misleads.
"""

from __future__ import annotations

from kvtui.model.document import TextPart
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.context import Context
from kvtui.parsing.references.found import Mention
from kvtui.parsing.references.wording import DATE, broken, sentence_after, sentence_before

_ASKERS = (TextPart.QUESTION, TextPart.NOTE)
_PEOPLE = (
    r"(?:(?:het|de)\s+)?(?:(?:Tweede\s+|Eerste\s+)?[Kk]amer)?(?:lid|leden|fracties?|heer|mevrouw)\b"
    r"|(?:de\s+)?[A-Z][\w-]*-(?:leden|fractie)|uw\s+(?:ambts)?voorganger"
)
# What stands directly behind: "vraag 7 van het lid …", "vraag 3 uit het verslag", "vraag 4 (Aanhangsel …".
# "van deze set" and "van toepassing" say nothing of another document.
_LINK = lazy(
    r"\s*(?:(?P<of>van|uit)\s*|(?P<inside>in|bij|op|onder)\s+|(?P<mark>[,;(–-])\s*(?:zie\s+|Zie\s+|Bijlage\s+bij\s+)?"
    r"(?P<aside>(?:van|uit)\s+)?)"
)
_DETERMINER = lazy(
    r"(?:het|de|een|mijn|uw|onze|die|hun|zijn|haar|diezelfde|dezelfde|voornoemde|genoemde|bovengenoemde)(?![a-z])\s*"
)
_ANOTHER = lazy(r"[A-Z]|\d")
_OTHER_SET = lazy(
    r"(?:eerdere?|vorige|voorgaande|schriftelijke?|andere|[Kk]amervragen|[Vv]ragen|verslag|nota|[Kk]amerbrief|brief"
    r"|set|lijst|reeks|enquête|vragenlijst|vragenuur|beantwoording\s+van|antwoorden\s+op)\b"
)
_ASKED_BY = lazy(
    r"\s*[,(]?\s*(?:(?:zoals\s+)?(?:eerder\s+)?ge(?:steld|geven)\s+(?:door|op)|d\.\s?d\.|dd\.?\s|[Aa]an-?\s?hang-?\s?sel)"
)
_ITS_PEOPLE = lazy(_PEOPLE)
_PUBLICATION = lazy(
    rf"{broken('[Aa]an-hang-sel')}|{broken('[Kk]amer-stuk')}|Handelingen|[Vv]ergaderjaar|TK\b|EK\b"
    r"|(?:ah|kv)-tk|kst-|\d{4}\s?[ZD]\s?\d{5}|\d\d\s\d{3}\b"
)
# Further on in the same stretch of words: "vraag 3 over de pont in eerdere Kamervragen".
_FURTHER_ON = lazy(
    rf"eerdere?\s+(?:\w+\s+){{0,2}}(?:[Kk]amer)?vragen|\b[Kk]amervragen|\bvan\s+(?:{_PEOPLE})|[Aa]anhangsel"
    r"|schriftelijk\s+overleg|feitelijke\s+vragen"
)
_NEW_CLAUSE = lazy(
    r"[,;(]|\b(?:en|is|zijn|heb|heeft|hebben|word(?:t|en)|werd|was|waren|ben|zal|zullen|kan|kunnen|ga|gaat|dat|die"
    r"|deze|ge\w+[dt]|genoemde|aangegeven|vermelde?|toegelicht|beschreven|moties?|amendement(?:en)?|verzoek|\w*voorstel"
    r"|initiatiefnota)\b"
)
# Between a citation and a reference that belongs to it: "Aanhangsel …, nr. 4, antwoord op vraag 2".
CITATION_GLUE = lazy(
    r"[\s,;:()\[\]–-]*(?:(?:het|de|zie|op|onder|bij|in|met\s+name|m\.n\.|specifiek|meer\s+specifiek|i\.h\.b\."
    r"|in\s+het\s+bijzonder|antwoord(?:en)?|beantwoording|van|p\.|blz\.|\d{1,3})[\s,;:()–-]+)*\Z"
)
_EARLIER = lazy(
    r"eerdere\s+(?:\w+\s+){0,3}?(?:[Kk]amer)?(?:vragen|antwoord(?:en)?|beantwoording(?:en)?|set)\b"
    r"|eerder\s+(?:door\s+\w+\s+)?(?:gestelde|beantwoorde|ingediende|gegeven)\s+(?:\w+\s+)?"
    r"(?:[Kk]amer)?(?:vragen|antwoord(?:en)?)\b"
    r"|vorige\s+(?:schriftelijke\s+)?(?:set|[Kk]amervragen|vragen|antwoorden|beantwoording)\b"
    rf"|vragen\s+van\s+(?:{_PEOPLE})|(?<!deze\s)\b[Kk]amervragen\b|schriftelijk\s+overleg|feitelijke\s+vragen"
    r"|lijst\s+van\s+vragen|vragenlijst|[Hh]erinnert\s+u|[Bb]edoelt\s+u"
    rf"|(?:antwoord(?:en)?|beantwoording|brief|nota|verslag|set)\s+(?:van|d\.\s?d\.|dd\.?)\s+{DATE}"
)
_ANEW = lazy(
    r"\b[Zz]ie\b|\b[Zz]oals\b|verw(?:ijs|ezen|ijzing)|\b(?:mijn|ons)\s+antwoord|hierboven|hiervoor|bovenstaand|;"
    r"|\ben\s+(?:in|het|op|bij|naar)\b"
)
_UW_ANSWER = lazy(r"\b[Uu]w\s*(?:\w+\s+){0,2}\Z")
_CONDITION = lazy(r"\b(?:[Ii]ndien|[Aa]ls|[Ww]anneer|[Mm]ocht(?:en)?|[Ii]ngeval|[Ss]tel\s+dat)\b")
_OUTCOME = r"(?:ja|neen?|bevestigend|ontkennend|positief|negatief|instemmend)"
_OUTCOME_BEHIND = lazy(rf"\W*(?:\w+\W+){{0,4}}{_OUTCOME}\b")
_GIVEN_BEFORE = lazy(rf"\b{_OUTCOME}e?\s+(?:be)?antwoord(?:en|ing)?\b|\b{_OUTCOME}\s*\Z")
_STILL_TO_COME = lazy(
    r"(?s)\b(?:[Kk]unt|[Ww]ilt|[Zz]ou(?:dt)?)\s+u\b.*\b(?:bij|in)\s+(?:het\s+|de\s+|uw\s+)?\Z"
)
_TAKE_ALONG = lazy(r"\b(?:betrekken|meenemen|meewegen|ingaan)\b")
_SAID = (
    r"(?:schrijft|schreef|stelt|stelde|geeft|gaf|zegt|zei|meldt|meldde|noemt|noemde"
    r"|antwoordt|antwoordde|verwijst|verwees)"
)
_UW_GIVEN_ANSWER = lazy(rf"\b[Uu]w\s+(?:\w+\s+){{0,2}}(?:be)?antwoord(?:en|ing)?\s+{_SAID}\s+u\b")
_LOOKS_BACK = lazy(
    rf"\b(?:{_SAID}\s+u|[Uu]\s+(?:{_SAID}|aangaf|aangeeft|heeft)|[Hh]eeft\s+u|alsnog|[Ww]aarom\s+heeft"
    r"|[Bb]edoelt\s+u)\b"
)
_ANSWERED = lazy(
    r"\bantwoordt?(?:de)?\s+u\b|\b[Uu]\s+antwoordt?(?:de)?\b|\balsnog\b|\b(?:niet|on|onvoldoende)\s*beantwoord\b"
    r"|\bgeantwoord\b|\bbeantwoordt?(?:de)?\s+u\b|\b(?:gaat|ging)\s+u\s+niet\s+in\b"
)
_REQUEST = lazy(r"\b(?:[Kk]unt|[Ww]ilt|[Zz]ou(?:dt)?)\s+u\b")
_TO_ANSWER = lazy(r"\b(?:te\s+)?beantwoorden\b")


def points_elsewhere(text: str, mention: Mention, context: Context, citation_end: int | None) -> bool:
    """Whether the mention is of another document.

    `citation_end` is where the last citation of a publication before it ends.
    """
    if said_of_another(text, mention, context, citation_end):
        return True
    if context.part not in _ASKERS:
        return False
    before, after = sentence_before(text, mention.start), sentence_after(text, mention.end)
    return _askers_mean_another(before, after, context, mention)


def said_of_another(text: str, mention: Mention, context: Context, citation_end: int | None) -> bool:
    """Whether the words round the mention name the other document: a member, a date, a publication."""
    if is_owned(text, mention.end):
        return True
    if citation_end is not None and _belongs_to_citation(text[citation_end : mention.start], context):
        return True
    further_on = _FURTHER_ON().search(after := sentence_after(text, mention.end)[:90])
    if further_on and not _NEW_CLAUSE().search(after, 0, further_on.start()):
        return True
    sentence = sentence_before(text, mention.start)
    if mention.answer and context.part is TextPart.FOOTNOTE and _UW_ANSWER().search(sentence):
        return True
    if mention.numbers and context.part in _ASKERS:
        # A minister's "eerdere antwoord op vraag 4" is of this set, an asker's is not.
        sentence += text[mention.start : mention.end]
    earlier = [found.end() for found in _EARLIER().finditer(sentence)]
    return bool(earlier) and not _ANEW().search(sentence, earlier[-1])


def is_owned(text: str, end: int) -> bool:
    """Whether the words directly behind the mention give it to another document."""
    if _ASKED_BY().match(text, end):
        return True
    link = _LINK().match(text, end)
    if link is None:
        return False
    determiner = _DETERMINER().match(text, link.end())
    noun = determiner.end() if determiner else link.end()
    is_other_set = _OTHER_SET().match(text, noun) is not None
    if link["of"]:
        indefinite = determiner is not None and determiner[0].startswith("een")
        return (
            is_other_set or (determiner is not None and not indefinite) or bool(_ANOTHER().match(text, noun))
        )
    if link["inside"]:
        return is_other_set or _PUBLICATION().match(text, noun) is not None
    if link["aside"]:
        return is_other_set or _ITS_PEOPLE().match(text, link.end()) is not None
    return _PUBLICATION().match(text, link.end()) is not None


def _belongs_to_citation(between: str, context: Context) -> bool:
    if len(between) > 80 or (")" in between and "zie" in between):
        return False
    if CITATION_GLUE().match(between):
        return True
    return context.part is TextPart.FOOTNOTE and "." not in between and not _ANEW().search(between)


def _askers_mean_another(before: str, after: str, context: Context, mention: Mention) -> bool:
    """The askers have no answers yet: an answer they speak of as given is of an earlier set.

    "Kunt u vraag 2 en 3 apart beantwoorden?" is of this set, but a request and no reference.
    """
    if not mention.answer:
        if _REQUEST().search(before) and _TO_ANSWER().search(after):
            return True
        if _UW_GIVEN_ANSWER().search(before) and not _REQUEST().search(before):
            return True
        return bool(_ANSWERED().search(before) or _ANSWERED().search(after))
    if _is_conditional(before, after):
        return False
    if _UW_ANSWER().search(before) or context.part is TextPart.NOTE or context.facts.follows_up:
        return True
    not_yet_asked = min(mention.numbers) > max(context.numbers, default=0)
    return not_yet_asked or bool(_LOOKS_BACK().search(before) or _LOOKS_BACK().match(after.lstrip(" ,")))


def _is_conditional(before: str, after: str) -> bool:
    """Whether an answer is spoken of that is still to be given: "Indien het antwoord op vraag 2 ja is"."""
    if _GIVEN_BEFORE().search(before):
        return True
    if _CONDITION().search(before) and _OUTCOME_BEHIND().match(after):
        return True
    return bool(_STILL_TO_COME().search(before) and _TAKE_ALONG().search(after))

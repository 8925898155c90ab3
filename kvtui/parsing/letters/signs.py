"""Whether a head may be that of a minister's letter, told at a glance; and what a letter states.

Most documents are no letters: they never pay for `head`, which reads one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kvtui.parsing.heads.header import HeaderFacts
from kvtui.parsing.lazy import lazy

_OFFICIAL = re.compile(r"(?:Antwoord(?:en)?|Mededeling)\s?van\s[^?]{3,600}?\(\s?ontvangen\s", re.DOTALL)
ABOUT_QUESTIONS = re.compile(
    r"\bkamervragen|\bschriftelijke\svragen|\bvragen\s[^.?]{0,60}(?:van|door|lid|leden|gesteld)|\bgestelde\svragen",
    re.IGNORECASE,
)
TITLE = lazy(
    r"(?i)(?:bijlage\s?\d{0,2}\s?[:.–-]?\s)?(?:(?:nadere|aanvullende|de)\s)?(?:antwoord(?:en)?|beantwoording|reactie)\s"
    r"(?!op\suw)[^.?!;]{0,500}?\b(?:kamer|vervolg)?vra(?:gen|ag)\b"
)
LETTER = lazy(
    r"(?i)geachte\s[^.]{0,60}voorzitter|aan\sde\svoorzitter\svan\sde\s(?:tweede|eerste)\skamer|antwoord\sop\suw\sbrief"
    r"|retouradres|\bhoogachtend|(?:hierbij|bijgaand|hiermee|hiermede|bijgevoegd)\b[^.?]{0,200}\b(?:antwoord|beantwoording)"
    r"|\b(?:deel|bericht|meld|informeer)\s(?:ik|wij)\su\b|in\sde\sbijlage\b[^.?]{0,60}brief"
)
_LABEL = lazy(
    r"(?i)(?:^|\s|\|)(?:Onderwerp|Betreft|Inzake|(?:Ons|Uw)\skenmerk|Kenmerk|Datum|Retouradres|Contactpersoon|Bijlagen?)\b"
)
LONGEST_HEAD = 20_000
"""Characters: no letter has more above its first question."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a minister's letter states about the Kamervragen it answers."""

    facts: HeaderFacts
    """`received` is always None: a letter does not say when the Chamber got it."""
    case_number: str | None
    """Normalised: "2024Z11859"."""
    message: range | None
    """For a notice: the paragraphs that are its message, between salutation and signatures; by index."""


def may_be_letter(paragraphs: list[str], letterhead: list[str]) -> bool:
    """Whether the paragraphs above the first question, and what stands beside them, look like a letter's.

    Official publications, their drafts, and letters that are not about Kamervragen do not.
    """
    whole = "\n".join(paragraphs)[:LONGEST_HEAD]
    if not ABOUT_QUESTIONS.search(whole) or _OFFICIAL.search(whole):
        return False
    signs = (TITLE, LETTER, _LABEL)
    return any(sign().search(whole) for sign in signs) or bool(_LABEL().search("\n".join(letterhead)))

"""What a heading is: its kinds, its wording, and the rules by which one is known.

Which of the candidates in a document are headings is for `finding` and `told`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, StrEnum

from kvtui.parsing.headings.number_list import NUMBERS


class HeadingKind(Enum):
    """What a heading opens."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    NOTE = "note"


class HeadingRule(StrEnum):
    """Why something is taken for a heading, in words for a reader."""

    ALONE = "on a line of its own"
    LINE_START = "begins its line"
    INSIDE_LINE = "inside a line"
    NUMBER = "a number that counts on, before a question"
    ANSWER_NUMBER = "a number on a line of its own, under the one heading of all answers"
    WITHOUT_NUMBER = "without numbers: for the questions above that have no answer yet"
    FORMAT = "the file's own structure says so"
    NEXT = "no heading: the next number"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found in a row: its printed text, its numbers, and the text behind it."""

    row: int
    kind: HeadingKind
    numbers: tuple[int, ...]
    text: str
    """Empty where the block has none."""
    rest: str
    rule: HeadingRule
    rows: int = 1
    """How many rows it takes: "Antwoord" and "1 + 3" below it are one heading."""


NAMED = re.compile(
    r"(?P<word>Vraag|Vragen|VRAAG|VRAGEN|Antwoord|Antwoorden|ANTWOORD|ANTWOORDEN|Beantwoording|Reactie)\s{0,3}"
    r"(?:(?:op|bij)\s)?(?:de\s)?(?:(?:vraag|vragen|VRAAG|VRAGEN)\s?)?(?:nr\.?\s?|nummers?\s)?"
    rf"\(?(?P<numbers>{NUMBERS})\)?(?P<stop>\s?[.:;]|\s[-–])?(?P<rest>\s.*|)\Z",
    re.DOTALL,
)
BARE_ANSWER = re.compile(
    r"(?:Antwoord|Antwoorden|ANTWOORD|Beantwoording)\s?(?:\Z|:\s?(?P<rest>.*)\Z)", re.DOTALL
)
NOTICE = re.compile(r"(?:Mededeling|MEDEDELING)\s?(?:[:.]?\Z|:?\s(?=[A-Z]))(?P<rest>.*)\Z", re.DOTALL)
NOTE = re.compile(r"(?:Toelichting|TOELICHTING)\s?(?:\Z|:\s?(?P<rest>.*)\Z)", re.DOTALL)

"""What a document of the library is, in a few English words: "answer by Minister Veenstra, 12 Mar 2099".

For what is said of links; what the screen does with the words is its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kvtui.library.entries import Entry
from kvtui.model import Asker, DocumentKind, Respondent, TextPart

if TYPE_CHECKING:
    from kvtui.library.facts.citations import Citation

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_NAMED = 3
"""As many people are named; of more the first and how many others."""


def entry_words(entry: Entry) -> str:
    """What the document turns out to be, by whom and of when."""
    day = _of_day(entry)
    match entry.kind:
        case DocumentKind.ANSWER:
            by = respondent_words(entry.respondents)
            return _joined(f"answer by {by}" if by else "answer", day)
        case DocumentKind.NOTICE:
            by = respondent_words(entry.respondents)
            return _joined(f"notice by {by}" if by else "notice", day)
        case DocumentKind.QUESTIONS | DocumentKind.ORAL:
            what = "questions" if entry.kind is DocumentKind.QUESTIONS else "oral questions"
            by = asker_words(entry.askers)
            return _joined(f"{what} by {by}" if by else what, day)
        case DocumentKind.OTHER:
            return _joined("document", day)
        case None:
            return "a file that has not been read" if entry.problem is None else "a file that cannot be read"


def respondent_words(respondents: Sequence[Respondent]) -> str:
    """`Minister Veenstra and Staatssecretaris Bos`; empty where none is known."""
    return _few([" ".join(filter(None, (who.office, who.name))) for who in respondents])


def asker_words(askers: Sequence[Asker]) -> str:
    """`Bos (SVP) and Veen (PvO)`; empty where none is known."""
    return _few([who.named for who in askers])


def place_words(citation: Citation) -> str:
    """Where a citation stands: `header`, `answer 2 and 3`, `footnote at question 4`."""
    part = f"footnote at {citation.carrier}" if citation.part is TextPart.FOOTNOTE else str(citation.part)
    if citation.part is TextPart.FOOTNOTE and not citation.numbers:
        return "footnote"
    return f"{part} {list_words([str(number) for number in citation.numbers])}".strip()


def day_words(day: date) -> str:
    """`5 Feb 2099`, whatever the language of the system."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def question_words(numbers: Sequence[int]) -> str:
    """`question 3`, `questions 3, 4 and 5`."""
    things = "question" if len(numbers) == 1 else "questions"
    return f"{things} {list_words([str(number) for number in numbers])}"


def count_words(count: int, thing: str) -> str:
    """`1 question`, `3 questions`, `1,200 questions`."""
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s"


def _of_day(entry: Entry) -> str:
    day = entry.received or entry.submitted
    return day_words(day) if day else ""


def _joined(what: str, day: str) -> str:
    if not day:
        return what
    return f"{what}, {day}" if " by " in what else f"{what} of {day}"


def _few(names: Sequence[str]) -> str:
    named = [name for name in names if name]
    if len(named) > _NAMED:
        return f"{named[0]} and {len(named) - 1} others"
    return list_words(named)


def list_words(words: Sequence[str]) -> str:
    """`2`, `2 and 3`, `2, 3 and 4`; empty for none."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))

"""The English words for what a document is: dates, kinds, people, titles, what a link points at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kvtui.library.links.wording import day_words as words_of_day
from kvtui.library.links.wording import list_words
from kvtui.model import (
    Addressee,
    Asker,
    Document,
    DocumentKind,
    Reference,
    ReferenceKind,
    Respondent,
    TextPart,
)

PART_WORDS = {
    TextPart.HEADER: "header",
    TextPart.QUESTION: "question",
    TextPart.ANSWER: "answer",
    TextPart.NOTE: "explanatory note",
    TextPart.FOOTNOTE: "footnote",
    TextPart.NOTICE: "notice",
}


def day_words(day: date | None) -> str:
    """A date as it is read: "16 Feb 2024"; an empty string for None."""
    return "" if day is None else words_of_day(day)


def number_words(numbers: Sequence[int]) -> str:
    """The numbers of an answer: "2 and 3", and "2–6" where three or more follow each other."""
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return list_words([str(number) for number in numbers])


def asker_words(askers: Sequence[Asker]) -> str:
    """ "Eerdmans (JA21)"; members of one party in a row share it."""
    words: list[str] = []
    for index, asker in enumerate(askers):
        following = askers[index + 1].party if index + 1 < len(askers) else None
        shown = f" ({asker.party})" if asker.party and asker.party != following else ""
        words.append(asker.name + shown)
    return list_words(words)


def office_words(who: Addressee | Respondent) -> str:
    """The office with its portfolio: "Minister Defensie"; the offices keep their Dutch names."""
    if who.office is None:
        return who.portfolio or ""
    return f"{who.office} {who.portfolio}" if who.portfolio else who.office


def addressee_words(addressees: Sequence[Addressee]) -> str:
    """To whom it is put; more than three are counted, since the printed header lists them."""
    if len(addressees) <= 3:
        return "; ".join(office_words(who) for who in addressees)
    return f"{office_words(addressees[0])} and {len(addressees) - 1} others"


def respondent_words(respondents: Sequence[Respondent]) -> str:
    """Who answers: "Minister De Jonge (Binnenlandse Zaken)"; neighbours share their portfolio."""
    words: list[str] = []
    for index, who in enumerate(respondents):
        following = respondents[index + 1].portfolio if index + 1 < len(respondents) else None
        shown = f" ({who.portfolio})" if who.portfolio and who.portfolio != following else ""
        words.append(" ".join(part for part in (who.office, who.name) if part) + shown)
    return list_words(words)


def answer_title(document: Document, number: int | None) -> str:
    """The title of the answer pane at a question."""
    if document.kind is DocumentKind.OTHER:
        return "Text"
    answer = None if number is None else document.answer_to(number)
    if answer is not None:
        return f"Answer {number_words(answer.numbers)}"
    if document.notice is not None:
        return "Notice"
    return "No answer"


def reference_words(reference: Reference, target: int | str | None) -> str:
    """What a link points at, in a few words: "answer 8", "footnote 3", "ah-tk-20232024-1047"."""
    if reference.kind is ReferenceKind.INTERNAL:
        asks = "antwoord" not in reference.text.lower() and "beantwoord" not in reference.text.lower()
        return f"{'question' if asks else 'answer'} {target}"
    if reference.kind is ReferenceKind.FOOTNOTE:
        return f"footnote {target}"
    return str(target) if target is not None else "no publication that can be named"

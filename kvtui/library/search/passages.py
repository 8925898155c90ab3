"""The texts of a record as the index has stored them, each with its part and question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.library.search.excerpting import Passage
from kvtui.model import TextPart

if TYPE_CHECKING:
    import tantivy


def numbers_of(stored: tantivy.Document) -> tuple[int, ...]:
    """The questions of a pair; empty for a header."""
    return tuple(stored.get_all("numbers"))


def passages_of(stored: tantivy.Document) -> list[Passage]:
    """Every text of a record: of the best worth as an excerpt first; never empty."""
    numbers = numbers_of(stored)
    first = numbers[0] if numbers else None
    answers = [Passage(TextPart.ANSWER, first, text) for text in stored.get_all("answer")]
    questions = [
        Passage(TextPart.QUESTION, number, text)
        for number, text in zip(numbers, stored.get_all("question"), strict=False)
    ]
    header = [Passage(TextPart.HEADER, None, text) for text in stored.get_all("title")]
    notice, note, unplaced = (*stored.get_all("other"), "", "", "")[:3]
    others = [
        Passage(TextPart.NOTICE, None, notice),
        Passage(TextPart.NOTE, None, note),
        Passage(TextPart.HEADER, None, unplaced),
    ]
    footnotes = [Passage(TextPart.FOOTNOTE, first, text) for text in stored.get_all("footnote")]
    found = [each for each in (*answers, *questions, *header, *others, *footnotes) if each.text]
    return found or [Passage(TextPart.HEADER, first, "")]

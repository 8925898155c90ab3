"""Reads the head of a minister's letter, where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.parsing.letters.signs import Letter, may_be_letter


def letter_in(paragraphs: list[str], letterhead: Sequence[str] = ()) -> Letter | None:
    """What a letter states, from the paragraphs above its first question; None for anything else.

    `letterhead` is what a format knows to stand in page heads and margins.
    """
    beside = list(letterhead)
    if not may_be_letter(paragraphs, beside):
        return None
    from kvtui.parsing.letters.head import letter_facts  # not sooner: its patterns take 100 ms

    return letter_facts(paragraphs, beside)

"""What the tests count: every letter and digit of a source, and of a document made from it."""

from __future__ import annotations

import unicodedata
from collections import Counter

from kvtui.model import Document, ReferenceKind


def letters(text: str) -> Counter[str]:
    return Counter(_bare(c) for c in text if c.isalnum())


def _bare(letter: str) -> str:
    """A letter without its accents: one that stands loose in a text is put on its letter again."""
    apart = unicodedata.normalize("NFD", letter)
    return apart[0] if all(map(unicodedata.combining, apart[1:])) else letter


def letters_of(document: Document) -> Counter[str]:
    pieces = [*document.header.paragraphs, *document.furniture, *document.unplaced]
    for block in (*document.questions, *document.answers, document.notice, document.explanatory_note):
        if block is not None:
            pieces += [block.heading or "", *block.paragraphs]
    for footnote in document.footnotes:
        pieces += [footnote.mark, footnote.text]
    pieces += [r.text for r in document.references if r.kind is ReferenceKind.FOOTNOTE]
    return letters("".join(pieces))

"""What the tests count: every letter and digit of a source, and of a document made from it."""

from __future__ import annotations

import unicodedata
from collections import Counter

from kvtui.model import Document, ReferenceKind


def letters(text: str) -> Counter[str]:
    # without their accents: one that stands loose is put on its letter again
    return Counter(c for c in unicodedata.normalize("NFD", text) if c.isalnum())


def letters_of(document: Document) -> Counter[str]:
    pieces = [*document.header.paragraphs, *document.furniture, *document.unplaced]
    for block in (*document.questions, *document.answers, document.notice, document.explanatory_note):
        if block is not None:
            pieces += [block.heading or "", *block.paragraphs]
    for footnote in document.footnotes:
        pieces += [footnote.mark, footnote.text]
    pieces += [r.text for r in document.references if r.kind is ReferenceKind.FOOTNOTE]
    return letters("".join(pieces))

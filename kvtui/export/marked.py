"""The paragraphs of a document with its references made visible.

How a reference looks is the form's own (a `Look`); this finds the references of each block and
puts them in. A reference whose span doesn't hold its words is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kvtui.model import Document, Footnote, Reference, ReferenceKind, TextPart

Block = tuple[TextPart, tuple[int, ...]]
"""The part and the question numbers, as a `Reference` has them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a form writes what stands between references, and the references themselves."""

    plain: Callable[[str], str]
    reference: Callable[[Reference, str], str]
    """Takes the reference and its words, which `plain` has been over."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document of which the paragraphs can be asked for with their references."""

    document: Document
    look: Look
    references: dict[tuple[TextPart, tuple[int, ...], int], list[Reference]]

    def paragraphs(self, block: Block, texts: Sequence[str]) -> list[str]:
        """The paragraphs of a block."""
        return [
            _with_references(text, self.references.get((*block, index), []), self.look)
            for index, text in enumerate(texts)
        ]

    def header(self) -> list[str]:
        """The paragraphs of the header, without the bare number that every form prints itself."""
        printed = self.document.header.paragraphs
        texts = ["" if text == self.document.number else text for text in printed]
        return [text for text in self.paragraphs((TextPart.HEADER, ()), texts) if text.strip()]

    def footnote(self, index: int) -> str:
        """The text of the footnote with that index in the document."""
        text = self.document.footnotes[index].text
        found = self.references.get((TextPart.FOOTNOTE, (), index), [])
        return _with_references(text, found, self.look)

    def footnotes_of(self, block: Block, count: int) -> list[int]:
        """The indexes of the footnotes whose marks stand in the `count` paragraphs of a block, in order."""
        marks = [
            str(target)
            for paragraph in range(count)
            for reference in self.references.get((*block, paragraph), [])
            if reference.kind is ReferenceKind.FOOTNOTE
            for target in reference.targets
        ]
        return list(
            dict.fromkeys(i for mark in marks if (i := _index(self.document.footnotes, mark)) is not None)
        )


def mark(document: Document, look: Look) -> Marked:
    """Prepares a document for one form."""
    references: dict[tuple[TextPart, tuple[int, ...], int], list[Reference]] = {}
    for reference in document.references:
        numbers = () if reference.part is TextPart.FOOTNOTE else reference.numbers
        references.setdefault((reference.part, numbers, reference.paragraph), []).append(reference)
    for found in references.values():
        found.sort(key=lambda reference: (reference.start, reference.end))
    return Marked(document, look, references)


def _with_references(text: str, references: Sequence[Reference], look: Look) -> str:
    done = 0
    pieces: list[str] = []
    for reference in references:
        words = text[reference.start : reference.end]
        is_here = reference.kind is ReferenceKind.FOOTNOTE or words == reference.text
        if reference.start < done or not is_here:
            continue
        pieces.append(look.plain(text[done : reference.start]))
        pieces.append(look.reference(reference, look.plain(words)))
        done = reference.end
    pieces.append(look.plain(text[done:]))
    return "".join(pieces)


def _index(footnotes: Sequence[Footnote], mark: str) -> int | None:
    return next((index for index, footnote in enumerate(footnotes) if footnote.mark == mark), None)

"""The paragraphs of a document with its references and emphasis made visible.

How they look is the form's own (a `Look`); this finds those of each paragraph and puts them in. A
reference whose span doesn't hold its words is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kvtui.export.columns import Columns, columns_of
from kvtui.export.shapes import are_bold, cell_spans, strokes, unescaped
from kvtui.export.stressed import Stretch, stretches
from kvtui.model import Document, Emphasis, Footnote, Reference, ReferenceKind, Style, TextPart

Block = tuple[TextPart | None, tuple[int, ...]]
"""The part and the question numbers, as a `Reference` has them; no part for `Document.unplaced`."""
_Key = tuple[TextPart | None, tuple[int, ...], int]


@dataclass(frozen=True, slots=True)
class Look:
    """How a form writes plain words, words that are printed bold or italic, and references."""

    plain: Callable[[str], str]
    stress: Callable[[str, frozenset[Style]], str]
    """Takes words, which `plain` has been over, without spaces around them, and their styles."""
    reference: Callable[[Reference, str], str]
    """Takes the reference and its words, which `plain` and `stress` have been over."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a form writes it."""

    rows: list[list[str]]
    columns: Columns


@dataclass(frozen=True, slots=True)
class Marked:
    """A document of which the paragraphs can be asked for with their references."""

    document: Document
    look: Look
    references: dict[_Key, list[Reference]]
    emphasis: dict[_Key, list[Emphasis]]

    def paragraph(self, block: Block, index: int, text: str, start: int = 0) -> str:
        """The paragraph with that index in its block, from a character on."""
        return self._written((*block, index), text, (start, len(text)), self.look)

    def table(
        self, block: Block, first: int, texts: Sequence[str], measure: Callable[[str], int] = len
    ) -> Table:
        """Rows of a table, the first of them with that index in its block."""
        look = replace(self.look, plain=lambda words: self.look.plain(unescaped(words)))
        rows: list[list[str]] = []
        bold: list[bool] = []
        for index, text in enumerate(texts, first):
            key, cells = (*block, index), cell_spans(text, strokes(text))
            rows.append([self._written(key, text, cell, look) for cell in cells])
            stresses = self.emphasis.get(key, ()) if len(bold) < 2 else ()
            spans = [(words.start, words.end) for words in stresses if words.style is Style.BOLD]
            bold.append(are_bold(cells, spans))
        plain = [[text[start:end] for start, end in cell_spans(text, strokes(text))] for text in texts]
        return Table(rows, columns_of(rows, plain=plain, bold=bold[:2] == [True, False], measure=measure))

    def header(self) -> list[str]:
        """The header's texts, that of the bare number empty: every form prints it itself."""
        printed = self.document.header.paragraphs
        return ["" if text == self.document.number else text for text in printed]

    def footnote(self, index: int) -> str:
        """The text of the footnote with that index in the document."""
        return self.paragraph((TextPart.FOOTNOTE, ()), index, self.document.footnotes[index].text)

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

    def _written(self, key: _Key, text: str, span: tuple[int, int], look: Look) -> str:
        """What stands from `start` up to `end` of a paragraph."""
        done, end = span
        stressed = stretches(text, self.emphasis.get(key, ()))
        pieces: list[str] = []
        for reference in self.references.get(key, ()):
            words = text[reference.start : reference.end]
            is_here = reference.kind is ReferenceKind.FOOTNOTE or words == reference.text
            if reference.start < done or reference.end > end or not is_here:
                continue
            pieces += _words(text, (done, reference.start), stressed, look)
            within = _words(text, (reference.start, reference.end), stressed, look)
            pieces.append(look.reference(reference, "".join(within)))
            done = reference.end
        pieces += _words(text, (done, end), stressed, look)
        return "".join(pieces)


def mark(document: Document, look: Look) -> Marked:
    """Prepares a document for one form."""
    references: dict[_Key, list[Reference]] = {}
    for reference in document.references:
        references.setdefault(_key(reference), []).append(reference)
    for found in references.values():
        found.sort(key=lambda reference: (reference.start, reference.end))
    emphasis: dict[_Key, list[Emphasis]] = {}
    for words in document.emphasis:
        emphasis.setdefault(_key(words), []).append(words)
    return Marked(document, look, references, emphasis)


def _key(words: Reference | Emphasis) -> _Key:
    return words.part, () if words.part is TextPart.FOOTNOTE else words.numbers, words.paragraph


def _words(text: str, span: tuple[int, int], stressed: Sequence[Stretch], look: Look) -> Iterator[str]:
    """The words of a span, spaces outside of what is stressed."""
    done, end = span
    for stretch in stressed:
        first, last = max(stretch.start, done), min(stretch.end, end)
        words = text[first:last].strip()
        if first < last and any(letter.isalnum() for letter in words):
            begin = text.index(words, first)
            yield look.plain(text[done:begin])
            yield look.stress(look.plain(words), stretch.styles)
            done = begin + len(words)
    yield look.plain(text[done:end])


def _index(footnotes: Sequence[Footnote], mark: str) -> int | None:
    return next((index for index, footnote in enumerate(footnotes) if footnote.mark == mark), None)

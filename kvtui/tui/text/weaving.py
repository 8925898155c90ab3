"""One paragraph and the references in it, woven into a block: marks drawn, links inked, spans sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rich.cells import cell_len

from kvtui.export.shapes import marker_of
from kvtui.model import Document, Emphasis, Reference, ReferenceKind, TextPart
from kvtui.tui.text.blocks import Anchor, Block, Ink, Link, PaneText, Rail, Span, Spot, Stress
from kvtui.tui.text.indexed import Indexed

_SUPERSCRIPT = str.maketrans("0123456789)", "⁰¹²³⁴⁵⁶⁷⁸⁹⁾")
_NUMBER = re.compile(r"\d+")
_INKS = {
    ReferenceKind.INTERNAL: Ink.INTERNAL,
    ReferenceKind.PUBLICATION: Ink.PUBLICATION,
    ReferenceKind.URL: Ink.URL,
    ReferenceKind.FOOTNOTE: Ink.FOOTNOTE,
    ReferenceKind.INCOMPLETE: Ink.PUBLICATION,
}
DEAD_MARK = "⊘"
"""Stands behind the words of a reference that cannot be followed, so that colour is not the only sign."""


def mark_text(mark: str) -> str:
    """A footnote's mark as it is drawn: superscript digits, also of "1)"; other marks in brackets."""
    digits = mark.removesuffix(")")
    return mark.translate(_SUPERSCRIPT) if digits.isdecimal() and digits.isascii() else f"[{mark}]"


def is_dead(indexed: Indexed, reference: Reference, target: int | str | None) -> bool:
    """True where a reference names nothing that can be opened, whatever the library holds."""
    if reference.kind is ReferenceKind.INTERNAL:
        return target not in indexed.questions and target not in indexed.answers
    if reference.kind is ReferenceKind.FOOTNOTE:
        return str(target) not in indexed.footnotes
    return target is None and reference not in indexed.guessed


def pieces(reference: Reference) -> list[tuple[int, int, int | str | None]]:
    """The parts of a reference that are links of their own: (start, end, target).

    "vragen 6 en 7" gives a link to 6 and one to 7; a range stays one link to its first question.
    """
    targets = reference.targets
    whole = (reference.start, reference.end, targets[0] if targets else None)
    if reference.kind is not ReferenceKind.INTERNAL or len(targets) < 2:
        return [whole]
    numbers = list(_NUMBER.finditer(reference.text))
    fits = reference.end - reference.start == len(reference.text)
    if not fits or tuple(int(number[0]) for number in numbers) != targets:
        return [whole]
    starts = [0, *(number.start() for number in numbers[1:])]
    return [
        (reference.start + start, reference.start + number.end(), target)
        for start, number, target in zip(starts, numbers, targets, strict=True)
    ]


@dataclass(slots=True)
class Weaver:
    """Gathers the blocks and links of one pane, from top to bottom."""

    indexed: Indexed
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def document(self) -> Document:
        """The document that is being shown."""
        return self.indexed.document

    def references(self, anchor: Anchor) -> Sequence[Reference]:
        """The references that stand in a paragraph."""
        return self.indexed.references.get(anchor, ())

    def references_of(self, part: Anchor, paragraphs: Iterable[int]) -> Iterator[Reference]:
        """The references that stand in some paragraphs of a part."""
        for index in paragraphs:
            yield from self.references(Anchor(part.part, part.number, index))

    def pane_text(self) -> PaneText:
        """What was gathered."""
        return PaneText(tuple(self.blocks), tuple(self.links))

    def add(self, text: str = "", ink: Ink = Ink.TEXT, *, label: str = "", hang: int = 0) -> None:
        """Add words of kvtui's own."""
        self.blocks.append(Block(text, ink, label=label, hang=hang))

    def rule(self, title: str = "") -> None:
        """Add a line across the pane, a blank row above and below it."""
        self.blocks += [Block(), Block(title, Ink.RULE, rule=True), Block()]

    def paragraph(
        self,
        text: str,
        anchor: Anchor,
        *,
        ink: Ink = Ink.TEXT,
        label: str = "",
        hang: int = 0,
        number: int | None = None,
        rail: Rail = Rail.NONE,
    ) -> None:
        """Add a paragraph of the document with its references as links and its emphasis."""
        shown: list[str] = []
        spans: list[Span] = []
        inserted: list[tuple[int, int]] = []
        done = length = 0
        for start, end, target, reference in _in_order(self.references(anchor), len(text)):
            if start < done:
                continue
            shown.append(text[done:start])
            length += start - done
            done = end
            dead = is_dead(self.indexed, reference, target)
            words, extra = _drawn(reference, text[start:end], dead)
            if extra:
                inserted.append((length + len(words), len(extra)))
            shown.append(words + extra)
            link_ink = Ink.DEAD if dead else _INKS[reference.kind]
            spans.append(Span(length, length + len(words + extra), link_ink, len(self.links)))
            self.links.append(Link(link_ink, reference, target, Spot(anchor, start)))
            length += len(words) + len(extra)
        shown.append(text[done:])
        block = Block(
            "".join(shown),
            ink,
            tuple(spans),
            anchor=anchor,
            inserted=tuple(inserted),
            label=label,
            hang=hang,
            indent=cell_len(marker_of(text)),
            number=number,
            rail=rail,
        )
        emphasis = self.indexed.emphasis.get(anchor)
        self.blocks.append(_stressed(block, emphasis, len(text)) if emphasis else block)

    def footnotes(
        self,
        marks: Iterable[str],
        *,
        hang: int = 0,
        number: int | None = None,
        rail: Rail = Rail.NONE,
    ) -> None:
        """Add the footnotes with these marks, each once, in the order of the document."""
        wanted = {self.indexed.footnotes[mark] for mark in marks if mark in self.indexed.footnotes}
        for index in sorted(wanted):
            footnote = self.document.footnotes[index]
            label = mark_text(footnote.mark)
            self.paragraph(
                footnote.text,
                Anchor(TextPart.FOOTNOTE, None, index),
                ink=Ink.MUTED,
                label=label,
                hang=hang + max(3, len(label) + 1),
                number=number,
                rail=rail,
            )


def _stressed(block: Block, emphasis: Iterable[Emphasis], length: int) -> Block:
    """A block with the emphasis of its paragraph, which has that length."""
    stresses = [
        Stress(block.shown(words.start), block.shown(words.end - 1) + 1, words.style)
        for words in emphasis
        if 0 <= words.start < words.end <= length
    ]
    return replace(block, stresses=tuple(stresses))


def marks_in(references: Iterable[Reference]) -> list[str]:
    """The marks of the footnotes that some references call."""
    return [
        str(reference.targets[0])
        for reference in references
        if reference.kind is ReferenceKind.FOOTNOTE and reference.targets
    ]


def _drawn(reference: Reference, words: str, dead: bool) -> tuple[str, str]:
    """The document's own words of a link, and what is drawn behind them."""
    if reference.kind is ReferenceKind.FOOTNOTE:
        return "", mark_text(str(reference.targets[0] if reference.targets else reference.text))
    return words, DEAD_MARK if dead else ""


def _in_order(
    references: Iterable[Reference], length: int
) -> list[tuple[int, int, int | str | None, Reference]]:
    """The link pieces of a paragraph in reading order, those outside it left out."""
    found = [
        (start, end, target, reference)
        for reference in references
        for start, end, target in pieces(reference)
        if 0 <= start <= end <= length
    ]
    found.sort(key=lambda piece: (piece[0], piece[1]))
    return found

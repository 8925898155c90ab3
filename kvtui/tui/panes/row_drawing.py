"""One row of a text as Rich segments: inks, links, and the highlights that lie over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kvtui.tui.palette import Palette
from kvtui.tui.text.blocks import Block, Span, Stress
from kvtui.tui.text.table_rows import Piece


@dataclass(frozen=True, slots=True)
class Highlight:
    """A style laid over a stretch of a block's text; the later of two lies on top."""

    start: int
    end: int
    style: Style
    words: str = ""
    """Drawn instead of the text: as long as the stretch."""


def draw_pieces(
    block: Block, pieces: Sequence[Piece], palette: Palette, highlights: Sequence[Highlight], row: int
) -> list[Segment]:
    """The segments of a row of a block, with what selection and mouse need in their meta.

    `offset` is the (character, row) of a segment's start, `link` the index of its link.
    """
    segments: list[Segment] = []
    at = 0
    for piece in pieces:
        if piece.ink is None:
            segments += _draw_text(block, piece, palette, highlights, (at, row))
            at += piece.end - piece.start
        elif piece.words:
            style = palette.inks[piece.ink] + Style.from_meta({"offset": (at, row)})
            segments.append(Segment(piece.words, style))
            at += len(piece.words)
    return segments


def _draw_text(
    block: Block, piece: Piece, palette: Palette, highlights: Sequence[Highlight], place: tuple[int, int]
) -> list[Segment]:
    start, end = piece.start, piece.end
    base = palette.inks[block.ink]
    spans = [span for span in block.spans if span.start < end and span.end > start]
    stresses = [stress for stress in block.stresses if stress.start < end and stress.end > start]
    over = [light for light in highlights if light.start < end and light.end > start]
    cuts = {start, end}
    parts: list[Span | Stress | Highlight] = [*spans, *stresses, *over]
    for part in parts:
        cuts.add(max(start, part.start))
        cuts.add(min(end, part.end))
    segments = []
    for left, right in pairwise(sorted(cuts)):
        style, text = base, block.text[left:right]
        meta: dict[str, object] = {"offset": (place[0] + left - start, place[1])}
        for span in spans:
            if span.start <= left < span.end:
                style = palette.inks[span.ink]
                if span.link is not None:
                    meta["link"] = span.link
        for stress in stresses:
            if stress.start <= left < stress.end:
                style += palette.emphasis[stress.style]
        for light in over:
            if light.start <= left < light.end:
                style += light.style
                if light.words:
                    text = light.words[left - light.start : right - light.start]
        segments.append(Segment(text, style + Style.from_meta(meta)))
    return segments


def selected(pieces: Sequence[Piece], stretch: tuple[int, int]) -> list[tuple[int, int]]:
    """The (start, end) of the text in a row's characters from one up to another; -1 for all that follow."""
    found = []
    at = 0
    for piece in pieces:
        length = len(piece.words) if piece.ink is not None else piece.end - piece.start
        first = max(0, stretch[0] - at)
        last = length if stretch[1] < 0 else min(length, stretch[1] - at)
        if piece.ink is None and first <= last:
            found.append((piece.start + first, piece.start + last))
        at += length
    return found


def lay_under(strip: Strip, under: Style, base: Style) -> Strip:
    """A style for a whole row, under whatever in it has a background of its own."""
    segments = [
        Segment(text, style + under if style is not None and style.bgcolor == base.bgcolor else style)
        for text, style, _ in strip
    ]
    return Strip(segments, strip.cell_length)


def draw_rule(title: str, width: int, palette: Palette) -> list[Segment]:
    """A line across, with a title set into it near the left."""
    if not title:
        return [Segment("─" * width, palette.frame)]
    words = f" {title} "
    return [
        Segment("──", palette.frame),
        Segment(words, palette.title),
        Segment("─" * max(0, width - len(words) - 2), palette.frame),
    ]

"""One row of a text as Rich segments: inks, links, and the highlights that lie over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kvtui.tui.palette import Palette
from kvtui.tui.text.blocks import Block


@dataclass(frozen=True, slots=True)
class Highlight:
    """A style laid over a stretch of a block's text; the later of two lies on top."""

    start: int
    end: int
    style: Style
    words: str = ""
    """Drawn instead of the text: as long as the stretch."""


def draw_text(
    block: Block, piece: tuple[int, int], palette: Palette, highlights: Sequence[Highlight], row: int
) -> list[Segment]:
    """The segments of a (start, end) of `block.text`, with what selection and mouse need in their meta.

    `offset` is the (character, row) of a segment's start, `link` the index of its link.
    """
    start, end = piece
    base = palette.inks[block.ink]
    spans = [span for span in block.spans if span.start < end and span.end > start]
    over = [light for light in highlights if light.start < end and light.end > start]
    cuts = {start, end}
    for left, right in [(s.start, s.end) for s in spans] + [(s.start, s.end) for s in over]:
        cuts.add(max(start, left))
        cuts.add(min(end, right))
    places = sorted(cuts)
    segments = []
    for left, right in pairwise(places):
        style, text = base, block.text[left:right]
        meta: dict[str, object] = {"offset": (left - start, row)}
        for span in spans:
            if span.start <= left < span.end:
                style = palette.inks[span.ink]
                if span.link is not None:
                    meta["link"] = span.link
        for light in over:
            if light.start <= left < light.end:
                style += light.style
                if light.words:
                    text = light.words[left - light.start : right - light.start]
        segments.append(Segment(text, style + Style.from_meta(meta)))
    return segments


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

"""Where bold and italic words of a source stand in the paragraphs made from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kvtui.model import Emphasis, Style, TextPart
from kvtui.parsing.parts import Text
from kvtui.parsing.rows import count_letters
from kvtui.parsing.text.paragraphs import Origin, Paragraph
from kvtui.sources import Line, Span

_MARKS = re.compile(r"\[[\d\s,]{1,20}\]")


def emphasis_in(
    part: TextPart, numbers: tuple[int, ...], texts: Iterable[Text], lines: Sequence[Line]
) -> Iterator[Emphasis]:
    """The emphasis in the paragraphs of a part; `lines` are all lines of the source."""
    for text in texts:
        if not any(lines[origin.line].styles for origin in text.paragraph.origins):
            continue
        for start, end, style in styled(text.paragraph, lines):
            begin, stop = _kept(text.marked.kept, start), _kept(text.marked.kept, end)
            stop = min(stop, len(text.marked.text))
            if begin < stop:
                yield Emphasis(part, numbers, text.index, begin, stop, style)


def styled(paragraph: Paragraph, lines: Sequence[Line]) -> list[tuple[int, int, Style]]:
    """The styled stretches of a paragraph; one that runs over several lines is one."""
    found: dict[Style, list[tuple[int, int]]] = {}
    for origin, end in paragraph.stretches():
        line = lines[origin.line]
        for span in line.styles:
            stretch = _stretch(paragraph.text, origin, end, line.text, span)
            if stretch is None:
                continue
            before = found.setdefault(span.style, [])
            if before and not count_letters(_MARKS.sub("", paragraph.text[before[-1][1] : stretch[0]])):
                before[-1] = (before[-1][0], max(before[-1][1], stretch[1]))
            else:
                before.append(stretch)
    return sorted((start, end, style) for style, spans in found.items() for start, end in spans)


def _stretch(text: str, origin: Origin, end: int, printed: str, span: Span) -> tuple[int, int] | None:
    """Where the letters of a span stand in the stretch of text from `origin` to `end`."""
    first = count_letters(printed[: span.start]) - origin.letters
    last = first + count_letters(printed[span.start : span.end])
    if last <= max(first, 0):
        return None
    places = [index for index in range(origin.start, end) if text[index].isalnum()][max(first, 0) : last]
    if not places:
        return None
    return _with_stops(text, places[0], places[-1] + 1, printed[span.start : span.end])


def _with_stops(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """The stretch with the quotes, brackets and stops at its edges that are styled too."""
    lead = words[: next((i for i, c in enumerate(words) if c.isalnum()), 0)].strip()
    tail = words[len(words.rstrip()) - len(_edge(words.rstrip())) :].strip()
    if lead and text.startswith(lead, start - len(lead)) and start >= len(lead):
        start -= len(lead)
    if tail and text.startswith(tail, end):
        end += len(tail)
    return start, end


def _edge(words: str) -> str:
    """What stands behind the last letter."""
    at = len(words)
    while at and not words[at - 1].isalnum():
        at -= 1
    return words[at:]


def _kept(kept: tuple[tuple[int, int], ...], offset: int) -> int:
    """An offset in a paragraph as one in the paragraph without its marks."""
    length = 0
    for begin, end in kept:
        if offset <= end:
            return length + max(0, offset - begin)
        length += end - begin
    return length

"""Collects the lines of a document page by page, with one blank line where white space stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from kvtui.model.formats import Format
from kvtui.sources.composing.styled_text import without_overall_styles
from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Line, Page, Role, SourceText

if TYPE_CHECKING:
    from lxml import etree


class Flow:
    """The lines so far; blank ones only between others."""

    def __init__(self, role: Role = Role.TEXT) -> None:
        """Begins with one empty page; `role` is that of the blank lines."""
        self.pages: list[list[Line]] = [[]]
        self._blank = Line("", role=role)

    @property
    def lines(self) -> list[Line]:
        """All lines, whatever page they are on."""
        return [line for page in self.pages for line in page]

    def add(self, lines: Iterable[Line]) -> None:
        """Lines behind the others; a blank line at the beginning of a page or behind another is left out."""
        page = self.pages[-1]
        for line in lines:
            if line.text or (page and page[-1].text):
                page.append(line)

    def blank(self) -> None:
        """White space, as around a table."""
        self.add([self._blank])

    def break_page(self) -> None:
        """What follows stands on another page."""
        if self.pages[-1]:
            self.pages.append([])

    def add_paragraph(self, pages: Sequence[Sequence[Line]]) -> None:
        """A paragraph's lines, a list for each page that it stands on; one without text is white space."""
        for number, page in enumerate(pages):
            if number:
                self.break_page()
            self.add(page)
        if len(pages) == 1 and not pages[0]:
            self.blank()


class Edges:
    """The heads and feet of pages, each read once, and given once even where others say the same."""

    def __init__(self, read: Callable[[etree._Element], list[Line]]) -> None:
        """`read` gives the lines of one."""
        self._read = read
        self._given: set[etree._Element] = set()
        self._texts: set[tuple[str, ...]] = set()

    def lines(self, element: etree._Element) -> list[Line]:
        """The lines of a head or foot; none where its text has been given before."""
        if element in self._given:
            return []
        self._given.add(element)
        lines = self._read(element)
        while lines and not lines[-1].text:
            lines.pop()
        texts = tuple(line.text for line in lines)
        if texts in self._texts:
            return []
        self._texts.add(texts)
        return lines


def source_of_pages(
    pages: Sequence[Sequence[Line]], format: Format, name: str, problems: Iterable[str] = ()
) -> SourceText:
    """A source of these pages, without a style that is everywhere; `problems` are for its reader.

    Raises:
        SourceError: there is no text on them.
    """
    lines = without_overall_styles([line for page in pages for line in page])
    if not any(line.text for line in lines):
        raise SourceError(f"{name}: holds no text, perhaps only pictures of pages")
    ends = list(accumulate((len(page) for page in pages), initial=0))
    cut = (Page(tuple(lines[start:end])) for start, end in pairwise(ends))
    shown = tuple(page for page in cut if page.lines)
    return SourceText(path=name, format=format, pages=shown, problems=tuple(problems))

"""Where the headers and footers of a Word file's sections stand: on which page, each of them once."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from kvtui.sources.composing.flow import Edges, Flow
from kvtui.sources.lines import Line
from kvtui.sources.word.package import R, W, WordPackage
from kvtui.sources.word.styles import switched


class WordSections:
    """The sections of a file; the reader of the body says where each of them ends."""

    def __init__(self, package: WordPackage) -> None:
        """Finds the properties of the sections in their order."""
        self._properties = [each for each in package.body.iter(f"{W}sectPr") if _is_current(each)]
        self._edges = package.edges
        settings = package.settings
        self._even = settings is not None and bool(switched(settings.find(f"{W}evenAndOddHeaders")))
        self._starts = [0]

    def end(self, flow: Flow) -> None:
        """Ends a section; the next begins on another page, unless it says otherwise."""
        following = self._properties[len(self._starts) :]
        kind = following[0].find(f"{W}type") if following else None
        if kind is None or kind.get(f"{W}val") not in ("continuous", "nextColumn"):
            flow.break_page()
        self._starts.append(len(flow.pages) - 1)

    def with_edges(
        self, pages: list[list[Line]], read: Callable[[etree._Element], list[Line]]
    ) -> list[list[Line]]:
        """The pages with the headers above and the footers below the first page that shows them.

        Where a section's later pages have other headers than its first but no break shows where
        they begin, those stand with the first.
        """
        heads: dict[int, list[Line]] = {}
        feet: dict[int, list[Line]] = {}
        edges = Edges(read)
        inherited: dict[tuple[str, str], etree._Element] = {}
        for number, properties in enumerate(self._properties[: len(self._starts)]):
            inherited |= self._referred(properties)
            start = self._starts[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(pages)
            for tag, where in (("headerReference", heads), ("footerReference", feet)):
                for page, kind in self._shown(properties, start, end):
                    element = inherited.get((tag, kind))
                    if element is not None:
                        where.setdefault(page, []).extend(edges.lines(element))
        return [heads.get(n, []) + page + feet.get(n, []) for n, page in enumerate(pages)]

    def _shown(self, properties: etree._Element, start: int, end: int) -> list[tuple[int, str]]:
        """The kinds of headers that a section shows, with the page on which each comes first."""
        later = start + 1 if start + 1 < end else start
        kinds = (
            [(start, "first"), (later, "default")] if _has_title_page(properties) else [(start, "default")]
        )
        return [*kinds, (later, "even")] if self._even else kinds

    def _referred(self, properties: etree._Element) -> dict[tuple[str, str], etree._Element]:
        return {
            (tag, reference.get(f"{W}type", "default")): self._edges[key]
            for tag in ("headerReference", "footerReference")
            for reference in properties.findall(f"{W}{tag}")
            if (key := reference.get(f"{R}id", "")) in self._edges
        }


def _has_title_page(properties: etree._Element) -> bool:
    return bool(switched(properties.find(f"{W}titlePg")))


def _is_current(properties: etree._Element) -> bool:
    """Not the former properties that a tracked change keeps."""
    parent = properties.getparent()
    return parent is None or parent.tag != f"{W}sectPrChange"

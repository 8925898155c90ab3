"""Walks through a tree of XML or HTML in its order without recursion, however deep it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

End = Callable[[], None]
"""What is to be done where an element ends."""


def skipped() -> None:
    """The end of an element whose inside is not to be walked through."""


def walk(
    root: etree._Element, begin: Callable[[etree._Element], End | None], text: Callable[[str], None]
) -> None:
    """Calls `begin` for each element, what it gives at the element's end, and `text` for all text between."""
    around: list[tuple[Iterator[etree._Element], etree._Element, End | None]] = []
    elements: Iterator[etree._Element] = iter((root,))
    while True:
        element = next(elements, None)
        if element is None:
            if not around:
                return
            elements, element, end = around.pop()
        else:
            end = begin(element)
            if end is not skipped:
                if element.text:
                    text(element.text)
                if len(element):
                    around.append((elements, element, end))
                    elements = iter(element)
                    continue
        if end is not None:
            end()
        if element.tail and element is not root:
            text(element.tail)

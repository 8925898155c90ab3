"""The styles of an OpenDocument text: what looks bold, italic, raised or hidden, where pages break.

Automatic styles of the text and of the page heads have names of their own, hence a scope for each.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kvtui.sources.composing.look import Look

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_MOST_PARENTS = 50
_PAGES = ("page", "even-page", "odd-page")
_SIDES = ("", "-top", "-bottom", "-left", "-right")


class OdtStyles:
    """The styles that one part of a file can use; each is worked out once."""

    def __init__(self, groups: Iterable[etree._Element | None]) -> None:
        """`groups` are the elements that hold styles; of two with one name the later counts."""
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for group in groups:
            for style in group if group is not None else ():
                if style.tag == f"{STYLE}style":
                    key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                    self._styles[key] = style
                elif style.tag == f"{STYLE}default-style":
                    self._styles[style.get(f"{STYLE}family", ""), ""] = style
                elif style.tag == f"{TEXT}list-style":
                    self.lists[style.get(f"{STYLE}name", "")] = style
                elif style.tag == f"{TEXT}outline-style":
                    self.outline = style
        self._looks: dict[tuple[str, str], Look] = {}
        self._breaks: dict[tuple[str, str], bool] = {}

    def look(self, family: str, name: str) -> Look:
        """How text in a style of the family "paragraph" or "text" looks."""
        key = (family, name)
        if key not in self._looks:
            look = Look()
            for style in self._chain(family, name):
                look = look.over(_said(style.find(f"{STYLE}text-properties")))
            self._looks[key] = look
        return self._looks[key]

    def breaks_page(self, name: str, edge: str) -> bool:
        """Whether a page break stands "before" or "after" a paragraph in that style."""
        key = (name, edge)
        if key not in self._breaks:
            found = (style.find(f"{STYLE}paragraph-properties") for style in self._chain("paragraph", name))
            said = (None if each is None else each.get(f"{FO}break-{edge}") for each in found)
            self._breaks[key] = next((each for each in said if each is not None), "auto") in _PAGES
        return self._breaks[key]

    def master_page(self, name: str) -> str:
        """The master page that begins with a paragraph in that style; it is not inherited."""
        style = self._styles.get(("paragraph", name))
        return "" if style is None else style.get(f"{STYLE}master-page-name", "")

    def has_border(self, name: str) -> bool:
        """Whether a line is drawn on some side of a cell in that style."""
        for style in self._chain("table-cell", name):
            properties = style.find(f"{STYLE}table-cell-properties")
            borders = [] if properties is None else [properties.get(f"{FO}border{side}") for side in _SIDES]
            if any(borders):
                return any(border not in (None, "", "none", "hidden") for border in borders)
        return False

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """A style and its parents, nearest first, the default of the family last."""
        chain: list[etree._Element] = []
        while len(chain) < _MOST_PARENTS and name and (style := self._styles.get((family, name))) is not None:
            chain.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        default = self._styles.get((family, ""))
        return chain if default is None else [*chain, default]


def _said(properties: etree._Element | None) -> Look:
    if properties is None:
        return Look()
    weight, slant = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
    display, position = properties.get(f"{TEXT}display"), properties.get(f"{STYLE}text-position")
    return Look(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        italic=None if slant is None else slant in ("italic", "oblique"),
        hidden=None if display is None else display == "none",
        raised=None if position is None else _is_raised(position),
    )


def _is_raised(position: str) -> bool:
    """A text position is "super", "sub" or a percentage, and the size of the characters behind it."""
    height = position.partition(" ")[0]
    return height == "super" or (height.endswith("%") and height[0].isdecimal() and float(height[:-1]) > 0)

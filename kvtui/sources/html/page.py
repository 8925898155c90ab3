"""What an HTML page is made of: where its main content is, what is hidden, which tables hold data, its notes.

One walk through the tree before it is read; what the words mean is for `parsing`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from kvtui.sources.html.notes import NoteFinder

DROPPED = frozenset(
    "script style noscript template head iframe object applet audio video canvas svg map title meta "
    "link base param datalist".split()
)
"""Elements whose inside is no text of the page; `embed` and `source` have none, but the parser thinks so."""
_PUBLICATION = frozenset(
    "kamervraagomschrijving_kop kamervraagomschrijving vraag antwoord kamervraagopmerking kamervraagnummer "
    "kamervraagkop toelicht".split()
)
"""Classes of the official pages, which have the names of elements of the XML."""
_MAIN = frozenset("main-column main-content maincontent content-main".split())
_AROUND = frozenset("nav footer aside dialog menu".split())
_AROUND_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu".split()
)
_AROUND_CLASS = re.compile(
    r"(?:\A|[-_ ])(?:cookies?|cookiebar|breadcrumbs?|kruimelpad|skip-?links?|navbar|navigation|navigatie"
    r"|site-?footer|site-?header|sharing|share-?buttons?)(?:\Z|[-_ ])",
    re.IGNORECASE,
)
_NONE: frozenset[str] = frozenset()
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_HIDDEN_CLASS = frozenset("hidden visually-hidden visuallyhidden sr-only screen-reader-text d-none".split())


def classes_of(element: etree._Element) -> frozenset[str]:
    """The class names of an element, in lower case."""
    names = element.get("class")
    return _each_of(names) if names else _NONE


@lru_cache(maxsize=500)
def _each_of(names: str) -> frozenset[str]:
    """The names in an attribute; a page has few that differ."""
    return frozenset(names.lower().split())


def is_hidden(element: etree._Element, classes: frozenset[str]) -> bool:
    """Whether a reader of the page does not see the element."""
    if element.get("hidden") is not None or classes & _HIDDEN_CLASS:
        return True
    style = element.get("style")
    return bool(style) and _HIDING.search(style or "") is not None


@dataclass(slots=True)
class HtmlPage:
    """What one walk through a page finds."""

    main: etree._Element
    """The element that holds the main content."""
    is_publication: bool
    """Whether the page has the classes of an official publication."""
    data_tables: set[etree._Element]
    """Tables that are no means of placing things: with more than one column and no table inside."""
    notes: NoteFinder


@dataclass(slots=True)
class _Looking:
    """The state of that walk."""

    notes: NoteFinder = field(default_factory=NoteFinder)
    has_tables: bool = False
    parts: list[etree._Element] = field(default_factory=list)
    """Of a publication."""
    main: etree._Element | None = None
    articles: list[etree._Element] = field(default_factory=list)


def look_at(root: etree._Element) -> HtmlPage:
    """Walks through the page once."""
    looking = _Looking()
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element.tag in DROPPED:
            walker.skip_subtree()
        else:
            _take(looking, element)
    body = root.find("body")
    main = body if body is not None else root
    if looking.parts:
        main = _holding_both(looking.parts[0], looking.parts[-1])
    elif looking.main is not None:
        main = looking.main
    elif len(looking.articles) == 1:
        main = looking.articles[0]
    looking.notes.decide()
    tables = _data_tables(root, set(looking.parts)) if looking.has_tables else set()
    return HtmlPage(main, bool(looking.parts), tables, looking.notes)


def _take(looking: _Looking, element: etree._Element) -> None:
    """Takes an element in."""
    tag = element.tag
    if tag == "table":
        looking.has_tables = True
    elif tag == "article":
        looking.articles.append(element)
    if not element.keys():
        # most elements: nothing to be looked for
        looking.notes.step()
        if looking.main is None and tag == "main":
            looking.main = element
        return
    looking.notes.take(element)
    classes = classes_of(element)
    if looking.main is None and (
        tag == "main" or element.get("role") == "main" or (element.get("id") or "").lower() in _MAIN
    ):
        looking.main = element
    if classes & _PUBLICATION:
        looking.parts.append(element)


def _holding_both(first: etree._Element, last: etree._Element) -> etree._Element:
    """The deepest element that holds two elements; around a single one that is its parent."""
    around = set(last.iterancestors()) if first is last else {last, *last.iterancestors()}
    holding = first
    while holding not in around and (parent := holding.getparent()) is not None:
        holding = parent
    return holding


def _data_tables(root: etree._Element, parts: set[etree._Element]) -> set[etree._Element]:
    """The tables that show data; one around parts of a publication does not."""
    wide: set[etree._Element] = set()
    placing: set[etree._Element] = set()
    opened: list[etree._Element] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if tag == "table":
                opened.pop()
        elif tag in DROPPED:
            walker.skip_subtree()
        else:
            if tag == "table":
                placing.update(opened[-1:])
                opened.append(element)
            elif tag in ("td", "th") and opened and element.getprevious() is not None:
                wide.add(opened[-1])
            if element in parts:
                placing.update(opened)
    return wide - placing


def is_around(element: etree._Element, classes: frozenset[str]) -> bool:
    """Whether an element is none of the content of a page that has no classes of a publication."""
    if element.tag in _AROUND or element.get("role") in _AROUND_ROLES:
        return True
    if element.tag == "header" and next(element.iter("nav", "form"), None) is not None:
        return True
    return any(_AROUND_CLASS.search(name) for name in (*classes, element.get("id") or ""))

"""What each element of an HTML page begins: blocks, paragraphs, notes, links, styles.

A handler is called where an element begins, and gives what is to be done where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from kvtui.sources.cleaning import one_line
from kvtui.sources.composing.links import publication_in
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.composing.walking import End, skipped
from kvtui.sources.html.lists import HtmlLists
from kvtui.sources.html.notes import is_number
from kvtui.sources.html.page import DROPPED, HtmlPage, classes_of, is_around, is_hidden
from kvtui.sources.html.tables import HtmlTables
from kvtui.sources.lines import Opens, Role
from kvtui.sources.xml.remarks import remark_opens

Handler = Callable[[etree._Element], End | None]

_SPACED = "p blockquote dl figure fieldset hr".split()
_BLOCKS = (
    "div section article main header footer nav aside hgroup search center dt dd figcaption address form "
    "details summary body html caption thead tbody tfoot legend option"
).split()
_HEADINGS = "h1 h2 h3 h4 h5 h6".split()
_CONTROLS = frozenset("button select textarea".split())
_FURNITURE = frozenset(("kamervraagkop", "tekstregel"))
_OPENS = {
    "vraag": Opens.QUESTION,
    "antwoord": Opens.ANSWER,
    "toelicht": Opens.NOTE,
    "toelichting": Opens.NOTE,
    "kamervraagopmerking": Opens.NOTICE,
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NONE: frozenset[str] = frozenset()
_LONGEST_NAME = 200
"""Characters of what an image or a link back is called."""


class HtmlElements:
    """What is known while a page is walked through, and the handler of each element name."""

    def __init__(self, page: HtmlPage) -> None:
        """For a page that was looked at."""
        self.composer = Composer()
        self.markup: list[str] = []
        self._page = page
        self._lists = HtmlLists(self.composer)
        self._tables = HtmlTables(self.composer)
        self._in_note = False
        self._preformatted = 0
        self.composer.role = Role.FURNITURE
        self._handlers: dict[object, Handler] = {
            **dict.fromkeys(_SPACED, self._spaced),
            **dict.fromkeys(_BLOCKS, self._block),
            **dict.fromkeys(_CONTROLS, self._block),
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(("b", "strong"), lambda e: self._styled(1, 0, 0)),
            **dict.fromkeys(("i", "em", "cite", "dfn", "var"), lambda e: self._styled(0, 1, 0)),
            **dict.fromkeys(("ul", "ol", "menu", "dir"), self._lists.begin),
            **dict.fromkeys(("td", "th"), self._cell),
            **dict.fromkeys(("span", "font"), self._span),
            "sup": lambda e: self._styled(0, 0, 1),
            "li": self._lists.item,
            "table": self._table,
            "tr": self._row,
            "a": self._link,
            "br": self._break,
            "pre": self._pre,
            "img": self._picture,
            "q": self._quotation,
        }

    def begin(self, element: etree._Element) -> End | None:
        """What is to be done where the element that begins here ends."""
        tag = element.tag
        if tag in DROPPED:
            return skipped
        attributed = bool(element.keys())
        classes = classes_of(element) if attributed else _NONE
        if attributed and is_hidden(element, classes):
            return skipped
        mark = self._page.notes.note(element, classes)
        if mark is not None and not self._in_note:
            return self._note(mark)
        if is_number(classes):
            return skipped if self._in_note else self._styled(0, 0, 1)
        handler = self._handlers.get(tag)
        end = handler(element) if handler is not None else None
        if classes and end is not None:
            self._open(element, classes)
        role = self._role_of(element, classes)
        return end if role is None else self._in_role(role, end)

    def text(self, text: str) -> None:
        """Running text; in preformatted text a line's end is one."""
        if not self._preformatted:
            self.composer.add(text)
            return
        *lines, last = text.split("\n")
        for line in lines:
            self.composer.add(line)
            self._break(None)
        self.composer.add(last)

    def _role_of(self, element: etree._Element, classes: frozenset[str]) -> Role | None:
        """The role that begins with an element; None where it stays what it is."""
        if element is self._page.main:
            return Role.TEXT
        if self.composer.role is not Role.TEXT:
            return None
        if element.tag in _CONTROLS or classes & _FURNITURE:
            return Role.FURNITURE
        if not self._page.is_publication and is_around(element, classes):
            return Role.FURNITURE
        return None

    def _in_role(self, role: Role, end: End | None) -> End:
        self.composer.end()
        around, self.composer.role = self.composer.role, role

        def ended() -> None:
            self.composer.end()
            if end is not None:
                end()
            self.composer.role = around

        return ended

    def _open(self, element: etree._Element, classes: frozenset[str]) -> None:
        """Tells what part of a publication begins, by the classes of the official pages."""
        kind = next((_OPENS[name] for name in _OPENS if name in classes), None)
        if kind is Opens.NOTICE:
            kind = remark_opens(element)
        if "nummer" in classes and kind is None:
            # the older form: bare numbers among the paragraphs
            parent = element.getparent()
            around = classes_of(parent) if parent is not None else frozenset[str]()
            kind = Opens.QUESTION if "vragen" in around else Opens.ANSWER if "reactie" in around else None
        if kind is not None:
            self.composer.gap()
            self.composer.opens(kind)

    def _block(self, element: etree._Element) -> End:
        self.composer.end()
        return self._end_block

    def _end_block(self) -> None:
        self.composer.end()

    def _spaced(self, element: etree._Element) -> End:
        self._end_spaced()
        return self._end_spaced

    def _end_spaced(self) -> None:
        """The end of something with white space around it, which lists don't show."""
        self.composer.end()
        if not self._lists.inside:
            self.composer.gap()

    def _heading(self, element: etree._Element) -> End:
        self._end_spaced()
        return self._end_block

    def _styled(self, bold: int, italic: int, raised: int) -> End:
        composer = self.composer
        composer.bold(bold)
        composer.italic(italic)
        composer.raised(raised)

        def ended() -> None:
            composer.bold(-bold)
            composer.italic(-italic)
            composer.raised(-raised)

        return ended

    def _span(self, element: etree._Element) -> End | None:
        """Converters and Word write styles as CSS."""
        style = element.get("style")
        if not style:
            return None
        look = (int(bool(pattern.search(style))) for pattern in (_BOLD, _ITALIC, _RAISED))
        return self._styled(*look)

    def _table(self, element: etree._Element) -> End:
        if element in self._page.data_tables:
            return self._tables.begin(element)
        return self._spaced(element)

    def _row(self, element: etree._Element) -> End:
        return self._tables.row() if self._is_data(element) else self._block(element)

    def _cell(self, element: etree._Element) -> End:
        return self._tables.cell(element) if self._is_data(element) else self._block(element)

    def _is_data(self, element: etree._Element) -> bool:
        """Whether the nearest table shows data; one with a table in it doesn't, so the nearest is open."""
        if not self._tables.inside:
            return False
        table = next(element.iterancestors("table"), None)
        return table in self._page.data_tables

    def _link(self, element: etree._Element) -> End | None:
        mark = self._page.notes.mark(element)
        if mark is not None:
            self.composer.mark(mark)
            return skipped
        if self._page.notes.is_back(element):
            words = one_line("".join(map(str, element.itertext())))
            if any(c.isalpha() for c in words):
                self.markup.append(words[:_LONGEST_NAME])
            return skipped
        target = element.get("href")
        if not target or target.startswith("#"):
            return None
        begun = self.composer.place()

        def ended() -> None:
            shown = self.composer.link(begun, target) or self.composer.role is not Role.TEXT
            named = None if shown else publication_in(target)
            if named:
                self.markup.append(named)

        return ended

    def _note(self, mark: str) -> End:
        self.composer.end()
        self.composer.begin_part()
        self._in_note = True

        def ended() -> None:
            self._in_note = False
            self.composer.note(mark, self.composer.end_part())

        return ended

    def _break(self, element: etree._Element | None) -> None:
        """A line ends: of the same paragraph or not; two in a row are white space."""
        if not self.composer.end(ended=None):
            self.composer.gap()

    def _pre(self, element: etree._Element) -> End:
        self._end_spaced()
        self._preformatted += 1

        def ended() -> None:
            self._preformatted -= 1
            self._end_spaced()

        return ended

    def _picture(self, element: etree._Element) -> None:
        words = one_line((element.get("alt") or "")[:_LONGEST_NAME])
        if words:
            self.markup.append(words)

    def _quotation(self, element: etree._Element) -> End:
        """A browser shows the marks that are not written."""
        self.composer.add("“")
        return lambda: self.composer.add("”")

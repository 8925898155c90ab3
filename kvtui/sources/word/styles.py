"""How the text of a Word file looks: bold, italic, raised, hidden, by run, style and default.

Only what a reader in a terminal needs; fonts count only where they make symbols.
"""

from __future__ import annotations

from lxml import etree

from kvtui.sources.composing.look import Look
from kvtui.sources.word.package import W

_OFF = {"0", "false", "off", "none"}
_MOST_PARENTS = 50
_HIGH = 4
"""Half-points above the line: with smaller letters the other way to raise characters."""


def switched(element: etree._Element | None) -> bool | None:
    """The value of an on-off element (ECMA-376 17.17.4): there without a value is on."""
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


class WordStyles:
    """The styles of one file, with what they inherit; each is worked out once."""

    def __init__(self, root: etree._Element | None) -> None:
        """`root` is that of styles.xml."""
        elements = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in elements}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in elements
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in _OFF
            ),
            "",
        )
        found = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = _said(found)
        self._looks: dict[str, Look] = {}
        self._runs: dict[tuple[str, str, Look], Look] = {}

    def chain(self, style_id: str) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        chain: list[etree._Element] = []
        while (style := self._styles.get(style_id)) is not None and len(chain) < _MOST_PARENTS:
            chain.append(style)
            based_on = style.find(f"{W}basedOn")
            style_id = "" if based_on is None else based_on.get(f"{W}val", "")
        return chain

    def paragraph_style(self, properties: etree._Element | None) -> str:
        """The style of a paragraph by its properties (w:pPr); the default one where it names none."""
        named = None if properties is None else properties.find(f"{W}pStyle")
        return self._default if named is None else named.get(f"{W}val", "")

    def run(self, properties: etree._Element | None, paragraph_style: str) -> Look:
        """How a run with these properties (w:rPr) looks in a paragraph of that style.

        Toggles of paragraph and character style undo each other (ECMA-376 17.7.3).
        """
        named = None if properties is None else properties.find(f"{W}rStyle")
        character_style = "" if named is None else named.get(f"{W}val", "")
        key = (paragraph_style, character_style, _said(properties))
        if key not in self._runs:
            self._runs[key] = self._resolved(*key)
        return self._runs[key]

    def _resolved(self, paragraph_style: str, character_style: str, own: Look) -> Look:
        paragraph, character = self._look(paragraph_style), self._look(character_style)
        bold, italic, hidden = (
            said if said is not None else bool(default) or bool(first) != bool(second)
            for said, default, first, second in zip(
                own[:3], self._defaults[:3], paragraph[:3], character[:3], strict=True
            )
        )
        return Look(bold, italic, hidden, own.over(character).over(paragraph).raised)

    def _look(self, style_id: str) -> Look:
        if style_id not in self._looks:
            look = Look()
            for style in self.chain(style_id):
                look = look.over(_said(style.find(f"{W}rPr")))
            self._looks[style_id] = look
        return self._looks[style_id]


def _said(properties: etree._Element | None) -> Look:
    """What a w:rPr says itself."""
    if properties is None:
        return Look()
    bold = italic = hidden = raised = None
    for element in properties:
        tag = element.tag
        if tag == f"{W}b":
            bold = switched(element)
        elif tag == f"{W}i":
            italic = switched(element)
        elif tag == f"{W}vanish":
            hidden = switched(element)
        elif tag == f"{W}vertAlign":
            raised = element.get(f"{W}val") == "superscript"
        elif tag == f"{W}position":
            raised = raised or _is_high(element.get(f"{W}val", ""))
    return Look(bold, italic, hidden, raised)


def _is_high(position: str) -> bool:
    return position.isdecimal() and len(position) < 5 and int(position) >= _HIGH

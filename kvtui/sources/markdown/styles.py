"""Emphasis, escapes and entities of Markdown: their marks taken off, bold and italic words as spans.

Emphasis may go on over the lines of a paragraph. A mark without its partner is dropped and sets nothing
apart, for converters lose them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kvtui.model import Style
from kvtui.sources.cleaning import safe_text
from kvtui.sources.lines import Line, Role, Span

_MARKS = re.compile(r"[*_\\&~^`]")
_ENTITY = r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});"
_ESCAPE = r"\\[!-/:-@\[-`{-~]"
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s*]+)"
    rf"|(?P<escape>{_ESCAPE})|(?P<entity>{_ENTITY})"
    r"|(?P<stars>(?<!\*)\*{1,4}(?!\*))|(?P<under>(?<!_)_{1,3}(?!_))"
    r"|(?P<struck>(?<!~)~~(?!~))"
    # pandoc's "m^2^" and "CO~2~", and code, which is no code in these documents
    r"|\^(?P<raised>[^\s^]{1,20})\^|(?<![~/])~(?P<lowered>[^\s~/]{1,10})~(?!~)"
    r"|(?<![`\w])`(?P<code>[^`\n]{0,200}[^`\s])`(?![`\w])"
)
_ENTITIES = re.compile(_ENTITY)
_ESCAPES = re.compile(_ESCAPE)
_CLOSING_AFTER_ADDRESS = re.compile(r"_{1,3}(?=[).,;:]*\Z)")
_NO_OPENING_BEHIND = re.compile(r"[\w/.\-\\]")
_NO_CLOSING_BEFORE = re.compile(r"[\w/\-]")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{1,3})*")
_UNIT = re.compile(r"(?<![A-Za-z])[cdkm]?m\Z")
_POWERS = str.maketrans("23", "²³")
_OVERALL = 0.9
"""The share of a text's characters above which a style sets nothing apart."""
_STYLES = {1: (Style.ITALIC,), 2: (Style.BOLD,), 3: (Style.BOLD, Style.ITALIC), 4: ()}


def has_marks(line: str) -> bool:
    """Whether something in a line may be a mark."""
    return _MARKS.search(line) is not None


@dataclass(slots=True)
class Draft:
    """A line in the making."""

    text: str
    role: Role
    spans: list[Span] = field(default_factory=list)

    def add(self, start: int, end: int, style: Style) -> None:
        """Adds a span without the spaces at its edges; one that goes on from another makes that longer."""
        styled = self.text[start:end]
        start += len(styled) - len(styled.lstrip())
        end = start + len(styled.strip())
        if end <= start:
            return
        last = next((n for n in reversed(range(len(self.spans))) if self.spans[n].style is style), None)
        if last is not None and not self.text[self.spans[last].end : start].strip():
            self.spans[last] = Span(self.spans[last].start, end, style)
        else:
            self.spans.append(Span(start, end, style))

    def line(self) -> Line:
        """The line as it is now."""
        if not self.spans:
            return Line(self.text, self.role)
        return Line(self.text, self.role, styles=tuple(sorted(self.spans, key=lambda span: span.start)))


@dataclass(frozen=True, slots=True)
class _Opened:
    sign: str
    draft: int
    start: int


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph and the emphasis that is open in it."""

    markup: list[str]
    drafts: list[Draft] = field(default_factory=list)
    open: dict[Style, _Opened] = field(default_factory=dict)

    def add(self, line: str, role: Role = Role.TEXT) -> None:
        """Adds a line; its emphasis, escapes and entities are read."""
        draft = Draft(line, role)
        self.drafts.append(draft)
        if not has_marks(line):
            return
        closed: list[tuple[Style, _Opened, int]] = []
        text = "".join(self._pieces(line, closed))
        draft.text = text.strip()
        lost = len(text) - len(text.lstrip())
        here = len(self.drafts) - 1
        for style, opened in self.open.items():
            if opened.draft == here:
                self.open[style] = _Opened(opened.sign, here, max(0, opened.start - lost))
        for style, opened, end in closed:
            start = max(0, opened.start - lost) if opened.draft == here else opened.start
            self._set(style, opened.draft, start, max(0, end - lost))

    def lines(self) -> list[Line]:
        """The lines so far; what was open is forgotten."""
        done = [draft.line() for draft in self.drafts]
        self.drafts.clear()
        self.open.clear()
        return done

    def _set(self, style: Style, first: int, start: int, end: int) -> None:
        for draft in self.drafts[first:-1]:
            draft.add(start, len(draft.text), style)
            start = 0
        self.drafts[-1].add(start, end, style)

    def _pieces(self, line: str, closed: list[tuple[Style, _Opened, int]]) -> list[str]:
        """The line's text in pieces; the emphasis that ends in it is appended to `closed`."""
        pieces: list[str] = []
        length = end = 0
        for token in _TOKEN.finditer(line):
            before = line[end : token.start()]
            end = token.end()
            length += len(before)
            kind = token.lastgroup
            if kind in ("stars", "under"):
                piece = self._emphasis(line, token, length, closed)
            elif kind == "address":
                piece = self._address(token[0], length, closed)
            else:
                piece = self._plain(token, before)
            pieces += (before, piece)
            length += len(piece)
        pieces.append(line[end:])
        return pieces

    def _plain(self, token: re.Match[str], before: str) -> str:
        """What an escape, an entity, raised or lowered words or code show."""
        kind = token.lastgroup or ""
        if kind == "escape":
            return token[0][1]
        if kind == "entity":
            return self._entity(token)
        if kind == "raised" and _NUMBER.fullmatch(token["raised"]):
            if token["raised"] in "23" and _UNIT.search(before):
                return token["raised"].translate(_POWERS)
            return f"[{token['raised']}]"
        return "" if kind == "struck" else token[kind]

    def _entity(self, token: re.Match[str]) -> str:
        from html import unescape  # seldom needed, and not free

        shown = unescape(token[0])
        if shown == token[0]:
            return shown
        self.markup.append(token[0])
        return " ".join(safe_text(shown).split()) or (" " if shown.isspace() else "")

    def _address(self, address: str, at: int, closed: list[tuple[Style, _Opened, int]]) -> str:
        """A web address keeps its underscores, but for those that end emphasis around it."""
        if any(opened.sign == "_" for opened in self.open.values()):
            found = _CLOSING_AFTER_ADDRESS.search(address)
            if found and self._closes("_", len(found[0])):
                self._close(len(found[0]), at + found.start(), closed)
                address = address[: found.start()] + address[found.end() :]
        return _ESCAPES.sub(lambda found: found[0][1], _ENTITIES.sub(self._entity, address))

    def _emphasis(
        self, line: str, token: re.Match[str], at: int, closed: list[tuple[Style, _Opened, int]]
    ) -> str:
        """Opens or closes styles; gives the marks back where they are none."""
        marks = token[0]
        sign, count = marks[0], len(marks)
        before, after = line[token.start() - 1 : token.start()], line[token.end() : token.end() + 1]
        opens = bool(after.strip())
        closes = bool(before.strip())
        pending = self._closes(sign, count)
        if sign == "_":
            opens = opens and not _NO_OPENING_BEHIND.match(before)
            closes = closes and not _NO_CLOSING_BEFORE.match(after)
            if not opens and not closes and not (pending and not before.strip()):
                return marks
        if pending:
            # also behind a space: "__Vraag 3 __"
            self._close(count, at, closed)
        elif opens:
            for style in _STYLES[count]:
                self.open[style] = _Opened(sign, len(self.drafts) - 1, at)
        return ""

    def _closes(self, sign: str, count: int) -> bool:
        styles = _STYLES[count]
        return bool(styles) and all(style in self.open and self.open[style].sign == sign for style in styles)

    def _close(self, count: int, end: int, closed: list[tuple[Style, _Opened, int]]) -> None:
        closed.extend((style, self.open.pop(style), end) for style in _STYLES[count])


def standing_out(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines without a style that nearly all of the text is in."""
    lengths = dict.fromkeys(Style, 0)
    total = 0
    for page in pages:
        for line in page:
            total += len(line.text)
            for span in line.styles:
                lengths[span.style] += span.end - span.start
    overall = {style for style, length in lengths.items() if length > _OVERALL * total}
    if not overall:
        return pages
    return [
        [replace(line, styles=tuple(s for s in line.styles if s.style not in overall)) for line in page]
        for page in pages
    ]

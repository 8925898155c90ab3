"""Markdown as converters write it: marks of headings, emphasis, quotes and rules taken off.

Heading marks are dropped on purpose: converters set and lose them at will, so `parsing`
recognises headings by their words.
"""

from __future__ import annotations

import re

from kvtui.sources.lines import Line, Page, SourceText
from kvtui.sources.plain_text import pages_of

_SIGNS = re.compile(r"^(?:#{1,6} |\*\*\S)", re.MULTILINE)
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*\Z")
_LEADER = re.compile(
    r"\s*(?:#{1,6}(?:\s+|\Z)|(?:>\s?)+|[-*+]\s+(?=\[?\d{1,3}\]?\s*[^\s\d.)]|[*_]{0,3}(?:Vraag|Antwoord)\s))"
)
_TRAILING_HASHES = re.compile(r"\s+#+\s*\Z")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\(([^()\s]{0,2000})\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\(<?((?:https?://|www\.|mailto:)[^\s<>]{1,2000}?)>?\)")
_AUTOLINK = re.compile(r"<((?:https?://|www\.)[^\s<>]{1,2000})>")
_HARD_BREAK = re.compile(r"(?<!\\)\\\s*\Z")
# "[1](#page-0-0)": a note's mark that leads to the note, and the page separator "{1}-----".
_MARK_LINK = re.compile(r"\[\s?(\d{1,3})\s?\]\((#[^()\s]{0,200})\)")
_PAGE_RULE = re.compile(r"\s*\{(\d{1,5})\}-{5,}\s*\Z")
_NOTE_MARK = re.compile(r"\[\^(\d{1,3})\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
# A note's mark, but not the 2 of "m<sup>2</sup>".
_RAISED_NUMBER = re.compile(
    r"(?<!\bm)(?<!\b[ckdm]m)<sup>\s?(\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3})*)\s?\)?\s?</sup>", re.IGNORECASE
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>\n]{0,300})?/?>|<!--(.{0,2000}?)-->")
_STARS = re.compile(r"(?<![*\\])\*{1,3}(?!\*)")
_UNDERSCORES = re.compile(r"(?<![\w/.\-_\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?![\w/\-_])")
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name carries Markdown's heading or bold marks."""
    return _SIGNS.search(text, 0, 20_000) is not None


def markdown_source(text: str, path: str | None) -> SourceText:
    """The pages and lines of a Markdown text, without its marks."""
    markup: list[str] = []
    pages: list[Page] = []
    for page in pages_of(text):
        lines: list[Line] = []
        for line in page.lines:
            numbered = _PAGE_RULE.match(line.text)
            if numbered:
                markup.append(numbered[0].strip())
            if numbered or _RULE.match(line.text):
                # converters draw a rule where a page of the PDF ended
                pages.append(Page(tuple(lines)))
                lines = []
            else:
                lines.append(Line(_plain(line.text, markup)))
        pages.append(Page(tuple(lines)))
    return SourceText(path, "markdown", tuple(pages), tuple(markup))


def _plain(line: str, markup: list[str]) -> str:
    """One line without marks; words of dropped markup are appended to `markup`."""
    leader = _LEADER.match(line)
    if leader:
        line = line[leader.end() :]
        if leader[0].lstrip().startswith("#"):
            line = _TRAILING_HASHES.sub("", line)
    if "<" in line:
        line = _AUTOLINK.sub(r"\1", line)
        line = _RAISED_NUMBER.sub(lambda mark: _set_aside("<sup></sup>", markup, f"[{mark[1]}]"), line)
        line = _TAG.sub(lambda tag: _set_aside(tag[0], markup, " " if tag[1] == "br" else ""), line)
    if "[^" in line:
        line = _NOTE_MARK.sub(r"[\1]", line)
    if "](#" in line:
        line = _MARK_LINK.sub(lambda link: _set_aside(link[2], markup, f"[{link[1]}]"), line)
    if "](" in line:
        line = _IMAGE.sub(lambda image: _set_aside(image[0], markup, ""), line)
        line = _LINK.sub(lambda link: _link(link[1], link[2], markup), line)
    if "*" in line or "_" in line:
        line = _without_emphasis(line)
    if "\\" in line:
        line = _HARD_BREAK.sub("", line)
        line = _ESCAPE.sub(r"\1", line)
    return line.strip()


def _set_aside(words: str, markup: list[str], instead: str) -> str:
    markup.append(words)
    return instead


def _link(text: str, address: str, markup: list[str]) -> str:
    """A link as text; an address that the text already shows is set aside."""
    if text.strip(" *_`").rstrip("/") == address.rstrip("/"):
        return _set_aside(address, markup, text)
    return f"{text} ({address})"


def _without_emphasis(line: str) -> str:
    """The line without emphasis marks; web addresses keep their underscores."""
    pieces: list[str] = []
    end = 0
    for address in _WEB_ADDRESS.finditer(line):
        pieces.append(_UNDERSCORES.sub("", _STARS.sub("", line[end : address.start()])))
        pieces.append(_STARS.sub("", address[0]))
        end = address.end()
    pieces.append(_UNDERSCORES.sub("", _STARS.sub("", line[end:])))
    return "".join(pieces)

"""Markdown as converters write it: marks of headings, quotes, rules, links and notes taken off.

Heading marks are dropped on purpose: converters set and lose them at will, so `parsing`
recognises headings by their words. Emphasis is read by `styles`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from kvtui.sources.cleaning import lines_of, safe_text
from kvtui.sources.composing.links import is_shown, names_publication
from kvtui.sources.lines import Line, Page, Role, SourceText, Span
from kvtui.sources.markdown.blocks import cells_of, is_rule_of_table, reshaped, said_once
from kvtui.sources.markdown.styles import Paragraph, has_marks, standing_out

_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*\Z")
_LEADER = re.compile(
    r"\s*(?:#{1,6}(?:\s+|\Z)|(?:>\s?)+|[-*+]\s+(?=\[?\d{1,3}\]?\s*[^\s\d.)]|[*_]{0,3}(?:Vraag|Antwoord)\s"
    r"|[•▪◦·–]\s))"
)
_STAR_ITEM = re.compile(r"\s*\*\s+(?=\S)")
_TRAILING_HASHES = re.compile(r"\s+#+\s*\Z")
_HEADING_ATTRIBUTES = re.compile(r"\s\{[#.][^{}]{0,300}\}\s*\Z")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\(([^()\s]*)(?:\s\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\(<?((?:https?://|www\.|mailto:|#)[^\s<>]{1,2000}?)>?\)")
_AUTOLINK = re.compile(r"(?<!\\)<((?:https?://|www\.)[^\s<>]{1,2000})>")
_HARD_BREAK = re.compile(r"(?<!\\)\\\s*\Z")
# "[1](#page-0-0)", "[[1]](#footnote-1)", "[\[1\]](#footnote-1)": a mark that leads to its note.
_MARK_LINK = re.compile(r"\[\\?\[?\s?(\d{1,3})\s?\\?\]?\]\((#[^()\s]{0,200})\)")
# What leads back from a note: "[↑](#footnote-ref-1)".
_BACK_LINK = re.compile(r"\s*\[(?:↑|↩︎?|⤴︎?|\^)\]\((#[^()\s]{0,200})\)")
_LISTED_NOTE = re.compile(r"(\d{1,3})\\?[.)]\s+(?=\S)")
_NOTE = re.compile(r"\[\^(\d{1,3})\]:\s*")
_NOTE_MARK = re.compile(r"\[\^(\d{1,3})\]")
# Lines that converters draw where a page of the PDF ended: "{1}------", "--- end of page=1 ---".
_PAGE_END = re.compile(
    r"\s*(?:\{\d{1,5}\}-{5,}|-{3,} end of page[^\n]{0,40}-{3,}|<!--\s{0,9}page\s?-?break\s{0,9}-->"
    r"|\\(?:newpage|pagebreak))\s*\Z",
    re.IGNORECASE,
)
_ABOUT_PICTURES = re.compile(
    r"\**(?:==> picture [^\n]{0,80} <==|-{3,} ?(?:Start|End) of picture text ?-{3,})\**(?:<br>)?"
)
# Fences of code and of pandoc's divisions, and the line under a heading.
_FENCE = re.compile(r"\s*(?:```+|~~~+|:{3,})\s*([\w{}.#= \"-]{0,200})\Z|\s*={3,}\s*\Z")
_ONLY_MARKS = re.compile(r"[*_\\\s]+\Z")
# A note's mark, but not the 2 of "m<sup>2</sup>".
_RAISED_NUMBER = re.compile(
    r" ?(?<![\d/])<sup>\s?[*_]{0,3}\s?[(\[]?(\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3})*)[)\]]?\s?[*_]{0,3}\s?</sup>"
    r"(?![/⁄])",
    re.IGNORECASE,
)
_RAISED_POWER = re.compile(r"(?<![A-Za-z])([cdkm]?m)\s?<sup>([23])</sup>", re.IGNORECASE)
_POWERS = str.maketrans("23", "²³")
_BLANK = Line("")
_TAG = re.compile(r"(?<!\\)</?([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>\n]{0,300})?/?>|<!--(.{0,2000}?)-->")


def markdown_source(text: str, path: str | None) -> SourceText:
    """The pages and lines of a Markdown text, without its marks."""
    reading = _Reading()
    for page in reshaped(safe_text(text), reading.markup).split("\x0c"):
        lines = lines_of(page)
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            reading.take(line, following)
        reading.end_page()
    pages = tuple(Page(tuple(lines)) for lines in standing_out(reading.pages))
    return SourceText(path, "markdown", pages, tuple(reading.markup))


class _Reading:
    """The pages so far, and what the next line depends on."""

    def __init__(self) -> None:
        self.pages: list[list[Line]] = []
        self.markup: list[str] = []
        self._page: list[Line] = []
        self._paragraph = Paragraph(self.markup)
        self._in_note = False
        self._in_table = False
        self._in_grid = False
        self._grid: list[list[str]] = []

    def take(self, line: str, following: str) -> None:
        """Reads one line; `following` is the next, "" behind the last."""
        if not line:
            self._end_table()
            self._end_paragraph()
            self._page.append(_BLANK)
            return
        first = line.lstrip()[0]
        if first in "|+-" and self._table(line, following):
            return
        if self._in_table or self._in_grid:
            self._end_table()
        if first.isalnum():
            self._text(line)
        elif first in "-*_{<\\" and (_PAGE_END.match(line) or _RULE.match(line)):
            self._aside(line)
            self.end_page()
        elif first in "`~:=" and (fence := _FENCE.match(line)):
            self._aside(fence[1] or "")
        else:
            self._text("" if first in "*_\\" and _ONLY_MARKS.match(line) else line)

    def end_page(self) -> None:
        self._end_table()
        self._end_paragraph()
        self._in_note = False
        self.pages.append(self._page)
        self._page = []

    def _text(self, line: str) -> None:
        note = _note_in(line)
        if note:
            self._end_paragraph()
            self._in_note = True
            self._paragraph.add(f"[{note[1]}] {_plain(line[note.end() :], self.markup)}", Role.NOTE)
            return
        # what hangs from a note's first line, or is set in under it
        self._in_note = self._in_note and (line.startswith(" ") or bool(self._paragraph.drafts))
        plain = _plain(line, self.markup)
        if self._in_note:
            self._paragraph.add(plain, Role.NOTE)
        elif self._paragraph.drafts or has_marks(plain):
            self._paragraph.add(plain)
        else:
            # most lines: nothing in them is emphasis, nor open from the line before
            self._page.append(Line(plain))

    def _table(self, line: str, following: str) -> bool:
        """Takes a line of a table; False for another."""
        if is_rule_of_table(line):
            self._end_row_of_grid()
            self._in_grid = line.lstrip()[0] == "+"
            return True
        cells = cells_of(line)
        if cells is None:
            return False
        if self._in_grid:
            self._grid.append(cells)
        else:
            self._row(cells, head=is_rule_of_table(following))
        return True

    def _end_row_of_grid(self) -> None:
        """Makes one row of the lines between two rules "+---+"."""
        if self._grid:
            columns = zip_longest(*self._grid, fillvalue="")
            self._row([" ".join(" ".join(column).split()) for column in columns], head=False)
            self._grid = []

    def _row(self, cells: list[str], *, head: bool) -> None:
        self._end_paragraph()
        if not self._in_table and self._page and self._page[-1].text:
            self._page.append(_BLANK)
        self._in_table = True
        row = _row(said_once(cells, self.markup, head=head), self.markup)
        if row:
            self._page.append(row)

    def _end_table(self) -> None:
        if self._in_grid:
            self._end_row_of_grid()
            self._in_grid = False
        if self._in_table:
            self._page.append(_BLANK)
            self._in_table = False

    def _end_paragraph(self) -> None:
        if self._paragraph.drafts:
            self._page += self._paragraph.lines()

    def _aside(self, words: str) -> None:
        if any(character.isalnum() for character in words):
            self.markup.append(words.strip())


def _note_in(line: str) -> re.Match[str] | None:
    """The mark that begins a note, where the text itself says so: "[^1]: …" or "1. … [↑](#…)"."""
    if line.startswith("["):
        return _NOTE.match(line)
    return _LISTED_NOTE.match(line) if "](#" in line and _BACK_LINK.search(line) else None


def _row(cells: list[str], markup: list[str]) -> Line | None:
    """One row, or None where all of it is empty."""
    text = "|"
    styles: list[Span] = []
    for cell in cells:
        paragraph = Paragraph(markup)
        paragraph.add(_plain(cell, markup))
        (line,) = paragraph.lines()
        words = line.text.replace("|", r"\|")
        if words:
            text += " "
        if words == line.text:
            styles += (replace(s, start=s.start + len(text), end=s.end + len(text)) for s in line.styles)
        text += f"{words} |"
    return Line(text, styles=tuple(styles)) if text.strip("| ") else None


def _plain(line: str, markup: list[str]) -> str:
    """One line without marks, but for emphasis; words of dropped markup are appended to `markup`."""
    leader = None if line[:1].isalnum() else _LEADER.match(line)
    if leader:
        line = line[leader.end() :]
        if leader[0].lstrip().startswith("#"):
            line = _HEADING_ATTRIBUTES.sub(lambda found: _set_aside(found[0].strip(), markup, ""), line)
            line = _TRAILING_HASHES.sub("", line)
    elif "*" in line:
        line = _STAR_ITEM.sub("• ", line, 1) if _STAR_ITEM.match(line) else line
    if " picture " in line:
        line = _ABOUT_PICTURES.sub(lambda about: _set_aside(about[0], markup, ""), line)
    if "](#" in line:
        line = _BACK_LINK.sub(lambda link: _set_aside(link[1], markup, ""), line)
        line = _MARK_LINK.sub(lambda link: _set_aside(link[2], markup, f"[{link[1]}]"), line)
    if "<" in line:
        line = _AUTOLINK.sub(r"\1", line)
        line = _without_tags(line, markup)
    if "[^" in line:
        line = _NOTE_MARK.sub(r"[\1]", line)
    if "](" in line:
        line = _IMAGE.sub(lambda image: _set_aside(image[0], markup, ""), line)
        line = _LINK.sub(lambda link: _link(link[1], link[2], markup), line)
    if line.endswith("\\"):
        line = _HARD_BREAK.sub("", line)
    return line.strip()


def _without_tags(line: str, markup: list[str]) -> str:
    if "sup>" in line.lower():
        line = _RAISED_POWER.sub(
            lambda power: _set_aside("<sup></sup>", markup, power[1] + power[2].translate(_POWERS)), line
        )
        line = _RAISED_NUMBER.sub(lambda mark: _set_aside("<sup></sup>", markup, f"[{mark[1]}]"), line)
    return _TAG.sub(lambda tag: _set_aside(tag[0], markup, " " if tag[1] == "br" else ""), line)


def _set_aside(words: str, markup: list[str], instead: str) -> str:
    markup.append(words)
    return instead


def _link(text: str, address: str, markup: list[str]) -> str:
    """A link as text; an address is set aside where the words show it or name what it is of."""
    if address.startswith("#") or is_shown(text, address) or names_publication(text, address):
        return _set_aside(address, markup, text)
    return f"{text} ({address})"

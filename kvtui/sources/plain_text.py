"""Plain text: lines and form feeds, cleared of everything that could drive a terminal."""

from __future__ import annotations

import re

from kvtui.sources.lines import Line, Page, SourceText

# C0 and C1 controls, zero-width and bidirectional characters (UAX 9), tags and surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]+"
)
# A tab and the spaces of Unicode (category Zs), which become plain spaces.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")
_SOFT_HYPHEN_AT_END = re.compile("\u00ad[ ]*(?=\r?\n)")


def plain_source(text: str, path: str | None) -> SourceText:
    """The pages and lines of a text; form feeds end a page."""
    return SourceText(path, "text", pages_of(text))


def pages_of(text: str) -> tuple[Page, ...]:
    """Pages of lines with spaces made plain and unsafe characters taken out."""
    text = _SOFT_HYPHEN_AT_END.sub("-", text).replace("\u00ad", "")
    safe = _SPACES.sub(" ", _UNSAFE.sub("", text))
    return tuple(
        Page(tuple(Line(line.rstrip()) for line in _LINE_ENDS.split(page))) for page in safe.split("\x0c")
    )

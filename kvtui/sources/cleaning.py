"""Characters that could drive a terminal or hide in a text, taken out; spaces made plain."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, zero-width and bidirectional characters (UAX 9), tags and surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]+"
)
# A tab and the spaces of Unicode (category Zs), which become plain spaces.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Accents that a converter set behind their letter: "Yes¸ilgöz", "financie¨le"; no apostrophe: "foto´s".
_DETACHED = re.compile("(?<=[sStTcC])\u00b8|(?<=[aeiouAEIOU])\u00a8|(?<=[cCzZ])\u00b4|(?<=[sSzZcC])\u02c7")
_COMBINING = {"\u00b8": "\u0327", "\u00a8": "\u0308", "\u00b4": "\u0301", "\u02c7": "\u030c"}
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")
_SOFT_HYPHEN_AT_END = re.compile("\u00ad[ ]*(?=\r?\n)")


def safe_text(text: str) -> str:
    """The text without unsafe characters; a soft hyphen at a line's end is a hyphen, elsewhere nothing."""
    if _is_plain(text):
        safe = text  # what is taken out or made plain below is not printable
    else:
        text = _SOFT_HYPHEN_AT_END.sub("-", text).replace("\u00ad", "")
        safe = _SPACES.sub(" ", _UNSAFE.sub("", text))
    return _recomposed(safe) if any(accent in safe for accent in _COMBINING) else safe


def _is_plain(text: str) -> bool:
    """Whether all of a text is printable, save for plain line ends; as most is, and quickly told."""
    return text.replace("\n", "").isprintable()


def _recomposed(text: str) -> str:
    """The text with detached accents on their letters again."""
    return re.sub(
        ".[\u0301\u0308\u0327\u030c]",
        lambda found: unicodedata.normalize("NFC", found[0]),
        _DETACHED.sub(lambda found: _COMBINING[found[0]], text),
    )


def lines_of(text: str) -> list[str]:
    """The lines of a safe text, without their ends; form feeds are for the caller."""
    # no other line end is printable
    lines = text.split("\n") if _is_plain(text) else _LINE_ENDS.split(text)
    return [line.rstrip() for line in lines]


def one_line(text: str) -> str:
    """A text on one line: safe, its white space (line ends too) single spaces, none at its edges."""
    plain = " ".join(text.split())
    # nearly all text is; what is not may hold a character that one_line takes out
    return plain if plain.isprintable() else " ".join(safe_text(text).split())

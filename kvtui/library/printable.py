"""Text from outside (file names, messages of the operating system) that cannot drive the terminal.

The texts of documents are cleaned by `sources`; this is for everything else that is shown.
"""

from __future__ import annotations

import re

# C0, DEL and C1 controls, line separators, bidi marks and overrides, lone surrogates (bytes of a name)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text with every character that could move, colour or reorder the screen as `\\xNN`, `\\uNNNN`."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name, kept by surrogateescape
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

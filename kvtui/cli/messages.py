"""What kvtui says on the standard error: one line, what is wrong and what to do.

Nothing of a file's name or of another program's words can drive the terminal here.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from kvtui.library.printable import printable

OK = 0
FAILURE = 1
WRONG_USE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def say(message: str) -> None:
    """One line on the standard error, behind the program's name."""
    with suppress(OSError, ValueError):  # a closed standard error is no reason to fail twice
        print(said(message), file=sys.stderr)


def said(message: str) -> str:
    """That line."""
    return f"kvtui: {printable(' '.join(message.splitlines()))}"


def fail(message: str, code: int = FAILURE) -> int:
    """Says the message and gives the exit code."""
    say(message)
    return code

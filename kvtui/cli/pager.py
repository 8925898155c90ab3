"""The reader's own pager for what is longer than the screen."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys

from kvtui.cli.output import is_terminal, write


def page(text: str) -> None:
    """Prints on a terminal: through the reader's pager where the text is longer than the screen."""
    lines = text.count("\n") + 1
    command = shlex.split(os.environ.get("PAGER", "less"))
    if lines < shutil.get_terminal_size().lines or not command or not is_terminal(sys.stdin):
        write(text)
        return
    try:
        pager = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            env={"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ},  # as git does
        )
    except OSError:  # no such pager
        write(text)
        return
    with contextlib.suppress(OSError):  # the reader left before the end
        pager.communicate(text.encode("utf-8", "replace"))
    while True:  # ctrl+c is the pager's; its reader leaves it with q
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()
            return

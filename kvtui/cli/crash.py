"""What is left of a crash: a log for whoever mends it, one line for whoever had it."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime

import kvtui
from kvtui.userdata.paths import log_dir


def report_crash(error: BaseException, arguments: Sequence[str]) -> str:
    """Writes the log and gives the line that says where it is."""
    now = datetime.now()
    lines = [
        f"kvtui {kvtui.__version__}, Python {platform.python_version()}, {sys.platform}",
        f"at {now:%Y-%m-%d %H:%M:%S}",
        f"arguments: {list(arguments)!r}",
        "",
        *traceback.format_exception(error),
    ]
    what = f"kvtui itself failed ({type(error).__name__})"
    try:
        folder = log_dir()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / f"crash-{now:%Y-%m-%dT%H-%M-%S}-{os.getpid()}.log"
        log.write_text("\n".join(lines), "utf-8", errors="backslashreplace")
    except OSError as trouble:
        return f"{what}: {error}; no log could be written ({trouble}); please report it"
    return f"{what}; please report it with {log}, where it is written down"

"""Other processes of kvtui: starting a module of it in one, and ending it with all that it started.

What they are given to do and what they answer is for the modules that run in them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress

# -P and this process's own path: a folder of documents must not bring modules of its own.
_BOOT = (
    "import sys, json; sys.path[:] = json.loads(sys.argv.pop(1));"
    " from importlib import import_module; import_module(sys.argv.pop(1)).main()"
)


def python_process(module: str, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Starts `main()` of a module with `sys.argv[1:] == arguments`; what it prints comes through `stdout`.

    It has a process group of its own. Its errors go nowhere: the screen belongs to the reader.

    Raises:
        OSError: no process can be started.
    """
    return subprocess.Popen(
        [sys.executable or "", "-P", "-c", _BOOT, json.dumps(sys.path), module, *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )


def kill_with_children(process: subprocess.Popen[bytes]) -> None:
    """Kills a process of `python_process` and what it started, if nobody has waited for its end yet."""
    if process.returncode is None:
        with suppress(AttributeError, OSError):  # Windows has no groups; this one is gone
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()

"""Reading a large file in a process of its own, so that the screen keeps answering.

`python -c` with `BOOT` runs `main`: a path as argument, readings as messages on its output.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from kvtui.tui.first_reading import Reading, message_of, read_beginning, read_whole, reading_from

# -P and the reader's own path: a folder of documents must not bring modules of its own.
_BOOT = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]);"
    " from kvtui.tui.reading_process import main; main()"
)


def readings_of(path: Path) -> Iterator[Reading]:
    """The beginning of a large file, then the whole. Blocks: call it in a thread.

    Closing the iterator ends the process.
    """
    command = [sys.executable, "-P", "-c", _BOOT, json.dumps(sys.path), str(path)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        try:
            while True:
                assert process.stdout is not None
                reading = reading_from(process.stdout.read)
                if reading is not None:
                    yield reading
        except EOFError:
            return
        finally:
            process.kill()


def main() -> None:
    """In the process."""
    path = Path(sys.argv[2])
    reading = read_beginning(path)
    sys.stdout.buffer.write(message_of(reading))
    sys.stdout.buffer.flush()
    if not reading.is_whole:
        with contextlib.suppress(AttributeError, OSError):
            os.nice(10)  # keys come first
        sys.stdout.buffer.write(message_of(read_whole(path)))
        sys.stdout.buffer.flush()

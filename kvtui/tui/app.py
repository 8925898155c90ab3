"""What the command line calls to open the reader. Light: Textual is imported while the first file is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(paths: Sequence[Path]) -> int:
    """Open the reader on some files and folders; gives the exit code when it was left.

    Raises what went wrong inside, for the caller to report; the terminal is restored by then. Where
    the only file cannot be read, that is a `SourceError`, mostly before the screen opens.
    """
    import gc

    from kvtui.tui.head_start import begin

    gc.disable()  # a start makes no garbage worth 20 ms of looking for it; the reader's screen enables it
    whole = tuple(path.absolute() for path in paths)
    head_start = begin(whole)
    try:
        from kvtui.tui.reader_app import ReaderApp

        if head_start is not None and len(whole) == 1 and whole[0].is_file():
            _refuse(head_start.refusal())
        app = ReaderApp(whole, head_start)
        app.run()
        if app.failure is not None:
            raise app.failure
        return app.return_code or 0
    finally:
        if head_start is not None:
            head_start.end()


def _refuse(problem: str) -> None:
    if problem:
        from kvtui.sources import SourceError

        raise SourceError(problem)

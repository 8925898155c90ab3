"""A process that refreshes a library: `main()` for `python_process`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from unittest.mock import patch

from kvtui.library.collection import Collection
from kvtui.library.indexing import filling
from kvtui.library.indexing.progress import IndexingError, Progress
from kvtui.library.indexing.refreshing import refresh


def main() -> None:
    """Prints a line for each report, then how many files were read.

    After the folders of the documents and of the library may come "alone", to read without other
    processes, or how large a file may become.
    """
    docs, folder, *wishes = sys.argv[1:]
    patch.multiple(filling, _FIRST=0.02, _LONGER=1.0).start()  # many commits in few files
    if wishes == ["alone"]:
        patch.multiple(filling, FEW=10**9, SMALL=10**9).start()
    elif wishes:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(wishes[0]), int(wishes[0])))
    try:
        outcome = refresh(Collection((Path(docs),), Path(folder)), _print, lambda: False, 1)
    except IndexingError as error:
        print(error, flush=True)
        raise SystemExit(3) from error
    print("read", outcome.read, flush=True)


def _print(progress: Progress) -> None:
    print(progress.stage, progress.done, flush=True)

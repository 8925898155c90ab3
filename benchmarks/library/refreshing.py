"""How long a refresh takes inside a running kvtui: `python -m benchmarks.library.refreshing LIBRARY ROOT`.

Prints seconds of the second of two refreshes in one process: what a start that finds nothing changed costs.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kvtui.library.collection import Collection
from kvtui.library.indexing.refreshing import refresh


def main() -> None:
    """Twice, so that what is imported at the first does not count."""
    collection = Collection((Path(sys.argv[2]),), Path(sys.argv[1]), is_main=True)
    for _ in range(2):
        begin = time.perf_counter()
        refresh(collection, lambda progress: None, lambda: False)
        seconds = time.perf_counter() - begin
    print(seconds)


if __name__ == "__main__":
    main()

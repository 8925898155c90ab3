"""How long it takes to look at every file of a tree: `python -m benchmarks.library.walking FOLDER`.

Prints seconds without and with the size and time of each file: the least that finding changes can cost.
"""

from __future__ import annotations

import os
import sys
import time


def walk(folder: str, *, with_stat: bool) -> int:
    """How many files there are; a stack, because recursion costs more."""
    count, folders = 0, [folder]
    while folders:
        with os.scandir(folders.pop()) as found:
            for entry in found:
                if entry.is_dir():
                    folders.append(entry.path)
                    continue
                count += 1
                if with_stat:
                    entry.stat()
    return count


def main() -> None:
    """Once to fill the disk's cache, then both."""
    folder = sys.argv[1]
    walk(folder, with_stat=True)
    for with_stat in (False, True):
        begin = time.perf_counter()
        walk(folder, with_stat=with_stat)
        print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()

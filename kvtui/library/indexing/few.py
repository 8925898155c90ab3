"""How many files are so few that no process is started for them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from kvtui.library.folders import find_files

FEW: Final = 12
"""Files up to this number are not worth a process, which takes 100 ms to start."""
SMALL: Final = 256 * 1024
"""Bytes of all of them together: a thread that parses more is felt in the keys."""

_GLANCED_AT: Final = 64  # names in the folders themselves


def is_small(roots: Sequence[Path]) -> bool:
    """Whether these are so few and small files that they are read in a moment."""
    seen = 0
    for folder in roots:
        with suppress(OSError), os.scandir(folder) as entries:
            for _ in entries:
                seen += 1
                if seen > _GLANCED_AT:
                    return False
    sizes = []
    for file in islice(find_files(roots), FEW + 1):
        try:
            sizes.append(file.stat().st_size)
        except OSError:
            return False  # in an archive, or gone
    return len(sizes) <= FEW and sum(sizes) <= SMALL

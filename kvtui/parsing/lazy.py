"""Regular expressions that are compiled when they are first used, and cannot run away.

The reader imports the parser at its start; a document without a Staatsblad never pays for that pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def lazy(pattern: str) -> Callable[[], re.Pattern[str]]:
    r"""A function that gives the compiled pattern, compiled once.

    `\s*` and `\s+` mean at most three characters here: running text has no more between two words, and two
    unbounded ones in a row would take quadratic time on a megabyte of spaces.
    """

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern.replace(r"\s*", r"\s{0,3}").replace(r"\s+", r"\s{1,3}"))

    return compiled

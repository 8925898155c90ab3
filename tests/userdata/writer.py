"""Makes bookmarks until it is stopped, and prints the id of each once it is kept.

usage: python -m tests.userdata.writer DATABASE [COUNT]
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from kvtui.userdata.bookmarks import add_bookmark
from kvtui.userdata.database import open_database
from kvtui.userdata.places import Place


def main(file: str, count: str | None = None) -> None:
    database = open_database(Path(file))
    numbers = itertools.count() if count is None else iter(range(int(count)))
    for number in numbers:
        made = add_bookmark(database, Place("ah-tk-20232024-7", number=number), title="titel " * 50)
        if not database.is_saved:
            sys.exit(" ".join(database.take_notices()))
        print(made.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

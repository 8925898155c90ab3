"""The documents that are in several files: which file is read, and which are the others.

Which file is the best is told by `FileRows.worth` when they are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kvtui.library.catalogue.counting import Rows
from kvtui.library.catalogue.rows import path_from

_OTHERS: Final = (
    "SELECT path, name FROM files JOIN folders USING (folder) WHERE publication = (SELECT publication"
    " FROM files WHERE file = ?1) AND file != ?1 AND state = 1 ORDER BY worth"
)
_SEVERAL: Final = (
    "SELECT best.file, best.identifier, home.path, best.name, away.path, other.name"
    " FROM (SELECT * FROM files WHERE listed AND others ORDER BY sort_key LIMIT ?) AS best"
    " JOIN folders AS home ON home.folder = best.folder"
    " JOIN files AS other ON other.publication = best.publication AND other.file != best.file"
    " AND other.state = 1 JOIN folders AS away ON away.folder = other.folder"
    " ORDER BY best.sort_key, other.worth"
)
_ALL: Final = -1  # as a LIMIT


@dataclass(frozen=True, slots=True)
class InSeveral:
    """A document that is in several files."""

    identifier: str | None
    path: Path
    """The file that is read."""
    others: tuple[Path, ...]
    """The best first."""


def others(rows: Rows, file: int) -> list[Path]:
    """See `Catalogue.others`."""
    return [path_from(folder, name) for folder, name in rows(_OTHERS, (file,))]


def count_in_several_files(rows: Rows) -> int:
    """See `Catalogue.count_in_several_files`."""
    return int(rows("SELECT count(*) FROM files WHERE listed AND others")[0][0])


def in_several_files(rows: Rows, limit: int | None) -> list[InSeveral]:
    """See `Catalogue.in_several_files`."""
    found: dict[int, tuple[str | None, Path, list[Path]]] = {}
    for file, identifier, home, name, away, other in rows(_SEVERAL, (_ALL if limit is None else limit,)):
        if file not in found:
            found[file] = (identifier, path_from(home, name), [])
        found[file][2].append(path_from(away, other))
    return [InSeveral(identifier, path, tuple(others)) for identifier, path, others in found.values()]

"""Where the reader was: the last place in each document, and the paths opened last.

Used to go on where one stopped. Names of panes are the screen's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kvtui.userdata.columns import (
    PLACE_COLUMNS,
    Row,
    path_from,
    path_value,
    place_from,
    place_values,
    storable,
    text_from,
)
from kvtui.userdata.database import Database, Statement
from kvtui.userdata.glancing import glance
from kvtui.userdata.places import Place, document_key

_LAST_PATHS = "SELECT path FROM last_paths ORDER BY nth"
_LAST_PLACE = f"SELECT {PLACE_COLUMNS} FROM positions ORDER BY seen DESC, focused DESC LIMIT 1"
_POSITION = f"SELECT pane, focused, {PLACE_COLUMNS} FROM positions WHERE document = ?"


@dataclass(frozen=True, slots=True)
class Position:
    """Where each pane of one document stood."""

    focus: str
    """The pane that had the focus."""
    panes: Mapping[str, Place]
    """For each pane the place at its top or its cursor."""


def save_position(database: Database, document: Place, position: Position) -> None:
    """Remembers where each pane of a document stands, in place of what was known of it."""
    key = storable(document_key(document))
    now = datetime.now(UTC).isoformat()
    statements: list[Statement] = [("DELETE FROM positions WHERE document = ?", (key,))]
    for pane, place in position.panes.items():
        values = (key, pane, *place_values(place), int(pane == position.focus), now)
        statements.append(
            (
                f"INSERT OR REPLACE INTO positions (document, pane, {PLACE_COLUMNS}, focused, seen)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        )
    database.write(*statements)


def position_in(database: Database, document: Place) -> Position | None:
    """Where the panes of a document stood last; None if it was never left."""
    return _as_position(database.read(_POSITION, (storable(document_key(document)),)))


def glance_at_position(file: Path, document: Place) -> Position | None:
    """The same before the database is opened for good; see `glancing`."""
    return _as_position(glance(file, _POSITION, (storable(document_key(document)),)))


def _as_position(rows: Sequence[Row]) -> Position | None:
    if not rows:
        return None
    panes = {text_from(pane): place_from(place) for pane, _, *place in rows}
    focus = next((text_from(pane) for pane, focused, *_ in rows if focused), next(iter(panes)))
    return Position(focus=focus, panes=panes)


def last_place(database: Database) -> Place | None:
    """The place with the focus in the document that was left last."""
    rows = database.read(_LAST_PLACE)
    return place_from(rows[0]) if rows else None


def glance_at_last_place(file: Path) -> Place | None:
    """The same before the database is opened for good; see `glancing`."""
    rows = glance(file, _LAST_PLACE)
    return place_from(rows[0]) if rows else None


def save_last_paths(database: Database, paths: Sequence[Path]) -> None:
    """Remembers the files and folders that were opened, for a start without arguments."""
    statements: list[Statement] = [("DELETE FROM last_paths", ())]
    for nth, path in enumerate(paths):
        value = path_value(str(path.absolute()))
        statements.append(("INSERT INTO last_paths (nth, path) VALUES (?, ?)", (nth, value)))
    database.write(*statements)


def last_paths(database: Database) -> tuple[Path, ...]:
    """The files and folders opened last, in the order given then; some may be gone."""
    return _as_paths(database.read(_LAST_PATHS))


def glance_at_last_paths(file: Path) -> tuple[Path, ...]:
    """The same before the database is opened for good; none where it cannot be read just now."""
    return _as_paths(glance(file, _LAST_PATHS))


def _as_paths(rows: list[Row]) -> tuple[Path, ...]:
    paths = (path_from(row[0]) for row in rows)
    return tuple(Path(path) for path in paths if path)

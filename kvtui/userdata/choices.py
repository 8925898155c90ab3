"""Small choices that the reader makes in the program itself, such as the theme.

What the reader writes by hand is in `settings` and goes before these.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kvtui.userdata.columns import Row, text_from
from kvtui.userdata.database import Database
from kvtui.userdata.glancing import glance

_CHOICE = "SELECT value FROM choices WHERE name = ?"


def save_choice(database: Database, name: str, value: str) -> None:
    """Remembers a choice under its name."""
    database.write(("INSERT OR REPLACE INTO choices (name, value) VALUES (?, ?)", (name, value)))


def choice(database: Database, name: str) -> str | None:
    """The choice made last under that name; None if there is none."""
    return _as_choice(database.read(_CHOICE, (name,)))


def glance_at_choice(file: Path, name: str) -> str | None:
    """The same before the database is opened for good; see `glancing`."""
    return _as_choice(glance(file, _CHOICE, (name,)))


def _as_choice(rows: Sequence[Row]) -> str | None:
    return text_from(rows[0][0]) if rows else None

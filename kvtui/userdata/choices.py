"""Small choices that the reader makes in the program itself, such as the theme.

What the reader writes by hand is in `settings` and goes before these.
"""

from __future__ import annotations

from kvtui.userdata.columns import text_from
from kvtui.userdata.database import Database


def save_choice(database: Database, name: str, value: str) -> None:
    """Remembers a choice under its name."""
    database.write(("INSERT OR REPLACE INTO choices (name, value) VALUES (?, ?)", (name, value)))


def choice(database: Database, name: str) -> str | None:
    """The choice made last under that name; None if there is none."""
    rows = database.read("SELECT value FROM choices WHERE name = ?", (name,))
    return text_from(rows[0][0]) if rows else None

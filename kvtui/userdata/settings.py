"""The settings that the reader writes in `config.toml`: theme and keys.

A file that cannot be understood never stops the reader: it gives one line and the defaults. The
commands and themes that exist are the screen's to know; it checks the names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says."""

    theme: str | None = None
    """Name of a theme; None where the file has none."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of a command -> the keys that call it, in place of its own."""
    problems: tuple[str, ...] = ()
    """What in the file was not understood and is left out, each one line."""


def load_settings(path: Path) -> Settings:
    """Reads the file; the defaults where there is none. Never raises."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(problems=(f"{path} cannot be read ({error}); the defaults are used.",))
    import tomllib  # 8 ms: only with a file

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(problems=(f"{path} is no TOML ({error}); the defaults are used.",))
    return _from_table(table, path)


def _from_table(table: Mapping[str, object], path: Path) -> Settings:
    problems = [f"{path}: unknown setting {name!r}." for name in table if name not in ("theme", "keys")]
    theme = table.get("theme")
    if theme is not None and not (isinstance(theme, str) and theme):
        problems.append(f'{path}: theme must be a name, such as theme = "textual-dark".')
        theme = None
    keys: dict[str, tuple[str, ...]] = {}
    lines = table.get("keys", {})
    if not isinstance(lines, dict):
        problems.append(f'{path}: keys must be a table: [keys] with lines such as follow = "enter".')
        lines = {}
    for command, value in lines.items():
        names = _key_names(value)
        if names is None:
            problems.append(f'{path}: keys.{command} must be a key or a list of keys, such as "ctrl+f".')
        else:
            keys[command] = names
    return Settings(theme=theme, keys=keys, problems=tuple(problems))


def _key_names(value: object) -> tuple[str, ...] | None:
    """Keys from `"a,b"` or `["a", "b"]`; a lone "," is the comma key. None where it is neither."""
    if isinstance(value, str):
        names = [value] if value.strip() == "," else value.split(",")
    elif isinstance(value, list) and all(isinstance(name, str) for name in value):
        names = value
    else:
        return None
    stripped = tuple(name.strip() for name in names)
    return stripped if stripped and all(stripped) else None

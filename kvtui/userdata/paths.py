"""Where kvtui keeps things: the user's data, config, cache and log directories.

Only names them; whoever writes makes the directory. `KVTUI_DATA_DIR`, `KVTUI_CONFIG_DIR`,
`KVTUI_CACHE_DIR` and `KVTUI_LOG_DIR` override the places of the operating system.
"""

from __future__ import annotations

import os
from pathlib import Path

_APP = "kvtui"


def data_dir() -> Path:
    """The directory of what the reader made: bookmarks and positions."""
    override = os.environ.get("KVTUI_DATA_DIR")
    if override:
        return Path(override)
    import platformdirs  # 4 ms: only without an override

    return platformdirs.user_data_path(_APP, appauthor=False)


def config_dir() -> Path:
    """The directory of what the reader chose: `config.toml`."""
    override = os.environ.get("KVTUI_CONFIG_DIR")
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_config_path(_APP, appauthor=False)


def cache_dir() -> Path:
    """The directory of what is made of the documents and can be made again: the library's index."""
    override = os.environ.get("KVTUI_CACHE_DIR")
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_cache_path(_APP, appauthor=False)


def log_dir() -> Path:
    """The directory of the logs that a crash writes."""
    override = os.environ.get("KVTUI_LOG_DIR")
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_log_path(_APP, appauthor=False)


def database_file() -> Path:
    """The SQLite file of `kvtui.userdata.database`."""
    return data_dir() / "kvtui.sqlite3"


def config_file() -> Path:
    """The TOML file of `kvtui.userdata.settings`."""
    return config_dir() / "config.toml"

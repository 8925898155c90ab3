from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cache directory of this test alone, in memory where the system has that: each test makes a library."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
        monkeypatch.setenv("KVTUI_CACHE_DIR", folder)
        yield


@pytest.fixture(autouse=True)
def own_directories(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, config and log directories of this test alone, and a terminal without wishes."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "LOG"):
        directory = home / name.lower()
        directory.mkdir()
        monkeypatch.setenv(f"KVTUI_{name}_DIR", str(directory))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def config_file(own_directories: Path) -> Path:
    """Where `config.toml` of this test belongs; it is not there yet."""
    return own_directories / "config" / "config.toml"

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvtui.userdata.database import Database, open_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "kvtui.sqlite3"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = open_database(file)
    yield opened
    opened.close()

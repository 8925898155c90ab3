from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.showing import GOOD


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.txt"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that no document may bring in: a pipe, so that who opens it, in native code too, never ends."""
    path = tmp_path / "geheim"
    os.mkfifo(path)
    return path


@pytest.fixture
def ear() -> Iterator[str]:
    """A web address on this machine; whoever comes to it fails the test, from native code too."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with pytest.raises(BlockingIOError):
            listening.accept()

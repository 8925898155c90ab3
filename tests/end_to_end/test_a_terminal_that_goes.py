"""The reader ends with its terminal, also where no signal tells it so."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

from tests.end_to_end.terminal import environment

SAMPLES = Path(__file__).parents[2] / "sample_docs"
_PATIENCE = 30.0


def test_a_reader_whose_terminal_is_gone_ends_though_no_signal_reaches_it(tmp_path: Path) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.execve(sys.executable, [sys.executable, "-m", "kvtui", str(SAMPLES)], environment(tmp_path))
    seen = b""
    while b"Bent u bekend" not in seen and b"Documents" not in seen:
        assert select.select([terminal], [], [], _PATIENCE)[0], "the reader never came up"
        seen += os.read(terminal, 65536)
    os.close(terminal)

    assert _ends(pid), "the reader lived on without a terminal"


def _ends(pid: int) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if os.waitpid(pid, os.WNOHANG)[0]:
            return True
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return False

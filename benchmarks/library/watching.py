"""A command run to its end, with its time and the most memory that it and its children had together."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psutil

_LOOK_EVERY = 0.2
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Watched:
    """One run."""

    seconds: float
    resident: float
    """MiB of all processes together (RSS): what they share is counted for each."""
    unique: float
    """MiB of all together (USS)."""


def watched(command: Sequence[str], environment: Mapping[str, str]) -> Watched:
    """Run a command. Raises `subprocess.CalledProcessError` when it fails."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resident = unique = 0.0
    while True:
        rss, uss = _memory(process.pid)
        resident, unique = max(resident, rss), max(unique, uss)
        try:
            code = process.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            continue
        break
    seconds = time.perf_counter() - begin
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Watched(seconds, resident, unique)


def _memory(pid: int) -> tuple[float, float]:
    """RSS and USS of a process and its children; zero where it has just ended."""
    try:
        root = psutil.Process(pid)
        usages = [process.memory_full_info() for process in (root, *root.children(recursive=True))]
    except psutil.Error:
        return 0.0, 0.0
    return sum(usage.rss for usage in usages) / _MIB, sum(usage.uss for usage in usages) / _MIB

"""The programs that people would use instead, for comparison: frogmouth and hike to read, ripgrep to find.

Each is installed from the package index into a virtual environment of its own under the cache
directory (their Textual versions exclude each other). Nothing of them enters the project.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from benchmarks.programs import Program

RELEASES = {"frogmouth": "0.9.2", "hike": "1.4.0"}
"""The readers. Fixed, so that figures of different days can be compared."""
SEARCHER = "ripgrep"
_VERSIONS = RELEASES | {SEARCHER: "14.1.0"}
_COMMANDS = {SEARCHER: "rg"}
"""Of those that are not called as they are named."""
_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """A program that cannot be measured here."""

    name: str
    reason: str
    """One line for the table."""


def installed(name: str, cache: Path) -> Program | Missing:
    """The program called `name` from `cache`, installed there first when it is not; never raises."""
    label = f"{name} {_VERSIONS[name]}"
    place = cache / f"{name}-{_VERSIONS[name]}-python{sys.version_info.major}.{sys.version_info.minor}"
    done = place / "installed"
    if not done.exists():
        problem = _install(name, place)
        if problem is not None:
            return Missing(label, problem)
        done.touch()
    return Program(label, (str(place / "bin" / _COMMANDS.get(name, name)),))


def _install(name: str, place: Path) -> str | None:
    """Make the environment `place` with `name` in it; None when it worked, else what went wrong."""
    shutil.rmtree(place, ignore_errors=True)
    try:
        venv.create(place, with_pip=True)
        # Without PYTHONPATH pip sees only its own environment.
        command = [str(place / "bin" / "python"), "-I", "-m", "pip", "install", "--quiet"]
        command += ["--disable-pip-version-check", f"{name}=={_VERSIONS[name]}"]
        result = subprocess.run(command, capture_output=True, text=True, timeout=_MINUTES * 60, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        return f"not installed: {type(error).__name__}"
    if result.returncode == 0:
        return None
    lines = [line for line in result.stderr.splitlines() if line.startswith("ERROR")]
    return f"not installed: {lines[-1] if lines else 'pip failed'}"[:100]

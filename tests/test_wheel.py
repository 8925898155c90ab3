"""The wheel that `python -m build` makes works in an empty environment and brings the samples."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which nothing but the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    quietly([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), "."])
    quietly([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")])
    (wheel,) = folder.glob("*.whl")
    python = folder / "env" / "bin" / "python"
    quietly(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "--no-index",
            "--no-deps",
            str(wheel),
        ]
    )
    return folder / "env" / "bin"


def quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the installed command; what kvtui depends on comes from the tests' own environment."""
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    command = [str(installed / "kvtui"), *arguments]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


def test_the_installed_command_tells_its_version(installed: Path) -> None:
    shown = run(installed, "--version")
    assert shown.returncode == 0
    assert shown.stdout.startswith("kvtui ")


def test_the_wheel_brings_all_the_sample_documents(installed: Path) -> None:
    (samples,) = installed.parent.glob("lib/python*/site-packages/kvtui/sample_docs")
    assert {p.name for p in samples.iterdir()} == {p.name for p in (ROOT / "sample_docs").iterdir()}


def test_the_installed_command_reads_an_installed_sample(installed: Path) -> None:
    (samples,) = installed.parent.glob("lib/python*/site-packages/kvtui/sample_docs")
    shown = run(installed, "show", "--json", *map(str, sorted(samples.iterdir())))
    assert shown.returncode == 0, shown.stderr
    assert len(shown.stdout.splitlines()) == len(list(samples.iterdir()))

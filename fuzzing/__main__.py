"""Fuzzes the targets one after the other and tells what was found: `make fuzz`, or

python -m fuzzing [--seconds 60] [--seeds FOLDER …] [--only text xml …]
python -m fuzzing --reproduce TARGET FILE
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from fuzzing.findings import keep, minimised, outcome_of, reproducing
from fuzzing.seeds import seeds_for
from fuzzing.targets import TARGETS

_BUILD = Path("build/fuzz")
_MINIMISING_SECONDS = 60.0
_NATIVE_SECONDS = 120
"""For one input, by the clock: native code that Python cannot stop is a finding of the fuzzer itself."""
_DONE = re.compile(r"Done (\d+) runs")
_FIGURES = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)")


@dataclass(frozen=True, slots=True)
class Ran:
    """The figures of a target."""

    target: str
    executions: str
    branches: str
    corpus: str
    findings: tuple[Path, ...]


def main() -> int:
    """The exit code: 1 where something was found."""
    options = _options()
    if options.reproduce:
        return _reproduce(*options.reproduce)
    ran = []
    for name in options.only:
        print(f"{name} …", file=sys.stderr, flush=True)
        ran.append(_fuzz(name, options.seconds, options.seeds))
    print(f"{'target':10} {'executions':>10} {'branches':>8} {'corpus':>7} {'findings':>8}")
    for one in ran:
        print(
            f"{one.target:10} {one.executions:>10} {one.branches:>8} {one.corpus:>7} {len(one.findings):>8}"
        )
    for one in ran:
        for path in one.findings:
            print(f"found: {reproducing(one.target, path)}")
    return 1 if any(one.findings for one in ran) else 0


def _fuzz(name: str, seconds: int, folders: list[Path]) -> Ran:
    corpus, folder = _BUILD / "corpus" / name, _BUILD / "findings"
    corpus.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_for(name, folders):  # of a long document the beginning: what is slow finds little
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed[: TARGETS[name].longest])
    command = [sys.executable, "-m", "fuzzing.running", name, str(corpus), str(folder)]
    command += [f"-max_total_time={seconds}", f"-timeout={_NATIVE_SECONDS}", "-rss_limit_mb=4096"]
    command += [f"-artifact_prefix={folder / name}-native-"]
    with open(_BUILD / f"{name}.log", "w", encoding="utf-8", errors="replace") as log:
        subprocess.run(command, stdout=log, stderr=log, check=False)
    said = (_BUILD / f"{name}.log").read_text("utf-8", errors="replace")
    figures = _FIGURES.findall(said)
    done = _DONE.search(said)
    found = [Path(path) for path in re.findall(r"FINDING (.+)", said)]
    native = [Path(path) for path in re.findall(r"Test unit written to (.+)", said)]
    return Ran(
        name,
        done[1] if done else "stopped",
        figures[-1][0] if figures else "?",
        figures[-1][2] if figures else "?",
        (*(_small(name, path) for path in found), *native),
    )


def _small(name: str, path: Path) -> Path:
    """The finding made smaller, which takes its place."""
    run = TARGETS[name].run
    data = minimised(run, path.read_bytes(), _MINIMISING_SECONDS)
    error = outcome_of(run, data)
    if error is None:  # only slow where it was instrumented
        return path
    path.unlink()
    path.with_suffix(".why").unlink(missing_ok=True)
    return keep(path.parent, name, data, error)


def _reproduce(name: str, path: str) -> int:
    error = outcome_of(TARGETS[name].run, Path(path).read_bytes())
    if error is None:
        print("everything holds")
        return 0
    traceback.print_exception(error)
    return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzzing")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument(
        "--seeds", type=Path, nargs="*", default=[], help="folders with more documents to begin with"
    )
    parser.add_argument("--only", nargs="+", choices=list(TARGETS), default=list(TARGETS))
    parser.add_argument("--reproduce", nargs=2, metavar=("TARGET", "FILE"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Prints how the parser does on the conversions that convert_corpus.py made: a row a converter, and all.

SCORE is the corpus' score.py; what is wrong in which document is printed with --details. The exit
status is 1 where a figure over all conversions is below its minimum, or a link to another document
was made internal.

usage: python scripts/score_conversions.py SCORE OUT [--command COMMAND] [--details] [--min KEY=VALUE …]
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

COMMAND = "kvtui show --json"
COLUMNS = ("boundaries_f1", "internal_f1", "external_f1", "false_links")
_FIGURE = re.compile(r"^(\w+) +([\d.]+)$", re.MULTILINE)
_PERFECT = re.compile(r"^(\d+) of (\d+) documents perfect", re.MULTILINE)


def converters_of(out: Path) -> list[str]:
    """The endings that conversions have: "pypdf.txt", "mammoth.md"."""
    return sorted({".".join(path.stem.split(".")[-2:]) for path in (out / "gold").glob("*.json")})


def score(script: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        str(script),
        "--docs",
        str(out / "docs"),
        "--gold",
        str(out / "gold"),
        *options,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not _PERFECT.search(done.stdout):
        sys.exit(f"score_conversions: {script} said nothing that can be read\n{done.stderr[-2000:]}")
    return done


def row(name: str, scored: str) -> str:
    """One line of the table from what score.py printed."""
    figures = dict(_FIGURE.findall(scored))
    perfect, total = _PERFECT.findall(scored)[-1]
    return f"{name:24}{f'{perfect} of {total}':>12}" + "".join(f"{figures[key]:>15}" for key in COLUMNS)


def main() -> int:
    arguments = argparse.ArgumentParser(description="Scores the parser on conversions, by converter.")
    arguments.add_argument("score", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--command", default=COMMAND)
    arguments.add_argument("--details", action="store_true")
    arguments.add_argument("--min", action="append", default=[], metavar="KEY=VALUE")
    given = arguments.parse_args()
    command = ("--command", given.command)
    everything = score(
        given.score, given.out, *command, "--details", *(f"--min={minimum}" for minimum in given.min)
    )
    if given.details:
        print(everything.stdout)
    print(f"{'converter':24}{'perfect':>12}" + "".join(f"{key:>15}" for key in COLUMNS))
    for name in converters_of(given.out):
        print(row(name, score(given.score, given.out, *command, "--only", f"*.{name}").stdout), flush=True)
    print(row("all", everything.stdout))
    if everything.returncode:
        print(everything.stdout.splitlines()[-1])
    false_links = dict(_FIGURE.findall(everything.stdout))["false_links"] != "0"
    return 1 if everything.returncode or false_links else 0


if __name__ == "__main__":
    sys.exit(main())

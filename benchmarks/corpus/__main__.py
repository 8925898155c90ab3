"""Writes a corpus: `python -m benchmarks.corpus FOLDER --documents N [--seed S]`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.corpus.files import write_corpus


def main() -> None:
    """Write it and say how many files of how many bytes there are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes (default: 1)")
    options = parser.parse_args()
    begin = time.perf_counter()
    written = write_corpus(options.folder, options.documents, options.seed)
    seconds = time.perf_counter() - begin
    print(
        f"{written.files:,} files, {written.size / 1e6:,.1f} MB, "
        f"{seconds:.1f} s, {written.files / seconds:,.0f} a second"
    )


if __name__ == "__main__":
    main()

"""Fuzzes one target until its time is over; run as a process of its own, as the fuzzer ends its process.

python -m fuzzing.running TARGET CORPUS FINDINGS [options of libFuzzer]
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kvtui"]):
    from fuzzing.targets import TARGETS

from fuzzing.findings import keep, kind_of, outcome_of
from fuzzing.mutating import mutated

_ENOUGH = 20
"""Findings of a target: more are of no use before the first are mended."""


def main() -> None:
    """Never returns: the fuzzer ends the process."""
    name, corpus, folder = sys.argv[1:4]
    target = TARGETS[name]
    words = [word.encode() for word in target.words]
    known: set[str] = set()

    def run(data: bytes) -> None:
        error = outcome_of(target.run, bytes(data))
        if error is None or len(known) >= _ENOUGH:
            return
        kind = kind_of(error)
        if kind not in known:
            known.add(kind)
            print(f"FINDING {keep(Path(folder), name, bytes(data), error)}", flush=True)

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.5:
            return bytes(atheris.Mutate(data, longest))
        return mutated(bytes(data), words, longest, chance)

    atheris.Setup(
        [sys.argv[0], corpus, f"-max_len={target.longest}", *sys.argv[4:]], run, custom_mutator=mutate
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Measures everything and prints the tables, goals and commands: `make bench`, or

python -m benchmarks [--runs 7] [--presses 100] [--only start keys …] [--without-others]
[--corpus FOLDER] [--library-sizes 1000 10000 100000] [--record PAGE]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

import psutil

from benchmarks import documents, formats, imports, keys, others, parsing, scale, starting
from benchmarks.library import indexing as library_indexing
from benchmarks.library import keys as library_keys
from benchmarks.library import searching as library_searching
from benchmarks.library import starting as library_starting
from benchmarks.library.places import Place, place_of
from benchmarks.tables import Table, rendered

_FIGURES = "<!-- The rest of this page is written by python -m benchmarks --record docs/performance.md -->"
SECTIONS = (
    *("start", "imports", "keys", "huge", "folder", "parsing", "formats"),
    *("library-indexing", "library-refresh", "library-start", "library-search", "library-keys"),
)
LIBRARY_SIZES = (1_000, 10_000, 100_000)
Section = Callable[[], Iterable[Table]]


def main() -> None:
    """Run the chosen sections and print each as soon as it is measured."""
    options = _options()
    folder = documents.folder_in(options.cache)
    ordinary, walked = documents.ordinary_document(folder), documents.walked_document(folder)
    huge = documents.huge_document(folder)
    names = () if options.without_others else tuple(others.RELEASES)
    compared = [others.installed(name, options.cache / "others") for name in names]
    sections: dict[str, Section] = {
        "start": lambda: starting.starts(ordinary, compared, options.runs),
        "imports": lambda: (imports.import_costs(ordinary, min(options.runs, 3)),),
        "keys": lambda: (keys.key_times(walked, compared, options.presses),),
        "huge": lambda: (scale.huge_document(ordinary, huge, compared, options.runs),),
        "folder": lambda: (scale.many_documents(ordinary, documents.many_documents(folder), options.runs),),
        "parsing": lambda: (parsing.parse_speed([ordinary, huge], min(options.runs, 3)),),
        "formats": lambda: formats.format_speeds(folder / "formats", options.runs, options.corpus),
        **_library_sections(options, ordinary),
    }
    printed: list[str] = []
    unmet: list[str] = []
    _put(_machine(options), printed)
    for name in options.only:
        for table in sections[name]():
            _put(rendered(table), printed)
            unmet += [goal.what for goal in table.goals if goal.verdict != "met"]
    _put(f"Goals that are not met: {'; '.join(unmet) or 'none'}.\n", printed)
    _put(_commands(options), printed)
    if options.record:
        _record(options.record, "\n".join(printed))


def _library_sections(
    options: argparse.Namespace, ordinary: Path
) -> dict[str, Callable[[], Iterable[Table]]]:
    """What is measured of libraries, by name; the corpora are written when the first of them is run."""
    cache = options.cache

    def places() -> list[Place]:
        return [place_of(cache, size) for size in options.library_sizes]

    def search() -> Iterable[Table]:
        return library_searching.search_times(places(), others.installed(others.SEARCHER, cache / "others"))

    return {
        "library-indexing": lambda: (library_indexing.indexing(places(), cache),),
        "library-refresh": lambda: (library_indexing.refreshing(places(), options.runs),),
        "library-start": lambda: (library_starting.library_starts(places(), cache, ordinary, options.runs),),
        "library-search": search,
        "library-keys": lambda: library_keys.typing(places(), cache),
    }


def _put(text: str, printed: list[str]) -> None:
    print(text, flush=True)
    printed.append(text)


def _record(page: Path, figures: str) -> None:
    """Put `figures` in `page` in the place of those behind its line `_FIGURES`; the words above it stay."""
    words, _, _ = page.read_text(encoding="utf-8").partition(_FIGURES)
    page.write_text(f"{words.rstrip()}\n\n{_FIGURES}\n\n{figures}\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure kvtui from outside.")
    parser.add_argument(
        "--runs", type=int, default=7, help="runs of each program (default: 7; medians are shown)"
    )
    parser.add_argument(
        "--presses", type=int, default=100, help="key presses a way of walking (default: 100)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=SECTIONS, default=SECTIONS, metavar="SECTION", help=", ".join(SECTIONS)
    )
    parser.add_argument(
        "--corpus", type=Path, metavar="FOLDER", help="documents of your own for the formats section"
    )
    parser.add_argument(
        "--library-sizes",
        type=int,
        nargs="+",
        default=LIBRARY_SIZES,
        metavar="N",
        help="documents of the libraries (default: 1000 10000 100000)",
    )
    parser.add_argument("--record", type=Path, metavar="PAGE", help="also put the figures in this page")
    parser.add_argument(
        "--without-others", action="store_true", help="neither install nor run frogmouth and hike"
    )
    parser.add_argument(
        "--cache", type=Path, default=_cache(), help="for texts and other programs (default: %(default)s)"
    )
    return parser.parse_args()


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kvtui-benchmarks"


def _machine(options: argparse.Namespace) -> str:
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{date.today().isoformat()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"{memory:.0f} GiB; Python {platform.python_version()}, Textual {version('textual')}, "
        f"kvtui {version('kvtui')}. Medians of {options.runs} runs, the programs in turn.\n"
    )


def _commands(options: argparse.Namespace) -> str:
    """How to get these tables again, all and each."""
    whole = " ".join(["python -m benchmarks", *sys.argv[1:]])
    sizes = " ".join(map(str, options.library_sizes))
    each = [
        f"python -m benchmarks --runs {options.runs} --only {name}"
        + (f" --library-sizes {sizes}" if name.startswith("library-") else "")
        for name in options.only
    ]
    return "\n".join(
        [
            "The command of these tables, and of each alone:",
            "",
            f"    {whole}",
            *(f"    {one}" for one in each),
        ]
    )


if __name__ == "__main__":
    main()

"""From a query to its results: kvtui, SQLite's FTS5 with the same texts, ripgrep over the files."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from benchmarks.library.files_search import search_files
from benchmarks.library.full_text import LIMIT, NUMBERS, WITH_SNIPPETS, ask, open_full_text
from benchmarks.library.places import Place, built, environment
from benchmarks.library.queries import Asked, queries
from benchmarks.others import Missing
from benchmarks.programs import Program, kvtui
from benchmarks.tables import Goal, Table, figure, middle, ratio
from kvtui.library.catalogue import open_catalogue
from kvtui.library.query.reading import read_query
from kvtui.library.search.results import Order
from kvtui.library.search.searching import Searcher, open_searcher

_TIMES = 20.0
"""How many times as fast as the others kvtui should be."""
_FEW, _FEWER = 40, 10
"""Queries, of all kinds, that ripgrep and the command get: they take long."""
_WARMING = 5

_KVTUI = "kvtui, by relevance"
_WITH_EXCERPTS = "kvtui, with excerpts and all counts"
_FTS5_SNIPPETS = "SQLite FTS5, with snippets"

Times = list[float]


def search_times(places: Sequence[Place], ripgrep: Program | Missing) -> Iterator[Table]:
    """For each corpus a table of the programs and one of the kinds of queries."""
    for place in places:
        asked = queries(built(place))
        catalogue = open_catalogue(place.library)
        searcher = open_searcher(place.library, catalogue)
        ours = _timed(partial(_search, searcher, Order.RELEVANCE), asked)
        newest = _timed(partial(_search, searcher, Order.NEWEST), asked)
        with_excerpts = _timed(partial(_search_and_show, searcher), asked)
        catalogue.close()
        connection = open_full_text(place)
        fts5 = _timed(partial(ask, connection, NUMBERS), asked)
        with_snippets = _timed(partial(ask, connection, WITH_SNIPPETS), asked)
        connection.close()
        measured = {
            _KVTUI: ours,
            "kvtui, newest first": newest,
            _WITH_EXCERPTS: with_excerpts,
            "SQLite FTS5": fts5,
            _FTS5_SNIPPETS: with_snippets,
        }
        if isinstance(ripgrep, Program):
            by_file = partial(search_files, ripgrep.command[0], place.corpus)
            measured[ripgrep.name] = _timed(by_file, asked[:_FEW])
        measured["kvtui search, a process each"] = _commands(place, asked[:_FEWER])
        missing = [ripgrep] if isinstance(ripgrep, Missing) else []
        yield _programs(place, measured, missing)
        yield _kinds(place, asked, {"kvtui": ours, "SQLite FTS5": fts5})


def _search(searcher: Searcher, order: Order, asked: Asked) -> object:
    return searcher.search(read_query(asked.typed), order, 0, LIMIT)


def _search_and_show(searcher: Searcher, asked: Asked) -> object:
    """The same with all that a screen of results says, for all hits."""
    query = read_query(asked.typed)
    results = searcher.search(query, Order.RELEVANCE, 0, LIMIT)
    return [hit.shown for hit in results.hits], searcher.count(query)


def _timed(search: Callable[[Asked], object], asked: Sequence[Asked]) -> Times:
    """Milliseconds of each query, after a few others that do not count."""
    for one in islice(reversed(asked), _WARMING):
        search(one)
    times = []
    for one in asked:
        begin = time.perf_counter()
        search(one)
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _commands(place: Place, asked: Sequence[Asked]) -> Times:
    with environment(place) as variables:

        def run(one: Asked) -> None:
            command = [*kvtui().command, "search", "--json", "--limit", str(LIMIT), "--", one.typed]
            subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)

        return _timed(run, asked)


def almost_worst(times: Iterable[float]) -> float | None:
    """What 95 of 100 do not exceed; None where there is nothing."""
    ordered = sorted(times)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else None


def _programs(place: Place, measured: dict[str, Times], missing: Sequence[Missing]) -> Table:
    ours = measured[_KVTUI]
    rows = [
        (
            name,
            f"{len(times)}",
            figure(middle(times), 2),
            figure(almost_worst(times), 2),
            figure(max(times), 2),
            figure(ratio(middle(times), middle(ours)), 1),
            figure(ratio(almost_worst(times), almost_worst(ours)), 1),
        )
        for name, times in measured.items()
    ]
    rows += [(other.name, other.reason, "–", "–", "–", "–", "–") for other in missing]
    compared = [name for name in measured if not name.startswith("kvtui")]
    return Table(
        f"Search, {place.size:,} documents",
        ("program", "queries", "median ms", "95 of 100 ms", "worst ms", "median ×", "95 of 100 ×"),
        tuple(rows),
        tuple(
            goal
            for name in compared
            for goal in _goals(
                place, name, measured[name], measured[_WITH_EXCERPTS] if name == _FTS5_SNIPPETS else ours
            )
        ),
        (
            f"Both give the best {LIMIT} hits and the number of all that hold the words: kvtui in all their "
            "forms, FTS5 as they were typed, by bm25. Compounds come behind the others; where there is a "
            "page without them, kvtui counts them when the page is shown. With snippets FTS5 gives the words "
            "around what was found, and kvtui its excerpts, all hits with compounds, and the number of "
            "documents. Both are open already and hold the same texts, one row for each question with its "
            "answer.",
            "ripgrep looks for files, not for questions, with all its threads and the files in the disk's "
            f"cache; it and the command get the first {_FEW} and {_FEWER} queries.",
        ),
    )


def _goals(place: Place, name: str, theirs: Times, ours: Times) -> Iterator[Goal]:
    label = f"{place.size:,}: as fast as {name}"
    compared = ours[: len(theirs)]
    yield Goal(f"{label}, median", _TIMES, ratio(middle(theirs), middle(compared)), "×", True)
    worst = ratio(almost_worst(theirs), almost_worst(compared))
    yield Goal(f"{label}, 95 of 100", _TIMES, worst, "×", True)


def _kinds(place: Place, asked: Sequence[Asked], measured: dict[str, Times]) -> Table:
    kinds = list(dict.fromkeys(one.kind for one in asked))
    rows = []
    for kind in kinds:
        chosen = [
            [t for t, one in zip(times, asked, strict=True) if one.kind == kind]
            for times in measured.values()
        ]
        example = next(one.typed for one in asked if one.kind == kind)
        rows.append(
            (kind, example, *(figure(of(times), 2) for times in chosen for of in (middle, almost_worst)))
        )
    head = [f"{name}, {which} ms" for name in measured for which in ("median", "95 of 100")]
    return Table(
        f"Search, {place.size:,} documents, by kind of query", ("kind", "for example", *head), tuple(rows)
    )

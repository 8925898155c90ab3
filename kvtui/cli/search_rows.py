"""What `kvtui search` prints for programs: a line for each hit, as JSON or as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

from kvtui.cli.completeness import say_without_forms
from kvtui.cli.output import write
from kvtui.library.entries import Entry
from kvtui.library.printable import printable
from kvtui.library.search.paging import all_hits
from kvtui.library.search.results import Excerpt, Hit, Order, Results, Shown
from kvtui.library.search.searching import Searcher
from kvtui.model import TextPart

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS: Final = (
    "identifier", "kind", "date", "subject", "askers", "days", "part", "number", "numbers", "excerpt", "path",
)  # fmt: skip


def print_rows(searcher: Searcher, results: Results, order: Order, limit: int | None, form: str) -> bool:
    """Prints a line for each hit, of which `results` is the first page, as `json` or `csv`.

    Gives whether there are any. Raises `SearchError`.
    """
    row = _json_row if form == "json" else _csv_row
    if form == "csv":
        write(_csv_line(_COLUMNS))
    printed = 0
    say_without_forms(results)
    of_number = map(_header_hit, results.numbered)
    hits = all_hits(searcher, results, order, limit)
    for hit in islice(chain(of_number, hits), limit):
        write(row(hit))
        printed += 1
    return bool(printed)


def _header_hit(entry: Entry) -> Hit:
    """A document that was asked for by its number, as a row."""
    shown = Shown(TextPart.HEADER, None, (), Excerpt(entry.subject or ""))
    return Hit(entry.file, entry, lambda: shown)


def _values(hit: Hit) -> dict[str, object]:
    entry, shown = hit.entry, hit.shown
    is_answered = entry.kind is not None and not entry.kind.is_unanswered
    day = entry.received or entry.submitted
    return {
        "identifier": entry.identifier,
        "kind": entry.kind.value if entry.kind else None,
        "date": day.isoformat() if day else None,
        "subject": entry.subject,
        "askers": [asker.named for asker in entry.askers],
        "days": entry.answering_days if is_answered else None,
        "part": shown.part.value,
        "number": shown.number,
        "numbers": list(shown.numbers),
        "excerpt": shown.excerpt.text,
        "marks": [list(mark) for mark in shown.excerpt.marks],
        "path": printable(str(entry.path)),
    }


def _json_row(hit: Hit) -> str:
    askers = [{"name": asker.name, "party": asker.party} for asker in hit.entry.askers]
    return json.dumps(_values(hit) | {"askers": askers}, ensure_ascii=False) + "\n"


def _csv_row(hit: Hit) -> str:
    values = _values(hit)
    return _csv_line([_cell(values[column]) for column in _COLUMNS])


def _cell(value: object) -> str:
    """A value as a cell; a spreadsheet would compute one that begins as a formula does."""
    joined = "; ".join(map(str, value)) if isinstance(value, list) else str("" if value is None else value)
    return f"'{joined}" if joined.startswith(_FORMULA) else joined


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()

"""`kvtui search`: what the library has of a query, for people, as JSON or as CSV.

Ends as grep does: 0 where something was found, 1 where nothing was, 2 where the question was wrong or
could not be answered.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Final

from kvtui.cli import messages
from kvtui.cli.arguments import command_parser, count_argument, path_argument
from kvtui.cli.completeness import say_without_forms, unread_words
from kvtui.cli.libraries import LibraryError, opened_library
from kvtui.cli.output import is_terminal, prepare_stdout, write
from kvtui.export.wrapping import wrap
from kvtui.library.catalogue import CatalogueError
from kvtui.library.entries import Entry
from kvtui.library.index.opening import has_index
from kvtui.library.printable import printable
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import Query
from kvtui.library.query.wording import query_words
from kvtui.library.search.results import Counts, Excerpt, Hit, Order, Results, SearchError, Shown
from kvtui.library.search.searching import Searcher, open_searcher
from kvtui.model import TextPart

_ABOUT = (
    "Search the library. Words are found in all their forms and in compounds; put together, all of them must"
    ' be in one answer with its question. Understands "these very words", veilig*, OR, NOT or -, brackets,'
    " asiel NEAR opvang, and the fields lid: partij: aan: van: jaar: nr: zaak: na: voor: dagen: soort:"
    " onderwerp: vraag: antwoord: noot: verwijst: gezamenlijk:ja onbeantwoord:ja kort:ja vragen:>20."
)
_EXAMPLES = """\
examples:
  kvtui search veerpont
  kvtui search 'partij:SP aan:VWS "zie het antwoord" -wachtlijst na:2023'
  kvtui search --json 'dagen:>42' | jq -r .identifier
  kvtui search --csv kort:ja jaar:2023-2024 > kort.csv
  kvtui search veerpont --path ~/kamervragen

It ends with 0 if something was found, 1 if nothing was, 2 if something was wrong.
"""
_NOTHING: Final = 1
_TROUBLE: Final = 2
_SHOWN: Final = 20
_PAGE: Final = 1000
_INDENT: Final = "    "
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"
_PARTS: Final = {
    TextPart.HEADER: "header",
    TextPart.QUESTION: "question",
    TextPart.ANSWER: "answer to question",
    TextPart.NOTICE: "notice",
    TextPart.NOTE: "explanatory note",
    TextPart.FOOTNOTE: "footnote at question",
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS: Final = (
    "identifier", "kind", "date", "subject", "askers", "days", "part", "number", "numbers", "excerpt", "path",
)  # fmt: skip


def run(arguments: Sequence[str]) -> int:
    """Searches as the arguments ask; gives the exit code. Raises SystemExit for help and wrong use."""
    asked = _arguments(arguments)
    prepare_stdout()
    query = read_query(" ".join(asked.query))
    try:
        with opened_library(asked.path) as (collection, catalogue):
            unread = unread_words(catalogue)
            if unread and not has_index(collection.folder):
                return messages.fail(f"{unread}; kvtui refresh reads them", _TROUBLE)
            if unread:
                messages.say(f"{unread}: what is found is not all")
            searcher = open_searcher(collection.folder, catalogue)
            if asked.form == "text":
                return _print_text(searcher, query, asked.order, asked.limit or _SHOWN)
            return _print_rows(searcher, query, asked)
    except LibraryError as error:
        return messages.fail(str(error), _TROUBLE)
    except (CatalogueError, SearchError) as error:
        return messages.fail(f"{error}{'' if asked.path else '; kvtui refresh makes it anew'}", _TROUBLE)


# Arguments


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = command_parser("kvtui search", _ABOUT, _EXAMPLES)
    parser.formatter_class = argparse.RawTextHelpFormatter
    parser.description = "\n".join(wrap(_ABOUT, 100))
    parser.add_argument("query", metavar="QUERY", nargs="+", help="what to look for")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json", dest="form", action="store_const", const="json", help="one JSON object a line, all hits"
    )
    form.add_argument(
        "--csv", dest="form", action="store_const", const="csv", help="a table with a header line, all hits"
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--newest", dest="order", action="store_const", const=Order.NEWEST, help="newest first (the default)"
    )
    order.add_argument(
        "--relevance", dest="order", action="store_const", const=Order.RELEVANCE, help="best hits first"
    )
    parser.add_argument("--limit", metavar="N", type=_count, help=f"at most so many; {_SHOWN} as text")
    parser.add_argument(
        "--path", metavar="PATH", type=_path, nargs="+", default=[], help="folders instead of the library"
    )
    parser.set_defaults(form="text", order=Order.NEWEST)
    asked = parser.parse_intermixed_args([_shielded(argument) for argument in arguments])
    asked.query = [word.removeprefix(_SHIELD) for word in asked.query]
    return asked


_SHIELD: Final = "\x00"


def _shielded(argument: str) -> str:
    """`-word` is a word that must not be there: argparse would take it for an option."""
    is_word = argument.startswith("-") and not argument.startswith("--") and argument not in ("-", "-h")
    return _SHIELD + argument if is_word else argument


def _count(text: str) -> int:
    return count_argument(text.removeprefix(_SHIELD))


def _path(text: str) -> Path:
    return path_argument(text.removeprefix(_SHIELD))


# For people


def _print_text(searcher: Searcher, query: Query, order: Order, limit: int) -> int:
    results = searcher.search(query, order, 0, min(limit, _PAGE))
    say_without_forms(results)
    width = shutil.get_terminal_size((80, 24)).columns
    stressed = is_terminal(sys.stdout)
    counts = searcher.count(query)
    for line in _told(results, counts):
        write("".join(f"{each}\n" for each in wrap(line, width)))
    printed, file = 0, None
    for hit in _all_hits(searcher, results, order, limit):
        head = () if file == hit.file else _head_lines(hit, width)
        write("".join(f"{line}\n" for line in ("", *head, *_hit_lines(hit, width, stressed))))
        printed, file = printed + 1, hit.file
    left = counts.hits - printed
    if printed and left:
        write(f"\n{left} more: --limit {counts.hits} shows all\n")
    return messages.OK if counts.hits or results.numbered else _NOTHING


def _told(results: Results, counts: Counts) -> Iterator[str]:
    """How the query was read, how much was found, and what to try instead."""
    yield f"Searched: {query_words(results.query) or 'nothing'}"
    about = "about " if counts.documents.is_estimate else ""
    hits, files = _counted(counts.hits, "hit"), _counted(counts.documents.count, "document")
    nothing = "Nothing found so far" if results.unread else "Nothing found"
    yield nothing if not counts.hits else f"{hits} in {about}{files}"
    for typed, nearest in results.suggestions:
        yield f"{typed} is in no document: did you mean {nearest}?"
    for entry in results.numbered:
        yield f"Of that number: {_entry_words(entry)} · {printable(str(entry.path))}"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _head_lines(hit: Hit, width: int) -> Iterator[str]:
    yield from wrap(_entry_words(hit.entry), width)
    if not _is_subject(hit):
        yield from wrap(hit.entry.subject or "", width)


def _is_subject(hit: Hit) -> bool:
    """Whether the subject itself is what was found."""
    return hit.shown.part is TextPart.HEADER and hit.shown.excerpt.text == (hit.entry.subject or "")


def _hit_lines(hit: Hit, width: int, stressed: bool) -> Iterator[str]:
    excerpt = hit.shown.excerpt
    if _is_subject(hit):
        lines = wrap(excerpt.text, width)
    else:
        yield from wrap(_place(hit.shown), width, _INDENT)
        lines = wrap(excerpt.text, width, _INDENT)
    yield from _bold(excerpt, lines) if stressed else lines


def _entry_words(entry: Entry) -> str:
    """`ah-tk-20982099-12 · 2099-01-31 · Bries (De Seizoenen)`."""
    day = entry.received or entry.submitted
    named = entry.identifier or entry.file_name
    return " · ".join(filter(None, (named, day.isoformat() if day else "", ", ".join(_askers(entry)))))


def _askers(entry: Entry) -> list[str]:
    return [f"{asker.name} ({asker.party})" if asker.party else asker.name for asker in entry.askers]


def _place(shown: Shown) -> str:
    """`answer to question 2`."""
    return _PARTS[shown.part] if shown.number is None else f"{_PARTS[shown.part]} {shown.number}"


def _bold(excerpt: Excerpt, lines: Sequence[str]) -> Iterator[str]:
    """The wrapped lines with the marked words bold: letters are counted, as wrapping changes only space."""
    is_marked = [
        any(start <= place < end for start, end in excerpt.marks)
        for place, letter in enumerate(excerpt.text)
        if not letter.isspace()
    ]
    is_marked.append(False)
    letter = 0
    for line in lines:
        shown, bold = "", False
        for each in line:
            wanted = is_marked[letter] and (bold or not each.isspace())
            if wanted != bold:
                shown, bold = shown + (_BOLD if wanted else _PLAIN), wanted
            shown += each
            letter += not each.isspace()
        yield shown + (_PLAIN if bold else "")


# For programs


def _print_rows(searcher: Searcher, query: Query, asked: argparse.Namespace) -> int:
    row = _json_row if asked.form == "json" else _csv_row
    if asked.form == "csv":
        write(_csv_line(_COLUMNS))
    printed = 0
    results = searcher.search(query, asked.order, 0, min(asked.limit or _PAGE, _PAGE))
    say_without_forms(results)
    of_number = map(_header_hit, results.numbered)
    hits = _all_hits(searcher, results, asked.order, asked.limit)
    for hit in islice(chain(of_number, hits), asked.limit):
        write(row(hit))
        printed += 1
    return messages.OK if printed else _NOTHING


def _header_hit(entry: Entry) -> Hit:
    """A document that was asked for by its number, as a row."""
    shown = Shown(TextPart.HEADER, None, (), Excerpt(entry.subject or ""))
    return Hit(entry.file, entry, lambda: shown)


def _all_hits(searcher: Searcher, results: Results, order: Order, limit: int | None) -> Iterator[Hit]:
    """The hits of a first page and of those behind it, up to the limit."""
    query, place = results.query, _PAGE
    yield from results.hits
    while (limit is None or place < limit) and not (results.is_counted and place >= results.total):
        size = _PAGE if limit is None else min(_PAGE, limit - place)
        results = searcher.search(query, order, place, size)
        yield from results.hits
        place += size


def _values(hit: Hit) -> dict[str, object]:
    entry, shown = hit.entry, hit.shown
    is_answered = entry.kind is not None and not entry.kind.is_unanswered
    day = entry.received or entry.submitted
    return {
        "identifier": entry.identifier,
        "kind": entry.kind.value if entry.kind else None,
        "date": day.isoformat() if day else None,
        "subject": entry.subject,
        "askers": _askers(entry),
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

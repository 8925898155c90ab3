"""`kvtui links` and `kvtui wanted`: what refers to what in the library, and what of it is not there.

The graph goes out line by line; what is shown of one document is what the reader shows of it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from kvtui.cli import messages
from kvtui.cli.arguments import command_parser, count_argument, path_argument
from kvtui.cli.libraries import LibraryError, opened_library
from kvtui.cli.output import prepare_stdout, write
from kvtui.export.wrapping import wrap
from kvtui.library.catalogue import Catalogue, CatalogueError
from kvtui.library.catalogue.rows import storable
from kvtui.library.entries import Entry
from kvtui.library.links.citing import Citing, cited_by_others, citing_absent
from kvtui.library.links.graph import Piece, graph_of, to_dot, to_json, whole_graph
from kvtui.library.links.life_line import Event, life_line, name_of
from kvtui.library.links.targets import day_of, find, targets_of
from kvtui.library.links.wanted import Wanted, kind_words
from kvtui.library.links.wanted import wanted as wanted_of
from kvtui.library.links.wording import (
    count_words,
    day_words,
    entry_words,
    place_words,
    question_words,
)
from kvtui.library.naming import case_of
from kvtui.library.printable import printable
from kvtui.library.query.numbers import cited_identifiers, identifiers_of

_ABOUT_LINKS = (
    "Show what a document refers to, what refers to it, and what became of its questions. IDENTIFIER is its"
    " number in any form: ah-tk-20232024-1059, 2023-2024/1059, 2024Z01234, the address of its page; or"
    " the name of its file."
)
_LINKS_EXAMPLES = """\
examples:
  kvtui links 2023-2024/1059
  kvtui links ah-tk-20232024-1059 --dot | dot -Tsvg > links.svg
  kvtui links --all --json > graph.jsonl    one JSON object a line: {"type": "node"|"edge", …}
"""
_ABOUT_WANTED = (
    "List what the documents of the library refer to and the library doesn't have, the most cited first."
)
_WANTED_EXAMPLES = """\
examples:
  kvtui wanted --limit 20
  kvtui wanted --json | jq -r .url
"""
_INDENT = "    "

Line = tuple[str, str]
"""What stands before the words, and the words, which are wrapped behind it."""


def links(arguments: Sequence[str]) -> int:
    """Prints the links of a document or of the whole library; gives the exit code."""
    asked = _links_arguments(arguments)
    prepare_stdout()
    try:
        with opened_library(asked.path) as (_, catalogue):
            return _print_links(asked, catalogue)
    except (LibraryError, CatalogueError) as error:
        return messages.fail(str(error))


def wanted(arguments: Sequence[str]) -> int:
    """Prints what is cited and not in the library; gives the exit code."""
    asked = _wanted_arguments(arguments)
    prepare_stdout()
    form = _wanted_json if asked.json else _wanted_line
    try:
        with opened_library(asked.path) as (_, catalogue):
            for one in islice(wanted_of(catalogue), asked.limit):
                write(form(one))
    except (LibraryError, CatalogueError) as error:
        return messages.fail(str(error))
    return messages.OK


def _print_links(asked: argparse.Namespace, catalogue: Catalogue) -> int:
    if asked.all:
        return _print_graph(whole_graph(catalogue), asked.form)
    entry = _find(asked.identifier, catalogue)
    if entry is None:
        if asked.form == "text":
            _print_lines(_absent_lines(asked.identifier, catalogue))
        return messages.FAILURE
    if asked.form != "text":
        return _print_graph(graph_of(entry, catalogue), asked.form)
    _print_lines(_links_lines(entry, catalogue))
    return messages.OK


# Arguments


def _links_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = command_parser("kvtui links", _ABOUT_LINKS, _LINKS_EXAMPLES)
    parser.add_argument("identifier", metavar="IDENTIFIER", nargs="?", help="the number of a document")
    parser.add_argument("--all", action="store_true", help="the whole library, as a graph")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json", dest="form", action="store_const", const="json", help="nodes and edges, one a line"
    )
    form.add_argument("--dot", dest="form", action="store_const", const="dot", help="a graph for Graphviz")
    _add_path(parser)
    parser.set_defaults(form="text")
    asked = parser.parse_args(arguments)
    if asked.all and asked.identifier:
        parser.error("--all takes no IDENTIFIER")
    if asked.all and asked.form == "text":
        parser.error("--all needs --json or --dot")
    if not asked.all and not asked.identifier:
        parser.error("an IDENTIFIER is needed, or --all")
    return asked


def _wanted_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = command_parser("kvtui wanted", _ABOUT_WANTED, _WANTED_EXAMPLES)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--limit", metavar="N", type=count_argument, help="at most so many")
    _add_path(parser)
    return parser.parse_args(arguments)


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--path",
        metavar="PATH",
        type=path_argument,
        nargs="+",
        default=[],
        help="folders instead of the library",
    )


# One document


def _find(typed: str, catalogue: Catalogue) -> Entry | None:
    """The document of a number as it was typed; None, and it is said why, where there is none or several."""
    names = identifiers_of(typed) or (typed,)
    for name in names:
        itself = catalogue.find(name) if case_of(name) else None
        if itself is not None and itself.identifier == name:
            return itself  # cited they stand for their answer, typed for themselves
        if (entry := find(name, catalogue)) is not None:
            return entry
    of_number = catalogue.numbered(names)
    found = of_number or _of_file(typed, catalogue)
    if len(found) > 1:
        which = ", ".join(entry.identifier or str(entry.path) for entry in found[:5])
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        what = "number" if of_number else "file name"
        messages.say(f"{typed} is the {what} of {len(found)} documents: {which}{more}")
        return None
    if not found:
        messages.say(f"{typed} is not in the library")
    return found[0] if found else None


def _of_file(typed: str, catalogue: Catalogue) -> list[Entry]:
    """The document at a path, or those with that file name: a document without a number has no other name."""
    entry = catalogue.at(Path(os.path.abspath(typed)))
    if entry is not None:
        return [entry]
    return [
        entry for entry in catalogue.entries(catalogue.order(storable(typed))) if entry.file_name == typed
    ]


def _links_lines(entry: Entry, catalogue: Catalogue) -> Iterator[Line]:
    yield "", f"{entry.known_as} · {entry_words(entry)}"
    if entry.subject:
        yield "", entry.subject
    yield "", printable(str(entry.path))
    events = life_line(entry, catalogue).events
    if events:
        yield from _heading("Life line")
        yield from map(_event_line, events)
    out = list(targets_of(catalogue.citations_from(entry.file), day_of(entry), catalogue))
    yield from _heading(
        f"Refers to others in {count_words(len(out), 'place')}" if out else "Refers to nothing"
    )
    for citation, target in out:
        words = target.words if target.identifier else f"{citation.text}: {target.words}"
        yield "  ", f"{place_words(citation)}: {words}"
    citings = cited_by_others(entry, catalogue).everything
    yield from _heading(f"Cited in {count_words(len(citings), 'place')}" if citings else "Cited nowhere")
    yield from _citing_lines(citings)


def _absent_lines(typed: str, catalogue: Catalogue) -> Iterator[Line]:
    """Who cites a publication that is not in the library; nothing for a number without a year."""
    names = cited_identifiers(typed)
    citings = citing_absent(names[0], catalogue) if len(names) == 1 else ()
    if citings:
        yield "", f"Cited in {count_words(len(citings), 'place')}"
        yield from _citing_lines(citings)


def _citing_lines(citings: Iterable[Citing]) -> Iterator[Line]:
    for citing, citation in citings:
        which = f" on {question_words(citation.questions)}" if citation.questions else ""
        what = f"{citing.known_as}, {place_words(citation)}{which}"
        yield "  ", f"{what} · {entry_words(citing)}"


def _heading(words: str) -> Iterator[Line]:
    yield "", ""
    yield "", words


def _event_line(event: Event) -> Line:
    """`> 16 Feb 2099    +18 d  answer by Minister Veenstra · ah-tk-20982099-1059`."""
    day = day_words(event.day) if event.day else ""
    days = "" if event.days is None else f"+{event.days} d"
    mark = ">" if event.is_here else " "
    return f"{mark} {day:>11} {days:>8}  ", " · ".join(filter(None, (event.words, name_of(event))))


def _print_lines(lines: Iterable[Line]) -> None:
    width = shutil.get_terminal_size((80, 24)).columns
    for lead, words in lines:
        indent = " " * len(lead) or _INDENT
        wrapped = wrap(printable(words), width, indent=indent, first=lead) or [""]
        write("".join(f"{line}\n" for line in wrapped))


def _print_graph(pieces: Iterable[Piece], form: str) -> int:
    for line in to_dot(pieces) if form == "dot" else map(to_json, pieces):
        write(line)
    return messages.OK


# What is wanted


def _wanted_line(one: Wanted) -> str:
    documents = count_words(one.documents, "document")
    return f"{one.times:>6}×  {one.identifier}  ({kind_words(one)}, in {documents})\n"


def _wanted_json(one: Wanted) -> str:
    value = {
        "identifier": one.identifier,
        "kind": one.kind,
        "times": one.times,
        "documents": one.documents,
        "url": one.url,
    }
    return json.dumps(value) + "\n"

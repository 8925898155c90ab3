"""`kvtui search`: asks the library what it has of a query; `search_text` and `search_rows` print it.

Ends as grep does: 0 where something was found, 1 where nothing was, 2 where the question was wrong or
could not be answered.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kvtui.cli import messages
from kvtui.cli.arguments import command_parser, count_argument, path_argument
from kvtui.cli.completeness import unread_words
from kvtui.cli.libraries import LibraryError, make_anew, opened_library
from kvtui.cli.output import prepare_stdout
from kvtui.cli.search_rows import print_rows
from kvtui.cli.search_text import print_text
from kvtui.export.wrapping import wrap
from kvtui.library.catalogue import CatalogueError
from kvtui.library.index.opening import has_index
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import Query
from kvtui.library.search.paging import first_page
from kvtui.library.search.results import DamagedError, Order, Results, SearchError
from kvtui.library.search.searching import Searcher, open_searcher

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


def run(arguments: Sequence[str]) -> int:
    """Searches as the arguments ask; gives the exit code. Raises SystemExit for help and wrong use."""
    asked = _arguments(arguments)
    prepare_stdout()
    query = read_query(" ".join(asked.query))
    try:
        with opened_library(asked.path) as (collection, catalogue):
            unread = unread_words(catalogue)
            if unread and not has_index(collection.folder) and not catalogue.has_read():
                return messages.fail(f"{unread}; kvtui refresh reads them", _TROUBLE)
            searcher = open_searcher(collection.folder, catalogue)
            try:
                first = _first_hits(searcher, query, asked)
            except DamagedError:
                if asked.path:  # it was made just now
                    raise
                make_anew(collection)
                unread, searcher = unread_words(catalogue), open_searcher(collection.folder, catalogue)
                first = _first_hits(searcher, query, asked)
            if unread:
                messages.say(f"{unread}: what is found is not all")
            if asked.form == "text":
                is_found = print_text(searcher, first, asked.order, asked.limit)
            else:
                is_found = print_rows(searcher, first, asked.order, asked.limit, asked.form)
            return messages.OK if is_found else _NOTHING
    except LibraryError as error:
        return messages.fail(str(error), _TROUBLE)
    except (CatalogueError, SearchError) as error:
        return messages.fail(f"{error}{'' if asked.path else '; kvtui refresh makes it anew'}", _TROUBLE)


def _first_hits(searcher: Searcher, query: Query, asked: argparse.Namespace) -> Results:
    """The first page, with the texts that are printed first read. Raises `SearchError`."""
    first = first_page(searcher, query, asked.order, asked.limit)
    first.fetch_shown(_SHOWN)
    return first


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
    if asked.form == "text":
        asked.limit = asked.limit or _SHOWN
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

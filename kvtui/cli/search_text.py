"""What `kvtui search` prints for people: how the query was read, and the hits with their words in bold."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from kvtui.cli.completeness import say_without_forms
from kvtui.cli.output import is_terminal, write
from kvtui.export.wrapping import wrap
from kvtui.library.entries import Entry
from kvtui.library.links.wording import count_words
from kvtui.library.printable import printable
from kvtui.library.query.wording import query_words
from kvtui.library.search.paging import all_hits
from kvtui.library.search.results import Counts, Excerpt, Hit, Order, Results, Shown
from kvtui.library.search.searching import Searcher
from kvtui.model import TextPart

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


def print_text(searcher: Searcher, results: Results, order: Order, limit: int) -> bool:
    """Prints how the query was read and the first hits, of which `results` is the first page.

    Gives whether there are any. Raises `SearchError`.
    """
    say_without_forms(results)
    width = shutil.get_terminal_size((80, 24)).columns
    stressed = is_terminal(sys.stdout)
    counts = searcher.count(results.query)
    for line in _told(results, counts):
        write("".join(f"{each}\n" for each in wrap(line, width)))
    printed, file = 0, None
    for hit in all_hits(searcher, results, order, limit):
        head = () if file == hit.file else _head_lines(hit, width)
        write("".join(f"{line}\n" for line in ("", *head, *_hit_lines(hit, width, stressed))))
        printed, file = printed + 1, hit.file
    left = counts.hits - printed
    if printed and left:
        write(f"\n{left} more: --limit {counts.hits} shows all\n")
    return bool(counts.hits or results.numbered)


def _told(results: Results, counts: Counts) -> Iterator[str]:
    """How the query was read, how much was found, and what to try instead."""
    yield f"Searched: {query_words(results.query) or 'nothing'}"
    about = "about " if counts.documents.is_estimate else ""
    hits, files = count_words(counts.hits, "hit"), count_words(counts.documents.count, "document")
    nothing = "Nothing found so far" if results.unread else "Nothing found"
    of_number = f"{count_words(len(results.numbered), 'document')} of that number" if results.numbered else ""
    in_texts = f"{hits} in {about}{files}" if counts.hits else ""
    yield " and ".join(filter(None, (of_number, in_texts))) or nothing
    for typed, nearest in results.suggestions:
        yield f"{typed} is in no document: did you mean {nearest}?"
    for entry in results.numbered:
        yield f"Of that number: {_entry_words(entry)} · {printable(str(entry.path))}"


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
    named = entry.known_as
    return " · ".join(
        filter(
            None, (named, day.isoformat() if day else "", ", ".join(asker.named for asker in entry.askers))
        )
    )


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

"""`kvtui bookmarks`: prints the bookmarks."""

from __future__ import annotations

import shutil
import sys

from kvtui.cli import messages
from kvtui.cli.output import is_terminal, prepare_stdout, write
from kvtui.export.wrapping import wrap
from kvtui.library.printable import printable
from kvtui.model import TextPart
from kvtui.userdata.bookmarks import Bookmark, list_bookmarks
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import database_file
from kvtui.userdata.places import Place

_INDENT = "    "
_PART_WORDS = {
    TextPart.HEADER: "header",
    TextPart.QUESTION: "question",
    TextPart.ANSWER: "answer to question",
    TextPart.NOTE: "explanatory note",
    TextPart.FOOTNOTE: "footnote",
    TextPart.NOTICE: "notice",
}


def print_bookmarks(*, as_json: bool) -> int:
    """Prints all bookmarks, the newest first: as text, or one JSON object a line."""
    prepare_stdout()
    database = open_database(database_file())
    bookmarks = list_bookmarks(database)
    database.close()
    for notice in database.take_notices():
        messages.say(notice)
    form = _json if as_json else _text
    write("".join(form(bookmark) for bookmark in bookmarks))
    if not bookmarks and not as_json and is_terminal(sys.stdout):
        write("No bookmarks yet: press b in kvtui to make one.\n")
    return messages.OK


def _text(bookmark: Bookmark) -> str:
    day = bookmark.created.astimezone().strftime("%Y-%m-%d %H:%M")
    lines = [f"{day}  {_where(bookmark.place)}", bookmark.title, bookmark.excerpt]
    if bookmark.note:
        lines.append(f"note: {bookmark.note}")
    if bookmark.place.path:
        lines.append(f"file: {bookmark.place.path}")
    width = shutil.get_terminal_size((80, 24)).columns
    wrapped = [wrap(printable(line), width, indent=_INDENT) for line in lines[1:]]
    return "\n".join([printable(lines[0]), *(line for block in wrapped for line in block)]) + "\n"


def _where(place: Place) -> str:
    """`ah-tk-20232024-1059, question 3`."""
    name = place.identifier or "document without number"
    if place.part is None:
        return name
    number = "" if place.number is None else f" {place.number}"
    return f"{name}, {_PART_WORDS[place.part]}{number}"


def _json(bookmark: Bookmark) -> str:
    import json

    place = bookmark.place
    return (
        json.dumps(
            {
                "id": bookmark.id,
                "created": bookmark.created.isoformat(),
                "identifier": place.identifier,
                "part": place.part,
                "number": place.number,
                "paragraph": place.paragraph,
                "offset": place.offset,
                "title": bookmark.title,
                "excerpt": bookmark.excerpt,
                "note": bookmark.note,
                "path": None if place.path is None else printable(place.path),
            }
        )
        + "\n"
    )

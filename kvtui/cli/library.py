"""`kvtui add`, `remove`, `refresh` and `library`: the library's roots, and what is in it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from kvtui.cli import messages
from kvtui.cli.arguments import command_parser, path_argument
from kvtui.cli.indexing import keep_up_to_date, remove_former
from kvtui.cli.libraries import LibraryError, usable_main_collection
from kvtui.cli.library_roots import library_roots, save_roots
from kvtui.cli.output import prepare_stdout, write
from kvtui.library.catalogue import Catalogue, CatalogueError, Dimension, open_catalogue
from kvtui.library.catalogue.several import InSeveral
from kvtui.library.entries import Entry
from kvtui.library.links.wording import count_words
from kvtui.library.printable import printable
from kvtui.userdata.roots import RootsError

_MOST_LISTED = 20
_EMPTY = "the library is empty; put a folder of documents into it with kvtui add PATH"


def add(arguments: Sequence[str]) -> int:
    """`kvtui add PATH…`: puts folders and documents into the library and reads them; gives the exit code."""
    about = (
        "Add folders, zip archives or documents to the library and read them. Folders stay watched: new,"
        " changed and gone files are noticed at each start, and by kvtui refresh."
    )
    parser = command_parser("kvtui add", about, "")
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=path_argument, help="a folder, archive or document"
    )
    paths = [_absolute(path) for path in parser.parse_args(arguments).paths]
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        return messages.fail(f"{missing[0]}: does not exist; check the name")
    try:
        known = library_roots()
        for path in paths:
            _say_where_it_is(path, known)
        new = [path for path in paths if path not in known]
        if new:
            save_roots(added=new)
        return keep_up_to_date(library_roots())
    except RootsError as error:
        return messages.fail(str(error))


def remove(arguments: Sequence[str]) -> int:
    """`kvtui remove PATH…`: takes roots out of the library, no file from the disk; gives the exit code."""
    about = "Take folders or documents out of the library. The files themselves stay where they are."
    parser = command_parser("kvtui remove", about, "kvtui library tells which there are.")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=path_argument, help="as it was added")
    paths = [_absolute(path) for path in parser.parse_args(arguments).paths]
    try:
        return _remove(paths)
    except RootsError as error:
        return messages.fail(str(error))


def _remove(paths: Sequence[Path]) -> int:
    known = library_roots()
    strangers = [path for path in paths if path not in known]
    for path in strangers:
        above = next((root for root in known if root in path.parents), None)
        what = f"it lies in {above}, which can be removed as a whole" if above else "see kvtui library"
        messages.say(f"{path}: was not added to the library; {what}")
    chosen = [path for path in paths if path in known]
    if chosen:
        save_roots(removed=chosen)
        left = library_roots()
        code = remove_former(left)
        if code == messages.OK and left:
            code = keep_up_to_date(left)  # what is in two roots, also by a link, counted as one's alone
        if code != messages.OK:
            return code
    return messages.FAILURE if strangers else messages.OK


def refresh(arguments: Sequence[str]) -> int:
    """`kvtui refresh`: looks for new, changed and gone files, tries failed ones again."""
    about = "Look for new, changed and gone files in the library's folders; try again what could not be read."
    command_parser("kvtui refresh", about, "").parse_args(arguments)
    try:
        known = library_roots()
    except RootsError as error:
        return messages.fail(str(error))
    if not known:
        return messages.fail(_EMPTY)
    return keep_up_to_date(known, again=True)


def library(arguments: Sequence[str]) -> int:
    """`kvtui library`: tells what is in the library; gives the exit code."""
    parser = command_parser("kvtui library", "Tell what is in the library.", "")
    parser.add_argument("--json", action="store_true", help="all of it as one JSON object")
    as_json = parser.parse_args(arguments).json
    prepare_stdout()
    try:
        known = library_roots()
        with usable_main_collection() as collection:
            facts = _facts_in(collection.folder, known, None if as_json else _MOST_LISTED)
    except (RootsError, LibraryError) as error:
        return messages.fail(str(error))
    except CatalogueError as error:
        return messages.fail(f"{error}; make it with kvtui refresh" if known else _EMPTY)
    write(json.dumps(facts) + "\n" if as_json else _text(facts))
    return messages.OK


def _facts_in(folder: Path, known: Sequence[Path], most: int | None) -> dict[str, Any]:
    with closing(open_catalogue(folder)) as catalogue:
        return _facts(catalogue, known, folder, most)


def _facts(catalogue: Catalogue, known: Sequence[Path], folder: Path, most: int | None) -> dict[str, Any]:
    """All that is told, as JSON has it; at most so many of the documents in several files."""
    state = catalogue.state()
    seen = {root.path: root for root in catalogue.roots()}
    return {
        "documents": state.documents,
        "files": state.files,
        "unread": state.unread,
        "failed": state.failed,
        "bytes": state.bytes,
        "index_bytes": _size_of(folder),
        "index_folder": printable(str(folder)),
        "refreshed": state.refreshed and state.refreshed.isoformat(timespec="seconds"),
        "kinds": dict(catalogue.values(Dimension.KIND)),
        "sessions": {year or "none": count for year, count in catalogue.values(Dimension.SESSION)},
        "formats": dict(catalogue.values(Dimension.FORMAT)),
        "roots": [
            {
                "path": printable(str(path)),
                "documents": seen[path].documents if path in seen else 0,
                "files": seen[path].files if path in seen else 0,
                "problem": printable(seen[path].problem or "") or None
                if path in seen
                else "not looked at yet",
            }
            for path in known
        ],
        "in_several_files": catalogue.count_in_several_files(),
        "several": [_several(document) for document in catalogue.in_several_files(most)],
        "failures": [_failure(entry) for entry in catalogue.failures()],
    }


def _several(document: InSeveral) -> dict[str, Any]:
    """The identifier, the file that is read, and the others."""
    return {
        "identifier": document.identifier,
        "path": printable(str(document.path)),
        "others": [printable(str(path)) for path in document.others],
    }


def _failure(entry: Entry) -> dict[str, str]:
    return {"path": printable(str(entry.path)), "reason": entry.reason}


def _text(facts: dict[str, Any]) -> str:
    """The same in aligned columns."""
    when = (facts["refreshed"] or "never to the end").replace("T", " ").replace("+00:00", " UTC")
    documents, files = count_words(facts["documents"], "document"), count_words(facts["files"], "file")
    lines = [
        f"{documents} in {files}, {_bytes(facts['bytes'])}",
        f"index      {_bytes(facts['index_bytes'])} in {facts['index_folder']}",
        f"refreshed  {when}",
    ]
    if facts["unread"]:
        lines.append(f"unread     {count_words(facts['unread'], 'file')}; kvtui refresh reads them")
    lines += ["", "folders"]
    lines += _columns([(f"{root['documents']:,}", _root_words(root)) for root in facts["roots"]])
    for head, key in (("by kind", "kinds"), ("by session year", "sessions"), ("by format", "formats")):
        if facts[key]:
            lines += ["", head, *_columns([(f"{count:,}", value) for value, count in facts[key].items()])]
    if several := facts["in_several_files"]:
        lines += ["", f"in several files, of which the first is read: {count_words(several, 'document')}"]
        lines += [line for one in facts["several"] for line in _files_of(one)]
        lines += _more(several - len(facts["several"]))
    if failures := facts["failures"]:
        lines += ["", f"could not be read: {count_words(facts['failed'], 'file')}"]
        lines += [f"  {one['path']}: {one['reason']}" for one in failures[:_MOST_LISTED]]
        lines += _more(len(failures) - _MOST_LISTED)
    return "\n".join(lines) + "\n"


def _files_of(document: dict[str, Any]) -> list[str]:
    return [f"  {document['path']}", *(f"    {path}" for path in document["others"])]


def _more(count: int) -> list[str]:
    return [f"  and {count:,} more; kvtui library --json tells all"] if count > 0 else []


def _root_words(root: dict[str, Any]) -> str:
    path, problem = str(root["path"]), root["problem"]
    return f"{path}  ({problem.removeprefix(f'{path}: ')})" if problem else path


def _columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(number) for number, _ in rows), default=0)
    return [f"  {number:>{width}}  {words}" for number, words in rows]


def _say_where_it_is(path: Path, known: Sequence[Path]) -> None:
    """What is to be said of a path that is in the library already, or holds what is."""
    if path in known:
        messages.say(f"{path}: is in the library already; it is looked through again")
    elif above := next((root for root in known if root in path.parents), None):
        messages.say(f"{path}: is in the library already, as a part of {above}")
    elif below := [root for root in known if path in root.parents]:
        messages.say(f"{path}: holds {below[0]}, which is in the library already; each document counts once")


def _absolute(path: Path) -> Path:
    """The path from the root of the file system, without "..", links as they are."""
    return Path(os.path.abspath(path))


def _size_of(folder: Path) -> int:
    """Bytes of all files in a folder and below it."""
    size = 0
    for above, _, names in os.walk(folder):
        for name in names:
            try:
                size += os.lstat(os.path.join(above, name)).st_size
            except OSError:  # a merge took it away
                continue
    return size


def _bytes(size: float) -> str:
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:,.0f} {unit}" if unit == "B" else f"{size:,.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} GB"

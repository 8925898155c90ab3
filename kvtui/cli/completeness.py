"""What is said where a search cannot find all: of files that are not read yet, of unknown forms."""

from __future__ import annotations

from kvtui.cli import messages
from kvtui.library.catalogue import Catalogue
from kvtui.library.search.results import Results


def unread_words(catalogue: Catalogue) -> str:
    """`1,200 of 1,500 files are not read yet`; empty where all are. Raises `CatalogueError`."""
    unread = catalogue.count_unread()
    if not unread:
        return ""
    files = catalogue.state().files
    verb = "is" if unread == 1 else "are"
    return f"{unread:,} of {files:,} file{'' if files == 1 else 's'} {verb} not read yet"


def say_without_forms(results: Results) -> None:
    """That words stood for themselves, where the list of their forms is missing or damaged."""
    if not results.has_forms:
        messages.say("words were looked for only as they are typed; kvtui refresh brings back their forms")

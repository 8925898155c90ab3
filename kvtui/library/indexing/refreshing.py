"""Brings a library up to date: the one way in for whoever wants that done.

What is damaged or of another version is thrown away and made anew here; readers have what they had until
the new one is there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kvtui.library.catalogue.opening import (
    CatalogueError,
    MissingCatalogueError,
    UnusableCatalogueError,
    catalogue_file,
)
from kvtui.library.catalogue.writing import CatalogueWriter, make_anew, open_to_write
from kvtui.library.collection import Collection
from kvtui.library.index.opening import (
    DamagedIndexError,
    MissingIndexError,
    OtherVersionError,
    TextIndexError,
    check_index,
    discard_index,
    is_damage,
    mark_damaged,
)
from kvtui.library.index.vocabulary import Vocabulary
from kvtui.library.indexing.applying import look_for_changes
from kvtui.library.indexing.filling import Filling
from kvtui.library.indexing.locking import locked
from kvtui.library.indexing.progress import IndexingError, Outcome, Progress, Report, Stage
from kvtui.library.indexing.stores import open_stores
from kvtui.library.indexing.workers import process_count


def refresh(
    collection: Collection,
    report: Report,
    stop: Callable[[], bool] = lambda: False,
    processes: int | None = None,
) -> Outcome:
    """Finds new, changed and gone files by size and time, reads them and writes catalogue and index.

    Reports while it works, in the thread that calls. Ends soon after `stop()` is true, with what was
    read so far committed. `processes` are those that read; all processors without it.

    Raises:
        IndexingError: the library cannot be written; what was committed last is there.
    """
    with locked(collection.folder, report, stop) as is_ours, _told_as_indexing_errors():
        if not is_ours:
            return Outcome(0, 0, 0, 0.0, stopped=True)
        try:
            return _refresh(collection, report, stop, processes or process_count())
        except UnusableCatalogueError as error:
            _begin_anew(collection)
            _tell_made_anew(str(error), report)
        except TextIndexError as error:
            if not (isinstance(error, DamagedIndexError) or is_damage(error.__cause__)):
                raise
            mark_damaged(collection.folder)  # and told of when it is looked at again
        return _refresh(collection, report, stop, processes or process_count())


def try_failed_again(collection: Collection, report: Report, stop: Callable[[], bool]) -> None:
    """Lets the next refresh read again what could not be read. Raises `IndexingError`."""
    with locked(collection.folder, report, stop) as is_ours, _told_as_indexing_errors():
        if not is_ours:
            return
        try:
            with open_to_write(collection.folder) as catalogue:
                catalogue.mark_failed_changed()
                catalogue.save()
        except (MissingCatalogueError, UnusableCatalogueError):
            return  # everything will be read


def _refresh(collection: Collection, report: Report, stop: Callable[[], bool], processes: int) -> Outcome:
    started = time.monotonic()
    if catalogue_file(collection.folder) is None:
        _begin_anew(collection)
    with open_to_write(collection.folder) as catalogue, open_stores(collection.folder, catalogue) as stores:
        _check_index(collection, catalogue, report)
        if not catalogue.is_of_this_version():
            catalogue.mark_all_changed()
            catalogue.commit()
            report(Progress(Stage.TOLD, words="kvtui is of another version: all documents are read again"))
        gone, problems = look_for_changes(catalogue, collection.roots, report, stop)
        filling = Filling(collection.folder, stores, report, stop)
        stores.note_leftovers()
        filling.fill(processes)
        stores.settle()
        stopped = stop()
        if not stopped:
            filling.words()
            catalogue.finish()
        catalogue.save()
        seconds = time.monotonic() - started
        report(Progress(Stage.FINISHED, filling.read, filling.total, filling.failed, seconds))
        return Outcome(filling.read, filling.failed, gone, seconds, stopped, problems)


def _begin_anew(collection: Collection) -> None:
    """An empty catalogue, and no index: its records go by the numbers of the old one."""
    make_anew(collection.folder)
    discard_index(collection.folder)


def _check_index(collection: Collection, catalogue: CatalogueWriter, report: Report) -> None:
    """Has everything read again where the index cannot be used."""
    problem = ""
    try:
        check_index(collection.folder)
        if Vocabulary(collection.folder).commit is None:  # gathered again at the end
            report(Progress(Stage.TOLD, words="The list of words cannot be used and is made anew."))
        return
    except MissingIndexError:
        pass
    except (OtherVersionError, DamagedIndexError) as error:
        discard_index(collection.folder)
        problem = str(error)
    if catalogue.rows("SELECT 1 FROM files WHERE state = 1 LIMIT 1"):
        catalogue.mark_all_changed()
        catalogue.commit()
        problem = problem or "the index is gone"
    if problem:
        _tell_made_anew(problem, report)


def _tell_made_anew(problem: str, report: Report) -> None:
    """`The index is damaged and is made anew from the documents.`"""
    words = f"{problem[0].upper()}{problem[1:]} and is made anew from the documents."
    report(Progress(Stage.TOLD, words=words))


@contextmanager
def _told_as_indexing_errors() -> Iterator[None]:
    try:
        yield
    except (CatalogueError, TextIndexError) as error:
        raise IndexingError(str(error)) from error
    except OSError as error:
        raise IndexingError(f"the library cannot be written: {error.strerror or error}") from error

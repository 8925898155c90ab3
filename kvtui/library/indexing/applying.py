"""Brings the catalogue to what a walk through the roots sees: new, changed and gone files.

Nothing is read here: new and changed files are unread afterwards.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from kvtui.library.catalogue.rows import is_under
from kvtui.library.catalogue.writing import CatalogueWriter
from kvtui.library.indexing.looking import Changed, Look, RootSeen
from kvtui.library.indexing.progress import Progress, Report, Stage
from kvtui.library.indexing.snapshots import changed_documents, documents_in, listing_of

_SECONDS: Final = 0.5  # between two commits while there is still more to find


def look_for_changes(
    catalogue: CatalogueWriter, roots: Sequence[Path], report: Report, stop: Callable[[], bool]
) -> tuple[int, tuple[str, ...]]:
    """Notes what is new, changed and gone, and commits it; gives how many are gone, and what is closed.

    What is under a root or folder that cannot be opened stays as it was.
    """
    known = catalogue.folders()
    before = {path: (device, problem) for path, device, problem in catalogue.rows("SELECT * FROM roots")}
    look = Look(known, {path: device for path, (device, _) in before.items()})
    gone = 0
    is_new = False
    committed = time.monotonic()
    report(Progress(Stage.LOOKING))
    for changed in look.changes(roots, stop):
        old = known.get(changed.path)
        if changed.problem is not None and old is not None and old.problem == changed.problem:
            continue
        gone += _apply(catalogue, changed, report)
        is_new = True
        if time.monotonic() - committed > _SECONDS:
            catalogue.commit()
            committed = time.monotonic()
            report(Progress(Stage.COMMITTED, done=look.files))
    if not stop():
        folders = look.gone()
        gone += catalogue.drop_folders(folders)
        told = [root.problem for root in look.roots if root.problem] + look.problems
        for root in look.roots:
            _tell(root, before.get(root.path, (None, None))[1], report)
        now = {root.path: (root.device, root.problem) for root in look.roots}
        if now != before:
            catalogue.put_roots((path, *values) for path, values in now.items())
        is_new = is_new or bool(folders) or now != before
    else:
        told = []
    if is_new:
        catalogue.commit()
        report(Progress(Stage.COMMITTED, done=look.files))
    return gone, tuple(told)


def drop_outside(catalogue: CatalogueWriter, roots: Sequence[bytes]) -> int:
    """Takes away what is under none of the roots; gives how many files. Looks at no disk."""
    outside = [
        folder.number
        for path, folder in catalogue.folders().items()
        if not any(is_under(path, root) for root in roots)
    ]
    gone = catalogue.drop_folders(outside)
    kept = [row for row in catalogue.rows("SELECT * FROM roots") if row[0] in roots]
    catalogue.put_roots(kept)
    return gone


def _apply(catalogue: CatalogueWriter, changed: Changed, report: Report) -> int:
    """Notes one folder; gives how many files of it are gone."""
    if changed.problem is not None:
        catalogue.put_unreadable(changed.path, changed.problem)
        report(Progress(Stage.TOLD, words=changed.problem))
        return 0
    folder = catalogue.put_folder(changed.path, changed.stamp, changed.snapshot)
    if changed.is_file:
        documents = {b"": changed.listing.numbers[0]} if changed.listing.names[:1] == [b""] else {}
        differing = set(documents)
    else:
        documents = documents_in(changed.listing)
        differing = changed_documents(listing_of(changed.old), changed.listing)
    there = catalogue.files_in(folder)
    if not changed.is_file and b"" in there:  # the row that said that it cannot be looked through
        catalogue.drop_files([there.pop(b"")])
    catalogue.add_files(
        folder, changed.path, [(name, size) for name, size in documents.items() if name not in there]
    )
    catalogue.mark_changed((there[name], documents[name]) for name in differing & there.keys())
    return catalogue.drop_files([file for name, file in there.items() if name not in documents])


def _tell(root: RootSeen, before: str | None, report: Report) -> None:
    """Tells once of a root that cannot be opened."""
    if root.problem and not before:
        words = f"{root.problem}; what was known of it stays until you take it out with kvtui remove"
        report(Progress(Stage.TOLD, words=words))

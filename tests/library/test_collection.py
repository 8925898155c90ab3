"""Where a library is kept: one folder for each set of roots, and somewhere else where that cannot be."""

from __future__ import annotations

import os
import time
from pathlib import Path

from kvtui.library.collection import (
    collection_of,
    discard_temporary,
    discard_unused,
    folder_of,
    main_collection,
)

DAY = 24 * 3600


def test_the_same_paths_have_the_same_library_in_whatever_order(tmp_path: Path) -> None:
    one, other = tmp_path / "een", tmp_path / "twee"
    there = collection_of([one, other], tmp_path / "cache")
    assert there.folder == collection_of([other, one, other], tmp_path / "cache").folder
    assert there.folder != collection_of([one], tmp_path / "cache").folder
    assert there.folder == folder_of([one, other], tmp_path / "cache")
    assert there.folder.is_dir()
    assert there.notice == ""


def test_the_main_library_keeps_its_place_whatever_its_roots(tmp_path: Path) -> None:
    empty, full = main_collection([], tmp_path), main_collection([tmp_path / "een"], tmp_path)
    assert empty.folder == full.folder
    assert full.is_main


def test_where_the_cache_cannot_be_made_a_temporary_folder_serves_and_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in de weg", "utf-8")
    there = collection_of([tmp_path / "een"], tmp_path / "cache")
    assert there.folder.is_dir()
    assert "cannot be written" in there.notice
    discard_temporary(there)
    assert not there.folder.exists()


def test_a_library_in_the_cache_is_not_thrown_away_with_the_temporary_ones(tmp_path: Path) -> None:
    there = collection_of([tmp_path / "een"], tmp_path / "cache")
    discard_temporary(there)
    assert there.folder.is_dir()


def test_what_was_not_opened_for_a_season_is_thrown_away_but_never_the_main_library(tmp_path: Path) -> None:
    old = collection_of([tmp_path / "oud"], tmp_path)
    new = collection_of([tmp_path / "nieuw"], tmp_path)
    main = main_collection([], tmp_path)
    long_ago = time.time() - 100 * DAY
    for collection in (old, main):
        os.utime(collection.folder, (long_ago, long_ago))
    discard_unused(tmp_path)
    assert [there.folder.exists() for there in (old, new, main)] == [False, True, True]


def test_opening_a_library_keeps_it_for_another_season(tmp_path: Path) -> None:
    old = collection_of([tmp_path / "oud"], tmp_path)
    long_ago = time.time() - 100 * DAY
    os.utime(old.folder, (long_ago, long_ago))
    collection_of([tmp_path / "oud"], tmp_path)
    discard_unused(tmp_path)
    assert old.folder.exists()

"""What the screen does with the database of what the reader made, when it is the first to open it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.library.collection import main_collection
from kvtui.library.indexing.refreshing import refresh
from kvtui.tui.desk import Desk
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import glance_at_roots
from tests.tui.texts import pairs, published


@pytest.mark.parametrize("is_damaged", [True, False], ids=["damaged", "gone"])
def test_the_roots_of_a_lost_database_are_taken_over_from_the_library(
    tmp_path: Path, is_damaged: bool
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    published(folder, 500, pairs(("Vaart de pont?", "Ja.")))
    refresh(main_collection([folder], cache_dir()), lambda progress: None)
    if is_damaged:
        database_file().write_bytes(b"no database\n" * 1000)
    told: list[str] = []
    desk = Desk(told.append)
    assert desk.bookmarks() == ()
    desk.close()
    assert glance_at_roots(database_file()) == (folder,)
    assert [words for words in told if "was damaged" in words] == told[: int(is_damaged)]
    assert told[int(is_damaged) :] == [
        f"The library's folders are taken over from the library as it was made last: {folder}"
    ]

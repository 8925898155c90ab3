"""Whatever happens to the indexer, its files and its disk: the library opens, and a refresh completes it."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, suppress

import pytest

from kvtui.library.catalogue import CatalogueError, open_catalogue
from kvtui.library.catalogue.opening import catalogue_file
from kvtui.library.index.opening import index_folder
from kvtui.library.indexing import workers
from kvtui.library.indexing.background import background_refresh
from kvtui.library.indexing.few import FEW
from kvtui.library.indexing.locking import locked
from kvtui.library.indexing.progress import IndexingError, Progress, Stage
from kvtui.library.indexing.refreshing import refresh
from kvtui.library.processes import kill_with_children, python_process
from tests.library.indexing.making import Library, answer, changed, name, write_answer

HERE = "tests.library.indexing.indexer"


def fill(library: Library, count: int) -> None:
    for number in range(1, count + 1):
        write_answer(library.docs / str(number % 3), number)


def identifiers(count: int) -> list[str]:
    return sorted(f"ah-tk-20982099-{number}" for number in range(1, count + 1))


def indexer(library: Library, *arguments: str) -> subprocess.Popen[bytes]:
    return python_process(HERE, str(library.docs), str(library.collection.folder), *arguments)


def test_a_kill_at_any_moment_loses_nothing_that_a_refresh_does_not_bring_back(library: Library) -> None:
    chance = random.Random(20982099)
    count = 60
    fill(library, count)
    before = 0
    for turn in range(50):
        for number in chance.sample(range(1, count + 1), 15):
            path = library.docs / str(number % 3) / name(number)
            changed(path, answer(number, subject=f"de sluis {turn}"))
        process = indexer(library, *(["alone"] if turn % 5 else []))  # or with processes that read
        assert process.stdout is not None
        for _ in range(chance.randrange(12)):  # a moment: after so many reports, and a little later
            process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.random() * 0.05)
        kill_with_children(process)
        process.wait()
        process.stdout.close()
        with suppress(CatalogueError), closing(library.open()) as catalogue:  # none yet, or a sound one
            state = catalogue.state()
            assert state.files in (0, count)
            assert len(catalogue.entries(catalogue.order())) == state.files
            before = max(before, state.read)
    assert before
    library.refresh(2)
    assert library.names() == identifiers(count)
    library.check()


def test_two_indexers_at_once_wait_for_each_other(library: Library) -> None:
    fill(library, 30)
    processes = [indexer(library) for _ in range(2)]
    outputs = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    read = [int(output.splitlines()[-1].split()[-1]) for output in outputs]
    assert sorted(read) == [0, 30]
    assert library.names() == identifiers(30)
    library.check()


def test_an_indexer_that_waits_says_so_once_and_can_be_stopped(library: Library) -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 2

    with locked(library.collection.folder, library.told.append, lambda: False) as is_ours:
        assert is_ours
        outcome = refresh(library.collection, library.told.append, stop)
    assert outcome.stopped
    assert [progress.stage for progress in library.told] == [Stage.WAITING]


def test_files_that_go_and_change_while_it_reads_are_right_after_the_next_refresh(library: Library) -> None:
    fill(library, 30)
    done: list[bool] = []

    def meddle(progress: Progress) -> None:
        if progress.stage is Stage.READING and not done:
            done.append(True)
            for number in (1, 2, 3):
                (library.docs / str(number % 3) / name(number)).unlink()
            (library.docs / "1" / name(4)).rename(library.docs / "brief.txt")
            changed(library.docs / "2" / name(5), answer(5, subject="het gemaal"))

    outcome = refresh(library.collection, meddle, lambda: False, 2)
    assert outcome.failed == 0
    assert {f"ah-tk-20982099-{number}" for number in range(5, 31)} <= set(library.names())
    write_answer(library.docs / "1", 1)
    library.refresh()
    assert library.entry(5).subject == "het gemaal"
    assert len(library.names()) == 28
    assert library.entry(1).path.exists()
    library.check()


def test_a_folder_that_comes_back_as_it_was_is_found_again(library: Library) -> None:
    fill(library, 12)
    away = library.docs.with_name("away")

    def unplug(progress: Progress) -> None:
        if progress.stage is Stage.READING and library.docs.exists():
            library.docs.rename(away)

    refresh(library.collection, unplug, lambda: False, 1)
    away.rename(library.docs)
    library.refresh()
    assert library.names() == identifiers(12)
    library.check()


@pytest.mark.parametrize("size", [4_000, 40_000, 150_000])
def test_a_full_disk_is_told_in_one_line_and_leaves_the_last_commit(library: Library, size: int) -> None:
    fill(library, 40)
    process = indexer(library, str(size))
    output, _ = process.communicate()
    assert process.returncode == 3, output
    assert b"cannot be" in output.splitlines()[-1]
    with suppress(CatalogueError), closing(library.open()) as catalogue:
        assert len(catalogue.entries(catalogue.order())) in (0, 40)
    library.refresh()
    assert library.names() == identifiers(40)
    library.check()


def test_a_folder_that_cannot_be_made_is_told_in_one_line(library: Library) -> None:
    library.collection.folder.write_text("a file", "utf-8")
    fill(library, 1)
    with pytest.raises(IndexingError, match="cannot be written"):
        library.refresh()


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_catalogue_is_made_anew_and_told(library: Library, damage: bytes) -> None:
    fill(library, 3)
    library.refresh()
    file = catalogue_file(library.collection.folder)
    assert file is not None
    file.write_bytes(damage)
    with pytest.raises(CatalogueError):
        library.open()
    assert library.refresh().read == 3
    assert any("anew" in words for words in library.words)
    assert library.names() == identifiers(3)
    library.check()


def test_damage_inside_a_catalogue_is_found_by_a_reader_and_mended_by_the_next_refresh(
    library: Library,
) -> None:
    fill(library, 40)
    library.refresh()
    file = catalogue_file(library.collection.folder)
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'files'").fetchone()
    with open(file, "r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xff" * size)
    with closing(library.open()) as catalogue, pytest.raises(CatalogueError, match="damaged"):
        catalogue.entries([1])
    assert library.refresh().read == 40
    assert library.names() == identifiers(40)
    library.check()


def test_a_reader_goes_on_with_the_old_catalogue_until_there_is_a_new_one(library: Library) -> None:
    fill(library, 3)
    library.refresh()
    with closing(library.open()) as catalogue:
        before = catalogue.version()
        order = list(catalogue.order())
        file = catalogue_file(library.collection.folder)
        assert file is not None
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA user_version = 99")
        seen: list[int] = []
        refresh(
            library.collection, lambda progress: seen.append(len(catalogue.entries(order))), lambda: False
        )
        assert seen[0] == 3
        assert catalogue.version() != before
        assert len(catalogue.order()) == 3
    library.check()


def test_an_index_of_another_version_is_made_anew_and_told(library: Library) -> None:
    fill(library, 3)
    library.refresh()
    (index_folder(library.collection.folder) / "version").write_text("0", "ascii")
    assert library.refresh().read == 3
    assert "another version" in library.words[0]
    library.check()


def test_a_damaged_index_is_made_anew_and_told(library: Library) -> None:
    fill(library, 3)
    library.refresh()
    for file in index_folder(library.collection.folder).glob("*.term"):
        file.unlink()  # never shortened in place: it may be mapped still
        file.write_bytes(b"rubbish")
    assert library.refresh().read == 3
    assert "damaged" in library.words[0]
    library.check()


def test_an_index_that_is_gone_is_made_anew(library: Library) -> None:
    fill(library, 3)
    library.refresh()
    for file in index_folder(library.collection.folder).iterdir():
        file.unlink()
    assert library.refresh().read == 3
    library.check()


def test_another_version_of_kvtui_reads_all_documents_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, 3)
    library.refresh()
    monkeypatch.setattr("kvtui.__version__", "99.0")
    assert library.refresh().read == 3
    assert library.refresh().read == 0


def test_a_process_that_dies_costs_the_file_it_died_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, 20)
    killer = write_answer(library.docs, 99)
    monkeypatch.setattr(workers, "python_process", deadly("os._exit(9)"))
    outcome = library.refresh(2)
    assert (outcome.read, outcome.failed) == (21, 1)
    (failure,) = library.open().failures()
    assert failure.path == killer
    assert "was ended" in failure.reason
    assert len(library.names()) == 21


def test_a_file_that_takes_too_long_is_given_up(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(library, 20)
    write_answer(library.docs, 99)
    monkeypatch.setattr(workers, "PATIENCE", 1.5)
    monkeypatch.setattr(workers, "python_process", deadly("threading.Event().wait()"))
    assert library.refresh(2).failed == 1
    (failure,) = library.open().failures()
    assert "seconds" in failure.reason


def test_files_are_read_in_this_process_where_no_other_can_be_started(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(12, "no memory")

    fill(library, 20)
    monkeypatch.setattr(workers, "python_process", refuse)
    assert library.refresh(2).read == 20
    library.check()


def test_files_are_read_in_this_process_where_others_cannot_begin(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stillborn(_: str, stdin: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", ""], stdout=subprocess.PIPE, process_group=0, stdin=stdin
        )

    fill(library, 20)
    monkeypatch.setattr(workers, "python_process", stillborn)
    outcome = library.refresh(2)
    assert (outcome.read, outcome.failed) == (20, 0)
    library.check()


def test_a_background_refresh_tells_the_same_from_another_process(library: Library) -> None:
    fill(library, 20)
    stages = [progress.stage for progress in background_refresh(library.collection)]
    assert stages[0] is Stage.LOOKING
    assert Stage.COMMITTED in stages
    assert stages[-1] is Stage.FINISHED
    assert library.names() == identifiers(20)


def test_a_background_refresh_that_nobody_listens_to_ends(library: Library) -> None:
    fill(library, 20)
    reports = background_refresh(library.collection)
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    with locked(library.collection.folder, library.told.append, lambda: False) as is_free:
        assert is_free
    library.refresh()
    assert library.names() == identifiers(20)
    library.check()


def test_a_reader_in_another_thread_is_never_kept_waiting_or_misled(library: Library) -> None:
    fill(library, 40)
    ended = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        while not ended.is_set():
            with suppress(CatalogueError), closing(open_catalogue(library.collection.folder)) as catalogue:
                order = catalogue.order()
                if len(order) not in (0, 40) or len(catalogue.entries(order)) != len(order):
                    wrong.append(len(order))

    thread = threading.Thread(target=read)
    thread.start()
    try:
        library.refresh(2)
    finally:
        ended.set()
        thread.join()
    assert wrong == []


def deadly(act: str) -> object:
    """Starts workers that do this at the file of number 99."""

    def start(module: str, stdin: int) -> subprocess.Popen[bytes]:
        program = (
            f"import sys; sys.path[:] = {json.dumps(sys.path)}\n"
            "import os, threading\n"
            f"import {module} as worker\n"
            "read = worker.read_packed\n"
            f"worker.read_packed = lambda file, path: {act} if '-99.' in path.name else read(file, path)\n"
            "worker.main()"
        )
        return subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, process_group=0, stdin=stdin
        )

    return start


def test_few_small_files_need_no_process(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process")

    fill(library, FEW)
    monkeypatch.setattr(workers, "python_process", refuse)
    assert library.refresh(2).read == FEW

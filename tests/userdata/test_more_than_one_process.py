from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from kvtui.userdata.bookmarks import list_bookmarks
from kvtui.userdata.database import open_database

PROJECT = Path(__file__).parents[2]


def writer(file: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.userdata.writer", str(file), *arguments]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_that_write_at_once_lose_nothing(file: Path) -> None:
    writers = [writer(file, "40"), writer(file, "40")]
    results = [process.communicate(timeout=120) for process in writers]
    assert [(process.returncode, errors) for process, (_, errors) in zip(writers, results, strict=True)] == [
        (0, "")
    ] * 2
    acknowledged = {line for output, _ in results for line in output.split()}
    database = open_database(file)
    assert {bookmark.id for bookmark in list_bookmarks(database)} == acknowledged
    assert len(acknowledged) == 80
    database.close()


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(file: Path) -> None:
    acknowledged: set[str] = set()
    for _ in range(12):
        process = writer(file)
        assert process.stdout is not None
        for _ in range(random.randint(1, 25)):
            acknowledged.add(process.stdout.readline().strip())
        process.kill()
        output, _ = process.communicate()
        acknowledged.update(line for line in output.split("\n")[:-1])
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    database = open_database(file)
    assert database.take_notices() == ()
    assert acknowledged <= {bookmark.id for bookmark in list_bookmarks(database)}
    assert acknowledged
    database.close()


def test_two_that_find_the_database_broken_keep_one_new_one(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is no database" * 1000)
    writers = [writer(file, "10") for _ in range(3)]
    results = [process.communicate(timeout=120) for process in writers]
    acknowledged = {line for output, _ in results for line in output.split()}
    database = open_database(file)
    assert {bookmark.id for bookmark in list_bookmarks(database)} == acknowledged
    assert len(acknowledged) == 30
    assert len(list(file.parent.glob("kvtui-broken-*.sqlite3"))) == 1
    database.close()

"""`kvtui add`, `remove`, `refresh` and `library`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kvtui.cli.library import add, library, refresh, remove
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import roots
from tests.library.indexing.making import answer, name, write_answer


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("KVTUI_CACHE_DIR", str(cache))
    return cache


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for number in (1, 2):
        write_answer(folder / "2099", number)
    (folder / name(3, "pdf")).write_bytes(b"no pdf\0")
    return folder


def kept() -> tuple[Path, ...]:
    database = open_database(database_file())
    found = roots(database)
    database.close()
    return found


def facts(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert library(["--json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_a_folder_is_added_read_and_told_of(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add([str(docs)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "3 files read" in said.err
    assert "1 could not be read" in said.err
    assert kept() == (docs,)
    assert library([]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 documents in 3 files, ")
    assert f"  2  {docs}\n" in told
    assert "by kind\n  2  answer\n" in told
    assert f"could not be read: 1 file\n  {docs / name(3, 'pdf')}: " in told


def test_what_is_in_the_library_can_be_had_as_json(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add([str(docs)])
    told = facts(capsys)
    assert (told["documents"], told["files"], told["failed"], told["unread"]) == (2, 3, 1, 0)
    assert told["sessions"] == {"2098-2099": 2}
    assert told["formats"] == {"text": 2}
    assert told["roots"] == [{"path": str(docs), "documents": 2, "files": 3, "problem": None}]
    assert told["refreshed"]


def test_paths_are_kept_as_absolute_ones(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs / "2099")
    assert add([".."]) == 0
    assert kept() == (docs,)


def test_a_root_within_a_root_is_said(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add([str(docs)])
    capsys.readouterr()
    assert add([str(docs / "2099")]) == 0
    assert f"as a part of {docs}" in capsys.readouterr().err
    assert add([str(docs.parent)]) == 0
    assert f"holds {docs}" in capsys.readouterr().err
    assert facts(capsys)["documents"] == 2


def test_what_does_not_exist_is_not_added(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add([str(docs), str(docs / "none")]) == 1
    assert "does not exist" in capsys.readouterr().err
    assert kept() == ()


def test_a_removed_folder_leaves_the_library_and_stays_on_the_disk(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    capsys.readouterr()
    assert remove([str(docs)]) == 0
    assert "nothing was deleted" in capsys.readouterr().err
    assert kept() == ()
    assert len(list(docs.rglob("*.txt"))) == 2
    assert facts(capsys)["documents"] == 0


def test_what_was_not_added_cannot_be_removed(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add([str(docs)])
    capsys.readouterr()
    assert remove([str(docs / "2099")]) == 1
    assert f"it lies in {docs}" in capsys.readouterr().err
    assert remove(["/nothing"]) == 1
    assert kept() == (docs,)


def test_a_document_in_a_removed_folder_that_was_added_itself_stays(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs), str(docs / "2099" / name(1))])
    found = facts(capsys)["roots"]
    assert isinstance(found, list)
    assert [root["documents"] for root in found] == [2, 1]
    assert remove([str(docs)]) == 0
    assert facts(capsys)["documents"] == 1


def test_refresh_finds_changes_and_tries_failed_files_again(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    write_answer(docs, 5)
    capsys.readouterr()
    assert refresh([]) == 0
    assert "2 files read; 1 could not be read" in capsys.readouterr().err
    (docs / name(3, "pdf")).write_text(answer(3), "utf-8")
    assert refresh([]) == 0
    assert facts(capsys)["failed"] == 0


def test_a_folder_that_is_not_there_is_told_and_keeps_its_documents(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    docs.rename(docs.with_name("away"))
    capsys.readouterr()
    assert refresh([]) == 0
    assert "kvtui remove" in capsys.readouterr().err
    assert library([]) == 0
    told = capsys.readouterr().out
    assert "2 documents" in told
    assert "cannot be opened" in told


@pytest.mark.parametrize("command", [library, refresh])
def test_an_empty_library_says_how_to_fill_it(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([]) == 1  # type: ignore[operator]
    assert "kvtui add PATH" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_told_in_one_line(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("KVTUI_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert add([str(docs)]) == 1
    said = capsys.readouterr().err
    assert "cannot be written" in said
    assert said.count("\n") == 1


def test_ctrl_c_stops_with_what_was_read_and_refresh_goes_on(docs: Path) -> None:
    for number in range(100, 400):
        write_answer(docs, number)
    process = subprocess.Popen(
        [sys.executable, "-m", "kvtui", "add", str(docs)], stderr=subprocess.PIPE, env=dict(os.environ)
    )
    assert process.stderr is not None
    first = process.stderr.readline()  # it reads
    process.send_signal(signal.SIGINT)
    rest = process.stderr.read()
    process.wait()
    process.stderr.close()
    assert process.returncode == 130, (first, rest)
    assert b"kvtui refresh goes on" in rest
    assert b"Traceback" not in rest
    assert refresh([]) == 0
    assert cache_dir().is_dir()


@pytest.mark.parametrize("arguments", [["add"], ["remove"], ["library", "x"], ["refresh", "x"]])
def test_wrong_use_is_said_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    command = {"add": add, "remove": remove, "library": library, "refresh": refresh}[arguments[0]]
    with pytest.raises(SystemExit) as ended:
        command(arguments[1:])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1

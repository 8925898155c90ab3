"""`kvtui add`, `remove`, `refresh` and `library`."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kvtui.cli.library import add, library, refresh, remove
from kvtui.cli.main import main
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import cache_dir, database_file
from kvtui.userdata.roots import roots
from tests.library.indexing.making import answer, name, write_answer

COMMANDS = (["library"], ["search", "veerpont"], ["links", "2098-2099/2"], ["wanted"])


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


def test_documents_in_several_files_are_listed_with_the_file_that_is_read_first(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, best, copy = docs / "2099" / name(1), write_answer(docs, 1, "html"), docs / "kopie.txt"
    shutil.copyfile(first, copy)
    add([str(docs)])
    several = facts(capsys)["several"]
    others = [str(copy), str(first)]
    listed = {"identifier": "ah-tk-20982099-1", "path": str(best)}
    assert several in ([{**listed, "others": others}], [{**listed, "others": others[::-1]}])
    library([])
    told = capsys.readouterr().out
    assert f"in several files, of which the first is read: 1 document\n  {best}\n    {docs}/" in told


def test_of_many_documents_in_several_files_some_are_listed_and_all_are_in_the_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(1, 24):
        for suffix in ("txt", "md"):
            write_answer(tmp_path / "docs", number, suffix)
    add([str(tmp_path / "docs")])
    told_all = facts(capsys)
    assert (told_all["in_several_files"], len(told_all["several"])) == (23, 23)  # type: ignore[arg-type]
    library([])
    told = capsys.readouterr().out
    assert told.count(".txt\n") == 20
    assert told.endswith("  and 3 more; kvtui library --json tells all\n")


def test_documents_without_a_session_year_are_told_too(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "brief.txt").write_text("Vraag 1\n\nVaart zij?\n\nAntwoord 1\n\nNee.\n", "utf-8")
    add([str(docs)])
    assert facts(capsys)["sessions"] == {"2098-2099": 2, "none": 1}
    assert library([]) == 0
    assert "by session year\n  2  2098-2099\n  1  none\n" in capsys.readouterr().out


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


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_library_of_which_the_cache_is_gone_is_not_told_as_empty(
    command: list[str], docs: Path, own_cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    shutil.rmtree(own_cache)
    capsys.readouterr()
    assert main(command) != 0
    assert capsys.readouterr().err == "kvtui: there is no catalogue yet; make it with kvtui refresh\n"


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


def tree_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder and what is in them; but not what SQLite keeps for readers."""
    found = (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    )
    return {str(path): path.read_bytes() for path in found}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where libraries that cannot be kept are made."""
    folder = tmp_path / "memory"
    folder.mkdir()
    monkeypatch.setattr("kvtui.library.collection._IN_MEMORY", folder)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_cache_can_be_made_commands_work_in_memory_and_say_so(
    docs: Path,
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
) -> None:
    add([str(docs)])
    capsys.readouterr()
    assert main(command) == 0
    usual = capsys.readouterr().out
    (docs.parent / "file").write_text("", "utf-8")
    monkeypatch.setenv("KVTUI_CACHE_DIR", str(docs.parent / "file" / "cache"))
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert "kept in memory" in err
    assert err.count("kvtui: ") == 1
    if command == ["library"]:
        assert out.splitlines()[0] == usual.splitlines()[0]
    else:
        assert out == usual
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("temporary")
def test_a_cache_that_can_only_be_read_is_used_brought_up_to_date_in_memory_and_left_as_it_is(
    docs: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    capsys.readouterr()
    before = tree_of(own_cache)
    write_answer(docs, 7, subject="de stoomtram")

    def refuse(**_: object) -> object:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("kvtui.library.collection.tempfile.TemporaryFile", refuse)
    read: list[Path] = []
    monkeypatch.setattr("kvtui.library.indexing.filling.read_packed", _noting(read))
    assert main(["search", "--json", "stoomtram"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out.splitlines()[0])["identifier"] == "ah-tk-20982099-7"
    assert "Read-only file system" in err
    assert read == [docs / name(7)]
    assert tree_of(own_cache) == before


def _noting(read: list[Path]) -> object:
    from kvtui.library.indexing.packing import Packed, read_packed

    def noting(file: int, path: Path) -> Packed:
        read.append(path)
        return read_packed(file, path)

    return noting


def test_in_memory_an_empty_library_is_told_as_one(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("KVTUI_CACHE_DIR", str(tmp_path / "file" / "cache"))
    for command in COMMANDS:
        assert main(command) != 0
        assert "kvtui add" in capsys.readouterr().err
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("command", [add, remove])
def test_roots_that_cannot_be_saved_are_told_in_one_line_that_speaks_of_no_bookmarks(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: object
) -> None:
    add([str(docs)])
    other = write_answer(docs.parent / "other", 8).parent
    capsys.readouterr()
    with monkeypatch.context() as patch:
        _refuse_to_write(patch)
        assert command([str(docs if command is remove else other)]) == 1  # type: ignore[operator]
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "cannot be written" in err
    assert "ookmark" not in err
    assert kept() == (docs,)


def _refuse_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of a read-only file, which root never gets."""
    from kvtui.userdata import connecting

    connect = connecting.connect

    def read_only(path: Path, *, patience: float = 1) -> sqlite3.Connection:
        connection = connect(path, patience=patience)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr("kvtui.userdata.database.connect", read_only)


def test_what_is_in_the_library_stays_when_its_roots_cannot_be_saved_or_read(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    other = write_answer(docs.parent / "other", 8).parent
    with monkeypatch.context() as patch:
        (docs.parent / "file").write_text("", "utf-8")
        patch.setenv("KVTUI_DATA_DIR", str(docs.parent / "file" / "data"))
        assert add([str(other)]) == 1
    with monkeypatch.context() as patch:
        _refuse_to_write(patch)
        assert remove([str(docs)]) == 1
        assert refresh([]) == 0
    with monkeypatch.context() as patch:
        closed = docs.parent / "closed"
        (closed / "kvtui.sqlite3").mkdir(parents=True)
        patch.setenv("KVTUI_DATA_DIR", str(closed))
        for command, arguments in ((add, [str(other)]), (remove, [str(docs)]), (refresh, []), (library, [])):
            capsys.readouterr()
            assert command(arguments) == 1
            out, err = capsys.readouterr()
            assert (out, err.count("\n")) == ("", 1)
            assert "cannot be read" in err
    assert kept() == (docs,)
    assert facts(capsys)["documents"] == 2


def test_damaged_roots_are_told_and_taken_over_from_the_library(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    database_file().write_bytes(b"no database\n" * 1000)
    other = write_answer(docs.parent / "other", 8).parent
    capsys.readouterr()
    assert add([str(other)]) == 0
    err = capsys.readouterr().err
    assert "was damaged" in err
    assert f"taken over from the library as it was made last: {docs}\n" in err
    assert set(kept()) == {docs, other}
    assert facts(capsys)["documents"] == 3


@pytest.mark.parametrize("opens_first", [None, ["bookmarks"]], ids=["at once", "after another command"])
def test_roots_that_are_gone_with_the_data_directory_are_taken_over_before_another_is_added(
    docs: Path, capsys: pytest.CaptureFixture[str], opens_first: list[str] | None
) -> None:
    add([str(docs)])
    shutil.rmtree(database_file().parent)
    if opens_first:
        main(opens_first)
    other = write_answer(docs.parent / "other", 8).parent
    capsys.readouterr()
    assert add([str(other)]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("kvtui: ")]
    assert len(said) == 1
    assert said[0].endswith(f"taken over from the library as it was made last: {docs}")
    assert set(kept()) == {docs, other}
    assert facts(capsys)["documents"] == 3


def test_a_library_that_was_emptied_is_not_filled_again(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add([str(docs)])
    monkeypatch.setattr("kvtui.cli.library.remove_former", lambda roots: 0)  # a kill before the index
    assert remove([str(docs)]) == 0
    other = write_answer(docs.parent / "other", 8).parent
    assert add([str(other)]) == 0
    assert kept() == (other,)
    assert facts(capsys)["documents"] == 1


def test_of_two_roots_that_are_one_folder_the_other_keeps_the_documents(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = docs.with_name("link")
    link.symlink_to(docs)
    add([str(docs), str(link)])
    assert remove([str(docs)]) == 0
    assert facts(capsys)["documents"] == 2
    assert kept() == (link,)


def test_what_a_removed_folder_held_of_another_by_a_link_stays(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    above = docs.with_name("above")
    above.mkdir()
    (above / "link").symlink_to(docs)
    add([str(above)])
    add([str(docs)])
    assert remove([str(above)]) == 0
    assert facts(capsys)["documents"] == 2


@pytest.mark.parametrize("command", [add, remove])
def test_a_path_without_a_name_is_not_the_folder_where_one_is(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command([""])  # type: ignore[operator]
    assert ended.value.code == 2
    assert "a path without a name" in capsys.readouterr().err
    assert kept() == ()


def test_damaged_archives_count_as_not_read_wherever_that_is_told(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "kapot.zip").write_bytes(b"PK\x03\x04 and no more")
    add([str(docs)])
    assert "2 could not be read" in capsys.readouterr().err
    assert facts(capsys)["failed"] == 2
    assert refresh([]) == 0
    assert "2 could not be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["search", "veerpont"], ["links", "3"], ["wanted"]])
def test_a_library_of_which_nothing_could_be_read_says_so(
    docs: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (docs / name(4, "pdf")).write_bytes(b"no pdf\0")
    bad = [docs / name(number, "pdf") for number in (3, 4)]
    assert add([str(path) for path in bad]) == 0
    capsys.readouterr()
    assert main(command) != 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "kvtui: none of the 2 files could be read; kvtui library tells why\n")
    assert main([*command, "--path", str(bad[0])]) != 0
    assert str(bad[0]) in capsys.readouterr().err

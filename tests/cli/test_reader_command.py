from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from kvtui.cli import reader
from kvtui.cli.main import main
from kvtui.library.folders import samples_folder
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import database_file
from kvtui.userdata.positions import save_last_paths
from tests.cli.test_show import BAD


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, ...]]:
    """What the screen was asked to open; no screen, and a terminal all around."""
    calls: list[tuple[Path, ...]] = []

    def run(paths: Sequence[Path]) -> int:
        calls.append(tuple(paths))
        return 0

    app = ModuleType("kvtui.tui.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kvtui.tui.app", app)
    monkeypatch.setattr(reader, "is_terminal", lambda stream: True)
    return calls


def remember(*paths: Path) -> None:
    database = open_database(database_file())
    save_last_paths(database, paths)
    database.close()


def test_files_and_folders_are_opened_as_given(document: Path, opened: list[tuple[Path, ...]]) -> None:
    assert main([str(document), str(document.parent)]) == 0
    assert opened == [(document, document.parent)]


def test_without_paths_the_last_ones_are_opened_as_far_as_they_are_there(
    document: Path, opened: list[tuple[Path, ...]]
) -> None:
    remember(document, document.parent / "gone.md")
    assert main([]) == 0
    assert opened == [(document,)]


def test_the_first_time_the_samples_are_opened(opened: list[tuple[Path, ...]]) -> None:
    assert main([]) == 0
    assert opened == [(samples_folder(),)]
    assert not database_file().exists()


def test_when_the_last_paths_are_gone_the_samples_are_opened(
    tmp_path: Path, opened: list[tuple[Path, ...]]
) -> None:
    remember(tmp_path / "gone.md")
    assert main([]) == 0
    assert opened == [(samples_folder(),)]


def test_a_broken_database_does_not_keep_the_reader_from_opening(opened: list[tuple[Path, ...]]) -> None:
    database_file().parent.mkdir(parents=True)
    database_file().write_text("broken")
    assert main([]) == 0
    assert opened == [(samples_folder(),)]
    assert database_file().read_text() == "broken"


@pytest.mark.parametrize("name", BAD)
def test_a_path_that_cannot_be_read_is_one_line_and_no_screen(
    name: str, bad_files: dict[str, Path], opened: list[tuple[Path, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(bad_files[name])]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"kvtui: {bad_files[name]}: ")
    assert err.count("\n") == 1
    assert opened == []


def test_a_name_that_no_system_takes_is_one_line(
    opened: list[tuple[Path, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["a" * 5000]) == 1
    assert main(["show", "a" * 5000]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 2
    assert "Traceback" not in err
    assert opened == []


def test_a_folder_without_documents_says_what_would_be_one(
    bad_files: dict[str, Path], opened: list[tuple[Path, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(bad_files["folder"])]) == 1
    assert ".md, .markdown, .txt" in capsys.readouterr().err


def test_with_one_good_path_the_reader_opens_and_shows_the_others_itself(
    document: Path, bad_files: dict[str, Path], opened: list[tuple[Path, ...]]
) -> None:
    assert main([str(bad_files["missing"]), str(document)]) == 0
    assert opened == [(bad_files["missing"], document)]


def test_a_file_named_like_a_command_is_opened_with_its_folder(
    document: Path, opened: list[tuple[Path, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    document.rename(document.parent / "show")
    monkeypatch.chdir(document.parent)
    assert main(["./show"]) == 0
    assert main(["--", "show"]) == 0
    assert opened == [(Path("show"),)] * 2


def test_a_terminal_is_asked_for_before_the_paths_are_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["missing.md"]) == 2
    assert "terminal" in capsys.readouterr().err

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kvtui.cli.main import main
from kvtui.model import TextPart
from kvtui.userdata.bookmarks import Bookmark, add_bookmark
from kvtui.userdata.database import open_database
from kvtui.userdata.paths import database_file
from kvtui.userdata.places import Place


@pytest.fixture
def made() -> list[Bookmark]:
    database = open_database(database_file())
    first = Place("ah-tk-20302031-77", "/brieven/77.md", TextPart.ANSWER, 2, 1, 5)
    made = [
        add_bookmark(database, first, title="de veerpont", excerpt="Het ijs.", note="nabellen"),
        add_bookmark(database, Place(None, "/b\x1b\udcff.md"), title="kwaad\x1b[2J", note="\x9b"),
    ]
    database.close()
    return made


@pytest.mark.usefixtures("made")
def test_bookmarks_are_printed_with_place_text_note_and_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bookmarks"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    assert lines[0].endswith("  document without number")
    assert lines[4].endswith("  ah-tk-20302031-77, answer to question 2")
    assert lines[5:] == ["    de veerpont", "    Het ijs.", "    note: nabellen", "    file: /brieven/77.md"]


@pytest.mark.usefixtures("made")
def test_a_bookmark_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    main(["bookmarks"])
    main(["bookmarks", "--json"])
    out = capsys.readouterr().out
    assert not set("\x1b\x9b") & set(out)
    out.encode("utf-8")


def test_bookmarks_as_json_are_one_object_a_line(
    made: list[Bookmark], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bookmarks", "--json"]) == 0
    second, first = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == {
        "id": made[0].id,
        "created": made[0].created.isoformat(),
        "identifier": "ah-tk-20302031-77",
        "part": "answer",
        "number": 2,
        "paragraph": 1,
        "offset": 5,
        "title": "de veerpont",
        "excerpt": "Het ijs.",
        "note": "nabellen",
        "path": "/brieven/77.md",
    }
    assert second["id"] == made[1].id


@pytest.mark.parametrize("arguments", [["bookmarks"], ["bookmarks", "--json"]])
def test_without_bookmarks_nothing_is_printed(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr() == ("", "")


def test_a_broken_database_is_told_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    database_file().parent.mkdir(parents=True)
    database_file().write_text("broken")
    assert main(["bookmarks"]) == 0
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "kept as" in err


def test_a_data_directory_that_cannot_be_used_is_told_on_one_line(
    own_directories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_directories / "data").write_text("a file in the way")
    assert main(["bookmarks"]) == 0
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)

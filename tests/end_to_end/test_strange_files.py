"""Files that are nested, long, oddly named, no files at all or changing: through the command itself."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kvtui.library.folders import find_files
from tests.end_to_end.showing import GOOD, POSIX, assert_refused, shown, written
from tests.sources.making_odt import odt_file
from tests.sources.making_pdf import column, pdf_of
from tests.sources.making_word import paragraph, word_file

pytestmark = POSIX

# Anything nested, long or many


DEEP = {
    "diep.xml": "<kamervragen>" + "<al-groep>" * 100_000 + "Vaart de veerpont?",
    "diep.html": "<html><body>" + "<div>" * 100_000 + "Vaart de veerpont?",
    "diep.md": "> " * 50_000 + "[" * 50_000 + "**" * 50_000 + "Vaart de veerpont?",
    "diep.txt": "(" * 100_000 + "Vaart de veerpont?" + "»" * 100_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_without_end_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    result = shown(written(tmp_path / name, DEEP[name]), options=("--json",))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_tables_nested_without_end_in_an_archive_are_refused(tmp_path: Path, good: Path, kind: str) -> None:
    if kind == "docx":
        data = word_file("<w:tbl><w:tr><w:tc>" * 5000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 5000)
    else:
        cell = "<table:table><table:table-row><table:table-cell>"
        data = odt_file(cell * 5000 + "<text:p>x</text:p>")
    assert_refused(written(tmp_path / f"diep.{kind}", data), good, "damaged")


def test_a_line_of_many_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_bytes(b"Vaart de veerpont? " * 500_000)
    result = shown(path, options=("--json",))
    assert (result.code, result.lines) == (0, [])
    assert result.out.count("veerpont") == 500_000


def test_more_than_a_document_can_be_is_refused_unread(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "groot.xml"
    with open(path, "wb") as file:
        file.truncate(5 * 1024**3)
    assert_refused(path, good, "is 5120 MB; kvtui reads documents of at most 100 MB")


# Names, links, pipes, files that change


@pytest.mark.parametrize("data", ["", GOOD])
@pytest.mark.parametrize("options", [(), ("--json",), ("--source",), ("--markdown",)])
def test_a_name_that_holds_control_characters(tmp_path: Path, data: str, options: tuple[str, ...]) -> None:
    name = os.fsdecode(b"a\x1b]0;x\x07\n\x9b2J\xff\x7f") + "\u202e\u2028.txt"
    path = tmp_path / name
    path.write_text(data, "utf-8")
    result = shown(path, options=options)
    assert result.code == (0 if data else 1)
    assert len(result.lines) == (0 if data else 1)
    assert not set("\x1b\x07\x9b\x7f\u202e\u2028") & set("".join(result.lines) + result.out)
    assert ("Vaart de veerpont?" in result.out) == bool(data)


def test_links_that_lead_to_themselves(tmp_path: Path, good: Path) -> None:
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    (tmp_path / "heen.txt").symlink_to(tmp_path / "terug.txt")
    (tmp_path / "terug.txt").symlink_to(tmp_path / "heen.txt")
    assert_refused(tmp_path / "rond", good, "cannot be read: ")
    assert_refused(tmp_path / "heen.txt", good, "cannot be read: ")


def test_folders_that_hold_themselves_are_walked_once(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "goed.txt").write_text(GOOD, "utf-8")
    (folder / "weer").symlink_to(folder, target_is_directory=True)
    (folder / "op").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in find_files([folder])] == ["goed.txt"]


def test_a_pipe_that_nobody_writes_to(tmp_path: Path, good: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert_refused(tmp_path / "pijp.txt", good, "is not a file")


@pytest.mark.parametrize("name", ["klok.txt", "klok.docx", "klok.pdf", "klok.xml"])
def test_a_file_that_shrinks_and_grows_while_it_is_read(tmp_path: Path, good: Path, name: str) -> None:
    path = tmp_path / name
    whole = {".txt": GOOD.encode() * 5000, ".docx": word_file(paragraph("x")), ".xml": b"<a>x</a>" * 9000}
    data = whole.get(path.suffix, pdf_of(column([GOOD])))
    path.write_bytes(data)
    ended = threading.Event()

    def change() -> None:
        size = 0
        while not ended.is_set():
            size = (size + len(data) // 7) % (2 * len(data))
            with open(path, "r+b") as file:
                file.truncate(size)
                file.seek(0)
                file.write(data[:size])

    changing = threading.Thread(target=change)
    changing.start()
    try:
        results = [shown(path, good) for _ in range(3)]
    finally:
        ended.set()
        changing.join()
    for result in results:
        assert result.code in (0, 1)
        assert len(result.lines) == result.code
        assert "Vaart de veerpont?" in result.out

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from kvtui.library import folders
from kvtui.library.folders import find_files, has_documents, last_folders_first, samples_folder


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tekst")


def found(*paths: Path, under: Path) -> list[str]:
    return [str(path.relative_to(under)) for path in find_files(paths)]


def test_documents_are_found_in_all_subfolders_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "c/d.markdown", "c/A.TXT", "b/e.md", "z.png", "n.docx", "c/f/g.md")
    assert found(tmp_path, under=tmp_path) == [
        "a.md",
        "b.txt",
        "n.docx",
        "b/e.md",
        "c/A.TXT",
        "c/d.markdown",
        "c/f/g.md",
    ]


def test_folders_can_be_walked_from_the_last(tmp_path: Path) -> None:
    make(tmp_path, "1999/b.md", "2000/a.md", "2000/x/c.md", "2000/x/d.md", "e.md")
    (tmp_path / "2000" / "x" / "y").symlink_to(tmp_path)
    given = [tmp_path, tmp_path / "e.md"]
    walked = [(str(folder.relative_to(tmp_path)), list(names)) for folder, names in last_folders_first(given)]
    assert walked == [
        (".", ["e.md"]),
        ("2000", ["a.md"]),
        ("2000/x", ["c.md", "d.md"]),
        ("1999", ["b.md"]),
        (".", ["e.md"]),
    ]


def test_every_format_is_found_and_what_is_said_about_a_document_is_none(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "b.docx", "c.odt", "d.xml", "e.HTML", "f.htm", "a.metadata.xml", "metadata.xml")
    assert found(tmp_path, under=tmp_path) == ["a.pdf", "b.docx", "c.odt", "d.xml", "e.HTML", "f.htm"]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, "a.md", ".b.md", ".git/c.md")
    assert found(tmp_path, under=tmp_path) == ["a.md"]


def test_a_file_that_is_named_is_always_taken_once_and_in_its_place(tmp_path: Path) -> None:
    make(tmp_path, "b.pdf", ".hidden", "c/a.md")
    paths = [
        tmp_path / "b.pdf",
        tmp_path / "missing.md",
        tmp_path / "c",
        tmp_path / ".hidden",
        tmp_path / "b.pdf",
    ]
    assert found(*paths, under=tmp_path) == ["b.pdf", "missing.md", "c/a.md", ".hidden"]


def test_folders_that_link_to_each_other_are_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/one.md", "b/two.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b" / "again").symlink_to(tmp_path / "a")
    names = [Path(name).name for name in found(tmp_path, tmp_path / "a", under=tmp_path)]
    assert sorted(names) == ["one.md", "two.md"]


def test_a_pipe_in_a_folder_is_no_document_and_a_broken_link_is_reported_later(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "to_pipe.md").symlink_to(tmp_path / "pipe.md")
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    assert found(tmp_path, under=tmp_path) == ["link.md", "round.md"]


def test_a_name_that_no_system_takes_is_left_for_the_reading_to_report() -> None:
    path = Path("a" * 5000)
    assert list(find_files([path])) == [path]


def test_a_folder_that_cannot_be_read_is_reported_and_the_rest_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/one.md", "b/two.md")
    listed = folders._listed

    def refusing(folder: Path) -> tuple[list[str], list[str]]:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(folders, "_listed", refusing)
    reported: list[tuple[Path, str]] = []
    files = list(find_files([tmp_path], report=lambda folder, why: reported.append((folder, why))))
    assert files == [tmp_path / "b" / "two.md"]
    assert reported == [(tmp_path / "a", "Permission denied")]


def test_names_that_are_no_utf_8_are_found(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/br\xffef.md"))
    path.write_text("tekst")
    assert list(find_files([tmp_path])) == [path]


def test_the_samples_are_beside_the_package_or_in_it() -> None:
    assert samples_folder().name == "sample_docs"
    assert samples_folder().parent in (Path(folders.__file__).parents[1], Path(folders.__file__).parents[2])


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    with zipfile.ZipFile(tmp_path / "brieven.zip", "w") as archive:
        for name in ("2099/b.txt", "c.pdf", "picture.png", "2099/metadata.xml"):
            archive.writestr(name, "tekst")
    everything = ["a.md", "brieven.zip/2099/b.txt", "brieven.zip/c.pdf"]
    assert found(tmp_path, under=tmp_path) == everything
    assert found(tmp_path / "brieven.zip", under=tmp_path) == everything[1:]


def test_a_broken_archive_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "broken.zip")
    reports: list[tuple[Path, str]] = []
    assert list(find_files([tmp_path], lambda path, why: reports.append((path, why)))) == []
    assert reports == [(tmp_path / "broken.zip", "is damaged: not a whole zip archive; get the file again")]


def test_a_folder_has_documents_if_one_of_its_own_files_is_one(tmp_path: Path) -> None:
    (tmp_path / ".verborgen.txt").touch()
    (tmp_path / "plaatje.png").touch()
    (tmp_path / "map.txt").mkdir()
    assert not has_documents(tmp_path)
    (tmp_path / "brief.txt").touch()
    assert has_documents(tmp_path)
    assert not has_documents(tmp_path / "brief.txt")
    assert not has_documents(tmp_path / "weg")

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kvtui.sources import SourceError, archive, files, read_source, reading, source_beginning
from kvtui.sources.zip_folder import members_of

TEXT = "Vraag 1\nVaart de veerpont?\nAntwoord 1\nJa.\n"


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return path


def test_a_document_in_an_archive_is_read_by_its_path_through_it(tmp_path: Path) -> None:
    brieven = zipped(tmp_path / "brieven.zip", **{"2099/77.txt": TEXT})
    source = read_source(brieven / "2099" / "77.txt")
    assert source.path == str(brieven / "2099/77.txt")
    assert [line.text for line in source.pages[0].lines][:2] == ["Vraag 1", "Vaart de veerpont?"]


def test_what_is_not_in_the_archive_does_not_exist(tmp_path: Path) -> None:
    brieven = zipped(tmp_path / "brieven.zip", **{"77.txt": TEXT})
    with pytest.raises(SourceError, match="does not exist in that archive"):
        read_source(brieven / "78.txt")


def test_members_that_lead_out_of_the_archive_or_are_hidden_are_left_out(tmp_path: Path) -> None:
    names = ("a.txt", "../b.txt", "/c.txt", "x/../../d.txt", ".e.txt", "__MACOSX/f.txt", "x/g.txt")
    brieven = zipped(tmp_path / "brieven.zip", **dict.fromkeys(names, TEXT))
    assert members_of(brieven) == ["a.txt", "x/g.txt"]


def test_an_archive_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "brieven.zip"
    assert members_of(zipped(path, **{"a.txt": TEXT})) == ["a.txt"]
    assert members_of(zipped(path, **{"a.txt": TEXT, "b.txt": TEXT})) == ["a.txt", "b.txt"]


def test_a_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(3):
            file.writestr(f"{number}.txt", bytes(80 * 1024 * 1024))
    assert bomb.stat().st_size < 1024 * 1024
    with pytest.raises(SourceError, match=r"bomb\.zip: is refused: unpacks to 240 MB; at most 200 MB"):
        members_of(bomb)


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    many = zipped(tmp_path / "many.zip", **{f"{n}.txt": TEXT for n in range(4)})
    with pytest.raises(SourceError, match="4 files in one archive; at most 3"):
        members_of(many)


def test_a_member_that_unpacks_to_more_than_it_says_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", **{"a.txt": TEXT * 1000})
    data = path.read_bytes()
    size = len(TEXT * 1000).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (100).to_bytes(4, "little")))
    with pytest.raises(SourceError, match=r"damaged|refused"):
        read_source(path / "a.txt")


def test_a_broken_archive_is_one_clear_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(zipped(tmp_path / "whole.zip", **{"a.txt": TEXT}).read_bytes()[:60])
    with pytest.raises(SourceError, match=r"broken\.zip: is damaged: not a whole zip archive"):
        members_of(broken)


def test_an_archive_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the tests may run as a user to whom nothing is forbidden
    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(zipfile, "ZipFile", refuse)
    (tmp_path / "dicht.zip").write_bytes(b"PK")
    with pytest.raises(SourceError, match=r"dicht\.zip: may not be read; check its permissions"):
        members_of(tmp_path / "dicht.zip")


def test_a_document_in_an_archive_is_held_to_the_limits_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brieven = zipped(tmp_path / "brieven.zip", **{"a.txt": TEXT * 40_000})
    monkeypatch.setattr(reading, "LARGEST_TEXT", 1 << 20)
    with pytest.raises(SourceError, match="is 1 MB of text; kvtui reads at most 1 MB"):
        read_source(brieven / "a.txt")
    with pytest.raises(SourceError, match="is 1 MB of text"):
        source_beginning(brieven / "a.txt", 1000)
    monkeypatch.setattr(files, "LARGEST", 1 << 20)
    with pytest.raises(SourceError, match="is 1 MB; kvtui reads documents of at most 1 MB"):
        read_source(brieven / "a.txt")


def test_the_beginning_of_a_document_in_an_archive_is_read(tmp_path: Path) -> None:
    brieven = zipped(tmp_path / "brieven.zip", **{"a.txt": TEXT * 1000})
    beginning = source_beginning(brieven / "a.txt", len(TEXT))
    assert beginning is not None
    assert sum(len(line.text) + 1 for page in beginning.pages for line in page.lines) <= len(TEXT) + 1

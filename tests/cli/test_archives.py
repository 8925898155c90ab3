"""`kvtui show` and `kvtui doctor` on zip archives, and on the documents in them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from kvtui.cli.main import main
from tests.cli.conftest import zipped

MEMBERS = ("2031/ah-tk-20302031-78.txt", "ah-tk-20302031-79.md")


def test_json_gives_a_line_for_each_document_in_an_archive(
    brieven: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--json", str(brieven), str(document)]) == 0
    values = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    paths = [*(str(brieven / name) for name in MEMBERS), str(document)]
    assert [value["source"]["path"] for value in values] == paths
    assert [value["number"] for value in values] == ["78", "79", "77"]


@pytest.mark.parametrize("form", ["--text", "--json", "--markdown", "--source"])
def test_an_archive_is_shown_as_if_its_documents_were_named(
    form: str, brieven: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", form, str(brieven)]) == 0
    whole = capsys.readouterr().out
    assert main(["show", form, *(str(brieven / name) for name in MEMBERS)]) == 0
    assert capsys.readouterr().out == whole


@pytest.mark.parametrize("form", ["--text", "--json", "--markdown", "--source"])
def test_an_archive_that_cannot_be_opened_is_one_clear_line(
    form: str, bad_archives: list[tuple[str, Path]], document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, archive in bad_archives:
        assert main(["show", form, str(archive), str(document)]) == 1
        out, err = capsys.readouterr()
        assert err.startswith(f"kvtui: {archive}: {words}")
        assert err.count("\n") == 1
        assert "veerpont" in out
        assert form != "--json" or out.count("\n") == 2


def test_a_bad_document_in_an_archive_costs_one_line(
    tmp_path: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = zipped(tmp_path / "brieven.zip", {"a.txt": "", "b.md": document.read_text("utf-8")})
    assert main(["show", "--json", str(archive)]) == 1
    out, err = capsys.readouterr()
    assert err == f"kvtui: {archive}/a.txt: is empty; there is nothing to read\n"
    assert [bool(json.loads(line)["questions"]) for line in out.splitlines()] == [False, True]


def test_metadata_beside_a_document_in_an_archive_are_read(
    brieven: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["show", "--json", str(brieven)])
    stated = [json.loads(line)["source"]["metadata"] for line in capsys.readouterr().out.splitlines()]
    assert stated == [[["DC.creator", "Water"]], []]


def test_a_report_on_an_archive_is_one_on_each_document(
    brieven: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", str(brieven)]) == 0
    report = capsys.readouterr().out
    assert report.startswith("ah-tk-20302031-78.txt\n")
    assert report.count("\n\n\nah-tk-20302031-79.md\n") == 1
    assert str(brieven.parent) not in report


def test_a_report_has_size_and_checksum_of_a_document_in_an_archive(
    brieven: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(brieven) as file:
        data = file.read(MEMBERS[0])
    assert main(["doctor", str(brieven / MEMBERS[0])]) == 0
    assert f"{len(data)} bytes · sha256 {hashlib.sha256(data).hexdigest()[:12]}" in capsys.readouterr().out


def test_a_report_on_an_archive_that_cannot_be_opened_tells_what_is_known(
    bad_archives: list[tuple[str, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    for words, archive in bad_archives:
        assert main(["doctor", str(archive)]) == 1
        out, err = capsys.readouterr()
        assert out.startswith(f"{archive.name}\n")
        assert f"{archive.stat().st_size:,} bytes" in out
        assert "format    zip, by the content" in out
        assert words in out
        assert err.count("\n") == 1

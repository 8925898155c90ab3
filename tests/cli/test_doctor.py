"""`kvtui doctor` and `kvtui show --source`."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pexpect
import pytest

import kvtui
from kvtui.cli.main import main


def test_a_report_names_program_file_and_format(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(document)]) == 0
    report = capsys.readouterr().out
    assert report.startswith("ah-tk-20302031-77.md\n")
    assert f"kvtui {kvtui.__version__} · Python 3." in report
    assert f"{document.stat().st_size} bytes" in report
    assert str(document.parent) not in report


def test_references_have_their_outcome(
    tmp_path: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = document.read_text("utf-8")
    other = tmp_path / "other.md"
    other.write_text(text + "\nZie ook het antwoord op vraag 9 en Stb. 2097, 214 en www.example.org.\n")
    main(["doctor", str(other)])
    report = capsys.readouterr().out
    assert "found" in report
    assert "out of range: This document has 2 questions; there is no question 9." in report
    assert "another publication" in report
    assert "web address" in report


def test_a_file_that_cannot_be_read_costs_one_line(
    document: Path, bad_files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", str(bad_files["missing"]), str(document), str(bad_files["folder"])]) == 1
    out, err = capsys.readouterr()
    assert out.count("headings: ") == 1
    assert len(err.splitlines()) == 2


FAILURES = {
    "oud.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "none that kvtui reads",
        "is an old Word file",
    ),
    "stuk.pdf": (b"%PDF-1.4\nniets", "pdf", "is damaged"),
    "binair.md": (b"\x7fELF\x02\x01\x00\x00", "none that kvtui reads", "is a binary file"),
    "wit.txt": (b" \n \n", "text", "is empty"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_of_a_file_that_cannot_be_read_what_is_known_is_told(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data, format, reason = FAILURES[name]
    (tmp_path / name).write_bytes(data)
    assert main(["doctor", str(tmp_path / name)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{name}\n")
    assert f"{len(data)} bytes · sha256 {hashlib.sha256(data).hexdigest()[:12]}\n" in out
    assert f"  format    {format}, by the content; the name ends in {(tmp_path / name).suffix}\n" in out
    assert f"  not read  {reason}" in out
    assert str(tmp_path) not in out
    assert err.startswith(f"kvtui: {tmp_path / name}: {reason}")


def test_of_a_missing_file_only_that_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path / "weg\x1b[2J.txt")]) == 1
    out = capsys.readouterr().out
    assert out.startswith("weg\\x1b[2J.txt\n")
    assert out.endswith("\n  not read  does not exist; check the name\n")
    assert "bytes" not in out


def test_reports_are_apart(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", str(document), str(document)])
    assert capsys.readouterr().out.count("\n\n\nah-tk-20302031-77.md\n") == 1


def test_without_a_file_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 2
    assert "kvtui doctor --help" in capsys.readouterr().err


def test_the_source_is_printed_a_row_a_line_to_a_pipe(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--source", str(document)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ah-tk-20302031-77.md · markdown · 26 lines\n")
    assert "\n12  heading     Vraag 1\n" in out
    assert "\x1b" not in out


def test_a_source_that_cannot_be_read_costs_one_line(
    bad_files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--source", str(bad_files["missing"])]) == 1
    assert "not exist" in capsys.readouterr().err


@pytest.mark.parametrize(("wishes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_it_wants_none(
    document: Path, wishes: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {**wishes, "PAGER": ""}.items():
        monkeypatch.setenv(name, value)
    command = ["-m", "kvtui", "show", "--source", str(document)]
    output = pexpect.run(sys.executable + " " + " ".join(command), encoding="utf-8")
    assert ("\x1b[1m" in output) is coloured
    assert "Vraag 1" in output


def test_a_file_of_that_name_is_opened_by_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["./doctor"]) == 2
    assert "the reader needs a terminal" in capsys.readouterr().err

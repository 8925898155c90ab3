from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kvtui
from kvtui.cli import main as main_module
from kvtui.cli.main import main


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kvtui", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kvtui {kvtui.__version__}\n"


def test_the_version_costs_no_parser_and_no_screen() -> None:
    code = (
        "import sys; from kvtui.cli.main import main; main(['--version']);"
        "slow = {'argparse', 'pydantic', 'textual', 'sqlite3', 'tomllib', 'subprocess'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_has_examples(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    out = capsys.readouterr().out
    for words in ("kvtui show --json *.md", "kvtui doctor", "kvtui bookmarks", "kvtui ./show", "examples:"):
        assert words in out


@pytest.mark.parametrize("command", ["show", "doctor", "bookmarks"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"kvtui {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--colour"],
        ["show"],
        ["show", "--json", "--text", "x"],
        ["show", "--xml", "x"],
        ["bookmarks", "x"],
        ["--vers"],
    ],
)
def test_wrong_use_is_one_line_that_says_what_to_do(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kvtui: ")
    assert err.count("\n") == 1
    assert "--help" in err


def test_a_crash_leaves_a_log_and_one_line(
    own_directories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash() -> int:
        raise RuntimeError("stuk\n\x1b[31m")

    monkeypatch.setattr(main_module, "_command", lambda arguments: crash)
    assert main(["--weird"]) == 1
    out, err = capsys.readouterr()
    (log,) = (own_directories / "log").iterdir()
    assert (out, err.count("\n")) == ("", 1)
    assert str(log) in err
    assert "\x1b" not in err
    written = log.read_text("utf-8")
    assert "RuntimeError: stuk" in written
    assert "--weird" in written


def test_a_crash_without_a_place_for_its_log_is_one_line_too(
    own_directories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash() -> int:
        raise RuntimeError("stuk")

    (own_directories / "log").write_text("a file in the way")
    monkeypatch.setattr(main_module, "_command", lambda arguments: crash)
    assert main([]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "stuk" in err
    assert "no log" in err


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "_command", lambda arguments: interrupted)
    assert main([]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_pipe_that_is_closed_is_quiet(document: Path) -> None:
    command = [sys.executable, "-m", "kvtui", "show", *[str(document)] * 400]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("form", ["--text", "--json"])
def test_output_on_a_full_disk_is_one_line(document: Path, form: str) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "kvtui", "show", form, str(document)]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["show", "DOCUMENT"], ["--version"], ["bookmarks"]])
def test_without_standard_streams_there_is_no_traceback(document: Path, arguments: list[str]) -> None:
    words = [str(document) if word == "DOCUMENT" else word for word in arguments]
    command = [sys.executable, "-m", "kvtui", *words]
    shell = 'exec "$@" <&- >&-'
    result = subprocess.run(
        ["sh", "-c", shell, "sh", *command], stderr=subprocess.PIPE, text=True, check=False
    )
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 1


def test_the_reader_needs_a_terminal(document: Path) -> None:
    result = run(document, stdin=subprocess.DEVNULL)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "terminal" in result.stderr
    assert "kvtui show" in result.stderr

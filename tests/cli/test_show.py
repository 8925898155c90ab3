from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from kvtui.cli.main import main
from tests.cli.conftest import TEXT

BAD = {
    "missing": "not exist",
    "empty.md": "empty",
    "binary.md": "binary",
    "large.txt": "200 MB",
    "folder": "folder",
}


def test_text_is_the_default_and_80_wide_without_a_terminal(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(document)]) == 0
    plain = capsys.readouterr().out
    assert main(["show", "--text", str(document)]) == 0
    assert capsys.readouterr().out == plain
    assert plain.startswith("de veerpont\nAanhangsel Handelingen II 2030/31, nr. 77")
    assert max(map(len, plain.splitlines())) == 80
    assert "\nAnswer 2\n    Het ijs.\n" in plain


def test_links_are_marked_with_what_they_point_at(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(document)])
    assert "antwoord op vraag 2 [→ 2]." in capsys.readouterr().out


def test_several_texts_follow_each_other(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(document), str(document)]) == 0
    assert capsys.readouterr().out.count("\nde veerpont\n") == 1


def test_markdown(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--markdown", str(document)]) == 0
    assert "# de veerpont\n" in capsys.readouterr().out


def test_json_is_one_line_a_file_in_the_order_given(
    document: Path, tmp_path: Path, bad_files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "ah-tk-20302031-78.txt"
    second.write_text(TEXT.replace("\n77\n", "\n78\n"))
    files = [second, *bad_files.values(), document]
    assert main(["show", "--json", *map(str, files)]) == 1
    out, err = capsys.readouterr()
    values = [json.loads(line) for line in out.splitlines()]
    assert [value["source"]["path"] for value in values] == [str(path) for path in files]
    assert [value["number"] for value in values] == ["78", *[None] * len(bad_files), "77"]
    assert err.count("\n") == len(bad_files)
    assert all(value["warnings"] for value in values[1:-1])


@pytest.mark.parametrize("form", ["--text", "--json", "--markdown"])
@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_printed(
    form: str, name: str, document: Path, bad_files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", form, str(bad_files[name]), str(document)]) == 1
    out, err = capsys.readouterr()
    assert err.startswith(f"kvtui: {bad_files[name]}: ")
    assert err.count("\n") == 1
    assert BAD[name] in err
    assert "veerpont" in out


def test_a_file_name_cannot_drive_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b]0;pwned\x07\nb\u202e\udcff.md"
    assert main(["show", str(tmp_path / name)]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert not set("\x1b\x07\u202e") & set(err)
    assert "a\\x1b]0;pwned\\x07" in err


def test_what_is_no_kamervraag_is_shown_as_plain_text_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lijst.txt").write_text("Boodschappen\n\nKaas en brood\n")
    assert main(["show", str(tmp_path / "lijst.txt")]) == 0
    out = capsys.readouterr().out
    assert "not recognised as Kamervragen" in out
    assert "Kaas en brood" in out


def test_windows_1252_is_read_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "oud.txt").write_bytes("Financiën – «zeer» goed".encode("cp1252"))
    assert main(["show", str(tmp_path / "oud.txt")]) == 0
    assert "Financiën – «zeer» goed" in capsys.readouterr().out


def test_show_never_imports_the_screen(document: Path) -> None:
    code = (
        "import sys; from kvtui.cli.main import main\n"
        f"for form in ('--text', '--json', '--markdown'): main(['show', form, {str(document)!r}])\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'rich'}))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_only_json_imports_pydantic(document: Path) -> None:
    code = (
        "import sys; from kvtui.cli.main import main\n"
        f"main(['show', {str(document)!r}]); print('pydantic' in sys.modules, 'sqlite3' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "False False"


def test_output_to_a_file_is_utf_8_whatever_the_language_of_the_system(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    monkeypatch.setenv("PYTHONUTF8", "0")
    command = [sys.executable, "-m", "kvtui", "show", str(document)]
    result = subprocess.run(command, capture_output=True, check=True)
    assert "[→ 2]" in result.stdout.decode("utf-8")


def in_terminal(*arguments: str, rows: int, columns: int, pager: str) -> str:
    """What `kvtui show` writes on a terminal of that size."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "kvtui", "show", *arguments],
        env={"PATH": "/usr/bin:/bin", "PAGER": pager, "TERM": "xterm", "LANG": "C.UTF-8"},
        dimensions=(rows, columns),
        encoding="utf-8",
        timeout=60,
    )
    written: str = child.read()
    child.close()
    assert child.exitstatus == 0
    return written.replace("\r\n", "\n")


def test_on_a_terminal_the_text_is_as_wide_as_it(document: Path) -> None:
    written = in_terminal(str(document), rows=500, columns=50, pager="false")
    assert max(map(len, written.splitlines())) == 50


def test_what_is_longer_than_the_screen_goes_through_the_pager(document: Path) -> None:
    paged = in_terminal(str(document), rows=10, columns=80, pager="sed s/veerpont/PAGED/")
    assert paged.startswith("de PAGED\n")
    assert in_terminal(str(document), rows=500, columns=80, pager="sed s/veerpont/PAGED/").startswith(
        "de veerpont"
    )


@pytest.mark.parametrize("pager", ["", "no-such-pager-here", "true"])
def test_a_pager_that_is_not_there_or_leaves_early_is_no_error(document: Path, pager: str) -> None:
    written = in_terminal(str(document), rows=10, columns=80, pager=pager)
    assert "Traceback" not in written
    assert written.startswith("de veerpont") or pager == "true"

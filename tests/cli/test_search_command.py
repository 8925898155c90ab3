from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kvtui.cli.main import main
from kvtui.library.collection import main_collection
from kvtui.userdata.paths import cache_dir
from tests.cli.conftest import TEXT

SECOND = (
    TEXT.replace("\n77\n", "\n78\n")
    .replace("de veerpont\n", "=SOM(veerponten)\n")
    .replace("Het ijs.", "Er ligt ijs op de rivier, en de schipper is ziek; " + "dat duurt nog even, " * 20)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brieven"
    made.mkdir()
    (made / "ah-tk-20302031-77.md").write_text(TEXT, "utf-8")
    (made / "ah-tk-20302031-78.md").write_text(SECOND, "utf-8")
    return made


def search(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["search", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_hits_are_printed_with_document_place_and_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = search(capsys, "ijs", "--path", folder)
    assert code == 0
    lines = out.splitlines()
    assert lines[:2] == ["Searched: ijs", "2 hits in 2 documents"]
    assert lines[3] == "ah-tk-20302031-78 · 2031-01-30 · Van Duin (PvdV)"
    assert lines[5] == "    answer to question 2"
    assert lines[6].startswith("    Er ligt ijs op de rivier,")
    assert lines[-2:] == ["    answer to question 2", "    Het ijs."]
    assert max(map(len, lines)) <= 80


def test_a_document_is_named_once_for_its_hits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = search(capsys, "vraag:waarom OR ijs OR vaart", "--path", folder)
    assert out.count("ah-tk-20302031-77 ·") == 1
    assert out.count("question 1") == 2


def test_the_words_are_bold_on_a_terminal_only(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kvtui.cli.search.is_terminal", lambda stream: True)
    _, out, _ = search(capsys, "ijs OR vaart", "--path", folder)
    assert "    Het \x1b[1mijs\x1b[22m.\n" in out
    assert "    \x1b[1mVaart\x1b[22m de veerpont?\n" in out
    monkeypatch.undo()
    assert "\x1b" not in search(capsys, "ijs", "--path", folder)[1]


def test_a_document_without_a_subject_is_named_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ah-tk-20302031-79.md").write_text(TEXT.replace(" over de veerpont\n", "\n"), "utf-8")
    _, out, _ = search(capsys, "nr:77", "--path", tmp_path / "ah-tk-20302031-79.md")
    assert out.splitlines()[2:] == ["", "ah-tk-20302031-79 · 2031-01-30"]


def test_json_is_one_object_a_line_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = search(capsys, "Het", "ijs", "--json", "--path", folder)
    (hit,) = map(json.loads, out.splitlines())
    assert code == 0
    assert hit == {
        "identifier": "ah-tk-20302031-77",
        "kind": "answer",
        "date": "2031-01-30",
        "subject": "de veerpont",
        "askers": [{"name": "Van Duin", "party": "PvdV"}],
        "days": 21,
        "part": "answer",
        "number": 2,
        "numbers": [2],
        "excerpt": "Het ijs.",
        "marks": [[0, 3], [4, 7]],
        "path": str(folder / "ah-tk-20302031-77.md"),
    }


def test_csv_has_a_header_line_and_no_cell_that_is_a_formula(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = search(capsys, "kort:nee", "--csv", "--path", folder)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["identifier"] for row in rows} == {"ah-tk-20302031-77", "ah-tk-20302031-78"}
    assert {row["subject"] for row in rows} == {"de veerpont", "'=SOM(veerponten)"}
    assert {row["askers"] for row in rows} == {"Van Duin (PvdV)"}


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_programs_get_all_hits_or_as_many_as_they_ask(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("kvtui.cli.search._PAGE", 2)
    header = 1 if form == "--csv" else 0
    for limit, lines in (((), 6), (("--limit", 5), 5), (("--limit", 2), 2), (("--limit", 99), 6)):
        _, out, _ = search(capsys, "vaart OR waarom OR veerpont OR ijs", form, *limit, "--path", folder)
        assert len(out.splitlines()) == lines + header


def test_as_text_the_rest_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = search(capsys, "ijs", "--limit", 1, "--path", folder)
    assert out.endswith("\n1 more: --limit 2 shows all\n")


def test_the_best_hit_comes_first_if_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newest = search(capsys, "--newest", "ijs", "--json", "--path", folder)[1].splitlines()
    best = search(capsys, "--relevance", "ijs", "--json", "--path", folder)[1].splitlines()
    assert best == newest[::-1]


def test_a_minus_before_a_word_is_no_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = search(capsys, "ijs", "-schipper", "--json", "--path", folder)
    assert (code, len(out.splitlines())) == (0, 1)


def test_nothing_found_is_told_with_what_to_try(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = search(capsys, "veerpotn", "--path", folder)
    assert code == 1
    assert out.splitlines() == [
        "Searched: veerpotn",
        "Nothing found",
        "veerpotn is in no document: did you mean veerpont?",
    ]


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_nothing_found_ends_with_one_for_programs_too(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    code, out, _ = search(capsys, "raket", form, "--path", folder)
    assert (code, len(out.splitlines())) == (1, int(form == "--csv"))


def test_a_number_leads_to_its_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = search(capsys, "2030-2031/77", "--path", folder)
    assert code == 0
    assert "Of that number: ah-tk-20302031-77 · 2031-01-30 · Van Duin (PvdV)" in out


@pytest.mark.parametrize(
    "arguments", [[], ["a", "--limit", "0"], ["a", "--limit", "x"], ["a", "--json", "--csv"]]
)
def test_wrong_use_is_told_on_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = search(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_an_empty_library_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = search(capsys, "ijs")
    assert (code, out) == (2, "")
    assert "kvtui add FOLDER" in err


def test_a_folder_without_documents_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leeg").mkdir()
    code, out, err = search(capsys, "ijs", "--path", tmp_path / "leeg")
    assert (code, out, err) == (2, "", "kvtui: no documents there\n")


def test_a_library_without_its_index_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(folder)]) == 0
    assert search(capsys, "ijs")[0] == 0
    (main_collection((), cache_dir()).folder / "index" / "meta.json").unlink()
    code, out, err = search(capsys, "ijs")
    assert (code, out) == (2, "")
    assert "kvtui refresh" in err
    assert err.count("\n") == 1

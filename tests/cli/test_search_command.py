from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kvtui.cli.library_roots import save_roots
from kvtui.cli.main import main
from kvtui.library.catalogue import open_catalogue
from kvtui.library.catalogue.writing import open_to_write
from kvtui.library.collection import main_collection
from kvtui.library.index.opening import discard_index, index_folder
from kvtui.library.index.vocabulary import vocabulary_file
from kvtui.library.indexing.progress import Progress, Stage
from kvtui.library.indexing.refreshing import refresh
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
    monkeypatch.setattr("kvtui.cli.search_text.is_terminal", lambda stream: True)
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
    monkeypatch.setattr("kvtui.library.search.paging.PAGE", 2)
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
    assert out.splitlines()[1] == "1 document of that number"
    assert "Of that number: ah-tk-20302031-77 · 2031-01-30 · Van Duin (PvdV)" in out


def test_documents_of_a_number_are_counted_beside_the_texts_that_have_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = TEXT.replace("\n77\n", "\n79\n").replace("Het ijs.", "Om 78 redenen.")
    (folder / "ah-tk-20302031-79.md").write_text(third, "utf-8")
    _, out, _ = search(capsys, "78", "--path", folder)
    assert out.splitlines()[1] == "1 document of that number and 1 hit in 1 document"


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_programs_get_the_document_of_a_number_first(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    code, out, _ = search(capsys, "77", form, "--path", folder)
    rows = list(csv.DictReader(io.StringIO(out))) if form == "--csv" else [*map(json.loads, out.splitlines())]
    assert code == 0
    assert (rows[0]["identifier"], rows[0]["part"]) == ("ah-tk-20302031-77", "header")
    assert rows[0]["excerpt"] == "de veerpont"
    _, out, _ = search(capsys, "77", form, "--limit", 1, "--path", folder)
    assert len(out.splitlines()) == 1 + (form == "--csv")


@pytest.mark.parametrize("limit", ["99999999999999999999", "9" * 5000], ids=["large", "long"])
def test_more_than_there_can_be_is_all(folder: Path, capsys: pytest.CaptureFixture[str], limit: str) -> None:
    code, out, err = search(capsys, "ijs", "--limit", limit, "--path", folder)
    assert (code, out.count("answer to question 2"), "itself failed" in err) == (0, 2, False)


def test_a_limit_over_a_page_goes_on_behind_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("vaart OR waarom OR veerpont OR ijs", "--path", folder)
    _, usual, _ = search(capsys, *asked)
    monkeypatch.setattr("kvtui.library.search.paging.PAGE", 2)
    assert search(capsys, *asked, "--limit", 99)[1] == usual
    assert "1 more: --limit 6 shows all" in search(capsys, *asked, "--limit", 5)[1]


def test_a_wrong_limit_is_repeated_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = search(capsys, "ijs", "--limit", "-1")
    assert code == 2
    assert "--limit: -1 is no number from 1" in err


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


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_a_notice_has_no_answering_days_as_the_filter_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    told = TEXT.partition("Antwoord 1")[0].replace("Antwoord van", "Mededeling van")
    text = f"{told}Mededeling\n\nDe vragen worden later beantwoord, want het ijs smelt nog.\n"
    (tmp_path / "ah-tk-20302031-79.md").write_text(text, "utf-8")
    _, out, _ = search(capsys, "soort:mededeling", form, "--path", tmp_path)
    (hit,) = map(json.loads, out.splitlines()) if form == "--json" else csv.DictReader(io.StringIO(out))
    assert (hit["kind"], hit["date"]) == ("notice", "2031-01-30")
    assert not hit["days"]


@pytest.fixture
def partly_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The main library, of which two files were found and not read yet; gives the first folder."""
    assert main(["add", str(folder)]) == 0
    for number in (80, 81):
        (folder / f"ah-tk-20302031-{number}.md").write_text(TEXT.replace("\n77\n", f"\n{number}\n"), "utf-8")
    told: list[Progress] = []
    collection = main_collection((folder,), cache_dir())
    refresh(collection, told.append, lambda: Stage.COMMITTED in [each.stage for each in told])
    capsys.readouterr()
    return folder


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_while_files_are_not_read_what_is_found_is_not_told_as_all(
    partly_read: Path, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    code, out, err = search(capsys, "ijs", *form)
    assert (code, "ah-tk-20302031-77" in out) == (0, True)
    assert err == "kvtui: 2 of 4 files are not read yet: what is found is not all\n"
    assert main(["refresh"]) == 0
    capsys.readouterr()
    assert search(capsys, "ijs", *form)[2] == ""


def test_nothing_found_is_not_told_as_the_truth_while_files_are_not_read(
    partly_read: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = search(capsys, "roeiboot")
    assert (code, out.splitlines()[1]) == (1, "Nothing found so far")
    assert "2 of 4 files are not read yet" in err


def test_a_library_that_is_just_being_made_says_that_nothing_is_read_yet(
    partly_read: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = main_collection((), cache_dir()).folder
    discard_index(library)
    with open_to_write(library) as catalogue:
        catalogue.mark_all_changed()
        catalogue.save()
    code, out, err = search(capsys, "ijs")
    assert (code, out) == (2, "")
    assert err == "kvtui: 4 of 4 files are not read yet; kvtui refresh reads them\n"


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_words_without_their_forms_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    assert main(["add", str(folder)]) == 0
    vocabulary_file(main_collection((), cache_dir()).folder).unlink()
    capsys.readouterr()
    code, _, err = search(capsys, "ijs", *form)
    assert code == 0
    assert err.count("only as they are typed") == 1
    assert main(["refresh"]) == 0
    capsys.readouterr()
    assert search(capsys, "ijs", *form)[2] == ""


def lose(pattern: str) -> None:
    """Files of the main library's index are gone."""
    for file in index_folder(main_collection((), cache_dir()).folder).glob(pattern):
        file.unlink()


def overwrite(pattern: str) -> None:
    """Something else is in files of the main library's index."""
    for file in index_folder(main_collection((), cache_dir()).folder).glob(pattern):
        size = file.stat().st_size
        with file.open("r+b") as damaged:
            damaged.write(b"\xff" * (size * 3 // 4))


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
@pytest.mark.parametrize(
    ("damage", "pattern", "problem"),
    [
        (lose, "meta.json", "The index is gone"),
        (lose, "*.pos", "The index is damaged"),
        (overwrite, "*.term", "The index is damaged"),
        (overwrite, "*.store", "The index is damaged"),
    ],
)
def test_an_index_that_cannot_be_searched_is_made_anew_and_searched(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[str], None],
    pattern: str,
    problem: str,
    form: list[str],
) -> None:
    assert main(["add", str(folder)]) == 0
    capsys.readouterr()
    found = search(capsys, '"het ijs"', *form)
    damage(pattern)
    code, out, err = search(capsys, '"het ijs"', *form)
    assert (code, out) == found[:2]
    assert err.splitlines()[0] == f"kvtui: {problem} and is made anew from the documents."
    assert search(capsys, '"het ijs"', *form) == found


def test_a_library_without_folders_is_not_emptied_because_its_index_is_damaged(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(folder)]) == 0
    save_roots(removed=[folder])
    lose("*.pos")
    capsys.readouterr()
    assert search(capsys, "ijs")[:2] == (2, "")
    with closing(open_catalogue(main_collection((), cache_dir()).folder)) as catalogue:
        assert catalogue.count() == 2

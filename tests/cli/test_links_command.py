from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kvtui.cli.main import main
from kvtui.userdata.paths import cache_dir
from tests.cli.conftest import TEXT
from tests.library.links.making import answer, cites, library, notice, questions

Captured = pytest.CaptureFixture[str]
SPOT = "\x1b[31m"


@pytest.fixture
def main_library() -> None:
    library(
        cache_dir() / "library",
        questions("2099Z00123"),
        notice(40, date(2099, 2, 5)),
        answer(
            90,
            date(2099, 3, 12),
            case_number="2099Z00123",
            header=f"Zie ook {cites(40)}.",
            answers=("Nee.", f"Zie {cites(7)}, antwoord op vraag 3, en {cites(8)} en {cites(7)}."),
        ),
        answer(
            200,
            date(2099, 5, 1),
            submitted=date(2099, 4, 1),
            subject=f"de pont {SPOT}",
            asks=(f"Kent u {cites(90)}, antwoord op vraag 2?",),
            answers=("Ja.",),
        ),
        answer(90, date(2098, 3, 12), identifier="ah-tk-20972098-90", submitted=date(2098, 1, 1)),
    )


@pytest.mark.usefixtures("main_library")
@pytest.mark.parametrize(
    "typed",
    [
        "ah-tk-20982099-90",
        "2098-2099/90",
        "2099Z00123",
        "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-90.html",
    ],
)
def test_a_document_is_found_however_its_number_is_typed(capsys: Captured, typed: str) -> None:
    assert main(["links", typed]) == 0
    assert capsys.readouterr().out.startswith("ah-tk-20982099-90 · answer by Minister Duin, 12 Mar 2099\n")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("2099Z00123", "ah-tk-20982099-90"), ("kv-tk-2099Z00123", "kv-tk-2099Z00123")],
)
def test_a_case_is_the_answer_that_does_not_print_it_and_the_questions_are_themselves(
    capsys: Captured, typed: str, found: str
) -> None:
    told = notice(40, date(2099, 2, 5), case_number="2099Z00123")
    library(cache_dir() / "library", questions("2099Z00123"), told, answer(90, date(2099, 3, 12)))
    assert main(["links", typed]) == 0
    assert capsys.readouterr().out.startswith(f"{found} · ")


@pytest.mark.usefixtures("main_library")
def test_what_became_of_it_what_it_cites_and_what_cites_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["links", "2098-2099/90"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[3:] == [
        "",
        "Life line",
        "  10 Jan 2099           asked by Bos (SVP) · kv-tk-2099Z00123",
        "   5 Feb 2099    +26 d  notice by Minister Duin · ah-tk-20982099-40",
        "> 12 Mar 2099    +35 d  answer by Minister Duin · ah-tk-20982099-90",
        "   1 Apr 2099    +20 d  follow-up questions by Bos (SVP): de pont \\x1b[31m · ah-tk-20982099-200",
        "",
        "Refers to others in 4 places",
        "  header: Opens ah-tk-20982099-40: notice by Minister Duin, 5 Feb 2099.",
        "  answer 2: ah-tk-20982099-7 is not in the library.",
        "  answer 2: ah-tk-20982099-8 is not in the library.",
        "  answer 2: ah-tk-20982099-7 is not in the library.",
        "",
        "Cited in 1 place",
        "  ah-tk-20982099-200, question 1 on question 2 · answer by Minister Duin, 1 May 2099",
    ]


@pytest.mark.usefixtures("main_library")
def test_a_number_of_several_sessions_asks_for_the_year(capsys: Captured) -> None:
    assert main(["links", "90"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == ("kvtui: 90 is the number of 2 documents: ah-tk-20982099-90, ah-tk-20972098-90\n")
    assert main(["links", "200"]) == 0


@pytest.mark.usefixtures("main_library")
@pytest.mark.parametrize("typed", ["ah-tk-20982099-999", "999", "\x1b[31m", "x" * 5000])
def test_what_is_not_there_is_said(capsys: Captured, typed: str) -> None:
    assert main(["links", typed]) == 1
    err = capsys.readouterr().err
    assert err.endswith(" is not in the library\n")
    assert "\x1b" not in err


@pytest.mark.parametrize("typed", ["kst-36410-74", "36410-74", "2099Z00300", "kv-tk-2099Z00300"])
def test_of_what_is_not_there_is_told_who_cites_it(capsys: Captured, typed: str) -> None:
    text = "Zie Kamerstuk 36410, nr. 74. Zie 2099Z00300."
    library(cache_dir() / "library", answer(90, date(2099, 3, 12), answers=("Nee.", text)))
    assert main(["links", typed]) == 1
    out, err = capsys.readouterr()
    assert err == f"kvtui: {typed} is not in the library\n"
    assert out.splitlines() == [
        "Cited in 1 place",
        "  ah-tk-20982099-90, answer 2 · answer by Minister Duin, 12 Mar 2099",
    ]


@pytest.mark.usefixtures("main_library")
def test_json_is_nodes_and_edges_of_one_document_or_of_all(capsys: Captured) -> None:
    assert main(["links", "ah-tk-20982099-200", "--json"]) == 0
    values = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [value["identifier"] for value in values if value["type"] == "node"] == [
        "ah-tk-20982099-200",
        "ah-tk-20982099-90",
    ]
    (edge,) = (value for value in values if value["type"] == "edge")
    assert (edge["source"], edge["target"]) == ("ah-tk-20982099-200", "ah-tk-20982099-90")
    assert (edge["part"], edge["numbers"], edge["questions"]) == ("question", [1], [2])
    assert main(["links", "--all", "--json"]) == 0
    every = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    missing = {value["identifier"] for value in every if value["type"] == "node" and not value["in_library"]}
    assert missing == {"ah-tk-20982099-7", "ah-tk-20982099-8"}


@pytest.mark.usefixtures("main_library")
def test_dot_is_one_digraph(capsys: Captured) -> None:
    assert main(["links", "--all", "--dot"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("digraph ")
    assert out.endswith("}\n")
    assert '"ah-tk-20982099-200" -> "ah-tk-20982099-90" [label="question 1 → 2"];' in out
    assert "\x1b" not in out


@pytest.mark.usefixtures("main_library")
def test_wanted_is_what_is_cited_and_not_there_the_most_cited_first(capsys: Captured) -> None:
    assert main(["wanted"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "     2×  ah-tk-20982099-7  (answers, in 1 document)",
        "     1×  ah-tk-20982099-8  (answers, in 1 document)",
    ]
    assert main(["wanted", "--json", "--limit", "1"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {
        "identifier": "ah-tk-20982099-7",
        "kind": "answers",
        "times": 2,
        "documents": 1,
        "url": "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-7.html",
    }


@pytest.mark.parametrize("command", [["links", "90"], ["links", "--all", "--json"], ["wanted"]])
def test_an_empty_library_says_how_to_fill_it(capsys: Captured, command: list[str]) -> None:
    assert main(command) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "kvtui add" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["links"],
        ["links", "--all"],
        ["links", "90", "--all", "--json"],
        ["links", "90", "--json", "--dot"],
        ["wanted", "--limit", "0"],
        ["wanted", "--limit", "²"],
    ],
)
def test_wrong_use_is_said_on_one_line(capsys: Captured, arguments: list[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


@pytest.mark.usefixtures("main_library")
@pytest.mark.parametrize("limit", ["99999999999999999999", "9" * 5000], ids=["large", "long"])
def test_more_than_there_can_be_is_all(capsys: Captured, limit: str) -> None:
    assert main(["wanted", "--limit", limit]) == 0
    out, err = capsys.readouterr()
    assert (len(out.splitlines()), err) == (2, "")


def test_a_document_without_a_number_is_named_by_its_file(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("een", "twee"):
        (tmp_path / folder).mkdir()
    text = TEXT.replace("\n77\n", "\n").replace("2030-2031 Aanhangsel van de Handelingen", "")
    (tmp_path / "een" / "geld.txt").write_text(text, "utf-8")
    for named in ("geld.txt", "een/geld.txt", str(tmp_path / "een" / "geld.txt")):
        assert main(["links", named, "--path", "een"]) == 0
        assert capsys.readouterr().out.startswith("geld.txt · ")
        assert main(["links", named, "--json", "--path", "een"]) == 0
        assert json.loads(capsys.readouterr().out.splitlines()[0])["type"] == "node"
    other = text.replace("veerpont", "stoomtram").replace("9 januari", "8 januari")
    (tmp_path / "twee" / "geld.txt").write_text(other, "utf-8")
    assert main(["links", "geld.txt", "--path", "een", "twee"]) == 1
    assert "geld.txt is the file name of 2 documents: " in capsys.readouterr().err
    assert main(["links", "eld.txt", "--path", "een", "twee"]) == 1
    assert capsys.readouterr().err == "kvtui: eld.txt is not in the library\n"


def test_other_folders_are_read_as_they_are_now(document: Path, capsys: Captured) -> None:
    assert main(["links", "77", "--path", str(document.parent)]) == 0
    assert capsys.readouterr().out.startswith(
        "ah-tk-20302031-77 · answer by Minister Bakboord, 30 Jan 2031\n"
    )
    later = document.parent / "ah-tk-20302031-78.md"
    cited = TEXT.replace("\n77\n", "\n78\n").replace(
        "Het ijs.", "Zie Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 77, antwoord op vraag 2."
    )
    later.write_text(cited, "utf-8")
    assert main(["links", "77", "--path", str(document.parent)]) == 0
    assert "ah-tk-20302031-78, answer 2 on question 2" in " ".join(capsys.readouterr().out.split())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert main(["wanted", "--path", str(tmp_path / "nergens")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no such file or folder" in err

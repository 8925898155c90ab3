"""Who cites a document of the library, and which of its questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kvtui.library.links.citing import Citings, cited_by_others, citing_absent, citing_any
from kvtui.library.links.targets import targets_of
from kvtui.library.links.wanted import wanted
from kvtui.model import Document, TextPart
from tests.library.links.making import VEEN, answer, cites, entry_in, library, notice, questions

MARCH, APRIL, MAY = date(2099, 3, 12), date(2099, 4, 1), date(2099, 5, 1)
NR_12 = "Aanhangsel van de Handelingen, nr. 12"


def places(citings: Citings) -> list[tuple[str | None, TextPart, tuple[int, ...]]]:
    return [(entry.identifier, citation.part, citation.numbers) for entry, citation in citings.everything]


def test_cited_by_the_very_answers_newest_first(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH),
        answer(40, APRIL, answers=("Nee.", f"Zie {cites(12)}.")),
        answer(41, MAY, answers=(f"Zie {cites(12)}.",), header=f"Zie ook {cites(12)}."),
    )
    assert places(cited_by_others(entry_in(catalogue, 12), catalogue)) == [
        ("ah-tk-20982099-41", TextPart.HEADER, ()),
        ("ah-tk-20982099-41", TextPart.ANSWER, (1,)),
        ("ah-tk-20982099-40", TextPart.ANSWER, (2,)),
    ]


def test_a_question_has_what_names_it_and_the_document_the_others(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH),
        answer(40, APRIL, answers=(f"Zie {cites(12)}, antwoord op vragen 2 en 3.",)),
        answer(41, MAY, answers=(f"Zie {cites(12)}.",)),
    )
    citings = cited_by_others(entry_in(catalogue, 12), catalogue)
    assert [entry.number for entry, _ in citings.whole] == ["41"]
    assert [entry.number for entry, _ in citings.of_question(2)] == ["40"]
    assert [entry.number for entry, _ in citings.of_question(3)] == ["40"]
    assert citings.of_question(1) == ()


def test_a_set_is_cited_by_its_case_number_too(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH, case_number="2099Z00100"),
        questions("2099Z00200", APRIL, note="Ter aanvulling op eerdere vragen (vraagnummer 2099Z00100)."),
    )
    assert places(cited_by_others(entry_in(catalogue, 12), catalogue)) == [
        ("kv-tk-2099Z00200", TextPart.NOTE, ())
    ]


def test_a_guess_counts_for_the_one_that_is_meant_only(tmp_path: Path) -> None:
    before = answer(12, date(2098, 3, 12), identifier="ah-tk-20972098-12", session_year="2097-2098")
    both = library(
        tmp_path / "both", before, answer(12, MARCH), answer(40, APRIL, answers=(f"Zie {NR_12}.",))
    )
    assert len(cited_by_others(entry_in(both, 12), both).everything) == 1
    assert not cited_by_others(entry_in(both, "ah-tk-20972098-12"), both).everything
    one = library(tmp_path / "one", before, answer(40, APRIL, answers=(f"Zie {NR_12}.",)))
    assert len(cited_by_others(entry_in(one, "ah-tk-20972098-12"), one).everything) == 1


def test_who_cites_what_is_not_there_counts_a_guess_for_the_one_that_is_wanted(tmp_path: Path) -> None:
    catalogue = library(tmp_path, answer(40, APRIL, answers=(f"Zie {NR_12} en {cites(13)}.",)))
    cited = {number: len(citing_absent(f"ah-tk-{number}", catalogue)) for number in (
        "20982099-12", "20972098-12", "20982099-13", "20982099-13-h1", "20982099-14",
    )}  # fmt: skip
    assert cited == {
        "20982099-12": 1,
        "20972098-12": 0,
        "20982099-13": 1,
        "20982099-13-h1": 1,
        "20982099-14": 0,
    }
    assert {one.identifier for one in wanted(catalogue)} == {"ah-tk-20982099-12", "ah-tk-20982099-13"}


def test_a_document_does_not_cite_itself(tmp_path: Path) -> None:
    catalogue = library(tmp_path, notice(12, MARCH, case_number="2099Z00100", note="Zie 2099Z00100."))
    assert cited_by_others(entry_in(catalogue, 12), catalogue).everything == ()


def follow_up(text: str, number: int = 40) -> Document:
    """Later questions of others, whose answer says that."""
    return answer(number, MAY, submitted=APRIL, askers=(VEEN,), asks=("Vaart de boot?",), answers=(text,))


def test_a_case_counts_for_the_answer_that_does_not_print_it(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        notice(12, MARCH, case_number="2099Z00100"),
        answer(13, APRIL),
        follow_up("Zie 2099Z00100."),
        follow_up("Zie kv-tk-2099Z00100.", 41),
    )
    expected = [("ah-tk-20982099-41", TextPart.ANSWER, (1,)), ("ah-tk-20982099-40", TextPart.ANSWER, (1,))]
    assert places(cited_by_others(entry_in(catalogue, 13), catalogue)) == expected


def test_what_cites_a_case_is_listed_with_the_one_document_that_it_leads_to(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        questions("2099Z00100"),
        notice(12, MARCH, case_number="2099Z00100"),
        answer(13, APRIL, header=f"Zie ook {cites(12)}."),
        follow_up(f"Zie 2099Z00100 en {cites(12)}."),
        follow_up("Zie kv-tk-2099Z00100.", 41),
    )
    entries = list(catalogue.entries(catalogue.order()))
    leads = {
        (citing.identifier, citation.text, target.entry.identifier)
        for citing in entries
        for citation, target in targets_of(catalogue.citations_from(citing.file), MAY, catalogue)
        if target.entry
    }
    listed = {
        (citing.identifier, citation.text, entry.identifier)
        for entry in entries
        for citing, citation in cited_by_others(entry, catalogue).everything
    }
    assert listed == leads
    assert len(listed) == 4
    assert {cited for _, _, cited in listed} == {"ah-tk-20982099-12", "ah-tk-20982099-13"}


def test_a_place_that_names_two_documents_of_a_set_cites_the_set_once(tmp_path: Path) -> None:
    text = "Zie Aanhangsel Handelingen, vergaderjaar 2098–2099, nrs. 12 en 13."
    catalogue = library(tmp_path, notice(12, MARCH), answer(13, APRIL), follow_up(text))
    found = citing_any([entry_in(catalogue, 12), entry_in(catalogue, 13)], catalogue)
    assert [entry.number for entry, _ in found] == ["40"]


def test_who_cites_a_reprint_cites_the_first_print(tmp_path: Path) -> None:
    catalogue = library(tmp_path, answer(12, MARCH), follow_up("Zie ah-tk-20982099-12-h1."))
    assert len(cited_by_others(entry_in(catalogue, 12), catalogue).everything) == 1

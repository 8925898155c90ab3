"""What is cited and not in the library."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.links.targets import targets_of
from kvtui.library.links.wanted import Wanted, WantedKind, kind_of, kind_words, wanted
from tests.library.links.making import answer, cites, entry_in, library

MARCH, APRIL = date(2099, 3, 12), date(2099, 4, 1)
NR_12 = "Aanhangsel van de Handelingen, nr. 12"


def test_what_is_cited_and_not_there_the_most_cited_first(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(40, MARCH, answers=(f"Zie {cites(12)}.", f"Zie {cites(12)} en Kamerstuk 36 999, nr. 5.")),
        answer(41, APRIL, answers=(f"Zie {cites(12)} en {cites(40)}.", "Zie 2099Z00100 en 2099D00200.")),
    )
    found = list(wanted(catalogue))
    assert found[0] == Wanted(
        "ah-tk-20982099-12",
        WantedKind.ANSWERS,
        times=3,
        documents=2,
        url="https://zoek.officielebekendmakingen.nl/ah-tk-20982099-12.html",
    )
    assert {(one.identifier, one.kind) for one in found[1:]} == {
        ("kst-36999-5", WantedKind.PAPER),
        ("2099Z00100", WantedKind.QUESTIONS),
        ("2099D00200", WantedKind.OTHER),
    }


def test_nothing_is_wanted_that_a_link_would_open(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH, identifier="ah-tk-20982099-12-h1", case_number="2099Z00100"),
        answer(40, APRIL, answers=(f"Zie {cites(12)}.", "Zie 2099Z00100 en kv-tk-2099Z00100.")),
    )
    assert list(wanted(catalogue)) == []


def test_of_a_guess_the_likelier_is_wanted_unless_the_other_is_there(tmp_path: Path) -> None:
    citing = (
        answer(40, MARCH, answers=(f"Zie {NR_12}.",)),
        answer(41, APRIL, answers=(f"Zie {NR_12}.", f"Zie {cites(12)}.")),
    )
    catalogue = library(tmp_path / "none", *citing)
    found = [(one.identifier, one.times, one.documents) for one in wanted(catalogue)]
    assert found == [("ah-tk-20982099-12", 3, 2)]
    before = answer(12, date(2098, 3, 12), identifier="ah-tk-20972098-12", session_year="2097-2098")
    catalogue = library(tmp_path / "one", before, *citing)
    assert [(one.identifier, one.times) for one in wanted(catalogue)] == [("ah-tk-20982099-12", 1)]
    catalogue = library(tmp_path / "both", before, citing[0])
    assert list(wanted(catalogue)) == []


def test_a_guess_that_is_younger_leaves_the_other_wanted_as_its_link_says(tmp_path: Path) -> None:
    citing = answer(40, MARCH, answers=(f"Zie {NR_12}.",))
    younger = answer(12, APRIL)
    catalogue = library(tmp_path / "one", citing, younger)
    assert [(one.identifier, one.times) for one in wanted(catalogue)] == [("ah-tk-20972098-12", 1)]
    before = answer(12, APRIL, identifier="ah-tk-20972098-12", session_year="2097-2098")
    catalogue = library(tmp_path / "other", citing, before)
    assert [(one.identifier, one.times) for one in wanted(catalogue)] == [("ah-tk-20982099-12", 1)]
    assert list(wanted(library(tmp_path / "both", citing, younger, before))) == []


def test_whatever_a_link_says_is_not_there_is_wanted(tmp_path: Path) -> None:
    texts = (f"Zie {NR_12}.", f"Zie {cites(7)} en {NR_12}.", "Zie 2099Z00100.")
    catalogue = library(tmp_path, answer(40, MARCH, answers=texts), answer(12, APRIL), answer(41, APRIL))
    found = targets_of(catalogue.citations_from(entry_in(catalogue, 40).file), MARCH, catalogue)
    absent = Counter(target.identifier for _, target in found if target.entry is None)
    assert absent == {one.identifier: one.times for one in wanted(catalogue)}


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("ah-tk-20982099-7", "answers"),
        ("kst-36410-74", "Kamerstuk"),
        ("stb-2098-12", "Staatsblad"),
        ("stcrt-2098-1234", "Staatscourant"),
        ("2098Z01234", "case"),
        ("kv-tk-2098Z01234", "questions"),
        ("2098D01234", "document"),
    ],
)
def test_each_kind_has_a_name(identifier: str, words: str) -> None:
    assert kind_words(Wanted(identifier, kind_of(identifier), 1, 1, None)) == words

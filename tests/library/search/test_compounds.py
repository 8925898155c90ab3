from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.library.index.vocabulary import Vocabulary
from kvtui.library.search.expanding import Expander
from tests.library.search.library import Library, document


def compounds(folder: Path, word: str, *known: str) -> set[str]:
    Library(folder, document(1, (" ".join(known), "")))
    return set(Expander(Vocabulary(folder)).expand(word).compounds)


@pytest.mark.parametrize(
    ("word", "compound", "rest"),
    [
        ("asiel", "asielopvang", "opvang"),
        ("asiel", "noodasiel", "nood"),
        ("opvang", "asielopvanglocatie", "asiel locatie"),
        ("gezin", "gezinshereniging", "hereniging"),
        ("gezinnen", "gezinshereniging", "gezin hereniging"),
        ("boer", "boerenland", "land"),
        ("kind", "kinderwet", "wet"),
        ("huis", "gemeentehuizen", "gemeente huizen"),
        ("school", "basisscholengemeenschap", "basis gemeenschap scholen"),
    ],
)
def test_a_word_with_known_words_around_it_is_a_compound(
    tmp_path: Path, word: str, compound: str, rest: str
) -> None:
    assert compounds(tmp_path, word, compound, rest) == {compound}


@pytest.mark.parametrize(
    ("word", "other"),
    [("raad", "draad"), ("raad", "beraad"), ("waar", "waarden"), ("wet", "wetboek"), ("land", "landde")],
)
def test_a_word_that_only_has_the_letters_is_none(tmp_path: Path, word: str, other: str) -> None:
    assert compounds(tmp_path, word, other, word, "den", "boek") == set()


@pytest.mark.parametrize(("word", "compound"), [("asiel", "asielaanvraag"), ("pont", "veerpont")])
def test_part_and_rest_of_four_letters_need_no_known_word(tmp_path: Path, word: str, compound: str) -> None:
    assert compounds(tmp_path, word, compound) == {compound}


@pytest.mark.parametrize(("word", "other"), [("pont", "spontaan"), ("jong", "jongheid")])
def test_a_short_rest_or_an_ending_makes_no_compound(tmp_path: Path, word: str, other: str) -> None:
    assert compounds(tmp_path, word, other) == set()


def test_what_is_left_of_a_hyphen_makes_no_compound(tmp_path: Path) -> None:
    often = [document(number, ("nederland", "")) for number in range(2, 30)]
    Library(tmp_path, document(1, ("neder-land", "")), *often, *often, *often, *often)
    assert Expander(Vocabulary(tmp_path)).expand("land").compounds == ()

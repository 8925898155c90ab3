"""Words as the index knows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.words import folded_words
from tests.library.query.typed import queries

_LATIN = (*range(0x20, 0x180), *range(0x1E00, 0x1E9A), *range(0x1EA0, 0x1EFA), *range(0xFB00, 0xFB07))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Asielopvang", ["asielopvang"]),
        ("één financiële coöperatie", ["een", "financiele", "cooperatie"]),
        ("foto’s, 22-jarige!", ["foto", "s", "22", "jarige"]),
        ("GroenLinks-PvdA", ["groenlinks", "pvda"]),
        ("ĳs in Ĳmuiden", ["ijs", "in", "ijmuiden"]),
        ("Søren Łódź Œuvre straße", ["soren", "lodz", "oeuvre", "strasse"]),
        ("e\u0301e\u0301n", ["een"]),
        ("m² CO₂", ["m2", "co2"]),
        ("_a_b_", ["a", "b"]),
        ("– … ?", []),
        ("", []),
    ],
)
def test_words_are_small_runs_of_letters_and_digits_without_accents(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


def test_latin_letters_become_what_the_index_makes_of_them() -> None:
    from kvtui.library.index.schema import make_analyzer

    analyzer = make_analyzer()
    texts = [f"a{chr(code)}b" for code in _LATIN]
    assert [text for text in texts if folded_words(text) != analyzer.analyze(text)] == []


@given(st.one_of(queries, st.text()))
def test_words_of_words_are_the_same_words(text: str) -> None:
    words = folded_words(" ".join(folded_words(text)))
    assert folded_words(" ".join(words)) == words

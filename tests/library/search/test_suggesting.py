from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.search.library import Library, document


@pytest.fixture
def library(tmp_path: Path) -> Library:
    often = [document(number, ("Vaart de veerpont nog?", "Ja.")) for number in range(2, 9)]
    return Library(tmp_path, document(1, ("De gemeente, de veerpoot en Bries.", "Stikstof.")), *often)


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("gemeete", {"gemeete": "gemeente"}),
        ("gemeetne", {"gemeetne": "gemeente"}),
        ("egmeente", {"egmeente": "gemeente"}),
        ("GEMÉÉNTA", {"gemeenta": "gemeente"}),
        ("veerpomt", {"veerpomt": "veerpont"}),
        ("stikstf veerpomt", {"stikstf": "stikstof", "veerpomt": "veerpont"}),
        ('"de gemeete"', {"gemeete": "gemeente"}),
        ("antwoord:stikstf OR ja", {"stikstf": "stikstof"}),
        ("gemeente", {}),
        ("gemeenten", {}),
        ("veerponten", {}),
        ("https://gemeete.example/veerpomt", {}),
        ("gemeete@veerpomt.example", {}),
        ("xylofoonorkest", {}),
        ("12345", {}),
        ("-gemeete ja", {}),
        ("gemeet* ja", {}),
    ],
)
def test_a_word_that_occurs_nowhere_has_the_nearest_that_does(
    library: Library, query: str, suggested: dict[str, str]
) -> None:
    assert dict(library.search(query).suggestions) == suggested

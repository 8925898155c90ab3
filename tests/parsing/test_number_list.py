"""Lists of question numbers, as headings print them."""

from __future__ import annotations

import re

import pytest

from kvtui.parsing.headings.number_list import NUMBERS, numbers_in


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("7", (7,)),
        ("2 en 3", (2, 3)),
        ("2 en 5", (2, 5)),
        ("3, 4 en 5", (3, 4, 5)),
        ("1,2,3,4 en 5", (1, 2, 3, 4, 5)),
        ("7, 8, en 9", (7, 8, 9)),
        ("7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
        ("29en 30", (29, 30)),
        ("3 + 5", (3, 5)),
        ("2 t/m 6", (2, 3, 4, 5, 6)),
        ("2 t / m 4", (2, 3, 4)),
        ("7 t/ 10", (7, 8, 9, 10)),
        ("12 tot en met 15", (12, 13, 14, 15)),
        ("4-7", (4, 5, 6, 7)),
        ("7–9 en 11–13", (7, 8, 9, 11, 12, 13)),
        ("1, 3 t/m 5 en 8", (1, 3, 4, 5, 8)),
        ("9 en 4", (9, 4)),
    ],
)
def test_lists_and_ranges_are_read_in_the_printed_order(printed: str, numbers: tuple[int, ...]) -> None:
    assert re.fullmatch(NUMBERS, printed)
    assert numbers_in(printed) == numbers


def test_a_number_named_twice_counts_once() -> None:
    assert numbers_in("2, 3 t/m 5 en 4") == (2, 3, 4, 5)


@pytest.mark.parametrize("printed", ["0", "6 t/m 2", "401", "1 t/m 999"])
def test_a_list_that_makes_no_sense_is_none(printed: str) -> None:
    assert numbers_in(printed) == ()


@pytest.mark.parametrize("text", ["2099", "en 3", "twee", ""])
def test_other_words_are_no_list(text: str) -> None:
    assert not re.fullmatch(NUMBERS, text)

"""Dutch dates."""

from __future__ import annotations

from datetime import date

import pytest

from kvtui.parsing.heads.dates import first_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 januari 2099", date(2099, 1, 29)),
        ("op 3 mei 2099).", date(2099, 5, 3)),
        ("18 november2099", date(2099, 11, 18)),
        ("18november 2099", date(2099, 11, 18)),
        ("1 Maart 2099", date(2099, 3, 1)),
        ("7 sept. 2099", date(2099, 9, 7)),
        ("29 januari 2 099", date(2099, 1, 29)),
        ("3-10-2099", date(2099, 10, 3)),
        ("03/10/2099", date(2099, 10, 3)),
        ("3.10.2099", date(2099, 10, 3)),
        ("29 februari 2096", date(2096, 2, 29)),
    ],
)
def test_a_date_is_read_in_every_way_of_writing(text: str, day: date) -> None:
    assert first_date(text) == day


def test_the_first_of_two_dates_counts() -> None:
    assert first_date("3 mei 2099, gewijzigd 4 mei 2099") == date(2099, 5, 3)


@pytest.mark.parametrize(
    "text", ["31 februari 2099", "40 mei 2099", "3 brumaire 2099", "mei 2099", "3 mei", ""]
)
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert first_date(text) is None


def test_behind_a_day_that_does_not_exist_a_true_one_is_found() -> None:
    assert first_date("31 februari 2099 (lees: 3 maart 2099)") == date(2099, 3, 3)

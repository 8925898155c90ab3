"""Dates and session years as readers type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.dates import (
    day_after,
    day_before,
    day_number,
    period_of,
    session_of,
    spaced_date,
    written_day,
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", 20240101, 20241231),
        ("2024-02", 20240201, 20240229),
        ("2-2024", 20240201, 20240229),
        ("februari 2024", 20240201, 20240229),
        ("feb. 2024", 20240201, 20240229),
        ("2023-02", 20230201, 20230228),
        ("2024-12", 20241201, 20241231),
    ],
)
def test_a_year_or_a_month_is_all_its_days(typed: str, first: int, last: int) -> None:
    assert period_of(typed) == (first, last)


@pytest.mark.parametrize(
    "typed",
    ["2024-02-01", "2024-2-1", "1-2-2024", "01/02/2024", "1.2.2024", "20240201", "1 februari 2024", "1 feb 2024",
     "1 February 2024"],
)  # fmt: skip
def test_a_day_is_known_in_every_form(typed: str) -> None:
    assert period_of(typed) == (20240201, 20240201)


@pytest.mark.parametrize(
    "typed", ["", "veel", "31-2-2024", "2023-02-29", "2024-13", "1 brumaire 2024", "24", "0000"]
)
def test_what_is_no_day_is_no_date(typed: str) -> None:
    assert period_of(typed) is None


@pytest.mark.parametrize(
    "typed", ["2023-2024", "20232024", "2023-24", "2023/2024", "2023–2024", "23-24", "2023/24"]
)
def test_a_session_year_is_known_in_every_form(typed: str) -> None:
    assert session_of(typed) == "2023-2024"


def test_a_session_year_may_cross_the_century() -> None:
    assert session_of("99-00") == "1999-2000"
    assert session_of("1999-00") == "1999-2000"


@pytest.mark.parametrize("typed", ["2024", "2023-2025", "2024-2023", "2324", "2024-02", "0000-0001", "a"])
def test_years_that_do_not_follow_each_other_are_no_session_year(typed: str) -> None:
    assert session_of(typed) is None


def test_a_date_with_spaces_ends_behind_its_year() -> None:
    text = "na:1 februari 2024 asiel"
    assert spaced_date(text, 3) == len("na:1 februari 2024")
    assert spaced_date("na:1 asiel", 3) is None
    assert spaced_date("na:de 2024", 3) is None


@given(st.dates(date(1000, 1, 2), date(2999, 12, 30)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    number = day_number(day)
    assert period_of(written_day(number)) == (number, number)
    assert day_before(day_after(number)) == number


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    period = period_of(text)
    assert period is None or period[0] <= period[1]
    session_of(text)

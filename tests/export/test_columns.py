"""Which columns hold numbers, whether they have names, and how they share the room."""

from __future__ import annotations

import pytest

from kvtui.export.columns import Columns, columns_of, fit


def columns(*rows: tuple[str, ...], bold: bool = False) -> Columns:
    return columns_of(rows, plain=rows, bold=bold, measure=len)


@pytest.mark.parametrize(
    "cell", ["1", "1.204", "€ 12,50", "-3", "45%", "1,2 mln.", "(12)", "± 30", "12*", "2 980"]
)
def test_a_column_of_numbers_is_told(cell: str) -> None:
    assert columns(("a", cell), ("b", "–"), ("c", "")).numeric == (False, True)


@pytest.mark.parametrize("cell", ["ja", "12 maart", "3 van 4", "A1"])
def test_a_column_with_words_is_none_of_numbers(cell: str) -> None:
    assert columns(("a", "1"), ("b", cell)).numeric == (False, False)


@pytest.mark.parametrize(
    "rows",
    [
        [("Haven", "Aantal"), ("Oostmeer", "12")],
        [("", "2097", "2098"), ("Oostmeer", "12", "13")],
    ],
)
def test_words_and_years_above_numbers_are_names(rows: list[tuple[str, ...]]) -> None:
    assert columns(*rows).names == rows[0]


@pytest.mark.parametrize(
    "rows",
    [
        [("Oostmeer", "12"), ("Westmeer", "13")],
        [("Haven", "Schipper"), ("Oostmeer", "Bakboord")],
        [("2096", "2097"), ("2097", "2098")],
        [("Haven", "Aantal")],
    ],
)
def test_a_first_row_that_looks_like_the_others_names_nothing(rows: list[tuple[str, ...]]) -> None:
    assert columns(*rows).names == ()


def test_a_bold_first_row_names_the_columns() -> None:
    assert columns(("Haven", "Schipper"), ("Oostmeer", "Bakboord"), bold=True).names == ("Haven", "Schipper")


def test_columns_that_fit_take_what_they_need() -> None:
    grid = fit(columns(("Oostmeer", "12"), ("West", "1.300")), 40)
    assert grid is not None
    assert grid.sizes == (8, 5)
    assert not grid.folds


def test_narrow_columns_stay_whole_and_wide_ones_share_the_rest() -> None:
    long = "woord " * 12
    grid = fit(columns(("12", long, long), ("13", "kort", "kort")), 60)
    assert grid is not None
    assert grid.sizes == (2, 26, 26)
    assert grid.folds


def test_columns_move_together_before_they_are_given_up() -> None:
    table = columns(*[("twaalfletter", "twaalfletter", "1234")] * 2)
    wide, close = fit(table, 34), fit(table, 30)
    assert wide is not None
    assert close is not None
    assert (wide.between, close.between) == (" │ ", "│")
    assert fit(table, 29) is None


def test_rows_that_would_be_towers_are_no_columns() -> None:
    assert fit(columns(("12", "woord " * 200)), 40) is None


def test_rows_of_different_length_are_filled_up() -> None:
    assert columns(("a",), ("b", "c", "d")).widest == (1, 1, 1)

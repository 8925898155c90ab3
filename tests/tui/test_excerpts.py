"""Excerpts in the few rows of a result: what was found is in them, and marked where it stands."""

from __future__ import annotations

import pytest

from kvtui.tui.text.excerpts import excerpt_rows

TEXT = " ".join(f"woord{number}" for number in range(100))


def mark_of(word: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


@pytest.mark.parametrize("word", ["woord0", "woord7", "woord25", "woord63", "woord99"])
@pytest.mark.parametrize("width", [12, 30, 80])
def test_the_first_word_found_is_in_the_rows_and_marked(word: str, width: int) -> None:
    rows = excerpt_rows(TEXT, (mark_of(word),), width, 2)
    assert [row.text[start:end] for row in rows for start, end in row.marks] == [word]


@pytest.mark.parametrize("width", [5, 12, 30, 80])
def test_no_row_is_wider_than_there_is_room(width: int) -> None:
    for word in ("woord0", "woord50"):
        rows = excerpt_rows(TEXT, (mark_of(word),), width, 2)
        assert len(rows) <= 2
        assert all(len(row.text) <= width for row in rows)


def test_a_short_text_is_whole_and_has_no_dots() -> None:
    assert [row.text for row in excerpt_rows("Ja, dat klopt.", (), 40, 2)] == ["Ja, dat klopt."]


def test_what_is_left_out_shows_as_dots() -> None:
    rows = excerpt_rows(TEXT, (mark_of("woord50"),), 30, 2)
    assert rows[0].text.startswith("…woord")
    assert rows[-1].text.endswith("…")


def test_a_mark_over_the_end_of_a_row_is_in_both() -> None:
    rows = excerpt_rows("een twee drie vier", ((4, 13),), 9, 3)
    assert [row.text[start:end] for row in rows for start, end in row.marks] == ["twee", "drie"]

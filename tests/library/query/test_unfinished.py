"""What may become of a query while it is typed."""

from __future__ import annotations

import pytest

from kvtui.library.query.reading import read_query
from kvtui.library.query.unfinished import unfinished


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("veer", "veer", "veer*"),
        ("mist vee", "vee", "mist vee*"),
        ("(mist OR vee", "vee", "(mist OR vee*"),
        ("één", "één", "één*"),
        ("vraag:vee", "vee", "vraag:vee*"),
        ("subject:(mist vee", "vee", "subject:(mist vee*"),
        ('"mist vee', "vee", '"mist vee*'),
        ('"dichte mist" vee', "vee", '"dichte mist" vee*'),
    ],
)
def test_the_last_word_may_be_the_beginning_of_others(text: str, word: str, meant: str) -> None:
    found = unfinished(read_query(text))
    assert found is not None
    assert (found.word, found.begun, found.without) == (word, read_query(meant), None)


@pytest.mark.parametrize(
    ("text", "word", "before", "left_out"),
    [
        ("v", "v", "", ("v",)),
        ("mist ve", "ve", "mist", ("ve",)),
        ("mist OR ve", "ve", "mist", ("OR", "ve")),
        ("(mist v", "v", "(mist", ("v",)),
        ("mist vraag:ve", "ve", "mist", ("ve",)),
    ],
)
def test_one_or_two_letters_may_be_left_out_until_they_go_on(
    text: str, word: str, before: str, left_out: tuple[str, ...]
) -> None:
    found = unfinished(read_query(text))
    assert found is not None
    assert found.word == word
    assert found.begun.node == read_query(f"{text}*").node
    assert found.without is not None
    assert (found.without.node, found.without.left_out) == (read_query(before).node, left_out)
    assert read_query(found.without.text).node == found.without.node


def test_they_are_not_left_out_where_that_makes_a_word_of_the_operator_before_them() -> None:
    found = unfinished(read_query("NOT ve"))
    assert found is not None
    assert found.without is None


@pytest.mark.parametrize(
    "text",
    [
        *("veer ", "lid:klep", "http:klep", "2099", "veer*", "veer)", "nr 12", "-veer", ""),
        *("veer OR", "(veer OR", "veer AND", "veer NOT", "veer NEAR"),
        *("mist NEAR veer", "mist NEAR/5 ve"),
    ],
)
def test_only_a_word_that_can_go_on_is_unfinished(text: str) -> None:
    assert unfinished(read_query(text)) is None

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
        ("vraag:(mist vee", "vee", "vraag:(mist vee*"),
    ],
)
def test_the_last_word_may_be_the_beginning_of_others(text: str, word: str, meant: str) -> None:
    found = unfinished(text)
    assert found is not None
    assert (found.word, found.query, found.is_too_short) == (word, read_query(meant), False)


@pytest.mark.parametrize(
    ("text", "word", "before", "left_out"),
    [
        ("v", "v", "", ("v",)),
        ("mist ve", "ve", "mist", ("ve",)),
        ("mist OR ve", "ve", "mist", ("OR", "ve")),
        ("(mist v", "v", "(mist", ("v",)),
    ],
)
def test_one_or_two_letters_are_no_beginning_yet(
    text: str, word: str, before: str, left_out: tuple[str, ...]
) -> None:
    found = unfinished(text)
    assert found is not None
    assert (found.word, found.is_too_short) == (word, True)
    assert (found.query.node, found.query.left_out) == (read_query(before).node, left_out)
    assert read_query(found.query.text).node == found.query.node


@pytest.mark.parametrize(
    "text",
    [
        *("veer ", '"de veer', "lid:klep", "2099", "veer*", "veer)", "nr 12", "-veer", ""),
        *("veer OR", "(veer OR", "veer AND", "veer NOT", "veer NEAR"),
    ],
)
def test_only_a_plain_word_can_be_unfinished(text: str) -> None:
    assert unfinished(text) is None

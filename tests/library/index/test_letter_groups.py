from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.index.letter_groups import GROUP, LetterGroups, group_table, read_group_table

words = st.lists(st.text("aeno", min_size=1, max_size=12), unique=True, max_size=30)
parts = st.text("aeno", min_size=GROUP, max_size=8)


def table_of(found: list[str]) -> LetterGroups:
    table, places = group_table((word, place) for place, word in enumerate(found))
    return read_group_table(memoryview(table), memoryview(b"".join(places)))


@given(words, parts)
def test_every_word_with_the_part_is_among_those_it_leads_to_in_their_order(
    found: list[str], part: str
) -> None:
    led = list(dict.fromkeys(table_of(found).places_for(part)))
    assert led == sorted(led)
    assert {place for place, word in enumerate(found) if part in word} <= set(led)


@given(words, parts)
def test_it_leads_to_no_word_without_a_group_of_the_part(found: list[str], part: str) -> None:
    groups = {part[start : start + GROUP] for start in range(len(part) - GROUP + 1)}
    for place in table_of(found).places_for(part):
        assert any(group in found[place] for group in groups)


def test_a_part_that_is_too_short_leads_nowhere() -> None:
    assert list(table_of(["asielopvang"]).places_for("asi")) == []
    assert list(table_of(["asielopvang"]).places_for("asie")) == [0]


def test_a_table_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="no table"):
        read_group_table(memoryview(b"12345"), memoryview(array("I")).cast("B"))

"""A filter is added to what was typed by one key, and taken out by the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.compose import with_filter, written
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import All, FilterField, Node
from kvtui.library.query.values import filter_of
from tests.library.query.typed import queries

_VALUES = [
    (FilterField.PARTY, "VVD"),
    (FilterField.PARTY, "Nieuw Sociaal Contract"),
    (FilterField.MEMBER, "Van 't Veer"),
    (FilterField.MEMBER, "a) OR (b"),
    (FilterField.MEMBER, "-x"),
    (FilterField.MEMBER, "=Van 't Veer"),
    (FilterField.MEMBER, "=="),
    (FilterField.ADDRESSED, "VWS"),
    (FilterField.SESSION, "2098-2099"),
    (FilterField.SESSION, "geen"),
    (FilterField.KIND, "answer"),
    (FilterField.DAYS, "<22"),
    (FilterField.DAYS, "22-42"),
    (FilterField.DAYS, "geen"),
    (FilterField.SHORT, "ja"),
]


def has_filter(text: str, field: FilterField, value: str) -> bool:
    """Whether everything that is found must meet it."""
    return filter_of(field, (value,)) in outermost(text)


def outermost(text: str) -> set[Node]:
    node = read_query(text).node
    return set(node.nodes) if isinstance(node, All) else {node} if node else set()


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("", FilterField.PARTY, "VVD", "partij:VVD"),
        ("asiel", FilterField.PARTY, "VVD", "asiel partij:VVD"),
        ("asiel ", FilterField.MEMBER, "Van Duin", 'asiel lid:"Van Duin"'),
        ("asiel ", FilterField.MEMBER, "=Van Duin", 'asiel lid:="Van Duin"'),
        ("asiel", FilterField.KIND, "answer", "asiel soort:antwoord"),
        ("asiel", FilterField.SESSION, "2098-2099", "asiel jaar:2098-2099"),
        ("asiel", FilterField.DAYS, "<22", "asiel dagen:<22"),
        ("asiel OR opvang", FilterField.ADDRESSED, "VWS", "asiel OR opvang aan:VWS"),
        ("partij:VVD", FilterField.PARTY, "D66", "partij:VVD partij:D66"),
        ("partij:VVD,D66", FilterField.PARTY, "VVD", "partij:VVD,D66 partij:VVD"),
        ("asiel NEAR", FilterField.PARTY, "VVD", "asiel partij:VVD"),
        ("asiel OR opvang AND NOT ", FilterField.PARTY, "VVD", "asiel OR opvang partij:VVD"),
        ("asiel -", FilterField.PARTY, "VVD", "asiel partij:VVD"),
        ("asiel, OR", FilterField.PARTY, "VVD", "asiel, partij:VVD"),
    ],
)
def test_a_filter_is_put_behind_what_was_typed(
    text: str, field: FilterField, value: str, expected: str
) -> None:
    assert with_filter(text, field, value) == expected


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("partij:VVD", FilterField.PARTY, "VVD", ""),
        ("asiel  partij:VVD  opvang", FilterField.PARTY, "VVD", "asiel opvang"),
        ("party: VVD asiel partij:VVD", FilterField.PARTY, "VVD", "asiel"),
        ("asiel aan:VenJ", FilterField.ADDRESSED, "JenV", "asiel"),
        ("asiel soort:antwoord", FilterField.KIND, "answer", "asiel"),
        ("asiel AND partij:VVD", FilterField.PARTY, "VVD", "asiel"),
        ("(asiel partij:VVD)", FilterField.PARTY, "VVD", "asiel"),
        ("partij:NSC asiel", FilterField.PARTY, "Nieuw Sociaal Contract", "asiel"),
    ],
)
def test_a_filter_that_is_there_is_taken_out_however_it_was_typed(
    text: str, field: FilterField, value: str, expected: str
) -> None:
    assert has_filter(text, field, value)
    assert with_filter(text, field, value) == expected


@pytest.mark.parametrize(
    "text", ["asiel OR partij:VVD", "-partij:VVD", "partij:VVD,D66", "asiel", '"partij:VVD"']
)
def test_a_filter_that_not_everything_must_meet_is_not_there(text: str) -> None:
    assert not has_filter(text, FilterField.PARTY, "VVD")


def test_a_value_that_means_nothing_leaves_the_text_as_it_is() -> None:
    assert with_filter("asiel", FilterField.DAYS, "veel") == "asiel"
    assert not has_filter("asiel", FilterField.DAYS, "veel")


@pytest.mark.parametrize("text", ["asiel OR", '"asiel', "asiel NOT", "vraag:", "asiel NEAR/5", "(asiel", "„"])
def test_half_a_query_does_not_swallow_the_filter(text: str) -> None:
    changed = with_filter(text, FilterField.MEMBER, "Van Duin")
    assert outermost(changed) == outermost(text) | outermost('lid:"Van Duin"')


@given(st.one_of(queries, st.text()), st.sampled_from(_VALUES))
def test_the_key_adds_what_is_not_there_and_once_more_takes_it_out(
    text: str, chosen: tuple[FilterField, str]
) -> None:
    was_there = has_filter(text, *chosen)
    once = with_filter(text, *chosen)
    assert has_filter(once, *chosen) != was_there
    assert outermost(with_filter(once, *chosen)) == outermost(text)


@given(st.one_of(queries, st.text()))
def test_a_query_that_is_written_anew_is_the_same_query(text: str) -> None:
    node = read_query(text).node
    assert read_query(written(node)).node == node

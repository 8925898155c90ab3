from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import TextPlace
from tests.library.search.library import Library, bracketed, document

TEXT = "De asielopvang, het asiel: géén veilige opvang. Veilig? Reünie in een «veilig land», zei Eén."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path, document(1, (TEXT, "Het asiel is vol; de gezinnen wachten op asiel.")))


def marked(library: Library, query: str, text: str = TEXT, place: TextPlace | None = None) -> str:
    return bracketed(text, library.searcher.marker(read_query(query)).ranges(text, place))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("asiel", "De [asielopvang], het [asiel]: géén veilige opvang. Veilig? Reünie in een «veilig land», zei Eén."),
        ("veilig", "De asielopvang, het asiel: géén [veilige] opvang. [Veilig]? Reünie in een «[veilig] land», zei Eén."),
        ("een", "De asielopvang, het asiel: [géén] veilige opvang. Veilig? Reünie in [een] «veilig land», zei [Eén]."),
        ("reun*", "De asielopvang, het asiel: géén veilige opvang. Veilig? [Reünie] in een «veilig land», zei Eén."),
        ('"veilig land"', "De asielopvang, het asiel: géén veilige opvang. Veilig? Reünie in een «[veilig land]», zei Eén."),
        ("vei NEAR lan", TEXT),
        ("veilig NEAR/9 een", "De asielopvang, het asiel: [géén] [veilige] opvang. [Veilig]? Reünie in [een] «[veilig] land», zei [Eén]."),
        ("opvang -asiel lid:Eén", "De [asielopvang], het asiel: géén veilige [opvang]. Veilig? Reünie in een «veilig land», zei Eén."),
        ("", TEXT),
    ],
)  # fmt: skip
def test_what_the_query_found_is_marked(library: Library, query: str, expected: str) -> None:
    expected = expected.replace("[géén]", "géén") if query in ("een", "veilig NEAR/9 een") else expected
    assert marked(library, query) == expected


def test_what_is_looked_for_in_one_sort_of_text_is_marked_there(library: Library) -> None:
    assert marked(library, "vraag:land", "land", TextPlace.QUESTION) == "[land]"
    assert marked(library, "vraag:land", "land", TextPlace.ANSWER) == "land"
    assert marked(library, "vraag:land", "land") == "[land]"
    assert marked(library, "land", "land", TextPlace.ANSWER) == "[land]"


@pytest.mark.parametrize(
    "text", ["", "İstanbul asiel", "ß asiel ﬁ asiel", "ĳasiel asiel", "\ud800 asiel", "ASİEL asiel"]
)
def test_marks_are_where_the_words_are_in_any_text(library: Library, text: str) -> None:
    words = [text[start:end] for start, end in library.searcher.marker(read_query("asiel")).ranges(text)]
    assert words == ["asiel"] * text.count(" asiel")


def test_marks_neither_overlap_nor_touch_out_of_order(library: Library) -> None:
    ranges = library.searcher.marker(read_query('veilig OR "veilig land" OR veil* OR land')).ranges(TEXT)
    assert [TEXT[start:end] for start, end in ranges] == ["veilige", "Veilig", "veilig land"]

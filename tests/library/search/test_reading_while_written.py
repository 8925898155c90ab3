from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from kvtui.library.facts.records import records_of
from kvtui.library.index.documents import documents_of
from kvtui.library.index.opening import DamagedIndexError, check_index, discard_index, index_folder
from kvtui.library.index.writing import open_writer
from kvtui.library.query.reading import read_query
from kvtui.library.search.results import Counts, DamagedError, Documents, SearchError
from kvtui.library.search.searching import open_searcher
from tests.library.search.library import Library, Rows, document


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path, document(1, ("Vaart de veerpont?", "Ja.")))


def test_what_is_committed_is_found_by_a_searcher_that_was_open(library: Library) -> None:
    assert library.found("veerpont") == ["1/1"]
    library.put(document(2, ("Vaart de veerpont nog?", "Nee.")), first=2)
    assert library.found("veerpont") == ["2/1", "1/1"]
    assert library.found("veerponten") == ["2/1", "1/1"]


def test_a_word_that_has_not_come_into_the_vocabulary_is_not_corrected(library: Library) -> None:
    writer = open_writer(library.folder)
    writer.replace(1, documents_of(1, records_of(document(1, ("Vaart de veerpomt?", "Ja.")), ())))
    writer.replace(2, documents_of(2, records_of(document(2, ("Vaart de veerpont?", "Ja.")), ())))
    writer.commit()
    writer.close()
    assert library.search("veerpomt").suggestions == ()
    assert library.found("veerpomt") == ["1/1"]


def test_what_is_not_committed_is_not_found(library: Library) -> None:
    writer = open_writer(library.folder)
    writer.replace(2, documents_of(2, records_of(document(2, ("Vaart de veerpont nog?", "Nee.")), ())))
    assert library.found("veerpont") == ["1/1"]
    writer.close()


def test_what_the_catalogue_has_let_go_of_is_not_shown(library: Library) -> None:
    library.put(document(2, ("Vaart de veerpont nog?", "Nee.")), first=2)
    del library.rows.rows[2]
    assert [hit.entry.number for hit in library.search("veerpont").hits] == ["1"]


def test_an_index_that_is_made_anew_serves_as_before_until_it_is_there(library: Library) -> None:
    assert library.found("veerpont") == ["1/1"]
    discard_index(library.folder)
    assert library.found("veerpont") == ["1/1"]
    library.put(document(5, ("Vaart de roeiboot?", "Ja.")))
    assert library.found("veerpont") == []
    assert library.found("roeiboot") == ["5/1"]


def test_a_damaged_index_serves_as_before_while_it_is_open(library: Library) -> None:
    assert library.found("veerpont") == ["1/1"]
    (index_folder(library.folder) / "meta.json").write_text("{")
    assert library.found("veerpont") == ["1/1"]


def test_without_an_index_a_search_says_so(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="no index") as raised:
        open_searcher(tmp_path, Rows()).search(read_query("veerpont"))
    assert not isinstance(raised.value, DamagedError)


def test_an_index_that_is_gone_though_documents_were_read_is_damage(library: Library) -> None:
    discard_index(library.folder)
    with pytest.raises(DamagedError, match="the index is gone"):
        library.search("veerpont")
    (index_folder(library.folder)).mkdir()
    (index_folder(library.folder) / "meta.json").write_text("{")
    with pytest.raises(DamagedError):
        library.search("veerpont")


@pytest.mark.parametrize("pattern", ["*.term", "*.pos", "*.idx", "*.store", "*.fast"])
@pytest.mark.parametrize("byte", [b"\0", b"\x7f", b"\xff"])
def test_damage_inside_a_file_is_no_other_error_than_that_of_a_search(
    library: Library, pattern: str, byte: bytes
) -> None:
    for damaged in index_folder(library.folder).glob(pattern):
        size = damaged.stat().st_size
        with open(damaged, "r+b") as file:
            file.write(byte * (size // 2))
    for query in ("veerpont", '"de veerpont"', "lid:bries"):
        with suppress(SearchError):
            found = open_searcher(library.folder, library.rows).search(read_query(query))
            assert all(hit.shown for hit in found.hits)


@pytest.mark.parametrize("pattern", ["*.term", "*.idx", "*.fast"])
def test_damage_that_a_search_comes_upon_is_told_and_known_to_the_next_writer(
    library: Library, pattern: str
) -> None:
    check_index(library.folder)
    for damaged in index_folder(library.folder).glob(pattern):
        size = damaged.stat().st_size
        with open(damaged, "r+b") as file:
            file.write(b"\0" * (size // 2))
    with pytest.raises(SearchError, match="the index is damaged"):
        open_searcher(library.folder, library.rows).search(read_query("veerpont"))
    with pytest.raises(DamagedIndexError):
        check_index(library.folder)
    discard_index(library.folder)
    library.put(document(2, ("Vaart de veerpont?", "Ja.")))
    check_index(library.folder)


@pytest.mark.parametrize(("pairs", "at_once"), [(3, Documents(3)), (150, None)])
def test_documents_of_few_hits_are_counted_at_once_of_many_when_asked_for(
    library: Library, pairs: int, at_once: Documents | None
) -> None:
    asked = [("Vaart de veerpont?", "Ja.")] * pairs
    library.put(document(2, *asked), document(3, *asked), first=2)
    results = library.search("veerpont", limit=2)
    assert (results.total, results.documents) == (2 * pairs + 1, at_once)
    assert library.searcher.count(results.query) == Counts(results.total, Documents(3))

"""What a search needs is mended by the next refresh, though no file has changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kvtui.library.collection import Collection
from kvtui.library.index.opening import discard_index, index_folder, is_damage
from kvtui.library.index.vocabulary import vocabulary_file
from kvtui.library.indexing import filling
from kvtui.library.indexing.progress import IndexingError, Progress, Stage
from kvtui.library.indexing.refreshing import refresh
from kvtui.library.indexing.removing import drop_former_roots
from kvtui.library.query.reading import read_query
from kvtui.library.search.results import Results, SearchError
from kvtui.library.search.searching import open_searcher
from tests.library.indexing.making import Library, write_answer

DAMAGED = "The index is damaged and is made anew from the documents."


def search(library: Library, text: str) -> Results:
    with closing(library.open()) as catalogue:
        results = open_searcher(library.collection.folder, catalogue).search(read_query(text))
        assert all(hit.shown for hit in results.hits)
        return results


@pytest.fixture
def written(library: Library) -> Library:
    for number in (1, 2, 3):
        write_answer(library.docs, number)
    library.refresh()
    assert search(library, "veerponten").total
    return library


def test_forms_are_found_after_a_kill_between_the_texts_and_their_words(
    written: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(folder: Path) -> None:
        raise KeyboardInterrupt

    write_answer(written.docs, 4, subject="het gemaal")
    with monkeypatch.context() as during:
        during.setattr(filling, "write_vocabulary", die)
        with pytest.raises(KeyboardInterrupt):
            written.refresh()
    assert not search(written, "gemalen").total
    assert written.refresh().read == 0
    assert search(written, "gemalen").total


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])


def without_words(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


def with_other_words(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"veerpont", b"veerpunt"))


def emptied(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [Path.unlink, truncated, without_words, with_other_words, emptied])
def test_a_damaged_list_of_words_is_told_finds_what_is_typed_and_is_mended(
    written: Library, damage: Callable[[Path], None]
) -> None:
    assert search(written, "veerponten").has_forms
    damage(vocabulary_file(written.collection.folder))
    results = search(written, "veerpont")
    assert (bool(results.total), results.has_forms) == (True, False)
    assert not search(written, "veerponten").total
    assert written.refresh().read == 0
    assert written.words == ["The list of words cannot be used and is made anew."]
    results = search(written, "veerponten")
    assert (bool(results.total), results.has_forms) == (True, True)


def test_words_that_are_whole_are_left_as_they_are(written: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise AssertionError("gathered again")

    monkeypatch.setattr(filling, "write_vocabulary", refuse)
    assert written.refresh().read == 0
    assert written.words == []


def test_words_of_documents_that_are_gone_are_forgotten(written: Library) -> None:
    path = write_answer(written.docs, 4, subject="het gemaal")
    written.refresh()
    assert search(written, "gemaaal").suggestions
    path.unlink()
    written.refresh()
    assert not search(written, "gemaaal").suggestions


@pytest.mark.parametrize("pattern", ["*.pos", "*.store", "*.term", "*.idx", "*.fast"])
@pytest.mark.parametrize("is_gone", [True, False])
def test_damage_that_a_search_comes_upon_is_mended_by_the_next_refresh_and_told_once(
    written: Library, pattern: str, is_gone: bool
) -> None:
    for file in index_folder(written.collection.folder).glob(pattern):
        content = file.read_bytes()
        file.unlink()  # never shortened in place: it may be mapped still
        if not is_gone:
            file.write_bytes(b"\x7f" * (len(content) // 2) + content[-99:])
    with pytest.raises(SearchError) as told:
        search(written, '"de veerpont"')
    assert str(told.value) == "the index is damaged"
    assert written.refresh().read == 3
    assert written.words == [DAMAGED]
    assert search(written, '"de veerpont"').total
    assert written.refresh().read == 0
    assert written.words == []
    written.check()


def test_damage_that_the_indexer_itself_comes_upon_is_mended_at_once(
    written: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        """As that of tantivy."""

    from kvtui.library.index.opening import TextIndexError, tantivy_errors
    from kvtui.library.indexing.stores import Stores

    put = Stores.put
    panics = [PanicException("at /a/path: range end")]

    def put_or_panic(*arguments: object) -> bool:
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            if panics:
                raise panics.pop()
        return put(*arguments)  # type: ignore[arg-type]

    assert is_damage(panics[0])
    monkeypatch.setattr(Stores, "put", put_or_panic)
    write_answer(written.docs, 4)
    assert written.refresh().read == 4
    assert written.words == [DAMAGED]
    written.check()


def test_an_index_that_cannot_be_written_is_told_without_the_words_of_its_maker(
    written: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kvtui.library.index.opening import TextIndexError, tantivy_errors
    from kvtui.library.indexing.stores import Stores

    def refuse(*arguments: object) -> bool:
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            raise ValueError("IoError { filepath: '/a/path', No space (os error 28) }")

    monkeypatch.setattr(Stores, "put", refuse)
    write_answer(written.docs, 4)
    with pytest.raises(IndexingError) as told:
        written.refresh()
    assert str(told.value) == "the index cannot be written: No space left on device"


def test_roots_are_taken_out_of_a_library_whose_index_is_gone_and_the_rest_is_found_again(
    written: Library, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    write_answer(other, 9)
    folder = written.collection.folder
    refresh(Collection((written.docs, other), folder), written.told.append, lambda: False, 1)
    discard_index(folder)
    assert drop_former_roots(written.collection, written.told.append, lambda: False) == 1
    written.refresh()
    assert {hit.entry.number for hit in search(written, "veerpont").hits} == {"1", "2", "3"}
    written.check()


def test_a_search_tells_how_many_files_are_not_read(written: Library) -> None:
    assert search(written, "veerpont").unread == 0
    for number in (4, 5):
        write_answer(written.docs, number)
    told: list[Progress] = []
    refresh(written.collection, told.append, lambda: Stage.COMMITTED in [each.stage for each in told], 1)
    results = search(written, "veerpont")
    assert (results.unread, {hit.entry.number for hit in results.hits}) == (2, {"1", "2", "3"})

from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.library.search.results import Order
from kvtui.model import ExplanatoryNote, Footnote, Notice, Reference, ReferenceKind, TextPart
from tests.library.search.library import Library, document

FOOTNOTE = Reference(TextPart.ANSWER, (1,), 0, 0, 0, "1", ReferenceKind.FOOTNOTE, ("1",))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(
        tmp_path,
        document(1, ("Vaart de veerpont bij ijs?", "Nee."), ("Klopt het bericht?", "Ja, het klopt."), subject="de veerpont"),
        document(2, ("Hoeveel asielzoekers wachten?", "De opvang van zoekers is vol."), subject="de opvang"),
        document(3, ("Krijgt het gezin asiel?", "Gezinnen krijgen asiel in een veilig land."), subject="gezinnen"),
        document(4, ("Is de asielopvang veilig?", "Deze opvang is een veilige opvang."), subject="onderdak"),
        document(
            5,
            ("Geldt de reünie?", "Zie hierboven."),
            subject="feest",
            footnotes=(Footnote("1", "De Mistbode, 3 mei"),),
            references=(FOOTNOTE,),
            notice=Notice(None, ("Het duurt wegens de kermis langer.",)),
            explanatory_note=ExplanatoryNote(None, ("Eerder over de draaimolen.",)),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ijs", ["1/1"]),
        ("IJS", ["1/1"]),
        ("reunie", ["5/1"]),
        ("REÜNIE", ["5/1"]),
        ("gezin", ["3", "3/1"]),
        ("gezinnen", ["3", "3/1"]),
        ("veilig", ["4/1", "3/1"]),
        ("veerpont", ["1", "1/1"]),
        ("mistbode", ["5/1"]),
        ("kermis", ["5"]),
        ("draaimolen", ["5"]),
        ("3 mei", ["5/1"]),
        ("raket", []),
    ],
)
def test_a_word_is_found_in_any_text_and_any_form(library: Library, query: str, found: list[str]) -> None:
    assert library.found(query) == found


@pytest.mark.parametrize("order", list(Order))
def test_a_compound_is_found_by_its_part_behind_the_word_itself(library: Library, order: Order) -> None:
    first, *behind = library.found("asiel", order)
    assert (first, set(behind)) == ("3/1", {"4/1", "2/1"})


def test_the_newest_come_first_and_in_a_document_what_is_read_first(library: Library) -> None:
    assert library.found("het OR de") == ["5", "5/1", "4/1", "3/1", "2", "2/1", "1", "1/1", "1/2"]


def test_the_best_come_first(library: Library) -> None:
    assert library.found("opvang veilig", Order.RELEVANCE)[0] == "4/1"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("veerpont ijs", ["1/1"]),
        ("veerpont klopt", []),
        ("ijs OR kermis", ["5", "1/1"]),
        ("veilig -land", ["4/1"]),
        ("veilig NOT land", ["4/1"]),
        ("(ijs OR land) veilig", ["3/1"]),
        ("veil*", ["4/1", "3/1"]),
        ("asielz*", ["2/1"]),
        ('"veilig land"', ["3/1"]),
        ('"veilige land"', []),
        ('"het klopt"', ["1/2"]),
        ('"klopt het"', ["1/2"]),
        ("asiel -opvang", ["3/1"]),
    ],
)
def test_words_are_put_together(library: Library, query: str, found: list[str]) -> None:
    assert library.found(query) == found


def test_what_a_minus_leaves_out_is_what_the_word_finds(library: Library) -> None:
    everything = library.search("-raket").total
    assert library.search("asiel").total + library.search("-asiel").total == everything


def test_not_alone_gives_every_pair_but_those(library: Library) -> None:
    assert library.found("-opvang") == ["5/1", "3/1", "1/1", "1/2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("asiel NEAR/3 land", ["3/1"]),
        ("land NEAR/3 asiel", ["3/1"]),
        ("asiel NEAR/2 land", []),
        ("land NEAR/2 asiel", []),
        ("veilig NEAR/0 opvang", ["4/1"]),
        ("gezinnen NEAR/1 asiel", ["3/1"]),
    ],
)
def test_nearness_takes_forms_and_either_order(library: Library, query: str, found: list[str]) -> None:
    assert library.found(query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("vraag:opvang", ["4/1"]),
        ("antwoord:opvang", ["4/1", "2/1"]),
        ("vraag:asiel", ["3/1", "4/1", "2/1"]),
        ("noot:mistbode", ["5/1"]),
        ("antwoord:mistbode", []),
        ("onderwerp:veerpont", ["1"]),
        ("onderwerp:veerpont klopt", ["1/2"]),
        ('antwoord:"veilig land"', ["3/1"]),
        ("antwoord:veil*", ["4/1", "3/1"]),
        ("vraag:veil*", ["4/1"]),
    ],
)
def test_words_are_looked_for_in_one_sort_of_text(library: Library, query: str, found: list[str]) -> None:
    assert library.found(query) == found


@pytest.mark.parametrize("query", ["", "!!!", "--", '""', "()", "antwoord:", "§ – «»"])
def test_what_asks_nothing_finds_nothing(library: Library, query: str) -> None:
    assert library.found(query) == []


@pytest.mark.parametrize(
    "query",
    [
        "((((",
        "a AND AND",
        'x"',
        "regex:[a-z",
        "(a|b)*",
        "x^2~3",
        "\x00 \ud800",
        "*",
        "a" * 500,
        "é" * 70,
        "😀",
    ],
)
def test_no_query_is_an_error(library: Library, query: str) -> None:
    library.found(query)
    library.searcher.facets(library.search(query).query)


def test_a_page_continues_the_one_before_also_into_compounds(library: Library) -> None:
    whole = [(hit.file, hit.shown.part) for hit in library.search("asiel OR het").hits]
    pages = [library.search("asiel OR het", offset=place, limit=2) for place in range(0, len(whole) + 2, 2)]
    assert [(hit.file, hit.shown.part) for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {len(whole)}


def test_a_page_full_of_the_words_themselves_comes_before_the_compounds_are_counted(
    library: Library,
) -> None:
    results = library.search("asiel", limit=1)
    assert (results.total, results.is_counted, results.has_compounds) == (1, False, True)
    assert library.searcher.count(results.query).hits == 3
    again = library.search("asiel", limit=1)
    assert (again.total, again.is_counted) == (3, True)


def test_a_page_without_compounds_is_counted_at_once(library: Library) -> None:
    results = library.search("veerpont", limit=1)
    assert (results.total, results.is_counted, results.has_compounds) == (2, True, False)


@pytest.mark.parametrize(
    ("word", "known"), [("gezinnen", True), ("GEZINNEN", True), ("asiel", True), ("asie", False)]
)
def test_a_word_is_known_that_occurs_in_one_of_its_forms(library: Library, word: str, known: bool) -> None:
    assert library.searcher.knows(word) is known


def test_a_hit_tells_its_questions_and_where_to_open(library: Library) -> None:
    (hit,) = library.search("ijs").hits
    assert (hit.shown.part, hit.shown.number, hit.shown.numbers) == (TextPart.QUESTION, 1, (1,))
    assert hit.entry.identifier == "ah-tk-20982099-1"


def test_without_a_vocabulary_words_are_found_as_they_are_typed(library: Library) -> None:
    from kvtui.library.index.vocabulary import vocabulary_file

    vocabulary_file(library.folder).unlink()
    anew = Library.__new__(Library)
    anew.searcher = type(library.searcher)(library.folder, library.rows)
    assert anew.found("gezinnen") == ["3", "3/1"]
    assert anew.found("asiel") == ["3/1"]

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.query.compose import with_filter
from kvtui.library.query.reading import read_query
from kvtui.library.search.facetting import filter_for
from kvtui.library.search.results import Documents, Facet
from kvtui.model import (
    Addressee,
    Answer,
    Asker,
    DocumentKind,
    Question,
    Reference,
    ReferenceKind,
    Respondent,
    TextPart,
)
from tests.library.search.library import Library, document

CITED = Reference(TextPart.ANSWER, (1,), 0, 0, 2, "9", ReferenceKind.PUBLICATION, ("ah-tk-20972098-9",))

WITHOUT_YEAR = Reference(
    TextPart.ANSWER,
    (1,),
    0,
    0,
    2,
    "Aanhangsel van de Handelingen, nr. 5",
    ReferenceKind.INCOMPLETE,
    certain=False,
)


def cited(target: str) -> Reference:
    return replace(CITED, targets=(target,))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(
        tmp_path,
        document(
            1,
            ("Vaart de boot?", "Ja."),
            ("Waarom?", "Omdat de boot vaart, zegt de schipper."),
            submitted=date(2098, 9, 11),
            askers=(Asker("Van Zoetermist", "Lijst Laagwater"), Asker("Bries", "De Seizoenen")),
            addressees=(Addressee("Minister", "Justitie en Veiligheid"),),
            respondents=(Respondent("Minister", "Bakboord", "Justitie en Veiligheid"),),
            references=(CITED, cited("ah-tk-20972098-11-h1")),
        ),
        document(
            2,
            ("Vaart de boot ook?", "Nee, die boot vaart niet."),
            submitted=date(2098, 8, 1),
            askers=(Asker("Zoetermist", "Laagwater"),),
            addressees=(Addressee("Staatssecretaris", "Volksgezondheid, Welzijn en Sport"),),
            respondents=(Respondent("Staatssecretaris", "Stuurboord", "Volksgezondheid, Welzijn en Sport"),),
            references=(cited("2098Z00007"), WITHOUT_YEAR),
        ),
        document(
            3,
            ("Vaart de boot nog?", ""),
            kind=DocumentKind.QUESTIONS,
            identifier="kv-tk-2098Z00003",
            number=None,
            case_number="2098Z00003",
            submitted=date(2098, 10, 3),
            received=None,
            addressees=(Addressee("Minister", "Veiligheid en Justitie"),),
        ),
        document(
            4,
            questions=(Question(1, (1, 2), None, ("Boot?",)), Question(2, (1, 2), None, ("Pont?",))),
            answers=(Answer((1, 2), None, ("De boot is een pont geworden.",)),),
            submitted=date(2098, 9, 1),
            session_year="2097-2098",
            references=(cited("kv-tk-2098Z00007"),),
        ),
    )


@pytest.mark.parametrize("query", ["jaar:geen", "year:none", "-jaar:2097-2098,2098-2099"])
def test_documents_whose_text_gives_no_session_year_are_found(library: Library, query: str) -> None:
    library.put(document(5, ("Vaart de boot?", "Ja."), session_year=None), first=5)
    assert library.found(query) == ["5"]
    assert "5" in library.found("jaar:2097-2098,geen")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("lid:bries", ["4", None, "1"]),
        ("lid:zoeter", ["2", "1"]),
        ("lid:mist", []),
        ('lid:"van zoet"', ["1"]),
        ("partij:seiz", ["4", None, "1"]),
        ("lid:zoetermist", ["2", "1"]),
        ("lid:=zoetermist", ["2"]),
        ('lid:="Van Zoetermist",bries', ["4", None, "1"]),
        ("lid:=zoeter", []),
        ('lid:"van zoetermist"', ["1"]),
        ("partij:laagwater", ["2"]),
        ('partij:"lijst laagwater"', ["1"]),
        ("partij:seizoenen", ["4", None, "1"]),
        ("aan:JenV", [None, "1"]),
        ("aan:vws", ["2"]),
        ("van:stuurboord", ["2"]),
        ("van:vws", ["2"]),
        ("jaar:2097-2098", ["4"]),
        ("nr:2", ["2"]),
        ("nr:2098-2099/1", ["1"]),
        ("zaak:2098Z00003", [None]),
        ("na:2098-10-02", ["4", None, "2"]),
        ("voor:2098-10-02", ["1"]),
        ("datum:2098-10-04", ["4"]),
        ("dagen:>42", ["2"]),
        ("dagen:<22", ["1"]),
        ("dagen:geen", [None]),
        ("soort:vragen", [None]),
        ("onbeantwoord:ja", [None]),
        ("onbeantwoord:nee", ["4", "2", "1"]),
        ("verwijst:ah-tk-20972098-9", ["1"]),
        ("verwijst:ah-tk-20972098-9-h1", ["1"]),
        ("verwijst:ah-tk-20972098-11", ["1"]),
        ("verwijst:2098Z00007", ["4", "2"]),
        ("verwijst:kv-tk-2098Z00007", ["4", "2"]),
        ("verwijst:ah-tk-20982099-5", ["2"]),
        ("verwijst:ah-tk-20972098-5", ["2"]),
        ("vragen:>1", ["4", "1"]),
        ("lid:bries -aan:JenV", ["4"]),
        ("lid:zoetermist OR jaar:2097-2098", ["4", "2", "1"]),
        ("-lid:bries", ["2"]),
        ("lid:niemand", []),
        ("dagen:>99999", []),
    ],
)
def test_conditions_on_documents_alone_give_documents(
    library: Library, query: str, numbers: list[str | None]
) -> None:
    results = library.search(query)
    assert [hit.entry.number for hit in results.hits] == numbers
    assert {hit.shown.part for hit in results.hits} <= {TextPart.HEADER}
    assert results.total == len(numbers)
    assert results.documents == Documents(len(numbers))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kort:ja", ["1/1"]),
        ("kort:ja lid:zoetermist", ["1/1"]),
        ("kort:nee aan:JenV", ["None/1", "1/2"]),
        ("gezamenlijk:ja", ["4/1"]),
        ("boot lid:zoetermist", ["2/1", "1/1", "1/2"]),
        ("boot dagen:>42", ["2/1"]),
        ("boot -partij:laagwater jaar:2098-2099", ["None/1", "1/1", "1/2"]),
        ("pont OR kort:ja", ["4/1", "1/1"]),
    ],
)
def test_conditions_with_words_or_on_answers_give_answers(
    library: Library, query: str, found: list[str]
) -> None:
    assert library.found(query) == found


def test_facets_count_the_hits(library: Library) -> None:
    facets = library.searcher.facets(read_query("boot"))
    assert facets[Facet.PARTY] == (("De Seizoenen", 4), ("Lijst Laagwater", 2), ("Laagwater", 1))
    assert facets[Facet.MEMBER] == (("Bries", 4), ("Van Zoetermist", 2), ("Zoetermist", 1))
    assert facets[Facet.MINISTRY] == (("JenV", 3), ("VWS", 1))
    assert facets[Facet.SESSION] == (("2098-2099", 4), ("2097-2098", 1))
    assert facets[Facet.KIND] == (("answer", 4), ("questions", 1))
    assert facets[Facet.TIME] == (("<22", 2), ("22-42", 1), (">42", 1), ("geen", 1))


def test_facets_count_what_has_no_session_year_last(library: Library) -> None:
    library.put(document(5, ("Vaart de boot?", "Ja."), session_year=None), first=5)
    facets = library.searcher.facets(read_query("boot"))
    assert facets[Facet.SESSION] == (("2098-2099", 4), ("2097-2098", 1), ("geen", 1))


@pytest.mark.parametrize("query", ["boot", "vragen:>0", "kort:ja", "vaart -ook"])
def test_every_value_of_a_facet_is_a_condition_that_keeps_as_many(library: Library, query: str) -> None:
    library.put(document(5, ("Vaart de boot niet?", "Ja."), session_year=None), first=5)
    facets = library.searcher.facets(read_query(query))
    counts = {
        (facet, value): library.search(with_filter(query, *filter_for(facet, value))).total
        for facet, values in facets.items()
        for value, _ in values
    }
    assert counts
    assert counts == {key: dict(facets[key[0]])[key[1]] for key in counts}


def test_of_nothing_there_are_no_facets(library: Library) -> None:
    assert not library.searcher.facets(read_query(""))
    assert not any(library.searcher.facets(read_query("raket")).values())


@pytest.mark.parametrize("typed", ["1", "2098-2099/1", "ah-tk-20982099-1"])
def test_a_document_is_found_by_its_number(library: Library, typed: str) -> None:
    assert [entry.number for entry in library.search(typed).numbered] == ["1"]

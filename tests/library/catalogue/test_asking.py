"""What the catalogue answers: order, names, series, citations, counts."""

from __future__ import annotations

import dataclasses
import random
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kvtui.library.catalogue import Catalogue, CatalogueError, Dimension, open_catalogue
from kvtui.library.catalogue.file_rows import file_rows
from kvtui.library.catalogue.writing import make_anew, open_to_write
from kvtui.library.entries import Entry, entry_of_name, newest_first
from kvtui.library.facts.citations import Citation
from kvtui.library.facts.facts import Facts, failed_facts
from kvtui.model import Asker, DocumentKind, Respondent, TextPart

FOLDER = b"/brieven"
ANSWER = Entry(
    Path("/brieven/ah-tk-20982099-77.xml"),
    identifier="ah-tk-20982099-77",
    kind=DocumentKind.ANSWER,
    number="77",
    session_year="2098-2099",
    case_number="2099Z00123",
    subject="de veerpont bij Café De Sluis",
    askers=(Asker("Van Duin", "PvdV"), Asker("Ter Horst")),
    submitted=date(2099, 1, 9),
    received=date(2099, 1, 30),
    question_count=2,
    answering_days=21,
    respondents=(Respondent("Minister", "Bakboord", "Justitie en Veiligheid"), Respondent(None)),
    ministries=("JenV", "VWS"),
    format="xml",
)


def like(name: str, **fields: object) -> Entry:
    """Another document: another file name, and what else is other."""
    changes = {"path": Path(f"/brieven/{name}"), **fields}
    return dataclasses.replace(ANSWER, **changes)  # type: ignore[arg-type]


def citation(target: str, **fields: object) -> Citation:
    found = Citation(TextPart.ANSWER, (1, 2), 0, 4, 9, "nr. 7", target, (3,), True, 0, TextPart.ANSWER)
    return dataclasses.replace(found, **fields)  # type: ignore[arg-type]


def fill(home: Path, *documents: Entry | Facts, unread: tuple[str, ...] = ()) -> Catalogue:
    """A catalogue of these documents, and of files of which only the names are known."""
    facts = [one if isinstance(one, Facts) else Facts(one) for one in documents]
    make_anew(home)
    with open_to_write(home) as writer:
        folder = writer.put_folder(FOLDER, b"", b"")
        names = [*(one.entry.path.name for one in facts), *unread]
        writer.add_files(folder, FOLDER, [(name.encode(), 5) for name in names])
        numbers = writer.files_in(folder)
        for one in facts:
            writer.put(numbers[one.entry.path.name.encode()], file_rows(one))
        writer.commit()
    return open_catalogue(home)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """The answer, a notice on the same case, questions of another, a later answer that cites, an unread file."""
    opened = fill(
        tmp_path,
        Facts(ANSWER, fingerprint="f"),
        like("n.xml", identifier="ah-tk-20982099-70", number="70", kind=DocumentKind.NOTICE),
        Facts(like("z.xml", identifier="ah-tk-20982099-78", number="78", case_number=None), fingerprint="f"),
        Facts(
            like(
                "ah-tk-20992100-3.xml",
                identifier="ah-tk-20992100-3",
                number="3",
                session_year="2099-2100",
                case_number="2099Z20000",
                received=date(2099, 10, 1),
                askers=(Asker("Ter Horst", "PvdV"),),
                ministries=(),
            ),
            (citation("ah-tk-20982099-77"), citation("2099Z00123", place=1)),
        ),
        like("h.xml", identifier="ah-tk-20982099-90-h1", number="90", case_number=None),
        unread=("ah-tk-20992100-9.pdf",),
    )
    yield opened
    opened.close()


def identifiers(entries: list[Entry]) -> list[str | None]:
    return [entry.identifier for entry in entries]


def test_an_entry_comes_back_as_it_was(catalogue: Catalogue) -> None:
    found = catalogue.find("ah-tk-20982099-77")
    assert found is not None
    assert dataclasses.replace(found, file=0) == ANSWER
    assert catalogue.entry(found.file) == found
    assert catalogue.entry(9999) is None


def test_the_order_is_that_of_newest_first(tmp_path: Path) -> None:
    chance = random.Random(77)
    entries = []
    for number in range(200):
        day = date(2098, 1, 1) + timedelta(days=chance.randrange(40))
        entries.append(
            like(
                f"{number}\u00e9\U0001f600.txt"[chance.randrange(2) :] + f"{number}.txt",
                identifier=None,
                number=chance.choice([None, str(chance.randrange(9)), "9" * 30]),
                received=chance.choice([None, day]),
                submitted=chance.choice([None, day]),
                session_year=chance.choice([None, "2097-2098", "2098-2099"]),
                case_number=chance.choice([None, "2098Z00001", "2098Z00007"]),
            )
        )
    with closing(fill(tmp_path, *entries, unread=("ah-tk-20972098-5.md",))) as opened:
        found = opened.entries(opened.order())
    expected = sorted([*entries, entry_of_name(Path("/brieven/ah-tk-20972098-5.md"))], key=newest_first)
    assert [entry.path for entry in found] == [entry.path for entry in expected]


def test_the_filter_finds_the_words_of_a_row_in_any_spelling(catalogue: Catalogue) -> None:
    assert len(catalogue.order()) == catalogue.count() == 6
    chosen = catalogue.entries(catalogue.order("cafe VEERPONT notice"))
    assert identifiers(chosen) == ["ah-tk-20982099-70"]
    assert list(catalogue.order("ter horst 1 oct")) == [catalogue.order()[0]]
    assert not catalogue.order("100%")


def test_a_name_finds_the_answer_before_the_notice(catalogue: Catalogue) -> None:
    assert identifiers(catalogue.find_all("2099z00123")) == ["ah-tk-20982099-77", "ah-tk-20982099-70"]
    found = catalogue.find("2099Z00123")
    assert found is not None
    assert found.kind is DocumentKind.ANSWER
    assert catalogue.find("AH-TK-20982099-70") is not None
    assert catalogue.find("ah-tk-20982099-71") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ah-tk-20982099-77-h1", "ah-tk-20982099-77"),
        ("ah-tk-20982099-90", "ah-tk-20982099-90-h1"),
        ("ah-tk-20982099-90-h1", "ah-tk-20982099-90-h1"),
    ],
)
def test_a_reprint_and_the_first_print_stand_for_each_other(
    catalogue: Catalogue, asked: str, found: str
) -> None:
    assert identifiers(catalogue.numbered([asked])) == [found]
    entry = catalogue.find(asked)
    assert entry is not None
    assert entry.identifier == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2099Z00123", ["78", "70", None]),
        ("kv-tk-2099Z00123", [None, "78", "70"]),
    ],
)
def test_a_case_has_all_documents_with_its_questions_the_answer_first(
    tmp_path: Path, asked: str, found: list[str | None]
) -> None:
    case = {"case_number": "2099Z00123"}
    alone = {
        "kind": DocumentKind.QUESTIONS,
        "identifier": "kv-tk-2099Z00123",
        "number": None,
        "received": None,
    }
    catalogue = fill(
        tmp_path,
        Facts(like("q.xml", **case, **alone), fingerprint="f"),
        Facts(like("n.xml", **case, identifier="n", number="70", kind=DocumentKind.NOTICE), fingerprint="f"),
        Facts(like("a.xml", identifier="a", number="78", case_number=None), fingerprint="f"),
        Facts(like("o.xml", identifier="o", number="79", case_number="2099Z00124"), fingerprint="g"),
    )
    with closing(catalogue):
        assert [entry.number for entry in catalogue.numbered([asked])] == found


def test_a_bare_number_is_looked_for_in_every_session(tmp_path: Path) -> None:
    old = like("a", identifier="ah-tk-20972098-77", session_year="2097-2098", received=date(2098, 1, 1))
    with closing(fill(tmp_path, ANSWER, old)) as opened:
        found = opened.numbered(["77", "ah-tk-20972098-77"])
    assert identifiers(found) == ["ah-tk-20982099-77", "ah-tk-20972098-77"]


def test_a_file_is_found_by_its_path_and_a_bookmark_by_what_is_left_of_it(catalogue: Catalogue) -> None:
    assert catalogue.at(ANSWER.path) == catalogue.find("ah-tk-20982099-77")
    assert catalogue.at(Path("/brieven")) is None
    located = catalogue.locate("ah-tk-20982099-1", "/elsewhere/n.xml")
    assert located is not None
    assert located.number == "70"
    assert catalogue.locate(None, "/elsewhere/none.xml") is None
    assert catalogue.locate("ah-tk-20982099-78", None) is not None


def test_next_and_previous_go_by_number_over_the_end_of_a_session(catalogue: Catalogue) -> None:
    entry = catalogue.find("ah-tk-20982099-70")
    seen = []
    while entry is not None:
        seen.append(entry.number)
        entry = catalogue.beside(entry, 1)
    assert seen == ["70", "77", "78", "90", "3", "9"]
    last = catalogue.find("ah-tk-20992100-9")
    assert last is not None
    assert identifiers([found for step in (-1, -2) if (found := catalogue.beside(last, step))]) == [
        "ah-tk-20992100-3",
        "ah-tk-20982099-90-h1",
    ]
    assert catalogue.beside(last, 1) is None


def test_the_same_set_is_of_the_same_case_or_has_the_same_questions(catalogue: Catalogue) -> None:
    entry = catalogue.find("ah-tk-20982099-77")
    assert entry is not None
    assert identifiers(catalogue.same_set(entry)) == ["ah-tk-20982099-78", "ah-tk-20982099-70"]


def test_citations_are_found_from_both_ends(catalogue: Catalogue) -> None:
    found = catalogue.citations_to({"AH-TK-20982099-77", "2099Z00123"})
    citing = catalogue.find("ah-tk-20992100-3")
    assert citing is not None
    assert [entry for entry, _ in found] == [citing, citing]
    assert [one for _, one in found] == catalogue.citations_from(citing.file)
    assert found[0][1] == citation("ah-tk-20982099-77")
    assert catalogue.citations_to([]) == []
    assert sorted(catalogue.cited_targets()) == [("2099Z00123", 1, 1), ("ah-tk-20982099-77", 1, 1)]


@pytest.mark.parametrize(
    ("dimension", "values"),
    [
        (Dimension.SESSION, [("2099-2100", 1), ("2098-2099", 4)]),
        (Dimension.MEMBER, [("Ter Horst", 4), ("Van Duin (PvdV)", 4), ("Ter Horst (PvdV)", 1)]),
        (Dimension.PARTY, [("PvdV", 5)]),
        (Dimension.MINISTRY, [("JenV", 4), ("VWS", 4)]),
        (Dimension.KIND, [("answer", 4), ("notice", 1)]),
        (Dimension.FORMAT, [("xml", 5)]),
    ],
)
def test_documents_are_counted_by(
    catalogue: Catalogue, dimension: Dimension, values: list[tuple[str, int]]
) -> None:
    assert catalogue.values(dimension) == values


def test_documents_without_a_session_year_are_counted_last(tmp_path: Path) -> None:
    yearless = like("brief.xml", identifier=None, number=None, case_number=None, session_year=None)
    with closing(fill(tmp_path, yearless, ANSWER)) as opened:
        assert opened.values(Dimension.SESSION) == [("2098-2099", 1), ("", 1)]


def test_the_state_counts_files_and_documents(tmp_path: Path) -> None:
    failed = failed_facts(Path("/brieven/kapot.pdf"), "/brieven/kapot.pdf: is damaged")
    text = like("ah-tk-20982099-77.txt", format="text")
    with closing(fill(tmp_path, ANSWER, text, failed, unread=("x.txt",))) as opened:
        state = opened.state()
        assert (state.files, state.read, state.failed, state.unread) == (4, 2, 1, 1)
        assert (state.documents, state.bytes, state.refreshed) == (1, 20, None)
        assert [entry.reason for entry in opened.failures()] == ["is damaged"]
        newest = opened.newest()
        assert newest is not None
        assert newest.identifier == "ah-tk-20982099-77"


def test_a_catalogue_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no catalogue yet"):
        open_catalogue(tmp_path / "nothing")


def test_texts_that_sqlite_cannot_hold_are_kept_as_far_as_they_go(tmp_path: Path) -> None:
    odd = like("odd.xml", identifier="ah-tk-\udcff", subject="de \ud800 sluis", askers=(Asker("\udcfe"),))
    with closing(fill(tmp_path, Facts(odd, (citation("x\udcff"),)))) as opened:
        (entry,) = opened.entries(opened.order())
        assert entry.subject == "de ? sluis"
        assert entry.askers == (Asker("?"),)


def test_every_thread_may_ask(catalogue: Catalogue) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(catalogue.order("duin")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [4] * 4

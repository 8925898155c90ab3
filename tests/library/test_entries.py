from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.entries import Entry, entry_of, entry_of_name, newest_first
from kvtui.library.entry_lines import entry_from, entry_values, line_of, message_of
from kvtui.library.printable import printable
from kvtui.library.shelf import Shelf
from kvtui.model import Asker, Document, DocumentKind, Question

FULL = Document(
    identifier="ah-tk-20302031-77",
    kind=DocumentKind.ANSWER,
    number="77",
    session_year="2030-2031",
    case_number="2031Z00123",
    subject="de veerpont",
    submitted=date(2031, 1, 9),
    received=date(2031, 1, 30),
    askers=(Asker("Van Duin", "PvdV"), Asker("Ter Horst")),
    questions=(Question(1), Question(2)),
)


def row(path: str, **fields: object) -> Entry:
    return dataclasses.replace(Entry(Path(path), kind=DocumentKind.ANSWER), **fields)  # type: ignore[arg-type]


def test_an_entry_has_what_a_row_shows() -> None:
    entry = entry_of(FULL, Path("/77.md"))
    assert (entry.identifier, entry.number, entry.subject) == ("ah-tk-20302031-77", "77", "de veerpont")
    assert (entry.question_count, entry.answering_days, entry.is_read) == (2, 21, True)


@pytest.mark.parametrize(
    ("name", "identifier", "number", "session_year", "case_number"),
    [
        ("ah-tk-20302031-77.md", "ah-tk-20302031-77", "77", "2030-2031", None),
        ("AH-TK-20302031-77-h1.txt", "ah-tk-20302031-77-h1", "77", "2030-2031", None),
        ("ah-tk-20302031-77.oneline.txt", "ah-tk-20302031-77", "77", "2030-2031", None),
        ("kv-tk-2031Z00123.md", None, None, None, "2031Z00123"),
        ("brief.txt", None, None, None, None),
        (
            "ah-tk-20302031-" + "9" * 5000 + ".md",
            "ah-tk-20302031-" + "9" * 5000,
            "9" * 5000,
            "2030-2031",
            None,
        ),
    ],
)
def test_a_file_that_waits_is_known_by_its_name(
    name: str, identifier: str | None, number: str | None, session_year: str | None, case_number: str | None
) -> None:
    entry = entry_of_name(Path("/brieven") / name)
    assert entry == Entry(Path("/brieven") / name, identifier, None, number, session_year, case_number)
    assert not entry.is_read
    newest_first(entry)


def test_the_newest_comes_first_and_what_has_no_date_last() -> None:
    rows = [
        row("/5", received=date(2031, 2, 1), number="9"),
        row("/4", received=date(2031, 2, 1), number="10"),
        row("/3", submitted=date(2031, 3, 1)),
        row("/6", submitted=date(2029, 3, 1), received=date(2030, 3, 1)),
        row("/7", session_year="2030-2031", number="9"),
        row("/8", session_year="2029-2030", number="900"),
        row("/9", case_number="2031Z00124"),
        row("/a", case_number="2031Z00123"),
        row("/b"),
        row("/c"),
    ]
    shuffled = [rows[n] for n in (7, 2, 9, 4, 0, 5, 1, 8, 3, 6)]
    assert sorted(shuffled, key=newest_first) == [rows[2], rows[1], rows[0], *rows[3:]]


@pytest.mark.parametrize(
    "entry",
    [
        entry_of(FULL, Path("/77.md")),
        entry_of_name(Path("/b\udcffrief\n.md"), problem="kapot"),
        entry_of(Document(), Path("x")),
    ],
)
def test_an_entry_travels_as_one_line_of_ascii(entry: Entry) -> None:
    line = line_of("entry", entry_values(entry))
    assert line.count(b"\n") == 1
    line.decode("ascii")
    kind, values = message_of(line)
    assert (kind, entry_from(values)) == ("entry", entry)
    json.loads(line)


def test_a_document_is_found_by_identifier_and_by_case_number() -> None:
    entry = entry_of(FULL, Path("/77.md"))
    shelf = Shelf([entry])
    assert shelf.find("AH-tk-20302031-77") == entry
    assert shelf.find("2031z00123") == entry
    assert shelf.find("ah-tk-20302031-78") is None
    assert (len(shelf), shelf.at(Path("/77.md")), shelf.entries()) == (1, entry, (entry,))


def test_of_a_case_the_answer_goes_before_the_questions() -> None:
    case = "2031Z00123"
    questions = row("/q", kind=DocumentKind.QUESTIONS, case_number=case, submitted=date(2031, 1, 9))
    notice = row("/n", kind=DocumentKind.NOTICE, case_number=case, received=date(2031, 3, 30))
    answer = row("/a", kind=DocumentKind.ANSWER, case_number=case, received=date(2031, 2, 1))
    later = row("/l", kind=DocumentKind.ANSWER, case_number=case, received=date(2031, 3, 1))
    assert Shelf([questions, notice]).find(case) == notice
    assert Shelf([questions, answer, notice, later]).find(case) == later


def test_an_entry_replaces_what_was_known_of_its_file() -> None:
    shelf = Shelf([entry_of_name(Path("/ah-tk-20302031-1.md"))])
    read = row("/ah-tk-20302031-1.md", identifier="ah-tk-20302031-2")
    shelf.add(read)
    assert (shelf.entries(), shelf.find("ah-tk-20302031-1"), shelf.find("ah-tk-20302031-2")) == (
        (read,),
        None,
        read,
    )


def test_a_file_that_could_not_be_read_is_not_found() -> None:
    shelf = Shelf([entry_of_name(Path("/ah-tk-20302031-1.md"), problem="kapot")])
    assert shelf.find("ah-tk-20302031-1") is None


def test_a_moved_document_is_located_by_identifier_then_path_then_name() -> None:
    here = row("/nieuw/een.md", identifier="ah-tk-20302031-1")
    nameless = row("/nieuw/twee.md")
    shelf = Shelf([here, nameless])
    assert shelf.locate("ah-tk-20302031-1", "/oud/een.md") == here
    assert shelf.locate(None, "/nieuw/twee.md") == nameless
    assert shelf.locate(None, "/oud/twee.md") == nameless
    assert shelf.locate(None, "/oud/drie.md") is None
    assert shelf.locate(None, None) is None
    shelf.add(row("/elders/twee.md"))
    assert shelf.locate(None, "/oud/twee.md") is None


def test_text_from_outside_cannot_drive_the_terminal() -> None:
    assert printable("é ok") == "é ok"
    assert (
        printable("a\x1b[2J\nb\x9b\u202ec\u2028\udcff\ud800")
        == "a\\x1b[2J\\x0ab\\x9b\\u202ec\\u2028\\xff\\ud800"
    )

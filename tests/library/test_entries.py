from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.entries import Entry, entry_of, entry_of_name, newest_first, newest_name
from kvtui.library.printable import printable
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
    "names",
    [
        ["ah-tk-20292030-2000.md", "ah-tk-20302031-100.md", "ah-tk-20302031-99.md", "kv-tk-2032Z00001.md"],
        ["AH-TK-20302031-7.TXT", "ah-ek-20292030-8.md", "zie-20312032.md"],
        [
            "kv-tk-2029Z00009.md",
            "brief.2032Z00001.md",
            "kv-tk-2031Z00009.md",
            "kv-tk-2031z00010.md",
            "brief.md",
        ],
        ["a.md", "b.md"],
        ["ah-tk-2030-7.md", "regel\nah-tk-20302031-7.md", "brief\udcff.md"],
    ],
)
def test_of_names_the_newest_is_the_one_that_the_list_begins_with(names: list[str]) -> None:
    by_rows = sorted(names, key=lambda name: newest_first(entry_of_name(Path(name))))
    assert newest_name(names) == newest_name(names[::-1]) == by_rows[0]


def test_of_no_names_none_is_the_newest() -> None:
    assert newest_name([]) is None


def test_text_from_outside_cannot_drive_the_terminal() -> None:
    assert printable("é ok") == "é ok"
    assert (
        printable("a\x1b[2J\nb\x9b\u202ec\u2028\udcff\ud800")
        == "a\\x1b[2J\\x0ab\\x9b\\u202ec\\u2028\\xff\\ud800"
    )

"""The list of documents: what a row says, the order, and ten thousand rows of which only a window is drawn."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from kvtui.library.entries import Entry
from kvtui.model import Asker, DocumentKind
from kvtui.tui.panes.document_list import DocumentList
from tests.tui.reading import BELLS, BRIDGE, COUNT, FERRY_NOTICE, SAMPLES, UNANSWERED, reading

MANY = 10_000


def entries(count: int) -> list[Entry]:
    """Invented rows, a day apart."""
    return [
        Entry(
            path=Path(f"/nowhere/ah-tk-20302031-{number}.md"),
            file=number,
            identifier=f"ah-tk-20302031-{number}",
            kind=DocumentKind.ANSWER,
            number=str(number),
            subject=f"pont nummer {number}",
            askers=(Asker("Van Duin", "PvdV"),),
            received=date(2031, 1, 1) + timedelta(days=number),
            question_count=9,
            answering_days=21,
        )
        for number in range(count, 0, -1)
    ]


def fill(documents: DocumentList, rows: Sequence[Entry]) -> None:
    """Put rows into the list as the library would."""
    known = {entry.file: entry for entry in rows}
    documents.show_rows(array("q", known), len(known), lambda files: [known[file] for file in files])


async def test_a_row_says_number_subject_asker_date_questions_and_days() -> None:
    async with reading(BELLS, size=(200, 40)) as reader:
        row = reader.pane("documents")
        assert "12 de uitkomst van de nationale" in row
        assert "Klepelaar (Ochtendpartij)" in row
        assert "25 Sep 2098 · 6 q · 17 d" in row


@pytest.mark.parametrize(
    ("path", "words"), [(FERRY_NOTICE, "8 q · notice"), (UNANSWERED, "7 q · open")], ids=["notice", "open"]
)
async def test_a_row_says_in_words_what_is_no_answer(path: Path, words: str) -> None:
    async with reading(path) as reader:
        assert words in reader.pane("documents")


async def test_no_file_name_drives_the_terminal(tmp_path: Path) -> None:
    hostile = "x\x1b[41mrood\nnaam\u202e\udcff"
    (tmp_path / f"{hostile}.txt").write_text("geen vragen", "utf-8")
    (tmp_path / f"{hostile} leeg.txt").touch()
    async with reading(tmp_path) as reader:
        await reader.until(lambda: reader.screen.documents.count == 2, "both files are in the list")
        assert not [sign for sign in "".join(reader.rows("documents")) if not sign.isprintable()]
        await reader.press("left", "end", "enter", "b", "B")
        await reader.until_shown("Bookmarks")
        assert not [sign for sign in reader.text.replace("\n", "") if not sign.isprintable()]


async def test_a_row_of_a_file_that_cannot_be_read_says_why_and_not_where(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("tekst", "utf-8")
    (tmp_path / "leeg.txt").touch()
    async with reading(tmp_path) as reader:
        await reader.until(lambda: "is empty" in reader.pane("documents"), "the row says why")


async def test_the_newest_stands_first() -> None:
    async with reading(SAMPLES) as reader:
        documents = reader.screen.documents
        rows = [documents.entry_at(index) for index in range(documents.count)]
        dates = [row.received or row.submitted for row in rows if row is not None]
        assert len(dates) == COUNT
        assert dates == sorted(dates, key=lambda day: day or date.min, reverse=True)
        assert reader.screen.frame.caption_of("documents").position == f"1 of {COUNT}"


async def test_of_ten_thousand_rows_only_a_window_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: set[int] = set()
    draw = DocumentList.draw_item

    def count(self: DocumentList, index: int, line: int, width: int) -> object:
        drawn.add(index)
        return draw(self, index, line, width)

    monkeypatch.setattr(DocumentList, "draw_item", count)
    async with reading(BRIDGE) as reader:
        documents = reader.screen.documents
        fill(documents, entries(MANY))
        await reader.press("left", "g")
        await reader.until(lambda: "pont nummer 10000" in reader.pane("documents"), "the newest row shows")
        assert documents.total == MANY
        drawn.clear()
        await reader.press("down", "pagedown")
        assert len(drawn) < 40
        drawn.clear()
        await reader.press("G")
        await reader.until(lambda: "pont nummer 1 " in reader.pane("documents"), "the oldest row shows")
        assert len(drawn) < 40


async def test_of_ten_thousand_rows_only_those_near_the_window_are_fetched() -> None:
    fetched: set[int] = set()
    known = {entry.file: entry for entry in entries(MANY)}

    def fetch(files: Sequence[int]) -> list[Entry]:
        fetched.update(files)
        return [known[file] for file in files]

    async with reading(BRIDGE) as reader:
        reader.screen.documents.show_rows(array("q", known), MANY, fetch)
        await reader.press("left", "G")
        await reader.until(lambda: "pont nummer 1 " in reader.pane("documents"), "the oldest row shows")
        assert len(fetched) < 200


async def test_rows_that_come_later_leave_the_current_one_where_it_is() -> None:
    async with reading(BRIDGE) as reader:
        documents = reader.screen.documents
        fill(documents, entries(100)[50:])
        await reader.press("left", "down", "down")
        current = documents.current
        fill(documents, entries(100))
        await reader.pilot.pause()
        assert documents.current == current
        assert documents.total == 100


async def test_a_row_whose_document_is_gone_meanwhile_is_blank() -> None:
    async with reading(BRIDGE) as reader:
        reader.screen.documents.show_rows(array("q", [7]), 1, lambda files: [])
        await reader.pilot.pause()
        assert reader.screen.documents.current is None

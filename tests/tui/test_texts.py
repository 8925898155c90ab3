"""Texts of every kind: none is taken for markup, none is lost, and what cannot be read is told."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kvtui.library.links.resolving import cited_by
from kvtui.model import Document
from kvtui.parsing import parse
from kvtui.sources import read_source
from kvtui.tui.text.answer_text import answer_text
from kvtui.tui.text.indexed import index_document
from kvtui.tui.text.question_text import question_text
from tests.tui.reading import BRIDGE, SAMPLES, reading
from tests.tui.texts import HEAD, pairs, published

MARKUP = "[red]Rood[/red] en [1] of [link=https://example.org]hier[/link], [/] en [@click=app.quit]weg[/]."


async def test_no_text_is_ever_taken_for_markup(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs((f"Is dit {MARKUP}", f"Dit is {MARKUP}")), subject=MARKUP[:-1])
    async with reading(path, size=(250, 40)) as reader:
        for pane in ("questions", "answer", "documents"):
            await reader.until(lambda pane=pane: "[red]" in reader.pane(pane), f"{pane} shows the brackets")  # type: ignore[misc]
        for words in ("[/red]", "[1]", "[link=https://example.org]", "[/link]", "[@click=app.quit]weg[/]."):
            assert words in reader.pane("questions")
            assert words in reader.pane("answer")
        await reader.press("b", "B")
        await reader.until_shown("Is dit [red]Rood[/red]")
        await reader.press("escape", "slash")
        await reader.type("[red]")
        await reader.until_shown("Find [red]")


async def test_a_name_with_brackets_is_no_markup_in_messages_either(tmp_path: Path) -> None:
    path = tmp_path / "[red]brief[bold] [link=x].txt"
    path.write_text("", "utf-8")
    async with reading(BRIDGE, tmp_path) as reader:
        await reader.press("left", "G", "enter")
        await reader.until_told("[red]brief[bold] [link=x].txt")
        assert reader.shows("[red]brief[bold]")


async def test_control_characters_of_a_text_do_not_reach_the_screen(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart\x1b[31m zij\x07?", "Nee\x9b5m.\u202e")))
    async with reading(path) as reader:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", reader.text)
        assert "Vaart" in reader.pane("questions")


async def test_a_text_that_is_no_kamervraag_is_shown_as_it_stands_with_a_line_saying_so(
    tmp_path: Path,
) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Beste lezer,\n\nDe pont vaart niet meer [sic].\n\nGroeten van de veerman\n", "utf-8")
    async with reading(path) as reader:
        assert "This was not recognised as Kamervragen. Its text is shown as it stands." in reader.pane(
            "questions"
        )
        assert reader.title == "Text"
        shown = reader.pane("answer")
        assert "Beste lezer, De pont vaart niet meer [sic]. Groeten van de veerman" in shown
        assert "no Kamervragen" in reader.pane("documents")
        await reader.press("n", "p", "down", "1", "enter", "y", "l", "space", "c", "G")
        assert reader.app.is_running


async def test_a_file_that_cannot_be_read_stands_in_the_list_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("", "utf-8")
    (tmp_path / "binair.txt").write_bytes(b"\x00\x01\x02")
    async with reading(BRIDGE, tmp_path) as reader:
        assert reader.screen.documents.total == 3
        assert "leeg" in reader.pane("documents")
        await reader.press("left", "G", "enter")
        await reader.until(lambda: bool(reader.told), "the reason is told")
        assert reader.path == BRIDGE


async def test_a_first_file_that_cannot_be_read_is_told_and_the_reader_goes_on(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("", "utf-8")
    async with reading(tmp_path / "leeg.txt") as reader:
        await reader.until_told("leeg.txt")
        keys = "n p l f space enter b c y o z z slash escape 1 escape tab tab tab enter backspace B escape"
        await reader.press(*keys.split())
        assert reader.app.is_running


async def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    first = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    second = published(tmp_path, 76, pairs(("Vaart hij?", "Soms.")))
    async with reading(tmp_path) as reader:
        await reader.press("left", "G", "enter")
        await reader.until_open(second)
        first.write_text(first.read_text("utf-8").replace("Nee.", "Toch wel."), "utf-8")
        os.utime(first, (2_000_000_000, 2_000_000_000))
        await reader.press("left", "g", "enter")
        await reader.until(lambda: "Toch wel." in reader.pane("answer"), "the new text shows")


async def test_a_large_file_shows_its_beginning_and_then_the_rest(tmp_path: Path) -> None:
    answers = [(f"Vaart pont {number}?", f"Pont {number} vaart. " * 60) for number in range(1, 301)]
    async with reading(published(tmp_path, 77, pairs(*answers))) as reader:
        await reader.press("n")
        await reader.until_at(2)
        await reader.until(lambda: "of 300" in reader.text, "the whole document is there")
        assert reader.number == 2
        await reader.press("3", "0", "0", "enter")
        await reader.until_at(300)
        assert "Pont 300 vaart." in reader.pane("answer")


# Nothing is lost

TEXTS = {
    "an answer without its question": pairs(("Vaart zij?", "Nee.")) + "Antwoord 9\n\nVerdwaald antwoord.\n",
    "a footnote in the header": "Vraag 1\n\nVaart zij?\n\nAntwoord 1\n\nNee.\n\n1 Kopnoot, bij het onderwerp.\n",
    "a footnote whose mark was lost": pairs(("Vaart zij?", "Nee.")) + "1 De Bode, 3 maart, «Geen pont».\n",
    "a notice": "Vraag 1\n\nVaart zij?\n\nMededeling\n\nHet antwoord komt later.\n",
    "a note and an uncertain end": pairs(("Vaart zij?", "Nee."))
    + "Toelichting:\n\nZie eerdere vragen.\n\nLos.\n",
    "nothing but a header": "",
}


def shown_in(document: Document) -> str:
    """All that the panes show, walking through every question."""
    indexed = index_document(document, cited_by(document))
    numbers: list[int | None] = [question.number for question in document.questions] + [None]
    texts = [question_text(indexed), *(answer_text(indexed, number) for number in numbers)]
    return "\n".join(block.text for text in texts for block in text.blocks)


def said_in(document: Document) -> list[str]:
    """Every text of a document but its headings and page feet."""
    paragraphs = [
        *document.header.paragraphs,
        *document.unplaced,
        *(note.text for note in document.footnotes),
    ]
    for block in (*document.questions, *document.answers, document.notice, document.explanatory_note):
        paragraphs += block.paragraphs if block is not None else ()
    return paragraphs


def without_marks(text: str) -> str:
    return re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⊘]+", "", text)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.stem)
def test_no_paragraph_of_a_sample_is_missing_from_the_panes(path: Path) -> None:
    document = parse(read_source(path))
    shown = without_marks(shown_in(document))
    assert [text for text in said_in(document) if text not in shown] == []


@pytest.mark.parametrize("body", TEXTS.values(), ids=TEXTS.keys())
def test_no_paragraph_of_an_odd_document_is_missing_from_the_panes(tmp_path: Path, body: str) -> None:
    path = tmp_path / "ah-tk-20302031-77.md"
    head = HEAD.format(number=77, subject="de veerpont<sup>1</sup>" if "Kopnoot" in body else "de veerpont")
    path.write_text(head + body, "utf-8")
    document = parse(read_source(path))
    shown = without_marks(shown_in(document))
    assert [text for text in said_in(document) if text not in shown] == []

"""What the reader has of the library: links both ways, the life line, search and back, files that come and go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kvtui.library.indexing.progress import Progress, Stage
from kvtui.library.query.reading import read_query
from kvtui.model import TextPart
from kvtui.tui.first_reading import first_path, version_of
from kvtui.tui.screens.browse import BrowseScreen
from kvtui.tui.screens.search import SearchScreen
from kvtui.tui.screens.wanted import WantedScreen
from kvtui.tui.text.blocks import Anchor
from tests.tui.reading import BELLS, BRIDGE, FERRY, FERRY_NOTICE, LIGHTHOUSES, SAMPLES, Reader, reading
from tests.tui.texts import long_answer, pairs, published


async def open_number(reader: Reader, path: Path) -> None:
    """Open a document of the list by what its row says."""
    await reader.press("left", "left", "slash")
    await reader.type(path.name.split(".")[0])
    await reader.until(lambda: reader.screen.documents.count == 1, "one document is left")
    await reader.press("enter", "enter")
    await reader.until_open(path)


# Links between documents


async def test_see_also_says_what_its_target_turns_out_to_be() -> None:
    async with reading(SAMPLES) as reader:
        await open_number(reader, FERRY)
        assert "see also ah-tk-20982099-131, notice by Minister Van der Schut, 20 Oct 2098" in reader.pane(
            "questions"
        )


async def test_see_also_to_what_is_not_there_says_so_and_guesses_nothing() -> None:
    async with reading(SAMPLES) as reader:
        await open_number(reader, LIGHTHOUSES)
        assert "see also ah-tk-20982099-660, not in the library" in reader.pane("questions")


async def test_the_life_line_is_a_key_away_and_its_links_lead_to_the_other_documents() -> None:
    async with reading(SAMPLES) as reader:
        await open_number(reader, FERRY)
        assert "life line: 1 notice" in reader.pane("questions")
        await reader.press("w")
        shown = reader.pane("questions")
        assert "29 Sep 2098 asked by Wadman-Eb" in shown
        assert "(Ochtendpartij) · kv-tk-2098Z14231, not in the library" in shown
        assert "20 Oct 2098 · 21 days later notice by Minister Van der Schut · ah-tk-20982099-131" in shown
        assert "14 Nov 2098 · 25 days later" in shown
        await reader.press("enter")
        await reader.until_open(FERRY_NOTICE)
        await reader.press("backspace")
        await reader.until_open(FERRY)


async def test_a_document_without_relatives_has_no_life_line_and_w_says_so(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    async with reading(path) as reader:
        assert "life line" not in reader.pane("questions")
        await reader.press("w")
        await reader.until_told("knows nothing else")


async def test_who_cites_a_document_is_told_below_its_questions_and_leads_to_the_very_answer() -> None:
    async with reading(SAMPLES) as reader:
        await open_number(reader, FERRY)
        await reader.press("end")
        questions = reader.screen.questions
        links = [link for link in questions.text.links if link.abroad is not None]
        citing = next(
            link
            for link in links
            if link.abroad and link.abroad.spot and link.abroad.spot.anchor == Anchor(TextPart.ANSWER, 4)
        )
        questions.choose_link(questions.text.links.index(citing))
        await reader.press("enter")
        await reader.until_open(BRIDGE)
        assert (reader.number, reader.title) == (4, "Answer 4")


async def test_an_answer_says_which_answers_of_other_documents_cite_it(tmp_path: Path) -> None:
    cited = published(tmp_path, 76, pairs(("Vaart zij?", "Nee."), ("Waarom niet?", "Het ijs.")))
    citing = published(
        tmp_path,
        77,
        pairs(
            ("Vaart hij?", "Ja."),
            (
                "En zij?",
                "Zie het antwoord op vraag 2 van eerdere vragen (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 76).",
            ),
        ),
    )
    async with reading(tmp_path) as reader:
        await open_number(reader, cited)
        assert "of ah-tk-20302031-77" not in reader.pane("answer")
        await reader.press("n")
        assert "answer 2 of ah-tk-20302031-77 · 30 Jan 2031" in reader.pane("answer")
        await reader.press("l", "enter")
        await reader.until_open(citing)
        assert reader.number == 2


async def test_a_reference_to_a_question_of_another_document_opens_at_that_question(tmp_path: Path) -> None:
    cited = published(tmp_path, 76, pairs(("Vaart zij?", "Nee."), ("Waarom niet?", "Het ijs.")))
    body = pairs(
        (
            "En zij?",
            "Zie het antwoord op vraag 2 van de eerdere vragen (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 76).",
        )
    )
    citing = published(tmp_path, 77, body)
    async with reading(tmp_path) as reader:
        await open_number(reader, citing)
        await reader.press("right", "l", "enter")
        await reader.until_open(cited)
        assert reader.number == 2


async def test_next_and_previous_by_number() -> None:
    async with reading(SAMPLES) as reader:
        await open_number(reader, FERRY_NOTICE)
        await reader.press("greater_than_sign")
        await reader.until_open(FERRY)
        await reader.press("less_than_sign", "less_than_sign")
        await reader.until_open(BELLS)
        await reader.press("less_than_sign")
        await reader.until_told("no previous document")


# Search, browse, wanted


async def test_a_place_found_opens_with_the_words_marked_and_back_leads_to_the_results_as_they_were() -> None:
    async with reading(SAMPLES) as reader:
        here = reader.place
        await reader.press("s")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is open")
        await reader.type("veerpont")
        await reader.until_shown("9 places in 4 documents")
        await reader.press("enter", "down", "enter")
        await reader.until_open(BRIDGE)
        await reader.until(
            lambda: "of 2 found" in reader.screen.frame.caption_of("answer").position, "marked"
        )
        assert (reader.number, reader.focus) == (9, "answer")
        await reader.press("backspace")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is back")
        search = reader.app.screen
        assert isinstance(search, SearchScreen)
        assert (search.panes.line.text, search.panes.results.cursor) == ("veerpont", 1)
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen, "the reader is back")
        assert reader.place == here


async def test_a_document_is_searched_by_its_number() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("s")
        await reader.type("2098-2099/12")
        await reader.until_shown("Klepelaar")
        await reader.press("enter", "enter")
        await reader.until_open(BELLS)


async def test_browsing_leads_to_a_search() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("i")
        await reader.until(lambda: isinstance(reader.app.screen, BrowseScreen), "browse is open")
        await reader.until_shown("2098-2099")
        await reader.press("tab", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is open")
        search = reader.app.screen
        assert isinstance(search, SearchScreen)
        assert read_query(search.panes.line.text).node == read_query("jaar:2098-2099").node


async def test_what_is_cited_and_not_there_is_wanted() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("W")
        await reader.until(lambda: isinstance(reader.app.screen, WantedScreen), "wanted is open")
        await reader.until_shown("ah-tk-20982099-660")
        assert not reader.shows("ah-tk-20982099-258 ")


async def test_from_wanted_to_who_cites_it_and_back_to_the_same_row() -> None:
    async with reading(SAMPLES) as reader:
        await reader.press("W")
        await reader.until_shown("ah-tk-20982099-660")
        await reader.press("slash")
        await reader.type("answers")
        await reader.press("enter", "j")
        wanted = reader.app.screen
        assert isinstance(wanted, WantedScreen)
        left = wanted.state()
        assert (left.words, left.cursor) == ("answers", 1)
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is open")
        await reader.until_shown("citing ah-tk-20982099-660")
        await reader.press("enter")
        await reader.until_open(LIGHTHOUSES)
        await reader.press("backspace")
        await reader.until(lambda: isinstance(reader.app.screen, SearchScreen), "the search is there again")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.app.screen, WantedScreen), "wanted is there again")
        again = reader.app.screen
        assert isinstance(again, WantedScreen)
        await reader.until_shown("2 of 2")
        assert again.state() == left
        await reader.press("escape")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the reader is there")


# Files


async def test_a_publication_in_two_formats_is_one_row(tmp_path: Path) -> None:
    first = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    (tmp_path / "kopie.txt").write_text(first.read_text("utf-8"), "utf-8")
    (tmp_path / "ah-tk-20302031-77.txt").write_text(first.read_text("utf-8"), "utf-8")
    async with reading(tmp_path) as reader:
        assert reader.screen.documents.count == 1
        entry = reader.screen.documents.current
        assert entry is not None
        assert (entry.path, entry.others) == (first, 2)


async def test_the_other_files_of_a_publication_are_named_in_its_head(tmp_path: Path) -> None:
    first = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    (tmp_path / "archief").mkdir()
    copies = [tmp_path / "archief" / f"kopie [{number}].txt" for number in range(5)]
    for copy in (tmp_path / "kopie.txt", copies[0]):
        copy.write_text(first.read_text("utf-8"), "utf-8")
    async with reading(tmp_path, size=(200, 40)) as reader:
        assert reader.path == first
        shown = reader.pane("questions").replace(" ", "")
        both = ("kopie.txt", str(copies[0]).replace(" ", ""))
        assert any(f"alsoin{one}and{other}" in shown for one, other in (both, both[::-1]))
        for copy in copies:
            copy.write_text(first.read_text("utf-8"), "utf-8")
        await reader.press("f5")
        await reader.until(lambda: "and 3 more" in reader.pane("questions"), "the others are counted")


def test_the_first_start_opens_the_newest_by_name_of_however_many(tmp_path: Path) -> None:
    for number in (1, 99, 100, 1059, 998):
        published(tmp_path, number, pairs(("Vaart zij?", "Nee.")))
    for number in range(1100):
        (tmp_path / f"ah-tk-20292030-{number}.md").touch()
    assert first_path([tmp_path]) == tmp_path / "ah-tk-20302031-1059.md"


def test_of_many_folders_the_newest_of_the_last_ones_is_opened_first(tmp_path: Path) -> None:
    for session in ("2028-2029", "2029-2030", "2030-2031"):
        folder = tmp_path / session
        folder.mkdir()
        for number in range(600):
            (folder / f"ah-tk-{session.replace('-', '')}-{number}.md").touch()
    assert first_path([tmp_path]) == tmp_path / "2030-2031" / "ah-tk-20302031-599.md"


async def test_how_many_files_are_read_is_said_below_the_list_while_they_are() -> None:
    async with reading(SAMPLES) as reader:
        librarian = reader.screen.librarian
        librarian.is_reading, librarian.progress = True, Progress(Stage.READING, 1200, 10_000)
        reader.screen.windows.tell_captions()
        await reader.until_shown("1,200 of 10,000 read")


async def test_new_changed_and_gone_files_are_found_with_a_key(tmp_path: Path) -> None:
    first = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    second = published(tmp_path, 76, pairs(("Vaart hij?", "Soms.")))
    async with reading(tmp_path) as reader:
        assert reader.screen.documents.count == 2
        second.unlink()
        published(tmp_path, 78, pairs(("Vaart het?", "Nooit.")), subject="het vlot")
        published(tmp_path, 79, pairs(("Vaart men?", "Ooit.")), subject="de sloep")
        await reader.press("f5")
        await reader.until(lambda: "het vlot" in reader.pane("documents"), "the new row shows")
        assert reader.screen.documents.count == 3
        assert reader.path == first


def rewritten(path: Path, before: str, after: str) -> None:
    """Gives a file other words, later than it had its own."""
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    os.utime(path, (2_000_000_000, 2_000_000_000))


async def test_an_open_document_whose_file_has_changed_is_shown_anew_at_the_same_place(
    tmp_path: Path,
) -> None:
    path = published(
        tmp_path, 77, pairs(*((f"Hoe vaart {n}?", long_answer(n, 20 + n % 2)) for n in range(1, 9)))
    )
    async with reading(tmp_path) as reader:
        await reader.press("n", "n", "n", "right", *["down"] * 4)
        await reader.until_at(4)
        here, first = reader.place, reader.rows("answer")[0]
        rewritten(path, "van antwoord 4: de pont", "van antwoord 4: het vlot")
        await reader.press("f5")
        await reader.until_told("The file has changed; it was read again.")
        assert "het vlot" in reader.pane("answer")
        assert "de pont" not in reader.pane("answer")
        assert (reader.place, reader.rows("answer")[0][:12]) == (here, first[:12])


async def test_an_open_document_that_was_only_written_again_stays_as_it_is(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    async with reading(tmp_path) as reader:
        shown = reader.screen.questions.text
        os.utime(path, (2_000_000_000, 2_000_000_000))
        await reader.press("f5")
        await reader.until_told("1 file read")
        await reader.until(
            lambda: getattr(reader.screen.navigator.opened, "version", None) == version_of(path),
            "it was read",
        )
        assert reader.screen.questions.text is shown
        assert "it was read again" not in reader.told


async def test_an_open_document_that_cannot_be_read_any_more_stays_and_says_why(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    async with reading(tmp_path) as reader:
        path.write_bytes(b"\0\0\0")
        await reader.press("f5")
        await reader.until_told(f"{path}: ")
        assert "Vaart zij?" in reader.pane("questions")


async def test_a_place_found_in_the_open_document_shows_its_file_as_it_is_now(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Nee."), ("En hij?", "De veerpont vaart.")))
    async with reading(tmp_path) as reader:
        rewritten(path, "De veerpont vaart.", "De veerpont zinkt.")
        await reader.press("s")
        await reader.type("veerpont vaart")
        await reader.until_shown("1 of 1")
        await reader.press("enter", "enter")
        await reader.until(lambda: "De veerpont zinkt." in reader.pane("answer"), "the new text shows")
        assert reader.number == 2


async def test_what_was_known_at_the_last_start_is_there_at_once(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    async with reading(tmp_path) as reader:
        assert reader.screen.documents.count == 1
    path.rename(path.with_name("ah-tk-20302031-99.md"))
    async with reading(tmp_path) as reader:
        entry = reader.screen.documents.current
        assert entry is not None
        assert entry.path.name == "ah-tk-20302031-99.md"


async def test_where_the_cache_cannot_be_written_the_reader_is_told_and_everything_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file stands in the way", "utf-8")
    monkeypatch.setenv("KVTUI_CACHE_DIR", str(tmp_path / "cache"))
    async with reading(SAMPLES) as reader:
        await reader.until_told("kept in memory until kvtui is left")
        await reader.press("s")
        await reader.type("veerpont")
        await reader.until_shown("9 places in 4 documents")
        folder = reader.library
    assert not folder.exists()


async def test_a_key_that_finds_nothing_new_says_so(tmp_path: Path) -> None:
    published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))
    async with reading(tmp_path) as reader:
        await reader.press("f5")
        await reader.until_told("No file is new or has changed: 1 document.")


async def test_a_catalogue_that_is_damaged_while_one_reads_is_made_anew() -> None:
    async with reading(SAMPLES) as reader:
        reader.damage_catalogue()
        await reader.press("less_than_sign", "W", "greater_than_sign")
        assert reader.app.is_running
        await reader.press("escape")
        await open_number(reader, FERRY)
        await reader.press("f5")
        await reader.until(lambda: not reader.screen.librarian.is_reading, "the files were read")
        await reader.press("right", "w")
        await reader.until(lambda: "20 Oct 2098" in reader.pane("questions"), "the life line is there again")


async def test_the_list_goes_along_with_what_is_opened_but_not_while_one_moves_in_it() -> None:
    async with reading(SAMPLES) as reader:
        documents = reader.screen.documents
        await reader.press("less_than_sign")
        await reader.until(
            lambda: documents.current is not None and documents.current.path == reader.path, "along"
        )
        await reader.press("left", "left", "G")
        last = documents.current
        await reader.press("f5")
        await reader.until_told("No file is new")
        assert documents.current == last

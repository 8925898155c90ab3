"""Links: choosing, following, labels, those that lead nowhere and those that lead elsewhere."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from kvtui.tui.palette import palette_of
from tests.tui.reading import BELLS, BRIDGE, FERRY, LIGHTHOUSES, SAMPLES, SHEEP, Reader, reading
from tests.tui.texts import pairs, published

THREE_LINKS = pairs(
    ("Vaart de pont?", "Zie het antwoord op vraag 2, het antwoord op vraag 3 en het antwoord op vraag 4."),
    ("Waarom niet?", "Het ijs."),
    ("Hoe dik is het ijs?", "Dik."),
    ("Hoe lang nog?", "Zie het antwoord op vraag 2."),
)


@pytest.fixture
def opened_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked to open."""
    pages: list[str] = []

    def remember(url: str, new: int = 0, autoraise: bool = True) -> bool:
        pages.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", remember)
    return pages


async def go_to(reader: Reader, number: int) -> None:
    await reader.press(*str(number), "enter")
    await reader.until_at(number)


async def test_enter_follows_the_first_link_to_a_question_and_both_panes_move() -> None:
    async with reading(BRIDGE) as reader:
        await go_to(reader, 2)
        assert reader.caption == "→ answer 6"
        await reader.press("enter")
        await reader.until_at(6)
        assert (reader.pointed, reader.title) == (6, "Answer 6 and 7")
        assert "De inspectie heeft de brug op vijf ochtenden bezocht" in reader.pane("answer")
        assert "Is de brug bij mist bezocht" in reader.pane("questions")


async def test_the_target_of_a_link_flashes_in_both_panes_for_a_moment() -> None:
    async with reading(BRIDGE) as reader:
        await go_to(reader, 2)
        await reader.press("enter")
        await reader.until(lambda: lit(reader, "questions") and lit(reader, "answer"), "the target flashes")
        await reader.until(lambda: not lit(reader, "questions") and not lit(reader, "answer"), "and ends")


def lit(reader: Reader, pane: str) -> bool:
    """Whether a row of the pane has the colour of a flash."""
    colour = palette_of(reader.screen.app).flash.bgcolor
    widget = reader.screen.query_one(f"#{pane}")
    rows = [widget.render_line(y) for y in range(widget.size.height)]
    return any(
        segment.style is not None and segment.style.bgcolor == colour for row in rows for segment in row
    )


@pytest.mark.parametrize(
    ("onward", "back"), [("l", "L"), ("right_square_bracket", "left_square_bracket")], ids=["l", "brackets"]
)
async def test_the_keys_for_links_step_around(tmp_path: Path, onward: str, back: str) -> None:
    async with reading(published(tmp_path, 77, THREE_LINKS)) as reader:
        await reader.press("tab")
        seen = [reader.caption]
        for key in (onward, onward, onward, onward, back, back, back):
            await reader.press(key)
            seen.append(reader.caption)
        # the fourth link is that of "cited by", which question 1 does not have: around after three
        assert seen == [f"→ answer {number}" for number in (2, 3, 4, 2, 3, 2, 4, 3)]
        await reader.press("enter")
        await reader.until_at(3)


async def test_the_chosen_link_is_followed_from_the_questions_too(tmp_path: Path) -> None:
    async with reading(published(tmp_path, 77, THREE_LINKS)) as reader:
        await reader.press("tab", "l", "shift+tab")
        assert reader.focus == "questions"
        await reader.press("enter")
        await reader.until_at(3)


async def test_several_numbers_in_one_reference_are_links_of_their_own(tmp_path: Path) -> None:
    body = pairs(
        ("Vaart zij?", "Zie de antwoorden op de vragen 2 en 3."), ("Waarom?", "Ijs."), ("Hoe?", "Zo.")
    )
    async with reading(published(tmp_path, 77, body)) as reader:
        await reader.press("tab", "l")
        assert reader.caption == "→ answer 3"
        await reader.press("enter")
        await reader.until_at(3)


async def test_a_link_below_the_window_is_brought_into_it(tmp_path: Path) -> None:
    far = "\n\n".join(f"Alinea {index}." for index in range(1, 60)) + "\n\nZie het antwoord op vraag 2."
    async with reading(published(tmp_path, 77, pairs(("Vaart zij?", far), ("Hoe?", "Zo.")))) as reader:
        assert "vraag 2" not in reader.pane("answer")
        await reader.press("tab", "l")
        await reader.until(lambda: "vraag 2" in reader.pane("answer"), "the link shows")
        assert reader.caption == "→ answer 2"


async def test_a_footnote_mark_leads_to_its_footnote(tmp_path: Path) -> None:
    async with reading(BRIDGE, size=(120, 20)) as reader:
        await go_to(reader, 6)
        await reader.press("tab", "l")
        assert reader.caption == "→ footnote 2"
        assert "Niets gezien" not in reader.pane("answer")
        await reader.press("enter")
        await reader.until(lambda: "Niets gezien" in reader.pane("answer"), "the footnote shows")


async def test_a_link_to_a_question_that_is_not_there_looks_different_and_says_why() -> None:
    async with reading(LIGHTHOUSES) as reader:
        await go_to(reader, 12)
        await reader.press("tab", "l")
        await reader.until(lambda: "vraag 19⊘" in reader.pane("answer"), "the link is marked")
        assert reader.caption == "⊘ This document has 14 questions; there is no question 19."
        await reader.press("enter")
        await reader.until_told("there is no question 19")
        assert reader.number == 12


async def test_a_reference_without_a_year_gets_the_likely_one_as_a_guess() -> None:
    async with reading(SHEEP) as reader:
        await go_to(reader, 7)
        await reader.press("tab")
        await reader.click("answer", "nr. 305")
        await reader.until_shown("ah-tk-20982099-305 is not in the library. The session year is not")
        assert reader.path == SHEEP


async def test_a_reference_without_a_number_says_so(tmp_path: Path) -> None:
    path = published(tmp_path, 77, pairs(("Vaart zij?", "Zie de Kamerbrief (BZ2407724).")))
    async with reading(path) as reader:
        await reader.press("tab")
        await reader.until(lambda: "⊘" in reader.pane("answer"), "the link is marked")
        await reader.click("answer", "BZ2407724")
        await reader.until_told("doesn't give the number")


async def test_a_link_to_another_document_opens_it() -> None:
    async with reading(SAMPLES) as reader:
        await go_to(reader, 4)
        await reader.press("tab", "l")
        assert reader.caption.startswith("→ ah-tk-20982099-258: answer by Minister Van der Schut")
        await reader.press("enter")
        await reader.until_open(FERRY)
        assert (reader.focus, reader.number) == ("questions", 1)


async def test_a_publication_that_is_not_among_the_files_can_be_copied() -> None:
    async with reading(BRIDGE) as reader:
        await go_to(reader, 4)
        await reader.press("tab", "l")
        assert reader.caption == "→ ah-tk-20982099-258, not in the library"
        await reader.press("enter")
        await reader.until_shown("Another publication")
        assert reader.shows("ah-tk-20982099-258 is not in the library.")
        assert reader.shows("https://zoek.officielebekendmakingen.nl/ah-tk-20982099-258.html")
        await reader.press("c")
        await reader.until_told("Copied: ah-tk-20982099-258")
        assert reader.copied == ["ah-tk-20982099-258"]
        assert not reader.shows("Another publication")
        assert reader.focus == "answer"


async def test_a_publication_that_is_not_among_the_files_can_be_opened(opened_pages: list[str]) -> None:
    async with reading(BRIDGE) as reader:
        await go_to(reader, 4)
        await reader.press("tab", "l", "enter")
        await reader.until_shown("Another publication")
        await reader.press("o")
        await reader.until_told("Opened https://")
        assert opened_pages == ["https://zoek.officielebekendmakingen.nl/ah-tk-20982099-258.html"]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_dialog_can_be_left_without_doing_anything(opened_pages: list[str], key: str) -> None:
    async with reading(BRIDGE) as reader:
        await go_to(reader, 4)
        await reader.press("tab", "l", "enter")
        await reader.until_shown("Another publication")
        await reader.press(key)
        await reader.until(lambda: not reader.shows("Another publication"), "the dialog is gone")
        assert (opened_pages, reader.copied, reader.number) == ([], [], 4)


async def test_a_web_address_is_asked_about_and_opened(opened_pages: list[str]) -> None:
    async with reading(LIGHTHOUSES) as reader:
        await go_to(reader, 10)
        await reader.press("tab", "l", "enter")
        await reader.until_shown("Web page")
        await reader.press("o")
        await reader.until_told("Opened https://www.example.nl/leeslicht")
        assert opened_pages == ["https://www.example.nl/leeslicht"]


async def test_a_browser_that_does_not_open_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda url: False)
    async with reading(BRIDGE) as reader:
        await reader.press("o")
        await reader.until_told("No browser could be opened for https://zoek.officielebekendmakingen.nl")


async def test_the_official_page_is_that_of_the_chosen_link_else_of_the_document(
    opened_pages: list[str],
) -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("o")
        await reader.until_told("ah-tk-20982099-1040.html")
        await go_to(reader, 4)
        await reader.press("tab", "l", "o")
        await reader.until_told("ah-tk-20982099-258.html")
        base = "https://zoek.officielebekendmakingen.nl"
        assert opened_pages == [f"{base}/ah-tk-20982099-1040.html", f"{base}/ah-tk-20982099-258.html"]


async def test_a_document_without_identifier_has_no_official_page(
    tmp_path: Path, opened_pages: list[str]
) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Beste lezer,\n\nDe pont vaart niet.\n", "utf-8")
    async with reading(path) as reader:
        await reader.press("o")
        await reader.until_told("No official page")
        assert opened_pages == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org/x"])
async def test_only_http_and_https_are_ever_opened(url: str, opened_pages: list[str]) -> None:
    from kvtui.tui.browsing import open_page

    async with reading(BRIDGE) as reader:
        open_page(reader.screen.app, url)
        await reader.until_told("Only http and https")
        assert opened_pages == []


async def test_labels_stand_on_every_link_and_a_letter_follows_one() -> None:
    async with reading(BELLS, size=(120, 60)) as reader:
        await go_to(reader, 3)
        before = reader.pane("answer")
        await reader.press("f")
        await reader.until(lambda: reader.pane("answer") != before, "letters stand on the links")
        place = reader.screen.answer.link_region(0)
        row = reader.screen.answer.region.y
        letter = reader.rows("answer")[place.y - row][place.x - reader.screen.answer.region.x]
        assert letter.isalpha()
        await reader.press(letter)
        await reader.until_at(6)
        assert "Zodra de derde klok" in reader.pane("answer")


async def test_a_key_that_is_no_label_ends_labels_and_does_nothing_else() -> None:
    async with reading(BELLS) as reader:
        await go_to(reader, 3)
        before, place = reader.pane("answer"), reader.place
        await reader.press("f", "escape")
        await reader.until(lambda: reader.pane("answer") == before, "the letters are gone")
        await reader.press("f", "exclamation_mark")
        await reader.until(lambda: reader.pane("answer") == before, "the letters are gone")
        assert reader.place == place


async def test_many_links_get_labels_of_two_letters(tmp_path: Path) -> None:
    links = " ".join(f"Zie het antwoord op vraag {number}." for number in range(2, 40))
    others = [(f"Waarom {number}?", f"Reden {number}.") for number in range(2, 40)]
    async with reading(published(tmp_path, 77, pairs(("Vaart zij?", links), *others))) as reader:
        await reader.press("f")
        await reader.press("a")
        assert reader.number == 1
        await reader.press("s")
        await reader.until(lambda: reader.number != 1, "the link with these two letters is followed")


async def test_without_a_link_the_keys_for_links_say_so(tmp_path: Path) -> None:
    async with reading(published(tmp_path, 77, pairs(("Vaart zij?", "Nee.")))) as reader:
        for key in ("enter", "f", "space"):
            reader.app.clear_notifications()
            await reader.press(key)
            await reader.until_told("There is no link on the screen.")
        await reader.press("l")
        await reader.until_told("There is no link with this question and its answer.")

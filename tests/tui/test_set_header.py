"""The head of a set in words, joint answers, questions without an answer, notice and note."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.reading import BRIDGE, FERRY, FERRY_NOTICE, LIGHTHOUSES, UNANSWERED, reading
from tests.tui.texts import pairs, published

TALL = (120, 60)


async def test_an_answered_set_says_who_asked_whom_and_when() -> None:
    async with reading(LIGHTHOUSES, size=TALL) as reader:
        head = reader.pane("questions")
        for words in (
            "ah-tk-20982099-704 · ✓ answered",
            "het voornemen om vuurtorens alleen te laten branden wanneer er een schip kijkt",
            "Ooievaar (De Seizoenen), Bries and Ter Dijke (Nieuwe Windstreken) → Minister-President; "
            "Minister Vuurtorens en Maanlicht; Staatssecretaris Mist en Uitzicht",
            "answer by Minister Lichtenbaken (Vuurtorens en Maanlicht), "
            "also for Minister-President; Staatssecretaris Mist en Uitzicht",
            "18 Dec 2098 → 28 Jan 2099, 41 days",
            "see also ah-tk-20982099-660",
        ):
            assert words in head


async def test_a_notice_says_so_in_words() -> None:
    async with reading(FERRY_NOTICE, size=TALL) as reader:
        assert "ah-tk-20982099-131 · notice" in reader.pane("questions")
        assert "This is a notice: the questions are not answered here." in reader.pane("questions")
        assert reader.title == "Notice"
        assert "kunnen tot mijn spijt niet binnen de gebruikelijke termijn" in reader.pane("answer")
        await reader.press("n")
        await reader.until_at(2)
        assert "kunnen tot mijn spijt" in reader.pane("answer")


async def test_an_unanswered_set_says_so_in_words() -> None:
    async with reading(UNANSWERED, size=TALL) as reader:
        assert "kv-tk-2099Z03102 · unanswered" in reader.pane("questions")
        assert "These questions have not been answered yet." in reader.pane("questions")
        assert reader.title == "No answer"
        assert "No answer yet: this document holds the questions only." in reader.pane("answer")


async def test_oral_questions_say_so_in_words(tmp_path: Path) -> None:
    path = tmp_path / "mondeling.txt"
    path.write_text(
        "Vragenuur dinsdag 4 maart 2031\n\nMondelinge vragen van het lid Van Duin (PvdV) aan de Minister"
        " van Water en Wegen over het bericht dat de pont niet vaart.\n",
        "utf-8",
    )
    async with reading(path) as reader:
        assert "oral" in reader.pane("questions")
        assert "answered in the chamber" in reader.pane("questions")


@pytest.mark.parametrize("path", [LIGHTHOUSES, UNANSWERED, FERRY_NOTICE], ids=lambda path: path.stem)
async def test_every_question_stands_in_the_pane_with_its_number(path: Path) -> None:
    async with reading(path, size=(120, 200)) as reader:
        opened = reader.screen.navigator.opened
        assert opened is not None
        numbers = [question.number for question in opened.document.questions]
        shown = [
            int(n) for row in reader.rows("questions") for n in re.findall(r"^ [▸▹ ][ ╭│╰] ?(\d+)[ ★]\S", row)
        ]
        assert shown == numbers


async def test_questions_of_a_joint_answer_belong_together() -> None:
    async with reading(FERRY, size=(120, 90)) as reader:
        rows = reader.rows("questions")
        joined = [index for index, row in enumerate(rows) if re.match(r"^ .[╭│╰]", row)]
        first, last = (
            next(i for i, row in enumerate(rows) if words in row) for words in ("╭", "joint answer")
        )
        assert set(range(first, last + 1)) <= set(joined)
        assert "joint answer to 2 and 3" in reader.pane("questions")
        assert "joint answer to 4–6" in reader.pane("questions")
        await reader.press("5", "enter")
        await reader.until_at(5)
        assert reader.title == "Answer 4–6"
        pointers = [row.strip()[0] for row in reader.rows("questions") if re.match(r"^ ?[▸▹]", row)]
        assert pointers == ["▹", "▸", "▹"]


async def test_questions_of_a_joint_answer_that_are_not_neighbours_say_so(tmp_path: Path) -> None:
    body = "Vraag 1\n\nVaart zij?\n\nVraag 2\n\nWaarom?\n\nVraag 3\n\nEn morgen?\n\n"
    answers = "Antwoord 1 en 3\n\nZij vaart.\n\nAntwoord 2\n\nDaarom.\n\n"
    async with reading(published(tmp_path, 77, body + answers), size=TALL) as reader:
        assert reader.pane("questions").count("joint answer to 1 and 3") == 2
        assert reader.title == "Answer 1 and 3"
        await reader.press("n")
        await reader.until(lambda: reader.title == "Answer 2", "answer 2 shows")
        await reader.press("n")
        await reader.until(lambda: reader.title == "Answer 1 and 3", "the joint answer shows again")


async def test_a_question_without_an_answer_says_so_in_both_panes() -> None:
    async with reading(LIGHTHOUSES, size=(120, 110)) as reader:
        assert reader.pane("questions").count("no answer to this question") == 1
        await reader.press("1", "1", "enter")
        await reader.until_at(11)
        assert reader.title == "No answer"
        assert "Question 11 has no answer in this document." in reader.pane("answer")


async def test_footnotes_stand_below_the_answer_with_their_marks() -> None:
    async with reading(BRIDGE, size=TALL) as reader:
        await reader.press("6", "enter")
        await reader.until_at(6)
        answer = reader.pane("answer")
        assert "veertig bladzijden uitgebracht.²" in answer
        assert "── footnotes" in answer
        assert "² Rijksinspectie voor het Uitzicht, maart 2099" in answer


async def test_the_explanatory_note_stands_under_a_rule() -> None:
    async with reading(BRIDGE) as reader:
        assert "── explanatory note" in reader.pane("answer")
        assert "ter aanvulling op eerdere vragen" in reader.pane("answer")


async def test_a_notice_was_not_answered_in_any_time() -> None:
    async with reading(FERRY_NOTICE, size=TALL) as reader:
        assert "29 Sep 2098 → 20 Oct 2098 " in reader.pane("questions")
        assert "20 Oct 2098 · 8 q · notice" in reader.pane("documents")
        assert "21 d" not in reader.text


async def test_cited_by_names_what_points_here_and_leads_there() -> None:
    async with reading(BRIDGE, size=TALL) as reader:
        await reader.press("2", "enter")
        await reader.until_at(2)
        assert "── cited by" in reader.pane("answer")
        assert "answer 6 and 7 … inspecteur." in reader.pane("answer")
        await reader.click("answer", "answer 6 and 7")
        await reader.until(lambda: reader.title == "Answer 6 and 7", "the citing answer shows")
        assert "antwoord op vraag 2 nog wordt opengelaten" in reader.pane("answer")


async def test_nothing_is_said_under_an_answer_that_nobody_cites(tmp_path: Path) -> None:
    path = published(
        tmp_path, 77, pairs(("Vaart de pont?", "Nee."), ("Waarom?", "Zie het antwoord op vraag 1."))
    )
    async with reading(path) as reader:
        assert "cited by" in reader.pane("answer")
        await reader.press("n")
        await reader.until_at(2)
        assert reader.pane("answer") == "Zie het antwoord op vraag 1."


async def test_a_question_may_be_cited_by_a_question() -> None:
    async with reading(UNANSWERED, size=TALL) as reader:
        await reader.press("5", "enter")
        await reader.until_at(5)
        assert "question 6" in reader.pane("answer")


async def test_one_uncertainty_is_said_in_the_head() -> None:
    async with reading(LIGHTHOUSES, size=(120, 20)) as reader:
        assert "Question 11 has no answer." in reader.pane("questions")


async def test_several_uncertainties_are_counted_in_the_head_and_listed_below(tmp_path: Path) -> None:
    body = "Vraag 1\n\nVaart zij?\n\nVraag 2\n\nWaarom?\n\nAntwoord 4\n\nZij vaart.\n\n"
    async with reading(published(tmp_path, 77, body), size=TALL) as reader:
        pane = reader.pane("questions")
        assert "things were uncertain; they are told below the questions." in pane
        assert pane.index("── 3 uncertainties") < pane.index("Question 2 has no answer.")

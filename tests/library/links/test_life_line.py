"""What became of a set of questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kvtui.library.links.life_line import Event, EventKind, life_line, name_of
from kvtui.model import DocumentKind, TextPart
from tests.library.links.making import (
    ASKED,
    MINISTER,
    OTHER_MINISTER,
    VEEN,
    answer,
    cites,
    entry_in,
    library,
    made,
    notice,
    questions,
)

FEBRUARY, MARCH, APRIL = date(2099, 2, 5), date(2099, 3, 12), date(2099, 4, 1)


def told(events: tuple[Event, ...]) -> list[tuple[EventKind, date | None, str]]:
    """Kind, day and identifier of each event."""
    return [(event.kind, event.day, event.identifier.removeprefix("ah-tk-20982099-")) for event in events]


def test_asked_put_off_and_answered(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        questions("2099Z00123"),
        notice(40, FEBRUARY),
        answer(90, MARCH, case_number="2099Z00123", header=f"Zie ook {cites(40)}."),
    )
    line = life_line(entry_in(catalogue, 90), catalogue)
    assert told(line.events) == [
        (EventKind.ASKED, ASKED, "kv-tk-2099Z00123"),
        (EventKind.NOTICE, FEBRUARY, "40"),
        (EventKind.ANSWER, MARCH, "90"),
    ]
    assert [event.days for event in line.events] == [None, 26, 35]
    assert [event.is_here for event in line.events] == [False, False, True]
    assert [event.words for event in line.events] == [
        "asked by Bos (SVP)",
        "notice by Minister Duin",
        "answer by Minister Duin",
    ]


def test_it_is_the_same_from_each_of_its_documents(tmp_path: Path) -> None:
    catalogue = library(tmp_path, questions("2099Z00123"), notice(40, FEBRUARY), answer(90, MARCH))
    lines = [
        told(life_line(entry_in(catalogue, name), catalogue).events) for name in ("kv-tk-2099Z00123", 40, 90)
    ]
    assert lines[0] == lines[1] == lines[2]
    assert len(lines[0]) == 3


def test_each_document_is_named_by_its_file_if_by_nothing_else_and_told_if_it_is_not_there(
    tmp_path: Path,
) -> None:
    catalogue = library(
        tmp_path,
        answer(90, MARCH, case_number="2099Z00123", header=f"Zie ook {cites(40)}."),
        notice(41, FEBRUARY, identifier=None),
    )
    events = life_line(entry_in(catalogue, 90), catalogue).events
    assert [name_of(event) for event in events] == [
        "kv-tk-2099Z00123, not in the library",
        "1-None.txt",
        "",  # the words say what is named and not there
        "ah-tk-20982099-90",
    ]


def test_another_minister_is_a_sibling_and_the_same_answers_further(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(90, MARCH),
        answer(91, MARCH, respondents=(OTHER_MINISTER,)),
        answer(120, APRIL),
    )
    events = life_line(entry_in(catalogue, 90), catalogue).events
    assert told(events)[1:] == [
        (EventKind.ANSWER, MARCH, "90"),
        (EventKind.SIBLING, MARCH, "91"),
        (EventKind.FURTHER_ANSWER, APRIL, "120"),
    ]
    assert events[2].words == "the same questions answered by Staatssecretaris Rietveld"
    from_sibling = told(life_line(entry_in(catalogue, 91), catalogue).events)
    assert (EventKind.ANSWER, MARCH, "91") in from_sibling
    assert (EventKind.SIBLING, MARCH, "90") in from_sibling


def test_a_shared_minister_makes_no_sibling(tmp_path: Path) -> None:
    both = (OTHER_MINISTER, MINISTER)
    catalogue = library(tmp_path, answer(90, MARCH), answer(91, APRIL, respondents=both))
    kinds = [event.kind for event in life_line(entry_in(catalogue, 90), catalogue).events]
    assert kinds == [EventKind.ASKED, EventKind.ANSWER, EventKind.FURTHER_ANSWER]


def test_a_reprint_is_no_further_answer(tmp_path: Path) -> None:
    catalogue = library(tmp_path, answer(90, MARCH), answer(90, APRIL, identifier="ah-tk-20982099-90-h1"))
    *_, again = life_line(entry_in(catalogue, 90), catalogue).events
    assert (again.kind, again.words) == (EventKind.ANSWER, "printed again: answer by Minister Duin")


def test_what_the_header_names_is_what_it_turns_out_to_be(tmp_path: Path) -> None:
    """ "Zie ook" may be a notice, or the answer of another minister to questions that are printed otherwise."""
    catalogue = library(
        tmp_path,
        answer(91, MARCH, respondents=(OTHER_MINISTER,), asks=("Anders gedrukt?",)),
        answer(92, APRIL, header=f"Antwoord van Minister Duin. Zie ook {cites(91)}."),
    )
    assert told(life_line(entry_in(catalogue, 92), catalogue).events)[1:] == [
        (EventKind.SIBLING, MARCH, "91"),
        (EventKind.ANSWER, APRIL, "92"),
    ]
    assert (EventKind.SIBLING, APRIL, "92") in told(life_line(entry_in(catalogue, 91), catalogue).events)


def test_what_the_header_names_and_is_not_there_is_missing_and_nothing_else(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path, answer(90, MARCH, header=f"Over Kamerstuk 36 999, nr. 5. Zie ook {cites(40)}.")
    )
    asked, missing, answered = life_line(entry_in(catalogue, 90), catalogue).events
    assert (asked.kind, asked.entry) == (EventKind.ASKED, None)
    assert (missing.kind, missing.entry, missing.day) == (EventKind.MISSING, None, None)
    assert missing.words == "ah-tk-20982099-40 is named in the header and not in the library"
    assert answered.days == (MARCH - ASKED).days


def test_without_an_answer_it_says_so_behind_the_notice(tmp_path: Path) -> None:
    catalogue = library(tmp_path, questions("2099Z00123"), notice(40, FEBRUARY))
    events = life_line(entry_in(catalogue, 40), catalogue).events
    assert [event.kind for event in events] == [EventKind.ASKED, EventKind.NOTICE, EventKind.MISSING]
    assert events[-1].words == "no answer to these questions in the library"


def test_later_questions_follow_up_and_answers_to_others_mention(tmp_path: Path) -> None:
    later = {"submitted": APRIL, "askers": (VEEN,), "asks": ("Vaart de trein?",)}
    catalogue = library(
        tmp_path,
        answer(90, MARCH),
        questions("2099Z00200", APRIL, asks=(f"Kent u {cites(90)}?",), subject="de pont, nogmaals"),
        answer(200, date(2099, 5, 1), answers=(f"Zie {cites(90)}.",), **later),
    )
    *_, follow_up, mention = life_line(entry_in(catalogue, 90), catalogue).events
    assert (follow_up.kind, follow_up.day) == (EventKind.FOLLOW_UP, APRIL)
    assert follow_up.words == "follow-up questions by Bos (SVP): de pont, nogmaals"
    assert (mention.kind, mention.day) == (EventKind.MENTION, date(2099, 5, 1))
    assert mention.words == "named in the answer to Veen (PvO): de pont"
    assert mention.citation is not None
    assert (mention.citation.part, mention.citation.numbers) == (TextPart.ANSWER, (1,))


def test_one_follow_up_is_told_once_however_often_it_was_published(tmp_path: Path) -> None:
    same: dict[str, Any] = {"submitted": APRIL, "asks": (f"Kent u {cites(90)}?",)}
    may = date(2099, 5, 1)
    catalogue = library(
        tmp_path,
        answer(90, MARCH),
        questions("2099Z00200", **same),
        notice(150, may, **same),
        answer(200, date(2099, 6, 1), answers=("Ja.",), **same),
    )
    later = [
        event
        for event in life_line(entry_in(catalogue, 90), catalogue).events
        if event.kind is EventKind.FOLLOW_UP
    ]
    assert [(event.day, event.identifier) for event in later] == [(APRIL, "ah-tk-20982099-200")]


def test_a_footnote_is_of_whoever_carries_its_mark(tmp_path: Path) -> None:
    def with_footnote(part: TextPart) -> list[EventKind]:
        later = answer(
            200,
            date(2099, 5, 1),
            submitted=APRIL,
            askers=(VEEN,),
            answers=("Ja.",),
            footnotes=((cites(90), part, 1),),
        )
        catalogue = library(tmp_path / part, answer(90, MARCH), later)
        return [event.kind for event in life_line(entry_in(catalogue, 90), catalogue).events[2:]]

    assert with_footnote(TextPart.QUESTION) == [EventKind.FOLLOW_UP]
    assert with_footnote(TextPart.ANSWER) == [EventKind.MENTION]


def test_a_set_knows_the_earlier_one_that_it_follows_up(tmp_path: Path) -> None:
    note = "Deze vragen dienen ter aanvulling op eerdere vragen (vraagnummer 2099Z00100)."
    catalogue = library(
        tmp_path,
        questions("2099Z00100", date(2099, 1, 2), askers=(VEEN,)),
        answer(90, MARCH, note=note),
    )
    first = life_line(entry_in(catalogue, 90), catalogue).events[0]
    assert (first.kind, first.identifier) == (EventKind.EARLIER, "kv-tk-2099Z00100")
    assert first.words == "follows up on the questions of Veen (PvO): de pont"


def test_see_also_above_other_answers_is_a_mention_and_no_follow_up(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(90, MARCH),
        answer(200, APRIL, submitted=FEBRUARY, askers=(VEEN,), header=f"Zie ook {cites(90)}."),
    )
    assert life_line(entry_in(catalogue, 90), catalogue).events[-1].kind is EventKind.MENTION
    see_also = next(
        event
        for event in life_line(entry_in(catalogue, 200), catalogue).events
        if event.identifier == "ah-tk-20982099-90"
    )
    assert see_also.kind is EventKind.EARLIER
    assert see_also.words == "see also the answer to Bos (SVP): de pont"


def test_a_document_that_is_no_set_of_questions_has_no_life_line(tmp_path: Path) -> None:
    catalogue = library(tmp_path, made(identifier="ah-tk-20982099-7", kind=DocumentKind.OTHER))
    assert life_line(entry_in(catalogue, 7), catalogue).events == ()

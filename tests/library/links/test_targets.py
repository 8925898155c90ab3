"""What citations turn out to point at."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kvtui.library.entries import Entry
from kvtui.library.facts.citations import citations_of, guessed_targets
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.resolving import resolve
from kvtui.library.links.targets import Target, targets_of
from kvtui.model import Document, DocumentKind, Respondent
from tests.library.links.making import Entries, answer, cites, entry_in, library, notice, questions

MARCH = date(2099, 3, 12)
NR_500 = "Aanhangsel van de Handelingen, nr. 500"


def known(identifier: str, received: date | None = None, **more: Any) -> Entry:
    return Entry(
        Path(f"/{identifier}.md"),
        identifier,
        DocumentKind.ANSWER,
        received=received,
        question_count=9,
        respondents=(Respondent("Minister", "Duin"),),
        **more,
    )


def cited_in(text: str, *entries: Entry, number: int = 90, received: date = MARCH) -> list[Target]:
    """What the first answer of a document with that text cites."""
    document = answer(number, received, answers=(text,))
    return [target for _, target in targets_of(citations_of(document), received, Entries(*entries))]


def test_it_is_named_by_what_it_turns_out_to_be() -> None:
    (target,) = cited_in(f"Zie {cites(12)}.", known("ah-tk-20982099-12", date(2099, 2, 5)))
    assert target.outcome is Outcome.FOUND
    assert target.words == "Opens ah-tk-20982099-12: answer by Minister Duin, 5 Feb 2099."


def test_what_is_not_there_is_not_in_the_library_and_has_its_official_page() -> None:
    (target,) = cited_in(f"Zie {cites(12)}.")
    assert (target.outcome, target.entry) == (Outcome.NOT_IN_LIBRARY, None)
    assert target.words == "ah-tk-20982099-12 is not in the library."
    assert target.url == "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-12.html"


def test_a_question_that_the_text_names() -> None:
    (target,) = cited_in(f"Zie {cites(12)}, antwoord op vraag 7.", known("ah-tk-20982099-12"))
    assert target.questions == (7,)
    assert target.words.endswith("answer by Minister Duin, question 7.")


def test_a_question_that_the_target_does_not_have_is_said_and_the_document_opens_all_the_same() -> None:
    (target,) = cited_in(f"Zie {cites(12)}, antwoord op vragen 8 en 12.", known("ah-tk-20982099-12"))
    assert (target.outcome, target.questions) == (Outcome.FOUND, (8,))
    assert "It has 9 questions; there is no question 12." in target.words


def test_questions_are_found_in_the_answer_that_repeats_them() -> None:
    entry = known("ah-tk-20982099-12", case_number="2099Z00100")
    (target,) = cited_in("Zie kv-tk-2099Z00100.", entry)
    assert target.entry == entry


@pytest.mark.parametrize(
    ("own", "cited"),
    [(900, "ah-tk-20982099-500"), (90, "ah-tk-20972098-500"), (500, "ah-tk-20972098-500")],
)
def test_without_a_year_a_lower_number_is_of_the_same_session(own: int, cited: str) -> None:
    (target,) = cited_in(f"Zie {NR_500}.", number=own)
    assert (target.identifier, target.is_guess) == (cited, True)
    assert "The session year is not printed and was inferred." in target.words


def test_of_two_guesses_the_one_in_the_library_is_meant() -> None:
    (target,) = cited_in(f"Zie {NR_500}.", known("ah-tk-20972098-500", date(2098, 1, 1)), number=900)
    assert (target.outcome, target.identifier) == (Outcome.FOUND, "ah-tk-20972098-500")


def test_what_is_younger_than_the_text_cannot_be_what_it_cites() -> None:
    younger = known("ah-tk-20982099-500", date(2099, 6, 1))
    (target,) = cited_in(f"Zie {NR_500}.", younger, number=900)
    assert (target.outcome, target.identifier) == (Outcome.NOT_IN_LIBRARY, "ah-tk-20972098-500")


def test_questions_guess_by_their_day() -> None:
    text = (f"Kent u {NR_500}?",)
    autumn = questions("2098Z00300", date(2098, 9, 20), asks=text)
    summer = questions("2099Z00300", date(2099, 6, 20), asks=text)
    assert [one.target for one in citations_of(autumn)] == ["ah-tk-20972098-500", "ah-tk-20982099-500"]
    assert [one.target for one in citations_of(summer)] == ["ah-tk-20982099-500", "ah-tk-20972098-500"]
    assert [one.choice for one in citations_of(summer)] == [1, 2]


def test_a_misprinted_year_leaves_its_two_years() -> None:
    document = answer(90, MARCH, answers=("Zie Aanhangsel Handelingen, vergaderjaar 2031–2033, nr. 5.",))
    assert [one.target for one in citations_of(document)] == ["ah-tk-20312032-5", "ah-tk-20322033-5"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Aanhangsel van de Handelingen, nrs. 12, 14 en 16", (12, 14, 16)),
        ("Aanhangsel van de Handelingen, nr. 12, nr. 14, nr. 16", (12, 14, 16)),
        ("Aanhangsel van de Handelingen, nrs. 12-14", (12, 13, 14)),
        ("Aanhangsel van de Handelingen nr. 12", (12,)),
        ("TK, Aanhangsel 12", (12,)),
        ("Aanhangsel Handelingen II 12", (12,)),
    ],
)
def test_each_number_without_a_year_is_guessed(text: str, numbers: tuple[int, ...]) -> None:
    document = answer(90, MARCH)
    likely = [first for first, _ in guessed_targets(text, document)]
    assert likely == [f"ah-tk-20982099-{number}" for number in numbers]


def test_without_a_number_there_is_a_reason_and_no_guess() -> None:
    (target,) = cited_in("Zie Aanhangsel Handelingen, vergaderjaar 2098–2099.")
    assert (target.outcome, target.identifier) == (Outcome.INCOMPLETE, "")
    assert target.words


def test_nothing_is_guessed_where_nothing_tells_the_session() -> None:
    document = Document(references=answer(90, MARCH, answers=(f"Zie {NR_500}.",)).references)
    assert [(one.target, one.choice) for one in citations_of(document)] == [("", 0)]


def test_the_reader_gets_the_guess_too() -> None:
    entry = known("ah-tk-20972098-500", date(2098, 1, 1))
    document = answer(900, MARCH, answers=(f"Zie {NR_500}, antwoord op vraag 4.",))
    found = resolve(document.references[0], document, Entries(entry))
    assert (found.outcome, found.entry, found.questions) == (Outcome.FOUND, entry, (4,))
    assert found.is_guess
    assert resolve(document.references[0], document, None).outcome is Outcome.NOT_IN_LIBRARY


@pytest.mark.parametrize("name", ["2099Z00100", "kv-tk-2099Z00100"])
def test_a_case_leads_to_the_answer_even_where_that_does_not_print_the_number(
    tmp_path: Path, name: str
) -> None:
    asked = questions("2099Z00100")
    told = notice(12, date(2099, 2, 5), case_number="2099Z00100")
    answered = answer(13, MARCH)
    citing = answer(40, MARCH, submitted=MARCH, asks=("Vaart de boot?",), answers=(f"Zie {name}.",))

    def leads_to(folder: str, *documents: Document) -> str | None:
        catalogue = library(tmp_path / folder, citing, *documents)
        found = catalogue.citations_from(entry_in(catalogue, 40).file)
        ((_, target),) = targets_of(found, MARCH, catalogue)
        return target.entry.identifier if target.entry else None

    assert leads_to("all", asked, told, answered) == "ah-tk-20982099-13"
    assert leads_to("put off", asked, told) == "ah-tk-20982099-12"
    assert leads_to("asked", asked) == "kv-tk-2099Z00100"


def test_where_both_guesses_are_younger_nothing_is_meant() -> None:
    both = [known(f"ah-tk-{year}-500", date(2099, 6, 1)) for year in ("20972098", "20982099")]
    (target,) = cited_in(f"Zie {NR_500}.", *both)
    assert (target.outcome, target.entry, target.identifier) == (Outcome.INCOMPLETE, None, "")


def test_what_is_plainly_of_questions_is_guessed_without_the_word_handelingen() -> None:
    (target,) = cited_in("Zie Aanhangsel nr. 300, antwoord op vraag 3.", number=900)
    assert (target.identifier, target.questions, target.is_guess) == ("ah-tk-20982099-300", (), True)
    (found,) = cited_in(
        "Zie Aanhangsel nr. 300, antwoord op vraag 3.", known("ah-tk-20982099-300"), number=900
    )
    assert found.questions == (3,)

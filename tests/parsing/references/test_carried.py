"""The question that the text names where the publication stands in a footnote."""

from __future__ import annotations

import pytest

from kvtui.model import Reference, TextPart
from tests.parsing.making import parsed

NR_12 = "Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 12"
HEAD = """Vragen van het lid Bos (SVP) aan de Minister van Water over de pont (ingezonden 9 januari 2099).

Antwoord van Minister Duin (Water) (ontvangen 30 januari 2099).

Vraag 1

Vaart de pont?

Antwoord 1

Nee.

"""


def citations(question: str, answer: str, *notes: str) -> list[Reference]:
    """The citations in the footnotes of a set whose second question and answer have these texts."""
    text = f"{HEAD}Vraag 2\n\n{question}\n\nAntwoord 2\n\n{answer}\n\n"
    text += "\n\n".join(f"[{mark}] {note}" for mark, note in enumerate(notes, 1)) + "\n"
    found = parsed(text).references
    return [one for one in found if one.part is TextPart.FOOTNOTE and str(one.targets[:1]).find("ah-") > 0]


@pytest.mark.parametrize(
    "question",
    [
        "Waarom is het antwoord op vraag 7 van mijn eerdere vragen zo kort?[1]",
        "Waarom heeft u in uw antwoord op vraag 7 niets over het ijs gezegd?[1]",
        "Blijkt uit het antwoord op vraag 7[1] niet dat de pont vaart?",
    ],
)
def test_the_askers_speak_of_an_answer_and_their_footnote_says_whose(question: str) -> None:
    (citation,) = citations(question, "Ja.", NR_12)
    assert citation.questions == (7,)


def test_a_minister_who_says_whose_answer_it_is() -> None:
    (citation,) = citations("Waarom?", "Zie het antwoord op vraag 7 van het lid Veen.[1]", NR_12)
    assert citation.questions == (7,)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Kent u het bericht?[1]", "Ja."),
        ("Waarom?", "Zie het antwoord op vraag 1. De pont vaart.[1]"),
        ("Waarom?", "Zie het antwoord op vraag 1.[1]"),
        ("Waarom?", "Het antwoord op vraag 7 van het lid Veen verwijst naar een brief.[1]"),
        ("Waarom is uw antwoord op vraag 7 zo kort? Kent u het bericht?[1]", "Ja."),
        ("Waarom spreken uw antwoord op vraag 7 en uw antwoord op vraag 8 elkaar tegen?[1]", "Ja."),
        ("Indien het antwoord op vraag 1 bevestigend luidt, waarom?[1]", "Ja."),
    ],
)
def test_silence_where_the_footnote_may_be_of_something_else(question: str, answer: str) -> None:
    (citation,) = citations(question, answer, NR_12)
    assert citation.questions == ()


def test_each_mark_has_the_words_since_the_mark_before_it() -> None:
    question = "Kent u uw antwoord op vraag 7[1] en het bericht?[2]"
    first, second = citations(question, "Ja.", NR_12, NR_12.replace("12", "13"))
    assert (first.questions, second.questions) == ((7,), ())


def test_a_footnote_with_two_publications_or_its_own_question_is_left_as_it_is() -> None:
    question = "Waarom is uw antwoord op vraag 7 zo kort?[1]"
    assert [one.questions for one in citations(question, "Ja.", f"{NR_12}; {NR_12.replace('12', '13')}")] == [
        (),
        (),
    ]
    (citation,) = citations(question, "Ja.", f"{NR_12}, antwoord op vraag 3")
    assert citation.questions == (3,)

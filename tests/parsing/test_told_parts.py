"""What a format knows of its lines counts for more than their words."""

from __future__ import annotations

import pytest

from kvtui.model import Document, ReferenceKind, Style, TextPart
from kvtui.parsing import parse
from kvtui.sources import Line, Opens, Page, Role, SourceText, Span
from tests.parsing.making import HEAD


def made(*lines: Line, head: str = HEAD) -> Document:
    header = [Line(" ".join(head.split("\n", 2)[:2]), ended=True), Line(head.split("\n")[2], ended=True)]
    return parse(SourceText(None, "xml", (Page((*header, *lines)),)))


def paragraph(text: str, opens: Opens | None = None) -> Line:
    return Line(text, opens=opens, ended=True)


def asked(text: str) -> Line:
    return paragraph(text, Opens.QUESTION)


def told(text: str) -> Line:
    return paragraph(text, Opens.ANSWER)


def numbers(document: Document) -> tuple[list[int], list[tuple[int, ...]]]:
    return [q.number for q in document.questions], [a.numbers for a in document.answers]


def test_bare_numbers_are_headings_where_the_format_says_so() -> None:
    document = made(asked("1"), paragraph("Vaart hij?"), told("1"), paragraph("Ja."))
    assert numbers(document) == ([1], [(1,)])
    assert document.answers[0].paragraphs == ("Ja.",)


def test_questions_and_answers_without_numbers_are_counted() -> None:
    document = made(asked("Vaart hij?"), told("Ja."), asked("Hoe?"), paragraph("En waar?"), told("Traag."))
    assert numbers(document) == ([1, 2], [(1,), (2,)])
    assert document.questions[1].paragraphs == ("Hoe?", "En waar?")


def test_all_questions_may_come_before_all_answers() -> None:
    document = made(
        asked("1"), paragraph("Vaart hij?"), asked("2"), paragraph("Hoe?"), told("Ja."), told("Traag.")
    )
    assert [answer.paragraphs for answer in document.answers] == [("Ja.",), ("Traag.",)]
    assert numbers(document) == ([1, 2], [(1,), (2,)])


def test_one_answer_without_a_number_answers_all_that_were_asked() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), asked("Vraag 2"), paragraph("Hoe?"), told("Traag.")
    )
    assert numbers(document) == ([1, 2], [(1, 2)])


def test_a_number_that_comes_twice_is_the_next_one() -> None:
    document = made(asked("Vraag 1"), paragraph("Vaart hij?"), asked("Vraag 1"), paragraph("Hoe?"))
    assert numbers(document)[0] == [1, 2]


def test_the_text_may_stand_in_the_line_of_the_heading() -> None:
    document = made(asked("Vraag 1 Vaart hij?"), told("Antwoord 1 Ja."))
    assert (document.questions[0].heading, document.questions[0].paragraphs) == ("Vraag 1", ("Vaart hij?",))
    assert (document.answers[0].heading, document.answers[0].paragraphs) == ("Antwoord 1", ("Ja.",))


def test_words_that_look_like_a_heading_are_none_where_the_format_tells() -> None:
    document = made(
        asked("Vraag 1"),
        paragraph("Vaart hij?"),
        told("Antwoord 1"),
        paragraph("Vraag 7 Die is al beantwoord."),
    )
    assert numbers(document) == ([1], [(1,)])


def test_notice_and_note_are_told_too() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), paragraph("Mededeling", Opens.NOTICE), paragraph("Later."),
        paragraph("Toelichting:", Opens.NOTE), paragraph("Zie eerdere vragen."),
    )  # fmt: skip
    assert document.notice is not None
    assert document.notice.paragraphs == ("Later.",)
    assert document.explanatory_note is not None
    assert document.explanatory_note.paragraphs == ("Zie eerdere vragen.",)


def test_each_paragraph_that_ended_stays_one_and_a_sentence_cut_in_two_is_joined() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), told("Antwoord 1"),
        paragraph("Er varen drie ponten"), paragraph("Touw en anker"),
        paragraph("De schipper zegt op grond van de uitspraken van"), paragraph("Duitsland dat het mag."),
    )  # fmt: skip
    assert document.answers[0].paragraphs == (
        "Er varen drie ponten",
        "Touw en anker",
        "De schipper zegt op grond van de uitspraken van Duitsland dat het mag.",
    )


def test_a_line_that_goes_on_is_joined_to_the_next_whatever_it_ends_with() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), told("Antwoord 1"),
        Line("Dat zei Dr.", ended=False), Line("Duinker in mei.", ended=True),
    )  # fmt: skip
    assert document.answers[0].paragraphs == ("Dat zei Dr. Duinker in mei.",)


def test_page_heads_that_the_format_knows_are_furniture_and_part_no_sentence() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), told("Antwoord 1"), Line("De pont", ended=False),
        Line("Pagina 2 van 3", role=Role.FURNITURE), Line("vaart.", ended=True),
    )  # fmt: skip
    assert document.furniture == ("Pagina 2 van 3",)
    assert document.answers[0].paragraphs == ("De pont vaart.",)


def note(text: str) -> Line:
    return Line(text, role=Role.NOTE)


def test_notes_that_the_format_knows_need_no_other_proof() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Kent u het bericht[1] over de pont?[2]"), told("Antwoord 1"),
        paragraph("Ja, zie [3] en artikel 2[1]."), note("[1] Oostmeer"), note("Courant"), note("[2] touw.nl"),
    )  # fmt: skip
    assert [(n.mark, n.text) for n in document.footnotes] == [("1", "Oostmeer Courant"), ("2", "touw.nl")]
    assert document.questions[0].paragraphs == ("Kent u het bericht over de pont?",)
    assert document.answers[0].paragraphs == ("Ja, zie [3] en artikel 2.",)


def test_notes_typed_by_hand_stand_beside_those_of_the_format() -> None:
    document = made(
        asked("Vraag 1"), paragraph("Kent u het bericht? 1)"), told("Antwoord 1"), paragraph("Ja.[1]"),
        paragraph("1) Oostmeer Courant, 3 mei 2099."), note("[1] Vergadering van 4 mei."),
    )  # fmt: skip
    assert {n.mark: n.text for n in document.footnotes} == {
        "1": "Vergadering van 4 mei.",
        "1)": "Oostmeer Courant, 3 mei 2099.",
    }
    marks = {r.part: r.targets for r in document.references}
    assert marks == {TextPart.QUESTION: ("1)",), TextPart.ANSWER: ("1",)}


def test_emphasis_is_kept_over_joined_lines_and_without_the_marks() -> None:
    italic = Line(
        "de heel lange en»[1] wonder-",
        ended=False,
        styles=(Span(3, 17, Style.ITALIC), Span(21, 28, Style.ITALIC)),
    )
    document = made(
        asked("Vraag 1"), paragraph("Vaart hij?"), told("Antwoord 1"), italic,
        Line("lijke pont vaart.", ended=True, styles=(Span(0, 10, Style.ITALIC), Span(11, 16, Style.BOLD))),
        note("[1] Oostmeer Courant."),
    )  # fmt: skip
    text = document.answers[0].paragraphs[0]
    assert text == "de heel lange en» wonderlijke pont vaart."
    assert [(text[e.start : e.end], e.style) for e in document.emphasis] == [
        ("heel lange en» wonderlijke pont", Style.ITALIC),
        ("vaart", Style.BOLD),
    ]


@pytest.mark.parametrize("opens", [Opens.NOTE, Opens.NOTICE])
def test_a_second_note_or_notice_goes_on_where_it_stands(opens: Opens) -> None:
    document = made(
        asked("Vaart hij?"), paragraph("Eerst.", opens), paragraph("Dan."), paragraph("Ten slotte.", opens)
    )
    part = document.explanatory_note or document.notice
    assert part is not None
    assert part.paragraphs == ("Eerst.", "Dan.", "Ten slotte.")


def test_a_mark_is_taken_once_where_another_note_has_its_number() -> None:
    document = made(
        paragraph("Vraag 1"),
        paragraph("Vaart hij?[1]"),
        paragraph("[1]."),
        Line("[1] De Bode", role=Role.NOTE, ended=True),
    )
    assert len([r for r in document.references if r.kind is ReferenceKind.FOOTNOTE]) == 1
    assert document.questions[0].paragraphs[0] == "Vaart hij?"

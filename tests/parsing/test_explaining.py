"""How a source was read: every letter's part, and each kind of repair."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvtui.model import ReferenceKind, TextPart
from kvtui.parsing import parse
from kvtui.parsing.explaining import Explanation, Fate, RepairKind, SourceLine, explain
from kvtui.parsing.headings.heading import HeadingRule
from kvtui.sources import source_from_text
from tests.parsing.documents import texts
from tests.parsing.letters import letters
from tests.parsing.making import HEAD, asked_and_answered

FORMATS = st.sampled_from(["text", "markdown"])
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def explained(text: str, *, format: str = "text") -> Explanation:
    return explain(source_from_text(text, format=format))


def told(body: str) -> Explanation:
    """An answered set with that body."""
    return explained(HEAD + body)


def repairs(explanation: Explanation, kind: RepairKind) -> list[tuple[str, str]]:
    """For each repair of a kind the line up to it, and its own words."""
    return [
        (line.text[: repair.start], line.text[repair.start : repair.end])
        for line in explanation.lines
        for repair in line.repairs
        if repair.kind is kind
    ]


def line_of(explanation: Explanation, words: str) -> SourceLine:
    return next(line for line in explanation.lines if words in line.text)


def fates(line: SourceLine) -> list[tuple[str, Fate, tuple[int, ...]]]:
    return [(line.text[p.start : p.end].strip(), p.fate, p.numbers) for p in line.pieces]


# What always holds


@SLOW
@given(text=texts(), format=FORMATS)
def test_every_letter_of_every_line_is_in_exactly_one_piece(text: str, format: str) -> None:
    for line in explained(text, format=format).lines:
        ends = [0, *(place for piece in line.pieces for place in (piece.start, piece.end))]
        assert ends == sorted(ends)
        assert letters("".join(line.text[p.start : p.end] for p in line.pieces)) == letters(line.text)


@SLOW
@given(text=texts(), format=FORMATS)
def test_the_letters_of_each_part_are_those_of_the_document(text: str, format: str) -> None:
    explanation = explained(text, format=format)
    found: dict[Fate, Counter[str]] = {fate: Counter() for fate in Fate}
    for line in explanation.lines:
        for piece in line.pieces:
            found[piece.fate] += letters(line.text[piece.start : piece.end])
    assert {fate: count for fate, count in found.items() if count} == expected(explanation, text, format)


def expected(explanation: Explanation, text: str, format: str) -> dict[Fate, Counter[str]]:
    """The letters of each part as the document has them, footnote marks at their places."""
    document = explanation.document
    blocks = [*document.questions, *document.answers, document.notice, document.explanatory_note]
    parts = {
        Fate.HEADER: document.header.paragraphs,
        Fate.HEADING: [block.heading or "" for block in blocks if block],
        Fate.QUESTION: [words for question in document.questions for words in question.paragraphs],
        Fate.ANSWER: [words for answer in document.answers for words in answer.paragraphs],
        Fate.NOTICE: document.notice.paragraphs if document.notice else (),
        Fate.NOTE: document.explanatory_note.paragraphs if document.explanatory_note else (),
        Fate.FOOTNOTE: [word for note in document.footnotes for word in (note.mark, note.text)],
        Fate.UNPLACED: document.unplaced,
        Fate.FURNITURE: document.furniture,
    }
    found = {fate: letters("".join(words)) for fate, words in parts.items()}
    for reference in document.references:
        if reference.kind is ReferenceKind.FOOTNOTE:
            found[Fate(reference.part.value)] += letters(reference.text)
    found[Fate.FURNITURE] -= letters("".join(source_from_text(text, format=format).markup))
    return {fate: count for fate, count in found.items() if count}


@SLOW
@given(text=texts(), format=FORMATS)
def test_repairs_lie_in_their_lines_in_order(text: str, format: str) -> None:
    for line in explained(text, format=format).lines:
        assert all(0 <= repair.start <= repair.end <= len(line.text) for repair in line.repairs)
        assert all(one.start <= other.start for one, other in pairwise(line.repairs))


@SLOW
@given(text=texts(), format=FORMATS)
def test_the_document_is_that_of_parsing(text: str, format: str) -> None:
    source = source_from_text(text, format=format)
    assert explain(source).document == parse(source)


@SLOW
@given(text=texts(), format=FORMATS)
def test_every_block_has_its_heading(text: str, format: str) -> None:
    explanation = explained(text, format=format)
    document = explanation.document
    asked = [heading.numbers for heading in explanation.headings if heading.part is TextPart.QUESTION]
    answered = [heading.numbers for heading in explanation.headings if heading.part is TextPart.ANSWER]
    assert asked == [(question.number,) for question in document.questions]
    assert answered == [answer.numbers for answer in document.answers]
    assert all(-1 <= heading.line < len(explanation.lines) for heading in explanation.headings)


# What becomes of lines


def test_lines_become_headings_questions_and_answers() -> None:
    explanation = told("Vraag 1\nWat kost de brug?\nAntwoord 1\nNiets.\n")
    assert fates(explanation.lines[0])[0][1] is Fate.HEADER
    assert [fates(line) for line in explanation.lines[3:7]] == [
        [("Vraag 1", Fate.HEADING, (1,))],
        [("Wat kost de brug?", Fate.QUESTION, (1,))],
        [("Antwoord 1", Fate.HEADING, (1,))],
        [("Niets.", Fate.ANSWER, (1,))],
    ]
    assert [heading.rule for heading in explanation.headings] == [HeadingRule.ALONE] * 2
    assert [heading.line for heading in explanation.headings] == [3, 5]


def test_a_line_can_hold_several_parts() -> None:
    explanation = told("Vraag 1 Wat kost de brug? Antwoord 1 Niets.\n")
    assert fates(explanation.lines[3]) == [
        ("Vraag 1", Fate.HEADING, (1,)),
        ("Wat kost de brug?", Fate.QUESTION, (1,)),
        ("Antwoord 1", Fate.HEADING, (1,)),
        ("Niets.", Fate.ANSWER, (1,)),
    ]


def test_footnotes_and_page_feet_are_told_apart() -> None:
    explanation = told(
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.\n1 De Getijdenbode, 3 mei 2099\n"
        "ISSN 0921 - 7398\n’s-Gravenhage 2099\n"
    )
    assert fates(line_of(explanation, "Getijdenbode"))[0][1:] == (Fate.FOOTNOTE, (1,))
    assert fates(line_of(explanation, "ISSN"))[0][1] is Fate.FURNITURE


def test_what_is_no_publication_is_unplaced() -> None:
    explanation = explained("Boodschappen\n\nmelk en kaas\n")
    assert [piece.fate for line in explanation.lines for piece in line.pieces] == [Fate.UNPLACED] * 2


def test_pages_are_counted() -> None:
    explanation = explained(HEAD + "Vraag 1\nWat kost de brug?\n\fAntwoord 1\nNiets.\n")
    assert line_of(explanation, "Vraag 1").page == 0
    assert line_of(explanation, "Antwoord 1").page == 1


# Repairs


def test_a_clean_text_has_no_repairs() -> None:
    explanation = told(asked_and_answered(1, 3))
    assert [repair for line in explanation.lines for repair in line.repairs] == []


def test_an_undone_hyphen_is_marked_at_the_end_of_its_line() -> None:
    explanation = told("Vraag 1\nWat kost de oeververbin-\nding naar de overkant?\nAntwoord 1\nNiets.\n")
    assert repairs(explanation, RepairKind.HYPHEN) == [("Wat kost de oeververbin", "-")]


def test_a_hyphen_that_stays_is_no_repair() -> None:
    explanation = told("Vraag 1\nWat doen sluis-\nen brugwachters?\nAntwoord 1\nNiets.\n")
    assert repairs(explanation, RepairKind.HYPHEN) == []


def test_a_paragraph_joined_over_a_page_is_marked_where_it_goes_on() -> None:
    explanation = told(
        "Vraag 1\nWat kost de brug die men in het voorjaar heeft\n"
        "ISSN 0921 - 7398\n’s-Gravenhage 2099\n\fgeplaatst?\nAntwoord 1\nNiets.\n"
    )
    assert repairs(explanation, RepairKind.JOINED) == [("", "")]
    assert line_of(explanation, "geplaatst?").repairs[0].kind is RepairKind.JOINED


def test_a_mark_is_marked_with_its_brackets() -> None:
    explanation = told("Vraag 1\nKent u het bericht?[1] En nu?\nAntwoord 1\nJa.\n[1] De Getijdenbode\n")
    assert repairs(explanation, RepairKind.MARK) == [("Kent u het bericht?", "[1]")]


def test_a_mark_that_is_only_a_number_is_marked_alone() -> None:
    explanation = told("Vraag 1\nKent u het bericht?1 En nu?\nAntwoord 1\nJa.\n1 De Getijdenbode, 3 mei\n")
    assert repairs(explanation, RepairKind.MARK) == [("Kent u het bericht?", "1")]


def test_words_of_two_sentences_without_a_space_are_separated() -> None:
    explanation = told("Vraag 1\nWat kost de brug?Wie betaalt dat?\nAntwoord 1\nNiets.\n")
    assert repairs(explanation, RepairKind.SEPARATED) == [("Wat kost de brug?", "")]


def test_an_answer_without_a_number_is_inferred() -> None:
    explanation = told("Vraag 1\nWat kost de brug?\nAntwoord:\nNiets.\n")
    assert repairs(explanation, RepairKind.INFERRED) == [("", "Antwoord")]
    assert line_of(explanation, "Antwoord:").repairs[0].words == "answer 1"


def test_questions_of_a_group_without_headings_of_their_own_are_inferred() -> None:
    explanation = told("Vraag 1 en 2\nWat kost de brug?\nWie betaalt dat?\nAntwoord 1 en 2\nNiets.\n")
    assert [repair.words for repair in line_of(explanation, "Wie betaalt").repairs] == ["question 2"]

from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.library.entries import Entry
from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.resolving import cited_by, resolve
from kvtui.model import (
    Answer,
    Document,
    DocumentKind,
    Footnote,
    Question,
    Reference,
    ReferenceKind,
    TextPart,
)
from tests.library.links.making import Entries

DOCUMENT = Document(
    questions=tuple(Question(number) for number in range(1, 10)),
    answers=(Answer((1,)), Answer((2, 3))),
    footnotes=(Footnote("1", "Een krant"),),
)
KNOWN = Entry(Path("/12.md"), "ah-tk-20302031-12", DocumentKind.ANSWER)
LIBRARY = Entries(KNOWN)


def reference(
    kind: ReferenceKind, *targets: int | str, certain: bool = True, numbers: tuple[int, ...] = (1,)
) -> Reference:
    return Reference(TextPart.ANSWER, numbers, 0, 0, 4, "hier", kind, targets, certain)


def test_an_internal_reference_goes_to_its_questions() -> None:
    found = resolve(reference(ReferenceKind.INTERNAL, 3, 8), DOCUMENT, LIBRARY)
    assert (found.outcome, found.numbers) == (Outcome.FOUND, (3, 8))
    assert found.reason == "Goes to questions 3 and 8."


def test_a_question_that_is_not_there_is_out_of_range() -> None:
    found = resolve(reference(ReferenceKind.INTERNAL, 12), DOCUMENT, LIBRARY)
    assert (found.outcome, found.numbers) == (Outcome.OUT_OF_RANGE, ())
    assert found.reason == "This document has 9 questions; there is no question 12."


def test_of_several_questions_those_that_are_there_can_be_followed() -> None:
    found = resolve(reference(ReferenceKind.INTERNAL, 8, 12), DOCUMENT, LIBRARY)
    assert (found.outcome, found.numbers) == (Outcome.FOUND, (8,))
    assert "no question 12" in found.reason


def test_a_publication_in_the_library_is_found() -> None:
    found = resolve(reference(ReferenceKind.PUBLICATION, "AH-TK-20302031-12"), DOCUMENT, LIBRARY)
    assert (found.outcome, found.entry) == (Outcome.FOUND, KNOWN)


def test_of_several_publications_the_one_in_the_library_is_found() -> None:
    several = reference(ReferenceKind.PUBLICATION, "ah-tk-20302031-11", "ah-tk-20302031-12")
    assert resolve(several, DOCUMENT, LIBRARY).entry == KNOWN


def test_a_publication_elsewhere_has_its_official_page() -> None:
    found = resolve(reference(ReferenceKind.PUBLICATION, "ah-tk-20302031-99"), DOCUMENT, LIBRARY)
    assert (found.outcome, found.identifier) == (Outcome.NOT_IN_LIBRARY, "ah-tk-20302031-99")
    assert found.url == "https://zoek.officielebekendmakingen.nl/ah-tk-20302031-99.html"


def test_what_was_inferred_is_said() -> None:
    unsure = reference(ReferenceKind.PUBLICATION, "ah-tk-20302031-12", certain=False)
    assert "inferred" in resolve(unsure, DOCUMENT, LIBRARY).reason


@pytest.mark.parametrize("kind", [ReferenceKind.INCOMPLETE, ReferenceKind.PUBLICATION])
def test_a_reference_that_lacks_a_number_is_incomplete(kind: ReferenceKind) -> None:
    found = resolve(reference(kind), DOCUMENT, LIBRARY)
    assert found.outcome is Outcome.INCOMPLETE
    assert found.reason


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("nos.example/1", "https://nos.example/1"),
    ],
)
def test_a_web_address_is_external(target: str, url: str) -> None:
    found = resolve(reference(ReferenceKind.URL, target), DOCUMENT, LIBRARY)
    assert (found.outcome, found.url) == (Outcome.EXTERNAL, url)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example", "vbscript://x"])
def test_other_addresses_are_never_given_to_be_opened(target: str) -> None:
    found = resolve(reference(ReferenceKind.URL, target), DOCUMENT, LIBRARY)
    assert (found.outcome, found.url) == (Outcome.INCOMPLETE, None)


def test_a_footnote_is_found_by_its_mark() -> None:
    assert resolve(reference(ReferenceKind.FOOTNOTE, "1"), DOCUMENT, LIBRARY).footnote == "1"
    assert resolve(reference(ReferenceKind.FOOTNOTE, "2"), DOCUMENT, LIBRARY).outcome is Outcome.OUT_OF_RANGE


def test_a_question_knows_who_points_at_it_but_for_its_own_answer() -> None:
    three = reference(ReferenceKind.INTERNAL, 8, numbers=(3,))
    five = reference(ReferenceKind.INTERNAL, 8, 9, numbers=(5,))
    eight = reference(ReferenceKind.INTERNAL, 8, numbers=(7, 8))
    elsewhere = reference(ReferenceKind.PUBLICATION, "ah-tk-20302031-12")
    document = Document(references=(three, five, eight, elsewhere))
    assert cited_by(document) == {8: (three, five), 9: (five,)}

"""Every sample document says what a careful reader sees in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kvtui.model import Document, DocumentKind, ReferenceKind, TextPart
from kvtui.parsing import parse
from kvtui.sources import read_source
from tests.parsing.letters import letters, letters_of
from tests.parsing.making import marks_of, references_of

FOLDER = Path(__file__).parents[2] / "sample_docs"
FILES = sorted(p for p in FOLDER.iterdir() if p.suffix in (".md", ".txt"))

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Seen:
    """What a reader counts in one sample."""

    kind: DocumentKind
    groups: list[Numbers]
    """The question headings, in order."""
    answers: list[Numbers]
    links: list[tuple[str, Numbers, Numbers]]
    """Part, numbers of the block, and the numbers it points at."""
    publications: list[str]
    marks: list[tuple[Numbers, str]]
    urls: int
    note: bool = False
    notice: bool = False
    incomplete: int = 0


def single(first: int, last: int) -> list[Numbers]:
    return [(n,) for n in range(first, last + 1)]


SEEN = {
    "ah-tk-20982099-12.md": Seen(
        DocumentKind.ANSWER,
        [(1,), (2,), (3,), (4, 5), (6,)],
        [(1,), (2,), (3,), (4, 5), (6,)],
        [("answer", (2,), (4,)), ("answer", (3,), (6,)), ("answer", (6,), (3,))],
        ["kst-98012-7"],
        [((1,), "1"), ((4, 5), "2")],
        1,
    ),
    "ah-tk-20982099-131.txt": Seen(
        DocumentKind.NOTICE, single(1, 8), [], [], [], [((1,), "1")], 1, notice=True
    ),
    "ah-tk-20982099-258.md": Seen(
        DocumentKind.ANSWER,
        [(1,), (2, 3), *single(4, 8)],
        [(1,), (2, 3), (4, 5, 6), (7,), (8,)],
        [("answer", (4, 5, 6), (2, 3)), ("answer", (7,), (8,)), ("answer", (8,), (2,))],
        ["ah-tk-20982099-131", "ah-tk-20982099-12"],
        [((1,), "1"), ((4, 5, 6), "2")],
        2,
    ),
    "ah-tk-20982099-487.txt": Seen(
        DocumentKind.ANSWER,
        [(1, 4), (2,), (3,), *single(5, 8)],
        [(1, 4), (2,), (3,), *single(5, 8)],
        [("answer", (3,), (6,)), ("answer", (6,), (3,)), ("answer", (6,), (5,))],
        ["kst-98331-4", "ah-tk-20982099-258", "stb-2097-214"],
        [((1,), "1"), ((2,), "2"), ((3,), "3")],
        2,
        incomplete=1,
    ),
    "ah-tk-20982099-704.md": Seen(
        DocumentKind.ANSWER,
        single(1, 14),
        [*single(1, 5), (6, 7), *single(8, 10), *single(12, 14)],
        [
            ("answer", (2,), (6,)),
            ("answer", (4,), (3,)),
            ("answer", (6, 7), (2,)),
            ("answer", (8,), (3,)),
            ("answer", (8,), (7,)),
            ("answer", (12,), (19,)),
        ],
        ["ah-tk-20982099-660", "kst-98600-XIV-22", "ah-tk-20982099-12", "stcrt-2098-1730"],
        [((1,), "1"), ((9,), "2")],
        2,
    ),
    "ah-tk-20982099-819.txt": Seen(
        DocumentKind.ANSWER,
        single(1, 6),
        [(1,), (2,), (3, 4), (5,), (6,)],
        [("answer", (5,), (3, 4))],
        ["stcrt-2098-1688", "ah-tk-20982099-704"],
        [((1,), "1")],
        1,
    ),
    "ah-tk-20982099-1040.md": Seen(
        DocumentKind.ANSWER,
        [*single(1, 5), (6, 7), *single(8, 10)],
        [*single(1, 5), (6, 7), *single(8, 10)],
        [
            ("answer", (2,), (6,)),
            ("answer", (3,), (5,)),
            ("answer", (5,), (8,)),
            ("answer", (6, 7), (2,)),
            ("answer", (9,), (4,)),
        ],
        ["ah-tk-20982099-258", "kst-98600-XXI-3", "ah-tk-20982099-704", "2099Z03102", "2098Z14231"],
        [((1,), "1"), ((6, 7), "2")],
        3,
        note=True,
    ),
    "ah-tk-20982099-403.md": Seen(
        DocumentKind.ANSWER,
        single(1, 4),
        single(1, 4),
        [("answer", (1,), (3,)), ("answer", (4,), (1,))],
        ["ah-tk-20982099-12"],
        [((1,), "1"), ((1,), "2")],
        1,
    ),
    "kv-tk-2099Z03102.txt": Seen(
        DocumentKind.QUESTIONS,
        single(1, 7),
        [],
        [("question", (6,), (5,))],
        ["2098Z20718", "ah-tk-20982099-704"],
        [((1,), "1"), ((4,), "2")],
        1,
        note=True,
    ),
}


def read(file: Path) -> Document:
    return parse(read_source(file))


def test_there_is_a_reading_for_every_sample() -> None:
    assert {file.name for file in FILES} == set(SEEN)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_says_what_a_reader_sees(file: Path) -> None:
    document, seen = read(file), SEEN[file.name]
    assert document.kind is seen.kind
    assert list(dict.fromkeys(question.group for question in document.questions)) == seen.groups
    assert [answer.numbers for answer in document.answers] == seen.answers
    assert (document.explanatory_note is not None) is seen.note
    assert (document.notice is not None) is seen.notice


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_links_of_a_sample(file: Path) -> None:
    document, seen = read(file), SEEN[file.name]
    internal = references_of(document, ReferenceKind.INTERNAL)
    assert [(r.part.value, r.numbers, r.targets) for r in internal] == seen.links
    publications = references_of(document, ReferenceKind.PUBLICATION)
    assert [target for r in publications for target in r.targets] == seen.publications
    assert len(references_of(document, ReferenceKind.URL)) == seen.urls
    assert len(references_of(document, ReferenceKind.INCOMPLETE)) == seen.incomplete


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_mark_of_a_sample_has_its_footnote(file: Path) -> None:
    document, seen = read(file), SEEN[file.name]
    assert marks_of(document) == seen.marks
    assert [footnote.mark for footnote in document.footnotes] == [mark for _, mark in seen.marks]
    assert all(footnote.text and "\n" not in footnote.text for footnote in document.footnotes)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_is_named_as_its_file(file: Path) -> None:
    document = read(file)
    assert document.identifier == file.stem
    assert document.session_year == "2098-2099"
    assert document.respondents or document.kind is DocumentKind.QUESTIONS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_of_a_sample_is_lost_or_left_over(file: Path) -> None:
    document = read(file)
    assert letters_of(document) == letters(file.read_text(encoding="utf-8"))
    assert document.unplaced == ()
    assert all(question.paragraphs for question in document.questions)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_text_of_a_sample_reads_on(file: Path) -> None:
    document = read(file)
    texts = [question.paragraphs for question in document.questions]
    texts += [answer.paragraphs for answer in document.answers]
    texts += [document.notice.paragraphs] if document.notice else []
    texts += [document.explanatory_note.paragraphs] if document.explanatory_note else []
    for paragraph in (paragraph for text in texts for paragraph in text):
        assert re.match(r"[A-ZÀ-Þ«€–|]|- |\d\. ", paragraph)
        assert paragraph[-1] in ".?:;|"
        assert "ergaderjaar 2098–2099, Aanhangsel" not in paragraph
    for reference in document.references:
        assert "- " not in reference.text


def test_only_the_question_without_an_answer_is_warned_of() -> None:
    warned = {file.name: read(file).warnings for file in FILES if read(file).warnings}
    assert warned == {"ah-tk-20982099-704.md": ("Question 11 has no answer.",)}


def test_a_notice_tells_of_the_case_it_postpones() -> None:
    document = read(FOLDER / "ah-tk-20982099-131.txt")
    assert document.case_number == "2098Z14231"
    assert {reference.part for reference in document.references} == {TextPart.QUESTION, TextPart.FOOTNOTE}

from __future__ import annotations

import dataclasses
import pickle
from datetime import date
from pathlib import Path

from kvtui.library.facts.facts import facts_of, read_facts
from kvtui.model import (
    Addressee,
    Asker,
    Document,
    DocumentKind,
    Question,
    Reference,
    ReferenceKind,
    TextPart,
)

DOCUMENT = Document(
    identifier="ah-tk-20982099-77",
    kind=DocumentKind.ANSWER,
    submitted=date(2099, 1, 9),
    askers=(Asker("Van Duin", "PvdV"), Asker("Ter Horst")),
    addressees=(Addressee("Minister", "Justitie en Veiligheid"),),
    questions=(Question(1, paragraphs=("Vaart de «veerpont» nog?",)), Question(2)),
)
PATH = Path("/brieven/77.md")


def fingerprint(**fields: object) -> str:
    return facts_of(dataclasses.replace(DOCUMENT, **fields), PATH).fingerprint  # type: ignore[arg-type]


def test_facts_go_from_one_process_to_another() -> None:
    facts = facts_of(DOCUMENT, PATH)
    assert facts.entry.ministries == ("JenV",)
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_the_citations_of_a_document_are_what_its_records_say_that_it_cites() -> None:
    where = TextPart.QUESTION, (1,), 0, 0, 4
    reference = Reference(*where, "1047", ReferenceKind.PUBLICATION, ("ah-tk-20982099-1047",))
    facts = facts_of(dataclasses.replace(DOCUMENT, references=(reference,)), PATH)
    assert [citation.target for citation in facts.citations] == ["ah-tk-20982099-1047"]
    assert {record.facts.cites for record in facts.records} == {("ah-tk-20982099-1047",)}


def test_the_same_questions_have_the_same_fingerprint_however_they_are_printed() -> None:
    same = fingerprint()
    assert same
    assert same == fingerprint(identifier="ah-tk-20982099-90", kind=DocumentKind.NOTICE)
    assert same == fingerprint(askers=(Asker("Ter Horst", "VVM"), Asker("VAN DUIN")))
    assert same == fingerprint(questions=(Question(1, paragraphs=("Vaart de", '"veer-pont" nog?')),))
    assert same != fingerprint(submitted=date(2099, 1, 10))
    assert same != fingerprint(questions=(Question(1, paragraphs=("Vaart de veerpont weer?",)),))


def test_questions_that_only_begin_alike_have_another_fingerprint() -> None:
    known = Question(1, paragraphs=("Bent u bekend met het bericht?",))
    ferry, bridge = (
        Question(2, paragraphs=("Vaart zij nog?",)),
        Question(2, paragraphs=("Gaat zij nog open?",)),
    )
    assert fingerprint(questions=(known, ferry)) != fingerprint(questions=(known, bridge))


def test_a_first_question_that_tells_enough_makes_the_fingerprint_alone() -> None:
    asked = ("Bent u bekend met het bericht «Veerpont komt aan voordat hij vertrekt» in de Courant?",)
    alone, first = (Question(1, paragraphs=asked),), (Question(1, paragraphs=asked), Question(2))
    assert fingerprint(questions=alone) == fingerprint(questions=first) != ""


def test_what_tells_too_little_has_no_fingerprint() -> None:
    assert fingerprint(submitted=None) == fingerprint(askers=()) == fingerprint(questions=()) == ""


def test_a_file_that_cannot_be_read_gives_its_name_and_the_reason(tmp_path: Path) -> None:
    facts = read_facts(tmp_path / "ah-tk-20982099-78.pdf")
    assert facts.entry.number == "78"
    assert "does not exist" in (facts.entry.problem or "")
    assert (facts.records, facts.citations) == ((), ())

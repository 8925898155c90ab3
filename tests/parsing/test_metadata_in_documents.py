"""What a publisher states beside the text fills what the text lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from kvtui.library.reading import read_document
from kvtui.model import Asker, Document
from kvtui.parsing import parse
from kvtui.sources import source_from_text
from tests.parsing.making import HEAD, asked_and_answered

STATED = (
    ("DC.identifier", "ah-tk-20982099-31"),
    ("DC.title", "Antwoord op vragen van het lid Duin over eb en vloed"),
    ("OVERHEIDop.vraagnummer", "2099Z00031"),
    ("OVERHEIDop.indiener", "A.G. Duin"),
    ("OVERHEIDop.datumOntvangst", "2099-07-01"),
)


def stated(text: str, *pairs: tuple[str, str], path: str | None = None) -> Document:
    return parse(replace(source_from_text(text, path=path), metadata=pairs))


def test_what_the_text_lacks() -> None:
    document = stated(asked_and_answered(1, 2), *STATED)
    assert (document.identifier, document.number) == ("ah-tk-20982099-31", "31")
    assert (document.session_year, document.case_number) == ("2098-2099", "2099Z00031")
    assert document.askers == (Asker("Duin"),)
    assert document.subject == "eb en vloed"
    assert document.received == date(2099, 7, 1)
    assert document.source.metadata == STATED


def test_what_the_text_says_counts_for_more() -> None:
    document = stated(HEAD + asked_and_answered(1, 2), *STATED)
    assert document.askers == (Asker("Zandbergen", "PvdG"),)
    assert document.subject == "bruggen die wegdrijven"
    assert document.received == date(2099, 6, 4)


def test_metadata_count_for_more_than_the_name_of_the_file() -> None:
    assert stated(asked_and_answered(1, 1), *STATED, path="ah-tk-20982099-77.txt").number == "31"
    assert stated(asked_and_answered(1, 1), path="ah-tk-20982099-77.txt").number == "77"


def test_a_file_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(asked_and_answered(1, 1), "utf-8")
    (tmp_path / "brief.metadata.xml").write_text(
        '<metadata_gegevens><metadata name="DC.identifier" scheme="" content="ah-tk-20982099-31"/></metadata_gegevens>'
    )
    assert read_document(tmp_path / "brief.txt").identifier == "ah-tk-20982099-31"

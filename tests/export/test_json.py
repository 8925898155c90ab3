from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from kvtui import model
from kvtui.export.json import from_json, schema_text, to_json
from kvtui.model import Document, Source
from tests.export.documents import DOCUMENT, NOTICE, OTHER

DOCS = Path(__file__).parents[2] / "docs"
CLASSES = [
    value for value in vars(model).values() if isinstance(value, type) and dataclasses.is_dataclass(value)
]


@pytest.mark.parametrize("document", [DOCUMENT, NOTICE, OTHER])
def test_a_document_comes_back_from_its_json(document: Document) -> None:
    line = to_json(document)
    assert "\n" not in line
    assert from_json(line) == document


def test_dates_and_kinds_are_words() -> None:
    value = json.loads(to_json(DOCUMENT))
    assert (value["submitted"], value["kind"]) == ("2031-01-09", "answer")
    assert value["references"][2] == {
        "part": "answer",
        "numbers": [1],
        "paragraph": 0,
        "start": 8,
        "end": 27,
        "text": "antwoord op vraag 3",
        "kind": "internal",
        "targets": [3],
        "certain": True,
        "questions": [],
    }


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "a\u2028b\u2029c\x85d", "\u202eomgekeerd", "\x7f"])
def test_one_document_is_one_line_that_cannot_drive_a_terminal(text: str) -> None:
    line = to_json(Document(source=Source(text)))
    assert line.splitlines() == [line]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e]", line)
    assert json.loads(line)["source"]["path"] == text


def test_a_file_name_that_is_no_utf_8_is_written_with_a_mark() -> None:
    line = to_json(Document(subject="é", source=Source("b\udcffrief.md")))
    line.encode("utf-8")
    assert json.loads(line)["source"]["path"] == "b\ufffdrief.md"
    assert json.loads(line)["subject"] == "é"


def test_the_schema_in_the_docs_is_that_of_the_model() -> None:
    written = (DOCS / "kvtui-document.schema.json").read_text("utf-8")
    assert written == schema_text(), "run python scripts/write_schema.py"


def test_the_schema_describes_and_requires_every_field() -> None:
    schema = json.loads(schema_text())
    assert schema["required"] == [field.name for field in dataclasses.fields(Document)]
    assert schema["description"].startswith("Aanhangsel van de Handelingen")
    assert "Vergaderjaar" in schema["properties"]["session_year"]["description"]


@pytest.mark.parametrize("described", CLASSES, ids=lambda value: value.__name__)
def test_the_page_names_every_field_of_the_model(described: type) -> None:
    page = (DOCS / "show-json.md").read_text("utf-8")
    _, _, rest = page.partition(f"## {described.__name__}\n")
    section = rest.split("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert dataclasses.is_dataclass(described)
    assert named == [field.name for field in dataclasses.fields(described)]


def test_the_example_on_the_page_is_a_document() -> None:
    page = (DOCS / "show-json.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)\n```", page, re.DOTALL)
    from_json(example)
    assert set(json.loads(example)) == {field.name for field in dataclasses.fields(Document)}


@pytest.mark.parametrize("kind", [model.DocumentKind, model.ReferenceKind, model.TextPart])
def test_the_page_names_every_value_of_a_kind(
    kind: type[model.DocumentKind] | type[model.ReferenceKind] | type[model.TextPart],
) -> None:
    page = (DOCS / "show-json.md").read_text("utf-8")
    assert all(f"`{value}`" in page for value in kind)

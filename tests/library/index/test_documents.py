"""Records as what tantivy is given."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kvtui.library.facts.records import records_of
from kvtui.library.index.documents import documents_of
from kvtui.library.index.opening import open_index
from kvtui.library.index.schema import EVERYTHING
from kvtui.library.index.writing import open_writer
from kvtui.model import Answer, Document, Question


def document(question: str) -> Document:
    """A set of one question and its answer."""
    return Document(
        subject='De "Zwaan"',
        submitted=date(2098, 11, 3),
        questions=(Question(1, (1,), None, (question,)),),
        answers=(Answer((1,), None, ("Ja.",)),),
    )


def test_each_record_is_one_json_object_with_the_file_and_its_texts() -> None:
    header, pair = (json.loads(one) for one in documents_of(7, records_of(document("Vaart de pont?"), ())))
    assert (header["file"], header["part"], header["is_pair"]) == (7, 0, False)
    assert header["title"] == ['De "Zwaan"']
    assert (pair["file"], pair["part"], pair["is_pair"], pair["numbers"]) == (7, 1, True, [1])
    assert pair["question"] == ["Vaart de pont?"]
    assert pair["answer"] == ["Ja."]
    assert pair[EVERYTHING] == ["Vaart de pont?", "Ja."]
    assert pair["subject"] == header["subject"] == 'De "Zwaan"'
    assert (pair["day"], pair["short"], pair["joint"]) == (20981103, True, False)


def test_a_file_without_records_has_no_documents() -> None:
    assert documents_of(7, ()) == ()


@pytest.mark.parametrize("between", ['"', "\\", "\n", "\t", "\x00", "\x1f", "’", "\ud800", "\u2028", "😀"])
def test_any_character_may_stand_in_a_text(tmp_path: Path, between: str) -> None:
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records_of(document(f"veerpont {between} fietsbrug"), ())))
    writer.commit()
    writer.close()
    words = dict(open_index(tmp_path).searcher().terms_with_prefix(EVERYTHING, ""))
    assert {"veerpont", "fietsbrug"} <= words.keys()

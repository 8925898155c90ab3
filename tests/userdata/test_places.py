from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.model import TextPart
from kvtui.userdata import paths
from kvtui.userdata.places import Place, block_of, document_key, document_of, same_block, same_document


def test_the_same_document_is_told_by_its_identifier_before_its_path() -> None:
    assert same_document(Place("ah-tk-20232024-1", "/a"), Place("AH-TK-20232024-1", "/b"))
    assert not same_document(Place("ah-tk-20232024-1", "/a"), Place("ah-tk-20232024-2", "/a"))
    assert same_document(Place(None, "/a"), Place("ah-tk-20232024-2", "/a"))
    assert not same_document(Place(), Place())


def test_places_within_a_block_share_it() -> None:
    place = Place("ah-tk-20232024-1", "/a", TextPart.ANSWER, 2, 3, 4)
    assert same_block(place, block_of(place))
    assert block_of(place) == Place("ah-tk-20232024-1", "/a", TextPart.ANSWER, 2)
    assert document_of(place) == Place("ah-tk-20232024-1", "/a")
    assert not same_block(place, document_of(place))


def test_the_key_of_a_document_stays_when_its_file_moves() -> None:
    assert document_key(Place("ah-tk-20232024-1", "/a")) == document_key(Place("ah-tk-20232024-1", "/b"))
    assert document_key(Place(None, "/a")) != document_key(Place(None, "/b"))


@pytest.mark.parametrize("name", ["data_dir", "config_dir", "log_dir"])
def test_directories_are_the_systems_unless_overridden(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    variable = f"KVTUI_{name.upper()}"
    monkeypatch.setenv(variable, str(tmp_path))
    assert getattr(paths, name)() == tmp_path
    monkeypatch.delenv(variable)
    assert "kvtui" in str(getattr(paths, name)())

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from kvtui import parsing
from kvtui.library.facts.facts import read_facts
from kvtui.library.reading import is_read_at_once, read_beginning_of, read_document
from kvtui.sources import SourceError


def test_a_mistake_of_the_parser_costs_one_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: object) -> None:
        raise ZeroDivisionError("by nought\nand more")

    path = tmp_path / "brief.txt"
    path.write_text("Vraag 1\nVaart zij?\n", "utf-8")
    monkeypatch.setattr(parsing, "parse", fail)
    words = f"{path}: kvtui fails on this file (ZeroDivisionError: by nought); please report it"
    with pytest.raises(SourceError) as raised:
        read_document(path)
    assert str(raised.value) == words
    assert read_facts(path).entry.problem == words


def test_a_mistake_on_a_beginning_is_told_like_one_on_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: object) -> None:
        raise ZeroDivisionError("by nought")

    path = tmp_path / "brief.txt"
    path.write_text("Vraag 1\nVaart zij?\n", "utf-8")
    monkeypatch.setattr(parsing, "parse", fail)
    with pytest.raises(SourceError, match=r"brief\.txt: kvtui fails on this file .ZeroDivisionError"):
        read_beginning_of(path, 10)


TEXT = b"Vraag 1\nVaart zij?\n"
AT_ONCE = {
    "brief.txt": (TEXT, True),
    "brief.md": (TEXT, True),
    "lang.txt": (TEXT * 20_000, False),
    "brief.pdf": (TEXT, False),
    "pdf.txt": (b"%PDF-1.7\n", False),
    "word.txt": (b"PK\x03\x04" + bytes(40), False),
    "oud.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", False),
    "web.txt": (b"<!DOCTYPE html><html><body><p>Vraag 1</p></body></html>", False),
}


@pytest.mark.parametrize("name", AT_ONCE)
def test_only_small_texts_are_read_at_once(tmp_path: Path, name: str) -> None:
    content, expected = AT_ONCE[name]
    (tmp_path / name).write_bytes(content)
    assert is_read_at_once(tmp_path / name) is expected


def test_what_is_no_file_is_not_read_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    with zipfile.ZipFile(tmp_path / "brieven.zip", "w") as archive:
        archive.writestr("brief.txt", TEXT)
    for name in ("pijp.txt", "weg.txt", "brieven.zip/brief.txt"):
        assert not is_read_at_once(tmp_path / name)

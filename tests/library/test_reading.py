from __future__ import annotations

from pathlib import Path

import pytest

from kvtui import parsing
from kvtui.library.reading import read_document
from kvtui.library.scanner import read_entry
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
    assert read_entry(path).problem == words

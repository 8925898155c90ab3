"""The page for readers, docs/search.md, tells the language as it is."""

from __future__ import annotations

import re
from pathlib import Path

from kvtui.library.ministries import ministry_codes, ministry_name
from kvtui.library.query.fields import names_of
from kvtui.library.query.reading import read_query
from kvtui.library.query.tree import FilterField, TextPlace

_PAGE = Path(__file__).parents[3] / "docs" / "search.md"


def codes(text: str) -> list[str]:
    """What stands between backticks."""
    return [code.replace(r"\|", "|") for code in re.findall(r"`([^`\n]+)`", text)]


def test_every_example_with_a_field_is_understood() -> None:
    page = _PAGE.read_text("utf-8").partition("## What is searched as words")[0]
    examples = [code for code in codes(page) if re.search(r"[a-z]:[^ …]", code)]
    assert len(examples) > 50
    assert [example for example in examples if read_query(example).unread] == []


def test_every_example_of_what_is_not_understood_is_not() -> None:
    rows = _PAGE.read_text("utf-8").partition("## What is searched as words")[2].splitlines()
    examples = [code for row in rows if row.startswith("| `") for code in codes(row.split(" | ")[0])]
    assert len(examples) > 10
    read = [(example, read_query(example)) for example in examples]
    assert [example for example, query in read if not (query.unread or query.left_out)] == []


def test_every_field_is_on_the_page() -> None:
    page = codes(_PAGE.read_text("utf-8"))
    assert [field for field in (*FilterField, *TextPlace) if f"{names_of(field)[0]}:" not in page] == []


def test_every_abbreviation_in_the_table_of_ministries_is_known() -> None:
    table = _PAGE.read_text("utf-8").partition("| abbreviation |")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        code, name, others = (cell.strip() for cell in row.strip("|").split("|"))
        assert ministry_name(code.strip("`")) == re.split(r"[,;] (?:with|before|also)|:| \(|;", name)[0], row
        assert all(ministry_codes(other) == (code.strip("`"),) for other in codes(others))

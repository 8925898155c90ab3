from __future__ import annotations

import pytest

from kvtui.sources.cleaning import one_line, safe_text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Yes\u00b8ilgo\u00a8z", "Ye\u015filg\u00f6z"),
        ("Kostic\u00b4", "Kosti\u0107"),
        ("financie\u00a8le", "financi\u00eble"),
        ("foto\u00b4s", "foto\u00b4s"),
        ("een \u00b4citaat\u00b4 van Wad\u00b4s brug", "een \u00b4citaat\u00b4 van Wad\u00b4s brug"),
    ],
)
def test_accents_that_stand_behind_their_letter(printed: str, read: str) -> None:
    assert safe_text(printed) == read


def test_one_line_has_single_spaces_and_nothing_that_drives_a_terminal() -> None:
    assert one_line("  Drijft\t\x1b[31m\u202ede\r\n brug ") == "Drijft [31mde brug"

"""Plain text: lines and pages, and nothing that could drive a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.sources import SourceText, source_from_text


def pages_of(source: SourceText) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in source.pages]


def lines_of(text: str) -> list[str]:
    """The lines of a text of one page."""
    (page,) = pages_of(source_from_text(text))
    return page


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mrood\x1b[0m", "[31mrood[0m"),
        ("\x1b]0;titel\x07brug", "]0;titelbrug"),
        ("bel\x07", "bel"),
        ("terug\x08\x08", "terug"),
        ("nul\x00", "nul"),
        ("wis\x7f", "wis"),
        ("\x9b31mrood", "31mrood"),
        ("\x90dcs\x9c", "dcs"),
        ("\u202egurb", "gurb"),
        ("\u2066brug\u2069", "brug"),
        ("\u200fbrug\u200e", "brug"),
        ("\u061cbrug", "brug"),
        ("br\u200bug", "brug"),
        ("\ufeffbrug", "brug"),
        ("br\u2060ug", "brug"),
        ("brug\U000e0041\U000e007f", "brug"),
        ("brug\ud800", "brug"),
    ],
)
def test_what_could_drive_a_terminal_is_removed(text: str, safe: str) -> None:
    assert lines_of(text) == [safe]


@given(text=st.text())
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_no_control_is_left_in_any_text(format: str, text: str) -> None:
    source = source_from_text(text, format=format)
    left = "".join(line.text for page in source.pages for line in page.lines) + "".join(source.markup)
    assert not [c for c in left if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        c
        for c in left
        if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert lines_of(f"Vraag 1{end}Drijft zij?") == ["Vraag 1", "Drijft zij?"]


def test_a_blank_line_is_a_line_without_text() -> None:
    assert lines_of("Ja.\n \nNee.") == ["Ja.", "", "Nee."]


def test_a_form_feed_ends_a_page() -> None:
    assert pages_of(source_from_text("Vraag 1\fVraag 2\nWeg?\f")) == [["Vraag 1"], ["Vraag 2", "Weg?"], [""]]


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2003", "\u2007", "\u2009", "\u202f", "\u3000"])
def test_every_space_is_a_plain_space(space: str) -> None:
    assert lines_of(f"36{space}410") == ["36 410"]


def test_a_soft_hyphen_shows_only_at_a_line_end() -> None:
    assert lines_of("ver\u00adant\u00ad\nwoorden") == ["verant-", "woorden"]


@pytest.mark.parametrize(
    "text", ["«Brug»", "één", "’s-Gravenhage", "2098–2099", "€ 12", "e\u0301\u0301n", "👩\u200d🔧"]
)
def test_other_characters_stay_as_they_are(text: str) -> None:
    assert lines_of(text) == [text]


def test_a_markdown_sign_in_plain_text_is_text() -> None:
    assert lines_of("* brug *") == ["* brug *"]


def test_format_and_path_are_kept() -> None:
    source = source_from_text("Ja.", path="brug.txt")
    assert (source.path, source.format) == ("brug.txt", "text")

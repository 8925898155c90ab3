"""Tables, lists and emphasis in the text and in the Markdown that are handed on."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kvtui.export.markdown import to_markdown
from kvtui.export.text import to_text
from kvtui.export.wrapping import columns
from kvtui.model import (
    Answer,
    Document,
    DocumentKind,
    Emphasis,
    Question,
    Reference,
    ReferenceKind,
    Style,
    TextPart,
)
from kvtui.parsing import parse
from kvtui.sources.markdown.reading import markdown_source

PARAGRAPHS = (
    "De cijfers staan in de tabel.",
    "| Haven | Aantal | Opmerking |",
    "| Oostmeer | 1.204 | Geteld vanaf de kade; zie het antwoord op vraag 2. |",
    "| West\\|meer | 9 | |",
    "Er is geteld:",
    "• bij eb, omdat de meeuwen dan zitten en er langer dan een halve dag tijd voor is;",
    "• bij vloed.",
    "Let wel op.",
)


def emphasis(paragraph: int, words: str, style: Style) -> Emphasis:
    start = PARAGRAPHS[paragraph].index(words)
    return Emphasis(TextPart.ANSWER, (1,), paragraph, start, start + len(words), style)


LINK = "antwoord op vraag 2"
DOCUMENT = Document(
    kind=DocumentKind.ANSWER,
    questions=(Question(1, (1,), None, ("Hoeveel?",)), Question(2, (2,), None, ("En nu?",))),
    answers=(Answer((1,), "Antwoord 1", PARAGRAPHS), Answer((2,), "Antwoord 2", ("Nu niet.",))),
    references=(
        Reference(
            TextPart.ANSWER,
            (1,),
            2,
            PARAGRAPHS[2].index(LINK),
            PARAGRAPHS[2].index(LINK) + len(LINK),
            LINK,
            ReferenceKind.INTERNAL,
            (2,),
        ),
    ),
    emphasis=(
        emphasis(0, "tabel", Style.ITALIC),
        emphasis(2, "zie het antwoord op", Style.BOLD),
        emphasis(7, "wel", Style.BOLD),
        emphasis(7, "wel", Style.ITALIC),
    ),
)

TEXT = """\
Answer 1
    De cijfers staan in de tabel.

    Haven     │ Aantal │ Opmerking
    ──────────┼────────┼────────────────────────────
    Oostmeer  │  1.204 │ Geteld vanaf de kade; zie
              │        │ het antwoord op vraag 2
              │        │ [→ 2].
    ──────────┼────────┼────────────────────────────
    West|meer │      9 │

    Er is geteld:

    • bij eb, omdat de meeuwen dan zitten en er
      langer dan een halve dag tijd voor is;
    • bij vloed.

    Let wel op.
"""


def test_a_table_stands_in_columns_and_a_list_hangs_from_its_marks() -> None:
    assert TEXT in to_text(DOCUMENT, 52)


def test_where_columns_do_not_fit_each_cell_stands_behind_its_name() -> None:
    assert (
        "  Haven · Aantal ·\n  Opmerking\n\n  Haven: Oostmeer\n    Aantal: 1.204\n    Opmerking: Geteld\n"
        "      vanaf de kade; zie\n" in to_text(DOCUMENT, 24)
    )


def test_markdown_has_tables_lists_and_emphasis_of_its_own() -> None:
    text = to_markdown(DOCUMENT)
    assert "staan in de *tabel*.\n\n| Haven | Aantal | Opmerking |\n| --- | ---: | --- |\n" in text
    assert "kade; **zie het** [**antwoord op** vraag 2](#vraag-2). |\n| West\\|meer | 9 |  |\n\n" in text
    assert "\n\n* bij eb, omdat" in text
    assert "\n\nLet ***wel*** op.\n" in text
    page = MarkdownIt().enable("table").render(text)
    assert page.count("<li>") == 2
    assert '<td style="text-align:right">1.204</td>' in page
    assert "<td>West|meer</td>" in page


def test_markdown_that_is_read_again_says_the_same() -> None:
    again = parse(markdown_source(to_markdown(replace(DOCUMENT, references=())), None))
    assert again.answers == DOCUMENT.answers
    assert again.emphasis == DOCUMENT.emphasis


@pytest.mark.parametrize(
    ("texts", "lists"),
    [
        (("- een", "- twee"), "- een\n\n- twee\n"),
        (("3. een", "4. twee"), "3. een\n\n4. twee\n"),
        (("- een",), "\\- een\n"),
        (("1. een", "3. twee"), "1\\. een\n\n3\\. twee\n"),
        (("– een", "– twee"), "– een\n\n– twee\n"),
        (("- 1. een", "- # twee"), "- 1\\. een\n\n- \\# twee\n"),
    ],
)
def test_only_what_markdown_counts_as_the_document_does_becomes_a_list(
    texts: tuple[str, ...], lists: str
) -> None:
    assert to_markdown(Document(questions=(Question(1, paragraphs=texts),))).endswith(f"\n\n{lists}")


@given(st.data())
def test_emphasis_never_shows_as_stars_and_never_takes_a_letter(data: st.DataObject) -> None:
    text = f"x{data.draw(st.text('ab .,*(«»é1_[', max_size=16))}y"
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places, st.sampled_from(Style)), max_size=3))
    words = tuple(Emphasis(TextPart.QUESTION, (1,), 0, start, end, style) for start, end, style in spans)
    document = Document(questions=(Question(1, paragraphs=(text,)),), emphasis=words)
    page = MarkdownIt().render(to_markdown(document)).partition("</h2>\n")[2]
    assert html.unescape(re.sub("<[^<>]*>", "", page)).strip("\n") == text


@given(
    st.lists(st.lists(st.text("ab 1", max_size=12), min_size=1, max_size=5), min_size=1), st.integers(18, 70)
)
def test_no_cell_of_a_table_is_cut(rows: list[list[str]], width: int) -> None:
    texts = tuple(f"| {' | '.join(row)} |" for row in rows)
    lines = to_text(Document(questions=(Question(1, paragraphs=texts),)), width).split("Question 1\n")
    shown = "".join(lines[1:])
    assert all(columns(line) <= width for line in shown.splitlines())
    for letter in "ab":
        assert shown.count(letter) >= sum(text.count(letter) for text in texts)

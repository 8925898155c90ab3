"""Whatever the text, every letter and digit of it is in the document exactly once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvtui.parsing import parse
from kvtui.sources import Line, Page, SourceText, source_from_text
from tests.parsing.documents import texts, told_lines
from tests.parsing.letters import letters, letters_of

FORMATS = st.sampled_from(["text", "markdown"])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts(), format=FORMATS)
def test_generated_documents_lose_nothing(text: str, format: str) -> None:
    document = parse(source_from_text(text, format=format))
    assert letters_of(document) == letters(text)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), format=FORMATS)
def test_arbitrary_text_loses_nothing(text: str, format: str) -> None:
    document = parse(source_from_text(text, format=format))
    assert letters_of(document) == letters(text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(told_lines(), max_size=25))
def test_lines_of_which_the_format_knows_more_lose_nothing(lines: list[Line]) -> None:
    document = parse(SourceText(None, "xml", (Page(tuple(lines)),)))
    assert letters_of(document) == letters("".join(line.text for line in lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Vraag 1",
        "1",
        "Antwoord",
        "Vraag 1\n1\n1\nAntwoord 1\nJa.1\n1 Noot",
        "Vraag 2 en 3\nAntwoord 2 en 3",
        "Mededeling van Minister X (Y) (ontvangen 1 mei 2099)\n1\nTekst",
    ],
)
def test_short_texts_lose_nothing(text: str) -> None:
    assert letters_of(parse(source_from_text(text))) == letters(text)

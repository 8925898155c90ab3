"""What must hold for every document, however damaged: checked, and broken with an AssertionError.

What a single format must keep of its own text is in `truths`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from kvtui.export.json import from_json, to_json
from kvtui.export.markdown import to_markdown
from kvtui.export.report import FileFacts, report_text
from kvtui.export.source import plain, source_text
from kvtui.export.text import to_text
from kvtui.model import TextPart
from kvtui.parsing import parse
from kvtui.parsing.explaining import Explanation, explain
from kvtui.sources.cleaning import one_line
from kvtui.sources.lines import SourceText
from tests.parsing.letters import letters, letters_of


def check(source: SourceText) -> None:
    """Everything that holds for what a source gave, and for what the parser makes of it."""
    check_lines(source)
    explanation = explain(source)
    check_parsing(source, explanation)
    check_explanation(source, explanation)
    check_exports(explanation)


def check_lines(source: SourceText) -> None:
    """Lines are safe, on one line, and their styles lie within them."""
    for page in source.pages:
        for line in page.lines:
            # plain text keeps the spaces inside a line
            assert " ".join(line.text.split()) == one_line(line.text), f"unsafe: {line.text!r}"
            assert "\n" not in line.text, f"more than one line: {line.text!r}"
            assert all(0 <= s.start < s.end <= len(line.text) for s in line.styles), f"styles: {line}"
    for words in (*source.markup, *(word for pair in source.metadata for word in pair)):
        assert "\x1b" not in words, f"unsafe: {words!r}"


def check_parsing(source: SourceText, explanation: Explanation) -> None:
    """Every letter and digit of the lines is in the document exactly once."""
    document = explanation.document
    assert document == parse(source), "explain and parse differ"
    printed = letters("".join([line.text for page in source.pages for line in page.lines]))
    told = printed + letters("".join(source.markup))
    assert_same(told, letters_of(document), "lines and document")


def check_explanation(source: SourceText, explanation: Explanation) -> None:
    """Every letter of every line is in one piece; pieces and repairs are in order; blocks have headings."""
    for line in explanation.lines:
        ends = [0, *(place for piece in line.pieces for place in (piece.start, piece.end))]
        assert ends == sorted(ends), f"pieces: {line}"
        held = letters("".join(line.text[p.start : p.end] for p in line.pieces))
        assert held == letters(line.text), f"pieces: {line}"
        assert all(0 <= r.start <= r.end <= len(line.text) for r in line.repairs), f"repairs: {line}"
        assert all(one.start <= other.start for one, other in pairwise(line.repairs)), f"repairs: {line}"
    document, headings = explanation.document, explanation.headings
    asked = [heading.numbers for heading in headings if heading.part is TextPart.QUESTION]
    answered = [heading.numbers for heading in headings if heading.part is TextPart.ANSWER]
    assert asked == [(question.number,) for question in document.questions], "headings of questions"
    assert answered == [answer.numbers for answer in document.answers], "headings of answers"
    assert all(-1 <= heading.line < len(explanation.lines) for heading in headings), "places of headings"


def check_exports(explanation: Explanation) -> None:
    """The document can be written in every form, and comes back from JSON."""
    document = explanation.document
    line = to_json(document)
    assert "\n" not in line, "JSON on more than one line"
    assert from_json(line) == document, "JSON gives another document"
    facts = FileFacts("x", "1 byte", ())
    for text in (
        to_text(document, 60),
        to_markdown(document),
        report_text(explanation, facts, lambda reference: "asked"),
        source_text(explanation, "x", 60, plain),
    ):
        assert "\x1b" not in text, "an export drives the terminal"


def assert_same(expected: Counter[str], found: Counter[str], what: str) -> None:
    """Two counts of letters are the same."""
    lost, invented = expected - found, found - expected
    assert lost == invented == Counter(), f"{what}: lost {_counted(lost)}, invented {_counted(invented)}"


def assert_kept(expected: Counter[str], found: Counter[str], what: str) -> None:
    """The second count has all of the first: a format may add the numbers of lists and the like."""
    lost = expected - found
    assert not lost, f"{what}: lost {_counted(lost)}"


def letters_in(pieces: Iterable[str]) -> Counter[str]:
    """The letters and digits of several texts."""
    return letters("".join(pieces))


def _counted(count: Counter[str]) -> str:
    return "".join(sorted(count.elements()))[:80] or "nothing"

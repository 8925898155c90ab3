"""The automatic numbers of Word's paragraphs, as Word shows them."""

from __future__ import annotations

import pytest

from tests.sources.making_word import paragraph, texts_in


def level(number: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> dict[str, str]:
    """One list definition with w:num 1 on it."""
    definition = f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
    return {"numbering": f'{definition}<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{nums}'}


def item(text: str = "x", at: int = 0, num: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "(%1)", ["(A)", "(B)", "(C)"]),
        ("lowerRoman", "%1.", ["i.", "ii.", "iii."]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("decimal", "Vraag %1", ["Vraag 1", "Vraag 2", "Vraag 3"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "–", ["–", "–", "–"]),
    ],
)
def test_each_form(form: str, text: str, labels: list[str]) -> None:
    assert texts_in(item() * 3, numbering(level(0, text, form))) == [f"{label} x" for label in labels]


def test_letters_go_on_after_z() -> None:
    assert texts_in(item() * 28, numbering(level(0, "%1.", "lowerLetter")))[-2:] == ["aa. x", "bb. x"]


def test_deeper_levels_begin_anew_after_a_higher_one() -> None:
    parts = numbering(level(0, "%1."), level(1, "%1.%2", more=""))
    body = item() + item(at=1) + item(at=1) + item() + item(at=1)
    assert texts_in(body, parts) == ["1. x", "1.1 x", "1.2 x", "2. x", "2.1 x"]


def test_a_level_may_count_on_through_higher_ones() -> None:
    parts = numbering(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert texts_in(item() + item(at=1) + item() + item(at=1), parts) == ["1. x", "1) x", "2. x", "2) x"]


def test_a_level_without_a_higher_one_before_it_takes_that_as_begun() -> None:
    assert texts_in(item(at=1), numbering(level(0, "%1."), level(1, "%1.%2"))) == ["1.1 x"]


def test_all_numbers_of_a_legal_level_are_decimal() -> None:
    parts = numbering(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert texts_in(item() + item(at=1), parts) == ["I x", "1.1 x"]


def test_a_list_begins_at_its_start() -> None:
    assert texts_in(item() * 2, numbering(level(0, "%1.", start=4))) == ["4. x", "5. x"]


def test_lists_on_one_definition_count_on_unless_they_override_the_start() -> None:
    on = '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="5"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    parts = numbering(level(0, "%1."), nums=on + anew)
    body = item() + item(num=2) + item(num=3) + item(num=3) + item()
    assert texts_in(body, parts) == ["1. x", "2. x", "1. x", "2. x", "3. x"]


def test_an_override_may_change_a_whole_level() -> None:
    other = (
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride></w:num>'
    )
    assert texts_in(item(num=2), numbering(level(0, "%1."), nums=other)) == ["a) x"]


def test_a_style_brings_its_list_and_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deel"><w:basedOn w:val="Vraag"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"styles": styles, **numbering(level(0, "%1."), level(1, "%2)", "lowerLetter"))}
    body = "".join(
        paragraph("x", properties=f'<w:pStyle w:val="{style}"/>') for style in ("Vraag", "Deel", "Deel")
    )
    assert texts_in(body, parts) == ["1. x", "a) x", "b) x"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    out = paragraph("x", properties='<w:pStyle w:val="Vraag"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts_in(out, {"styles": styles, **numbering(level(0, "%1."))}) == ["x"]


def test_no_space_where_the_list_wants_none() -> None:
    assert texts_in(item(), numbering(level(0, "%1°", more='<w:suff w:val="nothing"/>'))) == ["1°x"]


def test_an_empty_paragraph_shows_its_number_but_no_bullet() -> None:
    assert texts_in(item("") + item(), numbering(level(0, "%1."))) == ["1.", "2. x"]
    assert texts_in(item("") + item(), numbering(level(0, "•", "bullet"))) == ["• x"]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert texts_in(item(num=8) + item(at=7), numbering(level(0, "%1."))) == ["x", "x"]


def test_a_number_far_too_large_is_taken_for_none() -> None:
    enormous = f'<w:numPr><w:ilvl w:val="{"9" * 30}"/><w:numId w:val="1"/></w:numPr>'
    assert texts_in(paragraph("x", properties=enormous), numbering(level(0, "%1."))) == ["1. x"]

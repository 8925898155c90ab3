"""What a paragraph is, and which belong together."""

from __future__ import annotations

import pytest

from kvtui.export.shapes import Run, Shape, cell_spans, marker_of, running, runs, shape_of, strokes


@pytest.mark.parametrize(
    "text",
    [
        "• een",
        "– een",
        "- een",
        "o een",
        "1. een",
        "1) een",
        "12. een",
        "a. een",
        "a) een",
        "(1) een",
        "ii. een",
    ],
)
def test_items_are_told_by_their_marker(text: str) -> None:
    assert shape_of(text) is Shape.ITEM
    assert marker_of(text) == text.removesuffix("een")


@pytest.mark.parametrize(
    "text", ["2098. een", "1.5 een", "-een", "Een. twee", "A. de Vries", "•", "(zie 1) een", ""]
)
def test_other_beginnings_are_no_markers(text: str) -> None:
    assert shape_of(text) is Shape.TEXT
    assert marker_of(text) == ""


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("| a | b c |", ["a", "b c"]),
        ("| a |  | c |", ["a", "", "c"]),
        ("| | |", ["", ""]),
        (r"| a\|b | c |", [r"a\|b", "c"]),
    ],
)
def test_rows_are_cut_at_their_strokes(text: str, cells: list[str]) -> None:
    assert shape_of(text) is Shape.ROW
    assert [text[start:end] for start, end in cell_spans(text, strokes(text))] == cells


@pytest.mark.parametrize("text", ["|", "| a", r"| a \|", "a | b"])
def test_a_stroke_alone_makes_no_row(text: str) -> None:
    assert shape_of(text) is Shape.TEXT


def test_rows_and_items_belong_together_and_every_text_stands_alone() -> None:
    texts = ["Een.", "Twee.", "- a", "1. b", "| c | d |", "| e | f |", "Drie."]
    assert list(runs(texts)) == [
        Run(Shape.TEXT, 0, 1),
        Run(Shape.TEXT, 1, 2),
        Run(Shape.ITEM, 2, 4),
        Run(Shape.ROW, 4, 6),
        Run(Shape.TEXT, 6, 7),
    ]
    assert list(runs([])) == []
    assert running(texts) == "Een.\n\nTwee.\n\n- a\n1. b\n\n| c | d |\n| e | f |\n\nDrie."

"""The source as rows, and as a text to print."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from kvtui.export.source import (
    SourceRow,
    Tone,
    coloured,
    label_of,
    legend,
    number_list,
    repair_counts,
    short_label_of,
    short_legend,
    source_rows,
    source_text,
)
from kvtui.export.wrapping import columns
from kvtui.parsing.explaining import Explanation, Fate, RepairKind, explain
from kvtui.sources import source_from_text
from tests.export.damaged import damaged
from tests.parsing.documents import texts
from tests.parsing.letters import letters


def row_with(words: str, explanation: Explanation | None = None) -> SourceRow:
    return next(row for row in source_rows(explanation or damaged()) if words in row.text)


def told(text: str) -> Explanation:
    return explain(source_from_text(text, path="x.txt"))


def test_a_joined_paragraph_has_its_sign_at_the_start() -> None:
    assert row_with("heeft geplaatst").text == "↳ heeft geplaatst?"


def test_an_undone_hyphen_has_its_sign_behind_it() -> None:
    assert row_with("oeververbin").text.endswith("oeververbin-¬")


def test_separated_words_have_a_sign_between_them() -> None:
    assert row_with("overtocht").text == "Wat kost de overtocht?␣Wie betaalt die?"


def test_a_mark_stands_in_braces() -> None:
    assert row_with("ding bij").text.startswith("ding bij Linkerschans?{1} En")


def test_an_inferred_heading_says_what_was_inferred() -> None:
    assert row_with("inferred").text == "‹answer 2 inferred› Antwoord:"


def test_a_sign_is_where_the_row_says() -> None:
    row = row_with("ding bij")
    assert [(row.text[shown.start : shown.end], shown.repair.kind) for shown in row.repairs] == [
        ("{1}", RepairKind.MARK)
    ]


def test_rows_say_what_lines_became() -> None:
    labels = {row.text: label_of(row) for row in source_rows(damaged())}
    assert labels["Vraag 2"] == "heading"
    assert labels["Ja."] == "answer 1"
    assert labels["1 De Getijdenbode, 2 mei 2099"] == "footnote 1"
    assert labels["ISSN 0921 - 7398"] == "furniture"
    assert labels[""] == ""


def test_page_heads_are_quiet_and_headings_are_strong() -> None:
    assert row_with("ISSN").tone is Tone.QUIET
    assert row_with("Vraag 2").tone is Tone.STRONG
    assert row_with("Ja.").tone is Tone.TEXT


def test_a_line_of_several_parts_is_a_row_for_each() -> None:
    text = damaged().document.header.paragraphs[0] + "\nVraag 1 Wat kost dat? Antwoord 1 Niets.\n"
    rows = [row for row in source_rows(told(text)) if row.line == 2]
    assert [(row.fate, row.begins) for row in rows] == [
        (Fate.HEADING, True),
        (Fate.QUESTION, False),
        (Fate.HEADING, False),
        (Fate.ANSWER, False),
    ]


def test_short_labels_have_six_columns_at_most() -> None:
    rows = source_rows(damaged())
    assert max(len(short_label_of(row)) for row in rows) <= 6
    assert "Q2" in map(short_label_of, rows)


def test_numbers_in_little_room() -> None:
    assert [number_list(numbers) for numbers in ((2,), (2, 3, 4), (2, 5), ())] == ["2", "2–4", "2,5", ""]


def test_the_legend_counts_each_sign() -> None:
    counts = repair_counts(damaged())
    assert legend(counts) == "↳ 1 joined · ¬ 1 hyphen · ␣ 1 separated · {} 1 mark · ‹› 1 inferred"
    assert short_legend(counts) == "↳1 ¬1 ␣1 {}1 ‹›1"
    assert legend({}) == "nothing was repaired"


def test_every_line_is_printed_with_its_number_and_label_when_not_wrapped() -> None:
    lines = source_text(damaged(), "tolbrug.txt", None).splitlines()
    assert lines[0] == "tolbrug.txt · text · 2 pages · 19 lines"
    assert " 6  heading     Vraag 1" in lines
    assert "16  heading     Antwoord 1" in lines
    assert any(line.endswith("── page 2 of 2 ──") for line in lines)
    assert lines[-1].startswith("↳ 1 joined")


def test_wrapped_rows_keep_within_the_width_under_their_own_text() -> None:
    lines = source_text(damaged(), "tolbrug.txt", 60).splitlines()
    assert max(map(columns, lines[1:-1])) <= 60
    above = next(index for index, line in enumerate(lines) if line.startswith("19 "))
    assert lines[above + 1] == " " * 16 + "zie het antwoord op vraag 1 en dat op vraag"


def test_a_narrow_terminal_gets_short_labels() -> None:
    lines = source_text(damaged(), "tolbrug.txt", 40).splitlines()
    assert max(map(columns, lines[1:-1])) <= 40
    assert " 6  hdg   Vraag 1" in lines


def test_colours_add_nothing_but_escape_sequences() -> None:
    painted = source_text(damaged(), "tolbrug.txt", 80, coloured)
    for code in ("1", "2", "1;33", "0"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == source_text(damaged(), "tolbrug.txt", 80)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts())
def test_rows_hold_every_letter_and_signs_add_none_but_what_was_inferred(text: str) -> None:
    rows = source_rows(told(text))
    inferred = [
        f"{shown.repair.words}inferred"
        for row in rows
        for shown in row.repairs
        if shown.repair.kind is RepairKind.INFERRED
    ]
    shown = letters("".join(row.text for row in rows)) - letters("".join(inferred))
    source = source_from_text(text)
    assert shown == letters("".join(line.text for page in source.pages for line in page.lines))
    assert sum(row.letters for row in rows) == shown.total()
    assert all(0 <= one.start <= one.end <= len(row.text) for row in rows for one in row.repairs)

"""The report of how a document was read."""

from __future__ import annotations

from kvtui.export.report import FileFacts, report_text
from kvtui.model import Reference
from tests.export.damaged import damaged

FACTS = FileFacts("tolbrug.txt", "12,345 bytes · sha256 0123456789ab", ("kvtui 9.9", "Python 3.99"))


def report() -> str:
    return report_text(damaged("/home/somebody/tolbrug.txt"), FACTS, outcome)


def outcome(reference: Reference) -> str:
    return f"outcome of {reference.text}"


def section(title: str) -> list[str]:
    """The lines under a title, single-spaced."""
    found = next(part for part in report().split("\n\n") if part.startswith(title))
    return [" ".join(line.split()) for line in found.splitlines()[1:]]


def test_it_names_the_file_and_the_programs_but_not_the_folder() -> None:
    assert section("tolbrug.txt") == [
        "read by kvtui 9.9 · Python 3.99",
        "file 12,345 bytes · sha256 0123456789ab",
        "format text, by the content; the name ends in .txt",
        "length 2 pages · 19 lines",
    ]
    assert "somebody" not in report()


def test_it_tells_the_facts_of_the_header() -> None:
    facts = section("header")
    assert "kind answer" in facts
    assert "askers Zandbergen, PvdG" in facts
    assert "respondents Minister, Duinker, Sluizen en Getijden" in facts
    assert "submitted 2099-05-03" in facts
    assert "case number –" in facts


def test_it_counts_the_lines_of_each_part() -> None:
    lines = section("lines of each part")
    assert "heading 4" in lines
    assert "footnote 1" in lines
    assert "blank 2" in lines


def test_it_lists_the_headings_with_their_rule_and_line() -> None:
    assert section("headings: 4") == [
        "line 6 question 1 on a line of its own Vraag 1",
        "line 14 question 2 on a line of its own Vraag 2",
        "line 16 answer 1 on a line of its own Antwoord 1",
        "line 18 answer 2 without numbers: for the questions above that have no answer yet Antwoord:",
    ]


def test_it_lists_the_references_with_their_outcome() -> None:
    found = section("references: 1, and 1 footnote mark")
    assert found[0].startswith("answer 2 “antwoord op vraag 1” internal")
    assert found[0].endswith("1 outcome of antwoord op vraag 1")


def test_it_counts_repairs_and_quotes_warnings() -> None:
    assert section("repairs: 5")[0] == "paragraph joined 1"
    assert "warnings: 0" in report()


def test_columns_stand_under_each_other() -> None:
    lines = report().splitlines()
    headings = lines[lines.index("headings: 4") + 1 :][:4]
    assert (
        len(
            {
                line.index(word)
                for line, word in zip(headings, ("Vraag", "Vraag", "Antw", "Antw"), strict=True)
            }
        )
        == 1
    )

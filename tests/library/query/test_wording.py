"""The line that tells how a query was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.reading import read_query
from kvtui.library.query.wording import query_words
from tests.library.query.typed import queries


def told(text: str) -> str:
    return query_words(read_query(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Asiel", "asiel"),
        ('asiel "veilig land"', 'asiel and "veilig land"'),
        ("asiel OR opvang", "asiel or opvang"),
        ("asiel OR opvang land", "(asiel or opvang) and land"),
        ("asiel AND opvang OR land", "(asiel and opvang) or land"),
        ("veilig* -asiel", "veilig* · without asiel"),
        ("a OR -b", "a or not b"),
        ("foto's", '"foto s"'),
        ("asiel NEAR/5 opvang", "asiel near opvang (at most 5 words between)"),
        ('"a b c"~1', "a, b and c near each other (at most 1 word between)"),
        ("vraag:(asiel OR opvang)", "(asiel or opvang) in questions"),
        ("-onderwerp:asiel", "without asiel in the subject"),
        ('asiel lid:Bakboord,"Van Duin"', "asiel · asked by Bakboord or Van Duin"),
        ("partij:NSC,VVD -partij:D66", "of NSC or VVD · not of D66"),
        ("aan:venj", "to JenV (Justitie en Veiligheid)"),
        ("aan:Bakboord", "to Bakboord"),
        ("van:Bakboord", "answered by Bakboord"),
        ("van:EZK", "answered by EZ (Economische Zaken)"),
        ("jaar:20982099", "session year 2098-2099"),
        ("jaar:geen", "with no session year"),
        ("jaar:20982099,geen", "session year 2098-2099 or none"),
        ("jaar:2024", "from 2024-01-01 up to and including 2024-12-31"),
        ("na:2024", "from 2024-01-01"),
        ("voor:2024", "up to and including 2023-12-31"),
        ("datum:1-2-2024", "on 2024-02-01"),
        ("nr:1059", "number 1059"),
        ("nr:1-20", "number 1, 2, 3, 4 or one of 16 more"),
        ("zaak:2098z01234", "case 2098Z01234"),
        ("dagen:>42", "taking 43 days or more"),
        ("dagen:<=1", "taking at most 1 day"),
        ("dagen:10..20", "taking 10 to 20 days"),
        ("dagen:geen", "with no known answering time"),
        ("vragen:>20", "with 21 questions or more"),
        ("soort:antwoord,med", "answers or notices"),
        ("verwijst:2098-2099/7", "citing ah-tk-20982099-7"),
        ("verwijst:7", "citing number 7 of any session year"),
        ("gezamenlijk:ja", "joint answers"),
        ("onbeantwoord:nee", "not unanswered"),
        ("kort:nee", "not answers of at most three words"),
        ("1059", "the document 1059 · 1059"),
        ("2098-2099/7", 'the document ah-tk-20982099-7 · "2098 2099 7"'),
        ("kort:ja", "answers of at most three words"),
        ('lid:="Van Duin",Bakboord', "asked by exactly Van Duin or Bakboord"),
        ("lid:>Bakboord", "lid and bakboord · read as words: lid:>Bakboord"),
        ("lid:Bakboord OR (asiel partij:VVD)", "asked by Bakboord or (asiel and of VVD)"),
        ("asiel dagen:veel", "asiel and dagen and veel · read as words: dagen:veel"),
        ("(asiel OR", "asiel · ignored: (, OR"),
        ("asiel OR NOT", "asiel · ignored: OR, NOT"),
        ('(asiel "', 'asiel · ignored: (, "'),
    ],
)
def test_the_line_tells_exactly_what_is_searched(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_pasted_address_is_told_as_the_document() -> None:
    address = "https://zoek.officielebekendmakingen.nl/ah-tk-20982099-7.html"
    assert told(address).startswith("the document ah-tk-20982099-7 · ")
    assert "read as words" not in told(address)


def test_many_pieces_that_were_not_understood_are_counted() -> None:
    assert told("a:1 a:2 a:3 a:4 a:5 a:6 a:7").endswith("read as words: a:1, a:2, a:3, a:4, a:5 and 2 more")


def test_a_long_piece_that_was_not_understood_is_shortened() -> None:
    assert told(f"a:{'b' * 100}").endswith(f"read as words: a:{'b' * 38}…")


def test_a_pasted_book_is_said_to_be_too_long() -> None:
    assert told("boek " * 1000) == "boek · too long: only the beginning is searched"


def test_what_would_drive_the_terminal_is_shown_and_not_done() -> None:
    assert "\x1b" not in told("lid:a\x1b[2J \u202eb:c")


@given(st.one_of(queries, st.text()))
def test_any_query_is_told_in_one_line(text: str) -> None:
    query = read_query(text)
    line = query_words(query)
    assert len(line.splitlines()) <= 1
    assert bool(line) == (query.node is not None or bool(query.unread or query.left_out) or query.is_cut)

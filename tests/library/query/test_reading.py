"""What a reader types becomes a tree; what is not understood is searched as words, and told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvtui.library.query.pieces import LONGEST_TEXT
from kvtui.library.query.reading import DEEPEST, MOST_WORDS, read_query
from kvtui.library.query.tree import (
    All,
    Any,
    Filter,
    FilterField,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    TextPlace,
    Within,
    Word,
)
from tests.library.query.typed import pieces, queries

ASIEL, OPVANG, LAND = Word("asiel"), Word("opvang"), Word("land")


def tree(text: str) -> Node | None:
    return read_query(text).node


def days(least: int | None = None, most: int | None = None) -> Filter:
    return Filter(FilterField.DAYS, least=least, most=most)


def dates(least: int | None = None, most: int | None = None) -> Filter:
    return Filter(FilterField.DATE, least=least, most=most)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asiel", ASIEL),
        ("Asiel OPVANG", All((ASIEL, OPVANG))),
        ("asiel asiel", ASIEL),
        ("asiel AND opvang", All((ASIEL, OPVANG))),
        ("asiel EN opvang", All((ASIEL, OPVANG))),
        ("asiel of opvang", All((ASIEL, Word("of"), OPVANG))),
        ("asiel OR opvang", Any((ASIEL, OPVANG))),
        ("asiel OF opvang", Any((ASIEL, OPVANG))),
        ("asiel | opvang|land", Any((ASIEL, OPVANG, LAND))),
        ("asiel OR opvang land", All((Any((ASIEL, OPVANG)), LAND))),
        ("asiel opvang OR land", All((ASIEL, Any((OPVANG, LAND))))),
        ("asiel AND opvang OR land", Any((All((ASIEL, OPVANG)), LAND))),
        ("(asiel opvang) OR land", Any((All((ASIEL, OPVANG)), LAND))),
        ("((asiel) (opvang (land)))", All((ASIEL, OPVANG, LAND))),
        ("-asiel", Not(ASIEL)),
        ("NOT asiel", Not(ASIEL)),
        ("NIET asiel opvang", All((Not(ASIEL), OPVANG))),
        ("NOT -asiel", ASIEL),
        ("-(asiel OR opvang)", Not(Any((ASIEL, OPVANG)))),
        ("asiel - opvang", All((ASIEL, OPVANG))),
        ("zee- en land", All((Word("zee"), Word("en"), LAND))),
        ("asiel,opvang; land!", All((ASIEL, OPVANG, LAND))),
        ("veilig*", Prefix("veilig")),
        ("Één*", Prefix("een")),
        ("EU-land*", All((Word("eu"), Prefix("land")))),
    ],
)
def test_words_and_operators(text: str, expected: Node) -> None:
    query = read_query(text)
    assert query.node == expected
    assert query.unread == ()


@pytest.mark.parametrize(
    "text", ['"Veilig land"', "„veilig land“", "„veilig land”", "“veilig land”", "«veilig land»"]
)
def test_quotes_of_every_kind_make_a_phrase(text: str) -> None:
    assert tree(text) == Phrase(("veilig", "land"))


def test_one_word_between_quotes_is_exact() -> None:
    assert tree('"asiel"') == Phrase(("asiel",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GroenLinks-PvdA", ("groenlinks", "pvda")),
        ("foto's", ("foto", "s")),
        ("foto’s", ("foto", "s")),
        ("22-jarige", ("22", "jarige")),
        ("t/m", ("t", "m")),
        ("1,5", ("1", "5")),
        ("2.5.1", ("2", "5", "1")),
    ],
)
def test_the_pieces_of_one_word_are_found_only_next_to_each_other(text: str, words: tuple[str, ...]) -> None:
    assert tree(text) == Phrase(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asiel NEAR/5 opvang", Near(("asiel", "opvang"), 5)),
        ("asiel NABIJ/5 opvang", Near(("asiel", "opvang"), 5)),
        ('"asiel opvang"~5', Near(("asiel", "opvang"), 5)),
        ("asiel NEAR opvang", Near(("asiel", "opvang"), 10)),
        ("asiel NEAR/5 opvang NEAR/5 land", Near(("asiel", "opvang", "land"), 5)),
        ("asiel NEAR/1 opvang NEAR/2 land", All((Near(("asiel", "opvang"), 1), Near(("opvang", "land"), 2)))),
        ("(asiel OR land) NEAR/5 opvang", Any((Near(("asiel", "opvang"), 5), Near(("land", "opvang"), 5)))),
        (
            '"veilig land" NEAR/5 asiel',
            All((Near(("veilig", "land", "asiel"), 5), Phrase(("veilig", "land")))),
        ),
    ],
)
def test_nearness(text: str, expected: Node) -> None:
    query = read_query(text)
    assert query.node == expected
    assert query.unread == ()


def test_nearness_to_what_has_no_place_in_the_text_is_only_both() -> None:
    query = read_query("asiel NEAR/5 kort:ja")
    assert query.node == All((ASIEL, Filter(FilterField.SHORT, ("ja",))))
    assert query.unread == ("NEAR/5",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vraag:asiel opvang", All((Within(TextPlace.QUESTION, ASIEL), OPVANG))),
        ("question:asiel", Within(TextPlace.QUESTION, ASIEL)),
        ("Vraag: asiel", Within(TextPlace.QUESTION, ASIEL)),
        ("vraag:(asiel OR opvang)", Within(TextPlace.QUESTION, Any((ASIEL, OPVANG)))),
        ('antwoord:"veilig land"', Within(TextPlace.ANSWER, Phrase(("veilig", "land")))),
        ("noot:veilig*", Within(TextPlace.FOOTNOTE, Prefix("veilig"))),
        ("onderwerp:asiel", Within(TextPlace.SUBJECT, ASIEL)),
        ("-vraag:asiel", Not(Within(TextPlace.QUESTION, ASIEL))),
        ("vraag:-asiel", Not(Within(TextPlace.QUESTION, ASIEL))),
        (
            "vraag:(asiel -opvang)",
            All((Within(TextPlace.QUESTION, ASIEL), Not(Within(TextPlace.QUESTION, OPVANG)))),
        ),
        ("vraag:antwoord:asiel", Within(TextPlace.ANSWER, ASIEL)),
        (
            "vraag:(asiel kort:ja)",
            All((Within(TextPlace.QUESTION, ASIEL), Filter(FilterField.SHORT, ("ja",)))),
        ),
    ],
)
def test_words_in_one_sort_of_text(text: str, expected: Node) -> None:
    query = read_query(text)
    assert query.node == expected
    assert query.unread == ()


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("lid:Bakboord", FilterField.MEMBER, ("Bakboord",)),
        ("MEMBER: Bakboord", FilterField.MEMBER, ("Bakboord",)),
        ('lid:"Van  Duin",Bakboord', FilterField.MEMBER, ("Van Duin", "Bakboord")),
        ("partij:VVD,D66", FilterField.PARTY, ("VVD", "D66")),
        ("partij:VVD|D66", FilterField.PARTY, ("VVD", "D66")),
        ('party:(VVD OR "D66")', FilterField.PARTY, ("VVD", "D66")),
        ("partij:nsc", FilterField.PARTY, ("NSC", "Nieuw Sociaal Contract")),
        ("partij:GroenLinks-PvdA", FilterField.PARTY, ("GL-PvdA", "GroenLinks-PvdA")),
        ("aan:VenJ", FilterField.ADDRESSED, ("JenV",)),
        ("to:vws,ezk", FilterField.ADDRESSED, ("VWS", "EZ")),
        ("aan:Bakboord", FilterField.ADDRESSED, ("Bakboord",)),
        ("van:Bakboord", FilterField.RESPONDENT, ("Bakboord",)),
        ("van:def", FilterField.RESPONDENT, ("Defensie",)),
        ("jaar:2098-2099", FilterField.SESSION, ("2098-2099",)),
        ("year:20982099,97/98", FilterField.SESSION, ("2098-2099", "1997-1998")),
        ("jaar:geen", FilterField.SESSION, ("",)),
        ("year:2098-2099,none", FilterField.SESSION, ("2098-2099", "")),
        ("nr:1059", FilterField.NUMBER, ("1059",)),
        ("nr:2098-2099/1059", FilterField.NUMBER, ("ah-tk-20982099-1059",)),
        ("nr:7-9", FilterField.NUMBER, ("7", "8", "9")),
        ("nr:7..9", FilterField.NUMBER, ("7", "8", "9")),
        ("nr:2098Z01234", FilterField.CASE, ("2098Z01234",)),
        ("zaak:2098Z01234", FilterField.CASE, ("2098Z01234",)),
        ("case:2098z 01234", FilterField.CASE, ("2098Z01234",)),
        ("verwijst:2098-2099/1047", FilterField.CITES, ("ah-tk-20982099-1047",)),
        ('cites:"36 410, nr. 74"', FilterField.CITES, ("kst-36410-74",)),
        ("soort:antwoord", FilterField.KIND, ("answer",)),
        ("kind:notice,oral", FilterField.KIND, ("notice", "oral")),
        ("soort:med", FilterField.KIND, ("notice",)),
        ("soort:vragen", FilterField.KIND, ("questions",)),
        ("gezamenlijk:ja", FilterField.JOINT, ("ja",)),
        ("unanswered:Yes", FilterField.UNANSWERED, ("ja",)),
        ("kort:nee", FilterField.SHORT, ("nee",)),
    ],
)
def test_filters_by_value(text: str, field: FilterField, values: tuple[str, ...]) -> None:
    query = read_query(f"{text} asiel")
    assert query.node == All((Filter(field, values), ASIEL))
    assert query.unread == ()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("dagen:42", 42, 42),
        ("dagen:>42", 43, None),
        ("days:> 42", 43, None),
        ("dagen:>=42", 42, None),
        ("dagen:≥42", 42, None),
        ("dagen:<42", None, 41),
        ("dagen:<=42", None, 42),
        ("dagen:10..20", 10, 20),
        ("dagen:10-20", 10, 20),
        ("dagen:20–10", 10, 20),
        ("dagen:10..", 10, None),
        ("dagen:..20", None, 20),
    ],
)
def test_filters_by_number_of_days(text: str, least: int | None, most: int | None) -> None:
    assert tree(f"{text} asiel") == All((days(least, most), ASIEL))


def test_an_unknown_answering_time_is_whatever_has_none() -> None:
    assert tree("dagen:geen") == Not(days(least=0))


def test_filters_by_number_of_questions() -> None:
    assert tree("vragen:>20") == Filter(FilterField.QUESTIONS, least=21)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("na:2024", 20240101, None),
        ("after:2024-02", 20240201, None),
        ("na:1-2-2024", 20240201, None),
        ('na:"1 februari 2024"', 20240201, None),
        ("na:1 februari 2024", 20240201, None),
        ("na:2023-2024", 20230901, None),
        ("voor:2024", None, 20231231),
        ("before:2024-03-01", None, 20240229),
        ("datum:2024-02", 20240201, 20240229),
        ("datum:2023..2024-02", 20230101, 20240229),
        ("datum:>2023", 20240101, None),
        ("jaar:2024", 20240101, 20241231),
        ("jaar:2020-2024", 20200101, 20241231),
        ("jaar:>=2020", 20200101, None),
    ],
)
def test_filters_by_date(text: str, least: int | None, most: int | None) -> None:
    assert tree(f"{text} asiel") == All((dates(least, most), ASIEL))


def test_after_one_month_and_before_the_next_is_exactly_that_month() -> None:
    assert tree("na:2024-02 voor:2024-03") == All((dates(least=20240201), dates(most=20240229)))


def test_years_of_both_kinds_may_be_taken_together() -> None:
    assert tree("jaar:2024,2097-2098") == Any(
        (Filter(FilterField.SESSION, ("2097-2098",)), dates(20240101, 20241231))
    )


@pytest.mark.parametrize("text", ["-lid:Bakboord", "NOT lid:Bakboord", "lid:-Bakboord", "-lid: Bakboord"])
def test_filters_may_be_turned_round(text: str) -> None:
    assert tree(text) == Not(Filter(FilterField.MEMBER, ("Bakboord",)))


def test_filters_may_be_alternatives() -> None:
    assert tree("lid:Bakboord OR partij:VVD") == Any(
        (Filter(FilterField.MEMBER, ("Bakboord",)), Filter(FilterField.PARTY, ("VVD",)))
    )


@pytest.mark.parametrize(
    ("text", "words", "unread"),
    [
        ("http://x.nl", Phrase(("http", "x", "nl")), ("http://x.nl",)),
        ("10:30", Phrase(("10", "30")), ("10:30",)),
        ("boot:zee asiel", All((Phrase(("boot", "zee")), ASIEL)), ("boot:zee",)),
        ("dagen:veel", All((Word("dagen"), Word("veel"))), ("dagen:veel",)),
        ("kort:misschien", All((Word("kort"), Word("misschien"))), ("kort:misschien",)),
        ("na:2024-13", All((Word("na"), Word("2024"), Word("13"))), ("na:2024-13",)),
        ("nr:>1059", All((Word("nr"), Word("1059"))), ("nr:>1059",)),
        ("nr:>=2098-2099/7", All((Word("nr"), Word("2098"), Word("2099"), Word("7"))), ("nr:>=2098-2099/7",)),
        ("verwijst:>7", All((Word("verwijst"), Word("7"))), ("verwijst:>7",)),
        ("lid:", Word("lid"), ("lid:",)),
        ("vraag:", Word("vraag"), ("vraag:",)),
        ("(asiel", ASIEL, ("(",)),
        ("asiel)", ASIEL, (")",)),
        ('"asiel opvang', All((ASIEL, OPVANG)), ('"',)),
        ("„asiel", ASIEL, ("„",)),
        ("OR asiel", All((Word("or"), ASIEL)), ("OR",)),
        ("asiel OR OR opvang", All((Any((ASIEL, OPVANG)), Word("or"))), ("OR",)),
        ("NIET", Word("niet"), ("NIET",)),
        ("(OR", Word("or"), ("(", "OR")),
        ("NEAR/5 asiel", All((Phrase(("near", "5")), ASIEL)), ("NEAR/5",)),
        ("as*el", Phrase(("as", "el")), ("as*el",)),
        ("*asiel", ASIEL, ("*asiel",)),
        ("asiel~2", Phrase(("asiel", "2")), ("asiel~2",)),
    ],
)
def test_what_is_not_understood_is_searched_as_words_and_told(
    text: str, words: Node, unread: tuple[str, ...]
) -> None:
    query = read_query(text)
    assert query.node == words
    assert query.unread == unread


def test_pieces_that_were_not_understood_are_told_in_their_order() -> None:
    assert read_query('a:b ( 1:2 " OR )').unread == ("a:b", "1:2", '"', "OR")


@pytest.mark.parametrize(
    ("text", "words", "unread", "left_out"),
    [
        ("asiel OR", ASIEL, (), ("OR",)),
        ("asiel OF ", ASIEL, (), ("OF",)),
        ("asiel |", ASIEL, (), ("|",)),
        ("asiel AND", ASIEL, (), ("AND",)),
        ("asiel NEAR/5", ASIEL, (), ("NEAR/5",)),
        ("asiel NOT", ASIEL, (), ("NOT",)),
        ("asiel OR NOT", ASIEL, (), ("OR", "NOT")),
        ("(asiel OR", ASIEL, ("(",), ("OR",)),
        ("opvang (asiel OR", All((OPVANG, ASIEL)), ("(",), ("OR",)),
        ('"asiel OR', ASIEL, ('"',), ("OR",)),
        ("vraag:(asiel OR", Within(TextPlace.QUESTION, ASIEL), ("(",), ("OR",)),
        ("lid:Bakboord OR", Filter(FilterField.MEMBER, ("Bakboord",)), (), ("OR",)),
    ],
)
def test_an_operator_at_the_end_is_left_out_while_what_it_is_for_is_not_typed(
    text: str, words: Node, unread: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    query = read_query(text)
    assert query.node == words
    assert (query.unread, query.left_out) == (unread, left_out)


@pytest.mark.parametrize("text", ["", "   ", "…", "-", "()", '""', "* – ?"])
def test_a_text_without_words_asks_nothing(text: str) -> None:
    query = read_query(text)
    assert query.node is None
    assert query.unread == ()


def test_a_pasted_book_is_searched_by_its_beginning() -> None:
    query = read_query(" ".join(f"woord{number}" for number in range(100_000)))
    assert isinstance(query.node, All)
    assert len(query.node.nodes) == MOST_WORDS
    assert query.is_cut


def test_a_long_text_without_words_is_cut_too() -> None:
    assert read_query('"' * 1_000_000).is_cut
    assert not read_query("asiel" + " " * LONGEST_TEXT).is_cut


@pytest.mark.parametrize(
    "text",
    ["(" * 9000 + "a" + ")" * 9000, "(-" * 9000 + "a", "vraag:(" * 200 + "a OR b"],
    ids=["brackets", "negations", "places"],
)
def test_brackets_without_end_are_no_trouble(text: str) -> None:
    query = read_query(text)
    assert query.node is not None
    assert len(query.unread) <= DEEPEST


def test_brackets_that_are_too_deep_make_no_difference() -> None:
    deep = "(a -" * DEEPEST + "(((asiel)))" + ")" * DEEPEST
    not_so_deep = "(a -" * DEEPEST + "asiel" + ")" * DEEPEST
    assert read_query(f"{deep} land").node == read_query(f"{not_so_deep} land").node
    assert read_query(f"{deep} land").unread == ()


@given(st.one_of(queries, st.text()))
def test_any_text_is_a_query(text: str) -> None:
    query = read_query(text)
    assert query.text == text
    assert all(piece in text for piece in query.unread)


@given(st.lists(pieces, max_size=8))
def test_more_space_between_makes_no_difference(some: list[str]) -> None:
    narrow, wide = read_query(" ".join(some)), read_query("  " + " \t\n ".join(some) + "   ")
    assert narrow.node == wide.node
    assert len(narrow.unread) == len(wide.unread)


def test_a_phrase_that_is_too_long_is_searched_by_its_beginning() -> None:
    words = [f"woord{number}" for number in range(300)]
    query = read_query(f'"{" ".join(words)}"')
    assert (query.node, query.is_cut) == (Phrase(tuple(words[:MOST_WORDS])), True)
    behind = read_query(f'asiel "{" ".join(words)}" land')
    assert behind.node == All((Word("asiel"), Phrase(tuple(words[: MOST_WORDS - 1]))))
    joined = read_query("-".join(words))
    assert (joined.node, joined.is_cut) == (Phrase(tuple(words[:MOST_WORDS])), True)


def test_a_filter_with_too_many_values_keeps_the_first_of_them() -> None:
    query = read_query("lid:" + ",".join(f"naam{number}" for number in range(300)))
    assert isinstance(query.node, Filter)
    assert (len(query.node.values), query.node.values[0], query.is_cut) == (MOST_WORDS, "naam0", True)


@pytest.mark.parametrize(
    "text", ["lid:Bak*", "partij:V*", "aan:Just*", "van:Bak*", 'lid:"Van D*"', "lid:Bries,Bak*"]
)
def test_no_filter_knows_a_star_and_the_reader_is_told(text: str) -> None:
    query = read_query(text)
    assert query.unread == (text,)
    assert not isinstance(query.node, Filter)


def test_every_year_of_four_digits_is_a_year() -> None:
    assert read_query("na:9999").node == dates(99990101)
    assert read_query("voor:9999").node == dates(None, 99981231)
    assert read_query("datum:>=9999").node == dates(99990101)
    assert read_query("datum:>9999").unread == ("datum:>9999",)

"""Running text from printed lines."""

from __future__ import annotations

import pytest

from tests.parsing.making import answer_texts, answered, asked_and_answered, question_texts

FILL = asked_and_answered(1, 1) + (
    "Vraag 2\nKunt u uitleggen hoe de brug die gisteren nog over de Traagvliet lag vandaag over\n"
    "de Snelvliet ligt, en of zij daar morgen nog ligt of dan alweer ergens anders?\nAntwoord 2\n"
)


def answer_to(lines: str) -> tuple[str, ...]:
    """The paragraphs of an answer with those lines, in a document of lines of some 85 characters."""
    return answer_texts(answered(FILL + lines))[2,]


def test_lines_are_joined_with_a_space() -> None:
    assert answer_to("De brug\nis van hout.\n") == ("De brug is van hout.",)


def test_a_hyphen_at_a_line_end_is_undone() -> None:
    assert answer_to("Het is de verant-\nwoordelijkheid van de wind.\n") == (
        "Het is de verantwoordelijkheid van de wind.",
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("de in-\nen uitvoer van touw.", "de in- en uitvoer van touw."),
        ("de bouw-\nof sloopkosten.", "de bouw- of sloopkosten."),
        ("het Noord-\nZuidtouw.", "het Noord-Zuidtouw."),
        ("tussen 2098-\n2099 niet.", "tussen 2098-2099 niet."),
        ("een brug -\nof pont.", "een brug - of pont."),
    ],
)
def test_a_true_hyphen_stays(lines: str, text: str) -> None:
    assert answer_to(f"Dat zijn {lines}\n") == (f"Dat zijn {text}",)


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("https://www.example.nl/\nbruggen/weg", "https://www.example.nl/bruggen/weg"),
        ("https://www.example.nl/brug-\nweg/drijft", "https://www.example.nl/brug-weg/drijft"),
        ("https://\nwww.example.nl/brug-weg", "https://www.example.nl/brug-weg"),
        ("www.example.nl/brug.\nhtml", "www.example.nl/brug.html"),
    ],
)
def test_a_web_address_is_put_together_again(lines: str, address: str) -> None:
    assert answer_to(f"Zie de bladzijde ({lines}) van mijn ministerie.\n") == (
        f"Zie de bladzijde ({address}) van mijn ministerie.",
    )


def test_a_blank_line_parts_paragraphs() -> None:
    assert answer_to("De brug is van hout.\n\nHet touw niet.\n") == ("De brug is van hout.", "Het touw niet.")


def test_a_short_last_line_parts_paragraphs() -> None:
    lines = (
        "De brug is gemaakt van hout dat beter drijft dan de bedoeling was van wie haar maakte\n"
        "en dat valt nu op.\nHet touw waarmee zij aan de wal lag is gemaakt van hennep en hennep drijft niet.\n"
    )
    assert len(answer_to(lines)) == 2


def test_a_full_line_does_not_part_paragraphs() -> None:
    lines = (
        "De brug is gemaakt van hout dat beter drijft dan de bedoeling was. Dat valt niet mee.\n"
        "Overigens is het touw waarmee zij aan de wal lag gemaakt van hennep dat niet drijft.\n"
    )
    assert len(answer_to(lines)) == 1


def test_a_sentence_goes_on_behind_a_blank_line() -> None:
    assert answer_to("Gelet op de eerdere uitspraken van\n\nde brugwachter zie ik geen aanleiding.\n") == (
        "Gelet op de eerdere uitspraken van de brugwachter zie ik geen aanleiding.",
    )


def test_a_sentence_goes_on_behind_a_page_foot() -> None:
    lines = (
        "Met de wind is afgesproken dat bij\nTweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1\n"
        "mist wordt gewacht.\n"
    )
    assert answer_to(lines) == ("Met de wind is afgesproken dat bij mist wordt gewacht.",)


def test_a_word_goes_on_behind_a_page_foot() -> None:
    lines = "Dat geeft een behaag-\nTweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1\nlijke warmte.\n"
    assert answer_to(lines) == ("Dat geeft een behaaglijke warmte.",)


def test_a_new_sentence_behind_a_page_foot_is_a_paragraph_where_its_line_was_short() -> None:
    lines = "Ja.\nTweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1\nHet touw is zoek.\n"
    assert answer_to(lines) == ("Ja.", "Het touw is zoek.")


def test_glued_sentences_are_paragraphs() -> None:
    assert answer_to("Dat klopt.De brug is weg.\n") == ("Dat klopt.", "De brug is weg.")


def test_a_web_address_is_no_glued_sentence() -> None:
    assert answer_to("Zie www.example.nl/Brug.Weg?Waar voor de stand.\n") == (
        "Zie www.example.nl/Brug.Weg?Waar voor de stand.",
    )


def test_white_space_is_collapsed() -> None:
    assert answer_to("De  brug\tis \u00a0 weg.   \n") == ("De brug is weg.",)


def test_a_hyphen_stays_where_the_document_prints_the_word_so_inside_a_line() -> None:
    document = answered(
        "Vraag 1\nWat kost een niet-drijvende brug, en hoeveel kost op dit moment een andere niet-\n"
        "drijvende brug van hout, en wat kost een nieuw aan te schaffen hoofdbrug-\nconstructie?\nAntwoord 1\nVeel.\n"
    )
    assert question_texts(document)[1] == (
        "Wat kost een niet-drijvende brug, en hoeveel kost op dit moment een andere niet-drijvende brug van hout, "
        "en wat kost een nieuw aan te schaffen hoofdbrugconstructie?",
    )


def test_a_hyphen_at_the_end_of_a_line_belongs_to_an_address_without_its_scheme() -> None:
    document = answered("Vraag 1\nKent u bode.nl/bericht-over-\nverwarde-bruggen.pdf?\nAntwoord 1\nJa.\n")
    assert question_texts(document)[1] == ("Kent u bode.nl/bericht-over-verwarde-bruggen.pdf?",)
